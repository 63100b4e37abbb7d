#include "diffcore/merge/reservation.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Rejoin {

qint64 numbersIn(const QList<NumberBlock> &blocks)
{
    qint64 sum = 0;
    for (const NumberBlock &block : blocks)
        sum += block.count();
    return sum;
}

QString toText(const QList<NumberBlock> &blocks)
{
    QStringList texts;
    for (const NumberBlock &block : blocks) {
        QString text = QString::number(block.first);
        if (block.last != block.first)
            text += u" to %1"_s.arg(block.last);
        if (block.count() > 1 && block.step > 1)
            text += u" in steps of %1"_s.arg(block.step);
        texts += text;
    }
    return texts.join(u", "_s);
}

QList<QList<NumberBlock>> reservedBlocks(const QList<Reservation> &reservations, const Alignment &alignment,
                                         const PerSide<QString> &identities)
{
    QList<QList<NumberBlock>> blocks(alignment.tables.size());
    for (const Reservation &reservation : reservations) {
        const int table = alignment.tableIndex(reservation.table);
        const bool isOfThese = std::ranges::any_of(bothSides, [&](Side side) {
            return !reservation.servers[side].isEmpty() && reservation.servers[side] == identities[side];
        });
        if (table >= 0 && isOfThese)
            blocks[table] += reservation.blocks;
    }
    return blocks;
}

} // namespace Rejoin

#pragma once

#include "diffcore/base/side.h"
#include "diffcore/schema/alignment.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Rejoin {

/// Numbers first, first + step, … last of a generator.
struct NumberBlock
{
    qint64 first = 0;
    qint64 last = 0;
    qint64 step = 1;

    [[nodiscard]] qint64 count() const { return (last - first) / step + 1; }
    friend bool operator==(const NumberBlock &, const NumberBlock &) = default;
};

[[nodiscard]] qint64 numbersIn(const QList<NumberBlock> &blocks);
/// "5001 to 5020, 5022"
[[nodiscard]] QString toText(const QList<NumberBlock> &blocks);

/// Numbers of a table's generated key that were taken out of the generator of a server, so that it gives them to nobody
/// else: rows that get a new key get one of these.
struct Reservation
{
    QString table;             ///< display name, as Alignment has it
    PerSide<QString> servers;  ///< ServerInfo::identity of those that give them to nobody; empty = not that one
    QList<NumberBlock> blocks; ///< in the order in which they were taken
    QDateTime at;              ///< UTC
    QString by;                ///< user name

    friend bool operator==(const Reservation &, const Reservation &) = default;
};

/// Of the reservations that one of these servers made: the blocks by table index.
[[nodiscard]] QList<QList<NumberBlock>> reservedBlocks(const QList<Reservation> &reservations,
                                                       const Alignment &alignment, const PerSide<QString> &identities);

} // namespace Rejoin

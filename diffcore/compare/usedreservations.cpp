#include "diffcore/compare/usedreservations.h"

#include "diffcore/dialect/dialect.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Whether a row stands under one of the numbers; those of others in between count, too, and cost a gap at most.
Result<bool> isUsed(Connection &connection, const AlignedTable &table, Side side, const NumberBlock &block)
{
    const std::optional<Table> &shape = table.in[side];
    const int column = table.generatedKeyColumn();
    if (!shape || column < 0 || !table.columns[column].in[side])
        return false;
    const QString &name = table.columns[column].in[side]->name;
    const Selection key{.table = &*shape, .columns = {name}, .keyColumns = {name}};
    const KeyRange range{.after = QList<Value>{Value::integer(block.first - 1)},
                         .through = QList<Value>{Value::integer(block.last)}};
    REJOIN_TRY_VALUE(rows, connection.query(connection.dialect().selectPage(key, range, 1)));
    return !rows.isEmpty();
}

Result<bool> isUsed(Servers &servers, const Alignment &alignment, const Reservation &reservation)
{
    const int table = alignment.tableIndex(reservation.table);
    if (table < 0)
        return false;
    for (const Side side : bothSides) {
        for (const NumberBlock &block : reservation.blocks) {
            REJOIN_TRY_VALUE(used, isUsed(servers[side], alignment.tables[table], side, block));
            if (used)
                return true;
        }
    }
    return false;
}

} // namespace

Result<void> dropUsedReservations(Servers &servers, Session &session)
{
    REJOIN_TRY_VALUE(all, session.reservations());
    QList<Reservation> kept;
    QStringList used;
    for (const Reservation &reservation : all) {
        REJOIN_TRY_VALUE(isGone, isUsed(servers, session.alignment(), reservation));
        if (isGone)
            used += reservation.table;
        else
            kept += reservation;
    }
    if (used.isEmpty())
        return {};
    return session.setReservations(kept, {.event = HistoryEntry::Event::Reserve,
                                          .text = u"the reserved numbers of %1 were used"_s.arg(used.join(u", "_s))});
}

} // namespace Rejoin

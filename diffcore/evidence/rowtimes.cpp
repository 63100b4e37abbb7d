#include "diffcore/evidence/rowtimes.h"

#include "diffcore/evidence/timestampcolumn.h"
#include "diffcore/value/valuetime.h"

namespace Rejoin {

namespace {

/// Whether a side's time is that of a write after the servers parted.
bool isOfItsOwn(const PerSide<std::optional<QDateTime>> &times, Side side, const QDateTime &since)
{
    const auto &own = times[side];
    const auto &rest = times[other(side)];
    if (!own)
        return false;
    if (since.isValid() && *own >= since && own != rest)
        return true;
    return rest && *own > *rest;
}

} // namespace

int writeTimeColumn(const AlignedTable &table)
{
    return TimestampColumn::proposed(table).value(0, -1);
}

PerSide<QDateTime> writtenApart(int column, const PerSide<std::optional<Row>> &rows, const QDateTime &since)
{
    if (column < 0)
        return {};
    PerSide<std::optional<QDateTime>> times;
    for (const Side side : bothSides) {
        if (rows[side])
            times[side] = timeOf(rows[side]->at(column));
    }
    PerSide<QDateTime> written;
    for (const Side side : bothSides) {
        if (isOfItsOwn(times, side, since))
            written[side] = *times[side];
    }
    return written;
}

} // namespace Rejoin

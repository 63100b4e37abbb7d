#pragma once

#include "diffcore/schema/alignment.h"

#include <QDateTime>

namespace Rejoin {

/// When each side wrote its row after the servers parted, as the column tells that TimestampColumn proposes first;
/// invalid where it does not. Of rows that both sides have with unlike times the later one is that of the side that
/// wrote since, and both are where they lie after `since` (invalid = not known).
[[nodiscard]] PerSide<QDateTime> writtenApart(const AlignedTable &table, const PerSide<std::optional<Row>> &rows,
                                              const QDateTime &since);

} // namespace Rejoin

#pragma once

#include "diffcore/schema/alignment.h"

#include <QDateTime>

namespace Rejoin {

/// The column that TimestampColumn proposes first to tell when a row was written; -1 = it proposes none.
[[nodiscard]] int writeTimeColumn(const AlignedTable &table);
/// When each side wrote its row after the servers parted, as this column tells; invalid where it does not. Of rows that
/// both sides have with unlike times the later one is that of the side that wrote since, and both are where they lie
/// after `since` (invalid = not known).
[[nodiscard]] PerSide<QDateTime> writtenApart(int column, const PerSide<std::optional<Row>> &rows,
                                              const QDateTime &since);

} // namespace Rejoin

#pragma once

#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// Whether the decision about a row still says what was meant, although the row moved from `before` to `now`: the
/// outcome is the same, the values that were chosen between are, and no new one is lost by it.
///
/// - both rows are kept: whatever is in them, but for numbers that they are given;
/// - cell by cell: where the columns that were chosen lie as they lay, and no other conflicts;
/// - a side's row: where only that side moved, in columns that the other side has as they were at the split;
/// - left as it is: always. Deleted, or one with another row: never.
[[nodiscard]] bool standsAfterMove(const AlignedTable &table, const Difference &before, const Difference &now,
                                   const Decision &decision);

} // namespace Rejoin

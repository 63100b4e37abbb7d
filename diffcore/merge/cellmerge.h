#pragma once

#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

namespace Rejoin {

struct MergedCells
{
    Row row;
    QList<int> conflicting; ///< columns that both sides changed differently and that no choice settles
};

/// Three-way merge of one row, cell by cell. `baseline` nothing: two inserts, every differing column conflicts.
/// A column that a version does not have takes the value of the version that has it. Columns that are not compared
/// take A's value.
[[nodiscard]] MergedCells mergeCells(const AlignedTable &table, const std::optional<Row> &baseline, const Row &a,
                                     const Row &b, const Cells &choices);

/// The columns that both sides changed differently, whatever is decided; none where a side has no row.
[[nodiscard]] QList<int> conflictingColumns(const AlignedTable &table, const Difference &difference);

/// Both sides have the same digits in the columns, none of them NULL, and not those of the baseline.
[[nodiscard]] bool bothReferAnew(const Difference &difference, const QList<int> &columns);

/// The conflicting cells from one side; where the row is entangled, with its references that are in doubt. Empty where
/// nothing conflicts.
[[nodiscard]] Cells conflictsFrom(const Alignment &alignment, const Difference &difference, Side side);

} // namespace Rejoin

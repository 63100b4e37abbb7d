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

/// Of a cell conflict that is entangled: the columns of references that both sides gave the row anew in the same
/// digits, key columns left out. A choice says whose is meant.
[[nodiscard]] QList<int> doubtfulColumns(const Alignment &alignment, const Difference &difference);

} // namespace Rejoin

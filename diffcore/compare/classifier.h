#pragma once

#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// The outcome table. Every line has a named test, run again with A and B swapped.
///
///  # | A        | B                          | outcome      | decision
/// ---|----------|----------------------------|--------------|---------------------------------------------
///  1 | None     | None                       | Unchanged    | nothing
///  2 | Inserted | None                       | OnlyA        | auto: take A
///  3 | None     | Inserted                   | OnlyB        | auto: take B
///  4 | Updated  | None                       | OnlyA        | auto: take A
///  5 | None     | Updated                    | OnlyB        | auto: take B
///  6 | Deleted  | None                       | OnlyA        | auto: deleted
///  7 | None     | Deleted                    | OnlyB        | auto: deleted
///  8 | Inserted | Inserted, equal            | Convergent   | auto: as is
///  9 | Inserted | Inserted, different        | KeyCollision | suggested: keep both (generated keys); else ask
/// 10 | Updated  | Updated, equal cells       | Convergent   | auto: as is
/// 11 | Updated  | Updated, disjoint columns  | CellMerge    | auto: both changes
/// 12 | Updated  | Updated, a column unlike   | CellConflict | ask, per cell
/// 13 | Deleted  | Updated                    | DeleteUpdate | ask
/// 14 | Updated  | Deleted                    | UpdateDelete | ask
/// 15 | Deleted  | Deleted                    | Convergent   | auto: deleted
///
/// Line 9 under a key that no server hands out is CellConflict (two inserts, cell by cell) unless the key refers to a
/// key that collides: then it follows its parent.
///
/// Where the old row is not known, the changes that the evidence tells decide. Both rows there, and different:
///
/// one side      | other side    | outcome
/// --------------|---------------|----------------------------------------------------
/// Unknown       | anything      | CellConflict
/// None          | None          | DriftedBefore
/// None          | changed       | OnlyA or OnlyB: the side that changed
/// Inserted      | Inserted      | line 9
/// changed       | changed       | CellConflict
///
/// One row missing:
///
/// there         | missing       | outcome
/// --------------|---------------|----------------------------------------------------
/// anything      | Unknown       | MissingUnknown: deleted there, or inserted here
/// Unknown       | anything      | MissingUnknown
/// None          | Deleted       | OnlyA or OnlyB: deleted
/// Updated, Touched | Deleted    | DeleteUpdate or UpdateDelete
/// Inserted      | None          | OnlyA or OnlyB: inserted
/// None          | None          | DriftedBefore
/// Updated, Touched | None       | MissingUnknown: the row was missing before, and changed since
/// Inserted      | Deleted       | MissingUnknown: it cannot be both
///
/// A change that contradicts the rows (a delete of a row that is there) counts as Unknown.
///
/// Columns that no script writes (AlignedColumn::written) are compared as the others are, but there is nothing to
/// decide of them: where they alone are in conflict the outcome is CellMerge in place of CellConflict.
struct Classification
{
    Outcome outcome = Outcome::Unchanged;
    PerSide<Change> changes;
    QList<int> differing;   ///< compared columns in which A and B differ
    QList<int> conflicting; ///< those of them that only a decision can settle
};

/// Compared columns in which two rows differ.
[[nodiscard]] QList<int> differingColumns(const AlignedTable &table, const Row &left, const Row &right);

/// Who makes the keys: HandedOut where a server does, or the key refers to one that collides, so that line 9 is
/// KeyCollision.
enum class KeyNature : quint8 { Natural, HandedOut };

[[nodiscard]] Classification classify(const AlignedTable &table, const Knowledge &baseline,
                                      const PerSide<std::optional<Row>> &rows, KeyNature nature);

/// Whether the servers hand out the values of a column, or it refers (through any depth) to one whose values they do.
[[nodiscard]] bool isHandedOut(const Alignment &alignment, int table, int column);

} // namespace Rejoin

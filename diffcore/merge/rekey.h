#pragma once

#include "diffcore/merge/mergedstate.h"

namespace Rejoin {

/// The rows of A and B with the keys that they shall have in the merged state: every key that names two rows is given
/// out anew for one of them, and everything on the same server that refers to it is rewritten, through any depth.
///
/// **Equal is not the same.** A key that both servers gave out after the split names two rows, so two references to it
/// are equal in their digits only. On server S a reference to such a key always means S's own row: references are
/// rewritten side by side, never by comparing digits. Rows that are equal on A and B and refer to such a key are in the
/// session as `entangled`; after rewriting they are two rows, or a cell conflict.
struct RekeyedRows
{
    /// By index of MergeInput::differences; the row of each side as it shall be, nothing where the side has none.
    QList<PerSide<std::optional<Row>>> rows;
    /// Differences that are decided `KeepBoth` or `SameEntity` and for which that cannot be done, with the reason.
    QHash<int, QString> impossible;
};

[[nodiscard]] RekeyedRows rekey(const MergeInput &input);

/// The number that the generated key of a collision would get if it moved: stable whatever is decided for others.
/// Reserved numbers come first; then those above everything that is known. By index of MergeInput::differences; nothing
/// for rows that are no collision or whose key is not handed out itself.
[[nodiscard]] QHash<int, qint64> reservedNumbers(const MergeInput &input);

/// The highest number of each table's generated key that the input knows of, the reserved ones left out.
[[nodiscard]] QList<qint64> highestNumbers(const MergeInput &input);

/// The values of some columns of a row.
[[nodiscard]] QList<Value> valuesAt(const Row &row, const QList<int> &columns);
/// True where one of them is NULL or absent: such a tuple refers to nothing and is like no other.
[[nodiscard]] bool hasGap(const QList<Value> &values);

} // namespace Rejoin

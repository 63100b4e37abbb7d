#pragma once

#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// What the window shows of one row: the three versions, and what becomes of it.
enum class Face : quint8 { Baseline, A, B, Merged };
inline constexpr std::array allFaces{Face::Baseline, Face::A, Face::B, Face::Merged};

[[nodiscard]] constexpr Face faceOf(Side side)
{
    return side == Side::A ? Face::A : Face::B;
}

/// Who changed one cell.
enum class CellState : quint8 {
    Same,        ///< nobody
    ChangedA,    ///< A alone
    ChangedB,    ///< B alone
    ChangedBoth, ///< both, to the same value
    Conflict,    ///< both, to different values; or nothing tells who
};

/// What stands in a cell.
enum class CellKind : quint8 {
    Value,
    Null,
    Absent,  ///< that version has no such column
    NoRow,   ///< that version has no such row
    Pending, ///< the merged row's cell waits for a decision
};

[[nodiscard]] CellState cellState(const AlignedTable &table, const Difference &difference, int column);

/// The merged row as far as the row's own decision tells: keys that move are not in it.
struct MergedFace
{
    std::optional<Row> row; ///< nothing = there is none, or it is not decided whether there is one
    bool pending = false;   ///< it is not decided whether there is a row, or which
    QList<int> conflicting; ///< columns of `row` that wait for a choice
};
[[nodiscard]] MergedFace mergedFace(const AlignedTable &table, const Difference &difference);

} // namespace Rejoin

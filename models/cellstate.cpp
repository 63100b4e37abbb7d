#include "models/cellstate.h"

#include "diffcore/merge/cellmerge.h"
#include "models/overloaded.h"

namespace Rejoin {

namespace {

bool same(const std::optional<Row> &left, const std::optional<Row> &right, int column, const Equality &equality)
{
    if (!left || !right)
        return left.has_value() == right.has_value();
    return equal(left->value(column), right->value(column), equality);
}

MergedFace mergedByCells(const AlignedTable &table, const Difference &difference, const Cells &choices)
{
    if (!difference.rows.a || !difference.rows.b)
        return {.pending = true};
    MergedCells merged = mergeCells(table, difference.rows.baseline, *difference.rows.a, *difference.rows.b, choices);
    return {.row = std::move(merged.row), .conflicting = std::move(merged.conflicting)};
}

} // namespace

CellState cellState(const AlignedTable &table, const Difference &difference, int column)
{
    const AlignedColumn &definition = table.columns.at(column);
    if (!definition.compared)
        return CellState::Same;
    const auto &rows = difference.rows;
    const bool alike = same(rows.a, rows.b, column, definition.equality);
    if (!difference.baselineKnown)
        return alike ? CellState::Same : CellState::Conflict;
    const bool byA = !same(rows.a, rows.baseline, column, definition.equality);
    const bool byB = !same(rows.b, rows.baseline, column, definition.equality);
    if (byA && byB)
        return alike ? CellState::ChangedBoth : CellState::Conflict;
    return byA ? CellState::ChangedA : byB ? CellState::ChangedB : CellState::Same;
}

MergedFace mergedFace(const AlignedTable &table, const Difference &difference)
{
    const auto &rows = difference.rows;
    return std::visit(Overloaded{
                          [&](const Unresolved &) {
                              return difference.outcome == Outcome::KeyCollision ? MergedFace{.pending = true}
                                                                                 : mergedByCells(table, difference, {});
                          },
                          [&](const Take &take) { return MergedFace{.row = rows[take.from]}; },
                          [&](const Cells &cells) { return mergedByCells(table, difference, cells); },
                          [&](const KeepBoth &both) { return MergedFace{.row = rows[other(both.moves)]}; },
                          [&](const SameEntity &) { return MergedFace{}; },
                          [&](const DeleteRow &) { return MergedFace{}; },
                          [&](const Skip &) { return MergedFace{.pending = true}; },
                      },
                      difference.decision.kind);
}

QList<int> conflictingColumns(const AlignedTable &table, const Difference &difference)
{
    if (!difference.rows.a || !difference.rows.b)
        return {};
    return mergeCells(table, difference.rows.baseline, *difference.rows.a, *difference.rows.b, {}).conflicting;
}

} // namespace Rejoin

#include "models/cellstate.h"

#include "diffcore/base/overloaded.h"
#include "diffcore/merge/cellmerge.h"

namespace Rejoin {

namespace {

bool same(const std::optional<Row> &left, const std::optional<Row> &right, int column, const Equality &equality)
{
    if (!left || !right)
        return left.has_value() == right.has_value();
    return equal(left->value(column), right->value(column), equality);
}

/// A row that one server alone has, with the cells that a person chose.
MergedFace editedRow(const AlignedTable &table, const Difference &difference, const Cells &choices)
{
    const auto &only = difference.rows.a ? difference.rows.a : difference.rows.b;
    if (!only || choices.choices.isEmpty())
        return {.row = {}, .pending = true, .conflicting = {}};
    Row row = *only;
    for (auto choice = choices.choices.cbegin(); choice != choices.choices.cend(); ++choice) {
        const int column = table.columnIndex(choice.key());
        const auto *version = std::get_if<Version>(&choice.value());
        const auto *value = std::get_if<Value>(&choice.value());
        const auto &from = version ? difference.rows[*version] : only;
        if (column >= 0 && from)
            row[column] = value ? *value : from->value(column);
    }
    return {.row = std::move(row), .pending = false, .conflicting = {}};
}

MergedFace mergedByCells(const AlignedTable &table, const Difference &difference, const Cells &choices)
{
    if (!difference.rows.a || !difference.rows.b)
        return editedRow(table, difference, choices);
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
        return alike || !definition.written ? CellState::ChangedBoth : CellState::Conflict;
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

} // namespace Rejoin

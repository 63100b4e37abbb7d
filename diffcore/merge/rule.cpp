#include "diffcore/merge/rule.h"

#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/suggestion.h"
#include "diffcore/value/counter.h"

namespace Rejoin {

namespace {

Cells choicesOf(const Difference &difference)
{
    const auto *present = std::get_if<Cells>(&difference.decision.kind);
    return present ? *present : Cells{};
}

/// The choices that a row has, and the given one; nothing where the column is not in conflict.
std::optional<DecisionKind> withChoice(const Rule &rule, const AlignedTable &table, const Difference &difference,
                                       Version from)
{
    const int column = table.columnIndex(rule.column);
    if (column < 0 || !difference.rows.a || !difference.rows.b)
        return std::nullopt;
    Cells cells = choicesOf(difference);
    const MergedCells merged =
        mergeCells(table, difference.rows.baseline, *difference.rows.a, *difference.rows.b, cells);
    const bool open = merged.conflicting.contains(column) ||
                      (difference.entangled && difference.outcome == Outcome::CellConflict && cells.choices.isEmpty());
    if (!open)
        return std::nullopt;
    cells.choices.insert(table.columns[column].name, from);
    return cells;
}

std::optional<DecisionKind> newest(const Rule &rule, const AlignedTable &table, const Difference &difference)
{
    const int column = table.columnIndex(rule.column);
    if (column < 0 || !difference.rows.a || !difference.rows.b)
        return std::nullopt;
    const auto order = compareStamps(difference.rows.a->at(column), difference.rows.b->at(column));
    if (!order || *order == std::strong_ordering::equal)
        return std::nullopt;
    return Take{*order == std::strong_ordering::greater ? Version::A : Version::B};
}

/// Both servers moved the counter on from the baseline, perhaps by the same amount.
std::optional<DecisionKind> sumOfDeltas(const Rule &rule, const AlignedTable &table, const Difference &difference)
{
    const int column = table.columnIndex(rule.column);
    const PerVersion<std::optional<Row>> &rows = difference.rows;
    if (column < 0 || !rows.baseline || !rows.a || !rows.b)
        return std::nullopt;
    const Equality exact{Equality::Rule::ByNumber};
    for (const Side side : bothSides) {
        if (equal(rows[side]->at(column), rows.baseline->at(column), exact))
            return std::nullopt;
    }
    const std::optional<Value> sum =
        Rejoin::sumOfDeltas(rows.baseline->at(column), rows.a->at(column), rows.b->at(column));
    if (!sum)
        return std::nullopt;
    Cells cells = choicesOf(difference);
    if (cells.choices.contains(table.columns[column].name))
        return std::nullopt;
    cells.choices.insert(table.columns[column].name, *sum);
    return cells;
}

std::optional<DecisionKind> kindFor(const Rule &rule, const AlignedTable &table, const Difference &difference)
{
    switch (rule.kind) {
    case Rule::Kind::TakeRow: return Take{rule.from};
    case Rule::Kind::TakeColumn: return withChoice(rule, table, difference, rule.from);
    case Rule::Kind::IgnoreColumn: return withChoice(rule, table, difference, Version::A);
    case Rule::Kind::Newest: return newest(rule, table, difference);
    case Rule::Kind::KeepBoth: return KeepBoth{rule.moves};
    case Rule::Kind::SumOfDeltas: return sumOfDeltas(rule, table, difference);
    case Rule::Kind::Renumber: return std::nullopt; // needs all rows, see renumber()
    }
    return std::nullopt;
}

bool isOpenTo(const Rule &rule, const Difference &difference)
{
    return !difference.resolved ||
           (rule.kind == Rule::Kind::SumOfDeltas && difference.decision.origin == Decision::Origin::Automatic);
}

} // namespace

QList<int> counterColumns(const QList<Rule> &rules, const AlignedTable &table)
{
    QList<int> columns;
    for (const Rule &rule : rules) {
        if (rule.kind != Rule::Kind::SumOfDeltas || !matchesGlob(rule.table, table.name))
            continue;
        const int column = table.columnIndex(rule.column);
        if (column >= 0 && !columns.contains(column))
            columns.append(column);
    }
    std::ranges::sort(columns);
    return columns;
}

std::optional<Decision> applyRule(const Rule &rule, const AlignedTable &table, const Difference &difference)
{
    if (!isOpenTo(rule, difference) || !matchesGlob(rule.table, table.name))
        return std::nullopt;
    // two rows that were given one key: choosing between them would lose one, so a rule can only keep both
    if (difference.outcome == Outcome::KeyCollision && rule.kind != Rule::Kind::KeepBoth)
        return std::nullopt;
    const std::optional<DecisionKind> kind = kindFor(rule, table, difference);
    if (!kind || !whyNot(table, difference, *kind).isEmpty())
        return std::nullopt;
    Decision decision;
    decision.kind = *kind;
    decision.origin = Decision::Origin::Rule;
    decision.rule = rule.name;
    decision.reason = QStringLiteral("rule \"%1\"").arg(rule.name);
    return decision;
}

} // namespace Rejoin

#include "diffcore/merge/rule.h"

#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/suggestion.h"

#include <QRegularExpression>

namespace Rejoin {

namespace {

bool matches(const Rule &rule, const AlignedTable &table)
{
    const QRegularExpression pattern(QRegularExpression::wildcardToRegularExpression(rule.table),
                                     QRegularExpression::CaseInsensitiveOption);
    return pattern.match(table.name.display()).hasMatch() || pattern.match(table.name.name).hasMatch();
}

/// The choices that a row has, and the given one; nothing where the column is not in conflict.
std::optional<DecisionKind> withChoice(const Rule &rule, const AlignedTable &table, const Difference &difference,
                                       Version from)
{
    const int column = table.columnIndex(rule.column);
    if (column < 0 || !difference.rows.a || !difference.rows.b)
        return std::nullopt;
    const auto *present = std::get_if<Cells>(&difference.decision.kind);
    Cells cells = present ? *present : Cells{};
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
    const Value &a = difference.rows.a->at(column);
    const Value &b = difference.rows.b->at(column);
    // ISO 8601 stamps of one spelling are ordered like their text
    if (!a.isPresent() || !b.isPresent() || a == b || a.bytes().size() != b.bytes().size())
        return std::nullopt;
    return Take{a > b ? Version::A : Version::B};
}

std::optional<DecisionKind> kindFor(const Rule &rule, const AlignedTable &table, const Difference &difference)
{
    switch (rule.kind) {
    case Rule::Kind::TakeRow: return Take{rule.from};
    case Rule::Kind::TakeColumn: return withChoice(rule, table, difference, rule.from);
    case Rule::Kind::IgnoreColumn: return withChoice(rule, table, difference, Version::A);
    case Rule::Kind::Newest: return newest(rule, table, difference);
    case Rule::Kind::KeepBoth: return KeepBoth{rule.moves};
    }
    return std::nullopt;
}

} // namespace

std::optional<Decision> applyRule(const Rule &rule, const AlignedTable &table, const Difference &difference)
{
    if (difference.resolved || !matches(rule, table))
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

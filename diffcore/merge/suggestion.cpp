#include "diffcore/merge/suggestion.h"

#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/renumber.h"

namespace Rejoin {

namespace {

Decision automatic(DecisionKind kind, const QString &reason)
{
    Decision decision;
    decision.kind = std::move(kind);
    decision.reason = reason;
    return decision;
}

QString changeText(Change change)
{
    switch (change) {
    case Change::None: return QStringLiteral("unchanged");
    case Change::Inserted: return QStringLiteral("inserted");
    case Change::Updated: return QStringLiteral("updated");
    case Change::Deleted: return QStringLiteral("deleted");
    case Change::Unknown: return QStringLiteral("not known");
    case Change::Touched: return QStringLiteral("inserted or updated");
    }
    return {};
}

Decision takeOnly(const Difference &difference, Side side)
{
    const QString name = side == Side::A ? QStringLiteral("A") : QStringLiteral("B");
    const QString rest = side == Side::A ? QStringLiteral("B") : QStringLiteral("A");
    const QString since = difference.baselineKnown ? QStringLiteral("the baseline") : QStringLiteral("the split");
    const QString reason =
        QStringLiteral("%1 on %2, %3 unchanged since %4").arg(changeText(difference.changes[side]), name, rest, since);
    if (!difference.rows[side])
        return automatic(DeleteRow{}, reason);
    return automatic(Take{versionOf(side)}, reason);
}

Decision convergent(const Difference &difference)
{
    if (!difference.rows.a)
        return automatic(DeleteRow{}, QStringLiteral("deleted on both"));
    return automatic(Take{Version::A}, QStringLiteral("the same on both"));
}

} // namespace

Decision automaticDecision(const AlignedTable &table, const Difference &difference)
{
    Q_UNUSED(table)
    if (difference.entangled)
        return {};
    switch (difference.outcome) {
    case Outcome::OnlyA: return takeOnly(difference, Side::A);
    case Outcome::OnlyB: return takeOnly(difference, Side::B);
    case Outcome::Convergent: return convergent(difference);
    case Outcome::CellMerge: return automatic(Cells{}, QStringLiteral("A and B changed different columns"));
    case Outcome::Unchanged:
    case Outcome::KeyCollision:
    case Outcome::CellConflict:
    case Outcome::DeleteUpdate:
    case Outcome::UpdateDelete:
    case Outcome::MissingUnknown:
    case Outcome::DriftedBefore: return {};
    }
    return {};
}

std::optional<Decision> suggestion(const AlignedTable &table, const Difference &difference, Side moves)
{
    // of a natural number the rule that writes it anew tells the next one
    if (difference.outcome != Outcome::KeyCollision || isKeyHandedOut(table))
        return std::nullopt;
    Decision decision;
    decision.kind = KeepBoth{moves};
    decision.origin = Decision::Origin::Suggestion;
    decision.reason = difference.entangled ? QStringLiteral("belongs to a row whose key names two rows")
                                           : QStringLiteral("one key was given to two different rows");
    return decision;
}

bool settles(const AlignedTable &table, const Difference &difference, const DecisionKind &kind)
{
    if (std::holds_alternative<Unresolved>(kind))
        return false;
    const auto *cells = std::get_if<Cells>(&kind);
    if (!cells)
        return true;
    // a row that one server alone has, edited
    if (!difference.rows.a || !difference.rows.b)
        return !cells->choices.isEmpty() && (difference.rows.a || difference.rows.b);
    const MergedCells merged =
        mergeCells(table, difference.rows.baseline, *difference.rows.a, *difference.rows.b, *cells);
    if (!merged.conflicting.isEmpty())
        return false;
    // an entangled row is equal on both sides by its digits only: a choice must say whose reference is meant
    return !difference.entangled || !cells->choices.isEmpty();
}

namespace {

QString whyNotCells(const AlignedTable &table, const Difference &difference, const Cells &cells)
{
    for (auto choice = cells.choices.begin(); choice != cells.choices.end(); ++choice) {
        const int column = table.columnIndex(choice.key());
        if (column < 0)
            return QStringLiteral("there is no column %1").arg(choice.key());
        if (table.keyColumns.contains(column))
            return QStringLiteral("%1 is part of the key").arg(choice.key());
        if (table.columns[column].definition().source == ValueSource::Computed)
            return QStringLiteral("%1 is computed by the server").arg(choice.key());
        if (!table.columns[column].written)
            return QStringLiteral("%1 is a column that no script writes").arg(choice.key());
        const auto *version = std::get_if<Version>(&choice.value());
        if (version && !difference.rows[*version])
            return QStringLiteral("there is no such row in %1").arg(kindText(Take{*version}).mid(5));
    }
    if (!difference.rows.a && !difference.rows.b)
        return QStringLiteral("neither A nor B has the row");
    return {};
}

QString whyNotValue(const AlignedTable &table, const QString &name)
{
    const int column = table.columnIndex(name);
    if (column < 0)
        return QStringLiteral("there is no column %1").arg(name);
    if (column == table.generatedKeyColumn())
        return QStringLiteral("%1 is given out by the server").arg(name);
    if (table.columns[column].definition().source == ValueSource::Computed)
        return QStringLiteral("%1 is computed by the server").arg(name);
    return {};
}

QString whyNotBoth(const AlignedTable &table, const Difference &difference, const KeepBoth &both)
{
    bool newKey = false;
    for (auto value = both.values.begin(); value != both.values.end(); ++value) {
        const QString why = whyNotValue(table, value.key());
        if (!why.isEmpty())
            return why;
        newKey = newKey || table.keyColumns.contains(table.columnIndex(value.key()));
    }
    const bool bothInserted = difference.baselineKnown && !difference.rows.baseline;
    if (difference.outcome != Outcome::KeyCollision && !(newKey && bothInserted))
        return QStringLiteral("only rows that were inserted on both servers under one key can both be kept");
    if (!difference.rows.a || !difference.rows.b)
        return QStringLiteral("there is no row on both servers");
    return {};
}

QString whyNotSame(const Difference &difference, const SameEntity &same)
{
    if (same.winner == difference.key)
        return QStringLiteral("a row cannot be joined with itself");
    if (!difference.baselineKnown || difference.rows.baseline)
        return QStringLiteral("only a row that was inserted after the split can be joined with another");
    const bool namesTwo = difference.outcome == Outcome::KeyCollision && difference.rows.a && difference.rows.b;
    if (namesTwo && !same.of)
        return QStringLiteral("its key names two rows: say whose is meant, A's or B's");
    if (same.of && !namesTwo)
        return QStringLiteral("its key names one row");
    return {};
}

} // namespace

QString whyNot(const AlignedTable &table, const Difference &difference, const DecisionKind &kind)
{
    if (const auto *take = std::get_if<Take>(&kind))
        return take->from == Version::Baseline && !difference.baselineKnown
                   ? QStringLiteral("the baseline of this row is not known")
                   : QString();
    if (const auto *cells = std::get_if<Cells>(&kind))
        return whyNotCells(table, difference, *cells);
    if (const auto *both = std::get_if<KeepBoth>(&kind))
        return whyNotBoth(table, difference, *both);
    if (const auto *same = std::get_if<SameEntity>(&kind))
        return whyNotSame(difference, *same);
    return {};
}

} // namespace Rejoin

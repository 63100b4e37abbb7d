#include "diffcore/compare/classifier.h"

#include <QSet>
#include <algorithm>

namespace Rejoin {

namespace {

/// Lines 13 and 14, where one side deleted and the other did not.
Outcome deletedOn(Side side, Change otherChange)
{
    if (otherChange == Change::None)
        return side == Side::A ? Outcome::OnlyA : Outcome::OnlyB;
    return side == Side::A ? Outcome::DeleteUpdate : Outcome::UpdateDelete;
}

/// Those in which a decision makes a difference, since scripts write them.
QList<int> decidable(const AlignedTable &table, QList<int> columns)
{
    columns.removeIf([&](int column) { return !table.columns[column].written; });
    return columns;
}

/// Cells that only a decision can settle; where there are none, no person is asked.
void askOfCells(Classification &found, const AlignedTable &table)
{
    found.conflicting = decidable(table, found.differing);
    if (found.conflicting.isEmpty())
        found.outcome = Outcome::CellMerge;
}

/// Whether a row is another than the baseline's. What the baseline has no column for counts as what it was added as;
/// where that is not known it is no change of the row.
Change changeOf(const AlignedTable &table, const Row &baseline, const std::optional<Row> &row)
{
    if (!row)
        return Change::Deleted;
    for (int i = 0; i < table.columns.size(); ++i) {
        const AlignedColumn &column = table.columns[i];
        const Value &old = column.atSplit(baseline[i]);
        if (column.compared && !old.isAbsent() && !equal(old, row->at(i), column.equality))
            return Change::Updated;
    }
    return Change::None;
}

/// Both sides inserted the row: lines 8 and 9.
void classifyInserts(Classification &found, const AlignedTable &table, KeyNature nature)
{
    found.changes = {Change::Inserted, Change::Inserted};
    found.outcome = found.differing.isEmpty()        ? Outcome::Convergent
                    : nature == KeyNature::HandedOut ? Outcome::KeyCollision
                                                     : Outcome::CellConflict;
    if (found.outcome == Outcome::CellConflict)
        askOfCells(found, table);
}

/// Both sides have the row and the baseline had it: lines 1, 4, 5, 10, 11 and 12, cell by cell. Cells that both sides
/// changed alike are no concern: a row that only A changed besides is A's.
void classifyUpdates(Classification &found, const AlignedTable &table, const Row &baseline, const Row &a, const Row &b)
{
    PerSide<bool> changed;
    for (const int i : std::as_const(found.differing)) {
        const Equality &equality = table.columns[i].equality;
        const Value &old = table.columns[i].atSplit(baseline[i]);
        const bool byA = old.isAbsent() || !equal(old, a[i], equality);
        const bool byB = old.isAbsent() || !equal(old, b[i], equality);
        changed.a = changed.a || byA;
        changed.b = changed.b || byB;
        if (byA == byB && table.columns[i].written)
            found.conflicting.append(i);
    }
    if (found.differing.isEmpty()) {
        const Change both = changeOf(table, baseline, a);
        found.changes = {both, both};
        found.outcome = both == Change::None ? Outcome::Unchanged : Outcome::Convergent;
        return;
    }
    for (const Side side : bothSides)
        found.changes[side] = changed[side] ? Change::Updated : Change::None;
    found.outcome = !found.conflicting.isEmpty() ? Outcome::CellConflict
                    : changed.a && changed.b     ? Outcome::CellMerge
                    : changed.a                  ? Outcome::OnlyA
                                                 : Outcome::OnlyB;
}

void classifyKnown(Classification &found, const AlignedTable &table, const std::optional<Row> &baseline,
                   const PerSide<std::optional<Row>> &rows, KeyNature nature)
{
    if (rows.a && rows.b) {
        if (baseline)
            classifyUpdates(found, table, *baseline, *rows.a, *rows.b);
        else
            classifyInserts(found, table, nature);
        return;
    }
    for (const Side side : bothSides) {
        if (baseline)
            found.changes[side] = changeOf(table, *baseline, rows[side]);
        else
            found.changes[side] = rows[side] ? Change::Inserted : Change::None;
    }
    if (!baseline)
        found.outcome = rows.a ? Outcome::OnlyA : rows.b ? Outcome::OnlyB : Outcome::Unchanged;
    else if (!rows.a && !rows.b)
        found.outcome = Outcome::Convergent;
    else
        found.outcome = rows.b ? deletedOn(Side::A, found.changes.b) : deletedOn(Side::B, found.changes.a);
}

/// What the evidence says of a side cannot be so: it deleted a row that is there, or touched one that is not.
bool contradicts(Change change, bool isThere)
{
    switch (change) {
    case Change::None:
    case Change::Unknown: return false;
    case Change::Deleted: return isThere;
    case Change::Inserted:
    case Change::Updated:
    case Change::Touched: return !isThere;
    }
    return true;
}

bool tellsNothing(const PerSide<Change> &changes, const PerSide<std::optional<Row>> &rows)
{
    return std::ranges::any_of(bothSides, [&](Side side) {
        return changes[side] == Change::Unknown || contradicts(changes[side], rows[side].has_value());
    });
}

Outcome only(Side side)
{
    return side == Side::A ? Outcome::OnlyA : Outcome::OnlyB;
}

/// Both rows are there and differ, and the changes are known.
void classifyTouched(Classification &found, const AlignedTable &table, const PerSide<Change> &changes, KeyNature nature)
{
    if (changes.a == Change::None && changes.b == Change::None)
        found.outcome = Outcome::DriftedBefore;
    else if (changes.a == Change::None || changes.b == Change::None)
        found.outcome = only(changes.b == Change::None ? Side::A : Side::B);
    else if (changes == PerSide<Change>{Change::Inserted, Change::Inserted})
        classifyInserts(found, table, nature);
    else
        found.outcome = Outcome::CellConflict;
}

/// One row alone is there, on `side`, and the changes are known.
Outcome missingOutcome(Side side, Change there, Change missing)
{
    if (missing == Change::None) {
        if (there == Change::None)
            return Outcome::DriftedBefore;
        return there == Change::Inserted ? only(side) : Outcome::MissingUnknown;
    }
    return there == Change::Inserted ? Outcome::MissingUnknown : deletedOn(other(side), there);
}

/// The old values are not known, the changes may be.
void classifyUnknown(Classification &found, const AlignedTable &table, const PerSide<Change> &changes,
                     const PerSide<std::optional<Row>> &rows, KeyNature nature)
{
    found.changes = changes;
    const bool bothThere = rows.a && rows.b;
    if (bothThere && found.differing.isEmpty()) {
        const bool touched = changes.a != Change::None || changes.b != Change::None;
        found.outcome = touched ? Outcome::Convergent : Outcome::Unchanged;
    } else if (!rows.a && !rows.b) {
        found.outcome = Outcome::Convergent;
    } else if (tellsNothing(changes, rows)) {
        found.outcome = bothThere ? Outcome::CellConflict : Outcome::MissingUnknown;
    } else if (bothThere) {
        classifyTouched(found, table, changes, nature);
    } else {
        const Side there = rows.a ? Side::A : Side::B;
        found.outcome = missingOutcome(there, changes[there], changes[other(there)]);
    }
    if (found.outcome == Outcome::CellConflict)
        askOfCells(found, table);
}

bool leadsToGenerated(const Alignment &alignment, int table, int column, QSet<QPair<int, int>> &visited)
{
    if (visited.contains({table, column}))
        return false;
    visited.insert({table, column});
    const AlignedColumn &aligned = alignment.tables[table].columns[column];
    if (aligned.handedOut)
        return true;
    for (const Side side : bothSides) {
        if (aligned.in[side] && aligned.in[side]->source == ValueSource::Generated)
            return true;
    }
    return std::ranges::any_of(alignment.relations, [&](const Relation &relation) {
        const qsizetype at = relation.child == table ? relation.childColumns.indexOf(column) : -1;
        return at >= 0 && leadsToGenerated(alignment, relation.parent, relation.parentColumns[at], visited);
    });
}

} // namespace

QList<int> differingColumns(const AlignedTable &table, const Row &left, const Row &right)
{
    QList<int> differing;
    for (int i = 0; i < table.columns.size(); ++i) {
        const AlignedColumn &column = table.columns[i];
        if (column.compared && !equal(left[i], right[i], column.equality))
            differing.append(i);
    }
    return differing;
}

Classification classify(const AlignedTable &table, const Knowledge &baseline, const PerSide<std::optional<Row>> &rows,
                        KeyNature nature)
{
    Classification found;
    if (rows.a && rows.b)
        found.differing = differingColumns(table, *rows.a, *rows.b);
    if (baseline.baselineKnown)
        classifyKnown(found, table, baseline.row, rows, nature);
    else
        classifyUnknown(found, table, baseline.changes, rows, nature);
    return found;
}

bool isHandedOut(const Alignment &alignment, int table, int column)
{
    QSet<QPair<int, int>> visited;
    return leadsToGenerated(alignment, table, column, visited);
}

} // namespace Rejoin

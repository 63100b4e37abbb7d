#include "diffcore/merge/cellmerge.h"

#include "diffcore/merge/rekey.h"

namespace Rejoin {

namespace {

enum class CellOrigin : quint8 { Same, A, B, Conflict };

CellOrigin cellOrigin(const AlignedColumn &column, const Value *baseline, const Value &a, const Value &b)
{
    if (!column.compared || !column.written)
        return a.isAbsent() ? CellOrigin::B : CellOrigin::Same;
    if (equal(a, b, column.equality))
        return CellOrigin::Same;
    if (!baseline || column.atSplit(*baseline).isAbsent())
        return CellOrigin::Conflict;
    if (equal(column.atSplit(*baseline), b, column.equality))
        return CellOrigin::A;
    if (equal(column.atSplit(*baseline), a, column.equality))
        return CellOrigin::B;
    return CellOrigin::Conflict;
}

const Value &chosen(const CellChoice &choice, const Value *baseline, const Value &a, const Value &b)
{
    static const Value absent;
    if (const auto *value = std::get_if<Value>(&choice))
        return *value;
    switch (std::get<Version>(choice)) {
    case Version::Baseline: return baseline ? *baseline : absent;
    case Version::A: return a;
    case Version::B: return b;
    }
    return absent;
}

} // namespace

MergedCells mergeCells(const AlignedTable &table, const std::optional<Row> &baseline, const Row &a, const Row &b,
                       const Cells &choices)
{
    MergedCells merged;
    merged.row.reserve(table.columns.size());
    for (int i = 0; i < table.columns.size(); ++i) {
        const Value *old = baseline ? &baseline->at(i) : nullptr;
        const auto choice = choices.choices.constFind(table.columns[i].name);
        if (choice != choices.choices.constEnd()) {
            merged.row.append(chosen(*choice, old, a[i], b[i]));
            continue;
        }
        const CellOrigin origin = cellOrigin(table.columns[i], old, a[i], b[i]);
        if (origin == CellOrigin::Conflict)
            merged.conflicting.append(i);
        merged.row.append(origin == CellOrigin::B ? b[i] : a[i]);
    }
    return merged;
}

QList<int> conflictingColumns(const AlignedTable &table, const Difference &difference)
{
    if (!difference.rows.a || !difference.rows.b)
        return {};
    return mergeCells(table, difference.rows.baseline, *difference.rows.a, *difference.rows.b, {}).conflicting;
}

bool bothReferAnew(const Difference &difference, const QList<int> &columns)
{
    const auto &[baseline, a, b] = difference.rows;
    return a && b && valuesAt(*a, columns) == valuesAt(*b, columns) && !hasGap(valuesAt(*a, columns)) &&
           (!baseline || valuesAt(*a, columns) != valuesAt(*baseline, columns));
}

Cells conflictsFrom(const Alignment &alignment, const Difference &difference, Side side)
{
    const AlignedTable &table = alignment.tables[difference.table];
    QList<int> columns = conflictingColumns(table, difference);
    const bool isInDoubt = difference.entangled && difference.outcome == Outcome::CellConflict;
    for (const Relation &relation : alignment.relations) {
        if (isInDoubt && relation.child == difference.table && bothReferAnew(difference, relation.childColumns))
            columns += relation.childColumns;
    }
    Cells cells;
    for (const int column : std::as_const(columns)) {
        if (!table.keyColumns.contains(column))
            cells.choices.insert(table.columns[column].name, versionOf(side));
    }
    return cells;
}

} // namespace Rejoin

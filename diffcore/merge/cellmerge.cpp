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

QList<int> doubtfulColumns(const Alignment &alignment, const Difference &difference)
{
    const auto &[baseline, a, b] = difference.rows;
    QList<int> doubtful;
    if (!difference.entangled || difference.outcome != Outcome::CellConflict || !a || !b)
        return doubtful;
    for (const Relation &relation : alignment.relations) {
        const QList<int> &columns = relation.childColumns;
        const bool isGivenAnew = relation.child == difference.table && valuesAt(*a, columns) == valuesAt(*b, columns) &&
                                 !hasGap(valuesAt(*a, columns)) &&
                                 (!baseline || valuesAt(*a, columns) != valuesAt(*baseline, columns));
        for (const int column : isGivenAnew ? columns : QList<int>()) {
            if (!alignment.tables[difference.table].keyColumns.contains(column) && !doubtful.contains(column))
                doubtful.append(column);
        }
    }
    return doubtful;
}

} // namespace Rejoin

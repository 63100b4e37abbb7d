#include "diffcore/script/scriptrows.h"

#include <algorithm>

namespace Rejoin {

ScriptRows::ScriptRows(const MergeInput &input, const Plan &plan)
    : m_input(input)
    , m_plan(plan)
{
    const Version version = versionOf(plan.target);
    for (const AlignedTable &alignedTable : input.alignment.tables) {
        const QList<int> written = alignedTable.columnsOf(version);
        QList<int> compared;
        std::ranges::copy_if(written, std::back_inserter(compared),
                             [&](int column) { return alignedTable.columns[column].compared; });
        m_written += written;
        m_compared += compared;
    }
}

const Table *ScriptRows::table(int table) const
{
    const std::optional<Table> &found = aligned(table).in[m_plan.target];
    Q_ASSERT(found);
    return &*found;
}

QString ScriptRows::name(int table, int column) const
{
    const std::optional<Column> &found = aligned(table).columns[column].in[m_plan.target];
    Q_ASSERT(found);
    return found->name;
}

ScriptRows::Cells ScriptRows::key(const RowOperation &operation) const
{
    Cells cells;
    const QList<int> &columns = aligned(operation.table).keyColumns;
    for (qsizetype index = 0; index < columns.size(); ++index)
        cells += {name(operation.table, columns[index]), operation.key.values[index]};
    return cells;
}

ScriptRows::Cells ScriptRows::cells(int table, const Row &row, const QList<int> &columns) const
{
    Cells cells;
    cells.reserve(columns.size());
    for (const int column : columns) {
        if (!row[column].isAbsent())
            cells += {name(table, column), row[column]};
    }
    return cells;
}

RowChange ScriptRows::change(const RowOperation &operation) const
{
    RowChange change;
    change.table = table(operation.table);
    change.row = aligned(operation.table).describeKey(operation.key);
    change.key = key(operation);
    change.copies = operation.copies;
    const QList<int> &compared = m_compared[operation.table];
    switch (operation.kind) {
    case RowOperation::Kind::Insert:
        change.kind = RowChange::Kind::Insert;
        change.after = cells(operation.table, *operation.after, m_written[operation.table]);
        if (change.key.isEmpty())
            change.before = cells(operation.table, *operation.after, compared);
        break;
    case RowOperation::Kind::Update:
        change.kind = RowChange::Kind::Update;
        change.before = cells(operation.table, *operation.before, compared);
        change.after = cells(operation.table, *operation.after, operation.columns);
        break;
    case RowOperation::Kind::Delete:
        change.kind = RowChange::Kind::Delete;
        change.before = cells(operation.table, *operation.before, compared);
        break;
    }
    return change;
}

RowChange ScriptRows::finalRow(const RowOperation &operation) const
{
    RowChange row = change(operation);
    if (operation.kind != RowOperation::Kind::Update)
        return row;
    QList<int> columns = m_compared[operation.table];
    for (const int column : operation.columns) {
        if (!columns.contains(column))
            columns += column;
    }
    row.kind = RowChange::Kind::Insert;
    row.after = cells(operation.table, *operation.after, columns);
    return row;
}

QList<RowChange> ScriptRows::finalRows() const
{
    // A row that goes through a value in between, or one of several equal rows, has more than one operation: the last
    // one tells how it stands.
    QHash<std::pair<int, RowKey>, qsizetype> last;
    const auto slotOf = [&](const RowOperation &operation) {
        RowKey key = operation.key;
        if (aligned(operation.table).isKeyless())
            key.values.removeLast(); // the ordinal
        return std::pair(operation.table, key);
    };
    for (qsizetype index = 0; index < m_plan.operations.size(); ++index)
        last[slotOf(m_plan.operations[index])] = index;
    QList<RowChange> rows;
    rows.reserve(last.size());
    for (qsizetype index = 0; index < m_plan.operations.size(); ++index) {
        if (last[slotOf(m_plan.operations[index])] == index)
            rows += finalRow(m_plan.operations[index]);
    }
    return rows;
}

QList<RowChange> ScriptRows::sample(const QList<RowChange> &rows, int limit)
{
    if (rows.size() <= limit)
        return rows;
    QList<RowChange> sample;
    for (qsizetype index = 0; index < limit; ++index)
        sample += rows[index * (rows.size() - 1) / (limit - 1)];
    return sample;
}

QList<const Table *> ScriptRows::touchedTables() const
{
    QList<int> touched;
    for (const RowOperation &operation : m_plan.operations) {
        if (!touched.contains(operation.table))
            touched += operation.table;
    }
    for (const GeneratorSetting &setting : m_plan.generators) {
        if (!touched.contains(setting.table))
            touched += setting.table;
    }
    std::ranges::sort(touched);
    QList<const Table *> tables;
    for (const int index : touched)
        tables += table(index);
    return tables;
}

GeneratorChange ScriptRows::change(const GeneratorSetting &setting) const
{
    GeneratorChange change;
    change.table = table(setting.table);
    change.column = name(setting.table, setting.column);
    change.lastGiven = setting.lastGiven;
    change.before = setting.before;
    return change;
}

} // namespace Rejoin

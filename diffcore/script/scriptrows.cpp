#include "diffcore/script/scriptrows.h"

#include "diffcore/schema/columnfit.h"

#include <algorithm>
#include <memory>

namespace Rejoin {

ScriptRows::ScriptRows(const MergeInput &input, const Plan &plan)
    : m_input(input)
    , m_plan(plan)
{
    const Version version = versionOf(plan.target);
    for (const AlignedTable &alignedTable : input.alignment.tables) {
        QList<int> written = alignedTable.columnsOf(version);
        // nor are they proved: what fills them may do so while the script runs
        written.removeIf([&](int column) { return !alignedTable.columns[column].written; });
        QList<int> compared;
        std::ranges::copy_if(written, std::back_inserter(compared),
                             [&](int column) { return alignedTable.columns[column].compared; });
        QStringList names;
        for (const AlignedColumn &column : alignedTable.columns) {
            // one of its own: two threads that count the users of one text wait for each other
            const std::optional<Column> &there = column.in[plan.target];
            names += there ? QString(there->name.constData(), there->name.size()) : QString();
        }
        m_names += names;
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

const QString &ScriptRows::name(int table, int column) const
{
    Q_ASSERT(!m_names[table][column].isNull());
    return m_names[table][column];
}

/// The value as the target's column holds it, where the other server has the column in another type.
Value ScriptRows::held(int table, int column, const Value &value) const
{
    const AlignedColumn &alignedColumn = aligned(table).columns[column];
    return alignedColumn.isRetyped() ? asColumnHolds(value, *alignedColumn.in[m_plan.target]) : value;
}

ScriptRows::Cells ScriptRows::key(int table, const RowKey &key) const
{
    Cells cells;
    const QList<int> &columns = aligned(table).keyColumns;
    for (qsizetype index = 0; index < columns.size(); ++index)
        cells += {name(table, columns[index]), key.values[index]};
    return cells;
}

/// Where a row stands on the target; equal rows of a keyless table stand in one place.
std::pair<int, RowKey> ScriptRows::slot(int table, RowKey key) const
{
    if (aligned(table).isKeyless())
        key.values.removeLast(); // the ordinal
    return {table, key};
}

ScriptRows::Cells ScriptRows::cells(int table, const Row &row, const QList<int> &columns) const
{
    Cells cells;
    cells.reserve(columns.size());
    for (const int column : columns) {
        if (!row[column].isAbsent())
            cells += {name(table, column), held(table, column, row[column])};
    }
    return cells;
}

RowChange ScriptRows::change(const RowOperation &operation) const
{
    RowChange change;
    change.table = table(operation.table);
    change.row = aligned(operation.table).describeKey(operation.key);
    change.key = key(operation.table, operation.key);
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

/// Of each place, in the order of the plan. A row that goes through a value in between, or one of several equal rows,
/// has more than one operation: the last one tells how it stands.
std::vector<qsizetype> ScriptRows::lastOperations() const
{
    // nearly all places have one, and it is quicker to sort their hashes than to keep the places themselves
    std::vector<std::pair<size_t, qsizetype>> places;
    places.reserve(m_plan.operations.size());
    for (qsizetype index = 0; index < m_plan.operations.size(); ++index) {
        const RowOperation &operation = m_plan.operations[index];
        places.emplace_back(qHash(slot(operation.table, operation.key)), index);
    }
    std::ranges::sort(places);
    std::vector<bool> isLast(places.size(), true);
    for (size_t begin = 0, end = 0; begin < places.size(); begin = end) {
        for (end = begin + 1; end < places.size() && places[end].first == places[begin].first; ++end) {
        }
        if (end - begin == 1)
            continue;
        QSet<std::pair<int, RowKey>> later;
        for (size_t next = end; next-- > begin;) {
            const RowOperation &operation = m_plan.operations[places[next].second];
            const std::pair<int, RowKey> place = slot(operation.table, operation.key);
            isLast[places[next].second] = !later.contains(place);
            later.insert(place);
        }
    }
    std::vector<qsizetype> last;
    last.reserve(places.size());
    for (qsizetype index = 0; index < m_plan.operations.size(); ++index) {
        if (isLast[index])
            last.push_back(index);
    }
    return last;
}

RowChanges ScriptRows::finalRows() const
{
    const auto last = std::make_shared<const std::vector<qsizetype>>(lastOperations());
    return {qsizetype(last->size()),
            [this, last](qsizetype place) { return finalRow(m_plan.operations[last->at(place)]); }};
}

void ScriptRows::keep(const Difference &difference, RowChange &row) const
{
    const std::optional<Row> &there = difference.rows[m_plan.target];
    if (!aligned(difference.table).isKeyless()) {
        row.key = key(difference.table, difference.key);
        row.kind = there ? RowChange::Kind::Insert : RowChange::Kind::Delete;
        if (there)
            row.after = cells(difference.table, *there, m_compared[difference.table]);
        return;
    }
    if (!row.table) { // rows that are equal to it and come before the first that is listed are on all versions
        row.copies = difference.key.values.last().toInteger().value_or(1) - 2;
        Row values(aligned(difference.table).columns.size());
        for (qsizetype index = 0; index < m_compared[difference.table].size(); ++index)
            values[m_compared[difference.table][index]] = difference.key.values[index];
        row.before = cells(difference.table, values, m_compared[difference.table]);
    }
    row.kind = RowChange::Kind::Insert;
    row.copies += there ? 1 : 0;
}

QList<RowChange> ScriptRows::keptRows() const
{
    QHash<qint64, const RowOperation *> operations;
    operations.reserve(m_plan.operations.size());
    for (const RowOperation &operation : m_plan.operations)
        operations.insert(operation.difference, &operation);
    // most are written where they stand: no more of them is asked
    QList<const Difference *> others;
    for (const Difference &difference : m_input.differences) {
        const RowOperation *operation = operations.value(difference.id);
        if (!operation || operation->table != difference.table || operation->key != difference.key)
            others += &difference;
    }
    return others.isEmpty() ? QList<RowChange>() : keptOf(others);
}

QList<RowChange> ScriptRows::keptOf(const QList<const Difference *> &differences) const
{
    QSet<std::pair<int, RowKey>> left;
    for (const RowOperation &operation : m_plan.operations)
        left.insert(slot(operation.table, operation.key));
    for (const Difference &difference : m_input.differences) {
        if (std::holds_alternative<Skip>(difference.decision.kind))
            left.insert(slot(difference.table, difference.key));
    }
    QHash<std::pair<int, RowKey>, qsizetype> places;
    QList<RowChange> rows;
    for (const Difference *each : differences) {
        const Difference &difference = *each;
        const std::pair<int, RowKey> place = slot(difference.table, difference.key);
        if (left.contains(place))
            continue;
        if (!places.contains(place)) {
            places.insert(place, rows.size());
            rows += RowChange();
        }
        RowChange &row = rows[places[place]];
        keep(difference, row);
        row.table = table(difference.table);
        row.row = aligned(difference.table).describeKey(difference.key);
    }
    return rows;
}

QList<RowChange> ScriptRows::sample(const RowChanges &rows, int limit)
{
    const qsizetype size = std::min<qsizetype>(rows.size(), limit);
    QList<RowChange> sample;
    for (qsizetype index = 0; index < size; ++index)
        sample += rows[size < limit ? index : index * (rows.size() - 1) / (limit - 1)];
    return sample;
}

QList<const Table *> ScriptRows::tables(const QList<RowChange> &alsoOf) const
{
    QSet<const Table *> touched;
    for (const RowOperation &operation : m_plan.operations)
        touched.insert(table(operation.table));
    for (const GeneratorSetting &setting : m_plan.generators)
        touched.insert(table(setting.table));
    for (const RowChange &row : alsoOf)
        touched.insert(row.table);
    if (m_plan.foreignKeysOff)
        addChildren(touched);
    QList<const Table *> tables;
    for (const AlignedTable &alignedTable : m_input.alignment.tables) {
        const std::optional<Table> &found = alignedTable.in[m_plan.target];
        if (found && touched.contains(&*found))
            tables += &*found;
    }
    return tables;
}

void ScriptRows::addChildren(QSet<const Table *> &tables) const
{
    const auto in = [&](int index) -> const Table * {
        const std::optional<Table> &found = aligned(index).in[m_plan.target];
        return found ? &*found : nullptr;
    };
    const QSet<const Table *> parents = tables;
    for (const Relation &relation : m_input.alignment.relations) {
        const Table *child = relation.declared ? in(relation.child) : nullptr;
        if (child && parents.contains(in(relation.parent)))
            tables.insert(child);
    }
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

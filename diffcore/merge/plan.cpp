#include "diffcore/merge/plan.h"

#include "diffcore/merge/planorder.h"
#include "diffcore/merge/rekey.h"
#include "diffcore/merge/selfreference.h"

#include <QMap>

namespace Rejoin {

namespace {

/// What stands under one key of the target, now and afterwards, and whose row it is.
struct Slot
{
    std::optional<Row> before;
    std::optional<Row> after;
    int entityBefore = -1;
    int entityAfter = -1;
    qint64 difference = 0;
};

class Planner
{
public:
    Planner(const MergeInput &input, const MergedState &merged, Side target)
        : m_input(input)
        , m_merged(merged)
        , m_target(target)
        , m_slots(input.alignment.tables.size())
    {
        for (int i = 0; i < input.differences.size(); ++i)
            m_indexOf.insert(input.differences[i].id, i);
    }

    QList<RowOperation> operations()
    {
        fillBefore();
        fillAfter();
        QList<RowOperation> operations;
        operations.reserve(m_merged.entities.size());
        for (int tableIndex = 0; tableIndex < m_slots.size(); ++tableIndex) {
            for (auto slot = m_slots[tableIndex].begin(); slot != m_slots[tableIndex].end(); ++slot)
                appendOperation(operations, tableIndex, slot.key(), slot.value());
            m_slots[tableIndex].clear();
        }
        return operations;
    }

private:
    [[nodiscard]] const AlignedTable &table(int index) const { return m_input.alignment.tables[index]; }

    void fillBefore()
    {
        for (int i = 0; i < m_merged.entities.size(); ++i) {
            const Entity &entity = m_merged.entities[i];
            if (!entity.at[m_target])
                continue;
            Slot &slot = slotAt(entity.table, *entity.at[m_target]);
            slot.before = m_input.differences[m_indexOf[entity.difference]].rows[m_target];
            slot.entityBefore = i;
            slot.difference = entity.difference;
        }
    }

    void fillAfter()
    {
        for (int i = 0; i < m_merged.entities.size(); ++i) {
            const Entity &entity = m_merged.entities[i];
            if (!entity.row)
                continue;
            Slot &slot = slotAt(entity.table, freeKey(entity));
            slot.after = entity.row;
            slot.entityAfter = i;
            slot.difference = entity.difference;
        }
    }

    /// Entities come in the order of their keys, for the most part: the last place is tried first.
    Slot &slotAt(int tableIndex, const RowKey &key)
    {
        QMap<RowKey, Slot> &slots = m_slots[tableIndex];
        const bool isLast = slots.isEmpty() || slots.lastKey() < key;
        return isLast ? *slots.insert(slots.cend(), key, Slot()) : slots[key];
    }

    /// Equal rows of a keyless table take the next ordinal.
    [[nodiscard]] RowKey freeKey(const Entity &entity) const
    {
        RowKey key = *entity.key;
        if (!table(entity.table).isKeyless())
            return key;
        qint64 ordinal = key.values.last().toInteger().value_or(1);
        while (m_slots[entity.table].contains(key) && m_slots[entity.table][key].after)
            key.values.last() = Value::integer(++ordinal);
        return key;
    }

    void appendOperation(QList<RowOperation> &operations, int tableIndex, const RowKey &key, const Slot &slot) const
    {
        RowOperation operation;
        operation.table = tableIndex;
        operation.key = key;
        operation.before = slot.before;
        operation.after = slot.after;
        operation.difference = slot.difference;
        if (slot.before && slot.after) {
            operation.kind = RowOperation::Kind::Update;
            operation.columns = changedColumns(table(tableIndex), slot);
            fillUnchanged(operation);
            if (operation.columns.isEmpty() || table(tableIndex).isKeyless())
                return;
        } else if (slot.before) {
            operation.kind = RowOperation::Kind::Delete;
        } else if (slot.after) {
            operation.kind = RowOperation::Kind::Insert;
        } else {
            return;
        }
        operations.append(std::move(operation));
    }

    [[nodiscard]] bool isWritable(const AlignedColumn &column) const
    {
        const std::optional<Column> &definition = column.in[m_target];
        return column.written && definition && definition->source != ValueSource::Computed;
    }

    [[nodiscard]] QList<int> changedColumns(const AlignedTable &aligned, const Slot &slot) const
    {
        const bool sameRow = slot.entityBefore == slot.entityAfter;
        QList<int> changed;
        for (int i = 0; i < aligned.columns.size(); ++i) {
            const AlignedColumn &column = aligned.columns[i];
            const Value &before = slot.before->at(i);
            const Value &after = slot.after->at(i);
            const bool unlike =
                !after.isAbsent() && (sameRow ? !equal(before, after, column.equality) : before != after);
            // what is not compared stays as the target has it, unless another row moves in
            if (unlike && isWritable(column) && (column.compared || !sameRow) && !aligned.keyColumns.contains(i))
                changed.append(i);
        }
        return changed;
    }

    static void fillUnchanged(RowOperation &operation)
    {
        for (int i = 0; i < operation.before->size(); ++i) {
            // a row is copied when it is written to, which few need
            if (!operation.columns.contains(i) && operation.after->at(i) != operation.before->at(i))
                (*operation.after)[i] = operation.before->at(i);
        }
    }

    const MergeInput &m_input;
    const MergedState &m_merged;
    Side m_target;
    QList<QMap<RowKey, Slot>> m_slots;
    QHash<qint64, int> m_indexOf;
};

/// For keyless tables: how many equal rows the target has before each operation.
void countCopies(const MergeInput &input, Side target, QList<RowOperation> &operations)
{
    QHash<std::pair<int, Row>, qint64> copies;
    QHash<std::pair<int, Row>, qint64> first;
    for (const Difference &difference : input.differences) {
        if (!input.alignment.tables[difference.table].isKeyless())
            continue;
        Row values = difference.key.values;
        const qint64 ordinal = values.takeLast().toInteger().value_or(1);
        const std::pair group(difference.table, values);
        qint64 &lowest = first[group];
        // rows that both servers have come before the ordinals that are listed
        lowest = lowest == 0 ? ordinal : std::min(lowest, ordinal);
        copies[group] += difference.rows[target] ? 1 : 0;
    }
    for (auto group = first.begin(); group != first.end(); ++group)
        copies[group.key()] += group.value() - 1;
    for (RowOperation &operation : operations) {
        if (!input.alignment.tables[operation.table].isKeyless())
            continue;
        Row values = operation.key.values;
        values.removeLast();
        qint64 &count = copies[{operation.table, values}];
        operation.copies = count;
        count += operation.kind == RowOperation::Kind::Insert ? 1 : -1;
    }
}

std::optional<GeneratorSetting> generatorSetting(const MergeInput &input, const MergedState &merged, int index,
                                                 Side target)
{
    const AlignedTable &table = input.alignment.tables[index];
    const int column = table.generatedKeyColumn();
    if (column < 0 || index >= input.generators.size())
        return std::nullopt;
    GeneratorSetting setting{index, column, 0, input.generators[index][target].lastGiven};
    bool keepsCount = false;
    for (const Side side : bothSides) {
        const GeneratorState &state = input.generators[index][side];
        keepsCount = keepsCount || state.lastGiven.has_value();
        setting.lastGiven = std::max({setting.lastGiven, state.lastGiven.value_or(0), state.highest.value_or(0)});
    }
    for (const Entity &entity : merged.entities) {
        if (entity.table == index && entity.row)
            setting.lastGiven = std::max(setting.lastGiven, entity.row->at(column).toInteger().value_or(0));
    }
    const bool moves = keepsCount && setting.lastGiven != setting.before.value_or(0);
    return moves ? std::optional(setting) : std::nullopt;
}

} // namespace

Result<Plan> makePlan(const MergeInput &input, const MergedState &merged, Side target, ForeignKeyTiming timing)
{
    if (!merged.unresolved.isEmpty())
        return fail(ErrorCode::Undecided, QStringLiteral("%1 rows are not decided").arg(merged.unresolved.size()));
    Plan plan;
    plan.target = target;
    REJOIN_TRY_VALUE(ordered, orderOperations(input.alignment, Planner(input, merged, target).operations(), timing));
    if (timing == ForeignKeyTiming::Immediate) {
        REJOIN_TRY_VALUE(apart, apartFromThemselves(input.alignment, std::move(ordered)));
        ordered = std::move(apart);
    }
    plan.operations = std::move(ordered);
    countCopies(input, target, plan.operations);
    for (int i = 0; i < input.alignment.tables.size(); ++i) {
        if (const std::optional<GeneratorSetting> setting = generatorSetting(input, merged, i, target))
            plan.generators.append(*setting);
    }
    plan.keyMap = merged.keyMap;
    return plan;
}

Plan undoOf(const Plan &plan)
{
    Plan undo = plan;
    std::ranges::reverse(undo.operations);
    for (RowOperation &operation : undo.operations) {
        std::swap(operation.before, operation.after);
        switch (operation.kind) {
        case RowOperation::Kind::Insert:
            operation.kind = RowOperation::Kind::Delete;
            operation.copies += 1;
            break;
        case RowOperation::Kind::Delete:
            operation.kind = RowOperation::Kind::Insert;
            operation.copies -= 1;
            break;
        case RowOperation::Kind::Update: break;
        }
    }
    return undo;
}

} // namespace Rejoin

#include "diffcore/merge/plan.h"

#include "diffcore/merge/planorder.h"
#include "diffcore/merge/rekey.h"
#include "diffcore/merge/selfreference.h"

#include <QSet>
#include <algorithm>
#include <vector>

namespace Rejoin {

namespace {

/// A key of the target that a row of it has, or that one of the merged state takes.
struct Place
{
    int table;
    RowKey key;
    int entity;

    friend std::strong_ordering operator<=>(const Place &left, const Place &right)
    {
        return std::tie(left.table, left.key) <=> std::tie(right.table, right.key);
    }
};

/// What stands under one key of the target, now and afterwards.
struct Slot
{
    const Place *before = nullptr;
    const Place *after = nullptr;
};

class Planner
{
public:
    Planner(const MergeInput &input, const MergedState &merged, Side target)
        : m_input(input)
        , m_merged(merged)
        , m_target(target)
    {
        m_indexOf.reserve(input.differences.size());
        for (int i = 0; i < input.differences.size(); ++i)
            m_indexOf.insert(input.differences[i].id, i);
    }

    QList<RowOperation> operations()
    {
        const std::vector<Place> before = placesBefore();
        const std::vector<Place> after = placesAfter();
        QList<RowOperation> operations;
        operations.reserve(m_merged.entities.size());
        auto leaves = before.begin();
        auto comes = after.begin();
        while (leaves != before.end() || comes != after.end()) {
            const std::strong_ordering order = leaves == before.end() ? std::strong_ordering::greater
                                               : comes == after.end() ? std::strong_ordering::less
                                                                      : *leaves <=> *comes;
            Slot slot;
            if (order <= 0)
                slot.before = &*leaves++;
            if (order >= 0)
                slot.after = &*comes++;
            appendOperation(operations, slot);
        }
        return operations;
    }

private:
    [[nodiscard]] const AlignedTable &table(int index) const { return m_input.alignment.tables[index]; }
    [[nodiscard]] const Entity &entity(const Place &place) const { return m_merged.entities[place.entity]; }

    [[nodiscard]] std::vector<Place> placesBefore() const
    {
        std::vector<Place> places;
        places.reserve(m_merged.entities.size());
        for (int i = 0; i < m_merged.entities.size(); ++i) {
            const Entity &entity = m_merged.entities[i];
            if (entity.at[m_target])
                places.push_back({entity.table, *entity.at[m_target], i});
        }
        return inOrder(std::move(places));
    }

    [[nodiscard]] std::vector<Place> placesAfter() const
    {
        std::vector<Place> places;
        places.reserve(m_merged.entities.size());
        QSet<std::pair<int, RowKey>> takenByEquals;
        for (int i = 0; i < m_merged.entities.size(); ++i) {
            const Entity &entity = m_merged.entities[i];
            if (!entity.row)
                continue;
            RowKey key = *entity.key;
            if (table(entity.table).isKeyless())
                takeNextOrdinal(takenByEquals, entity.table, key);
            places.push_back({entity.table, std::move(key), i});
        }
        return inOrder(std::move(places));
    }

    /// Equal rows of a keyless table have ordinals of their own.
    static void takeNextOrdinal(QSet<std::pair<int, RowKey>> &taken, int table, RowKey &key)
    {
        qint64 ordinal = key.values.last().toInteger().value_or(1);
        while (taken.contains({table, key}))
            key.values.last() = Value::integer(++ordinal);
        taken.insert({table, key});
    }

    /// They mostly come by their keys, so nothing is left of the dearest comparison but to see that it is so. Of two
    /// under one key the last counts.
    static std::vector<Place> inOrder(std::vector<Place> places)
    {
        if (!std::ranges::is_sorted(places, std::less()))
            std::ranges::stable_sort(places, std::less());
        const auto isReplaced = [](const Place &place, const Place &next) { return (place <=> next) == 0; };
        const auto kept = std::unique(places.rbegin(), places.rend(), isReplaced);
        places.erase(places.begin(), kept.base());
        return places;
    }

    void appendOperation(QList<RowOperation> &operations, const Slot &slot) const
    {
        const Place &place = slot.after ? *slot.after : *slot.before;
        RowOperation &operation = operations.emplaceBack();
        operation.table = place.table;
        operation.key = place.key;
        operation.difference = entity(place).difference;
        if (slot.before)
            operation.before = m_input.differences[m_indexOf[entity(*slot.before).difference]].rows[m_target];
        if (slot.after)
            operation.after = entity(*slot.after).row;
        if (operation.before && operation.after) {
            operation.kind = RowOperation::Kind::Update;
            operation.columns = changedColumns(operation, slot.before->entity == slot.after->entity);
            fillUnchanged(operation);
            if (operation.columns.isEmpty() || table(operation.table).isKeyless())
                operations.removeLast();
        } else if (operation.before) {
            operation.kind = RowOperation::Kind::Delete;
        } else if (operation.after) {
            operation.kind = RowOperation::Kind::Insert;
        } else {
            operations.removeLast();
        }
    }

    [[nodiscard]] bool isWritable(const AlignedColumn &column) const
    {
        const std::optional<Column> &definition = column.in[m_target];
        return column.written && definition && definition->source != ValueSource::Computed;
    }

    [[nodiscard]] QList<int> changedColumns(const RowOperation &operation, bool sameRow) const
    {
        const AlignedTable &aligned = table(operation.table);
        QList<int> changed;
        for (int i = 0; i < aligned.columns.size(); ++i) {
            const AlignedColumn &column = aligned.columns[i];
            const Value &before = operation.before->at(i);
            const Value &after = operation.after->at(i);
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

/// By table: the highest number that the merged state gives out in the generated key.
QList<qint64> highestGiven(const MergeInput &input, const MergedState &merged)
{
    QList<int> columns;
    for (const AlignedTable &table : input.alignment.tables)
        columns.append(table.generatedKeyColumn());
    QList<qint64> highest(columns.size(), 0);
    for (const Entity &entity : merged.entities) {
        const int column = columns[entity.table];
        if (column >= 0 && entity.row)
            highest[entity.table] = std::max(highest[entity.table], entity.row->at(column).toInteger().value_or(0));
    }
    return highest;
}

std::optional<GeneratorSetting> generatorSetting(const MergeInput &input, int index, Side target, qint64 highest)
{
    const AlignedTable &table = input.alignment.tables[index];
    const int column = table.generatedKeyColumn();
    if (column < 0 || index >= input.generators.size())
        return std::nullopt;
    GeneratorSetting setting{index, column, highest, input.generators[index][target].lastGiven};
    bool keepsCount = false;
    for (const Side side : bothSides) {
        const GeneratorState &state = input.generators[index][side];
        keepsCount = keepsCount || state.lastGiven.has_value();
        setting.lastGiven = std::max({setting.lastGiven, state.lastGiven.value_or(0), state.highest.value_or(0)});
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
    const QList<qint64> highest = highestGiven(input, merged);
    for (int i = 0; i < input.alignment.tables.size(); ++i) {
        if (const std::optional<GeneratorSetting> setting = generatorSetting(input, i, target, highest[i]))
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

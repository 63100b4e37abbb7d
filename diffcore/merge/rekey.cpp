#include "diffcore/merge/rekey.h"

namespace Rejoin {

QList<Value> valuesAt(const Row &row, const QList<int> &columns)
{
    QList<Value> values;
    values.reserve(columns.size());
    for (const int column : columns)
        values.append(row.value(column));
    return values;
}

bool hasGap(const QList<Value> &values)
{
    return std::ranges::any_of(values, [](const Value &value) { return !value.isPresent(); });
}

QList<qint64> highestNumbers(const MergeInput &input)
{
    QList<qint64> highest(input.alignment.tables.size(), 0);
    for (int table = 0; table < input.generators.size() && table < highest.size(); ++table) {
        for (const Version version : allVersions) {
            const GeneratorState &state = input.generators[table][version];
            highest[table] = std::max({highest[table], state.lastGiven.value_or(0), state.highest.value_or(0)});
        }
    }
    for (const Difference &difference : input.differences) {
        const AlignedTable &table = input.alignment.tables[difference.table];
        const qsizetype position = table.keyColumns.indexOf(table.generatedKeyColumn());
        if (position >= 0) {
            const qint64 number = difference.key.values[position].toInteger().value_or(0);
            highest[difference.table] = std::max(highest[difference.table], number);
        }
    }
    return highest;
}

namespace {

using Tuple = QList<Value>;

class Rekeyer
{
public:
    explicit Rekeyer(const MergeInput &input)
        : m_input(input)
        , m_visits(input.differences.size())
    {
        m_result.rows.reserve(input.differences.size());
        for (const Difference &difference : input.differences)
            m_result.rows.append({difference.rows.a, difference.rows.b});
        indexChildren();
    }

    RekeyedRows run()
    {
        const QHash<int, qint64> numbers = reservedNumbers(m_input);
        for (int i = 0; i < m_input.differences.size(); ++i) {
            const DecisionKind &kind = m_input.differences[i].decision.kind;
            if (const auto *both = std::get_if<KeepBoth>(&kind))
                separate(i, *both, numbers);
            else if (const auto *cells = std::get_if<Cells>(&kind))
                carryValues(i, *cells);
            else if (const auto *same = std::get_if<SameEntity>(&kind))
                m_joins.append({i, *same});
        }
        spread();
        for (const auto &[index, same] : std::as_const(m_joins))
            join(index, same);
        spread();
        return std::move(m_result);
    }

private:
    struct Moved
    {
        Side side;
        int index;
    };

    void indexChildren()
    {
        m_children.resize(m_input.alignment.relations.size());
        QHash<int, QList<int>> relationsOfChild;
        for (int i = 0; i < m_input.alignment.relations.size(); ++i) {
            relationsOfChild[m_input.alignment.relations[i].child].append(i);
            m_relationsOfParent[m_input.alignment.relations[i].parent].append(i);
        }
        for (int i = 0; i < m_input.differences.size(); ++i) {
            for (const int relation : relationsOfChild.value(m_input.differences[i].table))
                indexChild(relation, i);
        }
    }

    void indexChild(int relation, int index)
    {
        for (const Side side : bothSides) {
            const std::optional<Row> &row = m_input.differences[index].rows[side];
            if (!row)
                continue;
            const Tuple tuple = valuesAt(*row, m_input.alignment.relations[relation].childColumns);
            if (!hasGap(tuple))
                m_children[relation][side][tuple].append(index);
        }
    }

    void separate(int index, const KeepBoth &both, const QHash<int, qint64> &numbers)
    {
        const AlignedTable &table = m_input.alignment.tables[m_input.differences[index].table];
        std::optional<Row> &row = m_result.rows[index][both.moves];
        const auto number = numbers.constFind(index);
        // a key that is not handed out itself follows the parent's
        if (!row || (number == numbers.constEnd() && both.values.isEmpty()))
            return;
        if (number != numbers.constEnd())
            (*row)[table.generatedKeyColumn()] = Value::integer(*number);
        for (auto value = both.values.begin(); value != both.values.end(); ++value) {
            if (const int column = table.columnIndex(value.key()); column >= 0)
                (*row)[column] = value.value();
        }
        m_queue.append({both.moves, index});
    }

    /// What refers to a row by a value that is written anew follows, as it does a key. Of a row that was there at the
    /// split, not all that refers to it is known.
    void carryValues(int index, const Cells &cells)
    {
        const Difference &difference = m_input.differences[index];
        if (!difference.baselineKnown || difference.rows.baseline || !isReferredTo(difference.table, cells))
            return;
        const AlignedTable &table = m_input.alignment.tables[difference.table];
        for (const Side side : bothSides) {
            std::optional<Row> &row = m_result.rows[index][side];
            if (!row)
                continue;
            for (auto choice = cells.choices.begin(); choice != cells.choices.end(); ++choice) {
                const auto *value = std::get_if<Value>(&choice.value());
                const int column = table.columnIndex(choice.key());
                if (value && column >= 0)
                    (*row)[column] = *value;
            }
            m_queue.append({side, index});
        }
    }

    [[nodiscard]] bool isReferredTo(int table, const Cells &cells) const
    {
        const AlignedTable &aligned = m_input.alignment.tables[table];
        for (const int relation : m_relationsOfParent.value(table)) {
            for (const int column : m_input.alignment.relations[relation].parentColumns) {
                const auto choice = cells.choices.constFind(aligned.columns[column].name);
                if (choice != cells.choices.constEnd() && std::holds_alternative<Value>(*choice))
                    return true;
            }
        }
        return false;
    }

    void spread()
    {
        while (!m_queue.isEmpty()) {
            const Moved moved = m_queue.takeFirst();
            const Row &before = *m_input.differences[moved.index].rows[moved.side];
            const Row after = *m_result.rows[moved.index][moved.side];
            for (const int relation : m_relationsOfParent.value(m_input.differences[moved.index].table)) {
                const QList<int> &columns = m_input.alignment.relations[relation].parentColumns;
                repoint(relation, moved.side, valuesAt(before, columns), valuesAt(after, columns));
            }
        }
    }

    /// Every row of `side` that referred to `from` refers to `to`.
    void repoint(int relation, Side side, const Tuple &from, const Tuple &to)
    {
        if (from == to)
            return;
        const QList<int> &columns = m_input.alignment.relations[relation].childColumns;
        for (const int child : m_children[relation][side].value(from)) {
            Row &row = *m_result.rows[child][side];
            if (valuesAt(row, columns) == to)
                continue;
            // foreign keys that overlap and disagree must not chase each other for ever
            if (++m_visits[child] > 64) {
                m_result.impossible.insert(child,
                                           QStringLiteral("its foreign keys overlap and lead to unlike new keys"));
                continue;
            }
            for (qsizetype i = 0; i < columns.size(); ++i)
                row[columns[i]] = to[i];
            m_queue.append({side, child});
        }
    }

    void join(int loser, const SameEntity &same)
    {
        const int tableIndex = m_input.differences[loser].table;
        const AlignedTable &table = m_input.alignment.tables[tableIndex];
        for (const int relation : m_relationsOfParent.value(tableIndex)) {
            const QList<int> &columns = m_input.alignment.relations[relation].parentColumns;
            Tuple to;
            for (const int column : columns)
                to.append(same.winner.values.value(table.keyColumns.indexOf(column)));
            for (const Side side : bothSides) {
                const std::optional<Row> &row = m_input.differences[loser].rows[side];
                if (!row || (same.of && *same.of != side))
                    continue;
                const Tuple from = valuesAt(*row, columns);
                if (hasGap(to) && m_children[relation][side].contains(from))
                    m_result.impossible.insert(loser,
                                               QStringLiteral("rows refer to it by columns that are not its key"));
                else
                    repoint(relation, side, from, to);
            }
        }
    }

    const MergeInput &m_input;
    RekeyedRows m_result;
    QList<PerSide<QHash<Tuple, QList<int>>>> m_children; ///< by relation: rows of a side by what they refer to
    QHash<int, QList<int>> m_relationsOfParent;
    QList<std::pair<int, SameEntity>> m_joins;
    QList<Moved> m_queue;
    QList<int> m_visits;
};

} // namespace

namespace {

/// New numbers of one table.
class Numbers
{
public:
    Numbers(QList<NumberBlock> reserved, qint64 highest)
        : m_reserved(std::move(reserved))
        , m_last(highest)
    {
        for (const NumberBlock &block : std::as_const(m_reserved))
            m_last = std::max(m_last, block.last);
    }

    qint64 next()
    {
        if (m_reserved.isEmpty())
            return ++m_last;
        NumberBlock &block = m_reserved.first();
        const qint64 number = block.first;
        block.first += block.step;
        if (block.first > block.last)
            m_reserved.removeFirst();
        return number;
    }

private:
    QList<NumberBlock> m_reserved;
    qint64 m_last;
};

} // namespace

QHash<int, qint64> reservedNumbers(const MergeInput &input)
{
    QHash<int, qint64> numbers;
    QList<Numbers> free;
    const QList<qint64> highest = highestNumbers(input);
    for (qsizetype table = 0; table < highest.size(); ++table)
        free.append(Numbers(input.reserved.value(table), highest[table]));
    for (int i = 0; i < input.differences.size(); ++i) {
        const Difference &difference = input.differences[i];
        const bool handedOut = input.alignment.tables[difference.table].generatedKeyColumn() >= 0;
        if (handedOut && difference.outcome == Outcome::KeyCollision)
            numbers.insert(i, free[difference.table].next());
    }
    return numbers;
}

RekeyedRows rekey(const MergeInput &input)
{
    return Rekeyer(input).run();
}

} // namespace Rejoin

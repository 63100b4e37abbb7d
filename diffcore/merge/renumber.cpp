#include "diffcore/merge/renumber.h"

#include "diffcore/merge/numbertemplate.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

bool wasInserted(const Difference &difference)
{
    return difference.baselineKnown && !difference.rows.baseline;
}

/// Numbers of one column, and which rows collide.
class Renumberer
{
public:
    Renumberer(const Rule &rule, const MergeInput &input, int table, NumberTemplate numbers)
        : m_rule(rule)
        , m_input(input)
        , m_table(input.alignment.tables[table])
        , m_tableIndex(table)
        , m_column(m_table.columnIndex(rule.column))
        , m_numbers(std::move(numbers))
    {
    }

    /// Rows of the moving side whose number another row of the other side bears; in the order of the differences.
    [[nodiscard]] QList<int> colliding() const
    {
        QSet<Value> theirs;
        for (const Difference &difference : m_input.differences) {
            if (difference.table == m_tableIndex && difference.rows[other(m_rule.moves)])
                theirs.insert(difference.rows[other(m_rule.moves)]->at(m_column));
        }
        QList<int> rows;
        for (int i = 0; i < m_input.differences.size(); ++i) {
            const Difference &difference = m_input.differences[i];
            const std::optional<Row> &row = difference.rows[m_rule.moves];
            if (difference.table != m_tableIndex || !row || !wasInserted(difference) || isDone(difference))
                continue;
            const Value &number = row->at(m_column);
            if (number.isPresent() && theirs.contains(number) && isOther(difference, number))
                rows.append(i);
        }
        return rows;
    }

    [[nodiscard]] QString seriesOf(int index) const
    {
        return m_numbers.series(m_input.differences[index].rows[m_rule.moves]->at(m_column).toText());
    }

    QMap<int, Decision> decide()
    {
        QMap<int, Decision> decisions;
        for (const int index : colliding()) {
            const QString series = seriesOf(index);
            if (!m_last.contains(series))
                m_last.insert(series, highestOf(series));
            const QString number = m_numbers.number(series, ++m_last[series]);
            const Value &old = m_input.differences[index].rows[m_rule.moves]->at(m_column);
            const Value value = Value::of(old.family(), number.toUtf8());
            if (const std::optional<Decision> decision = decisionFor(m_input.differences[index], value))
                decisions.insert(index, *decision);
        }
        return decisions;
    }

private:
    /// Renumbered before: a row gets a new number once.
    [[nodiscard]] bool isDone(const Difference &difference) const
    {
        const QString &name = m_table.columns[m_column].name;
        if (const auto *both = std::get_if<KeepBoth>(&difference.decision.kind))
            return both->values.contains(name);
        if (const auto *cells = std::get_if<Cells>(&difference.decision.kind))
            return cells->choices.contains(name);
        return std::holds_alternative<SameEntity>(difference.decision.kind) ||
               std::holds_alternative<DeleteRow>(difference.decision.kind) ||
               std::holds_alternative<Skip>(difference.decision.kind);
    }

    /// The number is also that of a row which is not this one: of the other server under the same key, which is another
    /// row, or under another key.
    [[nodiscard]] bool isOther(const Difference &difference, const Value &number) const
    {
        const std::optional<Row> &theirs = difference.rows[other(m_rule.moves)];
        if (!theirs || theirs->at(m_column) != number)
            return true;
        return difference.outcome == Outcome::KeyCollision || m_table.keyColumns.contains(m_column);
    }

    [[nodiscard]] qint64 highestOf(const QString &series) const
    {
        qint64 highest = m_rule.firstNumber.value_or(1) - 1;
        for (const NumberSeries &known : m_input.series) {
            if (known.table == m_table.name.display() && known.column == m_table.columns[m_column].name &&
                known.series == series)
                highest = std::max(highest, known.highest);
        }
        const auto consider = [&](const Value &value) {
            if (value.isPresent())
                highest = std::max(highest, NumberTemplate::counterIn(series, value.toText()).value_or(0));
        };
        for (const Difference &difference : m_input.differences) {
            if (difference.table != m_tableIndex)
                continue;
            for (const Version version : allVersions) {
                if (difference.rows[version])
                    consider(difference.rows[version]->at(m_column));
            }
            if (const auto *both = std::get_if<KeepBoth>(&difference.decision.kind))
                consider(both->values.value(m_table.columns[m_column].name));
        }
        return highest;
    }

    [[nodiscard]] std::optional<Decision> decisionFor(const Difference &difference, const Value &value) const
    {
        const QString &name = m_table.columns[m_column].name;
        Decision decision;
        decision.origin = Decision::Origin::Rule;
        decision.rule = m_rule.name;
        decision.reason = u"rule \"%1\": %2 was given out on both servers"_s.arg(
            m_rule.name, difference.rows[m_rule.moves]->at(m_column).toText());
        const bool twoRows = difference.rows.a && difference.rows.b;
        if (!twoRows) {
            decision.kind = Cells{{{name, value}}};
            return decision;
        }
        if (difference.outcome != Outcome::KeyCollision && !m_table.keyColumns.contains(m_column))
            return std::nullopt; // one row, as it seems: a person must say
        KeepBoth both{m_rule.moves};
        if (const auto *known = std::get_if<KeepBoth>(&difference.decision.kind))
            both = *known;
        if (both.moves != m_rule.moves)
            return std::nullopt;
        both.values.insert(name, value);
        decision.kind = both;
        return decision;
    }

    const Rule &m_rule;
    const MergeInput &m_input;
    const AlignedTable &m_table;
    int m_tableIndex;
    int m_column;
    NumberTemplate m_numbers;
    QHash<QString, qint64> m_last;
};

} // namespace

bool isKeyHandedOut(const AlignedTable &table)
{
    return std::ranges::any_of(table.keyColumns, [&](int column) { return table.columns[column].handedOut; });
}

Result<QMap<int, Decision>> renumber(const Rule &rule, const MergeInput &input, int table)
{
    REJOIN_TRY_VALUE(numbers, NumberTemplate::parse(rule.numbers));
    return Renumberer(rule, input, table, numbers).decide();
}

Result<QStringList> seriesNeeded(const Rule &rule, const MergeInput &input, int table)
{
    REJOIN_TRY_VALUE(numbers, NumberTemplate::parse(rule.numbers));
    const Renumberer renumberer(rule, input, table, numbers);
    QSet<QString> series;
    for (const int index : renumberer.colliding())
        series.insert(renumberer.seriesOf(index));
    QStringList sorted = series.values();
    sorted.sort();
    return sorted;
}

} // namespace Rejoin

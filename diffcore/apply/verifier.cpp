#include "diffcore/apply/verifier.h"

#include "diffcore/apply/expectedrows.h"
#include "diffcore/compare/classifier.h"
#include "diffcore/compare/filteredkeys.h"
#include "diffcore/compare/multisetread.h"
#include "diffcore/compare/wholeread.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype namedRows = 100;
constexpr qsizetype batchRows = 1000;
constexpr int pageRows = 5000;

/// Verifies one table.
class TableVerifier
{
public:
    TableVerifier(Servers &servers, const AlignedTable &table, const ExpectedRows &expected, const CancelToken &cancel,
                  VerifyResult &result)
        : m_servers(servers)
        , m_fetchers{RowFetcher(servers[Side::A], table, Version::A, cancel),
                     RowFetcher(servers[Side::B], table, Version::B, cancel)}
        , m_table(table)
        , m_expected(expected)
        , m_cancel(cancel)
        , m_result(result)
    {
    }

    Result<void> touched() { return m_table.isKeyless() ? touchedCopies() : touchedKeys(); }

    /// Every other row: it must be equal on A and B.
    Result<void> untouched() { return m_table.isKeyless() ? untouchedCopies() : untouchedKeys(); }

private:
    using Found = QHash<RowKey, Row>;

    Result<void> touchedKeys()
    {
        const QList<RowKey> &keys = m_expected.keys();
        for (qsizetype start = 0; start < keys.size(); start += batchRows) {
            REJOIN_TRY(goOn());
            const QList<RowKey> batch = keys.mid(start, batchRows);
            PerSide<Found> found;
            for (const Side side : bothSides) {
                REJOIN_TRY_VALUE(rows, m_fetchers[side].withKeys(batch));
                for (const Row &row : rows)
                    found[side].insert(m_table.keyOf(row), row);
            }
            for (const RowKey &key : batch)
                judge(key, found);
            m_result.rowsCompared += batch.size();
        }
        return {};
    }

    void judge(const RowKey &key, const PerSide<Found> &found)
    {
        PerSide<std::optional<Row>> rows;
        for (const Side side : bothSides) {
            if (const auto row = found[side].constFind(key); row != found[side].constEnd())
                rows[side] = *row;
        }
        QString difference = differenceOf(rows.a, rows.b, u"A and B differ"_s);
        if (difference.isEmpty() && m_expected.isKnown(key))
            difference = differenceOf(written(m_expected.row(key)), rows.a, u"A and B are not as merged"_s);
        if (!difference.isEmpty())
            add(m_table.describeKey(key) + u": "_s + difference);
    }

    /// What scripts leave to the servers is not known beforehand.
    std::optional<Row> written(std::optional<Row> row) const
    {
        for (qsizetype column = 0; row && column < row->size(); ++column) {
            if (!m_table.columns[column].written)
                (*row)[column] = Value();
        }
        return row;
    }

    /// Nothing where both are equal; a cell that the merged state does not have is not compared.
    QString differenceOf(const std::optional<Row> &left, const std::optional<Row> &right, const QString &what) const
    {
        if (!left && !right)
            return {};
        if (!left || !right)
            return what + u" (one has no such row)"_s;
        QStringList columns;
        for (const int column : differingColumns(m_table, *left, *right)) {
            if (!left->at(column).isAbsent())
                columns += m_table.columns[column].name;
        }
        return columns.isEmpty() ? QString() : what + u" in "_s + columns.join(u", "_s);
    }

    Result<void> touchedCopies()
    {
        for (const auto &[row, copies] : m_expected.copies()) {
            REJOIN_TRY(goOn());
            PerSide<qint64> counts;
            for (const Side side : bothSides) {
                REJOIN_TRY_VALUE(count, m_fetchers[side].countEqual(row));
                counts[side] = count;
            }
            if (counts.a != counts.b || (copies && counts.a != *copies))
                add(describeCopies(row, counts) + (copies ? u", %1 in the merged state"_s.arg(*copies) : QString()));
            ++m_result.rowsCompared;
        }
        return {};
    }

    /// "audit_log ('start', 'Ann'): 3 on A, 4 on B"
    QString describeCopies(const Row &row, const PerSide<qint64> &counts) const
    {
        const QString name = m_table.describeKey(m_table.keyOf(row)).section(u" no. "_s, 0, -2);
        return name + u": %1 on A, %2 on B"_s.arg(counts.a).arg(counts.b);
    }

    Result<void> untouchedKeys()
    {
        const PerSide<RowFetcher *> from{&m_fetchers.a, &m_fetchers.b};
        WholeRead read(m_servers, from, m_table, std::nullopt, pageRows);
        REJOIN_TRY(read.begin());
        FilteredKeys proposed(read, m_table, from, FilteredKeys::Saw::Filtered);
        while (true) {
            REJOIN_TRY(goOn());
            REJOIN_TRY_VALUE(candidates, proposed.next());
            if (candidates.isEmpty())
                break;
            for (const Candidate &candidate : candidates) {
                const QString difference = differenceOf(candidate.rows->a, candidate.rows->b, u"A and B differ"_s);
                if (!difference.isEmpty() && !m_expected.contains(candidate.key))
                    add(m_table.describeKey(candidate.key) + u": "_s + difference);
            }
        }
        countRows(read.rowsSeen());
        return {};
    }

    Result<void> untouchedCopies()
    {
        REJOIN_TRY_VALUE(read, MultisetRead::make({&m_fetchers.a, &m_fetchers.b}, m_table));
        for (const Side side : bothSides)
            REJOIN_TRY(read->read(side));
        while (true) {
            REJOIN_TRY(goOn());
            REJOIN_TRY_VALUE(unlike, read->next(pageRows));
            if (unlike.isEmpty())
                break;
            for (const CountedRow &counted : unlike) {
                const Row &row = counted.rows.a ? *counted.rows.a : *counted.rows.b;
                if (!m_expected.containsCopies(row))
                    add(describeCopies(row, counted.copies));
            }
        }
        countRows(read->rowsSeen());
        return {};
    }

    void countRows(const PerSide<std::optional<qint64>> &seen)
    {
        m_result.rowsCompared += std::max(seen.a.value_or(0), seen.b.value_or(0));
    }

    void add(const QString &text)
    {
        ++m_result.unlikeCount;
        if (m_result.unlike.size() < namedRows)
            m_result.unlike += text;
    }

    [[nodiscard]] Result<void> goOn() const
    {
        if (m_cancel.isCancelled())
            return fail(ErrorCode::Cancelled, u"cancelled"_s);
        return {};
    }

    const Servers &m_servers;
    PerSide<RowFetcher> m_fetchers;
    const AlignedTable &m_table;
    const ExpectedRows &m_expected;
    const CancelToken &m_cancel;
    VerifyResult &m_result;
};

/// Why a table cannot be said to converge, whatever its rows; empty where it can.
QString whyNotConverged(const AlignedTable &table, const TableStatus &status, const ExpectedRows &expected)
{
    const QString name = table.name.display() + u": "_s;
    if (status.state != TableStatus::State::Compared)
        return name + stateName(status.state) + (status.reason.isEmpty() ? QString() : u", "_s + status.reason);
    if (expected.skipped() > 0)
        return name + u"%1 rows are left as each server has them"_s.arg(expected.skipped());
    return {};
}

Result<QStringList> lowGenerators(Servers &servers, const Project &project, const AlignedTable &table)
{
    QStringList low;
    const int column = table.generatedKeyColumn();
    if (column < 0)
        return low;
    for (const Side side : bothSides) {
        const std::optional<Column> &definition = table.columns[column].in[side];
        if (!definition)
            continue;
        Connection &connection = servers[side];
        REJOIN_TRY_VALUE(state, connection.dialect().readGenerator(connection, *table.in[side], definition->name));
        if (state.lastGiven && state.highest && *state.lastGiven < *state.highest)
            low += u"%1 on %2 gives %3 next, but %4 is taken"_s.arg(table.name.display(), project.title(side),
                                                                    QString::number(*state.lastGiven + 1),
                                                                    QString::number(*state.highest));
    }
    return low;
}

} // namespace

Result<VerifyResult> verify(Servers &servers, const Project &project, const Session &session, VerifyScope scope,
                            const CancelToken &cancel, const Progress &progress)
{
    if (!session.hasComparison())
        return fail(ErrorCode::Undecided, u"there is no comparison to verify"_s, u"Compare first"_s);
    REJOIN_TRY_VALUE(input, session.mergeInput());
    REJOIN_TRY_VALUE(statuses, session.statuses());
    const MergedState merged = mergedState(input);
    const QList<AlignedTable> &tables = input.alignment.tables;
    VerifyResult result;
    for (int index = 0; index < tables.size(); ++index) {
        if (progress)
            progress({u"verifying "_s + tables[index].name.display(), index, tables.size()});
        const ExpectedRows expected(input, merged, index);
        const QString reason = whyNotConverged(tables[index], statuses[index], expected);
        if (!reason.isEmpty())
            result.notConverged += reason;
        if (statuses[index].state != TableStatus::State::Compared)
            continue;
        if (const QStringList columns = tables[index].columnsNotCompared(); !columns.isEmpty())
            result.columnsNotCompared += u"%1: %2"_s.arg(tables[index].name.display(), columns.join(u", "_s));
        if (const QStringList columns = tables[index].columnsNotWritten(); !columns.isEmpty())
            result.columnsNotWritten += u"%1: %2"_s.arg(tables[index].name.display(), columns.join(u", "_s));
        if (const QString filter = tables[index].filterText(); !filter.isEmpty())
            result.filters += u"%1: %2"_s.arg(tables[index].name.display(), filter);
        TableVerifier verifier(servers, tables[index], expected, cancel, result);
        REJOIN_TRY(verifier.touched());
        if (scope == VerifyScope::Full)
            REJOIN_TRY(verifier.untouched());
        REJOIN_TRY_VALUE(low, lowGenerators(servers, project, tables[index]));
        result.generators += low;
    }
    result.converged = result.unlikeCount == 0 && result.generators.isEmpty() && result.notConverged.isEmpty();
    return result;
}

} // namespace Rejoin

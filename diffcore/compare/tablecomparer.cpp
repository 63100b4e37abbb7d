#include "diffcore/compare/tablecomparer.h"

#include "diffcore/compare/droppededits.h"
#include "diffcore/compare/equalcounters.h"
#include "diffcore/compare/filteredkeys.h"
#include "diffcore/compare/listedkeys.h"
#include "diffcore/compare/multisetread.h"
#include "diffcore/compare/readtransactions.h"
#include "diffcore/compare/wholeread.h"
#include "diffcore/odbc/cancelwatch.h"

#include <memory>
#include <vector>

namespace Rejoin {

namespace {

/// The rows of candidates that come without them.
Result<void> fetchRows(QList<Candidate> &candidates, const AlignedTable &table, PerSide<RowFetcher *> from)
{
    QHash<RowKey, qsizetype> missing;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        if (!candidates[i].rows)
            missing.insert(candidates[i].key, i);
    }
    if (missing.isEmpty())
        return {};
    for (const qsizetype i : std::as_const(missing))
        candidates[i].rows.emplace();
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(rows, from[side]->withKeys(missing.keys()));
        for (const Row &row : std::as_const(rows))
            (*candidates[missing.value(table.keyOf(row))].rows)[side] = row;
    }
    return {};
}

qint64 sum(const PerSide<std::optional<qint64>> &rows)
{
    return rows.a.value_or(0) + rows.b.value_or(0);
}

std::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, QStringLiteral("cancelled"));
}

} // namespace

TableComparer::TableComparer(Servers &servers, Session &session, Desk &desk, int table, const CompareOptions &options,
                             const CancelToken &cancel, const Progress &progress)
    : m_servers(servers)
    , m_session(session)
    , m_desk(desk)
    , m_table(table)
    , m_options(options)
    , m_cancel(cancel)
    , m_progress(progress)
    , m_drift(session.alignment().tables[table])
{
}

void TableComparer::setKnown(QList<RowKey> keys, QList<RowKey> alike, const TableStatus &before)
{
    m_knownAlike = std::move(alike);
    m_known.emplace(std::move(keys));
    m_before = before;
}

Result<void> TableComparer::run(const ChosenEvidence &chosen)
{
    TableStatus status;
    status.state = TableStatus::State::Comparing;
    status.evidence = chosen.evidence->name();
    status.limits = chosen.evidence->limits();
    REJOIN_TRY(set(status));
    const Result<void> compared = compareRows(chosen, status);
    if (compared) {
        status.findings += m_drift.findings();
        status.state = TableStatus::State::Compared;
        return set(status);
    }
    const Error error = m_cancel.isCancelled() ? cancelled().error() : compared.error();
    REJOIN_TRY(m_desk.ask([&] { return m_session.clearTable(m_table); }));
    status.state = error.code == ErrorCode::Cancelled ? TableStatus::State::Cancelled : TableStatus::State::Failed;
    status.reason = describe(error);
    REJOIN_TRY(set(status));
    if (error.code == ErrorCode::Cancelled)
        return std::unexpected(error);
    return {};
}

Result<void> TableComparer::set(const TableStatus &status)
{
    return m_desk.ask([&] { return m_session.setStatus(m_table, status); });
}

Result<void> TableComparer::add(QList<Difference> &differences)
{
    return m_desk.ask([&] { return m_session.add(differences); });
}

Result<void> TableComparer::compareRows(const ChosenEvidence &chosen, TableStatus &status)
{
    ReadTransactions transactions({m_servers.baseline(), &m_servers[Side::A], &m_servers[Side::B]});
    REJOIN_TRY(transactions.begin());
    std::vector<std::unique_ptr<CancelWatch>> watches; // gone before the transactions end
    for (const Version version : allVersions) {
        if (m_servers.at[version])
            watches.push_back(std::make_unique<CancelWatch>(*m_servers.at[version], m_cancel));
    }
    noteReadLimits(status);
    REJOIN_TRY(readGenerators(status));
    Evidence &evidence = *chosen.evidence;
    if (!m_servers.baseline())
        status.generators.baseline = evidence.generatorAtSplit();
    const AlignedTable &table = m_session.alignment().tables[m_table];
    PerSide<RowFetcher> fetchers{RowFetcher(m_servers[Side::A], table, Version::A, m_cancel),
                                 RowFetcher(m_servers[Side::B], table, Version::B, m_cancel)};
    const PerSide<RowFetcher *> from{&fetchers.a, &fetchers.b};
    for (const Side side : bothSides) {
        if (m_options.gentleness.isGentle())
            fetchers[side].setPace(std::make_shared<Pace>(m_servers[side], m_options.gentleness, m_cancel));
    }
    if (m_known && !table.isKeyless()) {
        ListedKeys source(*m_known, table, from, m_options.pageRows);
        status.extent = m_before.extent;
        status.rows = m_before.rows;
        status.findings = m_before.findings;
        DifferenceMaker maker(m_session.alignment(), m_table, evidence, m_session.header().since);
        FilteredKeys proposed(source, table, from, FilteredKeys::Saw::All);
        REJOIN_TRY(readFrom(proposed, maker, from));
        KnownAlike alike(m_knownAlike, table, from, m_options.pageRows);
        FilteredKeys proposedAlike(alike, table, from, FilteredKeys::Saw::All);
        REJOIN_TRY(readFrom(proposedAlike, maker, from));
        return readCounters(maker, from, status); // their rows are alike on A and B
    }
    const auto changes = chosen.isNamed ? evidence.changes(from, m_options.pageRows) : nullptr;
    if (changes && m_options.reading == CompareOptions::Reading::Cheapest)
        return readChanges(evidence, *changes, from, status);
    REJOIN_TRY(table.isKeyless() ? readKeyless(evidence, from, status) : readKeyed(evidence, from, status));
    if (changes && m_unlisted.rows() > 0)
        status.findings.append(unlistedText(status.evidence));
    return {};
}

Result<void> TableComparer::countRows(PerSide<RowFetcher *> from)
{
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(count, from[side]->countRows());
        m_total += count;
    }
    return {};
}

void TableComparer::noteReadLimits(TableStatus &status) const
{
    for (const Version version : allVersions) {
        const Connection *connection = m_servers.at[version].get();
        const QString limits = connection ? connection->dialect().readLimits() : QString();
        if (!limits.isEmpty())
            status.limits +=
                QStringLiteral("%1Reads of %2 are %3.")
                    .arg(status.limits.isEmpty() ? QString() : QStringLiteral(" "), connection->label(), limits);
    }
}

Result<void> TableComparer::readGenerators(TableStatus &status)
{
    const AlignedTable &table = m_session.alignment().tables[m_table];
    const int column = table.generatedKeyColumn();
    if (column < 0)
        return {};
    for (const Version version : allVersions) {
        Connection *connection = m_servers.at[version].get();
        const std::optional<Column> &definition = table.columns[column].in[version];
        if (!connection || !definition)
            continue;
        REJOIN_TRY_VALUE(state, connection->dialect().readGenerator(*connection, *table.in[version], definition->name));
        status.generators[version] = state;
    }
    return {};
}

Result<void> TableComparer::readKeyed(Evidence &evidence, PerSide<RowFetcher *> from, TableStatus &status)
{
    const AlignedTable &table = m_session.alignment().tables[m_table];
    WholeRead source(m_servers, from, table, status.generators.baseline.highest, m_options.pageRows);
    REJOIN_TRY(source.begin());
    m_total = source.expectedRows();
    DifferenceMaker maker(m_session.alignment(), m_table, evidence, m_session.header().since);
    FilteredKeys proposed(source, table, from, FilteredKeys::Saw::Filtered);
    REJOIN_TRY(readFrom(proposed, maker, from));
    status.rows = source.rowsSeen();
    if (source.equalByOption() > 0)
        status.findings.append(
            QStringLiteral("rows that are equal only by a rule that was asked for: %1").arg(source.equalByOption()));
    REJOIN_TRY_VALUE(edits, DroppedEdits(table, evidence, from, m_options.pageRows).findings(m_cancel));
    status.findings += edits;
    return readCounters(maker, from, status);
}

Result<void> TableComparer::readChanges(Evidence &evidence, KeySource &changes, PerSide<RowFetcher *> from,
                                        TableStatus &status)
{
    status.extent = TableStatus::Extent::Changes;
    status.findings.append(QStringLiteral("only the rows that %1 lists were compared, without %2")
                               .arg(status.evidence, evidence.unlisted()));
    DifferenceMaker maker(m_session.alignment(), m_table, evidence, m_session.header().since);
    FilteredKeys proposed(changes, m_session.alignment().tables[m_table], from, FilteredKeys::Saw::All);
    return readFrom(proposed, maker, from);
}

Result<void> TableComparer::readFrom(KeySource &source, DifferenceMaker &maker, PerSide<RowFetcher *> from)
{
    const AlignedTable &table = m_session.alignment().tables[m_table];
    for (;;) {
        if (m_cancel.isCancelled())
            return cancelled();
        REJOIN_TRY_VALUE(candidates, source.next());
        if (candidates.isEmpty())
            return {};
        REJOIN_TRY(fetchRows(candidates, table, from));
        QList<RowKey> keys;
        QList<PerSide<std::optional<Row>>> rows;
        for (const Candidate &candidate : std::as_const(candidates)) {
            keys.append(candidate.key);
            rows.append(*candidate.rows);
        }
        REJOIN_TRY_VALUE(differences, maker.make(keys, rows));
        countUnlisted(differences);
        m_drift.count(differences);
        REJOIN_TRY(add(differences));
        report(source.rowsSeen());
    }
}

Result<void> TableComparer::readCounters(DifferenceMaker &maker, PerSide<RowFetcher *> from, TableStatus &status)
{
    const AlignedTable &table = m_session.alignment().tables[m_table];
    if (m_counters.isEmpty() || !m_servers.baseline() || !table.in.baseline)
        return {};
    RowFetcher baseline(*m_servers.baseline(), table, Version::Baseline, m_cancel);
    EqualCounters source(*from.a, baseline, table, m_counters, m_options.pageRows);
    REJOIN_TRY(readFrom(source, maker, from));
    for (const int column : std::as_const(m_counters))
        status.counters.append(table.columns[column].name);
    return {};
}

/// What a list of the rows that were written since the split does not hold.
void TableComparer::countUnlisted(const QList<Difference> &differences)
{
    const auto isWritten = [](Change change) {
        return change == Change::Touched || change == Change::Inserted || change == Change::Updated;
    };
    for (const Difference &difference : differences) {
        if (isWritten(difference.changes.a) || isWritten(difference.changes.b))
            continue;
        const bool isMissing = !difference.rows.a || !difference.rows.b;
        ++(isMissing ? m_unlisted.missing : m_unlisted.unlike);
    }
}

QString TableComparer::unlistedText(const QString &evidence) const
{
    return QStringLiteral("differences that are not among the rows which %2 lists: %1 (missing on one side: %3; unlike "
                          "although no time says that they were written since the split: %4)")
        .arg(m_unlisted.rows())
        .arg(evidence)
        .arg(m_unlisted.missing)
        .arg(m_unlisted.unlike);
}

Result<void> TableComparer::readKeyless(Evidence &evidence, PerSide<RowFetcher *> from, TableStatus &status)
{
    const AlignedTable &table = m_session.alignment().tables[m_table];
    REJOIN_TRY(countRows(from));
    REJOIN_TRY_VALUE(source, MultisetRead::make(from, table));
    for (const Side side : bothSides) {
        REJOIN_TRY(source->read(side));
        report(source->rowsSeen());
    }
    DifferenceMaker maker(m_session.alignment(), m_table, evidence, m_session.header().since);
    for (;;) {
        if (m_cancel.isCancelled())
            return cancelled();
        REJOIN_TRY_VALUE(counted, source->next(m_options.pageRows));
        if (counted.isEmpty())
            break;
        REJOIN_TRY_VALUE(differences, maker.makeCopies(counted));
        m_drift.count(differences);
        REJOIN_TRY(add(differences));
    }
    status.rows = source->rowsSeen();
    return {};
}

void TableComparer::report(const PerSide<std::optional<qint64>> &seen) const
{
    if (!m_progress || !seen.a)
        return;
    const ProgressReport report{comparingText(m_session.alignment().tables[m_table].name.display()), sum(seen),
                                m_total};
    m_desk.ask([&] { m_progress(report); });
}

QString comparingText(const QString &table)
{
    return QStringLiteral("comparing %1").arg(table);
}

} // namespace Rejoin

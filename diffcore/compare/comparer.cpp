#include "diffcore/compare/comparer.h"

#include "diffcore/base/log.h"
#include "diffcore/compare/catalogs.h"
#include "diffcore/compare/entangler.h"
#include "diffcore/compare/numberseries.h"
#include "diffcore/compare/relationfinder.h"
#include "diffcore/compare/rowfilters.h"
#include "diffcore/compare/tablecomparer.h"
#include "diffcore/compare/usedreservations.h"
#include "diffcore/compare/wholeread.h"
#include "diffcore/evidence/evidencechooser.h"
#include "diffcore/merge/resolver.h"
#include "diffcore/schema/nearestname.h"
#include "diffcore/schema/rights.h"

#include <mutex>
#include <thread>
#include <vector>

namespace Rejoin {

namespace {

class Comparison
{
public:
    Comparison(Servers &servers, const Project &project, Session &session, const CompareOptions &options,
               const CancelToken &cancel, const Progress &progress)
        : m_servers(servers)
        , m_project(project)
        , m_session(session)
        , m_options(options)
        , m_cancel(cancel)
        , m_progress(progress)
    {
    }

    Result<void> run()
    {
        REJOIN_TRY_VALUE(chooser, EvidenceChooser::make(m_servers, m_project, m_cancel));
        m_chooser = std::move(chooser);
        REJOIN_TRY_VALUE(alignment, readAlignment(m_servers, m_project, m_chooser->checkpoint(), m_cancel, m_progress));
        REJOIN_TRY(proveFilters(m_servers, alignment, m_project.scope.filters));
        markHandedOut(alignment, m_project.rules);
        REJOIN_TRY_VALUE(chosen, chosenTables(alignment));
        REJOIN_TRY_VALUE(tables, known(chosen));
        REJOIN_TRY(begin(alignment, tables));
        REJOIN_TRY(askRights(tables));
        const Result<void> compared = compareTables(tables);
        // what is finished is kept, with the decisions of rows that did not move
        REJOIN_TRY(m_session.finishComparison());
        REJOIN_TRY(compared);
        REJOIN_TRY(dropUsedReservations(m_servers, m_session));
        REJOIN_TRY(readNumberSeries(m_servers, m_session, m_project.rules, m_cancel));
        REJOIN_TRY(proposeRelations());
        REJOIN_TRY(Resolver(m_session, {}).checkConstraints());
        return allWereReadable();
    }

private:
    Result<QList<int>> chosenTables(const Alignment &alignment) const
    {
        QStringList globs = m_options.tables;
        QStringList unused = globs;
        QStringList names;
        QList<int> tables;
        for (int i = 0; i < alignment.tables.size(); ++i) {
            const TableName &name = alignment.tables[i].name;
            const auto matches = [&name](const QString &glob) { return matchesGlob(glob, name); };
            if (globs.isEmpty() || std::ranges::any_of(globs, matches))
                tables.append(i);
            unused.removeIf(matches);
            names.append(name.display());
        }
        if (!unused.isEmpty())
            return fail(ErrorCode::Usage, QStringLiteral("no table matches '%1'").arg(unused.first()),
                        didYouMean(unused.first(), names));
        if (tables.isEmpty())
            return fail(ErrorCode::Usage, QStringLiteral("neither A nor B has a table to compare"));
        return m_options.onlyUnfinished ? unfinished(alignment, tables) : tables;
    }

    /// Those that an interrupted comparison left; all, where the tables are no more what they were.
    Result<QList<int>> unfinished(const Alignment &alignment, const QList<int> &tables) const
    {
        if (!m_session.hasComparison())
            return tables;
        if (m_session.alignment().tables != alignment.tables)
            return fail(ErrorCode::Usage,
                        QStringLiteral("the tables or the project changed since the comparison that was "
                                       "interrupted"),
                        QStringLiteral("Compare all tables again, without --resume"));
        REJOIN_TRY_VALUE(statuses, m_session.statuses());
        QList<int> left;
        std::ranges::copy_if(tables, std::back_inserter(left), [&](int table) {
            return statuses[table].state != TableStatus::State::Compared &&
                   statuses[table].state != TableStatus::State::NotComparable;
        });
        return left;
    }

    /// Where only known rows are read: the tables that have some, and their keys.
    Result<QList<int>> known(const QList<int> &tables)
    {
        if (m_options.reading != CompareOptions::Reading::Known)
            return tables;
        if (!m_session.hasComparison())
            return fail(ErrorCode::Usage, QStringLiteral("there is no comparison yet, so no rows are known"),
                        QStringLiteral("Compare all tables first"));
        REJOIN_TRY_VALUE(statuses, m_session.statuses());
        m_statuses = std::move(statuses);
        REJOIN_TRY_VALUE(input, m_session.mergeInput());
        for (const Difference &difference : std::as_const(input.differences)) {
            m_known[difference.table].append(difference.key);
            if (difference.outcome == Outcome::Convergent)
                m_knownAlike[difference.table].append(difference.key);
        }
        QList<int> some;
        std::ranges::copy_if(tables, std::back_inserter(some), [this](int table) { return m_known.contains(table); });
        return some;
    }

    [[nodiscard]] ComparisonHeader header() const
    {
        ComparisonHeader header;
        header.projectHash = projectHash(m_project);
        for (const Side side : bothSides) {
            header.titles[side] = m_project.title(side);
            header.servers[side] = m_servers[side].server();
            header.identities[side] = m_servers[side].server().identity;
        }
        header.since = m_project.since;
        header.startedAt = QDateTime::currentDateTimeUtc();
        header.moves = m_project.movingSide();
        header.clockDifferenceSeconds = m_chooser->clockDifferenceSeconds();
        return header;
    }

    Result<void> begin(const Alignment &alignment, const QList<int> &tables)
    {
        const KeptDecisions kept =
            m_options.decisions == CompareOptions::Decisions::Fresh ? KeptDecisions::Fresh : KeptDecisions::Unmoved;
        const bool all = m_options.tables.isEmpty() && m_options.reading != CompareOptions::Reading::Known &&
                         !m_options.onlyUnfinished;
        if (all || !m_session.hasComparison())
            return m_session.beginComparison(header(), alignment, kept);
        return m_session.beginPartialComparison(header(), alignment, tables, kept);
    }

    /// Which of the tables a user may not read; those that cannot be compared anyway left out.
    Result<void> askRights(const QList<int> &tables)
    {
        for (const Version version : allVersions) {
            QHash<TableName, int> asked;
            QList<const Table *> shapes;
            for (const int index : tables) {
                const AlignedTable &table = m_session.alignment().tables[index];
                if (!m_servers.at[version] || !table.in[version] || !table.whyNotCompared.isEmpty())
                    continue;
                asked.insert(table.in[version]->name, index);
                shapes.append(&*table.in[version]);
            }
            if (!shapes.isEmpty())
                REJOIN_TRY(askRights(*m_servers.at[version], shapes, asked));
        }
        return {};
    }

    Result<void> askRights(Connection &connection, const QList<const Table *> &shapes,
                           const QHash<TableName, int> &asked)
    {
        REJOIN_TRY_VALUE(rights, missingRights(connection, shapes));
        QMap<int, QList<MissingRight>> byTable;
        for (const MissingRight &right : std::as_const(rights)) {
            if (right.what == MissingRight::For::Reading)
                byTable[asked.value(right.table)].append(right);
        }
        for (const auto [table, lacking] : byTable.asKeyValueRange()) {
            QString &text = m_unreadable[table];
            text +=
                QStringLiteral("%1the user of %2 lacks %3")
                    .arg(text.isEmpty() ? QString() : QStringLiteral("; "), connection.label(), rightsText(lacking));
        }
        return {};
    }

    /// What could be compared stays compared; the rest is said as an error, since it is easily mended.
    [[nodiscard]] Result<void> allWereReadable() const
    {
        if (m_unreadable.isEmpty())
            return {};
        QStringList texts;
        for (const auto [table, text] : m_unreadable.asKeyValueRange())
            texts.append(m_session.alignment().tables[table].name.display() + QStringLiteral(": ") + text);
        return fail(ErrorCode::RightsMissing, QStringLiteral("not compared: %1").arg(texts.join(QStringLiteral("; "))),
                    QStringLiteral("Grant the rights, or leave the tables out of the project; the other tables are "
                                   "compared"));
    }

    Result<void> compareTables(const QList<int> &tables)
    {
        QList<int> comparable;
        for (const int table : tables) {
            const QString whyNot = m_session.alignment().tables[table].whyNotCompared + m_unreadable.value(table);
            if (whyNot.isEmpty()) {
                comparable.append(table);
                continue;
            }
            TableStatus status;
            status.state = TableStatus::State::NotComparable;
            status.reason = whyNot;
            REJOIN_TRY(m_session.setStatus(table, status));
        }
        REJOIN_TRY_VALUE(workers, ordered(comparable));
        TableQueue queue(comparable);
        const Result<void> worked = workers > 1 ? workAtOnce(queue, workers) : work(queue, m_servers, *m_chooser);
        const bool isCancelled = m_cancel.isCancelled() || (!worked && worked.error().code == ErrorCode::Cancelled);
        if (isCancelled && (!worked || !queue.left().isEmpty()))
            return cancelled(queue.left());
        REJOIN_TRY(worked);
        return entangle();
    }

    /// Puts large tables first; how many workers they are worth.
    Result<int> ordered(QList<int> &tables) const
    {
        if (m_options.connections < 2 || tables.size() < 2 || m_options.reading == CompareOptions::Reading::Known)
            return 1;
        QHash<int, qint64> rows;
        int large = 0;
        for (const int index : std::as_const(tables)) {
            const AlignedTable &table = m_session.alignment().tables[index];
            RowFetcher fetcher(m_servers[Side::A], table, Version::A, m_cancel);
            const auto count = fetcher.estimateRows(); // a table that cannot be counted tells its own error later
            rows.insert(index, count ? count->rows : 0);
            large += rows[index] >= WholeRead::fewestRowsToSum ? 1 : 0;
        }
        std::ranges::stable_sort(tables, std::greater(), [&](int table) { return rows.value(table); });
        return std::clamp(large, 1, m_options.connections);
    }

    /// Tables that wait to be compared. Any thread may take one.
    class TableQueue
    {
    public:
        explicit TableQueue(const QList<int> &tables)
            : m_tables(tables)
        {
        }
        std::optional<int> take()
        {
            const std::lock_guard lock(m_mutex);
            return m_isClosed || m_tables.isEmpty() ? std::nullopt : std::optional(m_tables.takeFirst());
        }
        void close()
        {
            const std::lock_guard lock(m_mutex);
            m_isClosed = true;
        }
        QList<int> left()
        {
            const std::lock_guard lock(m_mutex);
            return m_tables;
        }

    private:
        std::mutex m_mutex;
        QList<int> m_tables;
        bool m_isClosed = false;
    };

    /// Compares what it takes from the queue, until that is empty or closed. What goes wrong closes it.
    Result<void> work(TableQueue &queue, Servers &servers, const EvidenceChooser &chooser)
    {
        while (const std::optional<int> table = m_cancel.isCancelled() ? std::nullopt : queue.take()) {
            const AlignedTable &aligned = m_session.alignment().tables[*table];
            TableComparer comparer(servers, m_session, m_desk, *table, m_options, m_cancel, m_progress);
            if (m_known.contains(*table))
                comparer.setKnown(m_known.value(*table), m_knownAlike.value(*table), m_statuses.at(*table));
            comparer.setCounters(counterColumns(m_project.rules, aligned));
            const auto began = std::chrono::steady_clock::now();
            const Result<void> compared = comparer.run(chooser.choose(aligned));
            log(LogLevel::Info,
                QStringLiteral("%1: %2 after %3")
                    .arg(aligned.name.display(), compared ? QStringLiteral("compared") : QStringLiteral("not compared"),
                         elapsedText(began)));
            if (!compared) {
                queue.close();
                return compared;
            }
        }
        return {};
    }

    /// Each worker has connections of its own; the first has those that are open. One that cannot connect again leaves
    /// the work to the others.
    Result<void> workAtOnce(TableQueue &queue, int workers)
    {
        std::vector<Result<void>> results(static_cast<std::size_t>(workers));
        std::vector<std::jthread> threads;
        threads.reserve(results.size());
        for (int worker = 0; worker < workers; ++worker) {
            threads.emplace_back([this, &queue, worker, &result = results[static_cast<std::size_t>(worker)]] {
                result = worker == 0 ? work(queue, m_servers, *m_chooser) : workAlone(queue);
                m_desk.leave();
            });
        }
        m_desk.serve(workers);
        threads.clear();
        const auto failed = std::ranges::find_if(results, [](const Result<void> &result) { return !result; });
        return failed == results.end() ? Result<void>() : *failed;
    }

    Result<void> workAlone(TableQueue &queue)
    {
        auto servers = openServers(m_project);
        if (!servers)
            return {};
        const auto chooser = EvidenceChooser::make(*servers, m_project, m_cancel);
        return chooser ? work(queue, *servers, **chooser) : Result<void>();
    }

    Result<void> entangle()
    {
        report(QStringLiteral("looking for rows that refer to colliding keys"));
        const Result<void> entangled = Entangler(m_servers, m_session, *m_chooser, m_cancel).run();
        if (!entangled) {
            REJOIN_TRY(leaveUnfinished(entangled.error()));
            return entangled;
        }
        return addFindings();
    }

    /// Of tables that refer to others it is not known whether all of their rows are found.
    Result<void> leaveUnfinished(const Error &error)
    {
        REJOIN_TRY_VALUE(statuses, m_session.statuses());
        for (const Relation &relation : m_session.alignment().relations) {
            TableStatus &status = statuses[relation.child];
            if (status.state != TableStatus::State::Compared)
                continue;
            status.state =
                error.code == ErrorCode::Cancelled ? TableStatus::State::Cancelled : TableStatus::State::Failed;
            status.reason =
                QStringLiteral("rows that refer to colliding keys were not all looked for: %1").arg(describe(error));
            REJOIN_TRY(m_session.setStatus(relation.child, status));
        }
        return {};
    }

    /// Looks for references that nobody declared, where keys name two rows: what refers to these does not follow.
    Result<void> proposeRelations()
    {
        REJOIN_TRY_VALUE(rekeyed, rekeyedValues(m_session));
        if (rekeyed.isEmpty())
            return {};
        report(QStringLiteral("looking for references that no foreign key declares"));
        REJOIN_TRY_VALUE(proposals, findRelations(m_servers, m_session.alignment(), rekeyed, m_cancel));
        return m_session.setRelationProposals(withoutDismissed(proposals, m_project.dismissedRelations));
    }

    /// Rows that look convergent under a generated key, once it is known which of them belong to a collision.
    Result<void> addFindings()
    {
        REJOIN_TRY_VALUE(statuses, m_session.statuses());
        REJOIN_TRY_VALUE(counts, m_session.counts());
        for (int table = 0; table < statuses.size(); ++table) {
            TableStatus status = statuses[table];
            status.findings.removeIf([](const QString &finding) { return finding.contains(alikeMark); });
            if (counts[table].outcomes.value(Outcome::Convergent) > 0 &&
                m_session.alignment().tables[table].generatedKeyColumn() >= 0) {
                REJOIN_TRY_VALUE(alike, insertedAlike(table));
                if (alike > 0)
                    status.findings.append(alikeText(alike));
            }
            if (status.findings != statuses[table].findings)
                REJOIN_TRY(m_session.setStatus(table, status));
        }
        return {};
    }

    /// Equal rows that both servers inserted; those that both changed alike are one row beyond doubt.
    Result<qint64> insertedAlike(int table) const
    {
        constexpr int pageRows = 1000;
        const DifferenceFilter filter{.table = table, .outcomes = {Outcome::Convergent}};
        qint64 alike = 0;
        for (qint64 last = 0;;) {
            REJOIN_TRY_VALUE(page, m_session.page(filter, last, pageRows));
            if (page.isEmpty())
                return alike;
            alike += std::ranges::count_if(
                page, [](const Difference &row) { return row.baselineKnown && !row.rows.baseline; });
            last = page.constLast().id;
        }
    }

    static constexpr auto alikeMark = QLatin1StringView("equal on A and B under a key given after the split");

    static QString alikeText(qint64 rows)
    {
        return rows == 1 ? QStringLiteral("1 row is %1: it could be two").arg(alikeMark)
                         : QStringLiteral("%1 rows are %2: they could be two each").arg(rows).arg(alikeMark);
    }

    Result<void> cancelled(const QList<int> &left)
    {
        TableStatus status;
        status.state = TableStatus::State::Cancelled;
        status.reason = QStringLiteral("cancelled before it was compared");
        for (const int table : left)
            REJOIN_TRY(m_session.setStatus(table, status));
        return fail(ErrorCode::Cancelled, QStringLiteral("cancelled; finished tables are kept"),
                    QStringLiteral("compare --resume goes on with the others"));
    }

    void report(const QString &doing) const
    {
        if (m_progress)
            m_progress({doing, 0, 0});
    }

    Servers &m_servers;
    const Project &m_project;
    Session &m_session;
    Desk m_desk; ///< of the session
    const CompareOptions &m_options;
    CancelToken m_cancel;
    Progress m_progress;
    QHash<int, QList<RowKey>> m_known; ///< table → keys, where only those are read
    QHash<int, QList<RowKey>> m_knownAlike;
    QList<TableStatus> m_statuses;   ///< before that
    QMap<int, QString> m_unreadable; ///< table → whose user lacks which right
    std::unique_ptr<EvidenceChooser> m_chooser;
};

} // namespace

Result<void> compare(Servers &servers, const Project &project, Session &session, const CompareOptions &options,
                     const CancelToken &cancel, const Progress &progress)
{
    return Comparison(servers, project, session, options, cancel, progress).run();
}

} // namespace Rejoin

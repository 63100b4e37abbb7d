#include "diffcore/apply/rehearsal.h"

#include "diffcore/apply/approvedscript.h"
#include "diffcore/apply/scriptrun.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

using Effects = QMap<QString, RowCounts>;

/// Rows changed by this connection so far, by table, as the server counts them.
Result<Effects> changesSoFar(Connection &connection)
{
    Effects effects;
    REJOIN_TRY_VALUE(rows, connection.query(connection.dialect().selectRowChanges()));
    for (const auto &row : std::as_const(rows)) {
        const auto number = [&row](qsizetype column) { return row.value(column).value_or("0").toLongLong(); };
        effects.insert(QString::fromUtf8(row.value(0).value_or(QByteArray())), {number(1), number(2), number(3)});
    }
    return effects;
}

/// How many rows each table has: all that an engine without such counts tells.
Result<Effects> rowsOfTables(Connection &connection, const QList<Table> &tables)
{
    Effects effects;
    for (const Table &table : tables) {
        REJOIN_TRY_VALUE(rows, connection.query(connection.dialect().countRows(table, {})));
        effects.insert(table.name.display(), {rows.value(0).value(0).value_or("0").toLongLong(), 0, 0});
    }
    return effects;
}

RowCounts difference(const RowCounts &after, const RowCounts &before)
{
    return {after.inserted - before.inserted, after.updated - before.updated, after.deleted - before.deleted};
}

RowCounts sum(const RowCounts &left, const RowCounts &right)
{
    return {left.inserted + right.inserted, left.updated + right.updated, left.deleted + right.deleted};
}

QString rowsText(qint64 rows)
{
    return rows == 1 ? u"1 row"_s : u"%1 rows"_s.arg(rows);
}

/// Looks at the target before and after the script, within the script's own connection.
class Observer
{
public:
    Observer(Connection &connection, const CancelToken &cancel)
        : m_connection(connection)
        , m_cancel(cancel)
        , m_counts(!connection.dialect().selectRowChanges().isEmpty())
    {
    }

    [[nodiscard]] Result<void> before()
    {
        if (!m_counts) { // within the script's transaction a question that the server refuses would roll it back
            REJOIN_TRY_VALUE(catalog, m_connection.dialect().readCatalog(m_connection, m_cancel));
            m_tables = catalog.tables;
        }
        return look(m_before);
    }
    [[nodiscard]] Result<void> after() { return look(m_after); }

    void tell(Rehearsal &rehearsal, const Effects &planned) const
    {
        Effects wanted = planned;
        if (m_counts && m_after.contains(QString())) { // one figure for all tables
            RowCounts all;
            for (const RowCounts &counts : planned)
                all = sum(all, counts);
            wanted = {{QString(), all}};
        }
        QStringList tables = wanted.keys() + m_after.keys();
        tables.sort();
        tables.removeDuplicates();
        for (const QString &table : std::as_const(tables))
            tellOf(rehearsal, table, wanted.value(table), difference(m_after.value(table), m_before.value(table)));
        if (!m_counts)
            rehearsal.warnings.append(u"this engine does not count changed rows by table: rows that a trigger changes "
                                      "in place are not seen, and rows that others insert or delete meanwhile are"_s);
    }

private:
    [[nodiscard]] Result<void> look(Effects &effects)
    {
        REJOIN_TRY_VALUE(found, m_counts ? changesSoFar(m_connection) : rowsOfTables(m_connection, m_tables));
        effects = found;
        return {};
    }

    void tellOf(Rehearsal &rehearsal, const QString &table, const RowCounts &planned, RowCounts done) const
    {
        if (!m_counts) { // the net of inserts and deletes is known; what is beyond it is told, the rest is as planned
            const qint64 beyond = done.inserted - (planned.inserted - planned.deleted);
            done = sum(planned, {std::max(beyond, qint64(0)), 0, std::max(-beyond, qint64(0))});
        }
        if (planned == RowCounts() && done == RowCounts())
            return;
        rehearsal.effects.append({table, planned, done});
        const RowCounts beyond = difference(done, planned);
        for (const auto &[rows, verb] : {std::pair(beyond.inserted, u"inserted"_s),
                                         {beyond.updated, u"updated"_s},
                                         {beyond.deleted, u"deleted"_s}}) {
            if (rows == 0)
                continue;
            rehearsal.beyondPlan.append(u"%1: %2 %3 %4 the plan"_s.arg(table.isEmpty() ? u"all tables"_s : table,
                                                                       rowsText(std::abs(rows)), verb,
                                                                       rows > 0 ? u"beyond"_s : u"fewer than in"_s));
        }
    }

    Connection &m_connection;
    const CancelToken &m_cancel;
    bool m_counts;
    QList<Table> m_tables; ///< where the rows are counted
    Effects m_before;
    Effects m_after;
};

/// What undoing these does.
Effects undone(const Effects &planned)
{
    Effects effects;
    for (const auto &[table, counts] : planned.asKeyValueRange())
        effects.insert(table, {counts.deleted, counts.updated, counts.inserted});
    return effects;
}

QStringList locksHeld(Connection &connection, QStringList &warnings)
{
    const QString asked = connection.dialect().selectLocks();
    QStringList locks;
    if (asked.isEmpty())
        return locks;
    const Result<TextRows> rows = connection.query(asked);
    if (!rows) {
        warnings.append(u"the locks could not be asked for: %1"_s.arg(describe(rows.error())));
        return locks;
    }
    for (const auto &row : *rows)
        locks.append(QString::fromUtf8(row.value(0).value_or(QByteArray())));
    return locks;
}

} // namespace

Result<Rehearsal> rehearse(const Bundle &bundle, const ApplyOptions &options, const CancelToken &cancel,
                           const Progress &progress)
{
    REJOIN_TRY_VALUE(script, openApproved(bundle, options));
    Connection &connection = *script.connection;
    Rehearsal rehearsal{
        .target = script.target.side, .title = script.target.title, .statements = script.statements.size()};
    if (const QString leaves = connection.dialect().rollbackLeaves(); !leaves.isEmpty())
        rehearsal.warnings.append(leaves);
    LoggedRun logged(bundle, script.target, options, RunRecord::Work::Rehearse);
    REJOIN_TRY(logged.begin());
    Observer observer(connection, cancel);
    const auto attempt = [&]() -> Result<void> {
        REJOIN_TRY(observer.before());
        QElapsedTimer clock;
        clock.start();
        ScriptRun run(connection, script.name, cancel, progress);
        return run.rehearse(script.statements, [&]() -> Result<void> {
            rehearsal.milliseconds = clock.elapsed();
            const Result<void> looked = observer.after();
            // last: where it may not be asked (SQL Server's VIEW SERVER STATE), XACT_ABORT rolls back what was done
            rehearsal.locks = locksHeld(connection, rehearsal.warnings);
            return looked;
        });
    };
    const Result<void> ran = shownOutcome(bundle, attempt());
    if (const Result<void> told = logged.end(ran); !told)
        rehearsal.warnings.append(describe(told.error()));
    REJOIN_TRY(ran);
    observer.tell(rehearsal, options.kind == ScriptKind::Merge ? script.target.planned : undone(script.target.planned));
    return rehearsal;
}

} // namespace Rejoin

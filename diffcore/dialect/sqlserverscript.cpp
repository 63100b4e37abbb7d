#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/sqlservercatalogtext.h"
#include "diffcore/dialect/sqlserverdialect.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqlserverrowtext.h"
#include "diffcore/dialect/sqlserverscripttext.h"
#include "diffcore/dialect/sqlserversequence.h"
#include "diffcore/dialect/sqlservershape.h"
#include "diffcore/dialect/sqlservertypes.h"
#include "diffcore/dialect/sqltext.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

// How a script stops itself. Before the first operation it looks at every row that it rests on, locks it, and notes
// those that are not as compared in the temporary table #rejoin_unlike: so that it names all of them, and stops before
// an insert raises an identity, which no rollback takes back. Each operation then proves its row once more by all the
// values that were compared. The table is made before the transaction and filled anew after its rollback, so that the
// notes outlive it. XACT_ABORT ends the transaction with any error, THROW included; a client that goes on with the next
// batch all the same, as SQL Server Management Studio does, finds no transaction, and each batch does nothing then. A
// batch that is not compiled leaves the transaction: the guards are counted, before the operations and before COMMIT.

namespace Rejoin {

namespace {

constexpr int rowsPerCheck = 100;
constexpr qsizetype operationsPerBatch = 100; // a batch is compiled as a whole

const auto anyUnlike = u"EXISTS (SELECT 1 FROM #rejoin_unlike)"_s;
const auto noteVariable = u"INSERT INTO #rejoin_unlike (row_name) VALUES (@rejoin_row);"_s;
const auto moved = u"rows moved since the comparison"_s;

/// Stops where rows were noted. A table variable keeps what it holds when the transaction is rolled back.
QString stopWhereUnlike(const QString &what)
{
    return guardedBatch(
        {u"IF NOT %1"_s.arg(anyUnlike), u"BEGIN"_s, u"  "_s + countStep(), u"  RETURN;"_s, u"END;"_s,
         u"DECLARE @rejoin_names TABLE (place int, row_name nvarchar(max));"_s,
         u"INSERT INTO @rejoin_names SELECT place, row_name FROM #rejoin_unlike;"_s, u"ROLLBACK TRANSACTION;"_s,
         u"INSERT INTO #rejoin_unlike (row_name) SELECT row_name FROM @rejoin_names ORDER BY place;"_s,
         u"DECLARE @rejoin_says nvarchar(2048);"_s,
         u"SELECT @rejoin_says = CONCAT(%1, COUNT(*), N', among them ', MAX(CASE WHEN n = 1 THEN row_name END),\n"
         "    N'; ' + MAX(CASE WHEN n = 2 THEN row_name END), N'; ' + MAX(CASE WHEN n = 3 THEN row_name END))\n"
         "  FROM (SELECT LEFT(row_name, 400) AS row_name, ROW_NUMBER() OVER (ORDER BY place) AS n\n"
         "    FROM @rejoin_names) AS named;"_s.arg(unicodeLiteral(refusedMark + what + u": "_s)),
         u"SET @rejoin_says = %1;"_s.arg(asThrown(u"@rejoin_says"_s)), throwVariable(GuardError::Refused)});
}

QString insertion(const RowText &text, const RowChange &change)
{
    return u"INSERT INTO %1 (%2)\n    VALUES (%3);"_s.arg(text.tableName(), text.names(change.after),
                                                          text.literals(change.after));
}

QString where(const QStringList &conditions)
{
    return u"\n    WHERE "_s + conditions.join(u"\n    AND "_s);
}

/// What an operation runs: it affects one row, or notes that @rejoin_row is not as it was.
QStringList stepsOf(const SqlServerDialect &dialect, const RowChange &change)
{
    const SqlServerRowText text(dialect, *change.table);
    const QString table = text.tableName();
    const QString noteUnlessOne = u"IF @@ROWCOUNT <> 1 "_s + noteVariable;
    const QString copies = text.count(text.exactly(change.before)) + u" %1 "_s + QString::number(change.copies);
    const QStringList asCompared = text.keyedConditions(change.key, change.before);
    switch (change.kind) {
    case RowChange::Kind::Insert:
        if (change.key.isEmpty())
            return {u"IF "_s + copies.arg(u"<>"_s), u"  "_s + noteVariable, u"ELSE"_s,
                    u"  "_s + insertion(text, change)};
        return {insertion(text, change), noteUnlessOne};
    case RowChange::Kind::Update:
        return {u"UPDATE "_s + table + u" SET "_s + text.assignments(change.after) + where(asCompared) + u';',
                noteUnlessOne};
    case RowChange::Kind::Delete:
        if (change.key.isEmpty())
            return {u"DELETE TOP (1) FROM "_s + table +
                        where(text.conditions(change.before) + QStringList{copies.arg(u"="_s)}) + u';',
                    noteUnlessOne};
        return {u"DELETE FROM "_s + table + where(asCompared) + text.noDependents() + u';', noteUnlessOne};
    }
    Q_UNREACHABLE_RETURN({});
}

/// Runs steps that change rows as `change` does. @rejoin_row names the one at which a constraint stops them.
QStringList tried(const SqlServerDialect &dialect, const RowChange &change, const QStringList &steps)
{
    const bool numbered = change.kind == RowChange::Kind::Insert && givesIdentity(change);
    const QString identityInsert = u"  SET IDENTITY_INSERT "_s + dialect.name(change.table->name) + u" %1;"_s;
    QStringList statements{u"BEGIN TRY"_s};
    if (numbered)
        statements += identityInsert.arg(u"ON"_s);
    for (const QString &step : steps)
        statements += u"  "_s + step;
    if (numbered)
        statements += identityInsert.arg(u"OFF"_s);
    statements += {u"END TRY"_s, u"BEGIN CATCH"_s, u"  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;"_s};
    if (numbered)
        statements += identityInsert.arg(u"OFF"_s);
    return statements +
           QStringList{u"  IF ERROR_NUMBER() NOT IN (547, 2601, 2627) THROW; -- constraints and unique values"_s,
                       u"  "_s + noteVariable,
                       u"  "_s + sayings(unicodeLiteral(refusedMark) + u" + @rejoin_row + N': ' + ERROR_MESSAGE()"_s),
                       u"  "_s + throwVariable(GuardError::Refused), u"END CATCH;"_s};
}

QString targetGuard(const ServerInfo &target)
{
    QString condition = u"DB_NAME() <> "_s + unicodeLiteral(target.database);
    if (isSqlServerIdentity(target.identity))
        condition += u"\n  OR COALESCE("_s + sqlServerIdentity() + u", N'') <> "_s + unicodeLiteral(target.identity);
    const QString other = unicodeLiteral(oneLine(
        wrongTargetMark + u"this script is for the database %1 as it was compared, not for "_s.arg(target.database)));
    return countedBatch(
        {sayings(other + u" + DB_NAME()"_s), u"IF "_s + condition, u"  "_s + throwVariable(GuardError::WrongTarget)});
}

/// A client that takes the file for something else than UTF-8 would write other characters than were compared.
QString encodingGuard()
{
    return countedBatch(
        {u"IF N'Ä€' <> NCHAR(196) + NCHAR(8364)%1"_s.arg(sqlServerBinaryCollation()),
         u"  "_s + throwText(GuardError::Refused, refusedMark + u"the client does not read this script as UTF-8: run "
                                                                "sqlcmd with -f 65001"_s)});
}

QString appliedGuard(const SqlServerDialect &dialect, const ScriptHead &head)
{
    QStringList conditions;
    for (const RowChange &probe : head.appliedProbes)
        conditions += SqlServerRowText(dialect, *probe.table).carriedOut(probe);
    return countedBatch({u"IF "_s + conditions.join(u"\n  AND "_s),
                         u"  "_s + throwText(GuardError::AlreadyApplied, alreadyAppliedMark + head.appliedMessage)});
}

/// Whether one count for several rows tells that each is as it should be: where a key may stand in two rows, one too
/// many makes up for one that is missing.
bool countTells(const SqlServerDialect &dialect, const QList<RowChange> &rows)
{
    const RowChange &first = rows.constFirst();
    return rows.size() > 1 &&
           (first.kind == RowChange::Kind::Delete || SqlServerRowText(dialect, *first.table).isUnique(first.key));
}

/// A condition that holds where one of several rows of a table is not as they say.
QString isOneUnlike(const SqlServerDialect &dialect, const QList<RowChange> &rows, SqlServerRowText::Locks locks)
{
    const SqlServerRowText text(dialect, *rows.first().table);
    QStringList conditions;
    for (const RowChange &row : rows)
        conditions += text.whereCarriedOut(row);
    const bool gone = rows.first().kind == RowChange::Kind::Delete;
    const QString hint = SqlServerRowText::hint(gone ? SqlServerRowText::Locks::None : locks);
    const QString count =
        u"(SELECT COUNT(*) FROM %1%2\n    WHERE %3)"_s.arg(text.tableName(), hint, conditions.join(u"\n    OR "_s));
    return count + u" <> "_s + QString::number(gone ? 0 : rows.size());
}

/// Rows of one table that are all there or all gone, a hundred at most; those without a key by themselves.
bool joinsRows(const QList<RowChange> &group, const RowChange &row)
{
    const auto isGone = [](const RowChange &change) { return change.kind == RowChange::Kind::Delete; };
    const RowChange &last = group.constLast();
    return last.table == row.table && isGone(last) == isGone(row) && !row.key.isEmpty() && !last.key.isEmpty() &&
           group.size() < rowsPerCheck;
}

/// Notes the rows that are not as `rows` say: a batch for each hundred, and where there are more of them, they are
/// looked at together, and one by one only to name them.
QStringList noteUnlike(const SqlServerDialect &dialect, const RowChanges &rows,
                       SqlServerRowText::Locks locks = SqlServerRowText::Locks::None)
{
    const bool few = rows.size() <= rowsPerCheck;
    QStringList batches;
    QList<RowChange> group;
    const auto endGroup = [&] {
        if (group.isEmpty())
            return;
        QStringList checks;
        for (const RowChange &row : std::as_const(group))
            checks += u"IF "_s + SqlServerRowText(dialect, *row.table).isUnlike(row, locks) + u"\n  "_s + note(row.row);
        if (!few && countTells(dialect, group))
            checks = QStringList{u"IF "_s + isOneUnlike(dialect, group, locks), u"BEGIN"_s} + checks +
                     QStringList{u"END;"_s};
        batches += countedBatch(checks);
        group.clear();
    };
    for (qsizetype place = 0; place < rows.size(); ++place) {
        RowChange row = rows[place];
        if (!few && !group.isEmpty() && !joinsRows(group, row))
            endGroup();
        group += std::move(row);
    }
    endGroup();
    return batches;
}

QStringList section(const SqlServerDialect &dialect, const QString &title)
{
    return {QString(), dialect.comment(title)};
}

QStringList start(const SqlServerDialect &dialect, const ScriptHead &head)
{
    QStringList statements;
    for (const QString &line : head.comments)
        statements += dialect.comment(line);
    for (
        const QString &line :
        {u"To run: sqlcmd -b -x -f 65001 -i FILE. One transaction: all of it is done, or nothing."_s,
         u"Each batch begins by asking whether the transaction still stands, since some clients go on after an error."_s,
         u"Text is compared with a full stop behind it: SQL Server takes no notice of blanks at the end."_s})
        statements += dialect.comment(line);
    QStringList settings = requiredSettings();
    settings += {u"SET TRANSACTION ISOLATION LEVEL READ COMMITTED"_s, u"SET LOCK_TIMEOUT 10000"_s,
                 u"SET DEADLOCK_PRIORITY LOW"_s};
    statements += batch({settings.join(u";\n"_s) + u';'});
    statements += batch(
        {u"IF OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL DROP TABLE #rejoin_unlike;"_s,
         u"IF OBJECT_ID(N'tempdb..#rejoin_steps') IS NOT NULL DROP TABLE #rejoin_steps;"_s, u"IF @@TRANCOUNT > 0"_s,
         u"BEGIN"_s, u"  SET XACT_ABORT OFF; -- that transaction is somebody's own: it stays as it is"_s,
         u"  "_s + throwText(GuardError::Refused, refusedMark + u"this session has a transaction open: end it first"_s),
         u"END;"_s, u"CREATE TABLE #rejoin_unlike (place int IDENTITY PRIMARY KEY, row_name nvarchar(max) NOT NULL);"_s,
         u"CREATE TABLE #rejoin_steps (done int NOT NULL);"_s, u"INSERT INTO #rejoin_steps (done) VALUES (0);"_s,
         u"BEGIN TRANSACTION;"_s});
    statements +=
        section(dialect, u"The client reads this file as UTF-8, and this is the database that was compared."_s);
    statements += {encodingGuard(), targetGuard(head.target)};
    if (!head.tables.isEmpty())
        statements +=
            section(dialect, u"The tables are there, with the columns, triggers and cascades that they had."_s) +
            QStringList{shapeGuard(dialect, head.tables)};
    return statements;
}

const auto stopped = u"the script was stopped before its end, nothing was changed"_s;

/// Before the operations: counts anew.
QString startOperations(qsizetype steps)
{
    return guardedBatch({u"IF (SELECT done FROM #rejoin_steps) <> "_s + QString::number(steps),
                         u"  "_s + throwText(GuardError::Refused, refusedMark + stopped),
                         u"UPDATE #rejoin_steps SET done = 0;"_s});
}

/// A table that is not there is looked for only where its statement runs.
QString commit(qsizetype steps)
{
    return batch({u"DECLARE @rejoin_done int;"_s,
                  u"IF @@TRANCOUNT = 1 AND OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL"_s,
                  u"  SELECT @rejoin_done = done FROM #rejoin_steps;"_s,
                  u"IF @rejoin_done IS NULL OR @rejoin_done <> "_s + QString::number(steps),
                  u"  "_s + throwText(GuardError::Refused, refusedMark + stopped), u"DROP TABLE #rejoin_unlike;"_s,
                  u"DROP TABLE #rejoin_steps;"_s, u"COMMIT TRANSACTION;"_s});
}

} // namespace

QStringList SqlServerDialect::scriptHead(const ScriptHead &head) const
{
    QStringList statements = start(*this, head);
    if (!head.appliedProbes.isEmpty())
        statements +=
            section(*this, u"The script has not been applied before."_s) + QStringList{appliedGuard(*this, head)};
    if (!head.expected.isEmpty()) {
        statements += section(*this, u"Every row is as it was compared, and stays so: it is locked until the end."_s);
        statements += noteUnlike(*this, head.expected, SqlServerRowText::Locks::UntilCommit);
        statements += stopWhereUnlike(moved);
    }
    statements += startOperations(countedSteps(statements));
    if (head.foreignKeysOff)
        statements += suspendForeignKeys(*this, head.tables);
    return statements;
}

/// An insert raises the identity, and no rollback takes that back.
bool SqlServerDialect::checksRowsFirst() const
{
    return true;
}

QStringList SqlServerDialect::scriptOperation(const RowChange &change) const
{
    const QString row = u"DECLARE @rejoin_row nvarchar(max) = %1;"_s.arg(unicodeLiteral(oneLine(change.row)));
    return {guardedBatch(QStringList{u"IF %1 RETURN;"_s.arg(anyUnlike), row} +
                         tried(*this, change, stepsOf(*this, change)))};
}

static QString operationsAtOnce(const SqlServerDialect &dialect, const QList<RowChange> &changes)
{
    QStringList steps;
    for (const RowChange &change : changes)
        steps +=
            QStringList{u"SET @rejoin_row = %1;"_s.arg(unicodeLiteral(oneLine(change.row)))} + stepsOf(dialect, change);
    return guardedBatch(QStringList{u"IF %1 RETURN;"_s.arg(anyUnlike), u"DECLARE @rejoin_row nvarchar(max);"_s} +
                        tried(dialect, changes.first(), steps));
}

QStringList SqlServerDialect::scriptOperations(const QList<RowChange> &changes) const
{
    QStringList statements;
    for (qsizetype first = 0; first < changes.size(); first += operationsPerBatch)
        statements +=
            operationsAtOnce(*this, changes.sliced(first, std::min(operationsPerBatch, changes.size() - first)));
    return statements;
}

QStringList SqlServerDialect::rowChecks(const RowChanges &rows) const
{
    return noteUnlike(*this, rows);
}

QStringList SqlServerDialect::scriptTail(const ScriptTail &tail) const
{
    QStringList statements = section(*this, u"No operation met another row than it should."_s);
    statements += tail.kept;
    statements += stopWhereUnlike(moved);
    if (tail.foreignKeysOff)
        statements += resumeForeignKeys(*this, tail.tables);
    if (!tail.postconditions.isEmpty())
        statements += section(*this, u"The rows have the values of the merge."_s);
    statements += tail.postconditions;
    statements += stopWhereUnlike(u"rows are not as merged (does a trigger change them?)"_s);
    for (const GeneratorChange &change : tail.generators) {
        const QStringList setting = setGenerator(*this, change, m_version);
        if (setting.isEmpty())
            continue;
        const QString what = change.restore ? u"%1 goes on from where it was, if nobody took a number since."_s
                                            : u"The next %1 lies above all that are there."_s;
        statements += section(*this, what.arg(change.table->name.display() + u'.' + change.column));
        statements += countedBatch(setting);
    }
    return statements + section(*this, u"All of it, or nothing."_s) + QStringList{commit(countedSteps(statements))};
}

QStringList SqlServerDialect::checkScript(const ScriptHead &head, const QStringList &checks) const
{
    QStringList statements = start(*this, head) + checks;
    statements += stopWhereUnlike(u"rows are not as expected"_s);
    return statements + QStringList{commit(countedSteps(statements))};
}

NumberStatements SqlServerDialect::takeNumbers(const NumberRequest &request) const
{
    return {.take = takeNumbersText(*this, request, m_version), .giveUp = abandonScript()};
}

/// Transact-SQL reference, "sp_getapplock": of one database, held until the session ends.
QString SqlServerDialect::selectHold() const
{
    return u"DECLARE @rejoin int; EXEC @rejoin = sp_getapplock @Resource = N'rejoin', @LockMode = 'Exclusive', "
           "@LockOwner = 'Session', @LockTimeout = 0; SELECT CASE WHEN @rejoin >= 0 THEN 1 ELSE 0 END"_s;
}

QStringList SqlServerDialect::abandonScript() const
{
    return {u"IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION"_s};
}

QStringList SqlServerDialect::unlikeRows() const
{
    return {u"SELECT row_name FROM #rejoin_unlike ORDER BY place"_s};
}

Error SqlServerDialect::scriptError(const Error &error) const
{
    if (std::optional<Error> refusal = guardRefusal(error)) {
        refusal->message = refusal->message.section(u'\n', 0, 0).trimmed();
        return *refusal;
    }
    static const QRegularExpression number(u"\\bMsg (\\d+)"_s);
    Error other = error;
    const auto is = [&](ErrorCode code, const QString &message, const QString &advice = {}) {
        other.code = code;
        other.message = message;
        other.advice = advice;
    };
    switch (number.match(serverWords(error)).captured(1).toInt()) {
    case 2601:
    case 2627: is(ErrorCode::Refused, u"another row has a unique value that the script writes"_s); break;
    case 1222:
        is(ErrorCode::ServerRefused, u"another session holds a lock on a row or table of the script"_s,
           u"Run it again when that session is done"_s);
        break;
    case 1205:
        is(ErrorCode::ServerRefused, u"the server chose the script to end a deadlock with another session"_s,
           u"Run it again"_s);
        break;
    case 1088: // what SET IDENTITY_INSERT says
        is(ErrorCode::RightsMissing, u"setting numbers that the server hands out takes the right to alter the table"_s);
        break;
    case 2557: // DBCC CHECKIDENT
        is(ErrorCode::RightsMissing, u"raising the number that the server hands out next takes more rights"_s,
           u"Make the user the owner of the table's schema, or a member of db_ddladmin"_s);
        break;
    case 8102:
        is(ErrorCode::ServerRefused, u"the script changes an identity column, which the server never allows"_s,
           u"Choose that column as the key, or leave it out of the comparison"_s);
        break;
    default: break;
    }
    return other;
}

/// sys.dm_tran_locks needs VIEW SERVER STATE (SQL Server documentation).
QString SqlServerDialect::selectLocks() const
{
    return u"SELECT DISTINCT concat(object_name(resource_associated_entity_id), N' ', request_mode) "
           "FROM sys.dm_tran_locks WHERE request_session_id = @@SPID AND resource_type = N'OBJECT' "
           "AND resource_database_id = db_id() ORDER BY 1"_s;
}

QString SqlServerDialect::rollbackLeaves() const
{
    return u"identity columns and sequences stay where inserts moved them: SQL Server does not roll them back"_s;
}

} // namespace Rejoin

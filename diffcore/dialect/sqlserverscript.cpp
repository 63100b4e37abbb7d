#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/sqlservercatalogtext.h"
#include "diffcore/dialect/sqlserverdialect.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqlserverrowtext.h"
#include "diffcore/dialect/sqlserverscripttext.h"
#include "diffcore/dialect/sqlserversequence.h"
#include "diffcore/dialect/sqlservertypes.h"
#include "diffcore/dialect/sqltext.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

// How a script stops itself. Each operation is a batch that finds its row by all the values that were compared, locks
// it, and writes. A row that is not as expected is noted in the temporary table #rejoin_unlike, and from then on the
// script writes nothing and only looks: so that it names all such rows at its end. The table is made before the
// transaction and filled anew after its rollback, so that the notes outlive it. XACT_ABORT ends the transaction with
// any error; a client that goes on with the next batch all the same, as SQL Server Management Studio does, finds no
// transaction, and each batch does nothing then.

namespace Rejoin {

namespace {

constexpr int rowsPerCheck = 100;

QString refusedText(const QString &what)
{
    return unicodeLiteral(oneLine(refusedMark + what));
}

/// Stops where rows were noted.
QString stopWhereUnlike(const QString &what)
{
    return guardedBatch(
        {u"IF EXISTS (SELECT 1 FROM #rejoin_unlike)"_s, u"BEGIN"_s,
         u"  DECLARE @rejoin_names TABLE (place int, row_name nvarchar(max));"_s,
         u"  INSERT INTO @rejoin_names SELECT place, row_name FROM #rejoin_unlike;"_s, u"  ROLLBACK TRANSACTION;"_s,
         u"  INSERT INTO #rejoin_unlike (row_name) SELECT row_name FROM @rejoin_names ORDER BY place;"_s,
         u"  DECLARE @rejoin_says nvarchar(2048);"_s,
         u"  SELECT @rejoin_says = CONCAT(%1, COUNT(*), N', among them ', MAX(CASE WHEN n = 1 THEN row_name END),\n"
         "    N'; ' + MAX(CASE WHEN n = 2 THEN row_name END), N'; ' + MAX(CASE WHEN n = 3 THEN row_name END))\n"
         "    FROM (SELECT LEFT(row_name, 400) AS row_name, ROW_NUMBER() OVER (ORDER BY place) AS n\n"
         "      FROM @rejoin_names) AS named;"_s.arg(unicodeLiteral(refusedMark + what + u": "_s)),
         u"  SET @rejoin_says = "_s + asThrown(u"@rejoin_says"_s) + u';', u"  THROW 50001, @rejoin_says, 1;"_s,
         u"END;"_s});
}

QString insertion(const RowText &text, const RowChange &change)
{
    return u"INSERT INTO %1 (%2)\n    VALUES (%3);"_s.arg(text.tableName(), text.names(change.after),
                                                          text.literals(change.after));
}

/// How an operation looks for its precondition (@rejoin_rows is 1 where it holds) and what it then does.
struct Steps
{
    QString look;
    QString act;
};

Steps stepsOf(const SqlServerDialect &dialect, const RowChange &change)
{
    const SqlServerRowText text(dialect, *change.table);
    const QString table = text.tableName();
    const QString locked = u"SELECT @rejoin_rows = COUNT(*) FROM "_s + table + u" WITH (UPDLOCK, HOLDLOCK) WHERE "_s;
    const QString whether = u"SET @rejoin_rows = CASE WHEN %1 THEN 1 ELSE 0 END;"_s;
    const QString rightCopies =
        whether.arg(text.count(text.exactly(change.before)) + u" = "_s + QString::number(change.copies));
    switch (change.kind) {
    case RowChange::Kind::Insert:
        return {change.key.isEmpty() ? rightCopies : whether.arg(text.isFree(change)), insertion(text, change)};
    case RowChange::Kind::Update:
        return {locked + text.keyedExactly(change.key, change.before) + u';',
                u"UPDATE "_s + table + u" SET "_s + text.assignments(change.after) + u" WHERE "_s +
                    text.exactly(change.key) + u';'};
    case RowChange::Kind::Delete:
        if (change.key.isEmpty())
            return {rightCopies, u"DELETE TOP (1) FROM "_s + table + u" WHERE "_s + text.exactly(change.before) + u';'};
        return {locked + text.keyedExactly(change.key, change.before) + text.noDependents() + u';',
                u"DELETE FROM "_s + table + u" WHERE "_s + text.exactly(change.key) + u';'};
    }
    Q_UNREACHABLE_RETURN({});
}

QString targetGuard(const ServerInfo &target)
{
    QString condition = u"DB_NAME() <> "_s + unicodeLiteral(target.database);
    if (isSqlServerIdentity(target.identity))
        condition += u"\n  OR "_s + sqlServerIdentity() + u" <> "_s + unicodeLiteral(target.identity);
    const QString other = unicodeLiteral(oneLine(
        wrongTargetMark + u"this script is for the database %1 as it was compared, not for "_s.arg(target.database)));
    return guardedBatch({u"IF "_s + condition, stop(GuardError::WrongTarget, other + u" + DB_NAME()"_s)});
}

/// A client that takes the file for something else than UTF-8 would write other characters than were compared.
QString encodingGuard()
{
    return guardedBatch({u"IF N'Ä€' <> NCHAR(196) + NCHAR(8364)%1"_s.arg(sqlServerBinaryCollation()),
                         stop(GuardError::Refused, refusedText(u"the client does not read this script as UTF-8: run "
                                                               "sqlcmd with -f 65001"_s))});
}

QString shapeGuard(const SqlServerDialect &dialect, const Table &table)
{
    QStringList expected;
    for (const Column &column : table.columns)
        expected += u'(' + unicodeLiteral(columnShape(column, column.declaredType)) + u')';
    for (const Trigger &trigger : table.triggers)
        expected += u'(' + unicodeLiteral(u"trigger "_s + trigger.name) + u')';
    const QString id = u"OBJECT_ID("_s + unicodeLiteral(dialect.name(table.name)) + u')';
    const QString message =
        refusedText(u"the columns or triggers of %1 are not as compared"_s.arg(table.name.display()));
    return guardedBatch(
        {u"DECLARE @rejoin_now TABLE (shape nvarchar(1000)%1);"_s.arg(sqlServerBinaryCollation()),
         u"INSERT INTO @rejoin_now SELECT c.name + N' ' + "_s + sqlServerTypeText() +
             u" +\n    CASE WHEN c.is_nullable = 0 THEN N' not null ' ELSE N' ' END +\n    "_s + sqlServerSource() +
             u"\n  FROM "_s + sqlServerColumnTables() + u"\n  WHERE c.object_id = "_s + id + u';',
         u"INSERT INTO @rejoin_now SELECT N'trigger ' + name FROM sys.triggers\n"
         "  WHERE is_disabled = 0 AND parent_id = %1;"_s.arg(id),
         u"IF (SELECT COUNT(*) FROM @rejoin_now) <> "_s + QString::number(expected.size()),
         u"  OR EXISTS (SELECT shape%1 FROM (VALUES %2) AS expected (shape)\n    EXCEPT SELECT shape FROM @rejoin_now)"_s
             .arg(sqlServerBinaryCollation(), expected.join(u", "_s)),
         stop(GuardError::Refused, message)});
}

QString appliedGuard(const SqlServerDialect &dialect, const ScriptHead &head)
{
    QStringList conditions;
    for (const RowChange &probe : head.appliedProbes)
        conditions += SqlServerRowText(dialect, *probe.table).carriedOut(probe);
    return guardedBatch(
        {u"IF "_s + conditions.join(u"\n  AND "_s),
         stop(GuardError::AlreadyApplied, unicodeLiteral(oneLine(alreadyAppliedMark + head.appliedMessage)))});
}

/// One batch for each hundred rows: notes those that are not as `rows` say.
QStringList noteUnlike(const SqlServerDialect &dialect, const QList<RowChange> &rows)
{
    QStringList batches;
    for (qsizetype start = 0; start < rows.size(); start += rowsPerCheck) {
        QStringList checks;
        for (const RowChange &row : rows.sliced(start, std::min<qsizetype>(rowsPerCheck, rows.size() - start)))
            checks += u"IF NOT (%1)\n  %2"_s.arg(SqlServerRowText(dialect, *row.table).carriedOut(row), note(row.row));
        batches += guardedBatch(checks);
    }
    return batches;
}

QStringList start(const SqlServerDialect &dialect, const ScriptHead &head)
{
    QStringList statements;
    for (const QString &line : head.comments)
        statements += dialect.comment(line);
    statements +=
        dialect.comment(u"To run: sqlcmd -b -x -f 65001 -i FILE. One transaction: all of it is done, or nothing."_s);
    QStringList settings = requiredSettings();
    settings += {u"SET TRANSACTION ISOLATION LEVEL READ COMMITTED"_s, u"SET LOCK_TIMEOUT 10000"_s,
                 u"SET DEADLOCK_PRIORITY LOW"_s};
    statements += batch({settings.join(u";\n"_s) + u';'});
    statements += batch(
        {u"IF OBJECT_ID(N'tempdb..#rejoin_unlike') IS NOT NULL DROP TABLE #rejoin_unlike;"_s, u"IF @@TRANCOUNT > 0"_s,
         u"BEGIN"_s, u"  SET XACT_ABORT OFF; -- that transaction is somebody's own: it stays as it is"_s,
         u"  THROW 50001, %1, 1;"_s.arg(refusedText(u"this session has a transaction open: end it first"_s)), u"END;"_s,
         u"CREATE TABLE #rejoin_unlike (place int IDENTITY PRIMARY KEY, row_name nvarchar(max) NOT NULL);"_s,
         u"BEGIN TRANSACTION;"_s});
    statements += encodingGuard();
    statements += targetGuard(head.target);
    for (const Table *table : head.tables)
        statements += shapeGuard(dialect, *table);
    return statements;
}

QString commit()
{
    return batch(
        {u"IF @@TRANCOUNT <> 1 OR OBJECT_ID(N'tempdb..#rejoin_unlike') IS NULL"_s,
         u"  THROW 50001, %1, 1;"_s.arg(refusedText(u"the script was stopped before its end, nothing was changed"_s)),
         u"DROP TABLE #rejoin_unlike;"_s, u"COMMIT TRANSACTION;"_s});
}

} // namespace

QStringList SqlServerDialect::scriptHead(const ScriptHead &head) const
{
    QStringList statements = start(*this, head);
    if (!head.appliedProbes.isEmpty())
        statements += appliedGuard(*this, head);
    if (head.foreignKeysOff)
        statements += suspendForeignKeys(*this, head.tables);
    return statements;
}

QStringList SqlServerDialect::scriptOperation(const RowChange &change) const
{
    const Steps steps = stepsOf(*this, change);
    const bool numbered = change.kind == RowChange::Kind::Insert && hasIdentity(*change.table);
    const QString identityInsert = u"SET IDENTITY_INSERT "_s + name(change.table->name) + u" %1;"_s;
    QStringList statements{u"BEGIN TRY"_s, u"  DECLARE @rejoin_rows bigint;"_s, u"  "_s + steps.look,
                           u"  IF @rejoin_rows = 1 AND NOT EXISTS (SELECT 1 FROM #rejoin_unlike)"_s, u"  BEGIN"_s};
    if (numbered)
        statements += u"    "_s + identityInsert.arg(u"ON"_s);
    statements += {u"    "_s + steps.act, u"    SET @rejoin_rows = @@ROWCOUNT;"_s};
    if (numbered)
        statements += u"    "_s + identityInsert.arg(u"OFF"_s);
    statements += {u"  END;"_s,
                   u"  IF @rejoin_rows <> 1"_s,
                   u"    "_s + note(change.row),
                   u"END TRY"_s,
                   u"BEGIN CATCH"_s,
                   u"  IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;"_s};
    if (numbered)
        statements += u"  "_s + identityInsert.arg(u"OFF"_s);
    statements +=
        {u"  DECLARE @rejoin_says nvarchar(2048) = "_s +
             asThrown(unicodeLiteral(refusedMark + oneLine(change.row) + u": "_s) + u" + ERROR_MESSAGE()"_s) + u';',
         u"  IF ERROR_NUMBER() IN (547, 2601, 2627)"_s, u"    THROW 50001, @rejoin_says, 1;"_s, u"  THROW;"_s,
         u"END CATCH;"_s};
    return {guardedBatch(statements)};
}

QStringList SqlServerDialect::scriptTail(const ScriptTail &tail) const
{
    QStringList statements = noteUnlike(*this, tail.kept);
    statements += stopWhereUnlike(u"rows moved since the comparison"_s);
    if (tail.foreignKeysOff)
        statements += resumeForeignKeys(*this, tail.tables);
    statements += noteUnlike(*this, tail.postconditions);
    statements += stopWhereUnlike(u"rows are not as merged (does a trigger change them?)"_s);
    for (const GeneratorChange &change : tail.generators) {
        const QStringList setting = setGenerator(*this, change, m_version);
        if (!setting.isEmpty())
            statements += guardedBatch(setting);
    }
    return statements + QStringList{commit()};
}

QStringList SqlServerDialect::checkScript(const ScriptHead &head, const QList<RowChange> &rows) const
{
    return start(*this, head) + noteUnlike(*this, rows) +
           QStringList{stopWhereUnlike(u"rows are not as expected"_s), commit()};
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

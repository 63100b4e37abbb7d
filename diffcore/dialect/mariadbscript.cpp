#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/mariadbidentity.h"
#include "diffcore/dialect/mariadbrowtext.h"
#include "diffcore/dialect/mariadbscripttext.h"
#include "diffcore/dialect/mariadbsequence.h"
#include "diffcore/dialect/mariadbvalues.h"
#include "diffcore/dialect/sqltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// How a script stops itself. Each operation looks for its row by all the values that were compared, locks it, and
// writes. Whoever adds a row that refers to it locks it, too: so a delete locks its row before it asks for such rows,
// because a statement that waits for a lock may read them as they were before. A row that is not as expected is noted
// in the session's variable @rejoin_unlike, and from then on the script writes nothing and only looks: so that it names
// all such rows at its end. How many rows a statement changed is never asked: the server counts those only that it
// changed, or all that it found, as the client wishes. No table and no routine is made. Without autocommit, nothing
// that follows a lost transaction is written by itself.

namespace Rejoin {

namespace {

constexpr int longestNotes = 200000; // characters: the names of some thousand rows
constexpr int namedRows = 3;

QString noted(const QString &row)
{
    return mariaDbText(oneLine(row)) + u", @rejoin_end"_s;
}

/// Stops where rows were noted.
QStringList stopWhereUnlike(const MariaDbDialect &dialect, const QString &what)
{
    const QString count = u"char_length(@rejoin_unlike) - char_length(replace(@rejoin_unlike, @rejoin_end, ''))"_s;
    const QString some = u"replace(trim(TRAILING @rejoin_end FROM substring_index(@rejoin_unlike, @rejoin_end, %1)), "
                         "@rejoin_end, '; ')"_s.arg(namedRows);
    return stopWhere(
        dialect, u"@rejoin_unlike <> ''"_s,
        u"concat(%1, %2, ', among them ', %3)"_s.arg(mariaDbText(refusedMark + what + u": "_s), count, some));
}

/// How an operation looks for its precondition (@rejoin_rows is 1 where it holds) and what it then does.
struct Steps
{
    QStringList look;
    QString act;
};

/// Without the server's checks no row goes along.
QString noDependents(const RowText &text)
{
    const QStringList dependents = text.dependents();
    if (dependents.isEmpty())
        return {};
    return u"\n    AND (@@foreign_key_checks = 0 OR NOT ("_s + dependents.join(u"\n    OR "_s) + u"))"_s;
}

const auto whereAsCompared = u"@rejoin_rows = 1 AND @rejoin_unlike = ''"_s;

Steps stepsOf(const MariaDbDialect &dialect, const RowChange &change)
{
    const MariaDbRowText text(dialect, *change.table);
    const QString table = text.tableName();
    const QString rightCopies = u"SELECT "_s + text.count(text.exactly(change.before)) + u" = "_s +
                                QString::number(change.copies) + u" INTO @rejoin_rows;"_s;
    const QString count = u"SELECT count(*) INTO @rejoin_rows FROM "_s + table + u" WHERE "_s;
    const QString locking = u" FOR UPDATE;"_s;
    const QString others = noDependents(text);
    QStringList looks;
    switch (change.kind) {
    case RowChange::Kind::Insert:
        return {{change.key.isEmpty()
                     ? rightCopies
                     : u"SELECT NOT ("_s + text.isTaken(change.key, change.after) + u") INTO @rejoin_rows;"_s},
                u"INSERT INTO "_s + table + u" ("_s + text.names(change.after) + u")\nSELECT "_s +
                    text.literals(change.after) + u"\nFROM DUAL WHERE "_s + whereAsCompared + u';'};
    case RowChange::Kind::Update:
        return {{count + text.keyedExactly(change.key, change.before) + locking},
                u"UPDATE "_s + table + u" SET "_s + text.assignments(change.after) + text.keptStamps(change.after) +
                    u"\nWHERE "_s + text.exactly(change.key) + u" AND "_s + whereAsCompared + u';'};
    case RowChange::Kind::Delete:
        if (change.key.isEmpty())
            return {{rightCopies},
                    u"DELETE FROM "_s + table + u" WHERE "_s + text.exactly(change.before) + u" AND "_s +
                        whereAsCompared + u" LIMIT 1;"_s};
        if (!others.isEmpty())
            looks += count + text.exactly(change.key) + locking;
        return {looks + QStringList{count + text.keyedExactly(change.key, change.before) + others + locking},
                u"DELETE FROM "_s + table + u"\nWHERE "_s + text.exactly(change.key) + u" AND "_s + whereAsCompared +
                    u';'};
    }
    Q_UNREACHABLE_RETURN({});
}

using AloneOnMariaDb = StandsAlone<MariaDbRowText, MariaDbDialect>;

/// Notes those rows of the list for which the condition holds.
QString noteListed(const RowList &list, const QString &condition)
{
    return u"SELECT left(concat(@rejoin_unlike, coalesce(group_concat(rejoin_row, @rejoin_end ORDER BY "_s +
           list.listedKey() + u" SEPARATOR ''), '')), %1) INTO @rejoin_unlike\nFROM "_s.arg(longestNotes) +
           list.derivedTable() + u"\nWHERE "_s + condition + u';';
}

/// The server checks foreign keys row by row, and writes the rows of a list in an order of its own.
bool refersToItself(const Table &table)
{
    return std::ranges::contains(table.foreignKeys, table.name, &ForeignKey::parent);
}

/// Names the rows of one list that are not as compared, locks the others, and writes where all are.
QStringList listedOperations(const MariaDbDialect &dialect, const QList<RowChange> &changes)
{
    const RowChange &first = changes.first();
    const MariaDbRowText text(dialect, *first.table);
    RowList compared(text);
    RowList written(text);
    for (const RowChange &change : changes) {
        const bool inserts = change.kind == RowChange::Kind::Insert;
        compared.add(change.row, change.key, inserts ? text.uniqueCells(change.after) : change.before);
        written.addUnnamed(change.key, change.after);
    }
    const auto whereAllAre = u"@rejoin_unlike = ''"_s;
    const auto isUnlike = [&](const QString &dependents) {
        return u"(SELECT count(*) FROM "_s + text.tableName() + u" WHERE "_s + compared.exactly() + dependents +
               u" FOR UPDATE) <> 1"_s;
    };
    const QString joined =
        written.derivedTable() + u"\nSTRAIGHT_JOIN "_s + text.tableName() + u" ON "_s + written.exactKey();
    const QString others = noDependents(text);
    QStringList statements;
    switch (first.kind) {
    case RowChange::Kind::Insert:
        return {noteListed(compared, text.isListedTaken(compared, first.after)),
                u"INSERT INTO "_s + text.tableName() + u" ("_s + text.names(first.after) + u")\nSELECT "_s +
                    text.names(first.after) + u" FROM "_s + written.derivedTable() + u"\nWHERE "_s + whereAllAre +
                    u';'};
    case RowChange::Kind::Update:
        return {noteListed(compared, isUnlike({})),
                u"UPDATE "_s + joined + u"\nSET "_s + written.assignments(first.after, text.tableName() + u'.') +
                    text.keptStamps(first.after) + u"\nWHERE "_s + whereAllAre + u';'};
    case RowChange::Kind::Delete:
        if (!others.isEmpty())
            statements += u"SELECT count(*) INTO @rejoin_rows FROM "_s + joined + u"\nFOR UPDATE;"_s;
        return statements +
               QStringList{noteListed(compared, isUnlike(others)),
                           u"DELETE "_s + text.tableName() + u" FROM "_s + joined + u"\nWHERE "_s + whereAllAre + u';'};
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList targetGuard(const MariaDbDialect &dialect, const ServerInfo &target)
{
    QString condition = u"NOT (CAST(database() AS BINARY) <=> CAST(%1 AS BINARY))"_s.arg(mariaDbText(target.database));
    if (isMariaDbIdentity(target.identity))
        condition += u"\n    OR "_s + mariaDbIdentity() + u" <> "_s + mariaDbText(target.identity);
    return stopWhere(dialect, condition,
                     u"concat(%1, coalesce(database(), 'none'))"_s.arg(mariaDbText(oneLine(
                         wrongTargetMark +
                         u"this script is for the database %1 as it was compared, not for "_s.arg(target.database)))));
}

QString shapeOf(const Column &column, const MariaDbDialect &dialect)
{
    const bool document = column.declaredType == "json"_L1 && !dialect.isMySql();
    Column told = column;
    if (!mariaDbSequence(column).isEmpty())
        told.source = ValueSource::Written;
    return columnShape(told, document ? u"longtext"_s : column.declaredType);
}

QStringList shapeGuard(const MariaDbDialect &dialect, const Table &table)
{
    QStringList columns;
    for (const Column &column : table.columns)
        columns += shapeOf(column, dialect);
    QStringList triggers;
    for (const Trigger &trigger : table.triggers)
        triggers += trigger.name;
    const QString name = mariaDbText(table.name.name);
    const QString columnsNow =
        u"(SELECT group_concat(column_name, ' ', column_type, if(is_nullable = 'NO', ' not null', ''),\n"
        "    CASE WHEN coalesce(generation_expression, '') <> '' THEN ' c' WHEN extra LIKE '%auto_increment%' "
        "THEN ' g' ELSE ' w' END\n"
        "    ORDER BY ordinal_position SEPARATOR ', ') FROM information_schema.columns\n"
        "    WHERE table_schema = database() AND table_name = "_s +
        name + u')';
    const QString triggersNow =
        u"(SELECT coalesce(group_concat(trigger_name ORDER BY CAST(trigger_name AS BINARY) SEPARATOR ', '), '')\n"
        "    FROM information_schema.triggers WHERE event_object_schema = database() AND event_object_table = "_s +
        name + u')';
    const auto differs = [](const QString &now, const QStringList &then) {
        return u"NOT (CAST("_s + now + u" AS BINARY)\n    <=> CAST("_s + mariaDbText(then.join(u", "_s)) +
               u" AS BINARY))"_s;
    };
    return refuseWhere(dialect, differs(columnsNow, columns) + u"\n    OR "_s + differs(triggersNow, triggers),
                       u"the columns or triggers of %1 are not as compared"_s.arg(table.name.display()));
}

QStringList appliedGuard(const MariaDbDialect &dialect, const ScriptHead &head)
{
    QStringList conditions;
    for (const RowChange &probe : head.appliedProbes)
        conditions += MariaDbRowText(dialect, *probe.table).carriedOut(probe);
    return stopWhere(dialect, conditions.join(u"\n    AND "_s),
                     mariaDbText(alreadyAppliedMark + oneLine(head.appliedMessage)));
}

/// Notes those rows of one list that are not as they say.
QString noteUnlikeListed(const MariaDbDialect &dialect, const QList<RowChange> &rows)
{
    const MariaDbRowText text(dialect, *rows.first().table);
    const bool deleted = rows.first().kind == RowChange::Kind::Delete;
    RowList list(text);
    for (const RowChange &row : rows)
        list.add(row.row, row.key, deleted ? RowText::Cells() : row.after);
    return noteListed(list, (deleted ? QString() : u"NOT "_s) + text.exists(list.exactly()));
}

QStringList start(const MariaDbDialect &dialect, const ScriptHead &head, const QString &transactions)
{
    QStringList statements;
    for (const QString &line : head.comments)
        statements += dialect.comment(line);
    if (std::ranges::any_of(head.tables, [](const Table *table) { return !table->triggers.isEmpty(); }))
        statements += dialect.comment(u"Triggers cannot be switched off; they see the time zone UTC."_s);
    for (const QString &setting : dialect.commonSettings())
        statements += setting + u';';
    statements += {u"SET SESSION TRANSACTION ISOLATION LEVEL "_s + transactions + u';',
                   u"SET SESSION autocommit = 0;"_s,
                   u"SET SESSION foreign_key_checks = 1;"_s,
                   u"SET SESSION unique_checks = 1;"_s,
                   u"SET SESSION innodb_lock_wait_timeout = 10;"_s,
                   u"SET SESSION lock_wait_timeout = 10;"_s};
    if (!dialect.isMySql())
        statements += {u"SET SESSION check_constraint_checks = 1;"_s, u"SET SESSION max_statement_time = 600;"_s,
                       u"SET SESSION system_versioning_alter_history = KEEP;"_s};
    statements += u"SET @rejoin_unlike = '', @rejoin_end = char(10 USING utf8mb4);"_s;
    statements += targetGuard(dialect, head.target);
    for (const Table *table : head.tables)
        statements += shapeGuard(dialect, *table);
    return statements;
}

} // namespace

QStringList MariaDbDialect::scriptHead(const ScriptHead &head) const
{
    QStringList statements = start(*this, head, u"READ COMMITTED, READ WRITE"_s);
    if (!head.appliedProbes.isEmpty())
        statements += appliedGuard(*this, head);
    bool raises = false;
    for (const GeneratorChange &change : head.generators) {
        if (!change.before || change.restore)
            continue;
        if (!raises)
            statements +=
                comment(u"AUTO_INCREMENT is set before the transaction, because ALTER TABLE commits; it stays "
                        "so where the script stops."_s);
        raises = true;
        statements += raiseGenerator(change, *this);
    }
    statements += u"START TRANSACTION;"_s;
    if (head.foreignKeysOff)
        statements += {comment(u"No order of the operations satisfies the foreign keys: they are proved at the end. "
                               "Meanwhile the server does not act on them, either."_s),
                       u"SET SESSION foreign_key_checks = 0;"_s,
                       u"SELECT "_s + orphanCount(*this, head.tables) + u" INTO @rejoin_orphans;"_s};
    return statements;
}

QStringList MariaDbDialect::scriptOperation(const RowChange &change) const
{
    const Steps steps = stepsOf(*this, change);
    return steps.look +
           QStringList{
               steps.act,
               u"SET @rejoin_unlike = if(@rejoin_rows = 1, @rejoin_unlike,\n  left(concat(@rejoin_unlike, %1), %2));"_s
                   .arg(noted(change.row), QString::number(longestNotes))};
}

/// MariaDB joins a list in its order, however long it is. Connector/ODBC takes a statement of less than 32 KB apart, in
/// a time that grows with the square of its length (SkipSpacesAndComments()); a longer one without ? and ; it passes
/// on.
qsizetype MariaDbDialect::rowsPerList() const
{
    return isMySql() ? Dialect::rowsPerList() : 1000;
}

QStringList MariaDbDialect::scriptOperations(const QList<RowChange> &changes) const
{
    QStringList statements;
    AloneOnMariaDb alone(*this);
    const auto standsAlone = [&](const RowChange &change) { return refersToItself(*change.table) || alone(change); };
    for (const QList<RowChange> &run : listRuns(changes, standsAlone, rowsPerList()))
        statements += run.size() > 1 ? listedOperations(*this, run) : scriptOperation(run.first());
    return statements;
}

QStringList MariaDbDialect::rowChecks(const RowChanges &rows) const
{
    return rowCheckStatements(rows,
                              {.rowsPerList = rowsPerList(),
                               .standsAlone = AloneOnMariaDb(*this),
                               .listed = [&](const QList<RowChange> &run) { return noteUnlikeListed(*this, run); },
                               .part =
                                   [&](const RowChange &row) {
                                       return u"  if("_s + MariaDbRowText(*this, *row.table).carriedOut(row) +
                                              u", '', concat("_s + noted(row.row) + u"))"_s;
                                   },
                               .together =
                                   [](const QStringList &parts) {
                                       return u"SELECT left(concat(@rejoin_unlike,\n"_s + parts.join(u",\n"_s) +
                                              u"), "_s + QString::number(longestNotes) + u") INTO @rejoin_unlike;"_s;
                                   }});
}

QStringList MariaDbDialect::scriptTail(const ScriptTail &tail) const
{
    QStringList statements = tail.kept;
    statements += stopWhereUnlike(*this, u"rows moved since the comparison"_s);
    statements += tail.postconditions;
    statements += stopWhereUnlike(*this, u"rows are not as merged (does a trigger change them?)"_s);
    if (tail.foreignKeysOff)
        statements += refuseWhere(*this, orphanCount(*this, tail.tables) + u"\n    > @rejoin_orphans"_s,
                                  u"rows would refer to rows that are not there"_s);
    QStringList afterwards;
    for (const GeneratorChange &change : tail.generators) {
        if (!change.before)
            continue;
        if (change.restore)
            afterwards += restoreGenerator(change, *this);
        else
            statements += proveGenerator(change, *this);
    }
    statements += u"COMMIT;"_s;
    if (!afterwards.isEmpty())
        statements += comment(u"The next number goes back to where it stood, unless it was given out since."_s);
    return statements + afterwards + QStringList{u"SET SESSION autocommit = 1;"_s};
}

QStringList MariaDbDialect::checkScript(const ScriptHead &head, const QStringList &checks) const
{
    return start(*this, head, u"REPEATABLE READ, READ ONLY"_s) +
           QStringList{u"START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY;"_s} + checks +
           stopWhereUnlike(*this, u"rows are not as expected"_s) + QStringList{u"COMMIT;"_s};
}

/// MariaDB documentation, "GET_LOCK": of the whole server, held until the session ends.
QString MariaDbDialect::selectHold() const
{
    return u"SELECT GET_LOCK(CONCAT('rejoin ', LEFT(SHA1(DATABASE()), 40)), 0)"_s;
}

QStringList MariaDbDialect::abandonScript() const
{
    return {u"ROLLBACK"_s};
}

QStringList MariaDbDialect::unlikeRows() const
{
    const QString most = isMySql() ? u"cte_max_recursion_depth"_s : u"max_recursive_iterations"_s;
    return {u"SET SESSION "_s + most + u" = 1000000"_s,
            u"WITH RECURSIVE parts(row_name, rest) AS (\n"
            "  SELECT CAST('' AS CHAR(1000)), @rejoin_unlike\n"
            "  UNION ALL SELECT left(substring_index(rest, @rejoin_end, 1), 1000),\n"
            "    substring(rest, char_length(substring_index(rest, @rejoin_end, 1)) + 2)\n"
            "  FROM parts WHERE rest <> '')\n"
            "SELECT "_s +
                mariaDbBytes(u"row_name"_s) + u" FROM parts WHERE row_name <> ''"_s};
}

Error MariaDbDialect::scriptError(const Error &error) const
{
    const QString said = serverWords(error);
    if (std::optional<Error> refusal = guardRefusal(error)) {
        QString &message = refusal->message;
        message = message.section(u'\n', 0, 0);
        if (said.contains("storage engine"_L1) && message.endsWith(u'\'')) // the server quotes the value
            message.chop(1);
        return *refusal;
    }
    Error other = error;
    if (said.contains("Duplicate entry"_L1)) {
        other.code = ErrorCode::Refused;
        other.message = u"another row has a unique value that the script writes"_s;
    } else if (said.contains("Lock wait timeout"_L1)) {
        other.code = ErrorCode::ServerRefused;
        other.message = u"another session holds a lock on a row or table of the script"_s;
        other.advice = u"Run it again when that session is done"_s;
    } else if (said.contains("Deadlock found"_L1)) {
        other.code = ErrorCode::ServerRefused;
        other.message = u"the script and another session waited for each other's locks"_s;
        other.advice = u"Run it again"_s;
    } else if (said.contains("max_statement_time"_L1)) {
        other.code = ErrorCode::ServerRefused;
        other.message = u"a statement of the script took longer than ten minutes"_s;
    }
    return other;
}

/// MariaDB keeps the rows of internal temporary tables in Handler_tmp_ counters (MariaDB documentation, "Server Status
/// Variables"); MySQL does not, so that its counts tell nothing of a script.
QString MariaDbDialect::selectRowChanges() const
{
    if (isMySql())
        return {};
    return u"SELECT '', sum(if(variable_name = 'HANDLER_WRITE', variable_value, 0)), "
           "sum(if(variable_name = 'HANDLER_UPDATE', variable_value, 0)), "
           "sum(if(variable_name = 'HANDLER_DELETE', variable_value, 0)) FROM information_schema.session_status "
           "WHERE variable_name IN ('HANDLER_WRITE', 'HANDLER_UPDATE', 'HANDLER_DELETE')"_s;
}

/// information_schema.innodb_trx needs the PROCESS privilege (MariaDB documentation).
QString MariaDbDialect::selectLocks() const
{
    return u"SELECT concat(trx_rows_locked, ' rows in ', trx_tables_locked, ' tables') "
           "FROM information_schema.innodb_trx WHERE trx_mysql_thread_id = connection_id()"_s;
}

QString MariaDbDialect::rollbackLeaves() const
{
    return u"AUTO_INCREMENT stays where the script raised it: ALTER TABLE commits at once"_s;
}

} // namespace Rejoin

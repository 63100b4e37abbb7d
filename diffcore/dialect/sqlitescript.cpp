#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/rowlist.h"
#include "diffcore/dialect/sqlitedialect.h"
#include "diffcore/dialect/sqliterows.h"
#include "diffcore/dialect/sqltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// How a script stops itself. SQLite has no statement that raises an error with a text put together at run time
// (RAISE takes an expression since 3.47 only), but json_extract puts a path that is none into its error, so inserting a
// text into rejoin_guard stops the script with it. Rows that are not as expected are collected in rejoin_unlike, so
// that the stop names all of them and not only the first. Both tables are temporary and go with the transaction.

namespace Rejoin {

namespace {

QString quotedList(const SqliteDialect &dialect, const QList<const Table *> &tables)
{
    QStringList names;
    for (const Table *table : tables)
        names += quoted(dialect, table->name.name);
    return names.join(u", "_s);
}

QString stopWhere(const SqliteDialect &dialect, const QString &message, const QString &condition)
{
    return u"INSERT INTO temp.rejoin_guard SELECT "_s + quoted(dialect, oneLine(message)) + u"\nWHERE "_s + condition +
           u";"_s;
}

/// Stops where rejoin_unlike holds rows. `what`: "rows moved since the comparison"
QString stopWhereUnlike(const SqliteDialect &dialect, const QString &what)
{
    return u"INSERT INTO temp.rejoin_guard SELECT "_s + quoted(dialect, refusedMark + what + u": "_s) +
           u" || n || ', among them ' || row_names\n"
           "FROM (SELECT (SELECT count(*) FROM temp.rejoin_unlike) AS n,\n"
           "  (SELECT group_concat(substr(row_name, 1, 120), '; ') FROM\n"
           "    (SELECT row_name FROM temp.rejoin_unlike LIMIT 3)) AS row_names)\n"
           "WHERE n > 0;"_s;
}

QStringList guardTables()
{
    return {u"CREATE TEMP TABLE rejoin_guard (refusal TEXT CHECK (json_extract('null', refusal) IS NOT NULL));"_s,
            u"CREATE TEMP TABLE rejoin_unlike (row_name TEXT NOT NULL);"_s};
}

QString targetGuard(const SqliteDialect &dialect, const ServerInfo &target)
{
    const QString file = QString(target.database).replace(u'\\', u'/').section(u'/', -1);
    const QString ending = quoted(dialect, u'/' + file);
    return u"INSERT INTO temp.rejoin_guard SELECT "_s +
           quoted(dialect, oneLine(wrongTargetMark + u"this script is for %1, not for "_s.arg(file))) +
           u" || file\nFROM pragma_database_list WHERE name = 'main'\n"
           "  AND substr('/' || replace(file, '\\', '/'), -length("_s +
           ending + u")) <> "_s + ending + u";"_s;
}

QByteArray shapeOf(const Column &column, const Table &table)
{
    const qsizetype position = table.primaryKey ? table.primaryKey->columns.indexOf(column.name) + 1 : 0;
    QString shape = column.name + u' ' + column.declaredType;
    if (position > 0)
        shape += u" key "_s + QString::number(position);
    else if (!column.nullable)
        shape += u" not null"_s;
    return shape.toUtf8();
}

/// Columns and triggers of every table, as one text that shapeGuard() compares.
QString shapeView()
{
    return u"CREATE TEMP VIEW rejoin_shape AS SELECT t.name AS table_name,\n"
           "  (SELECT group_concat(name || ' ' || type ||\n"
           "    CASE WHEN pk > 0 THEN ' key ' || pk WHEN \"notnull\" THEN ' not null' ELSE '' END, ', ')\n"
           "    FROM (SELECT * FROM pragma_table_xinfo(t.name, 'main') ORDER BY cid)) AS columns,\n"
           "  (SELECT coalesce(group_concat(name, ', '), '') FROM (SELECT name FROM main.sqlite_schema\n"
           "    WHERE type = 'trigger' AND tbl_name = t.name COLLATE NOCASE ORDER BY name)) AS triggers\n"
           "  FROM main.sqlite_schema AS t WHERE t.type = 'table';"_s;
}

QString shapeGuard(const SqliteDialect &dialect, const Table &table)
{
    QByteArrayList columns;
    for (const Column &column : table.columns)
        columns += shapeOf(column, table);
    QByteArrayList triggers;
    for (const Trigger &trigger : table.triggers)
        triggers += trigger.name.toUtf8();
    std::ranges::sort(triggers);
    return stopWhere(dialect, refusedMark + u"the columns or triggers of %1 are not as compared"_s.arg(table.name.name),
                     u"NOT EXISTS (SELECT 1 FROM temp.rejoin_shape WHERE table_name = %1\n"
                     "  AND columns = %2\n  AND triggers = %3)"_s.arg(
                         quoted(dialect, table.name.name), quoted(dialect, QString::fromUtf8(columns.join(", "))),
                         quoted(dialect, QString::fromUtf8(triggers.join(", ")))));
}

QString appliedGuard(const SqliteDialect &dialect, const ScriptHead &head)
{
    QStringList conditions;
    for (const RowChange &probe : head.appliedProbes)
        conditions += carriedOut(dialect, probe);
    return stopWhere(dialect, alreadyAppliedMark + head.appliedMessage, conditions.join(u"\n  AND "_s));
}

QStringList guards(const SqliteDialect &dialect, const ScriptHead &head)
{
    QStringList statements = guardTables();
    statements += targetGuard(dialect, head.target);
    statements += shapeView();
    for (const Table *table : head.tables)
        statements += shapeGuard(dialect, *table);
    if (!head.appliedProbes.isEmpty())
        statements += appliedGuard(dialect, head);
    return statements;
}

/// Rows that refer to none: of these tables and of every table that refers to one of them.
QString orphans(const SqliteDialect &dialect, const QList<const Table *> &tables)
{
    return u"SELECT f.\"table\" AS child, f.rowid AS row_number, f.parent, f.fkid, count(*) AS n\n"
           "FROM main.sqlite_schema AS t, pragma_foreign_key_check(t.name, 'main') AS f\n"
           "WHERE t.type = 'table' AND (t.name COLLATE NOCASE IN (%1) OR EXISTS (SELECT 1\n"
           "  FROM pragma_foreign_key_list(t.name, 'main') AS r WHERE r.\"table\" COLLATE NOCASE IN (%1)))\n"
           "GROUP BY 1, 2, 3, 4"_s.arg(quotedList(dialect, tables));
}

QStringList orphanGuard(const SqliteDialect &dialect, const QList<const Table *> &tables)
{
    return {
        u"INSERT INTO temp.rejoin_unlike\n"
        "SELECT child || coalesce(' row ' || row_number, '') || ' refers to ' || parent FROM (\n"_s +
            orphans(dialect, tables) +
            u") AS now\nWHERE n > coalesce((SELECT n FROM temp.rejoin_orphans AS before WHERE before.child = "
            u"now.child\n"
            "  AND before.row_number IS now.row_number AND before.parent = now.parent AND before.fkid = now.fkid), 0);"_s,
        stopWhereUnlike(dialect, u"rows would refer to rows that are not there"_s)};
}

QStringList raiseGenerator(const SqliteDialect &dialect, const GeneratorChange &change)
{
    const QString table = quoted(dialect, change.table->name.name);
    const QString number = QString::number(change.lastGiven);
    const QString message =
        refusedMark + u"the generator of %1 is below its highest key"_s.arg(change.table->name.name);
    return {u"UPDATE main.sqlite_sequence SET seq = max(seq, %2) WHERE name = %1;"_s.arg(table, number),
            u"INSERT INTO main.sqlite_sequence (name, seq) SELECT %1, %2\n"
            "WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE name = %1);"_s.arg(table, number),
            stopWhere(dialect, message,
                      u"(SELECT max(seq) FROM main.sqlite_sequence WHERE name = %1) < (SELECT max(%2) FROM %3)"_s.arg(
                          table, dialect.name(change.column), dialect.name(change.table->name.name)))};
}

/// Zero is a generator that has not given anything: SQLite keeps no row for it.
QString restoreGenerator(const SqliteDialect &dialect, const GeneratorChange &change)
{
    const QString still = u"WHERE name = %1 AND seq = %2;"_s.arg(quoted(dialect, change.table->name.name),
                                                                 QString::number(change.lastGiven));
    if (*change.before == 0)
        return u"DELETE FROM main.sqlite_sequence "_s + still;
    return u"UPDATE main.sqlite_sequence SET seq = %1 "_s.arg(*change.before) + still;
}

QStringList generatorStatements(const SqliteDialect &dialect, const GeneratorChange &change)
{
    if (!change.before) // a plain INTEGER PRIMARY KEY: the highest key is all that there is
        return {};
    return change.restore ? QStringList{restoreGenerator(dialect, change)} : raiseGenerator(dialect, change);
}

QStringList dropGuardTables()
{
    return {u"DROP VIEW temp.rejoin_shape;"_s, u"DROP TABLE temp.rejoin_unlike;"_s, u"DROP TABLE temp.rejoin_guard;"_s};
}

} // namespace

QString SqliteDialect::comment(const QString &text) const
{
    return dashComment(text);
}

QStringList SqliteDialect::scriptHead(const ScriptHead &head) const
{
    QStringList statements;
    for (const QString &line : head.comments)
        statements += comment(line);
    statements +=
        comment(u"To run: sqlite3 -bail FILE < this script. One transaction: all of it is done, or nothing."_s);
    statements += u".bail on"_s;
    statements +=
        comment(u"Foreign keys do not act (a cascade would take rows that were not compared); they are checked "
                "at the end."_s);
    statements += u"PRAGMA foreign_keys = OFF;"_s;
    statements += u"BEGIN IMMEDIATE;"_s;
    statements += comment(u"Is this the right database, and as it was compared?"_s);
    statements += guards(*this, head);
    if (!head.tables.isEmpty())
        statements += u"CREATE TEMP TABLE rejoin_orphans AS\n"_s + orphans(*this, head.tables) + u";"_s;
    return statements;
}

QStringList SqliteDialect::scriptOperation(const RowChange &change) const
{
    return {rowStatement(*this, change), u"INSERT INTO temp.rejoin_unlike SELECT "_s +
                                             quoted(*this, oneLine(change.row)) + u" WHERE changes() <> 1;"_s};
}

/// Where nobody else writes, what was looked at stands: the statement that writes looks for the keys alone.
QStringList SqliteDialect::scriptOperations(const QList<RowChange> &changes) const
{
    QStringList statements;
    for (const QList<RowChange> &run : listRuns(changes, standsAlone(*this), rowsPerList())) {
        if (run.size() == 1)
            statements += scriptOperation(run.first());
        else
            statements += {u"INSERT INTO temp.rejoin_unlike\n"_s + selectUnexpected(*this, run) + u';',
                           listStatement(*this, run)};
    }
    return statements;
}

/// A compound SELECT takes 500 terms.
QStringList SqliteDialect::rowChecks(const RowChanges &rows) const
{
    const auto insert = u"INSERT INTO temp.rejoin_unlike\n"_s;
    return rowCheckStatements(
        rows, {.rowsPerList = rowsPerList(),
               .standsAlone = standsAlone(*this),
               .listed = [&](const QList<RowChange> &run) { return insert + selectNotCarriedOut(*this, run) + u';'; },
               .part =
                   [&](const RowChange &row) {
                       return u"SELECT "_s + quoted(*this, oneLine(row.row)) + u" WHERE NOT ("_s +
                              carriedOut(*this, row) + u')';
                   },
               .together = [&](const QStringList &parts) { return insert + parts.join(u"\nUNION ALL "_s) + u';'; }});
}

QStringList SqliteDialect::scriptTail(const ScriptTail &tail) const
{
    QStringList statements{comment(u"Was every row as it was compared, those that stay as they are among them?"_s)};
    statements += tail.kept;
    statements += stopWhereUnlike(*this, u"rows moved since the comparison"_s);
    statements += comment(u"Is every row as decided, and does every reference hold?"_s);
    statements += tail.postconditions;
    statements += stopWhereUnlike(*this, u"rows are not as merged (does a trigger change them?)"_s);
    if (!tail.tables.isEmpty())
        statements += orphanGuard(*this, tail.tables) + QStringList{u"DROP TABLE temp.rejoin_orphans;"_s};
    if (!tail.generators.isEmpty())
        statements += comment(u"The numbers that the server hands out next"_s);
    for (const GeneratorChange &change : tail.generators)
        statements += generatorStatements(*this, change);
    return statements + dropGuardTables() + QStringList{u"COMMIT;"_s};
}

QStringList SqliteDialect::checkScript(const ScriptHead &head, const QStringList &checks) const
{
    QStringList statements;
    for (const QString &line : head.comments)
        statements += comment(line);
    statements += {u".bail on"_s, u"BEGIN;"_s};
    statements += guards(*this, head) + checks;
    statements += u"SELECT row_name AS \"not as expected\" FROM temp.rejoin_unlike;"_s;
    statements += stopWhereUnlike(*this, u"rows are not as expected"_s);
    return statements + dropGuardTables() + QStringList{u"COMMIT;"_s};
}

QStringList SqliteDialect::abandonScript() const
{
    return {u"ROLLBACK"_s};
}

QStringList SqliteDialect::unlikeRows() const
{
    return {u"SELECT row_name FROM temp.rejoin_unlike"_s};
}

Error SqliteDialect::scriptError(const Error &error) const
{
    std::optional<Error> refusal = guardRefusal(error);
    if (!refusal)
        return error;
    QString &message = refusal->message;
    const qsizetype end = message.lastIndexOf(u'\''); // the server quotes the path in its error
    message = (end < 0 ? message : message.left(end)).replace(u"''"_s, u"'"_s);
    return *refusal;
}

bool SqliteDialect::defersForeignKeys() const
{
    return true;
}

QString SqliteDialect::selectLocks() const
{
    return u"SELECT 'the whole database, for writing'"_s;
}

} // namespace Rejoin

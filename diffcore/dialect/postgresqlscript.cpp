#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/oneschema.h"
#include "diffcore/dialect/postgresqlcatalogtext.h"
#include "diffcore/dialect/postgresqldialect.h"
#include "diffcore/dialect/postgresqlidentity.h"
#include "diffcore/dialect/postgresqlrowtext.h"
#include "diffcore/dialect/rowlist.h"
#include "diffcore/dialect/sqltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// How a script stops itself. Each operation is a DO block that finds its row by all the values that were compared,
// locks it, and writes. Whoever adds a row that refers to it locks it, too: so a delete asks for such rows once more,
// behind its lock, because the statement that waited for that lock reads them as they were before. A row that is not as
// expected is noted in the transaction's own setting rejoin.unlike, and from then on the script writes nothing and only
// looks: so that it names all such rows at its end, and no foreign key fails because of an operation that was not done.
// It needs no right but those on the tables, and no temporary table.

namespace Rejoin {

namespace {

/// What psqlODBC puts behind the server's words.
const auto driversEnd = u";\nError while"_s;

constexpr int longestNotes = 200000; // characters: the names of some thousand rows
constexpr int stepsOneByOne = 1000;  // numbers of a sequence that are taken rather than skipped

QString quoted(const QString &text)
{
    return doubledQuotes(text, u'\'');
}

/// A block that the server runs; nothing in it can end it before its end.
QString block(const QString &declarations, const QStringList &statements)
{
    QString body = u"\n#variable_conflict use_column\n"_s; // a column may bear the name of a variable
    if (!declarations.isEmpty())
        body += u"DECLARE "_s + declarations + u'\n';
    body += u"BEGIN\n"_s;
    for (const QString &statement : statements)
        body += u"  "_s + statement + u'\n';
    body += u"END "_s;
    QString tag = u"$rejoin$"_s;
    for (int number = 1; body.contains(tag); ++number)
        tag = u"$rejoin%1$"_s.arg(number);
    return u"DO "_s + tag + body + tag + u';';
}

QString raise(const QString &message, const QString &sqlState)
{
    return u"RAISE EXCEPTION USING ERRCODE = '"_s + sqlState + u"', MESSAGE = "_s + message + u';';
}

QString refuse(const QString &what)
{
    return raise(quoted(refusedMark + oneLine(what)), u"RJ001"_s);
}

QString note(const QString &textExpression)
{
    return u"PERFORM set_config('rejoin.unlike', left(current_setting('rejoin.unlike') || %1, %2), true);"_s.arg(
        textExpression, QString::number(longestNotes));
}

/// Stops where rows were noted. The savepoint lets the notes be read afterwards.
QStringList stopWhereUnlike(const QString &what)
{
    const QString message = quoted(refusedMark + what + u": "_s) +
                            u" || cardinality(rejoin_rows) || ', among them ' || "
                            "array_to_string(rejoin_rows[1:3], '; ')"_s;
    return {
        u"SAVEPOINT rejoin_refusal;"_s,
        block(u"rejoin_rows text[] := string_to_array(rtrim(current_setting('rejoin.unlike'), chr(10)), chr(10));"_s,
              {u"IF current_setting('rejoin.unlike') <> '' THEN"_s,
               u"  RAISE EXCEPTION USING ERRCODE = 'RJ001', MESSAGE = "_s + message +
                   u",\n      DETAIL = array_to_string(rejoin_rows[1:100], chr(10));"_s,
               u"END IF;"_s})};
}

QString overriding(const Table &table)
{
    const bool generated = std::ranges::any_of(
        table.columns, [](const Column &column) { return column.source == ValueSource::Generated; });
    return generated ? u" OVERRIDING SYSTEM VALUE"_s : QString();
}

/// A unique value that is taken makes no error but no row. The server takes this for no table with a key that waits for
/// the end of the transaction.
QString orNothing(const Table &table)
{
    const bool waits =
        (table.primaryKey && table.primaryKey->deferrable) || std::ranges::any_of(table.uniqueKeys, &Key::deferrable);
    return waits ? QString() : u" ON CONFLICT DO NOTHING"_s;
}

/// How an operation looks for its precondition (rejoin_rows is 1 where it holds) and what it then does.
struct Steps
{
    QStringList look;
    QString act;
};

Steps stepsOf(const PostgreSqlDialect &dialect, const RowChange &change)
{
    const PostgreSqlRowText text(dialect, *change.table);
    const QString table = text.tableName();
    const QString rows = u"GET DIAGNOSTICS rejoin_rows = ROW_COUNT;"_s;
    const QString rightCopies = u"SELECT count(*) INTO rejoin_rows WHERE "_s + text.count(text.exactly(change.before)) +
                                u" = "_s + QString::number(change.copies) + u';';
    switch (change.kind) {
    case RowChange::Kind::Insert: {
        const QString keyIsFree =
            u"SELECT count(*) INTO rejoin_rows WHERE NOT "_s + text.exists(text.sameKey(change.key)) + u';';
        return {{change.key.isEmpty() ? rightCopies : keyIsFree},
                u"INSERT INTO "_s + table + u" ("_s + text.names(change.after) + u')' + overriding(*change.table) +
                    u"\n    VALUES ("_s + text.literals(change.after) + u')' + orNothing(*change.table) + u';'};
    }
    case RowChange::Kind::Update:
        return {{u"PERFORM 1 FROM "_s + table + u" WHERE "_s + text.keyedExactly(change.key, change.before) +
                     u" FOR NO KEY UPDATE;"_s,
                 rows},
                u"UPDATE "_s + table + u" SET "_s + text.assignments(change.after) + u" WHERE "_s +
                    text.exactly(change.key) + u';'};
    case RowChange::Kind::Delete:
        if (change.key.isEmpty())
            return {{rightCopies},
                    u"DELETE FROM "_s + table + u" WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM "_s + table +
                        u" WHERE "_s + text.exactly(change.before) + u" LIMIT 1);"_s};
        return {{u"PERFORM 1 FROM "_s + table + u" WHERE "_s + text.keyedExactly(change.key, change.before) +
                     text.noDependents() + u" FOR UPDATE;"_s,
                 rows},
                u"DELETE FROM "_s + table + u" WHERE "_s + text.exactly(change.key) + text.noDependents() + u';'};
    }
    Q_UNREACHABLE_RETURN({});
}

QString noteIfAny(const QString &names)
{
    return u"IF "_s + names + u" IS NOT NULL THEN "_s + note(names) + u" END IF;"_s;
}

/// Query for the names of those rows of the list for which the condition holds, each with its end; NULL for none.
QString selectNames(const RowList &list, const QString &condition)
{
    return u"SELECT string_agg(rejoin_row || chr(10), '' ORDER BY "_s + list.listedKey() +
           u") INTO rejoin_names\n  FROM rejoin_list WHERE "_s + condition + u';';
}

const auto isWhole = u"current_setting('rejoin.unlike') = ''"_s;

/// Updates or deletes: names the rows that are not as compared and locks the others; writes where all are.
QString changeListed(const PostgreSqlDialect &dialect, const QList<RowChange> &changes)
{
    const Table &table = *changes.first().table;
    const PostgreSqlRowText text(dialect, table);
    const bool deletes = changes.first().kind == RowChange::Kind::Delete;
    RowList compared(text);
    RowList written(text);
    for (const RowChange &change : changes) {
        compared.add(change.row, change.key, change.before);
        written.add(change.row, change.key, deletes ? RowText::Cells() : change.after);
    }
    const QString found =
        u"rejoin_found AS (SELECT rejoin_row FROM "_s + text.tableName() + u" JOIN rejoin_list\n    ON "_s +
        compared.exactly() +
        (deletes ? text.noDependents() + u"\n    FOR UPDATE OF "_s : u"\n    FOR NO KEY UPDATE OF "_s) +
        dialect.name(table.name.name) + u')';
    const QString act = deletes ? u"DELETE FROM "_s + text.tableName() + u" USING rejoin_list"_s
                                : u"UPDATE "_s + text.tableName() + u" SET "_s +
                                      written.assignments(changes.first().after) + u"\n    FROM rejoin_list"_s;
    return block(
        u"rejoin_names text;"_s,
        {u"WITH "_s + compared.definition() + u",\n  "_s + found +
             u",\n  rejoin_once AS (SELECT rejoin_row FROM rejoin_found GROUP BY rejoin_row HAVING count(*) = 1)\n  "_s +
             selectNames(compared, u"rejoin_row NOT IN (SELECT rejoin_row FROM rejoin_once)"_s),
         noteIfAny(u"rejoin_names"_s), u"IF "_s + isWhole + u" THEN"_s,
         u"  WITH "_s + written.definition() + u",\n  rejoin_done AS ("_s + act + u"\n    WHERE "_s +
             written.exactKey() + (deletes ? text.noDependents() : QString()) +
             u"\n    RETURNING rejoin_list.rejoin_row)\n  "_s +
             selectNames(written, u"rejoin_row NOT IN (SELECT rejoin_row FROM rejoin_done)"_s),
         u"  "_s + noteIfAny(u"rejoin_names"_s), u"END IF;"_s});
}

/// Inserts where all keys are free; names those that are not, and those whose row then was not inserted.
QString insertListed(const PostgreSqlDialect &dialect, const QList<RowChange> &changes)
{
    const RowChange &first = changes.first();
    const PostgreSqlRowText text(dialect, *first.table);
    RowList list(text);
    for (const RowChange &change : changes)
        list.add(change.row, change.key, change.after);
    const QString columns = text.names(first.after);
    const QString there = u"EXISTS (SELECT 1 FROM "_s + text.tableName() + u" WHERE "_s + list.sameKey() + u')';
    return block(u"rejoin_names text;"_s,
                 {u"WITH "_s + list.definition() +
                      u",\n  rejoin_taken AS (SELECT rejoin_row FROM rejoin_list WHERE "_s + there +
                      u"),\n  rejoin_done AS (INSERT INTO "_s + text.tableName() + u" ("_s + columns + u')' +
                      overriding(*first.table) + u"\n    SELECT "_s + columns +
                      u" FROM rejoin_list WHERE NOT EXISTS (SELECT 1 FROM rejoin_taken) AND "_s + isWhole +
                      orNothing(*first.table) + u"\n    RETURNING "_s + text.names(first.key) + u")\n  "_s +
                      selectNames(list, u"CASE WHEN EXISTS (SELECT 1 FROM rejoin_taken) OR NOT "_s + isWhole +
                                            u"\n    THEN rejoin_row IN (SELECT rejoin_row FROM rejoin_taken)\n"
                                            "    ELSE ("_s +
                                            list.listedKey() + u") NOT IN (SELECT "_s + text.names(first.key) +
                                            u" FROM rejoin_done) END"_s),
                  noteIfAny(u"rejoin_names"_s)});
}

QString targetGuard(const ServerInfo &target)
{
    const QString other =
        raise(quoted(oneLine(wrongTargetMark + u"this script is for the database %1 as it was compared, not for "_s.arg(
                                                   target.database))) +
                  u" || current_database()"_s,
              u"RJ003"_s);
    QString condition = u"current_database() <> "_s + quoted(target.database);
    if (isPostgresIdentity(target.identity)) // whatever the search_path: all names have their schemas
        condition += u"\n    OR "_s + postgresIdentity() + u" <> "_s + quoted(databaseIdentity(target));
    return block({}, {u"IF "_s + condition + u" THEN"_s, u"  "_s + other, u"END IF;"_s});
}

QString shapeGuard(const PostgreSqlDialect &dialect, const Table &table)
{
    QStringList columns;
    for (const Column &column : table.columns)
        columns += columnShape(column, column.declaredType);
    QStringList triggers;
    for (const Trigger &trigger : table.triggers)
        triggers += trigger.name;
    const QString oid = u"to_regclass("_s + quoted(dialect.name(table.name)) + u')';
    const QString columnsNow = u"(WITH RECURSIVE "_s + postgresBaseTypes() +
                               u"\n  SELECT array_agg(a.attname || ' ' || "_s + postgresTypeText() +
                               u" ||\n    CASE WHEN a.attnotnull THEN ' not null ' ELSE ' ' END || "_s +
                               postgresSource() +
                               u" ORDER BY a.attnum)\n"
                               "  FROM pg_catalog.pg_attribute AS a JOIN base AS b ON b.type = a.atttypid\n"
                               "  WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = "_s +
                               oid + u')';
    const QString triggersNow = u"ARRAY(SELECT t.tgname::text FROM pg_catalog.pg_trigger AS t\n"
                                "  WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgrelid = "_s +
                                oid + u" ORDER BY t.tgname)"_s;
    const auto arrayOf = [](const QStringList &texts) {
        QStringList literals;
        for (const QString &text : texts)
            literals += quoted(text);
        return u"ARRAY["_s + literals.join(u", "_s) + u"]::text[]"_s;
    };
    return block(u"rejoin_path text := current_setting('search_path');"_s,
                 {u"PERFORM set_config('search_path', 'pg_catalog', true);"_s,
                  u"IF "_s + columnsNow + u" IS DISTINCT FROM\n  "_s + arrayOf(columns) + u"\n  OR "_s + triggersNow +
                      u" <> "_s + arrayOf(triggers) + u" THEN"_s,
                  u"  "_s + refuse(u"the columns or triggers of %1 are not as compared"_s.arg(table.name.display())),
                  u"END IF;"_s, u"PERFORM set_config('search_path', rejoin_path, true);"_s});
}

QString appliedGuard(const PostgreSqlDialect &dialect, const ScriptHead &head)
{
    QStringList conditions;
    for (const RowChange &probe : head.appliedProbes)
        conditions += PostgreSqlRowText(dialect, *probe.table).carriedOut(probe);
    return block({}, {u"IF "_s + conditions.join(u"\n  AND "_s) + u" THEN"_s,
                      u"  "_s + raise(quoted(alreadyAppliedMark + oneLine(head.appliedMessage)), u"RJ002"_s),
                      u"END IF;"_s});
}

using AloneOnPostgreSql = StandsAlone<PostgreSqlRowText, PostgreSqlDialect>;

/// Notes those rows of one list that are not as they say.
QString noteUnlikeListed(const PostgreSqlDialect &dialect, const QList<RowChange> &rows)
{
    const PostgreSqlRowText text(dialect, *rows.first().table);
    const bool deleted = rows.first().kind == RowChange::Kind::Delete;
    RowList list(text);
    for (const RowChange &row : rows)
        list.add(row.row, row.key, deleted ? RowText::Cells() : row.after);
    const QString there = u"EXISTS (SELECT 1 FROM "_s + text.tableName() + u"\n    WHERE "_s + list.exactly() + u')';
    return block(u"rejoin_names text;"_s,
                 {u"WITH "_s + list.definition() + u"\n  "_s + selectNames(list, deleted ? there : u"NOT "_s + there),
                  noteIfAny(u"rejoin_names"_s)});
}

QStringList generatorDeclarations(const PostgreSqlDialect &dialect, const GeneratorChange &change)
{
    const QString oid = u"to_regclass("_s + quoted(dialect.name(change.table->name)) + u')';
    const QString number = u"(SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = %1 AND attname = %2)"_s.arg(
        oid, quoted(change.column));
    return {u"rejoin_sequence regclass := "_s + postgresSequence(oid, number) + u';',
            u"  rejoin_step bigint := (SELECT seqincrement FROM pg_catalog.pg_sequence WHERE seqrelid = "
            "rejoin_sequence);"_s,
            u"  rejoin_lowest bigint := (SELECT seqmin FROM pg_catalog.pg_sequence WHERE seqrelid = "
            "rejoin_sequence);"_s,
            u"  rejoin_last bigint;"_s, u"  rejoin_highest bigint;"_s};
}

const auto lookAtSequence =
    u"EXECUTE 'SELECT last_value - CASE WHEN is_called THEN 0 ELSE ' || rejoin_step || ' END FROM ' || rejoin_sequence "
    "INTO rejoin_last;"_s;

/// A sequence that steps by more than one keeps its rest: two servers may share the numbers out by it.
QString raiseGenerator(const PostgreSqlDialect &dialect, const GeneratorChange &change)
{
    const QString wanted = QString::number(change.lastGiven);
    const QString table = change.table->name.display();
    return block(
        generatorDeclarations(dialect, change).join(u'\n'),
        {lookAtSequence, u"IF rejoin_last + %1 * rejoin_step < %2 THEN"_s.arg(QString::number(stepsOneByOne), wanted),
         u"  rejoin_last := setval(rejoin_sequence, rejoin_last + (%1 - rejoin_last + rejoin_step - 1) / rejoin_step * rejoin_step);"_s
             .arg(wanted),
         u"END IF;"_s,
         u"WHILE rejoin_last < "_s + wanted + u" LOOP rejoin_last := nextval(rejoin_sequence); END LOOP;"_s,
         u"SELECT max("_s + dialect.name(change.column) + u") INTO rejoin_highest FROM "_s +
             dialect.name(change.table->name) + u';',
         lookAtSequence, u"IF rejoin_last < greatest(rejoin_highest, "_s + wanted + u") THEN"_s,
         u"  "_s + refuse(u"the generator of %1 is below its highest key"_s.arg(table)), u"END IF;"_s});
}

QString restoreGenerator(const PostgreSqlDialect &dialect, const GeneratorChange &change)
{
    const QString before = QString::number(*change.before);
    const QString raised = u"%1 + greatest(0, (%2 - %1 + rejoin_step - 1) / rejoin_step * rejoin_step)"_s.arg(
        before, QString::number(change.lastGiven));
    return block(generatorDeclarations(dialect, change).join(u'\n'),
                 {lookAtSequence, u"IF rejoin_last = "_s + raised + u" THEN -- nobody has taken a number since"_s,
                  u"  IF %1 >= rejoin_lowest THEN PERFORM setval(rejoin_sequence, %1);"_s.arg(before),
                  u"  ELSE PERFORM setval(rejoin_sequence, %1 + rejoin_step, false); END IF;"_s.arg(before),
                  u"END IF;"_s});
}

QStringList start(const PostgreSqlDialect &dialect, const ScriptHead &head, const QString &begin)
{
    QStringList statements;
    for (const QString &line : head.comments)
        statements += dialect.comment(line);
    statements += {u"\\set ON_ERROR_STOP on"_s,
                   u"\\set QUIET on"_s,
                   begin,
                   u"SET LOCAL client_encoding = 'UTF8';"_s,
                   u"SET LOCAL standard_conforming_strings = on;"_s,
                   u"SET LOCAL xmloption = 'content';"_s,
                   u"SET LOCAL lc_monetary = 'C';"_s,
                   u"SET LOCAL extra_float_digits = 1;"_s,
                   u"SET LOCAL lock_timeout = '10s';"_s,
                   u"SET LOCAL statement_timeout = '10min';"_s,
                   u"SET LOCAL rejoin.unlike = '';"_s};
    statements += targetGuard(head.target);
    for (const Table *table : head.tables)
        statements += shapeGuard(dialect, *table);
    return statements;
}

} // namespace

QStringList PostgreSqlDialect::scriptHead(const ScriptHead &head) const
{
    QStringList statements = start(*this, head, u"BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE;"_s);
    statements += {comment(u"A commit that was confirmed must outlive a crash of the server."_s),
                   block({}, {u"IF current_setting('synchronous_commit') = 'off' THEN"_s,
                              u"  PERFORM set_config('synchronous_commit', 'on', true);"_s, u"END IF;"_s})};
    statements += comment(u"Triggers see the settings that the server gives to everybody."_s);
    for (const QString &setting : {u"timezone"_s, u"datestyle"_s, u"intervalstyle"_s})
        statements += u"SET LOCAL "_s + setting + u" TO DEFAULT;"_s;
    if (!head.appliedProbes.isEmpty())
        statements += appliedGuard(*this, head);
    return statements + QStringList{u"SET CONSTRAINTS ALL DEFERRED;"_s};
}

QStringList PostgreSqlDialect::scriptOperation(const RowChange &change) const
{
    const Steps steps = stepsOf(*this, change);
    return {
        block(u"rejoin_rows bigint;"_s,
              steps.look + QStringList{u"IF rejoin_rows = 1 AND current_setting('rejoin.unlike') = '' THEN"_s,
                                       u"  "_s + steps.act, u"  GET DIAGNOSTICS rejoin_rows = ROW_COUNT;"_s,
                                       u"END IF;"_s, u"IF rejoin_rows <> 1 THEN"_s,
                                       u"  "_s + note(quoted(oneLine(change.row)) + u" || chr(10)"_s), u"END IF;"_s})};
}

QStringList PostgreSqlDialect::scriptOperations(const QList<RowChange> &changes) const
{
    QStringList statements;
    for (const QList<RowChange> &run : listRuns(changes, AloneOnPostgreSql(*this), rowsPerList())) {
        if (run.size() == 1)
            statements += scriptOperation(run.first());
        else
            statements +=
                run.first().kind == RowChange::Kind::Insert ? insertListed(*this, run) : changeListed(*this, run);
    }
    return statements;
}

/// PostgreSQL documentation, "Data-Modifying Statements in WITH": all parts see the rows as they were before, foreign
/// keys are checked behind the last of them. The sum counts the rows of one part after the other, and so runs them in
/// that order.
QStringList PostgreSqlDialect::scriptAtOnce(const QList<RowChange> &changes) const
{
    QStringList looks{u"rejoin_found := 0;"_s};
    QStringList parts;
    QStringList counts;
    QStringList notes;
    for (const RowChange &change : changes) {
        const Steps steps = stepsOf(*this, change);
        const QString noteRow = note(quoted(oneLine(change.row)) + u" || chr(10)"_s);
        const QString part = u"rejoin_%1"_s.arg(parts.size() + 1);
        looks += steps.look + QStringList{u"IF rejoin_rows = 1 THEN rejoin_found := rejoin_found + 1; ELSE "_s +
                                          noteRow + u" END IF;"_s};
        parts += part + u" AS ("_s + steps.act.chopped(1) + u" RETURNING 1)"_s;
        counts += u"(SELECT count(*) FROM "_s + part + u')';
        notes += u"  "_s + noteRow;
    }
    const QString all = QString::number(changes.size());
    return {block(u"rejoin_rows bigint; rejoin_found bigint;"_s,
                  looks +
                      QStringList{u"IF rejoin_found = %1 AND current_setting('rejoin.unlike') = '' THEN"_s.arg(all),
                                  u"  WITH "_s + parts.join(u",\n    "_s) + u"\n  SELECT "_s + counts.join(u" + "_s) +
                                      u" INTO rejoin_rows;"_s,
                                  u"  IF rejoin_rows <> %1 THEN"_s.arg(all)} +
                      notes + QStringList{u"  END IF;"_s, u"END IF;"_s})};
}

QStringList PostgreSqlDialect::rowChecks(const RowChanges &rows) const
{
    return rowCheckStatements(
        rows, {.rowsPerList = rowsPerList(),
               .standsAlone = AloneOnPostgreSql(*this),
               .listed = [&](const QList<RowChange> &run) { return noteUnlikeListed(*this, run); },
               .part =
                   [&](const RowChange &row) {
                       return u"IF NOT ("_s + PostgreSqlRowText(*this, *row.table).carriedOut(row) + u") THEN "_s +
                              note(quoted(oneLine(row.row)) + u" || chr(10)"_s) + u" END IF;"_s;
                   },
               .together = [](const QStringList &parts) { return block({}, parts); }});
}

QStringList PostgreSqlDialect::scriptTail(const ScriptTail &tail) const
{
    QStringList statements = tail.kept;
    statements += stopWhereUnlike(u"rows moved since the comparison"_s);
    statements += u"SET CONSTRAINTS ALL IMMEDIATE;"_s;
    statements += tail.postconditions;
    statements += stopWhereUnlike(u"rows are not as merged (does a trigger change them?)"_s);
    for (const GeneratorChange &change : tail.generators) {
        if (change.before) // a sequence that goes down is left alone
            statements += change.restore ? restoreGenerator(*this, change) : raiseGenerator(*this, change);
    }
    return statements + QStringList{u"COMMIT;"_s};
}

QStringList PostgreSqlDialect::checkScript(const ScriptHead &head, const QStringList &checks) const
{
    return start(*this, head, u"BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;"_s) + checks +
           stopWhereUnlike(u"rows are not as expected"_s) + QStringList{u"COMMIT;"_s};
}

/// PostgreSQL documentation, "Advisory Locks": of one database, held until the session ends, after its transaction.
QString PostgreSqlDialect::selectHold() const
{
    constexpr qint64 rejoin = 0x52656A6F696E; // the letters of the name
    return u"SELECT pg_try_advisory_lock(%1)::int"_s.arg(rejoin);
}

QStringList PostgreSqlDialect::abandonScript() const
{
    return {u"ROLLBACK"_s};
}

QStringList PostgreSqlDialect::unlikeRows() const
{
    return {u"ROLLBACK TO SAVEPOINT rejoin_refusal"_s,
            u"SELECT unnest(string_to_array(rtrim(current_setting('rejoin.unlike'), chr(10)), chr(10)))"_s};
}

Error PostgreSqlDialect::scriptError(const Error &error) const
{
    if (std::optional<Error> refusal = guardRefusal(error)) {
        refusal->message = refusal->message.section(driversEnd, 0, 0).section(u'\n', 0, 0);
        return *refusal;
    }
    const QString said = serverWords(error);
    Error other = error;
    if (said.contains("duplicate key value violates"_L1)) {
        other.code = ErrorCode::Refused;
        other.message = u"another row has a unique value that the script writes"_s;
        return other;
    }
    if (said.contains("due to lock timeout"_L1)) {
        other.code = ErrorCode::ServerRefused;
        other.message = u"another session holds a lock on a row or table of the script"_s;
        other.advice = u"Run it again when that session is done"_s;
    } else if (said.contains("due to statement timeout"_L1)) {
        other.code = ErrorCode::ServerRefused;
        other.message = u"a statement of the script took longer than ten minutes"_s;
    }
    return other;
}

/// PostgreSQL documentation, "The Cumulative Statistics System": pg_stat_xact_user_tables counts the actions of the
/// current transaction alone.
QString PostgreSqlDialect::selectRowChanges() const
{
    return u"SELECT schemaname || '.' || relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables "
           "WHERE schemaname NOT LIKE 'pg\\_temp%' AND n_tup_ins + n_tup_upd + n_tup_del > 0"_s;
}

QString PostgreSqlDialect::selectLocks() const
{
    return u"SELECT DISTINCT n.nspname || '.' || c.relname || ' ' || l.mode FROM pg_locks l "
           "JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace "
           "WHERE l.pid = pg_backend_pid() AND c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' "
           "AND n.nspname <> 'information_schema' ORDER BY 1"_s;
}

QString PostgreSqlDialect::rollbackLeaves() const
{
    return u"sequences stay where the script moved them: PostgreSQL does not roll setval back"_s;
}

} // namespace Rejoin

#include "diffcore/dialect/oneschema.h"
#include "diffcore/dialect/postgresqldialect.h"
#include "diffcore/dialect/postgresqltypes.h"
#include "tests/support/goldenscript.h"
#include "tests/support/printing.h"

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

Column column(const QString &type, TypeFamily family)
{
    Column column;
    column.name = u"c"_s;
    column.declaredType = type;
    column.family = family;
    return column;
}

QStringList textsOf(const Result<QList<ScriptStatement>> &statements)
{
    QStringList texts;
    for (const ScriptStatement &statement : statements.value_or(QList<ScriptStatement>()))
        texts += u"%1: %2"_s.arg(QString::number(statement.line), QString::fromUtf8(statement.text));
    return texts;
}

Table orders()
{
    Table table;
    table.name = {u"public"_s, u"orders"_s};
    table.columns = {column(u"bigint"_s, TypeFamily::Integer), column(u"text"_s, TypeFamily::Text)};
    table.columns[0].name = u"id"_s;
    table.columns[0].source = ValueSource::Generated;
    table.primaryKey = Key{.columns = {u"id"_s}};
    return table;
}

} // namespace

class TestPostgreSqlDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literals_data();
    void literals();
    void casts_data();
    void casts();
    void families_data();
    void families();
    void namesAreQuoted();
    void splits_data();
    void splits();
    void unendedStatementsAreNoScript_data();
    void unendedStatementsAreNoScript();
    void noTextEndsABlock();
    void everyStatementOfAScriptIsFoundAgain();
    void commentsStayOnTheirLine();
    void everyConstructReadsAsTheGoldenScript();
    void batchesReadAsTheGoldenScript();
    void errorsAreClassified_data();
    void errorsAreClassified();
    void rowsAreSummedUp();
    void schemasAreNeighbours();
    void neighboursAreJoined();

private:
    PostgreSqlDialect m_dialect{{.engine = Engine::PostgreSql, .version = QVersionNumber(17, 2)}};
};

void TestPostgreSqlDialect::literals_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("literal");
    const auto row = [](const char *name, const QString &type, const Value &value, const QString &literal) {
        QTest::newRow(name) << type << value << literal;
    };
    row("null", u"text"_s, Value::null(), u"NULL"_s);
    row("integer", u"bigint"_s, Value::integer(-5), u"-5"_s);
    row("lowest integer", u"bigint"_s, Value::integer(std::numeric_limits<qint64>::min()),
        u"'-9223372036854775808'::bigint"_s);
    row("decimal", u"numeric(10,2)"_s, Value::of(TypeFamily::Decimal, "1.50"), u"1.50"_s);
    row("no number", u"numeric"_s, Value::of(TypeFamily::Decimal, "NaN"), u"'NaN'::numeric"_s);
    row("money", u"money"_s, Value::of(TypeFamily::Decimal, "1.50"), u"'1.50'::numeric::money"_s);
    row("boolean", u"boolean"_s, Value::of(TypeFamily::Boolean, "true"), u"true"_s);
    row("float", u"real"_s, Value::of(TypeFamily::Float, "-0"), u"'-0'::real"_s);
    row("text", u"character varying(3)"_s, Value::text(u"it's \\"_s), u"'it''s \\'"_s);
    row("fixed text", u"character(5)"_s, Value::text(u"a"_s), u"'a'::bpchar"_s);
    row("binary", u"bytea"_s, Value::binary("\x00\xff"_ba), u"'\\x00ff'::bytea"_s);
    row("enumeration", u"kinds.mood"_s, Value::text(u"sad"_s), u"'sad'::kinds.mood"_s);
    row("of another engine", QString(), Value::integer(7), u"7"_s);
}

void TestPostgreSqlDialect::literals()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    QFETCH(QString, literal);
    const TypeFamily family = type.isEmpty() ? TypeFamily::Other : postgresFamily(type, u'b', u'X');
    Column target = column(type, value.isPresent() ? value.family() : family);
    QCOMPARE(m_dialect.literal(value, target), literal);
}

void TestPostgreSqlDialect::casts_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("cast");
    QTest::newRow("text") << u"text"_s << QString();
    QTest::newRow("varchar") << u"character varying(20)"_s << QString();
    QTest::newRow("numeric") << u"numeric(10,2)"_s << u"numeric"_s;
    QTest::newRow("array") << u"numeric(10,2)[]"_s << u"numeric[]"_s;
    QTest::newRow("character array") << u"character(3)[]"_s << u"bpchar[]"_s;
    QTest::newRow("bit") << u"bit(3)"_s << u"bit varying"_s;
    QTest::newRow("bit varying") << u"bit varying(3)"_s << u"bit varying"_s;
    QTest::newRow("timestamp") << u"timestamp(3) with time zone"_s << u"timestamp with time zone"_s;
    QTest::newRow("interval") << u"interval day to second(2)"_s << u"interval"_s;
    QTest::newRow("quoted") << u"\"My (s)\".\"ty(p)e\""_s << u"\"My (s)\".\"ty(p)e\""_s;
}

void TestPostgreSqlDialect::casts()
{
    QFETCH(QString, type);
    QFETCH(QString, cast);
    QCOMPARE(postgresCast(type), cast);
}

void TestPostgreSqlDialect::families_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QChar>("kind");
    QTest::addColumn<QChar>("category");
    QTest::addColumn<TypeFamily>("family");
    const auto row = [](const char *type, char kind, char category, TypeFamily family) {
        QTest::newRow(type) << QString::fromLatin1(type) << QChar::fromLatin1(kind) << QChar::fromLatin1(category)
                            << family;
    };
    row("timestamp(3) with time zone", 'b', 'D', TypeFamily::TimestampTz);
    row("character(5)", 'b', 'S', TypeFamily::Text);
    row("public.citext", 'b', 'S', TypeFamily::Text);
    row("gis.geometry(Point,4326)", 'b', 'U', TypeFamily::Spatial);
    row("integer[]", 'b', 'A', TypeFamily::Array);
    row("kinds.mood", 'e', 'E', TypeFamily::Text);
    row("polygon", 'b', 'G', TypeFamily::Spatial);
    row("int4range", 'r', 'R', TypeFamily::Other);
}

void TestPostgreSqlDialect::families()
{
    QFETCH(QString, type);
    QFETCH(QChar, kind);
    QFETCH(QChar, category);
    QFETCH(TypeFamily, family);
    QCOMPARE(postgresFamily(type, kind, category), family);
}

void TestPostgreSqlDialect::namesAreQuoted()
{
    QCOMPARE(m_dialect.name(TableName{u"a.b"_s, u"or\"d]e`r; drop"_s}), u"\"a.b\".\"or\"\"d]e`r; drop\""_s);
}

void TestPostgreSqlDialect::splits_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char *name, const char *script, const QStringList &statements) {
        QTest::newRow(name) << QByteArray(script) << statements;
    };
    row("empty", " \n;;\n-- none\n/* ; */", {});
    row("lines", "BEGIN;\n\nSELECT 1;\n", {u"1: BEGIN"_s, u"3: SELECT 1"_s});
    row("directives", "\\set ON_ERROR_STOP on\nSELECT 1;\\echo ;\nSELECT 2;", {u"2: SELECT 1"_s, u"3: SELECT 2"_s});
    row("strings", "SELECT 'a;''b\\', \"c;\"\"d\";SELECT 2;",
        {u"1: SELECT 'a;''b\\', \"c;\"\"d\""_s, u"1: SELECT 2"_s});
    row("escapes", "SELECT E'it\\'s;', e'\\\\';SELECT 2;", {u"1: SELECT E'it\\'s;', e'\\\\'"_s, u"1: SELECT 2"_s});
    row("a name that ends in e", "SELECT name'x\\';SELECT 2;", {u"1: SELECT name'x\\'"_s, u"1: SELECT 2"_s});
    row("comments", "SELECT 1 /* a; /* b; */ c; */ -- d;\n, 2;", {u"1: SELECT 1 /* a; /* b; */ c; */ -- d;\n, 2"_s});
    row("dollars", "DO $$ a; $x$ b; $$;DO $r1$ $$ ; $r2$ $r1$;",
        {u"1: DO $$ a; $x$ b; $$"_s, u"1: DO $r1$ $$ ; $r2$ $r1$"_s});
    row("dollars that begin nothing", "SELECT a$b$c, $1;SELECT 2;", {u"1: SELECT a$b$c, $1"_s, u"1: SELECT 2"_s});
}

void TestPostgreSqlDialect::splits()
{
    QFETCH(QByteArray, script);
    QFETCH(QStringList, statements);
    const auto split = m_dialect.split(script);
    VERIFY_OK(split);
    QCOMPARE(textsOf(split), statements);
}

void TestPostgreSqlDialect::unendedStatementsAreNoScript_data()
{
    QTest::addColumn<QByteArray>("script");
    for (const char *script : {"SELECT 1", "SELECT 'a;", "DO $a$ BEGIN END;", "SELECT \"a;", "SELECT E'a\\';",
                               "SELECT 1 /* ;", "SELECT 1 -- ;"})
        QTest::newRow(script) << QByteArray(script);
}

void TestPostgreSqlDialect::unendedStatementsAreNoScript()
{
    QFETCH(QByteArray, script);
    const auto split = m_dialect.split("BEGIN;\n" + script);
    QVERIFY(!split);
    QCOMPARE(split.error().code, ErrorCode::BadFile);
    QVERIFY2(split.error().message.contains(u"line 2"_s), qPrintable(split.error().message));
}

void TestPostgreSqlDialect::noTextEndsABlock()
{
    const Table table = orders();
    RowChange change{.kind = RowChange::Kind::Insert, .table = &table, .row = u"orders $rejoin$"_s};
    change.key = {{u"id"_s, Value::integer(1)}};
    change.after = {{u"c"_s, Value::text(u"$rejoin$; $rejoin1$"_s)}};
    const QString block = m_dialect.scriptOperation(change).join(u'\n');
    QVERIFY2(block.startsWith(u"DO $rejoin2$\n"_s) && block.endsWith(u" $rejoin2$;"_s), qPrintable(block));
    QCOMPARE(block.count(u"$rejoin2$"_s), 2);
}

void TestPostgreSqlDialect::everyStatementOfAScriptIsFoundAgain()
{
    const Table table = orders();
    RowChange change{.kind = RowChange::Kind::Update, .table = &table, .row = u"orders id=1"_s};
    change.key = {{u"id"_s, Value::integer(1)}};
    change.before = {{u"c"_s, Value::text(u"a;\n$$ \\"_s)}};
    change.after = {{u"c"_s, Value::text(u"E'\\"_s)}};
    ScriptHead head;
    head.comments = {u"a comment;"_s};
    head.target.database = u"it's; a \"shop\""_s;
    head.tables = {&table};
    head.appliedProbes = {change};
    ScriptTail tail;
    tail.tables = {&table};
    tail.postconditions = m_dialect.rowChecks(RowChanges({change}));
    tail.generators = {{.table = &table, .column = u"id"_s, .lastGiven = 7, .before = 1}};
    QStringList expected;
    const QStringList statements =
        m_dialect.scriptHead(head) + m_dialect.scriptOperation(change) + m_dialect.scriptTail(tail);
    for (const QString &statement : statements) {
        if (!statement.startsWith(u'\\') && !statement.startsWith(u"--"_s))
            expected += statement.chopped(1); // the end mark
    }
    const auto split = m_dialect.split(statements.join(u'\n').toUtf8());
    VERIFY_OK(split);
    QStringList found;
    for (const ScriptStatement &statement : *split)
        found += QString::fromUtf8(statement.text);
    QCOMPARE(found, expected);
    QCOMPARE(found.first().left(5), u"BEGIN"_s);
    QCOMPARE(found.last(), u"COMMIT"_s);
}

void TestPostgreSqlDialect::commentsStayOnTheirLine()
{
    QCOMPARE(m_dialect.comment(u"a\nDROP TABLE b;\r\u2028c"_s), u"-- a DROP TABLE b;  c"_s);
    QCOMPARE(m_dialect.comment(QString()), u"--"_s);
}

void TestPostgreSqlDialect::everyConstructReadsAsTheGoldenScript()
{
    ServerInfo target{.engine = Engine::PostgreSql, .database = u"shop"_s};
    target.identity = u"PostgreSQL system 7 time line 00000001 database 5"_s;
    const QByteArray script = everyConstruct(m_dialect, target, {u"public"_s, u"bigint"_s, u"text"_s});
    compareWithGolden(script, u"postgresql/everyconstruct.sql"_s);
}

void TestPostgreSqlDialect::batchesReadAsTheGoldenScript()
{
    compareWithGolden(batchedOperations(m_dialect, {u"public"_s, u"bigint"_s, u"text"_s}), u"postgresql/batches.sql"_s);
}

void TestPostgreSqlDialect::errorsAreClassified_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    const QString driversEnd = u";\nError while executing the query"_s;
    QTest::newRow("refused") << u"ERROR: rejoin refused: rows moved; 2 of them"_s + driversEnd << ErrorCode::Refused
                             << u"rows moved; 2 of them"_s;
    QTest::newRow("applied") << u"psql:<stdin>:9: ERROR:  rejoin already applied: before\nCONTEXT:  PL/pgSQL"_s
                             << ErrorCode::AlreadyApplied << u"before"_s;
    QTest::newRow("target") << u"ERROR: rejoin wrong target: not shop"_s << ErrorCode::WrongTarget << u"not shop"_s;
    QTest::newRow("lock") << u"ERROR: canceling statement due to lock timeout"_s + driversEnd
                          << ErrorCode::ServerRefused
                          << u"another session holds a lock on a row or table of the script"_s;
    QTest::newRow("time") << u"ERROR: canceling statement due to statement timeout"_s << ErrorCode::ServerRefused
                          << u"a statement of the script took longer than ten minutes"_s;
    QTest::newRow("other") << u"ERROR: division by zero"_s << ErrorCode::Cancelled << u"as it was"_s;
}

void TestPostgreSqlDialect::errorsAreClassified()
{
    QFETCH(QString, said);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    Error error{.code = ErrorCode::Cancelled, .message = u"as it was"_s, .server = u"A"_s};
    error.driverText = said;
    const Error classified = m_dialect.scriptError(error);
    QCOMPARE(classified.code, code);
    QCOMPARE(classified.message, message);
    QCOMPARE(classified.server, u"A"_s);
}

void TestPostgreSqlDialect::rowsAreSummedUp()
{
    Table table = orders();
    table.columns[1].name = u"c"_s;
    Summing what{.table = &table,
                 .columns = {u"id"_s, u"c"_s},
                 .keyColumns = {u"id"_s},
                 .condition = u"c <> 'x'"_s,
                 .segmenting = {.by = Segmenting::By::Runs, .origin = -5, .width = 64},
                 .within = NumberSpan{-5, 1000}};
    QCOMPARE(m_dialect.selectSums(what),
             u"SELECT ((t.\"id\"::bigint - (-5)) / 64) AS segment, count(*), "
             "bit_xor(hash_record_extended(ROW(t.\"id\", t.\"c\"::text COLLATE \"C\"), "
             "t.\"id\"::bigint)) FROM \"public\".\"orders\" AS t "
             "WHERE t.\"id\" BETWEEN -5 AND 1000 AND (c <> 'x') GROUP BY ((t.\"id\"::bigint - (-5)) / 64)"_s);
    what.within.reset();
    what.condition.clear();
    // neighbours are one piece; the segment of the lowest number is 0
    QCOMPARE(m_dialect.selectRowSums(what, {4, 0, 1}),
             u"SELECT t.\"id\"::text, hash_record_extended(ROW(t.\"id\", t.\"c\"::text "
             "COLLATE \"C\"), t.\"id\"::bigint) FROM \"public\".\"orders\" AS t "
             "WHERE (t.\"id\" BETWEEN -5 AND 122 OR t.\"id\" BETWEEN 251 AND 314)"_s);
    what.segmenting = {.by = Segmenting::By::Hash, .count = 1024};
    what.keyColumns = {u"c"_s};
    QCOMPARE(m_dialect.selectRowSums(what, {7, 9}),
             u"SELECT t.\"c\"::text, hash_record_extended(ROW(t.\"id\"::bigint, t.\"id\"::bigint >> 32, t.\"c\"::text "
             u"COLLATE "
             "\"C\"), hash_record_extended(ROW(t.\"c\"::text COLLATE \"C\"), 0)) FROM \"public\".\"orders\" AS t "
             "WHERE ((hash_record_extended(ROW(t.\"c\"::text COLLATE \"C\"), 0) & 1023) IN (7, 9))"_s);
    // hash_record_extended() and bit_xor() came with version 14
    const PostgreSqlDialect older({.engine = Engine::PostgreSql, .version = QVersionNumber(13, 9)});
    QVERIFY(older.summingMeans() != m_dialect.summingMeans());
    QCOMPARE(older.selectSums(what),
             u"SELECT (hashtextextended(ROW(t.\"c\"::text)::text, 0) & 1023) AS segment, count(*), "
             "(sum(hashtextextended(ROW(t.\"id\"::text, t.\"c\"::text)::text, "
             "hashtextextended(ROW(t.\"c\"::text)::text, 0))) % 9223372036854775783)::bigint "
             "FROM \"public\".\"orders\" AS t GROUP BY (hashtextextended(ROW(t.\"c\"::text)::text, 0) & 1023)"_s);
}

void TestPostgreSqlDialect::schemasAreNeighbours()
{
    const auto server = [](const QString &end) {
        ServerInfo info{.engine = Engine::PostgreSql};
        info.database = u"shop"_s;
        info.identity = u"PostgreSQL system 7 time line 00000001 database 5"_s + end;
        return info;
    };
    const ServerInfo whole = server({});
    const ServerInfo archive = server(u" schema Archive of 2025"_s);
    const ServerInfo live = server(u" schema live"_s);
    QCOMPARE(oneSchemaOf(whole), QString());
    QCOMPARE(oneSchemaOf(archive), u"Archive of 2025"_s);
    QCOMPARE(databaseIdentity(archive), whole.identity);
    QCOMPARE(databaseText(whole), u"shop"_s);
    QCOMPARE(databaseText(live), u"shop, schema live"_s);
    // one database is two sides as two schemas alone
    QVERIFY(isSameDatabase(live, live));
    QVERIFY(isSameDatabase(live, whole));
    QVERIFY(isSameDatabase(whole, live));
    QVERIFY(!isSameDatabase(live, archive));
    QVERIFY(!isSameDatabase(whole, server(u"5"_s)));

    const auto neighbour = m_dialect.neighbour(live, archive);
    QVERIFY(neighbour);
    QCOMPARE(neighbour->database, u"Archive of 2025"_s);
    QCOMPARE(neighbour->begin.size(), 1);
    QVERIFY(neighbour->begin.first().endsWith(u"WHERE n.nspname = 'Archive of 2025'"_s));
    QVERIFY(!m_dialect.neighbour(live, whole));
    QVERIFY(!m_dialect.neighbour(whole, live));
    QVERIFY(!m_dialect.neighbour(live, server(u"6 schema archive"_s)));
    // the names in a script have their schemas, so that the guard is for the database
    const ScriptHead head{.comments = {}, .target = archive, .tables = {}, .appliedProbes = {}, .appliedMessage = {}};
    const QString text = m_dialect.scriptHead(head).join(u'\n');
    QVERIFY(text.contains(u"<> '"_s + whole.identity + u'\''));
    QVERIFY(!text.contains(u"Archive of 2025"_s));
}

void TestPostgreSqlDialect::neighboursAreJoined()
{
    Table a = orders();
    a.name.schema = u"a"_s;
    Table b = orders();
    b.name.schema = u"b \"2\""_s;
    const auto joining = [&](Joining::Looking looking) {
        return Joining{.here = {&a, {u"c"_s}, {u"id"_s}},
                       .there = {&b, {u"c"_s}, {u"id"_s}},
                       .database = b.name.schema,
                       .looking = looking,
                       .range = {QList<Value>{Value::integer(7)}, std::nullopt},
                       .limit = 500};
    };
    QCOMPARE(m_dialect.selectUnlike(joining(Joining::Looking::Unlike)),
             u"SELECT a.\"id\"::text FROM \"a\".\"orders\" AS a LEFT JOIN \"b \"\"2\"\"\".\"orders\" AS b "
             "ON a.\"id\" = b.\"id\" WHERE (b.\"id\" IS NULL OR NOT (a.\"c\" IS NOT DISTINCT FROM b.\"c\")) "
             "AND (a.\"id\") > (7) ORDER BY a.\"id\" LIMIT 500"_s);
    QCOMPARE(m_dialect.selectUnlike(joining(Joining::Looking::Missing)),
             u"SELECT b.\"id\"::text FROM \"b \"\"2\"\"\".\"orders\" AS b LEFT JOIN \"a\".\"orders\" AS a "
             "ON a.\"id\" = b.\"id\" WHERE a.\"id\" IS NULL AND (b.\"id\") > (7) ORDER BY b.\"id\" LIMIT 500"_s);
    // text by its bytes, where the collations are not one; values of unlike types as they are printed
    a.columns[1].collation = u"en_US.UTF-8"_s;
    b.columns[1].collation = u"de_DE.UTF-8"_s;
    QVERIFY(m_dialect.selectUnlike(joining(Joining::Looking::Unlike))
                .contains(u"a.\"c\" COLLATE \"C\" IS NOT DISTINCT FROM b.\"c\" COLLATE \"C\""_s));
    a.columns[1].declaredType = u"a.mood"_s;
    b.columns[1].declaredType = u"\"b \"\"2\"\"\".mood"_s;
    QVERIFY(m_dialect.selectUnlike(joining(Joining::Looking::Unlike))
                .contains(u"a.\"c\"::text COLLATE \"C\" IS NOT DISTINCT FROM b.\"c\"::text COLLATE \"C\""_s));
    QVERIFY(m_dialect.joinsBy(a.columns[0], b.columns[0]));
    QVERIFY(!m_dialect.joinsBy(a.columns[1], b.columns[1]));
}

QTEST_GUILESS_MAIN(TestPostgreSqlDialect)
#include "tst_postgresqldialect.moc"

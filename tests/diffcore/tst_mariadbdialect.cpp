#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/mariadbrowtext.h"
#include "diffcore/dialect/mariadbtypes.h"
#include "tests/support/goldenscript.h"
#include "tests/support/printing.h"

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

Column column(const QString &type)
{
    Column column;
    column.name = u"c"_s;
    column.declaredType = type;
    column.family = mariaDbFamily(type);
    return column;
}

MariaDbDialect dialectOf(Engine engine)
{
    ServerInfo server;
    server.engine = engine;
    return MariaDbDialect(server);
}

QStringList textsOf(const Result<QList<ScriptStatement>> &statements)
{
    QStringList texts;
    for (const ScriptStatement &statement : statements.value_or(QList<ScriptStatement>()))
        texts += u"%1: %2"_s.arg(QString::number(statement.line), QString::fromUtf8(statement.text));
    return texts;
}

ServerInfo shop(Engine engine)
{
    ServerInfo target;
    target.engine = engine;
    target.database = u"shop"_s;
    target.identity = u"MariaDB host db1 port 3306 folder /srv/db/ database shop"_s;
    return target;
}

const GoldenTypes goldenTypes{QString(), u"bigint(20)"_s, u"varchar(300)"_s};

} // namespace

class TestMariaDbDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literals_data();
    void literals();
    void families_data();
    void families();
    void namesAreQuoted();
    void noStringHoldsABackslash();
    void pagesAreWrittenOut();
    void longListsBeginWithTheFirstColumn();
    void splits_data();
    void splits();
    void unendedStatementsAreNoScript_data();
    void unendedStatementsAreNoScript();
    void everyStatementOfAScriptIsFoundAgain_data() { engines(); }
    void everyStatementOfAScriptIsFoundAgain();
    void everyConstructReadsAsTheGoldenScript_data() { engines(); }
    void everyConstructReadsAsTheGoldenScript();
    void batchesReadAsTheGoldenScript_data() { engines(); }
    void batchesReadAsTheGoldenScript();
    void listsAreLongOnMariaDb();
    void listsHoldWhatComparesAsItIs_data();
    void listsHoldWhatComparesAsItIs();
    void stampedColumnsAreKept();
    void errorsAreClassified_data();
    void errorsAreClassified();
    void rowsAreSummedUp();
    void rowsAreSummedUpByTwoSums();
    void neighboursAreJoined();

private:
    static void engines();

    MariaDbDialect m_dialect = dialectOf(Engine::MariaDb);
};

void TestMariaDbDialect::engines()
{
    QTest::addColumn<Engine>("engine");
    QTest::newRow("mariadb") << Engine::MariaDb;
    QTest::newRow("mysql") << Engine::MySql;
}

void TestMariaDbDialect::literals_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("literal");
    const auto row = [](const char *name, const QString &type, const Value &value, const QString &literal) {
        QTest::newRow(name) << type << value << literal;
    };
    row("null", u"text"_s, Value::null(), u"NULL"_s);
    row("integer", u"bigint(20)"_s, Value::integer(-5), u"-5"_s);
    row("highest integer", u"bigint(20) unsigned"_s, Value::of(TypeFamily::Integer, "18446744073709551615"),
        u"18446744073709551615"_s);
    row("decimal", u"decimal(10,2)"_s, Value::of(TypeFamily::Decimal, "1.50"), u"1.50"_s);
    row("double", u"double"_s, Value::of(TypeFamily::Float, "0.1"), u"0.1e0"_s);
    row("great double", u"double"_s, Value::of(TypeFamily::Float, "1e+300"), u"1e+300"_s);
    row("float", u"float"_s, Value::of(TypeFamily::Float, "0.1"), u"0.10000000149011612e0"_s);
    row("highest float", u"float"_s, Value::of(TypeFamily::Float, "3.4028235e+38"), u"3.4028234663852886e+38"_s);
    row("bit", u"bit(1)"_s, Value::of(TypeFamily::Boolean, "true"), u"b'1'"_s);
    row("bits", u"bit(3)"_s, Value::of(TypeFamily::Other, "101"), u"b'101'"_s);
    row("boolean of another engine", QString(), Value::of(TypeFamily::Boolean, "true"), u"1"_s);
    row("text", u"varchar(3)"_s, Value::text(u"it's \"x\""_s), u"'it''s \"x\"'"_s);
    row("backslash", u"text"_s, Value::text(u"C:\\d<92>"_s),
        u"replace('C:<092>d<92>', '<092>', char(92 USING utf8mb4))"_s);
    row("binary", u"blob"_s, Value::binary("\x00\xff"_ba), u"X'00FF'"_s);
    row("empty binary", u"blob"_s, Value::binary(QByteArray("")), u"X''"_s);
    row("zero date", u"date"_s, Value::of(TypeFamily::Date, "0000-00-00"), u"'0000-00-00'"_s);
    row("no float", u"double"_s, Value::of(TypeFamily::Float, "1e0); DROP TABLE t; --"), u"'1e0); DROP TABLE t; --'"_s);
    row("infinity of another engine", u"double"_s, Value::of(TypeFamily::Float, "Infinity"), u"'Infinity'"_s);
    row("no bits", u"bit(3)"_s, Value::of(TypeFamily::Other, "1'; DROP TABLE t; --"), u"'1''; DROP TABLE t; --'"_s);
    row("no geometry", u"point"_s, Value::of(TypeFamily::Spatial, "00'; DROP TABLE t; --"),
        u"'00''; DROP TABLE t; --'"_s);
    row("geometry", u"point"_s, Value::of(TypeFamily::Spatial, "00000000AB"), u"X'00000000AB'"_s);
}

void TestMariaDbDialect::literals()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    QFETCH(QString, literal);
    QCOMPARE(m_dialect.literal(value, column(type)), literal);
}

void TestMariaDbDialect::families_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<TypeFamily>("family");
    const auto row = [](const char *type, TypeFamily family) {
        QTest::newRow(type) << QString::fromLatin1(type) << family;
    };
    row("tinyint(1)", TypeFamily::Integer);
    row("bigint(20) unsigned zerofill", TypeFamily::Integer);
    row("year(4)", TypeFamily::Integer);
    row("bit(1)", TypeFamily::Boolean);
    row("bit(12)", TypeFamily::Other);
    row("double(10,2) unsigned", TypeFamily::Float);
    row("enum('int','date')", TypeFamily::Text);
    row("set('a')", TypeFamily::Text);
    row("timestamp(6)", TypeFamily::TimestampTz);
    row("datetime", TypeFamily::Timestamp);
    row("longblob", TypeFamily::Binary);
    row("json", TypeFamily::Json);
    row("multipolygon", TypeFamily::Spatial);
    row("inet6", TypeFamily::Other);
    row("of_the_future(3)", TypeFamily::Other);
}

void TestMariaDbDialect::families()
{
    QFETCH(QString, type);
    QFETCH(TypeFamily, family);
    QCOMPARE(mariaDbFamily(type), family);
}

void TestMariaDbDialect::namesAreQuoted()
{
    QCOMPARE(m_dialect.name(TableName{QString(), u"or\"d]e`r; drop"_s}), u"`or\"d]e``r; drop`"_s);
}

void TestMariaDbDialect::noStringHoldsABackslash()
{
    for (const QString &text : {u"\\"_s, u"\\'; DROP TABLE t; -- "_s, u"<92>\\<092>"_s, u"a\r\n\\0"_s}) {
        const QString literal = m_dialect.literal(Value::text(text), column(u"text"_s));
        QVERIFY2(!literal.contains(u'\\') && !literal.contains(u'\r'), qPrintable(literal));
    }
}

void TestMariaDbDialect::pagesAreWrittenOut()
{
    Table table;
    table.name.name = u"t"_s;
    table.columns = {column(u"int(11)"_s), column(u"varchar(9)"_s)};
    table.columns[0].name = u"n"_s;
    table.columns[1].collation = u"latin1_swedish_ci"_s;
    const Selection what{&table, {u"n"_s}, {u"n"_s, u"c"_s}};
    const QString text = u"CONVERT(t.`c` USING utf8mb4) COLLATE utf8mb4_nopad_bin"_s;
    QCOMPARE(m_dialect.selectPage(what, {QList<Value>{Value::integer(7), Value::text(u"b"_s)}, std::nullopt}, 5),
             u"SELECT CAST(t.`n` AS CHAR) FROM `t` AS t WHERE (t.`n` > 7 OR t.`n` = 7 AND %1 > 'b') "
             "ORDER BY t.`n`, %1 LIMIT 5"_s.arg(text));
}

void TestMariaDbDialect::longListsBeginWithTheFirstColumn()
{
    Table table;
    table.name.name = u"t"_s;
    table.columns = {column(u"int(11)"_s), column(u"int(11)"_s)};
    table.columns[0].name = u"n"_s;
    const Selection what{&table, {u"n"_s}, {u"n"_s, u"c"_s}};
    QCOMPARE(m_dialect.selectMatching(what,
                                      {{Value::integer(7), Value::integer(1)}, {Value::integer(7), Value::integer(2)}}),
             u"SELECT CAST(t.`n` AS CHAR) FROM `t` AS t WHERE t.`n` IN (7) AND (t.`n`, t.`c`) IN ((7, 1), (7, 2)) "
             "ORDER BY t.`n`, t.`c`"_s);
    QVERIFY(m_dialect.selectMatching(what, {}).contains(u"WHERE false"_s));
}

void TestMariaDbDialect::splits_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char *name, const char *script, const QStringList &statements) {
        QTest::newRow(name) << QByteArray(script) << statements;
    };
    row("empty", " \n;;\n-- none\n/* ; */# ;\n--\n", {});
    row("lines", "START TRANSACTION;\n\nSELECT 1;\n", {u"1: START TRANSACTION"_s, u"3: SELECT 1"_s});
    row("strings", "SELECT 'a;''b', \"c;\"\"d\", `e;``f`;SELECT 2;",
        {u"1: SELECT 'a;''b', \"c;\"\"d\", `e;``f`"_s, u"1: SELECT 2"_s});
    row("comments", "SELECT 1 /* a; */ -- d;\n, 2 # e;\n;SELECT 5--1;",
        {u"1: SELECT 1 /* a; */ -- d;\n, 2 # e;\n"_s, u"3: SELECT 5--1"_s});
    row("delimiters", "DELIMITER //\nBEGIN NOT ATOMIC\n  SELECT '//';\nEND//\nDELIMITER ;\nSELECT 2;",
        {u"2: BEGIN NOT ATOMIC\n  SELECT '//';\nEND"_s, u"6: SELECT 2"_s});
    row("delimiter of nothing", "DELIMITER \nSELECT 1;\nDELIMITER \t\nSELECT 2;", {u"2: SELECT 1"_s, u"4: SELECT 2"_s});
    row("no delimiter", "SELECT 'DELIMITER //\n';SELECT\nDELIMITER ;",
        {u"1: SELECT 'DELIMITER //\n'"_s, u"2: SELECT\nDELIMITER "_s});
}

void TestMariaDbDialect::splits()
{
    QFETCH(QByteArray, script);
    QFETCH(QStringList, statements);
    const auto split = m_dialect.split(script);
    VERIFY_OK(split);
    QCOMPARE(textsOf(split), statements);
}

void TestMariaDbDialect::unendedStatementsAreNoScript_data()
{
    QTest::addColumn<QByteArray>("script");
    for (const char *script : {"SELECT 1", "SELECT 'a;", "SELECT `a;", "SELECT 1 /* ;", "DELIMITER //\nSELECT 1;"})
        QTest::newRow(script) << QByteArray(script);
}

void TestMariaDbDialect::unendedStatementsAreNoScript()
{
    QFETCH(QByteArray, script);
    const auto split = m_dialect.split("COMMIT;\n" + script);
    QVERIFY(!split);
    QCOMPARE(split.error().code, ErrorCode::BadFile);
}

void TestMariaDbDialect::everyStatementOfAScriptIsFoundAgain()
{
    QFETCH(Engine, engine);
    const MariaDbDialect dialect = dialectOf(engine);
    const QByteArray script = everyConstruct(dialect, shop(engine), goldenTypes);
    const auto split = dialect.split(script);
    VERIFY_OK(split);
    const bool hasBlocks = script.contains("DELIMITER");
    QCOMPARE(hasBlocks, engine == Engine::MariaDb);
    int commits = 0;
    for (const ScriptStatement &statement : *split) {
        const QString text = QString::fromUtf8(statement.text);
        QVERIFY2(!text.contains(u"DELIMITER"_s) && !text.startsWith(u"--"_s), qPrintable(text));
        const bool isBlock = text.startsWith(u"BEGIN NOT ATOMIC"_s);
        QVERIFY2(isBlock ? text.endsWith(u"END"_s) : !text.contains(u";\n"_s), qPrintable(text));
        commits += statement.commits ? 1 : 0;
    }
    QCOMPARE(commits, 2); // of the script, and of the check behind it
    QCOMPARE(split->first().line, 3);
}

void TestMariaDbDialect::everyConstructReadsAsTheGoldenScript()
{
    QFETCH(Engine, engine);
    const QByteArray script = everyConstruct(dialectOf(engine), shop(engine), goldenTypes);
    compareWithGolden(script, engineName(engine).toLower() + u"/everyconstruct.sql"_s);
}

void TestMariaDbDialect::batchesReadAsTheGoldenScript()
{
    QFETCH(Engine, engine);
    GoldenTypes types = goldenTypes;
    types.collation = u"latin1_swedish_ci"_s;
    compareWithGolden(batchedOperations(dialectOf(engine), types), engineName(engine).toLower() + u"/batches.sql"_s);
}

/// A list of many short rows is longer than what Connector/ODBC takes apart.
void TestMariaDbDialect::listsAreLongOnMariaDb()
{
    Table orders;
    orders.name = {{}, u"orders"_s};
    Column id = column(u"bigint(20)"_s);
    id.name = u"order_id"_s;
    orders.columns = {id};
    QList<RowChange> gone;
    for (qint64 number = 1; number <= 1300; ++number) {
        const RowText::Cells key{{u"order_id"_s, Value::integer(number)}};
        gone += {.kind = RowChange::Kind::Delete,
                 .table = &orders,
                 .row = u"orders order_id=%1"_s.arg(number),
                 .key = key,
                 .before = key};
    }
    constexpr int statementsAList = 2;
    QCOMPARE(dialectOf(Engine::MySql).scriptOperations(gone).size(), 5 * statementsAList);
    const QStringList statements = dialectOf(Engine::MariaDb).scriptOperations(gone);
    QCOMPARE(statements.size(), 2 * statementsAList);
    QCOMPARE_GT(statements.first().size(), 32 * 1024);
    QCOMPARE_GT(statements[1].size(), 16 * 1024);
}

void TestMariaDbDialect::listsHoldWhatComparesAsItIs_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<TypeFamily>("family");
    QTest::addColumn<bool>("listed");
    QTest::newRow("numbers") << u"decimal(10,2)"_s << TypeFamily::Decimal << true;
    QTest::newRow("times") << u"datetime(6)"_s << TypeFamily::Timestamp << true;
    QTest::newRow("bytes") << u"varbinary(10)"_s << TypeFamily::Binary << true;
    QTest::newRow("text of no known collation") << u"varchar(10)"_s << TypeFamily::Text << false;
    QTest::newRow("bits") << u"bit(8)"_s << TypeFamily::Other << false;
    QTest::newRow("addresses, whose type has no cast here") << u"inet6"_s << TypeFamily::Other << false;
}

void TestMariaDbDialect::listsHoldWhatComparesAsItIs()
{
    QFETCH(QString, type);
    QFETCH(TypeFamily, family);
    Table table;
    table.name.name = u"t"_s;
    table.columns = {column(u"int(11)"_s), column(type)};
    table.columns[0].name = u"k"_s;
    table.columns[0].family = TypeFamily::Integer;
    table.columns[1].name = u"v"_s;
    table.columns[1].family = family;
    RowChange change{.kind = RowChange::Kind::Update, .table = &table, .row = u"t k=1"_s};
    change.key = {{u"k"_s, Value::integer(1)}};
    change.before = {{u"v"_s, Value::null()}};
    const MariaDbRowText text(m_dialect, table);
    QTEST(text.canBeListed(change), "listed");
    change.before = {{u"v"_s, Value::of(family, QByteArray(5000, '1'))}};
    QVERIFY(!text.canBeListed(change)); // compared by its hash
    change.before.clear();
    change.key.clear();
    QVERIFY(!text.canBeListed(change));
}

void TestMariaDbDialect::stampedColumnsAreKept()
{
    Table table;
    table.name.name = u"t"_s;
    table.columns = {column(u"int(11)"_s), column(u"timestamp"_s)};
    table.columns[0].name = u"n"_s;
    table.columns[1].defaultExpression = u"current_timestamp() on update current_timestamp()"_s;
    RowChange change;
    change.table = &table;
    change.key = {{u"n"_s, Value::integer(1)}};
    change.before = {{u"n"_s, Value::integer(1)}};
    change.after = {{u"n"_s, Value::integer(2)}};
    QVERIFY(m_dialect.scriptOperation(change)[1].startsWith(u"UPDATE `t` SET `n` = 2, `c` = `c`\n"_s));
    change.after += {u"c"_s, Value::null()};
    QVERIFY(m_dialect.scriptOperation(change)[1].startsWith(u"UPDATE `t` SET `n` = 2, `c` = NULL\n"_s));
}

void TestMariaDbDialect::errorsAreClassified_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("refused") << u"[ma-3.1.15][11.8.9-MariaDB]rejoin refused: rows moved; 2 of them"_s
                             << ErrorCode::Refused << u"rows moved; 2 of them"_s;
    QTest::newRow("applied") << u"ERROR 1286 (42000) at line 9: Unknown storage engine 'rejoin already applied: it's'"_s
                             << ErrorCode::AlreadyApplied << u"it's"_s;
    QTest::newRow("target") << u"ERROR 1644 (45000) at line 3: rejoin wrong target: not shop\n"_s
                            << ErrorCode::WrongTarget << u"not shop"_s;
    QTest::newRow("unique") << u"Duplicate entry 'a@b' for key 'email'"_s << ErrorCode::Refused
                            << u"another row has a unique value that the script writes"_s;
    QTest::newRow("lock") << u"Lock wait timeout exceeded; try restarting transaction"_s << ErrorCode::ServerRefused
                          << u"another session holds a lock on a row or table of the script"_s;
    QTest::newRow("deadlock") << u"Deadlock found when trying to get lock; try restarting transaction"_s
                              << ErrorCode::ServerRefused
                              << u"the script and another session waited for each other's locks"_s;
    QTest::newRow("time") << u"Query execution was interrupted (max_statement_time exceeded)"_s
                          << ErrorCode::ServerRefused << u"a statement of the script took longer than ten minutes"_s;
    QTest::newRow("other") << u"Division by 0"_s << ErrorCode::Cancelled << u"as it was"_s;
}

void TestMariaDbDialect::errorsAreClassified()
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

void TestMariaDbDialect::rowsAreSummedUp()
{
    Table table;
    table.name.name = u"t"_s;
    table.columns = {column(u"int(11)"_s), column(u"varchar(9)"_s)};
    table.columns[0].name = u"n"_s;
    Summing what{.table = &table,
                 .columns = {u"n"_s, u"c"_s},
                 .keyColumns = {u"n"_s},
                 .condition = u"c <> 'x'"_s,
                 .segmenting = {.by = Segmenting::By::Runs, .origin = -5, .width = 64},
                 .within = NumberSpan{-5, 1000}};
    const QString text = u"CAST(CONVERT(t.`c` USING utf8mb4) AS BINARY)"_s;
    const QString counted = u"ifnull(concat(octet_length(%1), ':', %1), '-')"_s.arg(text);
    const QString hash =
        u"cast(conv(left(md5(concat_ws(',', ifnull(CAST(t.`n` AS CHAR), '-'), %1)), 16), 16, 10) AS unsigned)"_s.arg(
            counted);
    QCOMPARE(m_dialect.selectSums(what),
             u"SELECT ((t.`n` - (-5)) DIV 64) AS segment, count(*), bit_xor(%1) FROM `t` AS t "
             "WHERE t.`n` BETWEEN -5 AND 1000 AND (c <> 'x') GROUP BY ((t.`n` - (-5)) DIV 64)"_s.arg(hash));
    what.within.reset();
    what.condition.clear();
    QCOMPARE(
        m_dialect.selectRowSums(what, {4, 0, 1}),
        u"SELECT CAST(t.`n` AS CHAR), %1 FROM `t` AS t WHERE (t.`n` BETWEEN -5 AND 122 OR t.`n` BETWEEN 251 AND 314)"_s
            .arg(hash));
    what.segmenting = {.by = Segmenting::By::Hash, .count = 1024};
    what.keyColumns = {u"c"_s};
    QCOMPARE(
        m_dialect.selectRowSums(what, {7, 9}),
        u"SELECT %1, %2 FROM `t` AS t WHERE ((crc32(concat_ws(',', %3)) & 1023) IN (7, 9))"_s.arg(text, hash, counted));
}

void TestMariaDbDialect::rowsAreSummedUpByTwoSums()
{
    Table table;
    table.name.name = u"t"_s;
    table.columns = {column(u"int(11)"_s), column(u"varchar(9)"_s), column(u"varchar(9)"_s), column(u"double"_s)};
    const QStringList names{u"n"_s, u"c"_s, u"old"_s, u"d"_s};
    for (int i = 0; i < names.size(); ++i) {
        table.columns[i].name = names[i];
        table.columns[i].nullable = false;
    }
    table.columns[1].collation = u"utf8mb4_bin"_s;
    table.columns[1].nullable = true;
    table.columns[2].collation = u"latin1_swedish_ci"_s;
    const Summing what{.table = &table,
                       .columns = names,
                       .keyColumns = {u"n"_s},
                       .segmenting = {.by = Segmenting::By::Runs, .origin = 1, .width = 64}};
    const auto summed = [](const QString &function) {
        return u"%1(%1(%1(%1(concat_ws(',', t.`n`, ifnull(octet_length(t.`c`), '-'), octet_length(%2), "
               "octet_length(%3))), ifnull(t.`c`, '')), %2), %3)"_s.arg(
                   function, u"CAST(CONVERT(t.`old` USING utf8mb4) AS BINARY)"_s,
                   u"CAST(CAST(t.`d` AS DOUBLE) AS CHAR)"_s);
    };
    ServerInfo server = shop(Engine::MariaDb);
    server.version = QVersionNumber(10, 8);
    const MariaDbDialect newer(server);
    QCOMPARE(newer.selectSums(what),
             u"SELECT ((t.`n` - (1)) DIV 64) AS segment, count(*), bit_xor((%1 * %2)) FROM `t` AS t "
             "GROUP BY ((t.`n` - (1)) DIV 64)"_s.arg(summed(u"crc32"_s), summed(u"crc32c"_s)));
    Summing hashed = what;
    hashed.keyColumns = {u"c"_s, u"n"_s};
    hashed.segmenting = {.by = Segmenting::By::Hash, .count = 16};
    QVERIFY(newer.selectSums(hashed).startsWith(
        u"SELECT (crc32(crc32(concat_ws(',', ifnull(octet_length(t.`c`), '-'), t.`n`)), ifnull(t.`c`, '')) & 15) AS "
        "segment, "_s));
    // both must sum alike, so the means differ
    server.version = QVersionNumber(10, 7, 8);
    QVERIFY(MariaDbDialect(server).summingMeans() != newer.summingMeans());
    server.version = QVersionNumber(11, 8);
    QCOMPARE(MariaDbDialect(server).summingMeans(), newer.summingMeans());
    server = shop(Engine::MySql);
    server.version = QVersionNumber(11, 0);
    QVERIFY(MariaDbDialect(server).summingMeans() != newer.summingMeans());
}

void TestMariaDbDialect::neighboursAreJoined()
{
    Table table;
    table.name.name = u"t"_s;
    table.columns = {column(u"int(11)"_s), column(u"int(11)"_s)};
    table.columns[0].name = u"n"_s;
    const Selection side{&table, {u"c"_s}, {u"n"_s}};
    Joining what{.here = side,
                 .there = side,
                 .database = u"stand`by"_s,
                 .looking = Joining::Looking::Unlike,
                 .range = {QList<Value>{Value::integer(7)}, std::nullopt},
                 .limit = 500};
    QCOMPARE(m_dialect.selectUnlike(what),
             u"SELECT CAST(a.`n` AS CHAR) FROM `t` AS a LEFT JOIN `stand``by`.`t` AS b ON a.`n` = b.`n` "
             "WHERE (b.`n` IS NULL OR NOT (a.`c` <=> b.`c`)) AND (a.`n` > 7) ORDER BY a.`n` LIMIT 500"_s);
    what.looking = Joining::Looking::Missing;
    QCOMPARE(m_dialect.selectUnlike(what),
             u"SELECT CAST(b.`n` AS CHAR) FROM `stand``by`.`t` AS b LEFT JOIN `t` AS a ON a.`n` = b.`n` "
             "WHERE a.`n` IS NULL AND (b.`n` > 7) ORDER BY b.`n` LIMIT 500"_s);
    // of one server, and only where it told its identity
    ServerInfo standby = shop(Engine::MariaDb);
    standby.database = u"standby"_s;
    standby.identity.replace(u"database shop"_s, u"database standby"_s);
    QCOMPARE(m_dialect.neighbour(shop(Engine::MariaDb), standby).value_or(Neighbour{}).database, u"standby"_s);
    standby.identity.replace(u"3306"_s, u"3307"_s);
    QVERIFY(!m_dialect.neighbour(shop(Engine::MariaDb), standby));
}

QTEST_GUILESS_MAIN(TestMariaDbDialect)
#include "tst_mariadbdialect.moc"

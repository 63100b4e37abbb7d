#include "diffcore/dialect/sqlservercatalogtext.h"
#include "diffcore/dialect/sqlserverdialect.h"
#include "diffcore/dialect/sqlserverrowtext.h"
#include "diffcore/dialect/sqlserversequence.h"
#include "diffcore/dialect/sqlservertypes.h"
#include "diffcore/dialect/sqlservervariant.h"
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
    column.family = sqlServerFamily(type);
    return column;
}

Table tableWith(const Column &value)
{
    Table table;
    table.name = {u"dbo"_s, u"t"_s};
    table.columns = {value};
    return table;
}

ServerInfo shop(int majorVersion)
{
    ServerInfo server{.engine = Engine::SqlServer, .version = QVersionNumber(majorVersion, 0), .database = u"shop"_s};
    server.identity = u"SQL Server database shop of 2026-11-22T09:00:00.123 on PRD01"_s;
    return server;
}

QStringList textsOf(const Result<QList<ScriptStatement>> &statements)
{
    QStringList texts;
    for (const ScriptStatement &statement : statements.value_or(QList<ScriptStatement>()))
        texts += u"%1: %2"_s.arg(QString::number(statement.line), QString::fromUtf8(statement.text));
    return texts;
}

} // namespace

class TestSqlServerDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatWouldPartAScript();
    void literals_data();
    void literals();
    void decodes_data();
    void decodes();
    void conditions_data();
    void conditions();
    void variantsKeepTheirType();
    void namesAreQuoted();
    void pagesAreBoundInExpandedForm();
    void pagesHoldWhatWasWrittenSince_data();
    void pagesHoldWhatWasWrittenSince();
    void matchingComparesByIndexAndExactly();
    void splits_data();
    void splits();
    void unendedBatchesAreNoScript();
    void noTextEndsABatch();
    void percentSignsAreNoFormats();
    void namesThatAreNoConstantsAreThrownByVariables();
    void readsOfAnUnaskedServerPromiseLittle();
    void everyBatchOfAScriptIsFoundAgain();
    void whatDidNotRunIsNotCommitted();
    void cascadesAreAsCompared();
    void commentsStayOnTheirLine();
    void numbersAreAllowedForIdentitiesOnly();
    void aDatabaseThatIsNotToldIsAnotherOne();
    void sequencesAreSetByTheirName();
    void suspendedForeignKeysAreCheckedAgain();
    void everyConstructReadsAsTheGoldenScript();
    void batchesReadAsTheGoldenScript();
    void manyRowsAreLookedAtTogether();
    void rowsOfAKeyThatIsNotUniqueAreCountedOneByOne();
    void errorsAreClassified_data();
    void errorsAreClassified();
    void rowsAreSummedUp();
    void neighboursAreJoined();

private:
    SqlServerDialect m_dialect{shop(13)};
};

void TestSqlServerDialect::namesThatWouldPartAScript()
{
    const QString parting = u"x]\nGO\nDROP TABLE orders\nGO\n"_s;
    QCOMPARE(whyNotNamed(tableWith(column(u"int"_s))), QString());
    Table table = tableWith(column(u"int"_s));
    table.name.name = parting;
    QVERIFY(!whyNotNamed(table).isEmpty());
    table = tableWith(column(u"int"_s));
    table.columns[0].name = u"a\rGO\r"_s;
    QVERIFY(!whyNotNamed(table).isEmpty());
    table = tableWith(column(u"int"_s));
    table.columns[0].declaredType = u"[dbo].["_s + parting + u']';
    QVERIFY(!whyNotNamed(table).isEmpty());
    table = tableWith(column(u"int"_s));
    table.deleteActions = {{.child = {u"dbo"_s, parting}, .columns = {u"c"_s}, .parentColumns = {u"c"_s}}};
    QVERIFY(!whyNotNamed(table).isEmpty());
}

void TestSqlServerDialect::literals_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("literal");
    using Family = TypeFamily;
    const auto row = [](const char *name, const QString &type, const Value &value, const QString &literal) {
        QTest::newRow(name) << type << value << literal;
    };
    row("null", u"int"_s, Value::null(), u"NULL"_s);
    row("integer", u"int"_s, Value::integer(-5), u"-5"_s);
    row("long integer", u"bigint"_s, Value::integer(5000000000), u"CONVERT(bigint, 5000000000)"_s);
    row("lowest integer", u"bigint"_s, Value::integer(std::numeric_limits<qint64>::min()),
        u"CONVERT(bigint, -9223372036854775808)"_s);
    row("no integer", u"int"_s, Value::of(Family::Integer, "1\nGO\nDROP TABLE t"),
        u"replace(N'1<10>GO<10>DROP TABLE t' COLLATE Latin1_General_100_BIN2, '<10>', NCHAR(10))"_s);
    row("no moment", u"date"_s, Value::of(Family::Date, "\nGO\n"),
        u"CONVERT(date, replace(N'<10>GO<10>' COLLATE Latin1_General_100_BIN2, '<10>', NCHAR(10)), 23)"_s);
    row("decimal", u"decimal(38,2)"_s, Value::of(Family::Decimal, "-1.50"), u"-1.50"_s);
    row("no number", u"decimal(10,2)"_s, Value::of(Family::Decimal, "1; DROP"), u"N'1; DROP'"_s);
    row("money", u"money"_s, Value::of(Family::Decimal, "-922337203685477.5808"), u"-922337203685477.5808"_s);
    row("float", u"float"_s, Value::of(Family::Float, "0.1"), u"0.1E0"_s);
    row("float with exponent", u"float"_s, Value::of(Family::Float, "1e-05"), u"1E-05"_s);
    row("real", u"real"_s, Value::of(Family::Float, "0.1"), u"CONVERT(real, 0.1E0)"_s);
    row("not a number", u"float"_s, Value::of(Family::Float, "nan"), u"N'nan'"_s);
    row("boolean", u"bit"_s, Value::of(Family::Boolean, "true"), u"1"_s);
    row("text", u"nvarchar(20)"_s, Value::text(u"it's []"_s), u"N'it''s []'"_s);
    row("text in a line of its own", u"nvarchar(20)"_s, Value::text(u"a\nGO\r\nb"_s),
        u"replace(replace(N'a<10>GO<13><10>b' COLLATE Latin1_General_100_BIN2, '<10>', NCHAR(10)), '<13>', NCHAR(13))"_s);
    row("variable of sqlcmd", u"nvarchar(20)"_s, Value::text(u"$(x)"_s),
        u"replace(N'<36>(x)' COLLATE Latin1_General_100_BIN2, '<36>', NCHAR(36))"_s);
    row("dollar", u"nvarchar(20)"_s, Value::text(u"$5 (x)"_s), u"N'$5 (x)'"_s);
    row("text with NUL", u"nvarchar(20)"_s, Value::text(u"a"_s + QChar(0) + u"ä"_s),
        u"CONVERT(nvarchar(4000), 0x61000000e400)"_s);
    row("half a character", u"nvarchar(20)"_s, Value::of(Family::Text, "a\xED\xA0\xBD"),
        u"CONVERT(nvarchar(4000), 0x61003dd8)"_s);
    row("binary", u"varbinary(max)"_s, Value::binary("\x00\xff"_ba), u"0x00ff"_s);
    row("no bytes", u"varbinary(9)"_s, Value::binary(""), u"0x"_s);
    row("date", u"date"_s, Value::of(Family::Date, "2026-11-22"), u"CONVERT(date, N'2026-11-22', 23)"_s);
    row("time", u"time(3)"_s, Value::of(Family::Time, "10:00:00.125"), u"CONVERT(time(7), N'10:00:00.125', 121)"_s);
    row("datetime", u"datetime"_s, Value::of(Family::Timestamp, "2026-11-22 10:00:00.123"),
        u"CONVERT(datetime, N'2026-11-22 10:00:00.123', 121)"_s);
    row("datetime2", u"datetime2(7)"_s, Value::of(Family::Timestamp, "2026-11-22 10:00:00.1234567"),
        u"CONVERT(datetime2(7), N'2026-11-22 10:00:00.1234567', 121)"_s);
    row("datetimeoffset", u"datetimeoffset(7)"_s, Value::of(Family::TimestampTz, "2026-11-22 10:00:00.5+02:00"),
        u"CONVERT(datetimeoffset(7), N'2026-11-22 10:00:00.5 +02:00', 121)"_s);
    row("uuid", u"uniqueidentifier"_s, Value::of(Family::Uuid, "00112233-4455-6677-8899-aabbccddeeff"),
        u"CONVERT(uniqueidentifier, N'00112233-4455-6677-8899-aabbccddeeff')"_s);
    row("xml", u"xml"_s, Value::of(Family::Xml, "<a> </a>"), u"CONVERT(xml, N'<a> </a>', 1)"_s);
    row("hierarchy", u"hierarchyid"_s, Value::of(Family::Other, "/1/2.5/"), u"CONVERT(hierarchyid, N'/1/2.5/')"_s);
    row("spatial", u"geography"_s, Value::of(Family::Spatial, "0xE61001"), u"CONVERT(geography, 0xE61001)"_s);
    row("of a user's type", u"[dbo].[Point]"_s, Value::of(Family::Other, "0x01"), u"CONVERT([dbo].[Point], 0x01)"_s);
    row("variant", u"sql_variant"_s, Value::of(Family::Other, "decimal(10,2): 1.50"),
        u"CONVERT(sql_variant, CONVERT(decimal(10,2), 1.50))"_s);
    row("of another engine", QString(), Value::of(Family::Timestamp, "2026-11-22 10:00:00"),
        u"CONVERT(datetime2(7), N'2026-11-22 10:00:00', 121)"_s);
}

void TestSqlServerDialect::literals()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    QFETCH(QString, literal);
    QCOMPARE(m_dialect.literal(value, column(type)), literal);
}

void TestSqlServerDialect::decodes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char *type, const char *cell, const char *canonical) {
        QTest::newRow(qPrintable(QString::fromLatin1(type) + u' ' + QString::fromLatin1(cell)))
            << QString::fromLatin1(type) << QByteArray(cell) << QByteArray(canonical);
    };
    row("bit", "1", "true");
    row("bit", "0", "false");
    row("float", "1.0000000000000001e-001", "0.1");
    row("real", "0.10000000149011612", "0.1");
    row("datetime2(7)", "2026-11-22 10:00:00.1230000", "2026-11-22 10:00:00.123");
    row("datetime2(7)", "2026-11-22 10:00:00.0000000", "2026-11-22 10:00:00");
    row("datetime2(7)", "2026-11-22 10:00:00.1234567", "2026-11-22 10:00:00.1234567");
    row("smalldatetime", "2026-11-22 10:20:00", "2026-11-22 10:20:00");
    row("time(7)", "10:20:30.5000000", "10:20:30.5");
    row("datetimeoffset(7)", "2026-11-22 10:00:00.5000000 +02:00", "2026-11-22 10:00:00.5+02:00");
    row("datetimeoffset(0)", "2026-11-22 10:00:00 -11:30", "2026-11-22 10:00:00-11:30");
    row("uniqueidentifier", "00112233-4455-6677-8899-AABBCCDDEEFF", "00112233-4455-6677-8899-aabbccddeeff");
    row("nvarchar(9)", "a  ", "a  ");
    row("money", "1.5000", "1.5000");
}

void TestSqlServerDialect::decodes()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, canonical);
    QCOMPARE(m_dialect.decode(column(type), cell).bytes(), canonical);
    QVERIFY(m_dialect.decode(column(type), std::nullopt).isNull());
}

void TestSqlServerDialect::conditions_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("condition");
    using Family = TypeFamily;
    QTest::newRow("blanks at the end count")
        << u"nvarchar(20)"_s << Value::text(u"a "_s)
        << u"CONVERT(nvarchar(max), [c]) + N'.' = N'a .' COLLATE Latin1_General_100_BIN2"_s;
    QTest::newRow("code page") << u"varchar(20)"_s << Value::text(u"a"_s)
                               << u"CONVERT(nvarchar(max), [c]) + N'.' = N'a.' COLLATE "
                                  "Latin1_General_100_BIN2"_s;
    QTest::newRow("zero bytes at the end count")
        << u"varbinary(20)"_s << Value::binary("\x01\x00"_ba) << u"[c] = 0x0100 AND DATALENGTH([c]) = 2"_s;
    QTest::newRow("the zone counts") << u"datetimeoffset(0)"_s
                                     << Value::of(Family::TimestampTz, "2026-11-22 10:00:00-11:30")
                                     << u"[c] = CONVERT(datetimeoffset(7), N'2026-11-22 10:00:00 -11:30', 121) AND "
                                        "DATEPART(TZOFFSET, [c]) = -690"_s;
    QTest::newRow("half a character") << u"nvarchar(20)"_s << Value::of(Family::Text, "a\xED\xA0\xBD")
                                      << u"CONVERT(nvarchar(max), [c]) + N'.' = CONVERT(nvarchar(4000), "
                                         "0x61003dd82e00) COLLATE Latin1_General_100_BIN2"_s;
    QTest::newRow("by its text") << u"xml"_s << Value::of(Family::Xml, "<a/>")
                                 << u"CONVERT(nvarchar(max), [c]) + N'.' = N'<a/>.' COLLATE "
                                    "Latin1_General_100_BIN2"_s;
    QTest::newRow("null") << u"xml"_s << Value::null() << u"[c] IS NULL"_s;
}

void TestSqlServerDialect::conditions()
{
    QFETCH(QString, type);
    QFETCH(Value, value);
    QFETCH(QString, condition);
    const Table table = tableWith(column(type));
    QCOMPARE(SqlServerRowText(m_dialect, table).exactly({{u"c"_s, value}}), condition);
}

void TestSqlServerDialect::variantsKeepTheirType()
{
    QCOMPARE(variantLiteral(u"varchar(3) Latin1_General_CI_AS: a: b"_s),
             u"CONVERT(sql_variant, CONVERT(varchar(3), N'a: b' COLLATE Latin1_General_CI_AS))"_s);
    QCOMPARE(variantLiteral(u"varbinary(2): 0x00FF"_s), u"CONVERT(sql_variant, CONVERT(varbinary(2), 0x00FF))"_s);
    QCOMPARE(variantLiteral(u"float: 1e-05"_s), u"CONVERT(sql_variant, CONVERT(float, 1E-05))"_s);
    QCOMPARE(variantLiteral(u"no variant"_s), u"NULL"_s);
    QVERIFY(variantLiteral(u"varbinary(2): 0x00); DROP"_s).count(u"DROP"_s) == 0);
}

void TestSqlServerDialect::namesAreQuoted()
{
    QCOMPARE(m_dialect.name(TableName{u"a.b"_s, u"or\"d]e`r; drop"_s}), u"[a.b].[or\"d]]e`r; drop]"_s);
}

void TestSqlServerDialect::pagesAreBoundInExpandedForm()
{
    Table table = tableWith(column(u"nvarchar(9)"_s));
    table.columns += column(u"int"_s);
    table.columns[0].collation = u"Latin1_General_CI_AS"_s;
    table.columns[1].name = u"n"_s;
    const KeyRange range{QList<Value>{Value::integer(1), Value::text(u"b"_s)},
                         QList<Value>{Value::integer(3), Value::text(u"d"_s)}};
    QCOMPARE(m_dialect.selectPage({&table, {u"c"_s}, {u"n"_s, u"c"_s}}, range, 500),
             u"SELECT TOP (500) t.[c] FROM [dbo].[t] AS t WHERE "
             "t.[n] >= 1 AND (t.[n] > 1 OR t.[n] = 1 AND t.[c] COLLATE Latin1_General_100_BIN2 > N'b') AND "
             "t.[n] <= 3 AND (t.[n] < 3 OR t.[n] = 3 AND t.[c] COLLATE Latin1_General_100_BIN2 <= N'd') "
             "ORDER BY t.[n], t.[c] COLLATE Latin1_General_100_BIN2"_s);
}

void TestSqlServerDialect::matchingComparesByIndexAndExactly()
{
    Table table = tableWith(column(u"varchar(9)"_s));
    table.columns[0].collation = u"SQL_Latin1_General_CP1_CI_AS"_s;
    table.columns[0].maxLength = 9;
    QCOMPARE(m_dialect.selectMatching({&table, {u"c"_s}, {u"c"_s}}, {{Value::text(u"A"_s)}}),
             u"SELECT CONVERT(nvarchar(9), t.[c]) FROM [dbo].[t] AS t WHERE EXISTS (SELECT 1 FROM (VALUES (N'A')) AS k "
             "(k1) WHERE t.[c] = CONVERT(varchar(8000), k.k1 COLLATE SQL_Latin1_General_CP1_CI_AS) AND "
             "CONVERT(nvarchar(9), t.[c]) + N'.' = (k.k1 + N'.') COLLATE Latin1_General_100_BIN2) "
             "ORDER BY CONVERT(nvarchar(9), t.[c]) COLLATE Latin1_General_100_BIN2"_s);
    QVERIFY(m_dialect.selectMatching({&table, {u"c"_s}, {u"c"_s}}, {}).contains(u"WHERE 1 = 0"_s));
}

void TestSqlServerDialect::splits_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QStringList>("batches");
    const auto row = [](const char *name, const char *script, const QStringList &batches) {
        QTest::newRow(name) << QByteArray(script) << batches;
    };
    row("empty", "\n-- none\nGO\ngo\n", {});
    row("batches", "-- one\nBEGIN TRANSACTION;\nGO\n\nSELECT 1;\nSELECT 2;\nGO\n",
        {u"2: BEGIN TRANSACTION;"_s, u"5: SELECT 1;\nSELECT 2;"_s});
    row("any case, any blanks", "SELECT 1\r\n  Go \r\nSELECT 2\nGO", {u"1: SELECT 1"_s, u"3: SELECT 2"_s});
    row("only by itself", "SELECT 'GO';\nGOTO x;\n-- GO\nGO\n", {u"1: SELECT 'GO';\nGOTO x;\n-- GO"_s});
}

void TestSqlServerDialect::splits()
{
    QFETCH(QByteArray, script);
    QFETCH(QStringList, batches);
    const auto split = m_dialect.split(script);
    VERIFY_OK(split);
    QCOMPARE(textsOf(split), batches);
}

void TestSqlServerDialect::pagesHoldWhatWasWrittenSince_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("condition");
    QTest::newRow("datetime2") << u"datetime2(7)"_s
                               << u"t.[c] >= CONVERT(datetime2(7), N'2026-11-22 11:00:00.250', 121)"_s;
    QTest::newRow("zone") << u"datetimeoffset(7)"_s
                          << u"t.[c] >= CONVERT(datetimeoffset(7), N'2026-11-22 10:00:00.250 +00:00', 121)"_s;
    QTest::newRow("by the minute") << u"smalldatetime"_s
                                   << u"t.[c] >= CONVERT(smalldatetime, N'2026-11-22 10:59:00.250', 121)"_s;
    QTest::newRow("text") << u"nvarchar(30)"_s << u"t.[c] >= N'2026-11-21'"_s;
}

/// The column keeps the time of a zone an hour before UTC, where it has none of its own.
void TestSqlServerDialect::pagesHoldWhatWasWrittenSince()
{
    QFETCH(QString, type);
    QFETCH(QString, condition);
    Table table = tableWith(column(type));
    table.columns += column(u"int"_s);
    table.columns[1].name = u"n"_s;
    const WrittenSince since{u"c"_s, QTimeZone(3600),
                             QDateTime::fromString(u"2026-11-22T10:00:00.250Z"_s, Qt::ISODateWithMs)};
    const QString page = m_dialect.selectPage(
        {.table = &table, .columns = {u"n"_s}, .keyColumns = {u"n"_s}, .writtenSince = since}, {}, 9);
    QCOMPARE(page, u"SELECT TOP (9) CONVERT(nvarchar(20), t.[n]) FROM [dbo].[t] AS t WHERE "_s + condition +
                       u" ORDER BY t.[n]"_s);
}

void TestSqlServerDialect::unendedBatchesAreNoScript()
{
    const auto split = m_dialect.split("SELECT 1\nGO\nCOMMIT TRANSACTION;\n");
    QVERIFY(!split);
    QCOMPARE(split.error().code, ErrorCode::BadFile);
    QVERIFY2(split.error().message.contains(u"line 3"_s), qPrintable(split.error().message));
}

void TestSqlServerDialect::noTextEndsABatch()
{
    const Table table = tableWith(column(u"nvarchar(20)"_s));
    RowChange change{.kind = RowChange::Kind::Insert, .table = &table, .row = u"t\nGO\n1"_s};
    change.key = {{u"c"_s, Value::text(u"\nGO\n"_s)}};
    change.after = change.key;
    const QString batch = m_dialect.scriptOperation(change).join(u'\n');
    QCOMPARE(batch.split(u'\n').count(u"GO"_s), 1);
    QVERIFY(batch.endsWith(u"\nGO"_s));
}

void TestSqlServerDialect::percentSignsAreNoFormats()
{
    Table table = tableWith(column(u"int"_s));
    table.name.name = u"100%sold"_s;
    table.columns[0].source = ValueSource::Generated;
    const QStringList raised = setGenerator(m_dialect, {.table = &table, .column = u"c"_s, .lastGiven = 7, .before = 3},
                                            QVersionNumber(13, 0));
    QVERIFY2(raised.last().contains(u"dbo.100%%sold is below"_s), qPrintable(raised.last()));
}

/// sqlcmd's variables are put in at run time, and neither THROW nor a procedure takes an expression.
void TestSqlServerDialect::namesThatAreNoConstantsAreThrownByVariables()
{
    Table table = tableWith(column(u"int"_s));
    table.name.name = u"a$(b)"_s;
    table.columns[0].source = ValueSource::Generated;
    const GeneratorChange change{.table = &table, .column = u"c"_s, .lastGiven = 7, .before = 3};
    const QString identity = setGenerator(m_dialect, change, QVersionNumber(13)).join(u'\n');
    QVERIFY2(
        identity.endsWith(u"\n  BEGIN\n  DECLARE @rejoin_says nvarchar(2048) = replace(N'rejoin refused: the "
                          "generator of dbo.a<36>(b) is below its highest key' COLLATE "
                          "Latin1_General_100_BIN2, '<36>', NCHAR(36));\n  THROW 50001, @rejoin_says, 1;\n  END;"_s),
        qPrintable(identity));
    table.columns[0].defaultExpression = u"(NEXT VALUE FOR [dbo].[a$(b)])"_s;
    const QString sequence = setGenerator(m_dialect, change, QVersionNumber(13)).join(u'\n');
    QVERIFY2(sequence.contains(u"DECLARE @rejoin_sequence nvarchar(776) = replace(N'[dbo].[a<36>(b)]'"_s) &&
                 sequence.contains(u"@sequence_name = @rejoin_sequence, "_s),
             qPrintable(sequence));
}

void TestSqlServerDialect::readsOfAnUnaskedServerPromiseLittle()
{
    QCOMPARE(m_dialect.beginRead(),
             (QStringList{u"SET TRANSACTION ISOLATION LEVEL READ COMMITTED"_s, u"BEGIN TRANSACTION"_s}));
    QVERIFY(m_dialect.readLimits().startsWith(u"not of one moment"_s));
}

void TestSqlServerDialect::everyBatchOfAScriptIsFoundAgain()
{
    const Table table = tableWith(column(u"nvarchar(20)"_s));
    RowChange change{.kind = RowChange::Kind::Update, .table = &table, .row = u"t c=1"_s};
    change.key = {{u"c"_s, Value::text(u"a'\nGO"_s)}};
    change.after = change.key;
    ScriptHead head;
    head.target = shop(13);
    head.tables = {&table};
    head.appliedProbes = {change};
    ScriptTail tail;
    tail.postconditions = m_dialect.rowChecks(RowChanges({change}));
    QStringList expected;
    for (const QString &batch :
         m_dialect.scriptHead(head) + m_dialect.scriptOperation(change) + m_dialect.scriptTail(tail)) {
        if (batch.endsWith(u"\nGO"_s))
            expected += batch.chopped(3);
    }
    const QStringList statements =
        m_dialect.scriptHead(head) + m_dialect.scriptOperation(change) + m_dialect.scriptTail(tail);
    const auto split = m_dialect.split(statements.join(u'\n').toUtf8());
    VERIFY_OK(split);
    QStringList found;
    for (const ScriptStatement &statement : *split)
        found += QString::fromUtf8(statement.text);
    QCOMPARE(found, expected);
    QVERIFY(found.last().endsWith(u"COMMIT TRANSACTION;"_s));
}

/// A batch that does not compile leaves the transaction standing, and some clients go on.
void TestSqlServerDialect::whatDidNotRunIsNotCommitted()
{
    const Table table = tableWith(column(u"int"_s));
    QList<RowChange> rows;
    for (int number = 1; number <= 250; ++number)
        rows += {.kind = RowChange::Kind::Update,
                 .table = &table,
                 .row = u"t c=%1"_s.arg(number),
                 .key = {{u"c"_s, Value::integer(number)}},
                 .after = {{u"c"_s, Value::integer(number)}}};
    ScriptHead head;
    head.target = shop(13);
    head.tables = {&table};
    head.expected = RowChanges(rows);
    const auto marks = [](const QStringList &batches) { return batches.join(u'\n').count(u"SET done = done + 1;"_s); };
    // encoding, target, shape, a hundred rows in each of three, and the stop behind them
    const QStringList begun = m_dialect.scriptHead(head);
    QCOMPARE(marks(begun), 7);
    QVERIFY2(begun.last().contains(u"IF (SELECT done FROM #rejoin_steps) <> 7\n  THROW 50001"_s),
             qPrintable(begun.last()));
    QVERIFY(begun.last().endsWith(u"UPDATE #rejoin_steps SET done = 0;\nGO"_s));
    QCOMPARE(marks(m_dialect.scriptOperations(rows)), 0);
    ScriptTail tail;
    tail.kept = m_dialect.rowChecks(head.expected);
    tail.postconditions = m_dialect.rowChecks(head.expected);
    tail.foreignKeysOff = true;
    const QStringList ended = m_dialect.scriptTail(tail);
    QCOMPARE(marks(ended), 9);
    QVERIFY2(ended.last().contains(u"@rejoin_done <> 9\n  THROW 50001"_s), qPrintable(ended.last()));
    QVERIFY(ended.last().endsWith(u"COMMIT TRANSACTION;\nGO"_s));
    QVERIFY(m_dialect.checkScript(head, tail.kept).last().contains(u"@rejoin_done <> 7\n  THROW"_s));
}

/// A foreign key that was disabled, or a table that was not there, takes rows along that nobody compared.
void TestSqlServerDialect::cascadesAreAsCompared()
{
    Table table = tableWith(column(u"int"_s));
    table.deleteActions = {
        {.child = {u"dbo"_s, u"li'ne"_s}, .columns = {u"a"_s, u"b"_s}, .parentColumns = {u"c"_s, u"d"_s}}};
    ScriptHead head;
    head.target = shop(13);
    head.tables = {&table};
    const QString script = m_dialect.scriptHead(head).join(u'\n');
    QVERIFY2(script.contains(u"(N'deletes by dbo.li''ne.a to c'),\n  (N'deletes by dbo.li''ne.b to d')"_s),
             qPrintable(script));
    QVERIFY(script.contains(u"WHERE f.is_disabled = 0 AND f.delete_referential_action <> 0;"_s));
}

void TestSqlServerDialect::commentsStayOnTheirLine()
{
    QCOMPARE(m_dialect.comment(u"a\nGO\r\u2028b $(c)"_s), u"-- a GO  b $ (c)"_s);
    QCOMPARE(m_dialect.comment(QString()), u"--"_s);
}

void TestSqlServerDialect::numbersAreAllowedForIdentitiesOnly()
{
    Table table = tableWith(column(u"int"_s));
    table.columns += column(u"nvarchar(9)"_s);
    table.columns[1].name = u"note"_s;
    RowChange change{.kind = RowChange::Kind::Insert, .table = &table, .row = u"t c=1"_s};
    change.key = {{u"c"_s, Value::integer(1)}};
    change.after = change.key;
    const auto allows = [&] { return m_dialect.scriptOperation(change).join(u'\n').contains(u"IDENTITY_INSERT"_s); };
    QVERIFY(!allows());
    table.columns[0].source = ValueSource::Generated;
    QVERIFY(allows());
    change.after = {{u"note"_s, Value::text(u"a"_s)}}; // the server would refuse the insert (error 545)
    QVERIFY(!allows());
    change.after = change.key;
    table.columns[0].defaultExpression = u"(NEXT VALUE FOR [dbo].[a]]b])"_s;
    QVERIFY(!allows());
}

/// Where the server does not tell which database it is, NULL is neither like nor unlike the one that was compared.
void TestSqlServerDialect::aDatabaseThatIsNotToldIsAnotherOne()
{
    ScriptHead head;
    head.target = shop(13);
    const QString script = m_dialect.scriptHead(head).join(u'\n');
    QVERIFY2(script.contains(u"OR COALESCE((SELECT N'SQL Server database '"_s), qPrintable(script));
    QVERIFY(script.contains(u"FROM sys.databases WHERE name = DB_NAME()), N'') <> N'SQL Server database shop"_s));
}

void TestSqlServerDialect::sequencesAreSetByTheirName()
{
    Table table = tableWith(column(u"int"_s));
    table.columns[0].source = ValueSource::Generated;
    table.columns[0].defaultExpression = u"(NEXT VALUE FOR [my s].[a]]b'c])"_s;
    GeneratorChange change{.table = &table, .column = u"c"_s, .lastGiven = 9, .before = 3};
    const QString raising = setGenerator(m_dialect, change, QVersionNumber(13)).join(u'\n');
    QVERIFY2(raising.contains(u"sp_sequence_get_range @sequence_name = N'[my s].[a]]b''c]'"_s), qPrintable(raising));
    // by one range, and the count from where that ends: what last_used_value tells leaves ranges out
    QVERIFY(raising.contains(u"SET @rejoin_last = CONVERT(bigint, @rejoin_end);"_s) && !raising.contains(u"WHILE"_s));
    QVERIFY(raising.contains(u"CONVERT(bigint, current_value)"_s) && !raising.contains(u"last_used_value"_s));
    const QString since2017 = setGenerator(m_dialect, change, QVersionNumber(14)).join(u'\n');
    QVERIFY(since2017.contains(u"CONVERT(bigint, start_value)\n    AND (last_used_value IS NULL"_s));
    QVERIFY(!since2017.contains(u"CONVERT(bigint, last_used_value) END"_s));
    // whether the first number was given is not told before: it is not lowered as if it was not
    QVERIFY(!selectLastGiven(m_dialect, table, table.columns[0], QVersionNumber(13)).contains(u"start_value"_s));
    QVERIFY(selectLastGiven(m_dialect, table, table.columns[0], QVersionNumber(14)).contains(u"start_value"_s));
    change.restore = true;
    const QString restoring = setGenerator(m_dialect, change, QVersionNumber(13)).join(u'\n');
    QVERIFY2(restoring.contains(u"N'ALTER SEQUENCE [my s].[a]]b''c] RESTART WITH '"_s), qPrintable(restoring));
    change.before.reset();
    QCOMPARE(setGenerator(m_dialect, change, QVersionNumber(13)), QStringList());
}

void TestSqlServerDialect::suspendedForeignKeysAreCheckedAgain()
{
    Table table = tableWith(column(u"int"_s));
    table.foreignKeys = {{.name = u"of]t"_s, .columns = {u"c"_s}, .parent = table.name, .parentColumns = {u"c"_s}},
                         {.name = u"elsewhere"_s, .columns = {u"c"_s}, .parent = {u"dbo"_s, u"other"_s}}};
    ScriptHead head;
    head.target = shop(13);
    head.tables = {&table};
    ScriptTail tail;
    tail.tables = {&table};
    QVERIFY(!m_dialect.scriptHead(head).join(u'\n').contains(u"NOCHECK"_s));
    head.foreignKeysOff = tail.foreignKeysOff = true;
    compareWithGolden((m_dialect.scriptHead(head).last() + u'\n' + m_dialect.scriptTail(tail).join(u'\n')).toUtf8() +
                          '\n',
                      u"sqlserver/foreignkeys.sql"_s);
    // the server takes a key that is not trusted without looking at its rows
    const QString orphans = u"(SELECT COUNT_BIG(*) FROM [dbo].[t] AS rejoin_child WHERE rejoin_child.[c] IS NOT NULL\n"
                            "    AND NOT EXISTS (SELECT 1 FROM [dbo].[t] AS rejoin_parent WHERE rejoin_parent.[c] = "
                            "rejoin_child.[c]))"_s;
    QVERIFY(m_dialect.scriptHead(head).last().contains(u"UPDATE #rejoin_keys SET orphans = "_s + orphans));
    const QString tailText = m_dialect.scriptTail(tail).join(u'\n');
    QVERIFY2(tailText.contains(u"IF "_s + orphans + u"\n    > (SELECT orphans FROM #rejoin_keys"_s),
             qPrintable(tailText));
}

void TestSqlServerDialect::everyConstructReadsAsTheGoldenScript()
{
    compareWithGolden(everyConstruct(m_dialect, shop(13), {u"dbo"_s, u"bigint"_s, u"nvarchar(max)"_s}),
                      u"sqlserver/everyconstruct.sql"_s);
}

void TestSqlServerDialect::batchesReadAsTheGoldenScript()
{
    compareWithGolden(batchedOperations(m_dialect, {u"dbo"_s, u"bigint"_s, u"nvarchar(max)"_s}),
                      u"sqlserver/batches.sql"_s);
}

/// By one count for each hundred of them; each row is asked for only where the count is another one.
void TestSqlServerDialect::manyRowsAreLookedAtTogether()
{
    Table table = tableWith(column(u"int"_s));
    table.uniqueKeys = {{.name = u"one"_s, .columns = {u"c"_s}}};
    ScriptHead head;
    head.target = shop(13);
    head.tables = {&table};
    QList<RowChange> rows;
    for (int number = 1; number <= 100; ++number)
        rows += {.kind = RowChange::Kind::Insert,
                 .table = &table,
                 .row = u"t c=%1"_s.arg(number),
                 .key = {{u"c"_s, Value::integer(number)}},
                 .after = {{u"c"_s, Value::integer(number)}}};
    head.expected = RowChanges(rows);
    const auto counts = [&] { return m_dialect.scriptHead(head).join(u'\n').count(u"\nBEGIN\nIF "_s); };
    QCOMPARE(counts(), 0);
    RowChange free = rows.constFirst();
    free.kind = RowChange::Kind::Delete;
    free.key.first().second = Value::integer(101);
    head.expected = RowChanges(rows + QList<RowChange>{free, free});
    QCOMPARE(counts(), 2);
    const QString script = m_dialect.scriptHead(head).join(u'\n');
    QVERIFY2(script.contains(u") <> 100\nBEGIN\nIF (SELECT COUNT(*)"_s), qPrintable(script));
    QVERIFY2(script.contains(u") <> 0\nBEGIN\nIF EXISTS"_s), qPrintable(script));
    QCOMPARE(m_dialect.scriptOperations(rows).size(), 1);
    QCOMPARE(m_dialect.scriptOperations(rows + rows.first(50)).size(), 2);
}

/// The sum of a hundred counts hides a row too many where another is missing.
void TestSqlServerDialect::rowsOfAKeyThatIsNotUniqueAreCountedOneByOne()
{
    Table table = tableWith(column(u"int"_s));
    table.uniqueKeys = {{.name = u"some"_s, .columns = {u"c"_s}, .partial = true}};
    ScriptHead head;
    head.target = shop(13);
    head.tables = {&table};
    QList<RowChange> rows;
    for (int number = 1; number <= 101; ++number)
        rows += {.kind = RowChange::Kind::Update,
                 .table = &table,
                 .row = u"t c=%1"_s.arg(number),
                 .key = {{u"c"_s, Value::integer(number)}},
                 .after = {{u"c"_s, Value::integer(number)}}};
    head.expected = RowChanges(rows);
    const QString script = m_dialect.scriptHead(head).join(u'\n');
    QCOMPARE(script.count(u"IF (SELECT COUNT(*) FROM [dbo].[t] WITH (UPDLOCK, HOLDLOCK)"_s), 101);
    QCOMPARE(script.count(u") <> 1\n  INSERT INTO #rejoin_unlike"_s), 101);
    QCOMPARE(script.count(u"\nBEGIN\nIF "_s), 0);
    const QString operations = m_dialect.scriptOperations(rows).join(u'\n');
    QCOMPARE(operations.count(u"IF @@ROWCOUNT <> 1 INSERT INTO #rejoin_unlike"_s), 101);
}

void TestSqlServerDialect::errorsAreClassified_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    const QString driver = u"[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]"_s;
    QTest::newRow("refused") << u"Msg 50001: "_s + driver + u"rejoin refused: rows moved; 2 of them"_s
                             << ErrorCode::Refused << u"rows moved; 2 of them"_s;
    QTest::newRow("applied, said by sqlcmd")
        << u"Msg 50002, Level 16, State 1, Server PRD01, Line 5\nrejoin already applied: before\n"_s
        << ErrorCode::AlreadyApplied << u"before"_s;
    QTest::newRow("target") << u"rejoin wrong target: not shop"_s << ErrorCode::WrongTarget << u"not shop"_s;
    QTest::newRow("unique") << u"Msg 2627: "_s + driver + u"Verletzung der Einschränkung"_s << ErrorCode::Refused
                            << u"another row has a unique value that the script writes"_s;
    QTest::newRow("lock") << u"Msg 1222, Level 16, State 51, Server PRD01, Line 5\nLock"_s << ErrorCode::ServerRefused
                          << u"another session holds a lock on a row or table of the script"_s;
    QTest::newRow("deadlock") << u"Msg 1205: dead"_s << ErrorCode::ServerRefused
                              << u"the server chose the script to end a deadlock with another session"_s;
    QTest::newRow("rights") << u"Msg 1088: no"_s << ErrorCode::RightsMissing
                            << u"setting numbers that the server hands out takes the right to alter the table"_s;
    QTest::newRow("rights to a schema") << u"Msg 2557: no"_s << ErrorCode::RightsMissing
                                        << u"raising the number that the server hands out next takes more rights"_s;
    QTest::newRow("other") << u"Msg 8134: Divide by zero"_s << ErrorCode::Cancelled << u"as it was"_s;
}

void TestSqlServerDialect::errorsAreClassified()
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

void TestSqlServerDialect::rowsAreSummedUp()
{
    Table table = tableWith(column(u"nvarchar(9)"_s));
    table.columns += column(u"int"_s);
    table.columns[1].name = u"n"_s;
    Summing what{.table = &table,
                 .columns = {u"n"_s, u"c"_s},
                 .keyColumns = {u"n"_s},
                 .condition = u"c <> 'x'"_s,
                 .segmenting = {.by = Segmenting::By::Runs, .origin = -5, .width = 64},
                 .within = NumberSpan{-5, 1000}};
    const auto counted = [](const QString &cell) {
        return u"ISNULL(CONVERT(nvarchar(20), DATALENGTH(%1)) + N':' + %1, N'-')"_s.arg(
            u"CONVERT(nvarchar(max), %1) COLLATE Latin1_General_100_BIN2"_s.arg(cell));
    };
    const auto joined = [](const QString &cells) {
        return u"HASHBYTES('MD5', CONCAT(CONVERT(nvarchar(max), N''), %1))"_s.arg(cells);
    };
    const QString number = sqlServerPrinted(u"t.[n]"_s, table.columns[1]);
    const QString hash =
        u"CONVERT(bigint, SUBSTRING(%1, 1, 8))"_s.arg(joined(counted(number) + u", "_s + counted(u"t.[c]"_s)));
    QCOMPARE(
        m_dialect.selectSums(what),
        u"SELECT ((CONVERT(bigint, t.[n]) - (-5)) / 64) AS segment, count(*), "
        "CONVERT(bigint, SUM(CONVERT(decimal(38, 0), %1)) % 9223372036854775783) FROM [dbo].[t] AS t "
        "WHERE t.[n] BETWEEN -5 AND 1000 AND (c <> 'x') GROUP BY ((CONVERT(bigint, t.[n]) - (-5)) / 64)"_s.arg(hash));
    what.within.reset();
    what.condition.clear();
    what.segmenting = {.by = Segmenting::By::Hash, .count = 1024};
    what.keyColumns = {u"c"_s};
    QCOMPARE(
        m_dialect.selectRowSums(what, {7, 9}),
        u"SELECT t.[c], %1 FROM [dbo].[t] AS t WHERE ((CONVERT(bigint, SUBSTRING(%2, 1, 6)) & 1023) IN (7, 9))"_s.arg(
            hash, joined(counted(u"t.[c]"_s))));
    // HASHBYTES takes no more than 8,000 bytes before
    QVERIFY(!SqlServerDialect(shop(13)).summingMeans().isEmpty());
    QVERIFY(SqlServerDialect(shop(12)).summingMeans().isEmpty());
}

void TestSqlServerDialect::neighboursAreJoined()
{
    Table table = tableWith(column(u"nvarchar(9)"_s));
    table.columns += column(u"int"_s);
    table.columns[1].name = u"n"_s;
    const Selection side{.table = &table, .columns = {u"c"_s}, .keyColumns = {u"n"_s}};
    Joining what{.here = side,
                 .there = side,
                 .database = u"stand]by"_s,
                 .looking = Joining::Looking::Unlike,
                 .range = {QList<Value>{Value::integer(7)}, std::nullopt},
                 .limit = 500};
    const auto key = [&](const QString &name) { return sqlServerPrinted(name, table.columns[1]); };
    const auto cells = [](const QString &name) {
        return u"1, %1 COLLATE Latin1_General_100_BIN2, DATALENGTH(%1)"_s.arg(name);
    };
    QCOMPARE(m_dialect.selectUnlike(what),
             u"SELECT TOP (500) %1 FROM [dbo].[t] AS a LEFT JOIN [stand]]by].[dbo].[t] AS b ON a.[n] = b.[n] "
             "WHERE (b.[n] IS NULL OR NOT EXISTS (SELECT %2 INTERSECT SELECT %3)) AND (a.[n] > 7) ORDER BY a.[n]"_s.arg(
                 key(u"a.[n]"_s), cells(u"a.[c]"_s), cells(u"b.[c]"_s)));
    what.looking = Joining::Looking::Missing;
    QCOMPARE(m_dialect.selectUnlike(what),
             u"SELECT TOP (500) %1 FROM [stand]]by].[dbo].[t] AS b LEFT JOIN [dbo].[t] AS a ON a.[n] = b.[n] "
             "WHERE a.[n] IS NULL AND (b.[n] > 7) ORDER BY b.[n]"_s.arg(key(u"b.[n]"_s)));
    // of one server, and only where it told its name
    ServerInfo standby = shop(15);
    standby.database = u"standby"_s;
    standby.identity = u"SQL Server database standby of 2026-11-22T09:00:07.400 on PRD01"_s;
    QCOMPARE(m_dialect.neighbour(shop(15), standby).value_or(Neighbour{}).database, u"standby"_s);
    standby.identity.replace(u"PRD01"_s, u"PRD02"_s);
    QVERIFY(!m_dialect.neighbour(shop(15), standby));
    ServerInfo nameless = shop(15);
    nameless.identity.replace(u"PRD01"_s, u"?"_s);
    standby.identity.replace(u"PRD02"_s, u"?"_s);
    QVERIFY(!m_dialect.neighbour(nameless, standby));
    // text keys are told apart by a collation
    QVERIFY(m_dialect.joinsBy(table.columns[1], table.columns[1]));
    QVERIFY(!m_dialect.joinsBy(table.columns[0], table.columns[0]));
}

QTEST_GUILESS_MAIN(TestSqlServerDialect)
#include "tst_sqlserverdialect.moc"

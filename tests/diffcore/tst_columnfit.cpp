#include "diffcore/schema/columnfit.h"

#include "diffcore/value/conversion.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

Q_DECLARE_METATYPE(Rejoin::Engine)

/// What a column of another type makes of a value.
class TestColumnFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversions_data();
    void conversions();
    void nothingIsNoOtherThing();
    void whyNot_data();
    void whyNot();
    void halfCharactersStayWithSqlServer();
    void defaults_data();
    void defaults();
    void digits_data();
    void digits();
};

void TestColumnFit::conversions_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<TypeFamily>("to");
    QTest::addColumn<QString>("text"); // "none" where there is no such value
    const auto row = [](TypeFamily from, const char *text, TypeFamily to, const char *expected) {
        QTest::addRow("%d %s to %d", int(from), text, int(to))
            << Value::of(from, text) << to << QString::fromUtf8(expected);
    };
    using enum TypeFamily;
    row(Text, "7", Integer, "7");
    row(Text, " +007 ", Integer, "7");
    row(Text, "-0", Integer, "0");
    row(Text, "-7.00", Integer, "-7");
    row(Text, "7.5", Integer, "none");
    row(Text, "7e2", Integer, "none");
    row(Text, "", Integer, "none");
    row(Text, "K7", Integer, "none");
    row(Text, "99999999999999999999999", Integer, "99999999999999999999999");
    row(Boolean, "true", Integer, "1");
    row(Boolean, "false", Decimal, "0");
    row(Decimal, "7.50", Integer, "none");
    row(Integer, "7", Decimal, "7");
    row(Text, "7.50", Decimal, "7.50");
    row(Text, "7e2", Decimal, "none");
    row(Text, "7e2", Float, "7e2");
    row(Binary, "7", Integer, "none");
    row(Integer, "1", Boolean, "true");
    row(Text, "FALSE", Boolean, "false");
    row(Integer, "2", Boolean, "none");
    row(Integer, "7", Text, "7");
    row(Timestamp, "2026-11-22 10:00:00", Text, "2026-11-22 10:00:00");
    row(Binary, "7", Text, "none");
    row(Date, "2026-11-22", Timestamp, "2026-11-22 00:00:00");
    row(Timestamp, "2026-11-22 00:00:00.000", Date, "2026-11-22");
    row(Timestamp, "2026-11-22 00:00:01", Date, "none");
    row(Text, "2026-13-22", Date, "none");
    row(Text, "2026-11-22T10:00:00.5", Timestamp, "2026-11-22 10:00:00.5");
    row(Text, "tomorrow", Timestamp, "none");
    row(Timestamp, "2026-11-22 10:00:00", TimestampTz, "none");
    row(Text, "{00112233-4455-6677-8899-AABBCCDDEEFF}", Uuid, "00112233-4455-6677-8899-aabbccddeeff");
    row(Text, "x", Uuid, "none");
    row(Text, "{\"a\": 1}", Json, "{\"a\": 1}");
    row(Text, "{a}", Json, "none");
}

void TestColumnFit::conversions()
{
    QFETCH(Value, value);
    QFETCH(TypeFamily, to);
    QFETCH(QString, text);
    const auto found = converted(value, to);
    QCOMPARE(found ? found->toText() : u"none"_s, text);
    if (found)
        QCOMPARE(found->family(), to);
}

void TestColumnFit::nothingIsNoOtherThing()
{
    for (const TypeFamily family : {TypeFamily::Integer, TypeFamily::Text, TypeFamily::Other}) {
        QCOMPARE(converted(Value::null(), family), std::optional(Value::null()));
        QCOMPARE(converted(Value(), family), std::optional(Value()));
    }
    const Column code{.name = u"code"_s, .declaredType = u"integer"_s, .family = TypeFamily::Integer};
    QCOMPARE(asColumnHolds(Value::text(u"7"_s), code), Value::integer(7));
    QCOMPARE(asColumnHolds(Value::text(u"K7"_s), code), Value::text(u"K7"_s));
}

void TestColumnFit::whyNot_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<TypeFamily>("family");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("why");
    const auto row = [](const Value &value, Engine engine, TypeFamily family, const char *type, const char *why) {
        QTest::addRow("%s in %s", qPrintable(value.toText()), type)
            << value << engine << family << QString::fromLatin1(type) << QString::fromLatin1(why);
    };
    using enum TypeFamily;
    const auto text = [](const char *bytes) { return Value::of(Text, bytes); };
    const auto number = [](const char *bytes) { return Value::of(Integer, bytes); };
    const auto decimal = [](const char *bytes) { return Value::of(Decimal, bytes); };
    row(text("K7"), Engine::PostgreSql, Integer, "integer", "'K7', which is no integer");
    row(text("K7"), Engine::Sqlite, Integer, "INTEGER", "");
    row(number("2147483647"), Engine::PostgreSql, Integer, "integer", "");
    row(number("2147483648"), Engine::PostgreSql, Integer, "integer",
        "2147483648, which is out of the range of integer");
    row(number("-32769"), Engine::SqlServer, Integer, "smallint", "-32769, which is out of the range of smallint");
    row(number("-1"), Engine::SqlServer, Integer, "tinyint", "-1, which is out of the range of tinyint");
    row(number("255"), Engine::SqlServer, Integer, "tinyint", "");
    row(number("255"), Engine::MariaDb, Integer, "tinyint(4)", "255, which is out of the range of tinyint(4)");
    row(number("4294967295"), Engine::MariaDb, Integer, "int(10) unsigned", "");
    row(number("-1"), Engine::MariaDb, Integer, "int(10) unsigned",
        "-1, which is out of the range of int(10) unsigned");
    row(number("8388608"), Engine::MariaDb, Integer, "mediumint(9)",
        "8388608, which is out of the range of mediumint(9)");
    row(number("18446744073709551615"), Engine::MariaDb, Integer, "bigint(20) unsigned", "");
    row(number("9223372036854775808"), Engine::PostgreSql, Integer, "bigint",
        "9223372036854775808, which is out of the range of bigint");
    row(number("-9223372036854775808"), Engine::PostgreSql, Integer, "bigint", "");
    row(text("123456789012"), Engine::PostgreSql, Integer, "integer",
        "123456789012, which is out of the range of integer");
    row(decimal("99999999.99"), Engine::PostgreSql, Decimal, "numeric(10,2)", "");
    row(decimal("100000000"), Engine::PostgreSql, Decimal, "numeric(10,2)",
        "100000000, which is out of the range of numeric(10,2)");
    row(decimal("1.230"), Engine::PostgreSql, Decimal, "numeric(10,2)", "");
    row(decimal("1.234"), Engine::MariaDb, Decimal, "decimal(10,2)",
        "1.234, which has more decimals than decimal(10,2) keeps");
    row(decimal("12"), Engine::SqlServer, Decimal, "decimal(5)", "");
    row(decimal("1.234"), Engine::PostgreSql, Decimal, "numeric", "");
    row(text("2026-11-22"), Engine::PostgreSql, Date, "date", "");
    row(text("soon"), Engine::PostgreSql, Date, "date", "'soon', which is no date");
    row(Value::null(), Engine::PostgreSql, Integer, "integer", "");
}

void TestColumnFit::whyNot()
{
    QFETCH(Value, value);
    QFETCH(Engine, engine);
    QFETCH(TypeFamily, family);
    QFETCH(QString, type);
    QFETCH(QString, why);
    const Column column{.name = u"c"_s, .declaredType = type, .family = family};
    QCOMPARE(whyNotHeld(value, column, engine), why);
}

/// SQL Server cuts characters in half; to others they are no text.
void TestColumnFit::halfCharactersStayWithSqlServer()
{
    const Value half = Value::of(TypeFamily::Text, "Great \xED\xA0\xBD");
    const Column column{.name = u"c"_s, .declaredType = u"text"_s, .family = TypeFamily::Text};
    QCOMPARE(whyNotHeld(half, column, Engine::SqlServer), QString());
    for (const Engine engine : {Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite}) {
        const QString why = whyNotHeld(half, column, engine);
        QVERIFY2(why.endsWith(u"a text with half a character, which SQL Server alone keeps"_s), qPrintable(why));
        QCOMPARE(whyNotHeld(Value::text(u"Great 😀"_s), column, engine), QString());
    }
}

void TestColumnFit::defaults_data()
{
    QTest::addColumn<TypeFamily>("family");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("text"); // "?" where it is no constant
    const auto row = [](TypeFamily family, const char *expression, const char *expected) {
        QTest::addRow("%d %s", int(family), expression)
            << family << QString::fromUtf8(expression) << QString::fromUtf8(expected);
    };
    using enum TypeFamily;
    row(Text, "'web'", "web");
    row(Text, "'it''s'", "it's");
    row(Text, "'web'::text", "web");
    row(Text, "'web'::character varying(20)", "web");
    row(Text, "(N'web')", "web");
    row(Text, "(('web'))", "web");
    row(Text, "\"web\"", "web");
    row(Text, "''", "");
    row(Text, "concat('a','b')", "?");
    row(Text, "('a') || ('b')", "?");
    row(Text, "current_user", "?");
    row(Integer, "((0))", "0");
    row(Integer, "0", "0");
    row(Integer, "'-1'::integer", "-1");
    row(Integer, "nextval('s'::regclass)", "?");
    row(Decimal, "0.00", "0.00");
    row(Boolean, "false", "false");
    row(Boolean, "((1))", "true");
    row(Timestamp, "now()", "?");
    row(Timestamp, "'2026-01-01 00:00:00'::timestamp without time zone", "2026-01-01 00:00:00");
    row(Date, "CURRENT_DATE", "?");
}

void TestColumnFit::defaults()
{
    QFETCH(TypeFamily, family);
    QFETCH(QString, expression);
    QFETCH(QString, text);
    const Column column{.name = u"c"_s, .declaredType = u"t"_s, .family = family, .defaultExpression = expression};
    const auto found = constantDefault(column);
    QCOMPARE(found ? found->toText() : u"?"_s, text);
    for (const QString &none : {QString(), u"NULL"_s, u"NULL::character varying"_s, u"(NULL)"_s})
        QCOMPARE(constantDefault({.name = u"c"_s, .family = family, .defaultExpression = none}),
                 std::optional(Value::null()));
}

void TestColumnFit::digits_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<TypeFamily>("family");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("digits");
    const auto row = [](Engine engine, TypeFamily family, const char *type, int digits) {
        QTest::addRow("%d %s", int(engine), type) << engine << family << QString::fromLatin1(type) << digits;
    };
    using enum TypeFamily;
    row(Engine::PostgreSql, Timestamp, "timestamp(3) without time zone", 3);
    row(Engine::PostgreSql, TimestampTz, "timestamp with time zone", 6);
    row(Engine::MariaDb, Timestamp, "datetime", 0);
    row(Engine::MariaDb, Timestamp, "datetime(6)", 6);
    row(Engine::SqlServer, Timestamp, "datetime", 3);
    row(Engine::SqlServer, Timestamp, "datetime2", 7);
    row(Engine::SqlServer, Timestamp, "datetime2(0)", 0);
    row(Engine::SqlServer, Time, "time(4)", 4);
    row(Engine::Sqlite, Timestamp, "TIMESTAMP", -1);
    row(Engine::PostgreSql, Text, "character varying(6)", -1);
}

void TestColumnFit::digits()
{
    QFETCH(Engine, engine);
    QFETCH(TypeFamily, family);
    QFETCH(QString, type);
    QFETCH(int, digits);
    QCOMPARE(fractionDigits({.name = u"c"_s, .declaredType = type, .family = family}, engine), digits);
}

QTEST_GUILESS_MAIN(TestColumnFit)
#include "tst_columnfit.moc"

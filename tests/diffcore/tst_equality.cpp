#include "diffcore/value/equality.h"

#include "tests/support/printing.h"

#include <QTest>

using namespace Rejoin;

Q_DECLARE_METATYPE(Rejoin::Equality)

/// When values of two engines mean the same.
class TestEquality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void byMeaning_data();
    static void byMeaning();
    static void familiesThatCanMeanTheSame();
    static void byOtherRules_data();
    static void byOtherRules();
    static void rulesInWords();
};

void TestEquality::byMeaning_data()
{
    QTest::addColumn<Value>("left");
    QTest::addColumn<Value>("right");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, TypeFamily left, const char *leftText, TypeFamily right,
                        const char *rightText, bool same) {
        QTest::newRow(name) << Value::of(left, leftText) << Value::of(right, rightText) << same;
    };
    using enum TypeFamily;
    row("integer and decimal", Integer, "7", Decimal, "7.00", true);
    row("integers past 2^53", Integer, "9007199254740993", Decimal, "9007199254740992", false);
    row("double and decimal", Float, "1.5", Decimal, "1.50", true);
    row("true and 1", Boolean, "true", Integer, "1", true);
    row("false and 0", Boolean, "false", Integer, "0", true);
    row("true and 0", Boolean, "true", Integer, "0", false);
    row("number and its text", Integer, "7", Text, "7", false);
    row("fraction of a second", Timestamp, "2026-11-22 10:00:00.5", Text, "2026-11-22T10:00:00.500", true);
    row("no fraction", Timestamp, "2026-11-22 10:00:00", Text, "2026-11-22 10:00:00.000", true);
    row("another second", Timestamp, "2026-11-22 10:00:00", Text, "2026-11-22 10:00:01", false);
    row("ten seconds are not one", Text, "2026-11-22 10:00:10", Timestamp, "2026-11-22 10:00:1", false);
    row("UTC", TimestampTz, "2026-11-22 10:00:00+00", Text, "2026-11-22 10:00:00Z", true);
    row("time of day", Time, "10:00:00", Text, "10:00:00.0", true);
    row("date", Date, "2026-11-22", Text, "2026-11-22", true);
    row("uuid", Uuid, "00112233-4455-6677-8899-aabbccddeeff", Text, "00112233-4455-6677-8899-AABBCCDDEEFF", true);
    row("text keeps its case", Text, "a", Text, "A", false);
    row("text keeps its zeros", Text, "1.50", Text, "1.5", false);
    row("text and bytes", Text, "a", Binary, "a", false);
    row("bytes", Binary, "a", Binary, "a", true);
    row("json by its text", Json, "{\"a\": 1}", Text, "{\"a\":1}", false);
    QTest::newRow("NULL and empty") << Value::null() << Value::of(Text, "") << false;
    QTest::newRow("NULL and NULL") << Value::null() << Value::null() << true;
}

void TestEquality::byMeaning()
{
    QFETCH(Value, left);
    QFETCH(Value, right);
    QFETCH(bool, same);
    const Equality rule{Equality::Rule::ByMeaning};
    QCOMPARE(equal(left, right, rule), same);
    QCOMPARE(equal(right, left, rule), same);
}

void TestEquality::familiesThatCanMeanTheSame()
{
    QVERIFY(canMeanTheSame(TypeFamily::Boolean, TypeFamily::Integer));
    QVERIFY(canMeanTheSame(TypeFamily::Timestamp, TypeFamily::Text));
    QVERIFY(canMeanTheSame(TypeFamily::Binary, TypeFamily::Binary));
    QVERIFY(!canMeanTheSame(TypeFamily::Array, TypeFamily::Array));
    QVERIFY(!canMeanTheSame(TypeFamily::Integer, TypeFamily::Text));
}

void TestEquality::byOtherRules_data()
{
    QTest::addColumn<Value>("left");
    QTest::addColumn<Value>("right");
    QTest::addColumn<Equality>("rule");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const Equality &rule, TypeFamily left, const char *leftText, TypeFamily right,
                        const char *rightText, bool same) {
        QTest::newRow(name) << Value::of(left, leftText) << Value::of(right, rightText) << rule << same;
    };
    using enum TypeFamily;
    const Equality across{Equality::Rule::AcrossTypes};
    row("number and its text", across, Integer, "7", Text, "7", true);
    row("number and another spelling", across, Decimal, "7.50", Text, " 7.5", true);
    row("number and another text", across, Integer, "7", Text, "K7", false);
    row("true and its number as text", across, Boolean, "true", Text, "1", true);
    row("integer and decimal", across, Integer, "7", Decimal, "7.0", true);
    row("date and its midnight", across, Date, "2026-11-22", Timestamp, "2026-11-22 00:00:00", true);
    row("date and a later time", across, Date, "2026-11-22", Timestamp, "2026-11-22 00:00:01", false);
    row("number and bytes", across, Integer, "7", Binary, "7", false);
    const Equality second{.rule = Equality::Rule::AtPrecision, .fractionDigits = 0};
    const Equality milli{.rule = Equality::Rule::AtPrecision, .fractionDigits = 3};
    row("cut to the second", second, Timestamp, "2026-11-22 10:00:00.999", Timestamp, "2026-11-22 10:00:00", true);
    row("rounded to the second", second, Timestamp, "2026-11-22 23:59:59.6", Timestamp, "2026-11-23 00:00:00", true);
    row("a whole second apart", second, Timestamp, "2026-11-22 10:00:00", Timestamp, "2026-11-22 10:00:01", false);
    row("years apart", second, Timestamp, "0001-01-01 00:00:00", Timestamp, "9999-12-31 00:00:00", false);
    row("milliseconds kept", milli, Timestamp, "2026-11-22 10:00:00.1234", Timestamp, "2026-11-22 10:00:00.123", true);
    row("milliseconds apart", milli, Timestamp, "2026-11-22 10:00:00.124", Timestamp, "2026-11-22 10:00:00.123", false);
    row("times of day", milli, Time, "10:00:00.1234567", Time, "10:00:00.123", true);
    row("zones count", second, TimestampTz, "2026-11-22 10:00:00+01", TimestampTz, "2026-11-22 10:00:00", false);
    row("shorter than a time", second, Timestamp, "10:00", Time, "", false);
    row("what is no time", second, Timestamp, "infinity", Timestamp, "-infinity", false);
    const Equality trimmed{Equality::Rule::IgnoreOuterBlanks};
    row("blanks around it", trimmed, Text, " a b\t", Text, "a b", true);
    row("blanks within it", trimmed, Text, "a  b", Text, "a b", false);
    const Equality cent{.rule = Equality::Rule::Within, .tolerance = 0.01};
    row("a cent apart", cent, Decimal, "1.00", Decimal, "1.01", true);
    row("two cents apart", cent, Decimal, "1.00", Decimal, "1.02", false);
    row("no number", cent, Text, "1.00", Text, "1.01", false);
    row("not a number", cent, Float, "nan", Float, "NaN", true);
    const Equality noCase{Equality::Rule::IgnoreCase};
    row("case", noCase, Text, "\xc3\x84pfel", Text, "\xc3\xa4PFEL", true);
    QTest::newRow("NULL by no rule") << Value::null() << Value::of(Integer, "0") << across << false;
}

void TestEquality::byOtherRules()
{
    QFETCH(Value, left);
    QFETCH(Value, right);
    QFETCH(Equality, rule);
    QFETCH(bool, same);
    QCOMPARE(equal(left, right, rule), same);
    QCOMPARE(equal(right, left, rule), same);
}

void TestEquality::rulesInWords()
{
    using namespace Qt::StringLiterals;
    using Rule = Equality::Rule;
    QCOMPARE(equalityFromText(u"trim"_s), (Equality{Rule::IgnoreOuterBlanks}));
    QCOMPARE(equalityFromText(u"ignore-case"_s), (Equality{Rule::IgnoreCase}));
    QCOMPARE(equalityFromText(u"within:0.5"_s), (Equality{.rule = Rule::Within, .tolerance = 0.5}));
    QCOMPARE(equalityFromText(u"precision:3"_s), (Equality{.rule = Rule::AtPrecision, .fractionDigits = 3}));
    for (const QString &wrong : {QString(), u"Trim"_s, u"within"_s, u"within:x"_s, u"within:-1"_s, u"precision:10"_s})
        QCOMPARE(equalityFromText(wrong), std::nullopt);
}

QTEST_GUILESS_MAIN(TestEquality)
#include "tst_equality.moc"

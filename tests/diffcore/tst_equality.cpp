#include "diffcore/value/equality.h"

#include "tests/support/printing.h"

#include <QTest>

using namespace Rejoin;

/// When values of two engines mean the same.
class TestEquality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void byMeaning_data();
    static void byMeaning();
    static void familiesThatCanMeanTheSame();
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

QTEST_GUILESS_MAIN(TestEquality)
#include "tst_equality.moc"

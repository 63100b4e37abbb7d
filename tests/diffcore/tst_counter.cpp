#include "diffcore/value/counter.h"
#include "tests/support/printing.h"

using namespace Rejoin;

class CounterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothDeltasCount_data()
    {
        QTest::addColumn<QByteArray>("baseline");
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QByteArray>("sum");
        QTest::newRow("two sales") << QByteArray("10") << QByteArray("7") << QByteArray("8") << QByteArray("5");
        QTest::newRow("sold and restocked")
            << QByteArray("10") << QByteArray("4") << QByteArray("30") << QByteArray("24");
        QTest::newRow("equal sales") << QByteArray("10") << QByteArray("9") << QByteArray("9") << QByteArray("8");
        QTest::newRow("below zero") << QByteArray("10") << QByteArray("2") << QByteArray("1") << QByteArray("-7");
        QTest::newRow("out of debt") << QByteArray("-100") << QByteArray("-50") << QByteArray("-20")
                                     << QByteArray("30");
        QTest::newRow("to nothing") << QByteArray("100") << QByteArray("50") << QByteArray("50") << QByteArray("0");
        QTest::newRow("to nothing, decimal")
            << QByteArray("1.00") << QByteArray("0.50") << QByteArray("0.50") << QByteArray("0.00");
        QTest::newRow("cents") << QByteArray("0.10") << QByteArray("0.20") << QByteArray("0.30") << QByteArray("0.40");
        QTest::newRow("unlike scales") << QByteArray("1") << QByteArray("1.5") << QByteArray("1.25")
                                       << QByteArray("1.75");
        QTest::newRow("negative cents") << QByteArray("0.00") << QByteArray("-0.05") << QByteArray("-0.06")
                                        << QByteArray("-0.11");
        QTest::newRow("beyond 64 bits") << QByteArray("18446744073709551615") << QByteArray("18446744073709551616")
                                        << QByteArray("18446744073709551617") << QByteArray("18446744073709551618");
        QTest::newRow("carried far") << QByteArray("1") << QByteArray("99999999999999999999999999999999999999")
                                     << QByteArray("2") << QByteArray("100000000000000000000000000000000000000");
        QTest::newRow("borrowed far") << QByteArray("100000000000000000000000000000000000001") << QByteArray("1")
                                      << QByteArray("1") << QByteArray("-99999999999999999999999999999999999999");
    }

    void bothDeltasCount()
    {
        QFETCH(QByteArray, baseline);
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(QByteArray, sum);
        const auto number = [](const QByteArray &text) { return Value::of(TypeFamily::Decimal, text); };
        const auto found = sumOfDeltas(number(baseline), number(a), number(b));
        QVERIFY(found);
        QCOMPARE(found->bytes(), sum);
        QCOMPARE(found->family(), TypeFamily::Decimal);
    }

    void smallNumbersAgreeWithTheMachine()
    {
        for (int baseline = -12; baseline <= 12; ++baseline) {
            for (int a = -12; a <= 12; ++a) {
                for (int b = -12; b <= 12; ++b)
                    QCOMPARE(sumOfDeltas(Value::integer(baseline), Value::integer(a), Value::integer(b)),
                             Value::integer(a + b - baseline));
            }
        }
    }

    void onlyExactNumbersAreCounters()
    {
        const Value one = Value::integer(1);
        for (const Value &none :
             {Value::null(), Value(), Value::text(QStringLiteral("1")), Value::of(TypeFamily::Float, "1"),
              Value::of(TypeFamily::Decimal, "NaN"), Value::of(TypeFamily::Decimal, "")}) {
            QVERIFY(!sumOfDeltas(none, one, one));
            QVERIFY(!sumOfDeltas(one, none, one));
            QVERIFY(!sumOfDeltas(one, one, none));
        }
    }

    void laterStampsAreFound_data()
    {
        QTest::addColumn<QByteArray>("earlier");
        QTest::addColumn<QByteArray>("later");
        QTest::newRow("seconds") << QByteArray("2026-11-22 10:00:01") << QByteArray("2026-11-22 10:00:02");
        QTest::newRow("fraction") << QByteArray("2026-11-22 10:00:01") << QByteArray("2026-11-22 10:00:01.000001");
        QTest::newRow("unlike fractions")
            << QByteArray("2026-11-22 10:00:01.09") << QByteArray("2026-11-22 10:00:01.1");
        QTest::newRow("dates") << QByteArray("2026-11-09") << QByteArray("2026-11-22");
        QTest::newRow("date, then time of day") << QByteArray("2026-11-22") << QByteArray("2026-11-22 10:00:01");
        QTest::newRow("one zone") << QByteArray("2026-11-22 10:00:01+00") << QByteArray("2026-11-22 10:00:02+00");
    }

    void laterStampsAreFound()
    {
        QFETCH(QByteArray, earlier);
        QFETCH(QByteArray, later);
        const Value left = Value::of(TypeFamily::Timestamp, earlier);
        const Value right = Value::of(TypeFamily::Timestamp, later);
        QVERIFY(compareStamps(left, right) == std::strong_ordering::less);
        QVERIFY(compareStamps(right, left) == std::strong_ordering::greater);
        QVERIFY(compareStamps(left, left) == std::strong_ordering::equal);
    }

    void zerosBehindTheFractionMeanNothing()
    {
        QVERIFY(compareStamps(Value::of(TypeFamily::Timestamp, "2026-11-22 10:00:01.500000"),
                              Value::of(TypeFamily::Timestamp, "2026-11-22T10:00:01.5")) ==
                std::strong_ordering::equal);
    }

    void whatIsNoStampIsNotCompared()
    {
        const Value stamp = Value::of(TypeFamily::Timestamp, "2026-11-22 10:00:01");
        for (const QByteArray &other : {QByteArray("infinity"), QByteArray("12026-11-22 10:00:01"),
                                        QByteArray("yesterday"), QByteArray(""), QByteArray("2026-11-22 10:00:01+02")})
            QVERIFY2(!compareStamps(stamp, Value::of(TypeFamily::Timestamp, other)), other.constData());
        QVERIFY(!compareStamps(stamp, Value::null()));
        QVERIFY(compareStamps(Value::integer(9), Value::integer(10)) == std::strong_ordering::less);
    }
};

QTEST_GUILESS_MAIN(CounterTest)
#include "tst_counter.moc"

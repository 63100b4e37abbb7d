#include "diffcore/merge/decision.h"
#include "diffcore/value/equality.h"
#include "diffcore/value/utf16text.h"
#include "tests/support/printing.h"

#include <QRandomGenerator>
#include <QTimeZone>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

QList<Value> specimens()
{
    return {Value(),
            Value::null(),
            Value::integer(0),
            Value::integer(-1),
            Value::integer(std::numeric_limits<qint64>::min()),
            Value::integer(std::numeric_limits<qint64>::max()),
            Value::integer(9),
            Value::integer(10),
            Value::of(TypeFamily::Integer, "18446744073709551615"),
            Value::text(u""_s),
            Value::text(u"a"_s),
            Value::text(u"a "_s),
            Value::text(u"ä😀"_s),
            Value::binary(QByteArray("\0\0x", 3)),
            Value::binary(QByteArray("\0", 1)),
            Value::binary({}),
            Value::of(TypeFamily::Float, "1.5"),
            Value::of(TypeFamily::Decimal, "1.50")};
}

} // namespace

class ValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nullAbsentAndEmptyAreThree()
    {
        QVERIFY(Value() != Value::null());
        QVERIFY(Value::null() != Value::text(u""_s));
        QCOMPARE(Value::text({}), Value::text(u""_s));
        QVERIFY(!equal(Value::null(), Value(), {}));
        QVERIFY(equal(Value::null(), Value::null(), {}));
    }

    void rowsSurviveEncoding()
    {
        const Row row = specimens();
        QCOMPARE(decodeRow(encodeRow(row)), std::optional(row));
        QCOMPARE(decodeRow(encodeRow({})), std::optional(Row()));
    }

    void halfCharactersKeepTheirUnits()
    {
        const QString high(QChar(0xD83D));
        const QString low(QChar(0xDE00));
        for (const auto &[text, bytes] :
             {std::pair(u"Great "_s + high, "Great \xED\xA0\xBD"_ba),
              std::pair(low + u"ä"_s, "\xED\xB8\x80\xC3\xA4"_ba),
              std::pair(high + high + low + u'x' + low, "\xED\xA0\xBD\xF0\x9F\x98\x80x\xED\xB8\x80"_ba)}) {
            QCOMPARE(bytesOfUtf16(text), bytes);
            QCOMPARE(utf16OfBytes(bytes), text);
            QCOMPARE(Value::of(TypeFamily::Text, bytes).toText(), text);
            QVERIFY(hasHalfCharacters(bytes));
        }
        for (const QString &whole : {QString(), u"a?"_s, u"ä😀"_s, u"\uD7FF"_s, u"\uE000"_s}) {
            QCOMPARE(bytesOfUtf16(whole), whole.toUtf8());
            QCOMPARE(utf16OfBytes(whole.toUtf8()), whole);
            QVERIFY(!hasHalfCharacters(whole.toUtf8()));
        }
        QCOMPARE(utf16OfBytes("a\xED\xA0"), QString::fromUtf8("a\xED\xA0")); // cut off
    }

    void damagedRowsAreRefused()
    {
        const QByteArray good = encodeRow(specimens());
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY2(!decodeRow(good.first(length)), qPrintable(QString::number(length)));
        QVERIFY(!decodeRow(good + 'x'));
    }

    void keysSurviveEncoding()
    {
        for (const Value &first : specimens()) {
            for (const Value &second : specimens()) {
                const RowKey key{{first, second}};
                const std::optional<RowKey> back = decodeKey(encodeKey(key));
                QVERIFY(back);
                QCOMPARE(back->values.value(0), first);
                QCOMPARE(back->values.value(1), second);
            }
        }
    }

    void keyBytesAreOrderedLikeKeys()
    {
        const QList<Value> values = specimens();
        for (const Value &left : values) {
            for (const Value &right : values) {
                const RowKey leftKey{{left, right}};
                const RowKey rightKey{{right, left}};
                const auto keys = leftKey <=> rightKey;
                const auto bytes = encodeKey(leftKey).compare(encodeKey(rightKey)) <=> 0;
                QVERIFY2(keys == bytes, qPrintable(left.toText() + u" / "_s + right.toText()));
            }
        }
    }

    void randomIntegersAreOrdered()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int i = 0; i < 2000; ++i) {
            const auto left = static_cast<qint64>(random.generate64()) >> random.bounded(63);
            const auto right = static_cast<qint64>(random.generate64()) >> random.bounded(63);
            QCOMPARE(encodeKey({{Value::integer(left)}}) < encodeKey({{Value::integer(right)}}), left < right);
        }
    }

    void equality_data()
    {
        QTest::addColumn<Value>("left");
        QTest::addColumn<Value>("right");
        QTest::addColumn<Equality::Rule>("rule");
        QTest::addColumn<bool>("expected");
        const auto decimal = [](const char *text) { return Value::of(TypeFamily::Decimal, text); };
        const auto real = [](const char *text) { return Value::of(TypeFamily::Float, text); };
        using enum Equality::Rule;
        QTest::newRow("exact text") << Value::text(u"a"_s) << Value::text(u"a "_s) << Exact << false;
        QTest::newRow("blanks") << Value::text(u"a"_s) << Value::text(u"a  "_s) << IgnoreTrailingBlanks << true;
        QTest::newRow("leading blanks stay")
            << Value::text(u" a"_s) << Value::text(u"a"_s) << IgnoreTrailingBlanks << false;
        QTest::newRow("case") << Value::text(u"Ä"_s) << Value::text(u"ä"_s) << IgnoreCase << true;
        QTest::newRow("decimal zeros") << decimal("1.50") << decimal("1.5") << ByNumber << true;
        QTest::newRow("decimal integer") << decimal("-10.00") << Value::integer(-10) << ByNumber << true;
        QTest::newRow("decimal minus zero") << decimal("-0.0") << decimal("0") << ByNumber << true;
        QTest::newRow("decimal 38 digits") << decimal("12345678901234567890123456789012345678")
                                           << decimal("12345678901234567890123456789012345679") << ByNumber << false;
        QTest::newRow("decimal 10 is not 1") << decimal("10") << decimal("1") << ByNumber << false;
        QTest::newRow("nan") << real("NaN") << real("nan") << ByNumber << true;
        QTest::newRow("minus zero") << real("-0") << real("0") << ByNumber << true;
        QTest::newRow("float") << real("1.5") << real("1.25") << ByNumber << false;
        QTest::newRow("number and text") << real("1") << Value::text(u"1"_s) << ByNumber << false;
        QTest::newRow("ignored") << Value::null() << Value::text(u"1"_s) << Ignored << true;
    }

    void equality()
    {
        QFETCH(Value, left);
        QFETCH(Value, right);
        QFETCH(Equality::Rule, rule);
        QFETCH(bool, expected);
        QCOMPARE(equal(left, right, {rule}), expected);
        QCOMPARE(equal(right, left, {rule}), expected);
    }

    void decisionsSurviveEncoding()
    {
        const QList<DecisionKind> kinds{
            Unresolved{},
            Take{Version::Baseline},
            Cells{{{u"a"_s, Version::B}, {u"b"_s, Value::null()}, {u"c"_s, Value::integer(7)}}},
            KeepBoth{Side::A},
            SameEntity{RowKey{{Value::integer(5), Value::text(u"x"_s)}}},
            DeleteRow{},
            Skip{}};
        for (const DecisionKind &kind : kinds) {
            Decision decision;
            decision.kind = kind;
            decision.origin = Decision::Origin::Rule;
            decision.rule = u"r"_s;
            decision.reason = u"because"_s;
            decision.by = u"dba"_s;
            decision.at = QDateTime::fromMSecsSinceEpoch(1234567, QTimeZone::utc());
            QVERIFY(decodeDecision(encodeDecision(decision)) == decision);
        }
        QVERIFY(!decodeDecision("nonsense"));
        QVERIFY(!decodeDecision({}));
    }
};

QTEST_GUILESS_MAIN(ValueTest)
#include "tst_value.moc"

#include "diffcore/evidence/highestkey.h"
#include "diffcore/evidence/means.h"
#include "diffcore/evidence/severalmeans.h"
#include "diffcore/evidence/timestampcolumn.h"
#include "diffcore/value/valuetime.h"
#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using Rejoin::Testing::Divergence;

namespace {

const QDateTime split = QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate);

/// Orders of which every write sets updated_at; the same story for every means.
///
/// 1 nobody touched; 2 A updated; 3 B updated; 4 both updated; 5 A deleted; 6 B deleted; 7 differs since before the
/// split; 8 was missing on B before the split; 11 both inserted (two orders); 12 A inserted; 13 B inserted.
Divergence shop()
{
    Divergence divergence(
        u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY AUTOINCREMENT, status TEXT, updated_at TEXT);"
        "INSERT INTO orders VALUES (1, 'open', '2026-11-22 09:00:00'), (2, 'open', '2026-11-22 09:00:00'),"
        "(3, 'open', '2026-11-22 09:00:00'), (4, 'open', '2026-11-22 09:00:00'), (5, 'open', '2026-11-22 09:00:00'),"
        "(6, 'open', '2026-11-22 09:00:00'), (7, 'open', '2026-11-22 09:00:00'), (8, 'open', '2026-11-22 09:00:00')"_s,
        u"UPDATE orders SET status = 'a2', updated_at = '2026-11-22 10:05:00' WHERE order_id = 2;"
        "UPDATE orders SET status = 'a4', updated_at = '2026-11-22 10:06:00' WHERE order_id = 4;"
        "DELETE FROM orders WHERE order_id = 5;"
        "INSERT INTO orders VALUES (11, 'a11', '2026-11-22 10:01:00'), (12, 'a12', '2026-11-22 10:02:00')"_s,
        u"UPDATE orders SET status = 'b3', updated_at = '2026-11-22T10:07:00Z' WHERE order_id = 3;"
        "UPDATE orders SET status = 'b4', updated_at = '2026-11-22 10:08:00' WHERE order_id = 4;"
        "DELETE FROM orders WHERE order_id = 6;"
        "UPDATE orders SET status = 'old' WHERE order_id = 7;"
        "DELETE FROM orders WHERE order_id = 8;"
        "INSERT INTO orders VALUES (11, 'b11', '2026-11-22 10:03:00'), (13, 'b13', '2026-11-22 10:04:00')"_s);
    divergence.forgetBaseline();
    divergence.project().since = split;
    return divergence;
}

QStringList toldBy(Divergence &divergence, const QStringList &evidence,
                   CompareOptions::Reading reading = CompareOptions::Reading::Whole)
{
    for (const QString &text : evidence)
        divergence.project().evidence.append(EvidenceChoice::parse(text).value());
    const auto compared = divergence.compare({.reading = reading, .pageRows = 3});
    if (!compared)
        return {describe(compared.error())};
    QStringList told;
    for (const QString &line : divergence.told())
        told.append(QString(line).remove(u"orders order_id="_s));
    return told;
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenAndReadBack_data();
    void writtenAndReadBack();
    void noEvidence_data();
    void noEvidence();
    void moments_data();
    void moments();
    void nearTheSplit();
    void together_data();
    void together();
    void nothingIsGuessedWithoutEvidence();
    void timestampColumn();
    void changesOfATimestampColumn();
    void theWholeTellsWhatTheFeedLacks();
    void timesOfAZone();
    void highestKey();
    void severalMeans();
    void deletesAreNeverAutomatic();
    void timestampColumnsAreProposedAndNotTaken();
    void whatCannotBeUsedIsSaid();
};

void TestEvidence::writtenAndReadBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"*=none", "orders=timestamp:updated_at", "orders=timestamp", "orders=highest-key:1750",
          "sales.*=timestamp:at@Europe/Vienna+highest-key:9", "*=commit-timestamps+checkpoint", "*=baseline"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestEvidence::writtenAndReadBack()
{
    QFETCH(QString, text);
    const auto choice = EvidenceChoice::parse(text);
    VERIFY_OK(choice);
    QCOMPARE(choice->toText(), text);
}

void TestEvidence::noEvidence_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"orders", "=none", "orders=", "orders=guess", "orders=highest-key", "orders=highest-key:x",
                             "orders=timestamp:at@Nowhere/Town", "orders=none:x", "orders=none+"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestEvidence::noEvidence()
{
    QFETCH(QString, text);
    const auto choice = EvidenceChoice::parse(text);
    QVERIFY(!choice);
    QCOMPARE(choice.error().code, ErrorCode::Usage);
    QVERIFY(choice.error().advice.contains(u"timestamp"_s));
}

void TestEvidence::moments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("utc");
    QTest::newRow("blank") << u"2026-11-22 10:00:44"_s << QString() << u"2026-11-22T10:00:44.000Z"_s;
    QTest::newRow("T and Z") << u"2026-11-22T10:00:44Z"_s << QString() << u"2026-11-22T10:00:44.000Z"_s;
    QTest::newRow("fraction") << u"2026-11-22 10:00:44.125"_s << QString() << u"2026-11-22T10:00:44.125Z"_s;
    QTest::newRow("hours alone") << u"2026-11-22 10:00:44+00"_s << QString() << u"2026-11-22T10:00:44.000Z"_s;
    QTest::newRow("offset") << u"2026-11-22 12:00:44+02:00"_s << u"Asia/Tokyo"_s << u"2026-11-22T10:00:44.000Z"_s;
    QTest::newRow("zone") << u"2026-11-22 11:00:44"_s << u"Europe/Vienna"_s << u"2026-11-22T10:00:44.000Z"_s;
    QTest::newRow("seconds") << u"1795341644"_s << u"Europe/Vienna"_s << u"2026-11-22T10:00:44.000Z"_s;
    QTest::newRow("milliseconds") << u"1795341644125"_s << QString() << u"2026-11-22T10:00:44.125Z"_s;
    QTest::newRow("date") << u"2026-11-22"_s << QString() << QString();
    QTest::newRow("infinity") << u"infinity"_s << QString() << QString();
    QTest::newRow("text") << u"yesterday evening"_s << QString() << QString();
}

void TestEvidence::moments()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QFETCH(QString, utc);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    const Value value = isNumber ? Value::integer(number) : Value::text(text);
    const auto time = timeOf(value, zone.isEmpty() ? QTimeZone() : QTimeZone(zone.toUtf8()));
    QCOMPARE(time ? time->toString(Qt::ISODateWithMs) : QString(), utc);
    QVERIFY(!timeOf(Value::null()));
}

/// Clocks that differ by five seconds make ten seconds of which nothing is known.
void TestEvidence::nearTheSplit()
{
    using namespace std::chrono_literals;
    const SplitTime exact{split};
    QCOMPARE(int(exact.changeAt(split)), int(Change::Touched));
    QCOMPARE(int(exact.changeAt(split.addMSecs(-1))), int(Change::None));
    QCOMPARE(int(exact.changeAt(std::nullopt)), int(Change::Unknown));
    const SplitTime unlike{split, 5s};
    QCOMPARE(int(unlike.changeAt(split.addSecs(5))), int(Change::Touched));
    QCOMPARE(int(unlike.changeAt(split.addSecs(4))), int(Change::Unknown));
    QCOMPARE(int(unlike.changeAt(split.addSecs(-5))), int(Change::Unknown));
    QCOMPARE(int(unlike.changeAt(split.addSecs(-6))), int(Change::None));
}

void TestEvidence::together_data()
{
    const Knowledge unknown;
    const Knowledge none{.baselineKnown = true, .row = {}};
    const Knowledge row{.baselineKnown = true, .row = Row{Value::integer(1)}};
    const Knowledge onA{.baselineKnown = false, .row = {}, .changes = {Change::Touched, Change::Unknown}};
    const Knowledge onB{.baselineKnown = false, .row = {}, .changes = {Change::Deleted, Change::None}};
    QTest::addColumn<Knowledge>("first");
    QTest::addColumn<Knowledge>("second");
    QTest::addColumn<Knowledge>("both");
    QTest::newRow("nothing") << unknown << unknown << unknown;
    QTest::newRow("second knows the row") << onA << none << none;
    QTest::newRow("first knows the row") << row << none << row;
    QTest::newRow("each a side") << onA << onB
                                 << Knowledge{
                                        .baselineKnown = false, .row = {}, .changes = {Change::Touched, Change::None}};
}

void TestEvidence::together()
{
    QFETCH(Knowledge, first);
    QFETCH(Knowledge, second);
    QFETCH(Knowledge, both);
    const Knowledge found = Rejoin::together(first, second);
    QCOMPARE(found.baselineKnown, both.baselineKnown);
    QCOMPARE(found.row, both.row);
    QVERIFY(found.changes == both.changes);
}

void TestEvidence::nothingIsGuessedWithoutEvidence()
{
    Divergence divergence = shop();
    QCOMPARE(toldBy(divergence, {}),
             QStringList({u"2 CellConflict"_s, u"3 CellConflict"_s, u"4 CellConflict"_s, u"5 MissingUnknown"_s,
                          u"6 MissingUnknown"_s, u"7 CellConflict"_s, u"8 MissingUnknown"_s, u"11 CellConflict"_s,
                          u"12 MissingUnknown"_s, u"13 MissingUnknown"_s}));
    QCOMPARE(divergence.status(u"orders"_s).evidence, u"none"_s);
}

void TestEvidence::timestampColumn()
{
    Divergence divergence = shop();
    QCOMPARE(toldBy(divergence, {u"orders=timestamp:updated_at"_s}),
             QStringList({u"2 OnlyA"_s, u"3 OnlyB"_s, u"4 CellConflict"_s, u"5 MissingUnknown"_s, u"6 MissingUnknown"_s,
                          u"7 DriftedBefore"_s, u"8 MissingUnknown"_s, u"11 CellConflict"_s, u"12 MissingUnknown"_s,
                          u"13 MissingUnknown"_s}));
    QCOMPARE(divergence.status(u"orders"_s).evidence, u"timestamp column updated_at"_s);
    QVERIFY(divergence.status(u"orders"_s).limits.contains(u"not who deleted one"_s));
}

/// Without the rows that were deleted, and those that differed before.
void TestEvidence::changesOfATimestampColumn()
{
    Divergence divergence = shop();
    const QStringList expected{u"2 OnlyA"_s,         u"3 OnlyB"_s,           u"4 CellConflict"_s,
                               u"11 CellConflict"_s, u"12 MissingUnknown"_s, u"13 MissingUnknown"_s};
    QStringList told = toldBy(divergence, {u"orders=timestamp:updated_at"_s}, CompareOptions::Reading::Cheapest);
    told.removeAll(u"7 DriftedBefore"_s); // the day before is let in where times are text
    told.removeAll(u"5 MissingUnknown"_s);
    told.removeAll(u"6 MissingUnknown"_s);
    told.removeAll(u"8 MissingUnknown"_s);
    QCOMPARE(told, expected);
    const TableStatus status = divergence.status(u"orders"_s);
    QCOMPARE(int(status.extent), int(TableStatus::Extent::Changes));
    QVERIFY(!status.rows.a);
}

void TestEvidence::theWholeTellsWhatTheFeedLacks()
{
    Divergence divergence = shop();
    (void)toldBy(divergence, {u"orders=timestamp:updated_at"_s});
    const QStringList findings = divergence.status(u"orders"_s).findings;
    QCOMPARE(findings.size(), 1);
    QVERIFY2(findings.first().endsWith(u"since the split: 1)"_s), qPrintable(findings.first()));
    QVERIFY2(findings.first().contains(u"lists: 4 (missing on one side: 3;"_s), qPrintable(findings.first()));
}

/// The same times, read as Vienna's, are an hour earlier: all of them before the split.
void TestEvidence::timesOfAZone()
{
    Divergence divergence = shop();
    const QStringList told = toldBy(divergence, {u"*=timestamp:updated_at@Europe/Vienna"_s});
    QVERIFY2(told.contains(u"2 DriftedBefore"_s), qPrintable(told.join(u'\n')));
    QVERIFY2(told.contains(u"3 OnlyB"_s), qPrintable(told.join(u'\n'))); // its time carries a zone
}

void TestEvidence::highestKey()
{
    Divergence divergence = shop();
    QCOMPARE(toldBy(divergence, {u"orders=highest-key:8"_s}),
             QStringList({u"2 CellConflict"_s, u"3 CellConflict"_s, u"4 CellConflict"_s, u"5 MissingUnknown"_s,
                          u"6 MissingUnknown"_s, u"7 CellConflict"_s, u"8 MissingUnknown"_s, u"11 KeyCollision"_s,
                          u"12 OnlyA"_s, u"13 OnlyB"_s}));
}

void TestEvidence::severalMeans()
{
    Divergence divergence = shop();
    QCOMPARE(
        toldBy(divergence, {u"*=none"_s, u"orders=timestamp:updated_at+highest-key:8"_s}),
        QStringList({u"2 OnlyA"_s, u"3 OnlyB"_s, u"4 CellConflict"_s, u"5 MissingUnknown"_s, u"6 MissingUnknown"_s,
                     u"7 DriftedBefore"_s, u"8 MissingUnknown"_s, u"11 KeyCollision"_s, u"12 OnlyA"_s, u"13 OnlyB"_s}));
    QCOMPARE(divergence.status(u"orders"_s).evidence, u"timestamp column updated_at, highest key"_s);
}

void TestEvidence::deletesAreNeverAutomatic()
{
    for (const QString &evidence :
         {u"orders=timestamp:updated_at"_s, u"orders=timestamp:updated_at+highest-key:8"_s, u"orders=none"_s}) {
        Divergence divergence = shop();
        (void)toldBy(divergence, {evidence});
        for (const int deleted : {5, 6, 8}) {
            const Difference found = divergence.find(u"orders order_id=%1"_s.arg(deleted));
            QCOMPARE(outcomeName(found.outcome), u"MissingUnknown"_s);
            QVERIFY(!found.resolved);
            QVERIFY(found.decision.isUnresolved());
        }
    }
}

void TestEvidence::timestampColumnsAreProposedAndNotTaken()
{
    Divergence divergence = shop();
    (void)toldBy(divergence, {});
    const TableStatus status = divergence.status(u"orders"_s);
    QCOMPARE(status.evidence, u"none"_s);
    QVERIFY2(status.limits.contains(u"orders=timestamp:updated_at"_s), qPrintable(status.limits));
}

void TestEvidence::whatCannotBeUsedIsSaid()
{
    Divergence divergence = shop();
    (void)toldBy(divergence, {u"orders=timestamp:changed_on"_s});
    QVERIFY(divergence.status(u"orders"_s).limits.contains(u"there is no column changed_on"_s));
    divergence.project().evidence = {EvidenceChoice::parse(u"*=commit-timestamps"_s).value()};
    VERIFY_OK(divergence.compare());
    QVERIFY(divergence.status(u"orders"_s).limits.contains(u"SQLite keeps no commit timestamps"_s));
    divergence.project().since = {};
    divergence.project().evidence = {EvidenceChoice::parse(u"*=timestamp"_s).value()};
    VERIFY_OK(divergence.compare());
    QVERIFY(divergence.status(u"orders"_s).limits.contains(u"since when"_s));
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"

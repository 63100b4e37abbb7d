#include "diffcore/compare/pace.h"

#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QElapsedTimer>
#include <QTest>
#include <thread>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForItsShareOfTheTime_data();
    void waitsForItsShareOfTheTime();
    void aCancelledOneWaitsNoLonger();
    void aGentleComparisonFindsTheSame();
};

void TestPace::waitsForItsShareOfTheTime_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("least"); // milliseconds, after one query of 60
    QTest::addColumn<int>("most");
    QTest::newRow("all") << 100 << 0 << 0;
    QTest::newRow("half") << 50 << 60 << 600;
    QTest::newRow("a fifth") << 20 << 240 << 2400;
}

void TestPace::waitsForItsShareOfTheTime()
{
    QFETCH(int, percent);
    QFETCH(int, least);
    QFETCH(int, most);
    const SqliteFile file;
    const auto connection = file.open().value();
    Pace pace(*connection, {.busyPercent = percent}, {});
    VERIFY_OK(pace.begin());
    std::this_thread::sleep_for(60ms);
    pace.end();
    QCOMPARE(pace.waited(), 0ms);
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(pace.begin());
    QVERIFY(pace.waited().count() >= least && pace.waited().count() <= most);
    QVERIFY(timer.elapsed() >= least - 1);
}

void TestPace::aCancelledOneWaitsNoLonger()
{
    const SqliteFile file;
    const auto connection = file.open().value();
    CancelToken cancel;
    Pace pace(*connection, {.busyPercent = 1}, cancel);
    VERIFY_OK(pace.begin());
    std::this_thread::sleep_for(100ms); // so it owes ten seconds
    pace.end();
    cancel.cancel();
    const Result<void> begun = pace.begin();
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, ErrorCode::Cancelled);
}

void TestPace::aGentleComparisonFindsTheSame()
{
    Divergence divergence(
        u"CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 'a'), (2, 'b');"_s,
        u"UPDATE t SET v = 'of A' WHERE id = 1;"_s, u"DELETE FROM t WHERE id = 2;"_s);
    VERIFY_OK(divergence.compare({.gentleness = {.busyPercent = 50, .mostRunning = 0}, .pageRows = 1}));
    QCOMPARE(divergence.told(), (QStringList{u"t id=1 OnlyA"_s, u"t id=2 OnlyB"_s}));
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"

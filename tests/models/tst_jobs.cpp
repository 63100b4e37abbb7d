#include "models/jobs.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

/// Work that waits until it is let go or cancelled, as a server would make it wait.
struct Gate
{
    QSemaphore open;

    void pass(const CancelToken &cancel)
    {
        while (!cancel.isCancelled() && !open.tryAcquire(1, 1)) {
        }
    }
};

/// Work that hears nothing, as a driver does that waits for a server which is gone.
auto deaf(const std::shared_ptr<Gate> &gate)
{
    return [gate](const CancelToken &, const Progress &) -> Result<void> {
        gate->open.acquire();
        return {};
    };
}

Result<void> nothing(const CancelToken &, const Progress &)
{
    return {};
}

} // namespace

class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksElsewhereAndAnswersHere();
    void reportsProgress();
    void cancelAnswersAtOnceAndDropsTheResult();
    void cancelOfAwaitedWorkStillTells();
    void newWorkSupersedesOld();
    void awaitedWorkIsNotSuperseded();
    void settlesWhenTheThreadIsDone();
    void endsItsWorkWhenItGoes();
    void workThatDoesNotEndIsNotWaitedFor();
    void awaitedWorkCanBeAbandoned();
    void beginsAnew();
    void tellsItsSilence();
    void goesWithoutWorkThatDoesNotEnd();
};

void TestJobs::worksElsewhereAndAnswersHere()
{
    Jobs jobs;
    QThread *worker = nullptr;
    QThread *answered = nullptr;
    int sum = 0;
    QVERIFY(jobs.start(
        u"adding"_s, CancelMeans::Drop,
        [&worker](const CancelToken &, const Progress &) -> Result<int> {
            worker = QThread::currentThread();
            return 2 + 3;
        },
        [&](const Result<int> &result) {
            answered = QThread::currentThread();
            sum = result.value_or(-1);
        }));
    QVERIFY(jobs.isRunning());
    QTRY_COMPARE(sum, 5);
    QVERIFY(!jobs.isRunning());
    QVERIFY(worker != QThread::currentThread());
    QCOMPARE(answered, QThread::currentThread());
}

void TestJobs::reportsProgress()
{
    Jobs jobs;
    QSignalSpy reports(&jobs, &Jobs::progressed);
    QSignalSpy ended(&jobs, &Jobs::ended);
    jobs.start(
        u"comparing"_s, CancelMeans::Drop,
        [](const CancelToken &, const Progress &progress) -> Result<void> {
            for (qint64 row = 0; row < 10'000; ++row)
                progress({.doing = u"orders"_s, .done = row, .total = 10'000});
            progress({.doing = u"payments"_s, .done = 1, .total = 2});
            return {};
        },
        [](const Result<void> &) {});
    QVERIFY(ended.wait());
    QVERIFY(reports.count() >= 2);
    QVERIFY2(reports.count() < 1000, "every row was reported");
    const auto last = reports.last().first().value<ProgressReport>();
    QCOMPARE(last.doing, u"payments"_s);
    QCOMPARE(last.total, 2);
}

void TestJobs::cancelAnswersAtOnceAndDropsTheResult()
{
    Gate gate;
    bool told = false;
    Jobs jobs;
    QSignalSpy ended(&jobs, &Jobs::ended);
    QSignalSpy settled(&jobs, &Jobs::settled);
    jobs.start(
        u"comparing"_s, CancelMeans::Drop,
        [&gate](const CancelToken &cancel, const Progress &) -> Result<void> {
            gate.pass(cancel);
            return {};
        },
        [&told](const Result<void> &) { told = true; });
    jobs.cancel();
    QVERIFY(!jobs.isRunning());
    QCOMPARE(ended.count(), 1);
    QVERIFY(settled.wait());
    QVERIFY(!told);
    QCOMPARE(ended.count(), 1);
}

void TestJobs::cancelOfAwaitedWorkStillTells()
{
    Gate gate;
    bool wasCancelled = false;
    Jobs jobs;
    QSignalSpy stopping(&jobs, &Jobs::stopping);
    jobs.start(
        u"executing"_s, CancelMeans::Await,
        [&gate](const CancelToken &cancel, const Progress &) -> Result<bool> {
            gate.pass(cancel);
            return cancel.isCancelled();
        },
        [&wasCancelled](const Result<bool> &result) { wasCancelled = result.value_or(false); });
    jobs.cancel();
    QVERIFY(jobs.isStopping());
    QVERIFY(jobs.isCritical());
    QCOMPARE(stopping.count(), 1);
    QTRY_VERIFY(wasCancelled);
    QVERIFY(!jobs.isRunning());
}

void TestJobs::newWorkSupersedesOld()
{
    Gate shut;
    Gate open;
    open.open.release();
    QStringList told;
    Jobs jobs;
    const auto through = [](Gate &gate) {
        return [&gate](const CancelToken &cancel, const Progress &) -> Result<void> {
            gate.pass(cancel);
            return {};
        };
    };
    const auto tell = [&told](const QString &name) { return [&told, name](const Result<void> &) { told += name; }; };
    jobs.start(u"first"_s, CancelMeans::Drop, through(shut), tell(u"first"_s));
    QVERIFY(jobs.start(u"second"_s, CancelMeans::Drop, through(open), tell(u"second"_s)));
    QCOMPARE(jobs.title(), u"second"_s);
    QTRY_COMPARE(told, QStringList{u"second"_s});
}

void TestJobs::awaitedWorkIsNotSuperseded()
{
    Gate gate;
    bool told = false;
    Jobs jobs;
    jobs.start(
        u"executing"_s, CancelMeans::Await,
        [&gate](const CancelToken &cancel, const Progress &) -> Result<void> {
            gate.pass(cancel);
            return {};
        },
        [&told](const Result<void> &) { told = true; });
    const auto other = [](const CancelToken &, const Progress &) -> Result<void> { return {}; };
    QVERIFY(!jobs.start(u"comparing"_s, CancelMeans::Drop, other, [](const Result<void> &) {}));
    QCOMPARE(jobs.title(), u"executing"_s);
    gate.open.release();
    QTRY_VERIFY(told);
}

void TestJobs::settlesWhenTheThreadIsDone()
{
    Gate shut;
    Jobs jobs;
    QSignalSpy settled(&jobs, &Jobs::settled);
    const auto wait = [&shut](const CancelToken &cancel, const Progress &) -> Result<void> {
        shut.pass(cancel);
        return {};
    };
    jobs.start(u"first"_s, CancelMeans::Drop, wait, [](const Result<void> &) {});
    jobs.start(u"second"_s, CancelMeans::Drop, wait, [](const Result<void> &) {});
    jobs.cancel();
    QVERIFY(settled.wait());
    QCOMPARE(settled.count(), 1);
}

void TestJobs::endsItsWorkWhenItGoes()
{
    Gate gate;
    std::atomic_bool over = false;
    bool told = false;
    {
        Jobs jobs;
        jobs.start(
            u"comparing"_s, CancelMeans::Drop,
            [&gate, &over](const CancelToken &cancel, const Progress &) -> Result<void> {
                gate.pass(cancel);
                over = true;
                return {};
            },
            [&told](const Result<void> &) { told = true; });
    }
    QVERIFY(over);
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void TestJobs::workThatDoesNotEndIsNotWaitedFor()
{
    const auto gate = std::make_shared<Gate>();
    QStringList told;
    Jobs jobs;
    QSignalSpy settled(&jobs, &Jobs::settled);
    jobs.start(u"first"_s, CancelMeans::Drop, deaf(gate), [&told](const Result<void> &) { told += u"first"_s; });
    jobs.start(u"second"_s, CancelMeans::Drop, nothing, [&told](const Result<void> &) { told += u"second"_s; });
    QTRY_COMPARE_WITH_TIMEOUT(told, QStringList{u"second"_s}, 4 * Jobs::patienceMs);
    QCOMPARE(settled.count(), 0);
    gate->open.release();
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(told, QStringList{u"second"_s});

    // one after the other again
    const auto shut = std::make_shared<Gate>();
    jobs.start(u"third"_s, CancelMeans::Drop, deaf(shut), [](const Result<void> &) {});
    jobs.start(u"fourth"_s, CancelMeans::Drop, nothing, [&told](const Result<void> &) { told += u"fourth"_s; });
    QTest::qWait(Jobs::patienceMs / 4);
    QCOMPARE(told, QStringList{u"second"_s});
    shut->open.release();
    QTRY_COMPARE(told, (QStringList{u"second"_s, u"fourth"_s}));
}

void TestJobs::awaitedWorkCanBeAbandoned()
{
    const auto gate = std::make_shared<Gate>();
    bool told = false;
    Jobs jobs;
    QSignalSpy ended(&jobs, &Jobs::ended);
    QSignalSpy abandoned(&jobs, &Jobs::abandoned);
    jobs.start(u"executing"_s, CancelMeans::Await, deaf(gate), [&told](const Result<void> &) { told = true; });
    jobs.abandon();
    QVERIFY2(jobs.isCritical(), "it must be told to stop first");
    jobs.cancel();
    jobs.abandon();
    QVERIFY(!jobs.isRunning());
    QCOMPARE(ended.count(), 1);
    QCOMPARE(abandoned.count(), 1);
    QCOMPARE(abandoned.first().first().toString(), u"executing"_s);
    bool next = false;
    QVERIFY(jobs.start(u"verifying"_s, CancelMeans::Drop, nothing, [&next](const Result<void> &) { next = true; }));
    QTRY_VERIFY(next);
    gate->open.release();
    QSignalSpy settled(&jobs, &Jobs::settled);
    QVERIFY(settled.wait());
    QVERIFY(!told);
}

void TestJobs::beginsAnew()
{
    const auto shut = std::make_shared<Gate>();
    const auto times = std::make_shared<std::atomic_int>(0);
    int told = 0;
    Jobs jobs;
    jobs.start(
        u"comparing"_s, CancelMeans::Drop,
        [shut, times](const CancelToken &cancel, const Progress &) -> Result<int> {
            if (++*times == 1)
                shut->pass(cancel);
            return times->load();
        },
        [&told](const Result<int> &result) { told = result.value_or(-1); });
    QTRY_COMPARE(times->load(), 1);
    jobs.restart();
    QVERIFY(jobs.isRunning());
    QTRY_COMPARE(told, 2);
    jobs.restart(); // nothing runs
    QVERIFY(!jobs.isRunning());
}

void TestJobs::tellsItsSilence()
{
    const auto gate = std::make_shared<Gate>();
    Jobs jobs;
    jobs.start(
        u"comparing"_s, CancelMeans::Drop,
        [gate](const CancelToken &cancel, const Progress &progress) -> Result<void> {
            gate->pass(cancel);
            progress({.doing = u"orders"_s});
            gate->pass(cancel);
            return {};
        },
        [](const Result<void> &) {});
    QTRY_VERIFY(jobs.silence() > std::chrono::milliseconds(200));
    gate->open.release();
    QTRY_VERIFY(jobs.silence() < std::chrono::milliseconds(200));
    jobs.cancel();
    QCOMPARE(jobs.silence().count(), 0);
}

void TestJobs::goesWithoutWorkThatDoesNotEnd()
{
    const auto gate = std::make_shared<Gate>();
    bool told = false;
    QElapsedTimer since;
    {
        Jobs jobs;
        jobs.start(u"comparing"_s, CancelMeans::Drop, deaf(gate), [&told](const Result<void> &) { told = true; });
        since.start();
    }
    QVERIFY(since.elapsed() < 4 * Jobs::patienceMs);
    gate->open.release(); // its thread ends with nobody to tell
    QTest::qWait(200);
    QVERIFY(!told);
}

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"

#include "diffcore/script/runlog.h"
#include "tests/support/printing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <sys/stat.h>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

using Work = RunRecord::Work;
using State = RunRecord::State;

RunRecord record(Work work, Side target, State state, const QString &message = {})
{
    return {.at = QDateTime::fromString(u"2026-11-22T10:52:07.120Z"_s, Qt::ISODateWithMs),
            .by = u"dba"_s,
            .machine = u"ws1"_s,
            .work = work,
            .target = target,
            .hash = QString(64, u'a'),
            .comparedAt = QDateTime::fromString(u"2026-11-22T10:40:00.000Z"_s, Qt::ISODateWithMs),
            .state = state,
            .message = message};
}

/// "apply begun", "undo done", …: runs on A.
Standing standingAfter(const QStringList &runs)
{
    QList<RunRecord> records;
    for (const QString &run : runs) {
        const QStringList words = run.split(u' ');
        RunRecord one = record(Work::Apply, Side::A, State::Begun);
        for (const Work work : {Work::Apply, Work::Undo, Work::Rehearse, Work::Ask}) {
            if (workName(work) == words[0])
                one.work = work;
        }
        for (const State state : {State::Begun, State::Done, State::Failed, State::Unknown}) {
            if (stateName(state) == words[1])
                one.state = state;
        }
        records.append(one);
    }
    return standings(records).a.standing;
}

} // namespace

class RunLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAppendedReadsBackInOrder()
    {
        QTemporaryDir folder;
        const RunLog log(folder.path());
        QVERIFY(log.records().value().isEmpty());
        const QList<RunRecord> written{record(Work::Apply, Side::A, State::Begun),
                                       record(Work::Apply, Side::A, State::Failed, u"orders \"7\" moved\nsince"_s),
                                       record(Work::Undo, Side::B, State::Done),
                                       record(Work::Rehearse, Side::B, State::Unknown)};
        for (const RunRecord &one : written)
            VERIFY_OK(log.append(one));
        const auto read = log.records();
        VERIFY_OK(read);
        QVERIFY(*read == written);
    }

    void aLineThatACrashCutOffIsLeftOut()
    {
        QTemporaryDir folder;
        const RunLog log(folder.path());
        const RunRecord first = record(Work::Apply, Side::A, State::Begun);
        VERIFY_OK(log.append(first));
        QFile file(folder.filePath(runLogName));
        QVERIFY(file.open(QIODevice::Append));
        QVERIFY(file.write("{\"at\": \"2026-11-2") > 0);
        file.close();
        QVERIFY(log.records().value() == QList<RunRecord>{first});
        const RunRecord next = record(Work::Apply, Side::A, State::Done);
        VERIFY_OK(log.append(next));
        QVERIFY(log.records().value() == (QList<RunRecord>{first, next}));
    }

    void aLineThatIsSomethingElseIsRefused()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(runLogName));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("{\"at\": \"2026-11-22T10:52:07.120Z\", \"what\": \"drop\"}\n") > 0);
        file.close();
        const auto refused = RunLog(folder.path()).records();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadFile);
        QVERIFY2(refused.error().message.contains(u"line 1"_s), qPrintable(refused.error().message));
    }

    void whatIsNoRegularFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("link to bytes without end") << QByteArray("link");
        QTest::newRow("pipe that nobody writes to") << QByteArray("pipe");
        QTest::newRow("folder") << QByteArray("folder");
    }

    void whatIsNoRegularFileIsRefused()
    {
        QFETCH(const QByteArray, kind);
        QTemporaryDir folder;
        const QString path = folder.filePath(runLogName);
        if (kind == "link")
            QVERIFY(QFile::link(u"/dev/zero"_s, path));
        else if (kind == "pipe")
            QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
        else
            QVERIFY(QDir().mkdir(path));
        const RunLog log(folder.path());
        const auto read = log.records();
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::BadFile);
        QVERIFY2(read.error().message.contains(u"is no regular file"_s), qPrintable(read.error().message));
        const auto written = log.append(record(Work::Apply, Side::A, State::Begun));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::BadFile);
    }

    void aLogWithoutEndIsRefused()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(runLogName));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(64 * 1024 * 1024 + 1)); // takes no room on the disk
        file.close();
        const auto refused = RunLog(folder.path()).records();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadFile);
        QVERIFY2(refused.error().message.contains(u"larger than any log"_s), qPrintable(refused.error().message));
    }

    void aFolderThatIsNotThereCannotBeWritten()
    {
        const auto refused = RunLog(u"/nowhere/at/all"_s).append(record(Work::Apply, Side::A, State::Begun));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
    }

    void theRunsSayHowATargetStands()
    {
        QCOMPARE(standingAfter({}), Standing::Before);
        QCOMPARE(standingAfter({u"apply begun"_s}), Standing::Open);
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply done"_s}), Standing::Applied);
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply failed"_s}), Standing::Before);
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply unknown"_s}), Standing::Open);
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply done"_s, u"undo begun"_s}), Standing::Open);
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply done"_s, u"undo begun"_s, u"undo done"_s}), Standing::Before);
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply done"_s, u"undo begun"_s, u"undo failed"_s}),
                 Standing::Applied);
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply done"_s, u"rehearse begun"_s, u"rehearse done"_s}),
                 Standing::Applied);
    }

    void aRefusalAfterAKilledRunTellsNothing()
    {
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply begun"_s, u"apply failed"_s}), Standing::Open);
        QCOMPARE(standingAfter({u"apply begun"_s, u"apply begun"_s, u"apply done"_s}), Standing::Applied);
    }

    void whatTheTargetAnsweredHolds()
    {
        const QStringList killedTwice{u"apply begun"_s, u"apply begun"_s};
        QCOMPARE(standingAfter(killedTwice + QStringList{u"ask done"_s}), Standing::Applied);
        QCOMPARE(standingAfter(killedTwice + QStringList{u"ask failed"_s}), Standing::Before);
    }

    void eachTargetHasItsOwn()
    {
        const auto found =
            standings({record(Work::Apply, Side::B, State::Begun), record(Work::Apply, Side::B, State::Done)});
        QCOMPARE(found.a.standing, Standing::Before);
        QVERIFY(!found.a.record);
        QCOMPARE(found.b.standing, Standing::Applied);
        QVERIFY(found.b.record == record(Work::Apply, Side::B, State::Done));
    }
};

QTEST_GUILESS_MAIN(RunLogTest)
#include "tst_runlog.moc"

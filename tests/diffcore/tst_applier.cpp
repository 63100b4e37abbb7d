#include "diffcore/apply/applier.h"
#include "diffcore/odbc/connection.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A story's servers, session and bundle.
class Delivery
{
public:
    explicit Delivery(const Story &story)
        : Delivery(story, decidedInput(story))
    {
    }
    Delivery(const Story &story, const MergeInput &input)
        : made(story, input)
    {
        const auto written = writeBundle(made.session(), made.project(), made.folder(u"bundle"_s), {}, {}, {});
        if (!written)
            qFatal("%s", qPrintable(describe(written.error())));
        const auto opened = openBundle(made.folder(u"bundle"_s));
        if (!opened)
            qFatal("%s", qPrintable(describe(opened.error())));
        bundle = *opened;
    }

    const BundleTarget &target(Side side) const { return bundle.targets[side == Side::A ? 0 : 1]; }

    Result<ApplyResult> apply(Side side, ScriptKind kind = ScriptKind::Merge, const CancelToken &cancel = {},
                              const Progress &progress = {}) const
    {
        const QString hash = kind == ScriptKind::Merge ? target(side).mergeHash : target(side).undoHash;
        return applyScript(bundle, {.approved = hash, .kind = kind}, cancel, progress);
    }

    StorySession made;
    Bundle bundle;
};

Error errorOf(const Result<ApplyResult> &result)
{
    return result ? Error{.code = ErrorCode::Bug, .message = u"it was applied"_s} : result.error();
}

} // namespace

class TestApplier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesToBothAndUndoes();
    void refusesASecondRun();
    void runsOnlyApprovedBytes();
    void namesTheRowsThatMoved();
    void provesBeforehand();
    void seesTheMovedRowBehindAnotherError();
    void tellsWhereTheServerRefused();
    void refusesTheOtherServer();
    void takesAnotherConnectionToTheTarget();
    void cancelRollsBack();
    void refusesALockedDatabase();
    void carriesHostileValues();
    void isDoneWhollyOrNotAtAllWhenKilled();
};

void TestApplier::appliesToBothAndUndoes()
{
    const Delivery delivery(switchOverStory());
    const PerSide<QString> before{delivery.made.rows(Side::A), delivery.made.rows(Side::B)};
    qint64 reported = 0;
    for (const Side side : bothSides) {
        const auto applied = delivery.apply(side, ScriptKind::Merge, {}, [&](const ProgressReport &report) {
            QVERIFY(report.done <= report.total);
            reported = report.done;
        });
        VERIFY_OK(applied);
        QCOMPARE(applied->target, side);
        QCOMPARE(applied->title, delivery.made.project().title(side));
        QCOMPARE(reported, applied->statements);
    }
    QCOMPARE(delivery.made.rows(Side::A), delivery.made.rows(Side::B));
    for (const Side side : bothSides) {
        QVERIFY(delivery.made.rows(side) != before[side]);
        VERIFY_OK(delivery.apply(side, ScriptKind::Undo));
        QCOMPARE(delivery.made.rows(side), before[side]);
    }
}

void TestApplier::refusesASecondRun()
{
    const Delivery delivery(switchOverStory());
    VERIFY_OK(delivery.apply(Side::B));
    const QString after = delivery.made.shell(Side::B).dump();
    const Error error = errorOf(delivery.apply(Side::B));
    QCOMPARE(error.code, ErrorCode::AlreadyApplied);
    QCOMPARE(error.message, u"this script has been applied before, the rows are as it leaves them"_s);
    QCOMPARE(error.server, u"B · PRD02 (standby)"_s);
    QCOMPARE(delivery.made.shell(Side::B).dump(), after);
}

void TestApplier::runsOnlyApprovedBytes()
{
    const Delivery delivery(switchOverStory());
    const BundleTarget &b = delivery.target(Side::B);
    const QString before = delivery.made.rows(Side::B);
    for (const QString &approved : {QString(), b.mergeHash.left(12), QString(64, u'0'), b.undoHash}) {
        const auto applied = applyScript(delivery.bundle, {.approved = approved}, {}, {});
        QCOMPARE(errorOf(applied).code, ErrorCode::NotApproved);
    }
    QFile file(b.mergePath);
    QVERIFY(file.open(QIODevice::Append));
    file.write("DELETE FROM orders;\n");
    file.close();
    QCOMPARE(errorOf(delivery.apply(Side::B)).code, ErrorCode::NotApproved);
    QCOMPARE(delivery.made.rows(Side::B), before);
    VERIFY_OK(applyScript(delivery.bundle, {.approved = u' ' + delivery.target(Side::A).mergeHash.toUpper() + u'\n'},
                          {}, {}));
}

void TestApplier::namesTheRowsThatMoved()
{
    const Delivery delivery(switchOverStory());
    QCOMPARE(delivery.made.shell(Side::B)
                 .run("UPDATE orders SET note = 'it''s \"new\"' WHERE order_id = 1001;"
                      "DELETE FROM audit_log WHERE what = 'start';")
                 .errors,
             QString());
    const QString before = delivery.made.shell(Side::B).dump();
    const Error error = errorOf(delivery.apply(Side::B));
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.rows, QStringList({u"orders order_id=1001"_s, u"audit_log ('start', 'Ann') no. 3"_s}));
    QCOMPARE(error.message, u"rows moved since the comparison: 2, among them orders order_id=1001; audit_log ('start', "
                            "'Ann') no. 3"_s);
    QCOMPARE(delivery.made.shell(Side::B).dump(), before);
}

/// The value that a moved row should have freed is taken by the next operation.
void TestApplier::provesBeforehand()
{
    const Delivery delivery(switchOverStory());
    const auto prove = [&delivery](Side side, ScriptKind kind) {
        const BundleTarget &target = delivery.target(side);
        const QString hash = kind == ScriptKind::Merge ? target.mergeHash : target.undoHash;
        return proveTarget(delivery.bundle, {.approved = hash, .kind = kind}, {}, {});
    };
    const QString before = delivery.made.shell(Side::A).dump();
    VERIFY_OK(prove(Side::A, ScriptKind::Merge));
    QVERIFY(!prove(Side::A, ScriptKind::Undo));
    QCOMPARE(delivery.made.shell(Side::A).dump(), before);

    VERIFY_OK(delivery.apply(Side::A));
    VERIFY_OK(prove(Side::A, ScriptKind::Undo));
    QCOMPARE(delivery.made.shell(Side::B).run("UPDATE orders SET status = 'moved' WHERE order_id = 1001;").errors,
             QString());
    const auto moved = prove(Side::B, ScriptKind::Merge);
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::Refused);
    QCOMPARE(moved.error().rows, QStringList{u"orders order_id=1001"_s});
}

void TestApplier::seesTheMovedRowBehindAnotherError()
{
    Story story(u"t id# code! n"_s);
    story.putEverywhere(u"t: 1 a 0"_s);
    story.put(Version::A, u"t: 1 b 0; 2 a 0"_s);
    const Delivery delivery(story, story.input());
    QCOMPARE(delivery.made.shell(Side::B).run("UPDATE t SET n = 1;").errors, QString());
    const Error error = errorOf(delivery.apply(Side::B));
    QCOMPARE(error.code, ErrorCode::Refused);
    QCOMPARE(error.rows, QStringList{u"t id=1"_s});
    QVERIFY(error.driverText.contains(u"UNIQUE"_s));
    QCOMPARE(delivery.made.shell(Side::B).ask(u"SELECT * FROM t"_s), u"1|a|1"_s);
}

void TestApplier::tellsWhereTheServerRefused()
{
    const Delivery delivery(switchOverStory());
    QCOMPARE(delivery.made.shell(Side::B)
                 .run("CREATE UNIQUE INDEX one_name ON employees (name);"
                      "INSERT INTO employees VALUES (9, 'Cid', NULL);")
                 .errors,
             QString());
    const QString before = delivery.made.shell(Side::B).dump();
    const Error error = errorOf(delivery.apply(Side::B));
    QCOMPARE(error.code, ErrorCode::ServerRefused);
    QVERIFY2(error.message.startsWith(u"stopped at the statement in line "_s), qPrintable(describe(error)));
    QVERIFY2(error.driverText.contains(u"employees.name"_s), qPrintable(describe(error)));
    QCOMPARE(delivery.made.shell(Side::B).dump(), before);
}

void TestApplier::refusesTheOtherServer()
{
    const Delivery delivery(switchOverStory());
    ApplyOptions options{.approved = delivery.target(Side::B).mergeHash};
    options.connection = delivery.target(Side::A).connection;
    QCOMPARE(errorOf(applyScript(delivery.bundle, options, {}, {})).code, ErrorCode::WrongTarget);

    const SqliteShell stranger(u"stranger.sqlite"_s);
    QVERIFY(QFile::copy(delivery.made.shell(Side::B).path(), stranger.path()));
    options.connection->set(u"Database"_s, stranger.path());
    QCOMPARE(errorOf(applyScript(delivery.bundle, options, {}, {})).code, ErrorCode::WrongTarget);
}

void TestApplier::takesAnotherConnectionToTheTarget()
{
    const Delivery delivery(switchOverStory());
    const SqliteShell restored(u"prd02.sqlite"_s);
    QVERIFY(QFile::copy(delivery.made.shell(Side::B).path(), restored.path()));
    const QString before = delivery.made.rows(Side::B);
    ApplyOptions options{.approved = delivery.target(Side::B).mergeHash,
                         .connection = delivery.target(Side::B).connection};
    options.connection->set(u"Database"_s, restored.path());
    VERIFY_OK(applyScript(delivery.bundle, options, {}, {}));
    QCOMPARE(delivery.made.rows(Side::B), before);
    QCOMPARE(restored.ask(u"SELECT count(*) FROM orders"_s), u"3"_s);
}

void TestApplier::cancelRollsBack()
{
    const Delivery delivery(switchOverStory());
    const QString before = delivery.made.shell(Side::B).dump();
    CancelToken token;
    token.cancel();
    QCOMPARE(errorOf(delivery.apply(Side::B, ScriptKind::Merge, token)).code, ErrorCode::Cancelled);

    CancelToken later;
    const auto cancelLater = [&](const ProgressReport &report) {
        if (report.done > 0)
            later.cancel();
    };
    QCOMPARE(errorOf(delivery.apply(Side::B, ScriptKind::Merge, later, cancelLater)).code, ErrorCode::Cancelled);
    QCOMPARE(delivery.made.shell(Side::B).dump(), before);
    VERIFY_OK(delivery.apply(Side::B));
}

void TestApplier::refusesALockedDatabase()
{
    const Delivery delivery(switchOverStory());
    ConnectionString where = delivery.target(Side::B).connection;
    const auto holder = Connection::open(where, {.readOnly = false});
    VERIFY_OK(holder);
    VERIFY_OK((*holder)->execute(u"BEGIN IMMEDIATE"_s));
    where.set(u"Timeout"_s, u"100"_s);
    const auto applied =
        applyScript(delivery.bundle, {.approved = delivery.target(Side::B).mergeHash, .connection = where}, {}, {});
    QCOMPARE(errorOf(applied).code, ErrorCode::ServerRefused);
    QVERIFY2(errorOf(applied).driverText.contains(u"locked"_s), qPrintable(describe(errorOf(applied))));
    VERIFY_OK((*holder)->execute(u"ROLLBACK"_s));
    VERIFY_OK(delivery.apply(Side::B));
}

/// What the client's own parser takes must get through the driver as well.
void TestApplier::carriesHostileValues()
{
    Story story(u"t id# note"_s);
    story.put(Version::A, u"t: 1 x; 2 x; 3 x; 4 x; 5 x; 6 x"_s);
    MergeInput input = story.input();
    const QList<Value> hostile{Value::text(u"'; DROP TABLE t; --\n.quit\n/* {d '2026-01-01'} {fn now()} ? :a @b $c"_s),
                               Value::text(u"\U0001F600 ü \u202E"_s + QChar(u'\0') + u"after"_s),
                               Value::text(QString(1 << 20, u'ß')),
                               Value::binary(QByteArray(1 << 16, '\0')),
                               Value::integer(std::numeric_limits<qint64>::min() + 1),
                               Value::of(TypeFamily::Float, "0.1")};
    for (qsizetype index = 0; index < hostile.size(); ++index)
        (*input.differences[index].rows.a)[1] = hostile[index];
    const Delivery delivery(story, input);
    VERIFY_OK(delivery.apply(Side::B));
    QCOMPARE(errorOf(delivery.apply(Side::B)).code, ErrorCode::AlreadyApplied);
    QCOMPARE(delivery.made.shell(Side::B).ask(u"SELECT group_concat(typeof(note) || length(note)) FROM t"_s),
             u"text%1,text%2,text1048576,blob65536,integer20,real3"_s.arg(hostile[0].toText().size())
                 .arg(u"X ü X"_s.size()));
    VERIFY_OK(delivery.apply(Side::B, ScriptKind::Undo));
    QCOMPARE(delivery.made.shell(Side::B).ask(u"SELECT count(*) FROM t"_s), u"0"_s);
}

/// Killed at any moment, the target is wholly as before or wholly merged, and the next run says which.
void TestApplier::isDoneWhollyOrNotAtAllWhenKilled()
{
    Story story(u"t id# code"_s);
    for (int id = 1; id <= 200; ++id)
        story.put(Version::A, u"t: %1 code%1"_s.arg(id));
    const Delivery delivery(story, story.input());
    const QString before = delivery.made.rows(Side::B);
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(delivery.apply(Side::B));
    const qint64 whole = timer.elapsed();
    const QString after = delivery.made.rows(Side::B);
    VERIFY_OK(delivery.apply(Side::B, ScriptKind::Undo));

    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    int applied = 0;
    for (int round = 0; round < 12; ++round) {
        const pid_t child = fork();
        if (child == 0)
            _exit(delivery.apply(Side::B) ? 0 : 1);
        QVERIFY(child > 0);
        QThread::msleep(random.bounded(static_cast<quint32>(whole * 5 / 2 + 1)));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const QString now = delivery.made.rows(Side::B);
        QVERIFY2(now == before || now == after, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        const auto again = delivery.apply(Side::B);
        QCOMPARE(again ? ErrorCode::Bug : again.error().code,
                 now == after ? ErrorCode::AlreadyApplied : ErrorCode::Bug);
        QCOMPARE(delivery.made.rows(Side::B), after);
        VERIFY_OK(delivery.apply(Side::B, ScriptKind::Undo));
        applied += now == after ? 1 : 0;
    }
    qInfo("seed %u: killed 12 times, %d times after the commit", seed, applied);
}

QTEST_GUILESS_MAIN(TestApplier)
#include "tst_applier.moc"

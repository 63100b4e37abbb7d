#include "diffcore/merge/constraintcheck.h"
#include "diffcore/script/script.h"
#include "diffcore/script/scriptdiff.h"
#include "tests/support/goldenscript.h"
#include "tests/support/printing.h"
#include "tests/support/randomstory.h"
#include "tests/support/sqliteshell.h"
#include "tests/support/storysession.h"

#include <QElapsedTimer>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

ServerInfo serverOf(const SqliteShell &shell)
{
    ServerInfo server;
    server.database = shell.path();
    return server;
}

ScriptOrigin originOf(const QString &title, ScriptKind kind = ScriptKind::Merge)
{
    const QDateTime since(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::UTC);
    return {.kind = kind,
            .title = title,
            .projectHash = QString(64, u'0'),
            .since = since,
            .ticket = u"CHG-1"_s,
            .reason = u"switch-over\nof PRD01"_s};
}

/// A story's servers as databases, and the scripts that merge them.
class Merge
{
public:
    explicit Merge(const Story &story, const MergeInput &mergeInput)
        : input(mergeInput)
        , merged(mergedState(input))
    {
        input.alignment = typed(input.alignment);
        for (const Side side : bothSides) {
            Story copy = story;
            const auto made = shells[side].run(storySql(story.alignment(), copy.state(versionOf(side))));
            problem += made.errors;
            const auto plan = makePlan(input, merged, side, ForeignKeyTiming::Deferred);
            if (plan)
                plans[side] = *plan;
            else
                problem += describe(plan.error());
        }
    }

    Script script(Side side) const
    {
        return writeScript(plans[side], input, serverOf(shells[side]), originOf(u"merge"_s));
    }
    Script undo(Side side) const
    {
        return writeScript(undoOf(plans[side]), input, serverOf(shells[side]), originOf(u"undo"_s, ScriptKind::Undo));
    }
    /// The check's exit code, 0 or 1, and for others its errors.
    QString check(Side side, CheckMoment moment) const
    {
        const Script script = writeCheck(plans[side], input, serverOf(shells[side]), originOf(u"check"_s), moment);
        const SqliteShell::Run run = shells[side].run(script.text);
        return run.exitCode == 0 || run.errors.contains(u"rejoin refused: "_s) ? QString::number(run.exitCode)
                                                                               : run.errors;
    }
    QString rows(Side side) const
    {
        QStringList lines = shells[side].dump().split(u'\n');
        lines.sort();
        return lines.join(u'\n');
    }

    PerSide<SqliteShell> shells;
    MergeInput input;
    MergedState merged;
    PerSide<Plan> plans;
    QString problem;
};

} // namespace

class TestScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsBothServersToOneState();
    void refusesTheSecondRun();
    void undoBringsBackEveryRow();
    void checksKnowBeforeFromAfter();
    void refusesWhenARowThatItKeepsMoved_data();
    void refusesWhenARowThatItKeepsMoved();
    void leavesSkippedRowsAlone();
    void getsThroughSwappedUniqueValues();
    void tellsWhereEachOperationIs();
    void saysWhereItComesFrom();
    void givesTheSameBytesAgain();
    void readsAsTheGoldenScript();
    void convergesOnRandomHistories();
    void saysWhatChangedBetweenTwoScripts();
    void isFastEnough();
};

void TestScript::bringsBothServersToOneState()
{
    const Story story = switchOverStory();
    const Merge merge(story, decidedInput(story));
    QCOMPARE(merge.problem, QString());
    QVERIFY(merge.rows(Side::A) != merge.rows(Side::B));
    for (const Side side : bothSides)
        QCOMPARE(merge.shells[side].run(merge.script(side).text).errors, QString());
    QCOMPARE(merge.rows(Side::A), merge.rows(Side::B));
    QCOMPARE(merge.shells.a.ask(u"SELECT * FROM orders ORDER BY 1"_s),
             u"1000|1|paid|late\n1001|1|open|a\n1002|2|open|b"_s);
    QCOMPARE(merge.shells.a.ask(u"SELECT * FROM order_lines ORDER BY 1, 2"_s),
             u"1000|1|5|1\n1001|1|5|1\n1001|2|6|1\n1002|1|5|1"_s);
    QCOMPARE(merge.shells.b.ask(u"SELECT * FROM employees ORDER BY 1"_s), u"1|Ann|\n2|Bob|4\n3|Cid|1\n4|Dan|2"_s);
    QCOMPARE(merge.shells.b.ask(u"SELECT what, who, count(*) FROM audit_log GROUP BY 1, 2"_s),
             u"paid|Ann|1\npaid|Bob|1\nstart|Ann|3"_s);
}

void TestScript::refusesTheSecondRun()
{
    const Story story = switchOverStory();
    const Merge merge(story, decidedInput(story));
    QCOMPARE(merge.problem, QString());
    for (const Side side : bothSides) {
        QCOMPARE(merge.shells[side].run(merge.script(side).text).errors, QString());
        const QString after = merge.shells[side].dump();
        QVERIFY(merge.shells[side].run(merge.script(side).text).errors.contains(u"already applied"_s));
        QCOMPARE(merge.shells[side].dump(), after);
    }
}

void TestScript::undoBringsBackEveryRow()
{
    const Story story = switchOverStory();
    const Merge merge(story, decidedInput(story));
    QCOMPARE(merge.problem, QString());
    for (const Side side : bothSides) {
        const QString before = merge.rows(side);
        QVERIFY(merge.shells[side].run(merge.undo(side).text).errors.contains(u"there is nothing to undo"_s));
        QCOMPARE(merge.shells[side].run(merge.script(side).text).errors, QString());
        QVERIFY(merge.rows(side) != before);
        QCOMPARE(merge.shells[side].run(merge.undo(side).text).errors, QString());
        QCOMPARE(merge.rows(side), before);
        QCOMPARE(merge.shells[side].run(merge.script(side).text).errors, QString());
    }
}

void TestScript::checksKnowBeforeFromAfter()
{
    const Story story = switchOverStory();
    const Merge merge(story, decidedInput(story));
    QCOMPARE(merge.problem, QString());
    for (const Side side : bothSides) {
        QCOMPARE(merge.check(side, CheckMoment::Before), u"0"_s);
        QCOMPARE(merge.check(side, CheckMoment::After), u"1"_s);
        QCOMPARE(merge.shells[side].run(merge.script(side).text).errors, QString());
        QCOMPARE(merge.check(side, CheckMoment::Before), u"1"_s);
        QCOMPARE(merge.check(side, CheckMoment::After), u"0"_s);
    }
}

void TestScript::refusesWhenARowThatItKeepsMoved_data()
{
    QTest::addColumn<QByteArray>("move");
    QTest::addColumn<QString>("row");
    QTest::newRow("changed") << QByteArray("UPDATE t SET code = 'x' WHERE id = 1;") << u"t id=1"_s;
    QTest::newRow("gone") << QByteArray("DELETE FROM t WHERE id = 2;") << u"t id=2"_s;
    QTest::newRow("back again") << QByteArray("INSERT INTO t VALUES (3, 'c');") << u"t id=3"_s;
    QTest::newRow("a copy less") << QByteArray("DELETE FROM log WHERE rowid = 1;") << u"log ('in') no. 2"_s;
    QTest::newRow("a copy more") << QByteArray("INSERT INTO log VALUES ('in');") << u"log ('in') no. 2"_s;
}

/// A has what was decided already, so its script changes nothing; but B gets what A had when they were compared.
void TestScript::refusesWhenARowThatItKeepsMoved()
{
    QFETCH(QByteArray, move);
    QFETCH(QString, row);
    Story story(u"t id# code\nlog what"_s);
    story.putEverywhere(u"t: 1 a; 3 c\nlog: in"_s);
    story.put(Version::A, u"t: 1 b; 2 n\nlog: in"_s);
    story.drop(Version::A, u"t: 3"_s);
    const Merge merge(story, story.input());
    QCOMPARE(merge.problem, QString());
    QCOMPARE(merge.plans.a.operations.size(), 0);
    QCOMPARE(merge.check(Side::A, CheckMoment::Before), u"0"_s);
    QCOMPARE(merge.shells.a.run(merge.script(Side::A).text).errors, QString());

    QCOMPARE(merge.shells.a.run(move).errors, QString());
    QCOMPARE(merge.check(Side::A, CheckMoment::Before), u"1"_s);
    const QString errors = merge.shells.a.run(merge.script(Side::A).text).errors;
    QVERIFY2(
        errors.contains(u"rows moved since the comparison: 1, among them "_s + QString(row).replace(u"'"_s, u"''"_s)),
        qPrintable(errors));
    QCOMPARE(merge.shells.a.run(merge.undo(Side::A).text).errors, QString());
}

void TestScript::leavesSkippedRowsAlone()
{
    Story story(u"t id* code"_s);
    story.put(Version::A, u"t: 1 a; 2 a"_s);
    story.put(Version::B, u"t: 1 b"_s);
    MergeInput input = story.input();
    decide(input, *story.find(input, u"t 1"_s), Skip{});
    const Merge merge(story, input);
    QCOMPARE(merge.problem, QString());
    for (const Side side : bothSides) {
        QCOMPARE(merge.shells[side].run("UPDATE t SET code = 'moved' WHERE id = 1;").errors, QString());
        QCOMPARE(merge.shells[side].run(merge.script(side).text).errors, QString());
    }
    QCOMPARE(merge.shells.b.ask(u"SELECT * FROM t"_s), u"1|moved\n2|a"_s);
}

void TestScript::getsThroughSwappedUniqueValues()
{
    Story story(u"t id# code!\ne id# boss>e"_s);
    story.putEverywhere(u"t: 1 a; 2 b; 3 c"_s);
    story.put(Version::A, u"t: 1 b; 2 a; 3 d; 4 c\ne: 1 2; 2 1"_s);
    const Merge merge(story, story.input());
    QCOMPARE(merge.problem, QString());
    const QString before = merge.rows(Side::B);
    QCOMPARE(merge.shells.b.run(merge.script(Side::B).text).errors, QString());
    QCOMPARE(merge.shells.b.ask(u"SELECT * FROM t ORDER BY 1"_s), u"1|b\n2|a\n3|d\n4|c"_s);
    QCOMPARE(merge.rows(Side::B), merge.rows(Side::A));
    QCOMPARE(merge.shells.b.run(merge.undo(Side::B).text).errors, QString());
    QCOMPARE(merge.rows(Side::B), before);
}

void TestScript::tellsWhereEachOperationIs()
{
    const Story story = switchOverStory();
    const Merge merge(story, decidedInput(story));
    const Script script = merge.script(Side::B);
    const QByteArrayList lines = script.text.split('\n');
    QCOMPARE(script.marks.size(), merge.plans.b.operations.size());
    for (qsizetype index = 0; index < script.marks.size(); ++index) {
        QCOMPARE(script.marks[index].difference, merge.plans.b.operations[index].difference);
        const QByteArray line = lines[script.marks[index].line - 1];
        QVERIFY2(line.startsWith("INSERT OR ABORT") || line.startsWith("UPDATE OR ABORT") || line.startsWith("DELETE"),
                 line.constData());
        QVERIFY(lines[script.marks[index].line - 2].startsWith("-- "));
    }
    qint64 total = 0;
    for (const qint64 count : script.counts)
        total += count;
    QCOMPARE(total, script.marks.size());
}

void TestScript::saysWhereItComesFrom()
{
    const Story story = switchOverStory();
    const Merge merge(story, decidedInput(story));
    const QString text = QString::fromUtf8(merge.script(Side::B).text);
    for (const QString &line :
         {u"-- Rejoin: merge"_s, u"-- Target: SQLite shop.sqlite"_s, u"-- Since: 2026-11-22T10:00:00.000Z"_s,
          u"-- Ticket: CHG-1"_s, u"-- Reason: switch-over of PRD01"_s,
          u"-- New key: orders order_id=1001 (B) → orders order_id=1002"_s})
        QVERIFY2(text.contains(line + u'\n'), qPrintable(line));
    QVERIFY(!text.contains(merge.shells.b.path()));
}

void TestScript::givesTheSameBytesAgain()
{
    const Story story = switchOverStory();
    const Merge first(story, decidedInput(story));
    const Merge second(story, decidedInput(story));
    for (const Side side : bothSides) {
        QCOMPARE(first.script(side).text, second.script(side).text);
        QCOMPARE(first.undo(side).text, second.undo(side).text);
    }
}

void TestScript::readsAsTheGoldenScript()
{
    const Story story = switchOverStory();
    compareWithGolden(Merge(story, decidedInput(story)).script(Side::B).text, u"sqlite/switchover.sql"_s);
}

void TestScript::convergesOnRandomHistories()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int merged = 0;
    for (int round = 0; round < 200 && merged < 12; ++round) {
        const Story story = randomStory(random);
        MergeInput input = story.input();
        for (Difference &difference : input.differences) {
            if (!difference.resolved)
                decideAnyhow(input, difference, random);
        }
        const MergedState state = mergedState(input);
        if (!state.unresolved.isEmpty() || !checkConstraints(input, state).isEmpty())
            continue;
        const Merge merge(story, input);
        QCOMPARE(merge.problem, QString());
        const PerSide<QString> before{merge.rows(Side::A), merge.rows(Side::B)};
        for (const Side side : bothSides)
            QCOMPARE(merge.shells[side].run(merge.script(side).text).errors, QString());
        QCOMPARE(merge.rows(Side::A), merge.rows(Side::B));
        for (const Side side : bothSides) {
            QCOMPARE(merge.shells[side].run(merge.undo(side).text).errors, QString());
            QCOMPARE(merge.rows(side), before[side]);
        }
        ++merged;
    }
    QCOMPARE(merged, 12);
}

/// Rows of lists are told by their own comments, wherever the lists begin and end.
void TestScript::saysWhatChangedBetweenTwoScripts()
{
    const QByteArray before = "-- insert t k=1: take A\n-- insert t k=10: take A\n-- insert t k=2: take A\n"
                              "WITH rejoin_list (rejoin_row, k, v) AS (VALUES\n"
                              "('t k=1', 1, 'a'),\n('t k=10', 10, 'a'),\n('t k=2', 2, 'a')\n)\nINSERT;\n"
                              "-- delete t k=7: take B\nDELETE FROM t WHERE k = 7;\n";
    const QByteArray after = "-- insert t k=1: take A\n-- insert t k=2: take A\n"
                             "WITH rejoin_list (rejoin_row, k, v) AS (VALUES\n"
                             "('t k=1', 1, 'b'),\n('t k=2', 2, 'a')\n)\nINSERT;\n"
                             "-- delete t k=7: take B\nDELETE FROM t WHERE k = 7;\n";
    QCOMPARE(scriptDiff(before, before).size(), 0);
    const QList<ScriptChange> changes = scriptDiff(before, after);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0].operation, u"-- insert t k=1: take A"_s);
    QCOMPARE(changes[0].added, QStringList{u"('t k=1', 1, 'b')"_s});
    QCOMPARE(changes[0].removed, QStringList{u"('t k=1', 1, 'a')"_s});
    QCOMPARE(changes[1].operation, u"-- insert t k=10: take A"_s);
    QCOMPARE(changes[1].removed, QStringList({u"-- insert t k=10: take A"_s, u"('t k=10', 10, 'a')"_s}));
}

void TestScript::isFastEnough()
{
    constexpr qint64 operations = 20000;
    Story story(u"t id# code note?"_s);
    const MergeInput input{typed(story.alignment()), {}, QList<PerVersion<GeneratorState>>(1)};
    Plan plan{.target = Side::B};
    for (qint64 id = 1; id <= operations; ++id) {
        RowOperation operation{.kind = RowOperation::Kind::Insert, .table = 0, .key = {{Value::integer(id)}}};
        operation.after = Row{Value::integer(id), Value::text(u"code of %1"_s.arg(id)), Value::null()};
        plan.operations += operation;
    }
    const SqliteShell shell;
    QElapsedTimer timer;
    timer.start();
    const Script script = writeScript(plan, input, serverOf(shell), originOf(u"merge"_s));
    const qint64 writing = timer.restart();
    QCOMPARE(shell.run(storySql(story.alignment(), {})).errors, QString());
    QCOMPARE(shell.run(script.text).errors, QString());
    const qint64 running = timer.elapsed();
    QCOMPARE(shell.ask(u"SELECT count(*) FROM t"_s), QString::number(operations));
    qInfo("%lld operations: written in %lld ms, run by the client in %lld ms", operations, writing, running);
    QVERIFY2(writing < 20 * running, "writing a script must not be the slow part");
}

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"

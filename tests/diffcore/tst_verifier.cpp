#include "diffcore/apply/applier.h"
#include "diffcore/apply/verifier.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Applies the merge to one side; the test fails where it is refused.
void apply(const StorySession &made, Side side)
{
    const QString folder = made.folder(u"bundle"_s);
    VERIFY_OK(writeBundle(made.session(), made.project(), folder, {}, {}, {}));
    const auto bundle = openBundle(folder);
    VERIFY_OK(bundle);
    const BundleTarget &target = bundle->targets[side == Side::A ? 0 : 1];
    VERIFY_OK(applyScript(*bundle, {.approved = target.mergeHash}, {}, {}));
}

void applyToBoth(const StorySession &made)
{
    for (const Side side : bothSides)
        apply(made, side);
}

/// The verdict as text: "converged", or what stands against it, sorted.
QString verdict(const StorySession &made, VerifyScope scope = VerifyScope::Touched)
{
    auto servers = openServers(made.project());
    if (!servers)
        return describe(servers.error());
    const auto result = verify(*servers, made.project(), made.session(), scope, {}, {});
    if (!result)
        return describe(result.error());
    QStringList found = result->unlike + result->generators + result->notConverged;
    found.sort();
    if (result->converged != found.isEmpty() || result->unlikeCount != result->unlike.size())
        return u"the verdict contradicts itself"_s;
    return result->converged ? u"converged"_s : found.join(u'\n');
}

void run(const StorySession &made, Side side, const QByteArray &sql)
{
    QCOMPARE(made.shell(side).run(sql).errors, QString());
}

} // namespace

class TestVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convergesAfterBothScripts();
    void doesNotConvergeAfterOne();
    void doesNotConvergeBefore();
    void seesARowThatMovedAfterwards_data();
    void seesARowThatMovedAfterwards();
    void seesRowsThatAreEqualButNotAsMerged();
    void looksAtEveryRowWhenAsked();
    void provesGenerators();
    void namesTablesThatWereLeft();
    void namesTablesThatWereNotCompared();
    void countsCopiesUnderANewKey();
    void stopsWhenCancelled();
};

void TestVerifier::convergesAfterBothScripts()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    applyToBoth(made);
    QCOMPARE(verdict(made), u"converged"_s);
    QCOMPARE(verdict(made, VerifyScope::Full), u"converged"_s);
}

void TestVerifier::doesNotConvergeAfterOne()
{
    Story story(u"t id# code"_s);
    story.putEverywhere(u"t: 1 a"_s);
    story.put(Version::A, u"t: 1 b; 2 c"_s);
    const StorySession made(story, story.input());
    apply(made, Side::A);
    QCOMPARE(verdict(made), u"t id=1: A and B differ in code\nt id=2: A and B differ (one has no such row)"_s);
    apply(made, Side::B);
    QCOMPARE(verdict(made), u"converged"_s);
}

void TestVerifier::doesNotConvergeBefore()
{
    const Story story = switchOverStory();
    const StorySession undecided(story, story.input());
    const QString text = verdict(undecided);
    QVERIFY2(text.contains(u"orders order_id=1001: A and B differ in customer_id, note"_s), qPrintable(text));
}

void TestVerifier::seesARowThatMovedAfterwards_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("expected");
    QTest::newRow("updated") << QByteArray("UPDATE orders SET note = 'x' WHERE order_id = 1002;")
                             << u"orders order_id=1002: A and B differ in note"_s;
    QTest::newRow("deleted") << QByteArray("DELETE FROM order_lines WHERE order_id = 1002;")
                             << u"order_lines order_id=1002, line_no=1: A and B differ (one has no such row)"_s;
    QTest::newRow("a copy more") << QByteArray("INSERT INTO audit_log VALUES ('start', 'Ann');")
                                 << u"audit_log ('start', 'Ann'): 3 on A, 4 on B, 3 in the merged state"_s;
}

void TestVerifier::seesARowThatMovedAfterwards()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, expected);
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    applyToBoth(made);
    run(made, Side::B, sql);
    QCOMPARE(verdict(made), expected);
}

void TestVerifier::seesRowsThatAreEqualButNotAsMerged()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    applyToBoth(made);
    for (const Side side : bothSides) {
        run(made, side,
            "UPDATE orders SET note = 'x' WHERE order_id = 1002;"
            "DELETE FROM audit_log WHERE who = 'Bob';");
    }
    QCOMPARE(verdict(made), u"audit_log ('paid', 'Bob'): 0 on A, 0 on B, 1 in the merged state\n"
                            "orders order_id=1002: A and B are not as merged in note"_s);
}

void TestVerifier::looksAtEveryRowWhenAsked()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    applyToBoth(made);
    run(made, Side::B,
        "UPDATE customers SET email = 'new' WHERE customer_id = 1;"
        "INSERT INTO audit_log VALUES ('late', 'Eve');");
    QCOMPARE(verdict(made), u"converged"_s);
    QCOMPARE(verdict(made, VerifyScope::Full), u"audit_log ('late', 'Eve'): 0 on A, 1 on B\n"
                                               "customers customer_id=1: A and B differ in email"_s);
}

void TestVerifier::provesGenerators()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    applyToBoth(made);
    run(made, Side::A, "UPDATE sqlite_sequence SET seq = 1000 WHERE name = 'orders';");
    QCOMPARE(verdict(made), u"orders on A · PRD01 (live) gives 1001 next, but 1002 is taken"_s);
}

void TestVerifier::namesTablesThatWereLeft()
{
    Story story(u"settings name* value"_s);
    story.put(Version::A, u"settings: limit 1; theme dark"_s);
    story.put(Version::B, u"settings: limit 2"_s);
    MergeInput input = story.input();
    for (Difference &difference : input.differences) {
        if (difference.rows.a && difference.rows.b)
            decide(input, difference, Skip{});
    }
    const StorySession made(story, input);
    applyToBoth(made);
    QCOMPARE(verdict(made), u"settings: 1 rows are left as each server has them"_s);
    QCOMPARE(verdict(made, VerifyScope::Full), u"settings: 1 rows are left as each server has them"_s);
}

void TestVerifier::namesTablesThatWereNotCompared()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    applyToBoth(made);
    VERIFY_OK(made.session().setStatus(0, {.state = TableStatus::State::Failed, .reason = u"it was locked"_s}));
    QCOMPARE(verdict(made), u"audit_log: failed, it was locked"_s);
}

/// A log without a key refers to a row that gets a new key: its line moves to another value.
void TestVerifier::countsCopiesUnderANewKey()
{
    Story story(u"orders order_id# note\nlog order_id>orders what"_s);
    story.put(Version::A, u"orders: 1 a\nlog: 1 made"_s);
    story.put(Version::B, u"orders: 1 b\nlog: 1 made; 1 made"_s);
    const StorySession made(story, decidedInput(story));
    applyToBoth(made);
    QCOMPARE(verdict(made, VerifyScope::Full), u"converged"_s);
    QCOMPARE(made.shell(Side::A).ask(u"SELECT order_id, count(*) FROM log GROUP BY 1"_s), u"1|1\n2|2"_s);
}

void TestVerifier::stopsWhenCancelled()
{
    const Story story = switchOverStory();
    const StorySession made(story, decidedInput(story));
    auto servers = openServers(made.project());
    VERIFY_OK(servers);
    CancelToken token;
    token.cancel();
    const auto result = verify(*servers, made.project(), made.session(), VerifyScope::Full, token, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"

#include "diffcore/script/bundle.h"
#include "diffcore/session/project.h"
#include "tests/support/commandline.h"
#include "tests/support/demomerge.h"
#include "tests/support/sqliteshell.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// Who read what is going to run, and that nothing else runs.
class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aSignedBundleSaysWhoReadIt();
    void signingLeavesTheScriptsAsTheyAre();
    void withoutAReviewNothingRuns();
    void whoDecidedCannotApprove();
    void aDecisionOutdatesTheReview();
    void aComparisonThatFindsTheSameKeepsTheReview();
    void aRowThatMovedOutdatesTheReview();
    void anOldBundleIsNotSigned();
    void undoWaitsForNobody();
    void theHistoryKeepsAll();
    void theHistoryOutlivesTheBundle();

private:
    void make(ReviewRule rule);
    [[nodiscard]] CommandRun approve(const QStringList &more = {}) const;
    [[nodiscard]] CommandRun apply(const QStringList &more = {}) const;
    [[nodiscard]] CommandRun decideAnew() const;
    [[nodiscard]] QString project() const { return m_merge->files().project; }

    std::unique_ptr<DemoMerge> m_merge;
    QByteArray m_user;
};

void TestReview::init()
{
    m_user = qgetenv("USER");
    qputenv("USER", "anna");
}

void TestReview::cleanup()
{
    m_user.isEmpty() ? qunsetenv("USER") : qputenv("USER", m_user);
}

void TestReview::make(ReviewRule rule)
{
    m_merge = std::make_unique<DemoMerge>();
    REQUIRE(m_merge->make());
    auto opened = loadProject(project());
    QVERIFY(opened.has_value());
    opened->review = rule;
    QVERIFY(saveProject(*opened, project()).has_value());
    REQUIRE(m_merge->decide());
    REQUIRE(m_merge->script());
}

CommandRun TestReview::approve(const QStringList &more) const
{
    return rejoin(QStringList{u"approve"_s, project(), u"--bundle"_s, m_merge->bundle()} + more);
}

CommandRun TestReview::apply(const QStringList &more) const
{
    return rejoin(QStringList{u"apply"_s, m_merge->bundle(), u"--approve"_s, m_merge->hash(Side::A, u"merge.sql"_s)} +
                  more);
}

CommandRun TestReview::decideAnew() const
{
    return rejoin({u"resolve"_s, project(), u"--table"_s, u"settings"_s, u"--take"_s, u"b"_s, u"--redecide"_s});
}

void TestReview::aSignedBundleSaysWhoReadIt()
{
    make(ReviewRule::Required);
    EXPECT_EXIT(approve({u"--reviewer"_s, u"Bert Ahlers"_s, u"--ticket"_s, u"CHG-7"_s, u"--reason"_s, u"read"_s}), 0);
    const auto bundle = openBundle(m_merge->bundle());
    QVERIFY(bundle.has_value());
    QVERIFY(bundle->review.has_value());
    QCOMPARE(bundle->review->reviewer, u"Bert Ahlers"_s);
    QCOMPARE(bundle->review->by, u"anna"_s);
    QCOMPARE(bundle->review->ticket, u"CHG-7"_s);
    QCOMPARE(bundle->review->reason, u"read"_s);
    QCOMPARE(bundle->review->merge.a, m_merge->hash(Side::A, u"merge.sql"_s));
    QCOMPARE(bundle->review->merge.b, m_merge->hash(Side::B, u"merge.sql"_s));
    QVERIFY(bundle->review->at.isValid());
    QVERIFY(!bundle->review->machine.isEmpty());
    const CommandRun status = rejoin({u"status"_s, project()});
    QVERIFY2(status.out.contains(u"The merge was reviewed by Bert Ahlers on "_s), text(status).constData());
    EXPECT_EXIT(apply({u"--project"_s, project()}), 0);
}

void TestReview::signingLeavesTheScriptsAsTheyAre()
{
    make(ReviewRule::Free);
    QStringList before;
    for (const Side side : bothSides) {
        for (const QString &name : {u"precheck.sql"_s, u"merge.sql"_s, u"postcheck.sql"_s, u"undo.sql"_s})
            before += m_merge->hash(side, name);
    }
    EXPECT_EXIT(approve(), 0);
    QStringList after;
    for (const Side side : bothSides) {
        for (const QString &name : {u"precheck.sql"_s, u"merge.sql"_s, u"postcheck.sql"_s, u"undo.sql"_s})
            after += m_merge->hash(side, name);
    }
    QCOMPARE(after, before);
}

void TestReview::withoutAReviewNothingRuns()
{
    make(ReviewRule::Required);
    const QStringList before = content(m_merge->database(Side::A));
    const CommandRun refused = apply();
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"nobody reviewed this bundle"_s), text(refused).constData());
    QCOMPARE(content(m_merge->database(Side::A)), before);
}

void TestReview::whoDecidedCannotApprove()
{
    make(ReviewRule::FourEyes);
    for (const QStringList &signature : {QStringList(), {u"--reviewer"_s, u"Bert"_s}}) {
        const CommandRun refused = approve(signature);
        EXPECT_EXIT(refused, 10);
        QVERIFY2(refused.err.contains(u"anna decided rows of this merge"_s), text(refused).constData());
    }
    qputenv("USER", "bert");
    const CommandRun forAnna = approve({u"--reviewer"_s, u"Anna"_s});
    EXPECT_EXIT(forAnna, 10);
    EXPECT_EXIT(apply(), 10);
    EXPECT_EXIT(approve(), 0);
    EXPECT_EXIT(apply(), 0);
}

void TestReview::aDecisionOutdatesTheReview()
{
    make(ReviewRule::Free);
    EXPECT_EXIT(approve(), 0);
    const QString reviewed = m_merge->hash(Side::A, u"merge.sql"_s);
    const QStringList before = content(m_merge->database(Side::A));
    EXPECT_EXIT(decideAnew(), 1);

    const CommandRun status = rejoin({u"status"_s, project(), u"--json"_s});
    QCOMPARE(status.json()[u"review"_s][u"outdated"_s], QJsonValue(true));
    const CommandRun fromSession = apply({u"--project"_s, project()});
    EXPECT_EXIT(fromSession, 10);
    QVERIFY2(fromSession.err.contains(u"the review is outdated: a decision or data changed since it was reviewed by "
                                      "anna"_s),
             text(fromSession).constData());

    REQUIRE(m_merge->script());
    const CommandRun fromBundle = apply();
    EXPECT_EXIT(fromBundle, 10);
    QVERIFY2(fromBundle.err.contains(u"the review is outdated: the script for A · PRD01 (live) is another one"_s),
             text(fromBundle).constData());
    const CommandRun byOldHash = rejoin({u"apply"_s, m_merge->bundle(), u"--approve"_s, reviewed});
    EXPECT_EXIT(byOldHash, 10);
    QVERIFY2(byOldHash.err.contains(u"the review is outdated: the script with that SHA-256"_s),
             text(byOldHash).constData());
    QCOMPARE(content(m_merge->database(Side::A)), before);

    EXPECT_EXIT(approve(), 0);
    EXPECT_EXIT(apply({u"--project"_s, project()}), 0);
}

void TestReview::aComparisonThatFindsTheSameKeepsTheReview()
{
    make(ReviewRule::Required);
    EXPECT_EXIT(approve(), 0);
    const QString reviewed = m_merge->hash(Side::A, u"merge.sql"_s);
    EXPECT_EXIT(rejoin({u"compare"_s, project()}), 1);
    QCOMPARE(rejoin({u"status"_s, project(), u"--json"_s}).json()[u"review"_s][u"outdated"_s], QJsonValue(false));
    REQUIRE(m_merge->script()); // the same bytes again
    QCOMPARE(m_merge->hash(Side::A, u"merge.sql"_s), reviewed);
    EXPECT_EXIT(apply({u"--project"_s, project()}), 0);
}

void TestReview::aRowThatMovedOutdatesTheReview()
{
    make(ReviewRule::Free);
    EXPECT_EXIT(approve(), 0);
    const ClientRun moved =
        runSqlite(m_merge->database(Side::A), "UPDATE orders SET updated_at = '2026-11-22 10:59:00' "
                                              "WHERE order_id = 1001;");
    QCOMPARE(moved.exitCode, 0);
    EXPECT_EXIT(rejoin({u"compare"_s, project()}), 1); // two orders, whatever their times are
    const CommandRun status = rejoin({u"status"_s, project()});
    QVERIFY2(status.out.contains(u"The review is outdated"_s), text(status).constData());
}

void TestReview::anOldBundleIsNotSigned()
{
    make(ReviewRule::Free);
    EXPECT_EXIT(decideAnew(), 1);
    const CommandRun refused = approve();
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"is not what the session holds now"_s), text(refused).constData());
}

void TestReview::undoWaitsForNobody()
{
    make(ReviewRule::Required);
    EXPECT_EXIT(approve(), 0);
    EXPECT_EXIT(apply(), 0);
    EXPECT_EXIT(decideAnew(), 1);
    REQUIRE(m_merge->carryOut(u"undo"_s, Side::A));
}

void TestReview::theHistoryKeepsAll()
{
    make(ReviewRule::Free);
    EXPECT_EXIT(approve({u"--ticket"_s, u"CHG-7"_s}), 0);
    EXPECT_EXIT(rejoin({u"rehearse"_s, m_merge->bundle()}), 0);
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    REQUIRE(m_merge->carryOut(u"undo"_s, Side::A));
    const CommandRun told = rejoin({u"history"_s, project(), u"--json"_s});
    EXPECT_EXIT(told, 0);
    QStringList events;
    for (const auto &value : told.json()[u"history"_s].toArray()) {
        const QString event = value[u"event"_s].toString();
        QVERIFY(!value[u"by"_s].toString().isEmpty() && !value[u"machine"_s].toString().isEmpty());
        if (event != "decision"_L1)
            QCOMPARE(value[u"sha256"_s].toString().size(), 64);
        const QString state = value[u"state"_s].toString();
        events += state.isEmpty() ? event : event + u' ' + state;
    }
    for (const QString &event : {u"decision"_s, u"export"_s, u"review"_s, u"rehearse begun"_s, u"rehearse done"_s,
                                 u"apply begun"_s, u"apply done"_s, u"undo begun"_s, u"undo done"_s})
        QVERIFY2(events.contains(event), qPrintable(event));
    QCOMPARE(rejoin({u"history"_s, project(), u"--json"_s}).json(), told.json()); // nothing is taken in twice

    const QString csv = m_merge->path(u"history.csv"_s);
    EXPECT_EXIT(rejoin({u"history"_s, project(), u"--out"_s, csv}), 0);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), events.size() + 1);
    QCOMPARE(lines.constFirst().trimmed(), "at,event,by,machine,server,state,rows,sha256,what");
}

void TestReview::theHistoryOutlivesTheBundle()
{
    make(ReviewRule::Free);
    REQUIRE(m_merge->carryOut(u"apply"_s, Side::A));
    const CommandRun before = rejoin({u"history"_s, project(), u"--json"_s});
    QVERIFY(QFile::remove(m_merge->bundle() + u"/runs.jsonl"_s));
    QCOMPARE(rejoin({u"history"_s, project(), u"--json"_s}).json(), before.json());
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"

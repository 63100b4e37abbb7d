#include "diffcore/compare/comparer.h"

#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using Rejoin::Testing::Divergence;

class TestComparer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void decidesWhatNeedsNobody();
    void newColumnsOfTheUpgrade();
    void keylessTables_data();
    void keylessTables();
    void line9FollowsItsParent();
    void withoutBaseline();
    void baselineWithoutTheTable();
    void baselineWithoutTheKey();
    void statusesSayHowItWent();
    void equalRowsOfAfterTheSplitAreAFinding();
    void oneFailedTableDoesNotStopTheOthers();
    void comparesSomeTablesAgain();
    void refusesGlobsThatMatchNothing();
    void keepsDecisionsOfRowsThatDidNotMove();
    void constraintConflictsAreFound();
    void cancelKeepsWhatIsFinished();
    void cancelledSearchLeavesChildrenUnfinished();
    void refusesOneDatabaseOnBothSides();
    void reportsProgress();
};

static const QString shop =
    u"CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT, qty INT);"
    "INSERT INTO orders VALUES (1, 'open', 1), (2, 'open', 2), (3, 'open', 3), (4, 'open', 4);"_s;

void TestComparer::outcomes_data()
{
    QTest::addColumn<QString>("onA");
    QTest::addColumn<QString>("onB");
    QTest::addColumn<QString>("expected"); // of orders, by id
    const QString nothing;
    const QString paid = u"UPDATE orders SET status = 'paid' WHERE id = 1;"_s;
    const QString more = u"UPDATE orders SET qty = 9 WHERE id = 1;"_s;
    const QString gone = u"DELETE FROM orders WHERE id = 1;"_s;
    QTest::newRow("1 unchanged") << nothing << nothing << nothing;
    QTest::newRow("2 inserted on A") << u"INSERT INTO orders VALUES (5, 'new', 5)"_s << nothing << u"5 OnlyA"_s;
    QTest::newRow("3 inserted on B") << nothing << u"INSERT INTO orders VALUES (5, 'new', 5)"_s << u"5 OnlyB"_s;
    QTest::newRow("4 updated on A") << paid << nothing << u"1 OnlyA"_s;
    QTest::newRow("5 updated on B") << nothing << paid << u"1 OnlyB"_s;
    QTest::newRow("6 deleted on A") << gone << nothing << u"1 OnlyA"_s;
    QTest::newRow("7 deleted on B") << nothing << gone << u"1 OnlyB"_s;
    QTest::newRow("8 inserted on both, equal") << u"INSERT INTO orders VALUES (5, 'new', 5)"_s
                                               << u"INSERT INTO orders VALUES (5, 'new', 5)"_s << u"5 Convergent"_s;
    QTest::newRow("9 inserted on both, different")
        << u"INSERT INTO orders VALUES (5, 'new', 5)"_s << u"INSERT INTO orders VALUES (5, 'new', 6)"_s
        << u"5 KeyCollision"_s;
    QTest::newRow("10 updated on both, equal") << paid << paid << nothing;
    QTest::newRow("11 updated on both, disjoint") << paid << more << u"1 CellMerge"_s;
    QTest::newRow("12 updated on both, unlike")
        << paid << u"UPDATE orders SET status = 'shut' WHERE id = 1;"_s << u"1 CellConflict"_s;
    QTest::newRow("13 deleted on A, updated on B") << gone << paid << u"1 DeleteUpdate"_s;
    QTest::newRow("14 updated on A, deleted on B") << paid << gone << u"1 UpdateDelete"_s;
    QTest::newRow("15 deleted on both") << gone << gone << nothing;
}

/// Lines 10 and 15 are equal on A and B, so the baseline is not asked and nothing is recorded.
void TestComparer::outcomes()
{
    QFETCH(QString, onA);
    QFETCH(QString, onB);
    QFETCH(QString, expected);
    Divergence divergence(shop, onA, onB);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told().join(u'\n').remove(u"orders id="_s), expected);
}

void TestComparer::decidesWhatNeedsNobody()
{
    Divergence divergence(shop,
                          u"UPDATE orders SET qty = 9 WHERE id = 1; DELETE FROM orders WHERE id = 2;"
                          "UPDATE orders SET status = 'paid' WHERE id = 3"_s,
                          u"UPDATE orders SET qty = 8 WHERE id = 3; UPDATE orders SET qty = 8 WHERE id = 4"_s);
    VERIFY_OK(divergence.compare());
    QCOMPARE(kindText(divergence.find(u"orders id=1"_s).decision.kind), kindText(Take{Version::A}));
    QCOMPARE(kindText(divergence.find(u"orders id=2"_s).decision.kind), kindText(DeleteRow{}));
    QCOMPARE(kindText(divergence.find(u"orders id=3"_s).decision.kind), kindText(Cells{}));
    const Difference fourth = divergence.find(u"orders id=4"_s);
    QCOMPARE(kindText(fourth.decision.kind), kindText(Take{Version::B}));
    QVERIFY(fourth.resolved);
    QVERIFY(!fourth.decision.reason.isEmpty());
    QCOMPARE(divergence.cells(fourth, u"qty"_s), u"4 4 8"_s);
    QVERIFY(fourth.changes == (PerSide<Change>{Change::None, Change::Updated}));
}

void TestComparer::newColumnsOfTheUpgrade()
{
    const QString upgrade = u"ALTER TABLE orders ADD COLUMN channel TEXT; UPDATE orders SET channel = 'web';"_s;
    Divergence divergence(shop,
                          upgrade + u"UPDATE orders SET status = 'paid' WHERE id = 1;"
                                    "UPDATE orders SET channel = 'shop' WHERE id = 2"_s,
                          upgrade);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"orders id=1 OnlyA"_s, u"orders id=2 CellConflict"_s}));
    QCOMPARE(divergence.cells(divergence.find(u"orders id=2"_s), u"channel"_s), u"~ shop web"_s);
}

void TestComparer::keylessTables_data()
{
    QTest::addColumn<QString>("common");
    QTest::addColumn<QString>("onA");
    QTest::addColumn<QString>("onB");
    QTest::addColumn<QString>("expected");
    const QString one = u"INSERT INTO log VALUES ('x', 1)"_s;
    const QString two = u"INSERT INTO log VALUES ('x', 1), ('x', 1)"_s;
    const QString none = u"DELETE FROM log"_s;
    QTest::newRow("equal") << one << QString() << QString() << QString();
    QTest::newRow("both added the same") << QString() << one << one << QString();
    QTest::newRow("A added") << one << one << QString() << u"2 OnlyA"_s;
    QTest::newRow("both added, unlike numbers") << one << one << two << u"2 OnlyA, 3 OnlyB, 4 OnlyB"_s;
    QTest::newRow("B deleted") << two << QString() << none << u"1 OnlyB, 2 OnlyB"_s;
    QTest::newRow("A deleted, B added") << one << none << one << u"1 OnlyA, 2 OnlyB"_s;
}

void TestComparer::keylessTables()
{
    QFETCH(QString, common);
    QFETCH(QString, onA);
    QFETCH(QString, onB);
    QFETCH(QString, expected);
    Divergence divergence(u"CREATE TABLE log (what TEXT, n INT);"_s + common, onA, onB);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told().join(u", ").remove(u"log ('x', 1) no. "_s), expected);
    const QList<qint64> ids = divergence.session().ids({}).value();
    for (const qint64 id : ids)
        QVERIFY(divergence.session().difference(id)->resolved);
}

/// Line 9 under a key that refers to another: a collision only where the parent is one.
void TestComparer::line9FollowsItsParent()
{
    const QString lines =
        u"CREATE TABLE lines (order_id INT NOT NULL REFERENCES orders (id), no INT NOT NULL, qty INT, "
        "PRIMARY KEY (order_id, no));"
        "CREATE TABLE parts (order_id INT NOT NULL, no INT NOT NULL, part INT NOT NULL, qty INT, "
        "PRIMARY KEY (order_id, no, part), "
        "FOREIGN KEY (order_id, no) REFERENCES lines (order_id, no))"_s;
    const QString equalLine = u"INSERT INTO lines VALUES (9, 2, 5);"_s;
    Divergence divergence(shop + lines,
                          u"INSERT INTO orders VALUES (9, 'a', 1); INSERT INTO lines VALUES (1, 1, 5), (9, 1, 5);"
                          "INSERT INTO parts VALUES (9, 2, 1, 5), (1, 1, 1, 5);"_s +
                              equalLine,
                          u"INSERT INTO orders VALUES (9, 'b', 1); INSERT INTO lines VALUES (1, 1, 6), (9, 1, 6);"
                          "INSERT INTO parts VALUES (9, 2, 1, 6), (1, 1, 1, 6);"_s +
                              equalLine);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(),
             (QStringList{u"lines order_id=1, no=1 CellConflict"_s, u"lines order_id=9, no=1 KeyCollision"_s,
                          u"lines order_id=9, no=2 KeyCollision entangled"_s, u"orders id=9 KeyCollision"_s,
                          u"parts order_id=1, no=1, part=1 CellConflict"_s,
                          u"parts order_id=9, no=2, part=1 KeyCollision"_s}));
}

void TestComparer::withoutBaseline()
{
    Divergence divergence(shop, u"UPDATE orders SET qty = 9 WHERE id = 1; DELETE FROM orders WHERE id = 2"_s,
                          QString());
    divergence.project().baseline.reset();
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"orders id=1 CellConflict"_s, u"orders id=2 MissingUnknown"_s}));
    const TableStatus status = divergence.status(u"orders"_s);
    QCOMPARE(status.evidence, u"none"_s);
    QVERIFY(!status.limits.isEmpty());
    QVERIFY(!divergence.find(u"orders id=2"_s).baselineKnown);
}

void TestComparer::baselineWithoutTheTable()
{
    const QString table = u"CREATE TABLE fresh (id INTEGER PRIMARY KEY, x INT);"_s;
    Divergence divergence(shop, table + u"INSERT INTO fresh VALUES (1, 1), (2, 1)"_s,
                          table + u"INSERT INTO fresh VALUES (1, 1), (2, 2), (3, 3)"_s);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"fresh id=2 KeyCollision"_s, u"fresh id=3 OnlyB"_s}));
    QVERIFY(divergence.status(u"fresh"_s).limits.contains(u"no such table"_s));
}

/// Rows of the baseline that cannot be told apart are not known, and nothing is guessed.
void TestComparer::baselineWithoutTheKey()
{
    const QString common = u"CREATE TABLE t (name TEXT); INSERT INTO t VALUES ('x');"_s;
    const QString upgrade = u"DROP TABLE t; CREATE TABLE t (code INT NOT NULL PRIMARY KEY, name TEXT);"_s;
    Divergence divergence(common, upgrade + u"INSERT INTO t VALUES (1, 'x'), (2, 'y')"_s,
                          upgrade + u"INSERT INTO t VALUES (1, 'z')"_s);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"t code=1 CellConflict"_s, u"t code=2 MissingUnknown"_s}));
    QVERIFY(divergence.status(u"t"_s).limits.contains(u"code"_s));

    Divergence keyless(u"CREATE TABLE log (what TEXT); INSERT INTO log VALUES ('x');"_s,
                       u"ALTER TABLE log ADD COLUMN n INT; INSERT INTO log VALUES ('y', 1)"_s,
                       u"ALTER TABLE log ADD COLUMN n INT"_s);
    VERIFY_OK(keyless.compare());
    QCOMPARE(keyless.told(), QStringList{u"log ('y', 1) no. 1 MissingUnknown"_s});
}

void TestComparer::statusesSayHowItWent()
{
    Divergence divergence(shop + u"CREATE TABLE audit (x INT);"_s,
                          u"INSERT INTO orders VALUES (7, 'a', 1); DROP TABLE audit"_s,
                          u"INSERT INTO orders VALUES (5, 'b', 1), (6, 'b', 1)"_s);
    VERIFY_OK(divergence.compare());
    const TableStatus orders = divergence.status(u"orders"_s);
    QVERIFY(orders.state == TableStatus::State::Compared);
    QCOMPARE(orders.evidence, u"baseline database"_s);
    QCOMPARE(orders.limits, QString());
    QCOMPARE(orders.rows.a, std::optional<qint64>(5));
    QCOMPARE(orders.rows.b, std::optional<qint64>(6));
    QCOMPARE(orders.generators.baseline.highest, std::optional<qint64>(4));
    QCOMPARE(orders.generators.a.highest, std::optional<qint64>(7));
    QCOMPARE(orders.generators.b.highest, std::optional<qint64>(6));
    const TableStatus audit = divergence.status(u"audit"_s);
    QVERIFY(audit.state == TableStatus::State::NotComparable);
    QCOMPARE(audit.reason, u"not on A"_s);
    const ComparisonHeader header = divergence.session().header();
    QVERIFY(header.titles == (PerSide<QString>{u"A · PRD01 (live)"_s, u"B · PRD02 (standby)"_s}));
    QVERIFY(header.moves == Side::B);
    QVERIFY(header.identities.a != header.identities.b);
    QVERIFY(header.finishedAt.isValid());
    QCOMPARE(header.projectHash.size(), 64);
}

void TestComparer::equalRowsOfAfterTheSplitAreAFinding()
{
    const QString both = u"INSERT INTO orders VALUES (5, 'new', 5), (6, 'new', 6);"_s;
    Divergence divergence(shop, both, both + u"DELETE FROM orders WHERE id = 6;"_s);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"orders id=5 Convergent"_s, u"orders id=6 OnlyA"_s}));
    QVERIFY(divergence.find(u"orders id=5"_s).resolved);
    QCOMPARE(divergence.status(u"orders"_s).findings,
             QStringList{u"1 row is equal on A and B under a key given after the split: it could be two"_s});
}

void TestComparer::oneFailedTableDoesNotStopTheOthers()
{
    const QString loose = u"CREATE TABLE loose (code TEXT, n INT); INSERT INTO loose VALUES ('x', 1), ('x', 2);"_s;
    Divergence divergence(shop + loose, u"UPDATE orders SET qty = 9 WHERE id = 1"_s, QString());
    divergence.project().scope.keys.insert(u"loose"_s, {u"code"_s});
    VERIFY_OK(divergence.compare());
    QVERIFY(divergence.status(u"loose"_s).state == TableStatus::State::Failed);
    QVERIFY2(divergence.status(u"loose"_s).reason.contains(u"two rows on A have one key"_s),
             qPrintable(divergence.status(u"loose"_s).reason));
    QVERIFY(divergence.status(u"orders"_s).state == TableStatus::State::Compared);
    QCOMPARE(divergence.told(), QStringList{u"orders id=1 OnlyA"_s});
}

void TestComparer::comparesSomeTablesAgain()
{
    const QString settings = u"CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, value TEXT);"_s;
    Divergence divergence(shop + settings, u"UPDATE orders SET qty = 9 WHERE id = 1"_s, QString());
    VERIFY_OK(divergence.compare());
    divergence.file(Version::A).run(u"UPDATE orders SET qty = 9 WHERE id = 2"_s);
    divergence.file(Version::B).run(u"INSERT INTO settings VALUES ('x', 'y')"_s);
    VERIFY_OK(divergence.compare({.tables = {u"SET*"_s}}));
    QCOMPARE(divergence.told(), (QStringList{u"orders id=1 OnlyA"_s, u"settings name=x OnlyB"_s}));
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(),
             (QStringList{u"orders id=1 OnlyA"_s, u"orders id=2 OnlyA"_s, u"settings name=x OnlyB"_s}));
}

void TestComparer::refusesGlobsThatMatchNothing()
{
    Divergence divergence(shop, QString(), QString());
    const auto compared = divergence.compare({.tables = {u"orders"_s, u"ordr"_s}});
    QVERIFY(!compared);
    QVERIFY(compared.error().code == ErrorCode::Usage);
    QCOMPARE(compared.error().message, u"no table matches 'ordr'"_s);
    QCOMPARE(compared.error().advice, u"Did you mean orders?"_s);
}

void TestComparer::keepsDecisionsOfRowsThatDidNotMove()
{
    Divergence divergence(shop, u"UPDATE orders SET qty = 8 WHERE id < 3"_s,
                          u"UPDATE orders SET qty = 9 WHERE id < 3"_s);
    VERIFY_OK(divergence.compare());
    QList<Session::NewDecision> decisions;
    for (const int id : {1, 2})
        decisions.append({divergence.find(u"orders id=%1"_s.arg(id)).id,
                          Decision{.kind = Take{Version::B}, .origin = Decision::Origin::Person}, true});
    VERIFY_OK(divergence.session().decide(decisions, u"take B"_s, u"anna"_s));
    divergence.file(Version::A).run(u"UPDATE orders SET qty = 7 WHERE id = 2"_s);
    VERIFY_OK(divergence.compare());
    QVERIFY(divergence.find(u"orders id=1"_s).resolved);
    QVERIFY(!divergence.find(u"orders id=2"_s).resolved);
    VERIFY_OK(divergence.compare({.decisions = CompareOptions::Decisions::Fresh}));
    QVERIFY(!divergence.find(u"orders id=1"_s).resolved);
}

void TestComparer::constraintConflictsAreFound()
{
    const QString customers = u"CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT UNIQUE)"_s;
    Divergence divergence(customers, u"INSERT INTO customers VALUES (1, 'x@y')"_s,
                          u"INSERT INTO customers VALUES (2, 'x@y')"_s);
    VERIFY_OK(divergence.compare());
    const auto conflicts = divergence.session().constraintConflicts();
    VERIFY_OK(conflicts);
    QCOMPARE(conflicts->size(), 1);
    QVERIFY(conflicts->first().kind == ConstraintConflict::Kind::Unique);
    QCOMPARE(conflicts->first().differences.size(), 2);
}

void TestComparer::cancelKeepsWhatIsFinished()
{
    QString tables;
    for (const QString &name : {u"t1"_s, u"t2"_s, u"t3"_s})
        tables +=
            u"CREATE TABLE %1 (id INTEGER PRIMARY KEY, x INT); INSERT INTO %1 VALUES (1, 1), (2, 2), (3, 3);"_s.arg(
                name);
    const QString change = u"UPDATE t1 SET x = 9; UPDATE t2 SET x = 9; UPDATE t3 SET x = 9"_s;
    Divergence divergence(tables, change, QString());
    CancelToken cancel;
    const auto compared = divergence.compare({.pageRows = 1}, cancel, [&](const ProgressReport &report) {
        if (report.doing.contains(u"t2"_s))
            cancel.cancel();
    });
    QVERIFY(!compared);
    QVERIFY(compared.error().code == ErrorCode::Cancelled);
    QVERIFY(divergence.status(u"t1"_s).state == TableStatus::State::Compared);
    QVERIFY(divergence.status(u"t2"_s).state == TableStatus::State::Cancelled);
    QVERIFY(divergence.status(u"t3"_s).state == TableStatus::State::Cancelled);
    QCOMPARE(divergence.told(), (QStringList{u"t1 id=1 OnlyA"_s, u"t1 id=2 OnlyA"_s, u"t1 id=3 OnlyA"_s}));
}

/// Rows of a child table that only look equal may still be missing: it must not pass for compared.
void TestComparer::cancelledSearchLeavesChildrenUnfinished()
{
    const QString lines = u"CREATE TABLE lines (order_id INT NOT NULL REFERENCES orders (id), no INT NOT NULL, "
                          "PRIMARY KEY (order_id, no));"_s;
    Divergence divergence(shop + lines, u"INSERT INTO orders VALUES (9, 'a', 1); INSERT INTO lines VALUES (9, 1)"_s,
                          u"INSERT INTO orders VALUES (9, 'b', 1); INSERT INTO lines VALUES (9, 1)"_s);
    CancelToken cancel;
    const auto compared = divergence.compare({}, cancel, [&](const ProgressReport &report) {
        if (report.doing.startsWith(u"looking for rows"_s))
            cancel.cancel();
    });
    QVERIFY(!compared);
    QVERIFY(compared.error().code == ErrorCode::Cancelled);
    QVERIFY(divergence.status(u"orders"_s).state == TableStatus::State::Compared);
    QVERIFY(divergence.status(u"lines"_s).state == TableStatus::State::Cancelled);
    QVERIFY(!divergence.status(u"lines"_s).reason.isEmpty());
}

void TestComparer::refusesOneDatabaseOnBothSides()
{
    Divergence divergence(shop, QString(), QString());
    divergence.project().servers.b.connection = divergence.project().servers.a.connection;
    const auto compared = divergence.compare();
    QVERIFY(!compared);
    QVERIFY(compared.error().code == ErrorCode::Usage);
    QVERIFY(compared.error().message.startsWith(u"A and B are the same database"_s));
}

void TestComparer::reportsProgress()
{
    Divergence divergence(shop, u"UPDATE orders SET qty = 9"_s, QString());
    QStringList doings;
    qint64 done = 0;
    qint64 total = 0;
    VERIFY_OK(divergence.compare({.pageRows = 1}, {}, [&](const ProgressReport &report) {
        doings.append(report.doing);
        done = qMax(done, report.done);
        total = qMax(total, report.total);
    }));
    QVERIFY(doings.contains(u"comparing orders"_s));
    QCOMPARE(done, 8);
    QCOMPARE(total, 8);
}

QTEST_GUILESS_MAIN(TestComparer)
#include "tst_comparer.moc"

#include "diffcore/apply/verifier.h"
#include "diffcore/evidence/checkpointwriter.h"
#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// Only rows that a condition lets through are compared, and what the condition hides is not taken for deleted.
class TestRowFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsInQuestionWhereOneSideLetsItThrough_data();
    void aKeyIsInQuestionWhereOneSideLetsItThrough();
    void conditionsDifferBySide();
    void globsAddUp();
    void statusTellsFilteredRows();
    void copiesOfKeylessTables();
    void feedsAreFilteredToo();
    void checkpointsHoldWholeTables();
    void childrenOfCollisionsAreTakenIn();
    void verifyComparesTheSameRows();
    void refusals_data();
    void refusals();
};

static const QString orders = u"CREATE TABLE orders (id INTEGER PRIMARY KEY, region TEXT, qty INT);"
                              "INSERT INTO orders VALUES (1, 'EU', 1), (2, 'EU', 2), (3, 'US', 3), (4, 'US', 4);"_s;

static void filter(Divergence &divergence, const QString &condition)
{
    for (const Side side : bothSides)
        divergence.project().scope.filters[side].insert(u"orders"_s, condition);
}

void TestRowFilters::aKeyIsInQuestionWhereOneSideLetsItThrough_data()
{
    QTest::addColumn<QString>("onA");
    QTest::addColumn<QString>("expected");
    const QString nothing;
    QTest::newRow("changed within") << u"UPDATE orders SET qty = 9 WHERE id = 1"_s << u"1 OnlyA"_s;
    QTest::newRow("changed outside") << u"UPDATE orders SET qty = 9 WHERE id = 3"_s << nothing;
    QTest::newRow("left") << u"UPDATE orders SET region = 'US' WHERE id = 1"_s << u"1 OnlyA"_s;
    QTest::newRow("came in") << u"UPDATE orders SET region = 'EU' WHERE id = 3"_s << u"3 OnlyA"_s;
    QTest::newRow("deleted within") << u"DELETE FROM orders WHERE id = 1"_s << u"1 OnlyA"_s;
    QTest::newRow("deleted outside") << u"DELETE FROM orders WHERE id = 3"_s << nothing;
    QTest::newRow("inserted within") << u"INSERT INTO orders VALUES (5, 'EU', 5)"_s << u"5 OnlyA"_s;
    QTest::newRow("inserted outside") << u"INSERT INTO orders VALUES (5, 'US', 5)"_s << nothing;
}

void TestRowFilters::aKeyIsInQuestionWhereOneSideLetsItThrough()
{
    QFETCH(QString, onA);
    QFETCH(QString, expected);
    for (const bool swapped : {false, true}) {
        Divergence divergence(orders, swapped ? QString() : onA, swapped ? onA : QString());
        filter(divergence, u"region = 'EU'"_s);
        VERIFY_OK(divergence.compare());
        QCOMPARE(divergence.told().join(u'\n').remove(u"orders id="_s).replace(u"OnlyB"_s, u"OnlyA"_s), expected);
        if (expected.isEmpty())
            continue;
        // both rows stand as they are, though a condition hides one of them
        const Difference difference = divergence.find(u"orders id="_s + expected[0]);
        const bool isInserted = onA.startsWith(u"INSERT"_s);
        const bool isDeleted = onA.startsWith(u"DELETE"_s);
        const Side changed = swapped ? Side::B : Side::A;
        QCOMPARE(difference.changes[changed], isInserted  ? Change::Inserted
                                              : isDeleted ? Change::Deleted
                                                          : Change::Updated);
        QCOMPARE(difference.changes[other(changed)], Change::None);
        QCOMPARE(difference.rows[other(changed)].has_value(), !isInserted);
    }
}

/// The upgrade renamed the column on B.
void TestRowFilters::conditionsDifferBySide()
{
    Divergence divergence(
        orders, u"UPDATE orders SET qty = 9 WHERE id = 1; UPDATE orders SET qty = 9 WHERE id = 3"_s,
        u"ALTER TABLE orders RENAME COLUMN region TO area; UPDATE orders SET area = 'US' WHERE id = 2"_s);
    AlignmentOptions &scope = divergence.project().scope;
    scope.renamed = {{u"orders"_s, {u"region=area"_s}}};
    scope.filters = {{{u"orders"_s, u"region = 'EU'"_s}}, {{u"orders"_s, u"area = 'EU'"_s}}};
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"orders id=1 OnlyA"_s, u"orders id=2 OnlyB"_s}));
}

void TestRowFilters::globsAddUp()
{
    Divergence divergence(orders, u"UPDATE orders SET qty = qty + 10"_s, {});
    for (const Side side : bothSides)
        divergence.project().scope.filters[side] = {{u"ord*"_s, u"region = 'EU' OR id = 3"_s},
                                                    {u"orders"_s, u"id > 1"_s}};
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"orders id=2 OnlyA"_s, u"orders id=3 OnlyA"_s}));
    QCOMPARE(divergence.session().alignment().tables[0].filterText(),
             u"only rows where (region = 'EU' OR id = 3) AND (id > 1)"_s);
}

void TestRowFilters::statusTellsFilteredRows()
{
    Divergence divergence(orders, u"DELETE FROM orders WHERE id = 1"_s, {});
    filter(divergence, u"region = 'EU'"_s);
    VERIFY_OK(divergence.compare());
    QVERIFY(divergence.status(u"orders"_s).rows == (PerSide<std::optional<qint64>>{1, 2}));
}

/// Equal rows count whole: a condition that hides some of them on one side makes no difference of them.
void TestRowFilters::copiesOfKeylessTables()
{
    Divergence divergence(u"CREATE TABLE log (region TEXT, what TEXT, seen INT);"
                          "INSERT INTO log VALUES ('EU', 'a', 0), ('EU', 'a', 0), ('US', 'b', 0);"_s,
                          u"INSERT INTO log VALUES ('EU', 'a', 0), ('US', 'b', 0); UPDATE log SET seen = 1"_s,
                          u"DELETE FROM log WHERE what = 'b'"_s);
    AlignmentOptions &scope = divergence.project().scope;
    scope.ignored = {{u"log"_s, {u"seen"_s}}};
    for (const Side side : bothSides)
        scope.filters[side].insert(u"log"_s, u"region = 'EU'"_s);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"log ('EU', 'a') no. 3 OnlyA"_s}));

    for (const Side side : bothSides)
        scope.filters[side][u"log"_s] = u"seen = 0"_s; // of A's rows none
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"log ('EU', 'a') no. 3 OnlyA"_s}));
}

/// A write by which a row leaves the condition is in the feed of that side alone.
void TestRowFilters::feedsAreFilteredToo()
{
    Divergence divergence(
        u"CREATE TABLE orders (id INTEGER PRIMARY KEY, region TEXT, updated_at TEXT);"
        "INSERT INTO orders VALUES (1, 'EU', '2026-11-22 09:00:00'), (2, 'EU', '2026-11-22 09:00:00'),"
        "(3, 'US', '2026-11-22 09:00:00');"_s,
        u"UPDATE orders SET region = 'US', updated_at = '2026-11-22 10:05:00' WHERE id = 1;"
        "UPDATE orders SET updated_at = '2026-11-22 10:05:00' WHERE id = 3"_s,
        u"UPDATE orders SET updated_at = '2026-11-22 10:06:00' WHERE id = 2"_s);
    divergence.forgetBaseline();
    divergence.project().since = QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate);
    divergence.project().evidence = {*EvidenceChoice::parse(u"orders=timestamp:updated_at"_s)};
    filter(divergence, u"region = 'EU'"_s);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"orders id=1 OnlyA"_s, u"orders id=2 OnlyB"_s}));
    const QStringList cheap = divergence.told();
    VERIFY_OK(divergence.compare({.reading = CompareOptions::Reading::Whole, .pageRows = 3}));
    QCOMPARE(divergence.told(), cheap);
}

/// A row that meets the condition since the split had another value at it; it was not inserted.
void TestRowFilters::checkpointsHoldWholeTables()
{
    Divergence divergence(orders, u"UPDATE orders SET region = 'EU' WHERE id = 3"_s, {});
    filter(divergence, u"region = 'EU'"_s);
    Project atSplit = divergence.project();
    atSplit.servers.a = *atSplit.baseline;
    atSplit.baseline.reset();
    const QString path = divergence.path(u"split.checkpoint"_s);
    const auto server = openServer(atSplit, Version::A).value();
    QCOMPARE(takeCheckpoint(*server, atSplit, Side::A, path, {}, {}, {}).value().rows, 4);
    divergence.forgetBaseline();
    divergence.project().checkpoint = path;
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), (QStringList{u"orders id=3 OnlyA"_s}));
    QCOMPARE(divergence.cells(divergence.find(u"orders id=3"_s), u"region"_s), u"US EU US"_s);
}

/// Lines of an order that gets a new number go with it, whatever was to be compared of them.
void TestRowFilters::childrenOfCollisionsAreTakenIn()
{
    Divergence divergence(u"CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT);"
                          "CREATE TABLE lines (order_id INT REFERENCES orders (id), no INT, product INT, "
                          "PRIMARY KEY (order_id, no));"
                          "CREATE TABLE notes (order_id INT REFERENCES orders (id), note TEXT);"
                          "INSERT INTO orders VALUES (1, 'Ann');"_s,
                          u"INSERT INTO orders VALUES (2, 'Bob'); INSERT INTO lines VALUES (2, 1, 50)"_s,
                          u"INSERT INTO orders VALUES (2, 'Cyd'); INSERT INTO lines VALUES (2, 1, 60), (2, 2, 60);"
                          "INSERT INTO notes VALUES (2, 'gift')"_s);
    for (const Side side : bothSides)
        divergence.project().scope.filters[side] = {{u"lines"_s, u"product < 10"_s}, {u"notes"_s, u"note = 'x'"_s}};
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(),
             (QStringList{u"lines order_id=2, no=1 KeyCollision"_s, u"lines order_id=2, no=2 OnlyB"_s,
                          u"notes (2, 'gift') no. 1 OnlyB"_s, u"orders id=2 KeyCollision"_s}));
}

void TestRowFilters::verifyComparesTheSameRows()
{
    Divergence divergence(orders, {}, {});
    filter(divergence, u"region = 'EU'"_s);
    VERIFY_OK(divergence.compare());
    const auto verified = [&] {
        Servers servers = openServers(divergence.project()).value();
        return verify(servers, divergence.project(), divergence.session(), VerifyScope::Full, {}, {}).value();
    };
    QVERIFY(verified().converged);
    QCOMPARE(verified().rowsCompared, 2);
    QCOMPARE(verified().filters, (QStringList{u"orders: only rows where region = 'EU'"_s}));
    divergence.file(Version::B).run(u"UPDATE orders SET qty = 9 WHERE id = 3"_s);
    QVERIFY(verified().converged);
    divergence.file(Version::B).run(u"UPDATE orders SET region = 'US' WHERE id = 1"_s);
    QCOMPARE(verified().unlike, (QStringList{u"orders id=1: A and B differ in region"_s}));
}

void TestRowFilters::refusals_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("message");
    QTest::newRow("statement") << u"1 = 1; DROP TABLE orders"_s
                               << u"the condition \"1 = 1; DROP TABLE orders\" cannot be used: it holds a ';', which "
                                  "ends a statement"_s;
    QTest::newRow("parentheses of two conditions") << u"1 = 1) OR (1 = 1"_s
                                                   << u"the condition \"1 = 1) OR (1 = 1\" cannot be used: a ')' "
                                                      "closes nothing"_s;
    QTest::newRow("column") << u"area = 'EU'"_s << u"the server does not take the condition \"area = 'EU'\""_s;
    QTest::newRow("syntax") << u"region = = 'EU'"_s << u"the server does not take the condition \"region = = 'EU'\""_s;
}

void TestRowFilters::refusals()
{
    QFETCH(QString, condition);
    Divergence divergence(orders, {}, {});
    divergence.project().scope.filters.b = {{u"ord*"_s, condition}, {u"orders"_s, u"id > 0"_s}};
    const auto compared = divergence.compare();
    QVERIFY(!compared);
    QCOMPARE(compared.error().code, ErrorCode::Usage);
    QCOMPARE(compared.error().server, u"B · PRD02"_s);
    QCOMPARE(compared.error().table, u"orders"_s);
    QFETCH(QString, message);
    if (!message.contains(u"does not take"_s))
        QCOMPARE(compared.error().message, message);
    else
        QVERIFY2(!compared.error().driverText.isEmpty(), qPrintable(describe(compared.error())));
    QVERIFY2(compared.error().advice.contains(u"\"where\""_s), qPrintable(compared.error().advice));
}

QTEST_GUILESS_MAIN(TestRowFilters)
#include "tst_rowfilters.moc"

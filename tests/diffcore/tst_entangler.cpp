#include "diffcore/merge/mergedstate.h"
#include "diffcore/merge/resolver.h"
#include "tests/support/divergence.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using Rejoin::Testing::Divergence;

/// Equal is not the same: rows that are equal on A and B in every digit and yet are two rows.
class TestEntangler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();
    void virtualRelations_data();
    void virtualRelations();
    void recordsHoldTheRows();
    void conflictsAreTakenWithTheReferencesInDoubt();
    void manyReferences();
    void withoutCollisionNothingIsEntangled();
};

static const QString shop =
    u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer TEXT);"
    "CREATE TABLE lines (order_id INT NOT NULL REFERENCES orders (order_id), line_no INT NOT NULL, product INT,"
    " PRIMARY KEY (order_id, line_no));"
    "CREATE TABLE parts (order_id INT NOT NULL, line_no INT NOT NULL, part INT NOT NULL, "
    " PRIMARY KEY (order_id, line_no, part), FOREIGN KEY (order_id, line_no) REFERENCES lines (order_id, line_no));"
    "CREATE TABLE payments (payment_id INTEGER PRIMARY KEY, order_id INT REFERENCES orders (order_id), amount INT);"
    "CREATE TABLE parcels (code TEXT NOT NULL PRIMARY KEY, order_id INT REFERENCES orders (order_id), note TEXT);"
    "CREATE TABLE staff (staff_id INTEGER PRIMARY KEY, name TEXT, boss INT REFERENCES staff (staff_id));"
    "CREATE TABLE customers (name TEXT NOT NULL PRIMARY KEY, rep INT REFERENCES staff (staff_id), city TEXT);"
    "INSERT INTO orders VALUES (1000, 'old');"
    "INSERT INTO lines VALUES (1000, 1, 5);"
    "INSERT INTO staff VALUES (1, 'ann', NULL), (2, 'bob', 1);"
    "INSERT INTO customers VALUES ('acme', 1, 'Bern'), ('zeta', 1, 'Rom');"_s;

void TestEntangler::cases_data()
{
    QTest::addColumn<QString>("both");
    QTest::addColumn<QString>("onA");
    QTest::addColumn<QString>("onB");
    QTest::addColumn<QString>("expected");
    const QString a1001 = u"INSERT INTO orders VALUES (1001, 'anna');"_s;
    const QString b1001 = u"INSERT INTO orders VALUES (1001, 'bert');"_s;

    QTest::newRow("line 1 of two orders") << u"INSERT INTO lines VALUES (1001, 1, 5);"_s << a1001 << b1001
                                          << u"lines order_id=1001, line_no=1 KeyCollision entangled\n"
                                             "orders order_id=1001 KeyCollision"_s;
    QTest::newRow("unlike lines are differences already")
        << QString() << a1001 + u"INSERT INTO lines VALUES (1001, 1, 5), (1001, 2, 6);"_s
        << b1001 + u"INSERT INTO lines VALUES (1001, 1, 7);"_s
        << u"lines order_id=1001, line_no=1 KeyCollision\nlines order_id=1001, line_no=2 OnlyA\n"
           "orders order_id=1001 KeyCollision"_s;
    QTest::newRow("children of children") << u"INSERT INTO lines VALUES (1001, 1, 5);"
                                             "INSERT INTO parts VALUES (1001, 1, 1), (1001, 1, 2);"_s
                                          << a1001 << b1001
                                          << u"lines order_id=1001, line_no=1 KeyCollision entangled\n"
                                             "orders order_id=1001 KeyCollision\n"
                                             "parts order_id=1001, line_no=1, part=1 KeyCollision entangled\n"
                                             "parts order_id=1001, line_no=1, part=2 KeyCollision entangled"_s;
    QTest::newRow("payment 501 of each") << u"INSERT INTO payments VALUES (501, 1001, 20);"_s << a1001 << b1001
                                         << u"orders order_id=1001 KeyCollision\n"
                                            "payments payment_id=501 KeyCollision entangled"_s;
    QTest::newRow("a payment that looked convergent")
        << u"INSERT INTO orders VALUES (1002, 'same'); INSERT INTO payments VALUES (501, 1001, 20), (502, 1002, 30);"_s
        << u"INSERT INTO payments VALUES (1, 1000, 1);"_s + a1001
        << u"INSERT INTO payments VALUES (1, 1000, 1);"_s + b1001
        << u"orders order_id=1001 KeyCollision\norders order_id=1002 Convergent\n"
           "payments payment_id=501 KeyCollision entangled"_s;
    QTest::newRow("a parcel's own code") << u"INSERT INTO parcels VALUES ('P1', 1001, 'x');"_s << a1001 << b1001
                                         << u"orders order_id=1001 KeyCollision\n"
                                            "parcels code=P1 CellConflict entangled"_s;
    QTest::newRow("unlike parcels of one code")
        << QString() << a1001 + u"INSERT INTO parcels VALUES ('P1', 1001, 'x');"_s
        << b1001 + u"INSERT INTO parcels VALUES ('P1', 1001, 'y');"_s
        << u"orders order_id=1001 KeyCollision\nparcels code=P1 CellConflict entangled"_s;
    QTest::newRow("each server's own number 9")
        << u"UPDATE customers SET rep = 9 WHERE name = 'acme';"_s << u"INSERT INTO staff VALUES (9, 'carl', 1);"_s
        << u"INSERT INTO staff VALUES (9, 'dora', 2);"_s
        << u"customers name=acme CellConflict entangled\nstaff staff_id=9 KeyCollision"_s;
    const QString hiredOnA = u"INSERT INTO staff VALUES (9, 'carl', 1);"_s;
    const QString hiredOnB = u"INSERT INTO staff VALUES (9, 'dora', 2);"_s;
    QTest::newRow("each server's own number 9, beside a change of one")
        << u"UPDATE customers SET rep = 9 WHERE name = 'acme';"_s << hiredOnA
        << hiredOnB + u"UPDATE customers SET city = 'Berne' WHERE name = 'acme';"_s
        << u"customers name=acme CellConflict entangled\nstaff staff_id=9 KeyCollision"_s;
    QTest::newRow("a reference that one alone changed is no doubt")
        << QString() << hiredOnA + u"UPDATE customers SET rep = 9, city = 'Berne' WHERE name = 'acme';"_s << hiredOnB
        << u"customers name=acme OnlyA\nstaff staff_id=9 KeyCollision"_s;
    QTest::newRow("self-reference") << u"INSERT INTO staff VALUES (10, 'eva', 9), (11, 'fay', 10);"_s
                                    << u"INSERT INTO staff VALUES (9, 'carl', 1);"_s
                                    << u"INSERT INTO staff VALUES (9, 'dora', 2);"_s
                                    << u"staff staff_id=9 KeyCollision\nstaff staff_id=10 KeyCollision entangled\n"
                                       "staff staff_id=11 KeyCollision entangled"_s;
}

/// Whatever both servers have in common comes after their own rows, so that references hold.
void TestEntangler::cases()
{
    QFETCH(QString, both);
    QFETCH(QString, onA);
    QFETCH(QString, onB);
    QFETCH(QString, expected);
    for (const bool swap : {false, true}) {
        Divergence shopDivergence(shop, (swap ? onB : onA) + both, (swap ? onA : onB) + both);
        VERIFY_OK(shopDivergence.compare());
        const QString mirrored = QString(expected).replace(u"OnlyA"_s, u"OnlyB"_s);
        QCOMPARE(shopDivergence.told().join(u'\n'), swap ? mirrored : expected);
    }
}

void TestEntangler::virtualRelations_data()
{
    QTest::addColumn<QString>("logOfA");
    QTest::addColumn<QString>("logOfB");
    QTest::addColumn<QString>("expected");
    const QString orders = u"\norders id=1001 KeyCollision"_s;
    QTest::newRow("one line in each log")
        << u"(1001, 'x')"_s << u"(1001, 'x')"_s << u"log (1001, 'x') no. 1 KeyCollision entangled"_s + orders;
    QTest::newRow("two equal lines in each")
        << u"(1001, 'x'), (1001, 'x')"_s << u"(1001, 'x'), (1001, 'x')"_s
        << u"log (1001, 'x') no. 1 KeyCollision entangled\nlog (1001, 'x') no. 2 KeyCollision entangled"_s + orders;
    QTest::newRow("unlike numbers of lines are separate already")
        << u"(1001, 'x')"_s << u"(1001, 'x'), (1001, 'x')"_s
        << u"log (1001, 'x') no. 1 OnlyA\nlog (1001, 'x') no. 2 OnlyB\nlog (1001, 'x') no. 3 OnlyB"_s + orders;
    QTest::newRow("of another order") << u"(1000, 'x')"_s << u"(1000, 'x')"_s << orders.mid(1);
    QTest::newRow("of none") << u"(NULL, 'x')"_s << u"(NULL, 'x')"_s << orders.mid(1);
    QTest::newRow("of before the split") << u"(1001, 'old')"_s << u"(1001, 'old')"_s
                                         << u"log (1001, 'old') no. 2 KeyCollision entangled"_s + orders;
}

void TestEntangler::virtualRelations()
{
    QFETCH(QString, logOfA);
    QFETCH(QString, logOfB);
    QFETCH(QString, expected);
    Divergence log(u"CREATE TABLE orders (id INTEGER PRIMARY KEY, who TEXT);"
                   "CREATE TABLE log (order_id INT, what TEXT);"
                   "INSERT INTO orders VALUES (1000, 'old'); INSERT INTO log VALUES (1001, 'old')"_s,
                   u"INSERT INTO orders VALUES (1001, 'anna'); INSERT INTO log VALUES "_s + logOfA,
                   u"INSERT INTO orders VALUES (1001, 'bert'); INSERT INTO log VALUES "_s + logOfB);
    log.project().scope.relations = {VirtualRelation::parse(u"log.order_id=orders.id"_s).value()};
    VERIFY_OK(log.compare());
    QCOMPARE(log.told().join(u'\n'), expected);
}

void TestEntangler::recordsHoldTheRows()
{
    const QString both = u"INSERT INTO lines VALUES (1001, 1, 5); UPDATE customers SET rep = 9 WHERE name = 'acme';"_s;
    Divergence divergence(
        shop, u"INSERT INTO orders VALUES (1001, 'anna'); INSERT INTO staff VALUES (9, 'carl', 1);"_s + both,
        u"INSERT INTO orders VALUES (1001, 'bert'); INSERT INTO staff VALUES (9, 'dora', 2);"_s + both);
    VERIFY_OK(divergence.compare());
    const Difference line = divergence.find(u"lines order_id=1001, line_no=1"_s);
    QCOMPARE(divergence.cells(line, u"product"_s), u"- 5 5"_s);
    QVERIFY(line.baselineKnown);
    QVERIFY(line.decision.isUnresolved());
    QVERIFY(!line.resolved);
    QVERIFY(line.changes == (PerSide<Change>{Change::Inserted, Change::Inserted}));
    const Difference customer = divergence.find(u"customers name=acme"_s);
    QCOMPARE(divergence.cells(customer, u"rep"_s), u"1 9 9"_s);
    QVERIFY(customer.changes == (PerSide<Change>{Change::Updated, Change::Updated}));
    QVERIFY(!customer.resolved);
}

void TestEntangler::conflictsAreTakenWithTheReferencesInDoubt()
{
    Divergence divergence(
        shop,
        u"INSERT INTO orders VALUES (1001, 'anna'); INSERT INTO parcels VALUES ('P1', 1001, 'x'), ('P2', 1000, 'x');"_s,
        u"INSERT INTO orders VALUES (1001, 'bert'); INSERT INTO parcels VALUES ('P1', 1001, 'y'), ('P2', 1000, 'y');"_s);
    VERIFY_OK(divergence.compare());
    Resolver resolver(divergence.session(), u"dba"_s);
    VERIFY_OK(resolver.acceptSuggestions({}));
    const int parcels = divergence.find(u"parcels code=P1"_s).table;
    VERIFY_OK(resolver.takeConflicts({.table = parcels}, Side::B));
    const Difference doubtful = divergence.find(u"parcels code=P1"_s);
    QVERIFY(doubtful.resolved);
    QCOMPARE(doubtful.decision.kind, DecisionKind(Cells{{{u"note"_s, Version::B}, {u"order_id"_s, Version::B}}}));
    const Difference plain = divergence.find(u"parcels code=P2"_s);
    QVERIFY(plain.resolved);
    QCOMPARE(plain.decision.kind, DecisionKind(Cells{{{u"note"_s, Version::B}}}));
    const auto input = divergence.session().mergeInput();
    VERIFY_OK(input);
    QVERIFY(mergedState(*input).unresolved.isEmpty());
}

/// More than go into one statement, or one page of the session.
void TestEntangler::manyReferences()
{
    const QString numbers = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "_s;
    const QString lines = u"INSERT INTO lines "_s + numbers + u"SELECT 1000 + i, 1, 5 FROM n;"_s;
    const QString orders = u"INSERT INTO orders "_s + numbers + u"SELECT 1000 + i, '%1' || i FROM n;"_s;
    Divergence divergence(shop, orders.arg(u"a"_s) + lines, orders.arg(u"b"_s) + lines);
    VERIFY_OK(divergence.compare({.pageRows = 500}));
    const QStringList told = divergence.told();
    QCOMPARE(told.filter(u"lines"_s).filter(u"KeyCollision entangled"_s).size(), 1200);
    QCOMPARE(told.filter(u"orders"_s).filter(u"KeyCollision"_s).size(), 1200);
    QCOMPARE(told.size(), 2400);
}

void TestEntangler::withoutCollisionNothingIsEntangled()
{
    const QString both = u"INSERT INTO orders VALUES (1001, 'same'); INSERT INTO lines VALUES (1001, 1, 5);"_s;
    Divergence divergence(shop, both, both);
    VERIFY_OK(divergence.compare());
    QCOMPARE(divergence.told(), QStringList{u"orders order_id=1001 Convergent"_s});
    QVERIFY(divergence.find(u"orders order_id=1001"_s).resolved);
}

QTEST_GUILESS_MAIN(TestEntangler)
#include "tst_entangler.moc"

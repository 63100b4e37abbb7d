#include "tests/support/demomerge.h"
#include "tests/support/sqliteshell.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// Nothing lost, nothing doubled: counted with the engine's own client, by what things are and not by their numbers.
class TestOrderCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingOfBothSidesIsThereOnce_data();
    void everythingOfBothSidesIsThereOnce();

private:
    static QStringList ask(const QString &database, const QString &query)
    {
        return askSqlite(database, query).split(u'\n', Qt::SkipEmptyParts);
    }
    static void expectUnion(const DemoMerge &merge, const QString &query, qsizetype atLeast);
    static void expectKeyMap(const DemoMerge &merge);
    static void expectStock(const DemoMerge &merge);
};

void TestOrderCount::expectUnion(const DemoMerge &merge, const QString &query, qsizetype atLeast)
{
    QStringList expected = ask(merge.original(Side::A), query) + ask(merge.original(Side::B), query);
    expected.sort();
    QVERIFY2(expected.size() >= atLeast, qPrintable(expected.join(u'\n')));
    for (const Side side : bothSides) {
        QStringList merged = ask(merge.database(side), query);
        merged.sort();
        QCOMPARE(merged, expected);
    }
}

void TestOrderCount::expectKeyMap(const DemoMerge &merge)
{
    QFile file(merge.bundle() + u"/keymap.csv"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QStringList moved;
    for (const QString &line : lines.sliced(1)) {
        const QStringList cells = line.split(u',');
        if (cells.value(1) != "orders"_L1)
            continue;
        QVERIFY2(cells.size() == 4 && cells[0].contains("PRD02"_L1), qPrintable(line));
        const QString order = u"SELECT ordered_at FROM orders WHERE order_id = "_s;
        const QString oldNumber = cells[2].section(u'=', -1);
        const QString newNumber = cells[3].section(u'=', -1);
        const QString placed = askSqlite(merge.original(Side::B), order + oldNumber);
        QVERIFY(!placed.isEmpty());
        for (const Side side : bothSides)
            QCOMPARE(askSqlite(merge.database(side), order + newNumber), placed);
        moved += oldNumber;
    }
    moved.sort();
    QStringList collided =
        ask(merge.original(Side::B),
            u"ATTACH '%1' AS a; SELECT order_id FROM main.orders JOIN a.orders o "
            "USING (order_id) WHERE main.orders.ordered_at <> o.ordered_at"_s.arg(merge.original(Side::A)));
    collided.sort();
    QVERIFY(collided.size() >= 20);
    QCOMPARE(moved, collided);
}

/// What both servers sold is gone from the stock, where they sold alike, too.
void TestOrderCount::expectStock(const DemoMerge &merge)
{
    const QString joined = u"ATTACH '%1' AS a; ATTACH '%2' AS b; ATTACH '%3' AS z; SELECT %4 FROM main.products p "
                           "JOIN a.products o USING (product_id) JOIN b.products q USING (product_id) "
                           "JOIN z.products r USING (product_id) WHERE %5"_s;
    for (const Side side : bothSides) {
        const auto count = [&](const QString &condition) {
            return ask(merge.database(side), joined.arg(merge.original(Side::A), merge.original(Side::B),
                                                        merge.files().baseline, u"count(*)"_s, condition))
                .value(0)
                .toInt();
        };
        QCOMPARE(count(u"p.stock <> o.stock + q.stock - r.stock"_s), 0);
        QVERIFY(count(u"o.stock <> r.stock AND q.stock <> r.stock"_s) > 20);
        QVERIFY(count(u"o.stock <> r.stock AND q.stock = o.stock"_s) > 0);
    }
}

void TestOrderCount::everythingOfBothSidesIsThereOnce_data()
{
    QTest::addColumn<int>("orders");
    QTest::newRow("60") << 60;
    QTest::newRow("200") << 200;
    QTest::newRow("3000") << 3000;
}

void TestOrderCount::everythingOfBothSidesIsThereOnce()
{
    QFETCH(int, orders);
    DemoMerge merge;
    REQUIRE(merge.make(orders));
    REQUIRE(merge.decide());
    REQUIRE(merge.script());
    REQUIRE(merge.carryOut(u"apply"_s));
    for (const Side side : bothSides) {
        QCOMPARE(askSqlite(merge.database(side), u"PRAGMA foreign_key_check"_s), QString());
        QCOMPARE(askSqlite(merge.database(side), u"PRAGMA integrity_check"_s), u"ok"_s);
    }

    // an order with its customer, its lines and its payments
    expectUnion(
        merge,
        u"SELECT ordered_at, status, note, channel, email, (SELECT group_concat(line_no || 'x' || product_id || "
        "'x' || qty, ';' ORDER BY line_no) FROM order_lines l WHERE l.order_id = o.order_id), (SELECT "
        "group_concat(amount || method, ';' ORDER BY amount, method) FROM payments p WHERE p.order_id = "
        "o.order_id) FROM orders o JOIN customers USING (customer_id) WHERE ordered_at >= '2026-11-22 10:00:00'"_s,
        45);
    // what the audit log says of an order, which no foreign key declares
    expectUnion(merge,
                u"SELECT actor, action, audit_log.note, ordered_at FROM audit_log JOIN orders USING (order_id) WHERE "
                "ordered_at >= '2026-11-22 10:00:00'"_s,
                48);
    // who was hired, and under whom
    expectUnion(merge,
                u"SELECT e.name, m.name FROM employees e JOIN employees m ON e.manager_id = m.employee_id WHERE "
                "e.employee_id > 8"_s,
                3);
    expectKeyMap(merge);
    expectStock(merge);

    for (const Side side : bothSides) {
        const auto one = [&](const QString &query) { return askSqlite(merge.database(side), query); };
        QCOMPARE(one(u"SELECT count(*) FROM customers WHERE email = 'paula.stern@example.com'"_s), u"1"_s);
        QCOMPARE(one(u"SELECT e.name FROM customers c JOIN employees e ON c.rep = e.employee_id WHERE c.name = "
                     "'Iris Novak'"_s),
                 u"Nadia Flores"_s);
        QCOMPARE(one(u"SELECT e.name FROM customers c JOIN employees e ON c.rep = e.employee_id WHERE c.name = "
                     "'Jonas Weber'"_s),
                 u"Tom Becker"_s);
        QCOMPARE(one(u"SELECT e.name FROM customers c JOIN employees e ON c.rep = e.employee_id WHERE customer_id IN "
                     "(31, 32) ORDER BY customer_id"_s),
                 u"Nadia Flores\nTom Becker"_s);
        QCOMPARE(one(u"SELECT m.name FROM employees e JOIN employees m ON e.manager_id = m.employee_id WHERE e.name = "
                     "'Tomasz Wójcik'"_s),
                 u"Tom Becker"_s);
        QVERIFY(one(u"SELECT seq >= (SELECT max(order_id) FROM orders) FROM sqlite_sequence WHERE name = 'orders'"_s) ==
                "1"_L1);
    }
}

QTEST_GUILESS_MAIN(TestOrderCount)
#include "tst_ordercount.moc"

#include "diffcore/script/bundle.h"
#include "tests/contract/pairsuite.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

/// Orders of the EU alone, and visits that have no key. A condition is in the words of each server: the upgrade renamed
/// the column on B. What left the EU on A is still an order on B, and goes to the US there.
void PairSuite::rowsThatAConditionLeavesOutStay()
{
    for (const Version version : allVersions) {
        const QString column = version == Version::B ? u"area"_s : u"region"_s;
        run(version,
            {u"CREATE TABLE orders (order_id {integer} PRIMARY KEY, %1 {text} NOT NULL, qty {integer})"_s.arg(column),
             u"CREATE TABLE visits (region {text} NOT NULL, page {text} NOT NULL)"_s,
             u"INSERT INTO visits (region, page) VALUES ('EU', 'a'), ('EU', 'a'), ('US', 'b')"_s,
             u"INSERT INTO orders (order_id, %1, qty) VALUES (1, 'EU', 1), (2, 'EU', 2), (3, 'US', 3), "
             "(4, 'US', 4), (5, 'EU', 5)"_s.arg(column)});
    }
    run(Version::A, {u"UPDATE orders SET region = 'US' WHERE order_id = 1"_s,
                     u"UPDATE orders SET qty = 30 WHERE order_id = 3"_s, u"DELETE FROM orders WHERE order_id = 5"_s,
                     u"INSERT INTO visits (region, page) VALUES ('EU', 'a'), ('US', 'a')"_s});
    run(Version::B, {u"UPDATE orders SET area = 'EU', qty = 40 WHERE order_id = 4"_s,
                     u"INSERT INTO orders (order_id, area, qty) VALUES (6, 'EU', 6), (7, 'US', 7)"_s,
                     u"DELETE FROM visits WHERE page = 'b'"_s});
    makeBundle({u"--rename"_s, u"orders.region=area"_s, u"--where-a"_s, u"orders=region = 'EU'"_s, u"--where-b"_s,
                u"orders=area = 'EU'"_s, u"--where"_s, u"visits=region = 'EU'"_s});
    thereAndBackAndThere();
    QCOMPARE(rows(Side::A, u"SELECT order_id, region, qty FROM orders ORDER BY order_id"_s),
             (QStringList{u"1 US 1"_s, u"2 EU 2"_s, u"3 US 30"_s, u"4 EU 40"_s, u"6 EU 6"_s}));
    QCOMPARE(rows(Side::B, u"SELECT order_id, area, qty FROM orders ORDER BY order_id"_s),
             (QStringList{u"1 US 1"_s, u"2 EU 2"_s, u"3 US 3"_s, u"4 EU 40"_s, u"6 EU 6"_s, u"7 US 7"_s}));
    const auto visits = u"SELECT region, page FROM visits ORDER BY region, page"_s;
    QCOMPARE(rows(Side::A, visits), (QStringList{u"EU a"_s, u"EU a"_s, u"EU a"_s, u"US a"_s, u"US b"_s}));
    QCOMPARE(rows(Side::B, visits), (QStringList{u"EU a"_s, u"EU a"_s, u"EU a"_s}));
    const QString verified = expect(0, {u"verify"_s, m_project, u"--full"_s});
    QVERIFY2(verified.contains(u"only rows of A where region = 'EU', only rows of B where area = 'EU'"_s),
             qPrintable(verified));
}

/// The total of an order is the work of the application; here it is written on A alone, as by a job of the night.
void PairSuite::columnsThatATriggerFillsAreNotWritten()
{
    runEverywhere({u"CREATE TABLE orders (order_id {integer} PRIMARY KEY, qty {integer}, total {integer}, "
                   "stamp {text})"_s,
                   u"INSERT INTO orders (order_id, qty, total, stamp) VALUES (1, 1, 10, 'x'), (2, 2, 20, 'x'), "
                   "(3, 3, 30, 'x')"_s});
    run(Version::A, {u"UPDATE orders SET qty = 5, total = 50, stamp = 'a' WHERE order_id = 1"_s,
                     u"UPDATE orders SET total = 21 WHERE order_id = 2"_s,
                     u"INSERT INTO orders (order_id, qty, total, stamp) VALUES (4, 4, 40, 'a')"_s});
    run(Version::B, {u"UPDATE orders SET total = 22, stamp = 'b' WHERE order_id = 2"_s,
                     u"UPDATE orders SET stamp = 'b' WHERE order_id = 3"_s});
    makeProject(
        {u"--no-write"_s, u"orders.total"_s, u"--no-write"_s, u"orders.stamp"_s, u"--ignore"_s, u"orders.stamp"_s});
    // nothing is asked of a column that no script writes
    const QString compared = expect(1, {u"compare"_s, m_project});
    QVERIFY2(compared.contains(u"not written: total, stamp (nor compared)"_s), qPrintable(compared));
    QVERIFY2(compared.contains(u"1 row differs only in total, which no script writes"_s), qPrintable(compared));
    QVERIFY(expect(1, {u"status"_s, m_project}).contains(u"not written: total, stamp (nor compared)"_s));
    expect(10, {u"resolve"_s, m_project, u"--table"_s, u"orders"_s, u"--key"_s, u"2"_s, u"--set"_s, u"total=5"_s});
    expect(0, {u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    const PerSide<QString> before{dump(Side::A), dump(Side::B)};
    for (const BundleTarget &target : must(openBundle(m_bundle)).targets)
        expect(0, {u"apply"_s, m_bundle, u"--approve"_s, target.mergeHash});
    QCOMPARE(rows(Side::A, u"SELECT order_id, qty, total, stamp FROM orders ORDER BY order_id"_s),
             (QStringList{u"1 5 50 a"_s, u"2 2 21 x"_s, u"3 3 30 x"_s, u"4 4 40 a"_s}));
    QCOMPARE(rows(Side::B, u"SELECT order_id, qty, total, stamp FROM orders ORDER BY order_id"_s),
             (QStringList{u"1 5 10 x"_s, u"2 2 22 b"_s, u"3 3 30 b"_s, u"4 4 NULL NULL"_s}));
    // until something fills the column, the rows are not one
    const QString verified = expect(1, {u"verify"_s, m_project});
    QVERIFY2(verified.contains(u"A and B differ in total"_s), qPrintable(verified));
    QVERIFY2(verified.contains(u"Columns that no script writes"_s), qPrintable(verified));
    run(Version::B,
        {u"UPDATE orders SET total = 50 WHERE order_id = 1"_s, u"UPDATE orders SET total = 21 WHERE order_id = 2"_s,
         u"UPDATE orders SET total = 40, stamp = 'job' WHERE order_id = 4"_s});
    expect(0, {u"verify"_s, m_project, u"--full"_s});
    // the undo proves nothing of it either
    for (const BundleTarget &target : must(openBundle(m_bundle)).targets)
        expect(0, {u"undo"_s, m_bundle, u"--approve"_s, target.undoHash});
    QCOMPARE(rows(Side::B, u"SELECT order_id, qty, total, stamp FROM orders ORDER BY order_id"_s),
             (QStringList{u"1 1 50 x"_s, u"2 2 21 b"_s, u"3 3 30 b"_s}));
    QCOMPARE(dump(Side::A), before.a);
}

} // namespace Rejoin::Testing

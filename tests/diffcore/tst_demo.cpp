#include "diffcore/demo/demo.h"

#include "tests/support/printing.h"
#include "tests/support/sqliteshell.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsEveryOutcome_data();
    void holdsEveryOutcome();
    void holdsEqualRowsThatAreTwo_data();
    void holdsEqualRowsThatAreTwo();
    void everyDatabaseKeepsItsForeignKeys();
    void isDeterministic();
    void replacesAnEarlierDemo();
    void growsWithTheOrders();
    void refusesTooFewOrders();
    void refusesAFolderThatCannotBe();

private:
    /// One figure over the three databases: main is the baseline.
    QString ask(const QString &query) const
    {
        return askSqlite(m_files.baseline,
                         u"ATTACH '%1' AS a; ATTACH '%2' AS b; %3"_s.arg(m_files.a, m_files.b, query));
    }

    QTemporaryDir m_folder;
    DemoFiles m_files;
};

void TestDemo::initTestCase()
{
    const auto files = makeDemo(m_folder.filePath(u"demo"_s), {}, {}, {});
    VERIFY_OK(files);
    m_files = *files;
    QCOMPARE(ask(u"SELECT count(*) FROM main.orders"_s), u"200"_s);
}

// The lines of the outcome table: how many keys of the table are so.
void TestDemo::holdsEveryOutcome_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rows");

    QTest::newRow("1 unchanged") << u"SELECT count(*) FROM (SELECT * FROM main.customers INTERSECT "
                                    "SELECT * FROM a.customers INTERSECT SELECT * FROM b.customers)"_s
                                 << 50;
    QTest::newRow("2 inserted on A") << u"SELECT count(*) FROM a.orders WHERE order_id NOT IN "
                                        "(SELECT order_id FROM b.orders)"_s
                                     << 5;
    QTest::newRow("3 inserted on B") << u"SELECT count(*) FROM b.customers WHERE customer_id = 63"_s << 1;
    QTest::newRow("4 updated on A")
        << u"SELECT count(*) FROM main.customers m JOIN a.customers USING (customer_id) JOIN "
           "b.customers USING (customer_id) WHERE m.city <> a.customers.city AND "
           "m.city = b.customers.city"_s
        << 1;
    QTest::newRow("5 updated on B")
        << u"SELECT count(*) FROM main.employees m JOIN b.employees USING (employee_id) WHERE "
           "m.manager_id <> b.employees.manager_id"_s
        << 1;
    QTest::newRow("6 deleted on A") << u"SELECT count(*) FROM b.settings WHERE name = 'search.enabled' AND name NOT IN "
                                       "(SELECT name FROM a.settings)"_s
                                    << 1;
    QTest::newRow("7 deleted on B") << u"SELECT count(*) FROM a.settings WHERE name = 'stock.enabled' AND name NOT IN "
                                       "(SELECT name FROM b.settings)"_s
                                    << 1;
    QTest::newRow("8 inserted alike") << u"SELECT count(*) FROM (SELECT * FROM a.settings INTERSECT SELECT * FROM "
                                         "b.settings) WHERE name NOT IN (SELECT name FROM main.settings)"_s
                                      << 1;
    QTest::newRow("9 two orders under one number")
        << u"SELECT count(*) FROM a.orders JOIN b.orders USING (order_id) WHERE order_id > 1000"_s << 20;
    QTest::newRow("10 updated alike")
        << u"SELECT count(*) FROM main.settings m JOIN (SELECT * FROM a.settings INTERSECT "
           "SELECT * FROM b.settings) USING (name) WHERE name = 'login.retries'"_s
        << 1;
    QTest::newRow("11 updated in other columns")
        << u"SELECT count(*) FROM main.customers m JOIN a.customers a USING (customer_id) JOIN b.customers b USING "
           "(customer_id) WHERE m.phone IS NOT a.phone AND m.phone IS b.phone AND m.city <> b.city AND m.city = a.city"_s
        << 1;
    QTest::newRow("12 stamped differently by the deployment")
        << u"SELECT count(*) FROM a.settings JOIN b.settings b USING (name) WHERE a.settings.deployed_at <> "
           u"b.deployed_at "
           "AND name IN (SELECT name FROM main.settings)"_s
        << 24;
    QTest::newRow("13 deleted on A, updated on B")
        << u"SELECT count(*) FROM main.products m JOIN b.products b USING (product_id) WHERE m.price <> b.price AND "
           "product_id NOT IN (SELECT product_id FROM a.products)"_s
        << 1;
    QTest::newRow("14 updated on A, deleted on B")
        << u"SELECT count(*) FROM main.products m JOIN a.products a USING (product_id) WHERE m.price <> a.price AND "
           "product_id NOT IN (SELECT product_id FROM b.products)"_s
        << 1;
    QTest::newRow("15 deleted on both") << u"SELECT count(*) FROM main.settings WHERE name NOT IN (SELECT name FROM "
                                           "a.settings) AND name NOT IN (SELECT name FROM b.settings)"_s
                                        << 1;
    QTest::newRow("unique: one email, two customers")
        << u"SELECT count(*) FROM a.customers a JOIN b.customers b USING (email) WHERE a.customer_id <> b.customer_id"_s
        << 1;
    QTest::newRow("foreign key: customer deleted on A, ordered on B")
        << u"SELECT count(*) FROM b.orders WHERE customer_id NOT IN (SELECT customer_id FROM a.customers) AND "
           "customer_id <= 60"_s
        << 1;
    QTest::newRow("foreign key: customer deleted on B, ordered on A")
        << u"SELECT count(*) FROM a.orders WHERE customer_id NOT IN (SELECT customer_id FROM b.customers) AND "
           "customer_id <= 60"_s
        << 1;
    QTest::newRow("not null: only B demands a tax class")
        << u"SELECT count(*) FROM a.products WHERE tax_class IS NULL"_s << 1;
}

void TestDemo::holdsEveryOutcome()
{
    QFETCH(QString, query);
    QFETCH(int, rows);
    QCOMPARE(ask(query), QString::number(rows));
}

void TestDemo::holdsEqualRowsThatAreTwo_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("lines")
        << u"SELECT * FROM a.order_lines WHERE order_id = 1001 INTERSECT SELECT * FROM b.order_lines"_s;
    QTest::newRow("payments") << u"SELECT * FROM a.payments WHERE order_id = 1001 INTERSECT SELECT * FROM b.payments"_s;
    QTest::newRow("representatives") << u"SELECT customer_id, rep FROM a.customers WHERE rep = 9 AND customer_id <= 60 "
                                        "INTERSECT SELECT customer_id, rep FROM b.customers"_s;
    QTest::newRow("audit lines") << u"SELECT * FROM a.audit_log WHERE order_id = 1001 INTERSECT SELECT * FROM "
                                    "b.audit_log"_s;
}

void TestDemo::holdsEqualRowsThatAreTwo()
{
    QFETCH(QString, query);
    QCOMPARE(ask(u"SELECT count(*) FROM (%1)"_s.arg(query)), u"1"_s);
    QCOMPARE(ask(u"SELECT a.name = b.name FROM a.employees a JOIN b.employees b USING (employee_id) WHERE "
                 "employee_id = 9"_s),
             u"0"_s);
}

void TestDemo::everyDatabaseKeepsItsForeignKeys()
{
    for (const QString &path : {m_files.baseline, m_files.a, m_files.b}) {
        QCOMPARE(askSqlite(path, u"PRAGMA foreign_key_check"_s), QString());
        QCOMPARE(askSqlite(path, u"PRAGMA integrity_check"_s), u"ok"_s);
    }
}

void TestDemo::isDeterministic()
{
    const auto again = makeDemo(m_folder.filePath(u"again"_s), {}, {}, {});
    VERIFY_OK(again);
    for (const auto file : {&DemoFiles::baseline, &DemoFiles::a, &DemoFiles::b}) {
        const ClientRun first = runSqlite(m_files.*file, ".dump\n");
        QVERIFY(first.output.size() > 10000);
        QCOMPARE(first.output, runSqlite((*again).*file, ".dump\n").output);
    }
}

void TestDemo::replacesAnEarlierDemo()
{
    const QString folder = m_folder.filePath(u"twice"_s);
    const auto first = makeDemo(folder, {}, {}, {});
    VERIFY_OK(first);
    QFile session(folder + u"/shop.session"_s);
    QVERIFY(session.open(QIODevice::WriteOnly));
    session.close();
    QFile runs(folder + u"/bundle/runs.jsonl"_s);
    QVERIFY(QDir(folder).mkdir(u"bundle"_s) && runs.open(QIODevice::WriteOnly));
    runs.close();
    const auto second = makeDemo(folder, {.orders = 60}, {}, {});
    VERIFY_OK(second);
    QVERIFY(!session.exists());
    QVERIFY(!runs.exists());
    QCOMPARE(askSqlite(second->baseline, u"SELECT count(*) FROM orders"_s), u"60"_s);
}

void TestDemo::growsWithTheOrders()
{
    const auto files = makeDemo(m_folder.filePath(u"large"_s), {.orders = 20000}, {}, {});
    VERIFY_OK(files);
    QCOMPARE(askSqlite(files->baseline, u"SELECT count(*), max(order_id) FROM orders"_s), u"20000|20000"_s);
    QCOMPARE(askSqlite(files->a, u"ATTACH '%1' AS b; SELECT count(*) FROM main.orders JOIN b.orders USING (order_id) "
                                 "WHERE order_id > 20000"_s.arg(files->b)),
             u"750"_s);
}

void TestDemo::refusesTooFewOrders()
{
    const auto files = makeDemo(m_folder.filePath(u"few"_s), {.orders = 59}, {}, {});
    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::Usage);
}

void TestDemo::refusesAFolderThatCannotBe()
{
    const auto files = makeDemo(m_files.project + u"/demo"_s, {}, {}, {});
    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::CannotWrite);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"

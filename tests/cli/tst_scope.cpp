#include "diffcore/session/project.h"
#include "tests/support/commandline.h"
#include "tests/support/printing.h"
#include "tests/support/sqlitefile.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// Which rows and columns take part, by the commands of a person.
class TestScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void conditionsAreKeptAndTold();
    void aConditionThatTheServerRefusesIsNamed();
    void columnsAreLeftUnwritten();
    void whatArrivesMeanwhileIsNotReported();
    void usage_data();
    void usage();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] CommandRun initialise(const QStringList &more) const
    {
        const auto sqlite = [](const SqliteFile &file) { return u"Driver=SQLite3;Database="_s + file.path(); };
        return rejoin(QStringList{u"init"_s, path(u"shop.rejoin"_s), u"--a"_s, sqlite(*m_files.a), u"--b"_s,
                                  sqlite(*m_files.b), u"--baseline"_s, sqlite(*m_files.baseline)} +
                      more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    PerVersion<std::unique_ptr<SqliteFile>> m_files;
};

void TestScope::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const Version version : allVersions)
        m_files[version] = std::make_unique<SqliteFile>(
            QStringList{u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY, region TEXT, total INT)"_s,
                        u"INSERT INTO orders VALUES (1, 'EU', 10), (2, 'EU', 20), (3, 'US', 30)"_s});
    m_files.a->run(u"UPDATE orders SET total = total + 1"_s);
}

void TestScope::conditionsAreKeptAndTold()
{
    EXPECT_EXIT(initialise({u"--where"_s, u"orders=region = 'EU'"_s, u"--where-b"_s, u"ord*=order_id > 1"_s}), 0);
    const auto project = loadProject(path(u"shop.rejoin"_s));
    VERIFY_OK(project);
    QCOMPARE(project->scope.filters.a.value(u"orders"_s), u"region = 'EU'"_s);
    QCOMPARE(project->scope.filters.b.keys(), (QStringList{u"ord*"_s, u"orders"_s}));
    const QString told = u"orders: only rows of A where region = 'EU', only rows of B where (order_id > 1) AND "
                         "(region = 'EU')"_s;
    const CommandRun checked = rejoin({u"check"_s, path(u"shop.rejoin"_s)});
    EXPECT_EXIT(checked, 0);
    QVERIFY2(checked.out.contains(told), text(checked).constData());
    const CommandRun compared = rejoin({u"compare"_s, path(u"shop.rejoin"_s)});
    EXPECT_EXIT(compared, 1);
    QVERIFY2(compared.out.contains(told), text(compared).constData());
    const CommandRun status = rejoin({u"status"_s, path(u"shop.rejoin"_s), u"--json"_s});
    const QJsonObject orders = status.json()[u"tables"_s][0].toObject();
    QCOMPARE(orders[u"outcomes"_s][u"OnlyA"_s].toInt(), 2);
    QCOMPARE(orders[u"rows"_s], QJsonValue(QJsonObject{{u"a"_s, 2}, {u"b"_s, 1}}));
    QCOMPARE(orders[u"where"_s][u"a"_s].toString(), u"region = 'EU'"_s);
}

void TestScope::aConditionThatTheServerRefusesIsNamed()
{
    EXPECT_EXIT(initialise({u"--label-b"_s, u"PRD02"_s, u"--where-b"_s, u"orders=area = 'EU'"_s}), 0);
    for (const QString &command : {u"check"_s, u"compare"_s}) {
        const CommandRun run = rejoin({command, path(u"shop.rejoin"_s)});
        EXPECT_EXIT(run, 10);
        for (const QString &word : {u"B · PRD02"_s, u"orders"_s, u"\"area = 'EU'\""_s, u"area"_s})
            QVERIFY2(run.err.contains(word), text(run).constData());
    }
}

void TestScope::columnsAreLeftUnwritten()
{
    EXPECT_EXIT(initialise({u"--no-write"_s, u"orders.total"_s}), 0);
    const CommandRun checked = rejoin({u"check"_s, path(u"shop.rejoin"_s)});
    QVERIFY2(checked.out.contains(u"orders: not written: total"_s), text(checked).constData());
    const CommandRun compared = rejoin({u"compare"_s, path(u"shop.rejoin"_s), u"--json"_s});
    EXPECT_EXIT(compared, 1);
    const QJsonObject orders = compared.json()[u"tables"_s][0].toObject();
    QCOMPARE(orders[u"columnsNotWritten"_s], QJsonValue(QJsonArray{u"total"_s}));
    QVERIFY2(text(compared).contains("3 rows differ only in total, which no script writes"),
             text(compared).constData());
}

/// A's change reaches B between the first look and the second one.
void TestScope::whatArrivesMeanwhileIsNotReported()
{
    EXPECT_EXIT(initialise({}), 0);
    CommandRun compared;
    {
        const std::jthread arriving([this] {
            std::this_thread::sleep_for(std::chrono::milliseconds(1500));
            m_files.b->run(u"UPDATE orders SET total = total + 1 WHERE order_id = 1"_s);
        });
        compared = rejoin({u"compare"_s, path(u"shop.rejoin"_s), u"--recheck"_s, u"3"_s});
    }
    EXPECT_EXIT(compared, 1);
    QVERIFY2(compared.out.contains(u"Looked at once more after 3 seconds: 1 row moved meanwhile."_s),
             text(compared).constData());
    const CommandRun shown = rejoin({u"show"_s, path(u"shop.rejoin"_s), u"--json"_s});
    const QJsonArray rows = shown.json().value(u"rows"_s).toArray();
    QStringList keys;
    for (const QJsonValue &row : rows) {
        if (row[u"outcome"_s].toString() != u"Convergent"_s)
            keys += row[u"key"_s][u"order_id"_s].toString();
    }
    QCOMPARE(keys, (QStringList{u"2"_s, u"3"_s}));
}

void TestScope::usage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("message");
    QTest::newRow("no sign") << QStringList{u"--where"_s, u"orders"_s} << u"--where takes TABLE=CONDITION"_s;
    QTest::newRow("no table") << QStringList{u"--where-a"_s, u"=region"_s} << u"--where-a takes TABLE=CONDITION"_s;
    QTest::newRow("empty") << QStringList{u"--where"_s, u"orders="_s}
                           << u"the condition \"\" for orders cannot be used: it is empty"_s;
    QTest::newRow("statement") << QStringList{u"--where"_s, u"orders=1; DELETE FROM orders"_s}
                               << u"cannot be used: it holds a ';'"_s;
    QTest::newRow("twice") << QStringList{u"--where"_s, u"orders=1 = 1"_s, u"--where-a"_s, u"orders=2 = 2"_s}
                           << u"--where-a: orders has a condition already; join the two with AND"_s;
    QTest::newRow("column") << QStringList{u"--no-write"_s, u"total"_s} << u"--no-write takes TABLE.COLUMN"_s;
}

void TestScope::usage()
{
    QFETCH(QStringList, options);
    QFETCH(QString, message);
    const CommandRun run = initialise(options);
    EXPECT_EXIT(run, 10);
    QVERIFY2(run.err.contains(message), text(run).constData());
}

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"

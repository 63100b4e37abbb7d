#include "tests/contract/postgresqlengine.h"
#include "tests/contract/sqliteengine.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// Two servers of unlike engines: compared by what values mean, and never merged.
class TestCrossEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void equalMeaningsAreNoDifference_data() { directions(); }
    void equalMeaningsAreNoDifference();
    void differencesAreFound_data() { directions(); }
    void differencesAreFound();
    void nothingIsMerged();
    void whatCannotBeComparedIsNamed();

private:
    static void directions();
    /// A project of both databases; its path.
    QString project(const QString &name, bool swapped);
    void fill(const QStringList &sqlite, const QStringList &postgreSql);

    QTemporaryDir m_folder;
    SqliteEngine m_sqlite;
    PostgreSqlEngine m_postgreSql;
};

namespace {

const auto sqliteGoods = u"CREATE TABLE goods (id INTEGER PRIMARY KEY, name TEXT, price DECIMAL(10,2), active BOOLEAN, "
                         "made TIMESTAMP, code TEXT, picture BLOB)"_s;
const auto postgreSqlGoods = u"CREATE TABLE goods (id bigint PRIMARY KEY, name varchar(40), price numeric(10,2), "
                             "active boolean, made timestamp, code uuid, picture bytea)"_s;
const auto sqliteRow = u"INSERT INTO goods VALUES (%1, '%2', 1.5, 1, '2026-11-22T10:00:00.500', "
                       "'00112233-4455-6677-8899-AABBCCDDEEFF', x'00ff')"_s;
const auto postgreSqlRow = u"INSERT INTO goods VALUES (%1, '%2', 1.50, true, '2026-11-22 10:00:00.5', "
                           "'00112233-4455-6677-8899-aabbccddeeff', '\\x00ff')"_s;

QStringList rows(const QString &row, const QList<QPair<int, QString>> &goods)
{
    QStringList statements;
    for (const auto &[id, name] : goods)
        statements += row.arg(id).arg(name);
    return statements;
}

} // namespace

void TestCrossEngine::initTestCase()
{
    const Result<void> sqlite = m_sqlite.start();
    const Result<void> postgreSql = sqlite ? m_postgreSql.start() : sqlite;
    if (!postgreSql && postgreSql.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(postgreSql.error().message));
    must(postgreSql);
}

void TestCrossEngine::directions()
{
    QTest::addColumn<bool>("swapped");
    QTest::newRow("SQLite is A") << false;
    QTest::newRow("PostgreSQL is A") << true;
}

void TestCrossEngine::fill(const QStringList &sqlite, const QStringList &postgreSql)
{
    for (const auto &[engine, statements] : {std::pair<ContractEngine *, QStringList>(&m_sqlite, sqlite),
                                             std::pair<ContractEngine *, QStringList>(&m_postgreSql, postgreSql)}) {
        Workbench bench(*engine, u"cross"_s);
        must(bench.open());
        for (const QString &statement : statements)
            must(bench.connection().execute(statement));
    }
}

QString TestCrossEngine::project(const QString &name, bool swapped)
{
    const QString path = m_folder.filePath(name + (swapped ? u"2"_s : u"1"_s) + u".rejoin"_s);
    QString a = must(m_sqlite.connection(u"cross"_s).forDriver());
    QString b = must(m_postgreSql.connection(u"cross"_s).forDriver());
    if (swapped)
        std::swap(a, b);
    const CommandRun made = rejoin({u"init"_s, path, u"--a"_s, a, u"--b"_s, b});
    if (made.exit != 0)
        QTest::qFail(text(made).constData(), __FILE__, __LINE__);
    return path;
}

void TestCrossEngine::equalMeaningsAreNoDifference()
{
    QFETCH(bool, swapped);
    const QList<QPair<int, QString>> goods{{1, u"Tisch 😀"_s}, {2, u""_s}, {10, u"it''s"_s}};
    fill(QStringList{sqliteGoods, u"INSERT INTO goods (id) VALUES (30)"_s} + rows(sqliteRow, goods),
         QStringList{postgreSqlGoods, u"INSERT INTO goods (id) VALUES (30)"_s} + rows(postgreSqlRow, goods));
    const QString path = project(u"equal"_s, swapped);
    const CommandRun checked = rejoin({u"check"_s, path});
    EXPECT_EXIT(checked, 0);
    QVERIFY2(checked.out.contains("engines are not alike"_L1), text(checked).constData());
    EXPECT_EXIT(rejoin({u"compare"_s, path}), 0);
    EXPECT_EXIT(rejoin({u"verify"_s, path, u"--full"_s}), 0);
}

void TestCrossEngine::differencesAreFound()
{
    QFETCH(bool, swapped);
    fill(QStringList{sqliteGoods} + rows(sqliteRow, {{1, u"a"_s}, {2, u"b"_s}, {3, u"c"_s}}) +
             QStringList{u"UPDATE goods SET active = 0 WHERE id = 1"_s},
         QStringList{postgreSqlGoods} + rows(postgreSqlRow, {{1, u"a"_s}, {2, u"B"_s}, {4, u"d"_s}}));
    const QString path = project(u"unequal"_s, swapped);
    EXPECT_EXIT(rejoin({u"compare"_s, path}), 2);
    const CommandRun shown = rejoin({u"show"_s, path, u"--json"_s});
    QStringList keys;
    for (const QJsonValue &row : shown.json().value("rows"_L1).toArray())
        keys += row["key"_L1]["id"_L1].toString();
    keys.sort();
    QCOMPARE(keys, (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    const QString report = m_folder.filePath(u"report.html"_s);
    EXPECT_EXIT(rejoin({u"report"_s, path, u"--out"_s, report}), 0);
    QVERIFY(QFile::exists(report));
}

void TestCrossEngine::nothingIsMerged()
{
    fill(QStringList{sqliteGoods} + rows(sqliteRow, {{1, u"a"_s}}),
         QStringList{postgreSqlGoods} + rows(postgreSqlRow, {{1, u"b"_s}}));
    const QString path = project(u"merge"_s, false);
    const CommandRun compared = rejoin({u"compare"_s, path});
    EXPECT_EXIT(compared, 2);
    QVERIFY2(compared.out.contains("nothing can be merged"_L1), text(compared).constData());
    const QString folder = m_folder.filePath(u"bundle"_s);
    const CommandRun early = rejoin({u"script"_s, path, u"--target"_s, u"both"_s, u"--out"_s, folder});
    EXPECT_EXIT(early, 13);
    QVERIFY2(early.err.contains("not of one engine"_L1), text(early).constData());
    EXPECT_EXIT(rejoin({u"resolve"_s, path, u"--table"_s, u"goods"_s, u"--take"_s, u"a"_s}), 1);
    EXPECT_EXIT(rejoin({u"script"_s, path, u"--target"_s, u"a"_s, u"--out"_s, folder}), 13);
    QVERIFY(!QFile::exists(folder));
}

void TestCrossEngine::whatCannotBeComparedIsNamed()
{
    fill({u"CREATE TABLE log (n INTEGER, note TEXT)"_s, u"CREATE TABLE t (id INTEGER PRIMARY KEY, tags TEXT)"_s,
          u"CREATE TABLE costs (price DECIMAL(5,2) NOT NULL PRIMARY KEY)"_s},
         {u"CREATE TABLE log (n integer, note text)"_s, u"CREATE TABLE t (id integer PRIMARY KEY, tags text[])"_s,
          u"CREATE TABLE costs (price numeric(5,2) PRIMARY KEY)"_s, u"INSERT INTO t VALUES (1, '{a}')"_s});
    const QString path = project(u"unlike"_s, false);
    const CommandRun checked = rejoin({u"check"_s, path});
    EXPECT_EXIT(checked, 13);
    for (const QString &said : {u"rows without a key cannot be compared across engines"_s,
                                u"tags is TEXT on A and text[] on B: it is not compared"_s,
                                u"key column price is neither a whole number nor text"_s})
        QVERIFY2(checked.out.contains(said), text(checked).constData());
}

QTEST_GUILESS_MAIN(TestCrossEngine)
#include "tst_crossengine.moc"

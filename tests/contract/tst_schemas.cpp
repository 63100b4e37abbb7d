#include "diffcore/apply/applier.h"
#include "diffcore/compare/catalogs.h"
#include "diffcore/compare/wholeread.h"
#include "diffcore/script/bundle.h"
#include "tests/contract/pairbench.h"
#include "tests/contract/postgresqlschemas.h"
#include "tests/contract/workbench.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowsToJoin = int(WholeRead::fewestRowsToSum) + 500;

} // namespace

/// Two schemas of one PostgreSQL database: what is not the same as with two databases.
class TestSchemas : public QObject, private PairBench
{
    Q_OBJECT

public:
    explicit TestSchemas(PostgreSqlSchemas &engine)
        : PairBench(engine)
    {
    }

private Q_SLOTS:
    void initTestCase() { startEngine(); }
    void init() { beginCase(); }
    void collisionsAreFoundByJoinAndMerged();
    void aScriptIsForItsSchema();
    void withoutTheRightToJoinSumsTell();
    void oneSchemaIsOneSide();
    void aCheckpointHoldsItsSchema();
    void otherSchemasAreNoneOfTheSides();

private:
    /// Orders of a shop, with lines and a type of the schema's own; enough of them to be joined.
    void makeShop();
    [[nodiscard]] Project project() const;
    /// By which means all rows of the first table are looked through.
    [[nodiscard]] static WholeRead::Means meansOf(const Project &project);
};

void TestSchemas::makeShop()
{
    runEverywhere(
        {u"CREATE TYPE state AS ENUM ('open', 'paid')"_s,
         u"CREATE TABLE orders (order_id {generated key}, customer {text} NOT NULL, state state NOT NULL)"_s,
         u"CREATE TABLE lines (order_id {reference} NOT NULL REFERENCES orders, line {integer} NOT NULL, qty "
         "{integer}, PRIMARY KEY (order_id, line))"_s,
         u"INSERT INTO orders (customer, state) SELECT 'c' || n, 'open' FROM generate_series(1, %1) AS n"_s.arg(
             rowsToJoin),
         u"INSERT INTO lines SELECT order_id, 1, 1 FROM orders WHERE order_id <= 10"_s});
}

Project TestSchemas::project() const
{
    Project project;
    project.servers.a.connection = m_engine.connection(databaseOf(Version::A));
    project.servers.b.connection = m_engine.connection(databaseOf(Version::B));
    return project;
}

WholeRead::Means TestSchemas::meansOf(const Project &project)
{
    const CancelToken cancel;
    Servers servers = must(openServers(project));
    const Alignment alignment = must(readAlignment(servers, project, nullptr, cancel, {}));
    const AlignedTable &orders = alignment.tables[alignment.tableIndex(u"orders"_s)];
    PerSide<RowFetcher> fetchers{RowFetcher(servers[Side::A], orders, Version::A, cancel),
                                 RowFetcher(servers[Side::B], orders, Version::B, cancel)};
    WholeRead read(servers, {&fetchers.a, &fetchers.b}, orders, std::nullopt, 100);
    must(read.begin());
    return read.means();
}

void TestSchemas::collisionsAreFoundByJoinAndMerged()
{
    makeShop();
    for (const Version version : {Version::A, Version::B}) {
        const QString who = version == Version::A ? u"of A"_s : u"of B"_s;
        run(version, {u"INSERT INTO orders (customer, state) VALUES ('%1', 'open')"_s.arg(who),
                      u"INSERT INTO lines VALUES ((SELECT max(order_id) FROM orders), 1, 7)"_s});
    }
    run(Version::A, {u"UPDATE orders SET state = 'paid' WHERE order_id = 5"_s});
    run(Version::B, {u"DELETE FROM orders WHERE order_id = 500"_s, u"UPDATE lines SET qty = 3 WHERE order_id = 7"_s});
    QVERIFY(meansOf(project()) == WholeRead::Means::Joined);

    makeBundle({u"--live"_s, u"a"_s});
    const QString checked = expect(0, {u"check"_s, m_project});
    QVERIFY2(checked.contains(u"two schemas, schema pair_a\n  tables      2\n"_s), qPrintable(checked));
    QVERIFY2(checked.contains(u"two schemas, schema pair_b\n  tables      2\n"_s), qPrintable(checked));
    QVERIFY2(checked.contains(u"The schemas are alike."_s), qPrintable(checked));
    const QString shown = expect(0, {u"show"_s, m_project, u"--table"_s, u"orders"_s});
    QVERIFY2(shown.contains(u"KeyCollision"_s), qPrintable(shown));
    expect(1, {u"compare"_s, m_project, u"--resume"_s}); // the tables are as the session knows them

    thereAndBackAndThere();
    const auto states =
        u"SELECT string_agg(customer || ' ' || qty || ' ' || state, ', ' ORDER BY customer) FROM orders "
        "JOIN lines USING (order_id) WHERE qty = 7 OR order_id IN (5, 7)"_s;
    for (const Side side : bothSides) {
        QCOMPARE(ask(side, u"SELECT count(*) FROM orders"_s), QByteArrayList{QByteArray::number(rowsToJoin + 1)});
        QCOMPARE(ask(side, states), QByteArrayList{"c5 1 paid, c7 3 open, of A 7 open, of B 7 open"});
        run(versionOf(side), {u"INSERT INTO orders (customer, state) VALUES ('next', 'open')"_s});
    }
    QCOMPARE(ask(Side::A, u"SELECT * FROM pair_base.orders WHERE customer LIKE 'of %'"_s), QByteArrayList());
}

/// By Rejoin it is refused where the connection keeps to the other schema; psql with its own search_path runs it.
void TestSchemas::aScriptIsForItsSchema()
{
    runEverywhere({u"CREATE TABLE orders (order_id {generated key}, note {text})"_s,
                   u"INSERT INTO orders (note) VALUES ('old')"_s});
    run(Version::B, {u"UPDATE orders SET note = 'new'"_s});
    makeBundle();
    const QString rehearsed = expect(0, {u"rehearse"_s, m_bundle});
    QVERIFY2(rehearsed.contains(u"pair_a.orders"_s) && !rehearsed.contains(u"Beyond the plan"_s),
             qPrintable(rehearsed));
    const BundleTarget target = must(openBundle(m_bundle)).targets.first();
    QVERIFY(target.side == Side::A);
    const auto refused =
        applyScript(must(openBundle(m_bundle)),
                    {.approved = target.mergeHash, .connection = m_engine.connection(databaseOf(Version::B))}, {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongTarget);
    QCOMPARE(ask(Side::A, u"SELECT note FROM orders"_s), QByteArrayList{"old"});

    QFile script(target.mergePath);
    QVERIFY(script.open(QIODevice::ReadOnly));
    const QByteArray merge = script.readAll();
    QVERIFY(merge.contains("-- Target: PostgreSQL two schemas, schema pair_a\n"));
    const ClientRun ran = m_engine.run(databaseOf(Version::A), merge);
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.errors));
    QCOMPARE(ask(Side::A, u"SELECT note FROM orders"_s), QByteArrayList{"new"});
    expect(0, {u"verify"_s, m_project, u"--full"_s});
}

/// Each side by a user of its own, whose search_path is the role's and who may not read the other's schema.
void TestSchemas::withoutTheRightToJoinSumsTell()
{
    makeShop();
    run(Version::B, {u"UPDATE orders SET customer = 'new' WHERE order_id = 77"_s});
    QByteArray script;
    Project limited = project();
    for (const Side side : bothSides) {
        const QByteArray schema = databaseOf(versionOf(side)).toUtf8();
        script += "CREATE ROLE keeps_" + schema + " LOGIN;\nALTER ROLE keeps_" + schema +
                  " SET search_path = " + schema + ";\nGRANT USAGE ON SCHEMA " + schema + " TO keeps_" + schema +
                  ";\nGRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO keeps_" + schema +
                  ";\nGRANT SELECT ON ALL SEQUENCES IN SCHEMA " + schema + " TO keeps_" + schema + ";\n";
        ConnectionString &where = limited.servers[side].connection;
        where.remove(u"ConnSettings"_s);
        where.set(u"Uid"_s, u"keeps_"_s + databaseOf(versionOf(side)));
    }
    const ClientRun made = m_engine.run({}, script);
    QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
    QVERIFY(meansOf(limited) == WholeRead::Means::Sums);
    expect(0, {u"init"_s, m_project, u"--a"_s, limited.servers.a.connection.saved(), u"--b"_s,
               limited.servers.b.connection.saved()});
    expect(2, {u"compare"_s, m_project});
    QVERIFY(expect(0, {u"show"_s, m_project}).contains(u"order_id=77"_s));
    const ClientRun dropped = m_engine.run({}, "DROP OWNED BY keeps_pair_a, keeps_pair_b;\n"
                                               "DROP ROLE keeps_pair_a, keeps_pair_b;\n");
    QVERIFY2(dropped.exitCode == 0, qPrintable(dropped.errors));
}

void TestSchemas::oneSchemaIsOneSide()
{
    runEverywhere({u"CREATE TABLE orders (order_id {integer} PRIMARY KEY)"_s});
    for (const QString &settings :
         {QString(), u"SET search_path TO pair_a"_s, u"SET search_path TO pair_a, pair_b"_s}) {
        Project same = project();
        same.servers.b.connection.set(u"ConnSettings"_s, settings);
        if (settings.isEmpty())
            same.servers.b.connection.remove(u"ConnSettings"_s);
        const auto servers = openServers(same);
        QVERIFY(!servers);
        QCOMPARE(servers.error().code, ErrorCode::Usage);
        QVERIFY2(servers.error().message.contains(u"are the same database: two schemas, schema pair_a"_s),
                 qPrintable(servers.error().message));
        QVERIFY2(servers.error().advice.contains(u"search_path"_s), qPrintable(servers.error().advice));
    }
}

void TestSchemas::aCheckpointHoldsItsSchema()
{
    runEverywhere({u"CREATE TABLE orders (order_id {integer} PRIMARY KEY, note {text})"_s,
                   u"INSERT INTO orders VALUES (1, 'old'), (2, 'old')"_s});
    const QString file = m_folder.filePath(u"split.checkpoint"_s);
    expect(0, {u"init"_s, m_project, u"--a"_s, m_engine.connection(databaseOf(Version::A)).saved(), u"--b"_s,
               m_engine.connection(databaseOf(Version::B)).saved(), u"--table"_s, u"pair_a.*"_s, u"--table"_s,
               u"pair_b.*"_s});
    const QString taken = expect(0, {u"checkpoint"_s, m_project, u"--side"_s, u"b"_s, u"--out"_s, file});
    QVERIFY2(taken.contains(u"2 tables"_s), qPrintable(taken)); // those of both schemas, not the third one's
    run(Version::A, {u"UPDATE orders SET note = 'of A' WHERE order_id = 1"_s});
    run(Version::B, {u"DELETE FROM orders WHERE order_id = 2"_s});
    m_project = m_folder.filePath(u"merge.rejoin"_s);
    expect(0, {u"init"_s, m_project, u"--a"_s, m_engine.connection(databaseOf(Version::A)).saved(), u"--b"_s,
               m_engine.connection(databaseOf(Version::B)).saved(), u"--checkpoint"_s, file, u"--evidence"_s,
               u"*=checkpoint"_s});
    expect(1, {u"compare"_s, m_project});
    expect(0, {u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    thereAndBackAndThere();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT order_id, note FROM orders"_s), QStringList{u"1 of A"_s});
}

/// A schema that both refer to: its rows are nobody's to merge, and a reference to them is kept as it is.
void TestSchemas::otherSchemasAreNoneOfTheSides()
{
    const ClientRun made = m_engine.run({}, "DROP SCHEMA IF EXISTS common CASCADE;\nCREATE SCHEMA common;\n"
                                            "CREATE TABLE common.customers (id integer PRIMARY KEY);\n"
                                            "INSERT INTO common.customers VALUES (1), (2);\n");
    QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
    runEverywhere({u"CREATE TABLE customers (id {integer} PRIMARY KEY)"_s,
                   u"CREATE TABLE orders (order_id {integer} PRIMARY KEY, customer {integer} NOT NULL REFERENCES "
                   "common.customers)"_s});
    run(Version::A, {u"INSERT INTO orders VALUES (1, 1)"_s});
    run(Version::B, {u"INSERT INTO orders VALUES (2, 2)"_s});
    makeBundle();
    const QString status = expect(1, {u"status"_s, m_project});
    QVERIFY2(!status.contains(u"common"_s), qPrintable(status));
    thereAndBackAndThere();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT order_id, customer FROM orders ORDER BY 1"_s), (QStringList{u"1 1"_s, u"2 2"_s}));
    const ClientRun dropped = m_engine.run({}, "DROP SCHEMA common CASCADE;\n");
    QVERIFY2(dropped.exitCode == 0, qPrintable(dropped.errors));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    PostgreSqlSchemas engine;
    TestSchemas suite(engine);
    return QTest::qExec(&suite, argc, argv);
}

#include "tst_schemas.moc"

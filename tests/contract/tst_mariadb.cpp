#include "tests/contract/mariadbengine.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include "diffcore/dialect/mariadbdialect.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <thread>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

Value num(qint64 number)
{
    return Value::integer(number);
}

Value txt(const QString &text)
{
    return Value::text(text);
}

ErrorCode codeOf(const Result<std::unique_ptr<Connection>> &opened)
{
    return opened ? ErrorCode::Bug : opened.error().code;
}

QByteArray scriptOf(const Dialect &dialect, const ScriptHead &head, const QList<RowChange> &changes,
                    const ScriptTail &tail)
{
    QStringList statements = dialect.scriptHead(head);
    for (const RowChange &change : changes)
        statements += dialect.scriptOperation(change);
    return (statements + dialect.scriptTail(tail)).join(u'\n').toUtf8() + '\n';
}

} // namespace

/// What only MariaDB has; the contract suite has the rest.
class TestMariaDb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_bench.close(); }

    void theServerIsTold();
    void tablesThatCannotBeComparedSayWhy();
    void keysOfIndexes();
    void versionedTablesHideTheirPeriods();
    void foreignKeysTellWhatDeletesDo();
    void jsonIsTextThatIsChecked();
    void caseInsensitiveKeysAreExact();
    void textOfOtherCharacterSets();
    void stampsAreWritten();
    void takenUniqueValuesAreNamed();
    void zeroIsAKey();
    void manyMovedRowsAreCounted();
    void nothingIsLeftBehind();
    void scriptsForceNothing();
    void cyclesAreProvedAtTheEnd();
    void scriptsOfMySqlRunHere();
    void theDemoOfMySqlRunsHere();
    void longStatementsAreCancelled();
    void failedLoginsSayWhy();
    void locksAreWaitedForAWhile();

private:
    void expectRows(const Table &table, const QList<Row> &rows) { QCOMPARE(m_bench.rows(table), rows); }

    MariaDbEngine m_engine;
    Workbench m_bench{m_engine, u"sho'p `1`"_s};
};

void TestMariaDb::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(started.error().message));
    VERIFY_OK(started);
}

void TestMariaDb::init()
{
    VERIFY_OK(m_bench.open());
}

void TestMariaDb::theServerIsTold()
{
    const ServerInfo &server = m_bench.connection().server();
    QCOMPARE(server.engine, Engine::MariaDb);
    QVERIFY(server.version >= QVersionNumber(10, 5));
    QCOMPARE(server.database, m_bench.database());
    QVERIFY2(server.identity.startsWith(u"MariaDB host "_s), qPrintable(server.identity));
}

void TestMariaDb::tablesThatCannotBeComparedSayWhy()
{
    m_bench.run({u"CREATE TABLE old (n integer) ENGINE = MyISAM"_s, u"CREATE TABLE plain (n integer)"_s,
                 u"CREATE TABLE parted (n integer) PARTITION BY HASH (n) PARTITIONS 2"_s});
    QVERIFY(m_bench.table(u"old"_s).whyNotComparable.contains(u"MyISAM, which cannot roll"_s));
    for (const QString &fine : {u"plain"_s, u"parted"_s})
        QCOMPARE(m_bench.table(fine).whyNotComparable, QString());
}

void TestMariaDb::keysOfIndexes()
{
    m_bench.run({u"CREATE TABLE t (a integer, b varchar(300), c varchar(300), UNIQUE prefix (b(10)), "
                 "UNIQUE pair (c(5), a), UNIQUE whole (c, a), KEY plain (a))"_s});
    const Table table = m_bench.table(u"t"_s);
    QVERIFY(!table.primaryKey);
    QCOMPARE(table.uniqueKeys, (QList<Key>{{.name = u"whole"_s, .columns = {u"c"_s, u"a"_s}}}));
}

void TestMariaDb::versionedTablesHideTheirPeriods()
{
    m_bench.run({u"CREATE TABLE seen (id bigint AUTO_INCREMENT PRIMARY KEY, v varchar(9) UNIQUE, "
                 "since timestamp(6) GENERATED ALWAYS AS ROW START, until timestamp(6) GENERATED ALWAYS AS ROW END, "
                 "PERIOD FOR SYSTEM_TIME (since, until)) WITH SYSTEM VERSIONING"_s,
                 u"CREATE TABLE hidden (id bigint AUTO_INCREMENT PRIMARY KEY, v varchar(9)) WITH SYSTEM VERSIONING"_s});
    for (const QString &name : {u"seen"_s, u"hidden"_s}) {
        const Table table = m_bench.table(name);
        QCOMPARE(table.primaryKey->columns, QStringList{u"id"_s});
        for (const Column &column : table.columns)
            QCOMPARE(column.source == ValueSource::Computed, column.name == u"since"_s || column.name == u"until"_s);
        ScriptDraft draft(m_bench.connection(), {&table});
        draft.insert(table, {{u"id"_s, num(5)}}, {{u"v"_s, txt(u"x"_s)}});
        draft.raise({.table = &table, .column = u"id"_s, .lastGiven = 9, .before = 0});
        must(m_bench.apply(draft.text(), Workbench::Way::Client));
        QCOMPARE(must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s)), (GeneratorState{9, 5}));
        QCOMPARE(m_bench.rows(table).size(), 1);
    }
}

void TestMariaDb::foreignKeysTellWhatDeletesDo()
{
    m_bench.run(
        {u"CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b))"_s,
         u"CREATE TABLE c (id integer PRIMARY KEY, x integer, y integer, CONSTRAINT goes FOREIGN KEY (x, y) "
         "REFERENCES p (a, b) ON DELETE SET NULL, CONSTRAINT stays FOREIGN KEY (id, x) REFERENCES p (a, b))"_s});
    const Table child = m_bench.table(u"c"_s);
    const Table parent = m_bench.table(u"p"_s);
    QCOMPARE(child.foreignKeys.size(), 2);
    QCOMPARE(child.foreignKeys[0].name, u"goes"_s);
    QCOMPARE(child.foreignKeys[1].columns, (QStringList{u"id"_s, u"x"_s}));
    QCOMPARE(parent.deleteActions, (QList<DeleteAction>{{child.name, {u"x"_s, u"y"_s}, {u"a"_s, u"b"_s}}}));
}

void TestMariaDb::jsonIsTextThatIsChecked()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, document json, words longtext)"_s});
    const Table table = m_bench.table(u"t"_s);
    QCOMPARE(table.columns[1].family, TypeFamily::Json);
    QCOMPARE(table.columns[2].family, TypeFamily::Text);
}

void TestMariaDb::caseInsensitiveKeysAreExact()
{
    m_bench.run({u"CREATE TABLE t (k varchar(20) COLLATE utf8mb4_general_ci PRIMARY KEY, v integer)"_s,
                 u"INSERT INTO t VALUES ('Key', 1), ('other', 2)"_s});
    const Table table = m_bench.table(u"t"_s);
    const Selection what{&table, {u"k"_s}, {u"k"_s}};
    const QList<Row> asked{{txt(u"KEY"_s)}, {txt(u"Key"_s)}, {txt(u"Key "_s)}};
    QCOMPARE(m_bench.read(table, {u"k"_s}, m_bench.dialect().selectMatching(what, asked)), (QList<Row>{asked[1]}));
    for (const QString &key : {u"KEY"_s, u"Key "_s}) {
        ScriptDraft other(m_bench.connection(), {&table}); // the same key in other letters: taken
        other.insert(table, {{u"k"_s, txt(key)}}, {{u"v"_s, num(2)}});
        ScriptDraft moved(m_bench.connection(), {&table}); // the row has these letters no more
        moved.update(table, {{u"k"_s, txt(key)}}, {{u"v"_s, num(1)}}, {{u"v"_s, num(2)}});
        for (const ScriptDraft &draft : {other, moved}) {
            const Result<void> done = m_bench.apply(draft.text(), Workbench::Way::Client);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Refused);
        }
    }
}

void TestMariaDb::textOfOtherCharacterSets()
{
    m_bench.run(
        {u"CREATE TABLE t (k varchar(20) CHARACTER SET latin1 PRIMARY KEY, v varchar(20) CHARACTER SET ucs2)"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    for (const QString &key : {u"Zoë \\"_s, u"Ärger"_s, u"apple"_s})
        draft.insert(table, {{u"k"_s, txt(key)}}, {{u"v"_s, txt(key)}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    expectRows(
        table,
        {{txt(u"Zoë \\"_s), txt(u"Zoë \\"_s)}, {txt(u"apple"_s), txt(u"apple"_s)}, {txt(u"Ärger"_s), txt(u"Ärger"_s)}});
    must(m_bench.apply(draft.undo().text(), Workbench::Way::Statements));
    expectRows(table, {});
}

void TestMariaDb::stampsAreWritten()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, v integer, "
                 "changed timestamp NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp)"_s,
                 u"INSERT INTO t VALUES (1, 1, '2026-11-22 10:00:00')"_s});
    const Table table = m_bench.table(u"t"_s);
    const QList<Row> before = m_bench.rows(table);
    QVERIFY(table.columns[2].defaultExpression.contains(u"on update"_s));
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.update(table, {{u"id"_s, num(1)}}, {{u"v"_s, num(1)}}, {{u"v"_s, num(2)}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    expectRows(table, {{num(1), num(2), before[0][2]}});
}

void TestMariaDb::takenUniqueValuesAreNamed()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, email varchar(50) UNIQUE, code varchar(50), "
                 "UNIQUE (code(3)))"_s,
                 u"INSERT INTO t VALUES (1, 'a@b', 'abcd')"_s});
    const Table table = m_bench.table(u"t"_s);
    const auto insert = [&](const QString &email, const QString &code) {
        ScriptDraft draft(m_bench.connection(), {&table});
        draft.insert(table, {{u"id"_s, num(2)}}, {{u"email"_s, txt(email)}, {u"code"_s, txt(code)}});
        return draft.text();
    };
    for (const Workbench::Way way : {Workbench::Way::Client, Workbench::Way::Statements}) {
        const Result<void> taken = m_bench.apply(insert(u"a@b"_s, u"x"_s), way);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::Refused);
        QVERIFY2(taken.error().message.contains(u"t id=2"_s), qPrintable(taken.error().message));
        const Result<void> prefix = m_bench.apply(insert(u"b@b"_s, u"abcx"_s), way); // no key that the catalog tells
        QVERIFY(!prefix);
        QCOMPARE(prefix.error().code, ErrorCode::Refused);
        QCOMPARE(m_bench.rows(table).size(), 1);
    }
}

void TestMariaDb::zeroIsAKey()
{
    m_bench.run({u"CREATE TABLE t (id bigint AUTO_INCREMENT PRIMARY KEY, v integer)"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.insert(table, {{u"id"_s, num(0)}}, {{u"v"_s, num(1)}});
    draft.insert(table, {{u"id"_s, num(-3)}}, {{u"v"_s, num(2)}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    expectRows(table, {{num(-3), num(2)}, {num(0), num(1)}});
}

void TestMariaDb::manyMovedRowsAreCounted()
{
    constexpr int moved = 1500;
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, v varchar(9))"_s,
                 u"INSERT INTO t SELECT seq, 'a' FROM seq_1_to_1500"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    for (int id = 1; id <= moved; ++id)
        draft.update(table, {{u"id"_s, num(id)}}, {{u"v"_s, txt(u"a"_s)}}, {{u"v"_s, txt(u"b"_s)}});
    m_bench.run({u"UPDATE t SET v = 'moved'"_s});
    const Result<void> done = m_bench.apply(draft.text(), Workbench::Way::Statements);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QCOMPARE(done.error().rows.size(), moved);
    QVERIFY2(done.error().message.contains(u" 1500, among them t id=1; t id=2; t id=3"_s),
             qPrintable(done.error().message));
}

/// No routine, no table; and the client says so with its exit.
void TestMariaDb::nothingIsLeftBehind()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, v integer)"_s, u"INSERT INTO t VALUES (1, 1), (2, 1)"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.update(table, {{u"id"_s, num(1)}}, {{u"v"_s, num(1)}}, {{u"v"_s, num(2)}});
    draft.update(table, {{u"id"_s, num(2)}}, {{u"v"_s, num(5)}}, {{u"v"_s, num(6)}});
    const ClientRun run = m_engine.run(m_bench.database(), draft.text());
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains(u"rejoin refused: rows moved since the comparison: 1, among them t id=2"_s),
             qPrintable(run.errors));
    expectRows(table, {{num(1), num(1)}, {num(2), num(1)}});
    const TextRows made = must(m_bench.connection().query(
        u"SELECT count(*) FROM (SELECT routine_name FROM information_schema.routines WHERE routine_schema = database() "
        "UNION ALL SELECT table_name FROM information_schema.tables WHERE table_schema = database()) AS all_of_it"_s));
    QCOMPARE(made[0][0], QByteArray("1"));
}

/// A client that goes on after errors writes nothing either.
void TestMariaDb::scriptsForceNothing()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, v integer)"_s, u"INSERT INTO t VALUES (1, 1), (2, 1)"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.update(table, {{u"id"_s, num(1)}}, {{u"v"_s, num(1)}}, {{u"v"_s, num(2)}});
    draft.update(table, {{u"id"_s, num(2)}}, {{u"v"_s, num(5)}}, {{u"v"_s, num(6)}});
    const auto statements = must(m_bench.dialect().split(draft.text()));
    const auto application = must(m_bench.another());
    int failed = 0;
    for (const ScriptStatement &statement : statements)
        failed += application->execute(QString::fromUtf8(statement.text)) ? 0 : 1;
    QVERIFY(failed > 0);
    expectRows(table, {{num(1), num(1)}, {num(2), num(1)}});
}

/// Two rows that refer to each other and may not be without: only the end can tell whether the keys hold.
void TestMariaDb::cyclesAreProvedAtTheEnd()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, next integer NOT NULL, "
                 "FOREIGN KEY (next) REFERENCES t (id) ON DELETE CASCADE)"_s});
    const Table table = m_bench.table(u"t"_s);
    const auto insert = [&](qint64 id, qint64 next) {
        RowChange change{.kind = RowChange::Kind::Insert, .table = &table, .row = u"t id=%1"_s.arg(id)};
        change.key = {{u"id"_s, num(id)}};
        change.after = {{u"id"_s, num(id)}, {u"next"_s, num(next)}};
        return change;
    };
    const auto script = [&](const QList<RowChange> &changes) {
        ScriptHead head;
        head.target = m_bench.connection().server();
        head.tables = {&table};
        head.foreignKeysOff = true;
        ScriptTail tail;
        tail.tables = head.tables;
        tail.foreignKeysOff = true;
        return scriptOf(m_bench.dialect(), head, changes, tail);
    };
    must(m_bench.apply(script({insert(1, 2), insert(2, 1)}), Workbench::Way::Client));
    for (const Workbench::Way way : {Workbench::Way::Client, Workbench::Way::Statements}) {
        const Result<void> done = m_bench.apply(script({insert(3, 4)}), way);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Refused);
        QVERIFY2(done.error().message.contains(u"rows that are not there"_s), qPrintable(describe(done.error())));
    }
    RowChange gone = insert(1, 2); // nothing goes along with it, and so the other one would be left alone
    gone.kind = RowChange::Kind::Delete;
    std::swap(gone.before, gone.after);
    const Result<void> done = m_bench.apply(script({gone}), Workbench::Way::Client);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    expectRows(table, {{num(1), num(2)}, {num(2), num(1)}});
}

/// The words for MySQL 8 are those that MariaDB knows, too, but for its settings.
void TestMariaDb::scriptsOfMySqlRunHere()
{
    m_bench.run({u"CREATE TABLE t (id bigint AUTO_INCREMENT PRIMARY KEY, v varchar(90))"_s,
                 u"INSERT INTO t VALUES (1, 'it''s \"a\"')"_s});
    const Table table = m_bench.table(u"t"_s);
    ServerInfo mySql = m_bench.connection().server();
    mySql.engine = Engine::MySql;
    const MariaDbDialect dialect(mySql);
    RowChange change{.kind = RowChange::Kind::Update, .table = &table, .row = u"t it's 1"_s};
    change.key = {{u"id"_s, num(1)}};
    change.before = {{u"id"_s, num(1)}, {u"v"_s, txt(u"it's \"a\""_s)}};
    change.after = {{u"v"_s, txt(u"b"_s)}};
    ScriptHead head;
    head.target = mySql;
    head.tables = {&table};
    head.generators = {{.table = &table, .column = u"id"_s, .lastGiven = 7, .before = 1}};
    ScriptTail tail;
    tail.generators = head.generators;
    QByteArray script = scriptOf(dialect, head, {change}, tail);
    script.replace("SET SESSION information_schema_stats_expiry = 0;\n", "");
    must(m_bench.apply(script, Workbench::Way::Client));
    expectRows(table, {{num(1), txt(u"b"_s)}});
    QCOMPARE(must(dialect.readGenerator(m_bench.connection(), table, u"id"_s)), (GeneratorState{7, 1}));
    const ClientRun again = m_engine.run(m_bench.database(), script);
    QCOMPARE(again.exitCode, 1);
    Error error;
    error.driverText = again.errors.trimmed();
    QCOMPARE(dialect.scriptError(error).code, ErrorCode::Refused);
    QCOMPARE(dialect.scriptError(error).message, u"rows moved since the comparison: 1, among them t it's 1"_s);
}

/// No MySQL can be had for the tests; its words for the shop are such that MariaDB takes them.
void TestMariaDb::theDemoOfMySqlRunsHere()
{
    const QTemporaryDir folder;
    const QStringList demo{u"demo"_s,         folder.filePath(u"demo"_s), u"--engine"_s, u"mysql"_s,
                           u"--connection"_s, m_engine.server().saved(),  u"--journey"_s};
    for (int time = 0; time < 2; ++time) { // the second one replaces the databases of the first
        const CommandRun ran = rejoin(demo);
        QVERIFY2(ran.exit == 0 && (ran.out + ran.err).contains(u"Converged after apply, restored after undo"_s),
                 text(ran).constData());
    }
    auto where = m_engine.server();
    where.set(u"Database"_s, u"rejoin_demo_prd02"_s);
    const auto connection = must(Connection::open(where, {.label = u"B"_s}));
    const Catalog catalog = must(connection->dialect().readCatalog(*connection, {}));
    QCOMPARE(catalog.table({{}, u"order_lines"_s})->foreignKeys.size(), 2);
    QCOMPARE(catalog.table({{}, u"products"_s})->triggers.size(), 1);
}

void TestMariaDb::longStatementsAreCancelled()
{
    for (const bool readOnly : {false, true}) {
        const auto connection = must(m_bench.another(readOnly));
        QElapsedTimer timer;
        timer.start();
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            connection->cancel();
        });
        const auto slept = connection->query(u"SELECT count(*) FROM seq_1_to_1000000 AS a, seq_1_to_1000000 AS b"_s);
        canceller.join();
        QVERIFY(!slept);
        QCOMPARE(slept.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 30000);
        QCOMPARE(must(connection->query(u"SELECT 1"_s)), TextRows{{QByteArray("1")}});
    }
}

void TestMariaDb::failedLoginsSayWhy()
{
    ConnectionString where = m_engine.connection(m_bench.database());
    where.set(u"Database"_s, u"not there"_s);
    QCOMPARE(codeOf(Connection::open(where, {})), ErrorCode::CannotConnect);
    where = m_engine.connection(m_bench.database());
    where.set(u"User"_s, u"nobody here"_s);
    const auto unknown = Connection::open(where, {});
    QVERIFY2(codeOf(unknown) == ErrorCode::LoginFailed, qPrintable(describe(unknown.error())));
    where.set(u"Port"_s, u"1"_s);
    where.set(u"Pwd"_s, u"hunter2"_s);
    const auto refused = Connection::open(where, {});
    QCOMPARE(codeOf(refused), ErrorCode::CannotConnect);
    QVERIFY2(!describe(refused.error()).contains(u"hunter2"_s), qPrintable(describe(refused.error())));
}

void TestMariaDb::locksAreWaitedForAWhile()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, v integer)"_s, u"INSERT INTO t VALUES (1, 1)"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.update(table, {{u"id"_s, num(1)}}, {{u"v"_s, num(1)}}, {{u"v"_s, num(2)}});
    m_bench.run({u"START TRANSACTION"_s, u"UPDATE t SET v = 1 WHERE id = 1"_s, u"SELECT v FROM t FOR UPDATE"_s});
    const Result<void> done = m_bench.apply(draft.text(), Workbench::Way::Statements);
    m_bench.run({u"ROLLBACK"_s});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ServerRefused);
    QVERIFY2(done.error().message.contains(u"another session holds a lock"_s), qPrintable(describe(done.error())));
    expectRows(table, {{num(1), num(1)}});
}

QTEST_GUILESS_MAIN(TestMariaDb)
#include "tst_mariadb.moc"

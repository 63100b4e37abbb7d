#include "tests/contract/postgresqlengine.h"
#include "tests/contract/workbench.h"

#include <QDir>
#include <QElapsedTimer>
#include <algorithm>
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

const Table *find(const Catalog &catalog, const QString &schema, const QString &name)
{
    return catalog.table({schema, name});
}

ErrorCode codeOf(const Result<std::unique_ptr<Connection>> &opened)
{
    return opened ? ErrorCode::Bug : opened.error().code;
}

} // namespace

/// What only PostgreSQL has; the contract suite has the rest.
class TestPostgreSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_bench.close(); }

    void theVersionIsTheServersOwn();
    void tablesThatCannotBeComparedSayWhy();
    void rowSecurityIsNoticed();
    void keysOfIndexes();
    void schemasKeepTheirTablesApart();
    void readingLeavesTheSearchPathAlone();
    void everyKindOfGenerator();
    void stepsOfASequenceKeepTheirRest();
    void generatedAlwaysIsOverridden();
    void triggersRunUnderTheServersSettings();
    void aConfirmedCommitIsKept();
    void keysOfABlindCollation();
    void deferrableKeysWaitForTheEnd();
    void takenUniqueValuesAreRefused();
    void manyMovedRowsAreCounted();
    void failedLoginsSayWhy();
    void longStatementsAreCancelled();
    void aFailedQueryKeepsTheMoment();
    void longTablesDoNotStayInMemory();
    void theDriverKeepsNoLog();
    void aLostConnectionChangesNothing();

private:
    PostgreSqlEngine m_engine;
    Workbench m_bench{m_engine, u"sho'p \"1\""_s};
};

void TestPostgreSql::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(started.error().message));
    VERIFY_OK(started);
}

void TestPostgreSql::init()
{
    VERIFY_OK(m_bench.open());
}

void TestPostgreSql::theVersionIsTheServersOwn()
{
    const TextRows told =
        must(m_bench.connection().query(u"SELECT split_part(current_setting('server_version'), ' ', 1)"_s));
    QCOMPARE(m_bench.connection().server().version.toString().toUtf8(), told[0][0]);
}

void TestPostgreSql::tablesThatCannotBeComparedSayWhy()
{
    m_bench.run({u"CREATE FOREIGN DATA WRAPPER nowhere"_s, u"CREATE SERVER far FOREIGN DATA WRAPPER nowhere"_s,
                 u"CREATE FOREIGN TABLE remote (n integer) SERVER far"_s, u"CREATE TABLE parent (n integer)"_s,
                 u"CREATE TABLE child () INHERITS (parent)"_s, u"CREATE TABLE ruled (n integer)"_s,
                 u"CREATE RULE quiet AS ON INSERT TO ruled DO INSTEAD NOTHING"_s, u"CREATE TABLE plain (n integer)"_s,
                 u"CREATE TABLE parted (n integer) PARTITION BY LIST (n)"_s,
                 u"CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1)"_s});
    const Catalog catalog = m_bench.catalog();
    const auto why = [&](const QString &name) {
        const Table *table = find(catalog, u"public"_s, name);
        return table ? table->whyNotComparable : u"not there"_s;
    };
    QVERIFY(why(u"remote"_s).contains(u"foreign"_s));
    QVERIFY(why(u"parent"_s).contains(u"inherit"_s));
    QVERIFY(why(u"ruled"_s).contains(u"rules"_s));
    for (const QString &fine : {u"child"_s, u"plain"_s, u"parted"_s})
        QCOMPARE(why(fine), QString());
    QCOMPARE(why(u"parted_1"_s), u"not there"_s);
    m_bench.run({u"DROP FOREIGN DATA WRAPPER nowhere CASCADE"_s});
}

void TestPostgreSql::rowSecurityIsNoticed()
{
    m_bench.run({u"CREATE TABLE secret (n integer)"_s, u"ALTER TABLE secret ENABLE ROW LEVEL SECURITY"_s});
    const ConnectionString where = must(m_engine.readerOf(m_bench.database()));
    const auto reader = must(Connection::open(where, {.label = u"A"_s}));
    const Catalog catalog = must(reader->dialect().readCatalog(*reader, {}));
    QVERIFY(find(catalog, u"public"_s, u"secret"_s)->whyNotComparable.contains(u"row level security"_s));
    const auto rows = reader->query(u"SELECT count(*) FROM secret"_s);
    QVERIFY(!rows); // an error, and not fewer rows
    QCOMPARE(rows.error().code, ErrorCode::RightsMissing);
    QCOMPARE(m_bench.table(u"secret"_s).whyNotComparable, QString());
}

void TestPostgreSql::keysOfIndexes()
{
    m_bench.run({u"CREATE TABLE t (a integer, b text, c text)"_s, u"CREATE UNIQUE INDEX partly ON t (a) WHERE a > 5"_s,
                 u"CREATE UNIQUE INDEX expression ON t (lower(b))"_s,
                 u"CREATE UNIQUE INDEX included ON t (c, a) INCLUDE (b)"_s, u"CREATE INDEX plain ON t (b)"_s,
                 u"ALTER TABLE t ADD CONSTRAINT waiting UNIQUE (b) DEFERRABLE"_s});
    const Table table = m_bench.table(u"t"_s);
    QVERIFY(!table.primaryKey);
    QCOMPARE(table.uniqueKeys, (QList<Key>{{.name = u"included"_s, .columns = {u"c"_s, u"a"_s}},
                                           {.name = u"partly"_s, .columns = {u"a"_s}, .partial = true},
                                           {.name = u"waiting"_s, .columns = {u"b"_s}, .deferrable = true}}));
}

void TestPostgreSql::schemasKeepTheirTablesApart()
{
    m_bench.run({u"CREATE SCHEMA \"s.2\""_s, u"CREATE TABLE t (id integer PRIMARY KEY)"_s,
                 u"CREATE TABLE \"s.2\".t (id integer PRIMARY KEY REFERENCES public.t ON DELETE SET NULL)"_s,
                 u"INSERT INTO t VALUES (1)"_s});
    const Catalog catalog = m_bench.catalog();
    const Table *first = find(catalog, u"public"_s, u"t"_s);
    const Table *second = find(catalog, u"s.2"_s, u"t"_s);
    QVERIFY(first && second);
    QCOMPARE(second->foreignKeys[0].parent, first->name);
    QCOMPARE(first->deleteActions, (QList<DeleteAction>{{second->name, {u"id"_s}, {u"id"_s}}}));
    ScriptDraft draft(m_bench.connection(), {second});
    draft.insert(*second, {{u"id"_s, num(1)}}, {});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    QCOMPARE(m_bench.rows(*second), QList<Row>{{num(1)}});
}

void TestPostgreSql::readingLeavesTheSearchPathAlone()
{
    m_bench.run({u"SET search_path = \"$user\", public, other"_s, u"CREATE TYPE mood AS ENUM ('sad')"_s,
                 u"CREATE TABLE t (m mood)"_s});
    QCOMPARE(m_bench.table(u"t"_s).columns[0].declaredType, u"public.mood"_s);
    const TextRows path = must(m_bench.connection().query(u"SELECT current_setting('search_path')"_s));
    QCOMPARE(path[0][0], QByteArray("\"$user\", public, other"));
}

void TestPostgreSql::everyKindOfGenerator()
{
    m_bench.run({u"CREATE SEQUENCE shared START 100"_s, u"CREATE TABLE a (id serial PRIMARY KEY)"_s,
                 u"CREATE TABLE b (id bigint PRIMARY KEY DEFAULT nextval('shared'), n integer DEFAULT 5)"_s,
                 u"CREATE TABLE c (id smallint GENERATED ALWAYS AS IDENTITY)"_s,
                 u"CREATE TABLE d (id bigint GENERATED BY DEFAULT AS IDENTITY (INCREMENT -1))"_s});
    const QList<QPair<QString, std::optional<qint64>>> expected{
        {u"a"_s, 0}, {u"b"_s, 99}, {u"c"_s, 0}, {u"d"_s, std::nullopt}};
    for (const auto &[name, last] : expected) {
        const Table table = m_bench.table(name);
        QCOMPARE(table.columns[0].source, ValueSource::Generated);
        const GeneratorState state = must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s));
        QCOMPARE(state.lastGiven, last);
    }
    QCOMPARE(m_bench.table(u"b"_s).columns[1].source, ValueSource::Written);
}

/// Two servers that share the numbers out: one gives odd ones, one even.
void TestPostgreSql::stepsOfASequenceKeepTheirRest()
{
    m_bench.run({u"CREATE TABLE t (id bigint GENERATED BY DEFAULT AS IDENTITY (START 1 INCREMENT 2) PRIMARY KEY)"_s,
                 u"INSERT INTO t DEFAULT VALUES"_s});
    const Table table = m_bench.table(u"t"_s);
    for (const auto &[wanted, reached] : {std::pair(10, 11), std::pair(100000, 100001)}) {
        ScriptDraft draft(m_bench.connection(), {&table});
        draft.insert(table, {{u"id"_s, num(wanted)}}, {});
        draft.raise({.table = &table, .column = u"id"_s, .lastGiven = wanted, .before = 1});
        must(m_bench.apply(draft.text(), Workbench::Way::Client));
        const GeneratorState state = must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s));
        QCOMPARE(state.lastGiven, std::optional<qint64>(reached));
        must(m_bench.apply(draft.undo().text(), Workbench::Way::Client));
        QCOMPARE(must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s)), (GeneratorState{1, 1}));
    }
}

void TestPostgreSql::generatedAlwaysIsOverridden()
{
    m_bench.run({u"CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v text)"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.insert(table, {{u"id"_s, num(7)}}, {{u"v"_s, txt(u"x"_s)}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    QCOMPARE(m_bench.rows(table), (QList<Row>{{num(7), txt(u"x"_s)}}));
}

void TestPostgreSql::triggersRunUnderTheServersSettings()
{
    m_bench.run({u"CREATE TABLE t (k integer PRIMARY KEY, v text)"_s, u"CREATE TABLE seen (path text, zone text)"_s,
                 u"CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES "
                 "(current_setting('search_path'), current_setting('timezone')); RETURN NULL; END $$"_s,
                 u"CREATE TRIGGER see AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION see()"_s,
                 u"ALTER DATABASE \"sho'p \"\"1\"\"\" SET timezone = 'Asia/Tokyo'"_s});
    const Table table = m_bench.table(u"t"_s);
    for (const auto &[way, key] : {std::pair(Workbench::Way::Client, 1), std::pair(Workbench::Way::Statements, 2)}) {
        ScriptDraft draft(m_bench.connection(), {&table});
        draft.insert(table, {{u"k"_s, num(key)}}, {{u"v"_s, txt(u"x"_s)}});
        must(m_bench.apply(draft.text(), way));
    }
    m_bench.run({u"ALTER DATABASE \"sho'p \"\"1\"\"\" RESET timezone"_s});
    const TextRows seen = must(m_bench.connection().query(u"SELECT DISTINCT path, zone FROM seen"_s));
    QCOMPARE(seen, (TextRows{{QByteArray("\"$user\", public"), QByteArray("Asia/Tokyo")}}));
}

void TestPostgreSql::aConfirmedCommitIsKept()
{
    m_bench.run({u"CREATE TABLE t (k integer PRIMARY KEY)"_s, u"CREATE TABLE seen (setting text)"_s,
                 u"CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES "
                 "(current_setting('synchronous_commit')); RETURN NULL; END $$"_s,
                 u"CREATE TRIGGER see AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION see()"_s});
    const Table table = m_bench.table(u"t"_s);
    int key = 0;
    for (const QString &setting : {u"off"_s, u"local"_s, u"remote_apply"_s}) {
        m_bench.run({u"ALTER DATABASE \"sho'p \"\"1\"\"\" SET synchronous_commit = "_s + setting});
        ScriptDraft draft(m_bench.connection(), {&table});
        draft.insert(table, {{u"k"_s, num(++key)}}, {});
        must(m_bench.apply(draft.text(), Workbench::Way::Client));
    }
    m_bench.run({u"ALTER DATABASE \"sho'p \"\"1\"\"\" RESET synchronous_commit"_s});
    QCOMPARE(must(m_bench.connection().query(u"SELECT setting FROM seen"_s)),
             (TextRows{{QByteArray("on")}, {QByteArray("local")}, {QByteArray("remote_apply")}}));
}

void TestPostgreSql::keysOfABlindCollation()
{
    m_bench.run({u"CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)"_s,
                 u"CREATE TABLE t (k text COLLATE blind PRIMARY KEY, v integer)"_s,
                 u"INSERT INTO t VALUES ('Key', 1)"_s});
    const Table table = m_bench.table(u"t"_s);
    QVERIFY(table.columns[0].collation.contains(u"nondeterministic"_s));
    ScriptDraft other(m_bench.connection(), {&table}); // the same key in other letters: taken
    other.insert(table, {{u"k"_s, txt(u"KEY"_s)}}, {{u"v"_s, num(2)}});
    const Result<void> taken = m_bench.apply(other.text(), Workbench::Way::Client);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Refused);
    ScriptDraft moved(m_bench.connection(), {&table}); // the row has these letters no more
    moved.update(table, {{u"k"_s, txt(u"KEY"_s)}}, {{u"v"_s, num(1)}}, {{u"v"_s, num(2)}});
    const Result<void> refused = m_bench.apply(moved.text(), Workbench::Way::Client);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
}

void TestPostgreSql::deferrableKeysWaitForTheEnd()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, next integer NOT NULL)"_s,
                 u"ALTER TABLE t ADD FOREIGN KEY (next) REFERENCES t (id) DEFERRABLE"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.insert(table, {{u"id"_s, num(1)}}, {{u"next"_s, num(2)}});
    draft.insert(table, {{u"id"_s, num(2)}}, {{u"next"_s, num(1)}});
    must(m_bench.apply(draft.text(), Workbench::Way::Client));
    QCOMPARE(m_bench.rows(table).size(), 2);
    ScriptDraft broken(m_bench.connection(), {&table});
    broken.insert(table, {{u"id"_s, num(3)}}, {{u"next"_s, num(4)}});
    QVERIFY(!m_bench.apply(broken.text(), Workbench::Way::Statements));
    QCOMPARE(m_bench.rows(table).size(), 2);
}

void TestPostgreSql::takenUniqueValuesAreRefused()
{
    for (const QString &timing : {QString(), u" DEFERRABLE"_s}) {
        m_bench.run({u"DROP TABLE IF EXISTS t"_s,
                     u"CREATE TABLE t (id integer PRIMARY KEY, email text UNIQUE%1)"_s.arg(timing),
                     u"INSERT INTO t VALUES (1, 'a@b')"_s});
        const Table table = m_bench.table(u"t"_s);
        ScriptDraft free(m_bench.connection(), {&table});
        free.insert(table, {{u"id"_s, num(2)}}, {{u"email"_s, txt(u"b@b"_s)}});
        must(m_bench.apply(free.text(), Workbench::Way::Client));
        ScriptDraft taken(m_bench.connection(), {&table});
        taken.insert(table, {{u"id"_s, num(3)}}, {{u"email"_s, txt(u"a@b"_s)}});
        for (const Workbench::Way way : {Workbench::Way::Client, Workbench::Way::Statements}) {
            const Result<void> done = m_bench.apply(taken.text(), way);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Refused);
            QCOMPARE(m_bench.rows(table).size(), 2);
        }
    }
}

void TestPostgreSql::manyMovedRowsAreCounted()
{
    constexpr int moved = 500;
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, v text)"_s,
                 u"INSERT INTO t SELECT n, 'a' FROM generate_series(1, 500) AS n"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    for (int id = 1; id <= moved; ++id)
        draft.update(table, {{u"id"_s, num(id)}}, {{u"v"_s, txt(u"a"_s)}}, {{u"v"_s, txt(u"b"_s)}});
    m_bench.run({u"UPDATE t SET v = 'moved'"_s});
    const Result<void> done = m_bench.apply(draft.text(), Workbench::Way::Statements);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QCOMPARE(done.error().rows.size(), moved);
    QVERIFY2(done.error().message.contains(u" 500, among them t id=1; t id=2; t id=3"_s),
             qPrintable(done.error().message));
}

void TestPostgreSql::failedLoginsSayWhy()
{
    ConnectionString where = m_engine.connection(m_bench.database());
    where.set(u"Database"_s, u"not there"_s);
    QCOMPARE(codeOf(Connection::open(where, {})), ErrorCode::CannotConnect);
    where = m_engine.connection(m_bench.database());
    where.set(u"Uid"_s, u"nobody here"_s);
    const auto unknown = Connection::open(where, {});
    QVERIFY2(codeOf(unknown) == ErrorCode::LoginFailed, qPrintable(describe(unknown.error())));
    where.set(u"Port"_s, u"1"_s);
    where.set(u"Pwd"_s, u"hunter2"_s);
    const auto refused = Connection::open(where, {});
    QCOMPARE(codeOf(refused), ErrorCode::CannotConnect);
    QVERIFY2(!describe(refused.error()).contains(u"hunter2"_s), qPrintable(describe(refused.error())));
}

void TestPostgreSql::longStatementsAreCancelled()
{
    for (const bool readOnly : {false, true}) {
        const auto connection = must(m_bench.another(readOnly));
        QElapsedTimer timer;
        timer.start();
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            connection->cancel();
        });
        const auto slept = connection->query(u"SELECT pg_sleep(60)::text"_s);
        canceller.join();
        QVERIFY(!slept);
        QCOMPARE(slept.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 30000);
        QCOMPARE(must(connection->query(u"SELECT 1"_s)), TextRows{{QByteArray("1")}});
    }
}

/// One table that cannot be read leaves the others as they were at the beginning.
void TestPostgreSql::aFailedQueryKeepsTheMoment()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY)"_s});
    const auto reader = must(m_bench.another(true));
    for (const QString &statement : reader->dialect().beginRead())
        must(reader->execute(statement));
    QCOMPARE(must(reader->query(u"SELECT count(*) FROM t"_s)), TextRows{{QByteArray("0")}});
    m_bench.run({u"INSERT INTO t VALUES (1)"_s});
    QVERIFY(!reader->query(u"SELECT 1 FROM nowhere"_s));
    QCOMPARE(must(reader->query(u"SELECT count(*) FROM t"_s)), TextRows{{QByteArray("0")}});
    for (const QString &statement : reader->dialect().endRead())
        must(reader->execute(statement));
    QCOMPARE(must(reader->query(u"SELECT count(*) FROM t"_s)), TextRows{{QByteArray("1")}});
}

void TestPostgreSql::longTablesDoNotStayInMemory()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the address sanitizer keeps what was freed");
#endif
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY, v text)"_s,
                 u"INSERT INTO t SELECT n, repeat('x', 1000) FROM generate_series(1, 200000) AS n"_s});
    const auto peak = [] {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        return text.sliced(text.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toInt(); // kB
    };
    const int before = peak();
    qint64 rows = 0;
    const auto connection = must(m_bench.another(true));
    const auto reader = must(connection->read(u"SELECT id::text, v FROM t ORDER BY id"_s, {}));
    while (must(reader->next()))
        rows += reader->rowCount();
    QCOMPARE(rows, 200000);
    QVERIFY2(peak() - before < 60000, qPrintable(QString::number(peak() - before)));
}

void TestPostgreSql::theDriverKeepsNoLog()
{
    const QStringList logs{u"psqlodbc_*"_s, u"mylog_*"_s};
    const QDir folder(u"/tmp"_s);
    const QStringList before = folder.entryList(logs);
    const auto connection = must(m_bench.another());
    must(connection->query(u"SELECT 1"_s));
    QCOMPARE(folder.entryList(logs), before);
}

void TestPostgreSql::aLostConnectionChangesNothing()
{
    m_bench.run({u"CREATE TABLE t (id integer PRIMARY KEY)"_s,
                 u"CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id = 50 THEN "
                 "PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$"_s,
                 u"CREATE TRIGGER die BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION die()"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    for (int id = 1; id <= 100; ++id)
        draft.insert(table, {{u"id"_s, num(id)}}, {});
    for (const Workbench::Way way : {Workbench::Way::Client, Workbench::Way::Statements}) {
        const Result<void> done = m_bench.apply(draft.text(), way);
        QVERIFY(!done);
        QVERIFY(done.error().code != ErrorCode::CommitUnknown);
        QCOMPARE(m_bench.rows(table).size(), 0);
    }
}

QTEST_GUILESS_MAIN(TestPostgreSql)
#include "tst_postgresql.moc"

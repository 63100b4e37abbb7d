#include "diffcore/odbc/connection.h"

#include "diffcore/odbc/nativeconnection.h"
#include "tests/support/printing.h"
#include "tests/support/sqlitefile.h"

#include <QFile>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

ErrorCode codeOf(const Result<std::unique_ptr<Connection>> &opened)
{
    return opened ? ErrorCode::Bug : opened.error().code;
}

QString messageOf(const Result<std::unique_ptr<Connection>> &opened)
{
    return opened ? QString() : describe(opened.error());
}

ConnectionString fileAt(const QString &path)
{
    ConnectionString where;
    where.set(u"Driver"_s, u"SQLite3"_s);
    where.set(u"Database"_s, path);
    return where;
}

QByteArray cell(const Result<TextRows> &rows)
{
    return rows && !rows->isEmpty() ? rows->first().first().value_or("NULL") : QByteArray("none");
}

const auto itemsTable = u"CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT)"_s;

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAnSqliteFile()
    {
        const SqliteFile file({itemsTable, u"INSERT INTO items VALUES (1, 'one')"_s});
        const auto connection = file.open({.label = u"A · PRD01"_s});
        VERIFY_OK(connection);
        const ServerInfo &server = (*connection)->server();
        QCOMPARE(server.engine, Engine::Sqlite);
        QCOMPARE(server.identity, QFileInfo(file.path()).canonicalFilePath());
        QCOMPARE(server.database, server.identity);
        QVERIFY(server.version >= QVersionNumber(3, 0));
        QCOMPARE((*connection)->label(), u"A · PRD01"_s);
        QCOMPARE(cell((*connection)->query(u"SELECT name FROM items"_s)), "one");
    }

    void identityIsTheSameThroughALink()
    {
        const SqliteFile file({itemsTable});
        const QString link = file.folder() + u"/link"_s;
        QVERIFY(QFile::link(file.path(), link));
        const auto direct = file.open();
        const auto linked = Connection::open(fileAt(link), {});
        VERIFY_OK(direct);
        VERIFY_OK(linked);
        QCOMPARE((*linked)->server().identity, (*direct)->server().identity);
    }

    void opensPathsThatNoDriverReads_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("blank") << u"a b.sqlite"_s;
        QTest::newRow("semicolon") << u"a;b=c.sqlite"_s;
        QTest::newRow("braces") << u"{a}}.sqlite"_s;
        QTest::newRow("quotes") << u"a'b\"c.sqlite"_s;
        QTest::newRow("dsn") << u"a.dsn.sqlite"_s;
        QTest::newRow("question mark") << u"a?mode=memory#%20.sqlite"_s;
        QTest::newRow("not Latin") << u"Ünï 数据 🙂.sqlite"_s;
        QTest::newRow("long") << QString(200, u'x') + u'/' + QString(200, u'y');
    }

    void opensPathsThatNoDriverReads()
    {
        QFETCH(QString, name);
        const SqliteFile file({itemsTable}, name);
        const auto connection = file.open({.readOnly = false});
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->execute(u"INSERT INTO items VALUES (7, 'seven')"_s));
        QCOMPARE(file.column(u"SELECT name FROM items"_s), QStringList{u"seven"_s});
        QCOMPARE((*connection)->server().database, QFileInfo(file.path()).canonicalFilePath());
    }

    void namesAMissingDriver()
    {
        const auto opened = Connection::open(*ConnectionString::parse(u"Driver={No Such};Database=/x"_s), {});
        QCOMPARE(codeOf(opened), ErrorCode::DriverMissing);
        QVERIFY2(messageOf(opened).contains(u"No Such"_s), qPrintable(messageOf(opened)));
        QVERIFY2(messageOf(opened).contains(u"SQLite3"_s), qPrintable(messageOf(opened)));
    }

    void namesAMissingDataSource()
    {
        const auto opened = Connection::open(*ConnectionString::parse(u"DSN=nosuch"_s), {.label = u"B"_s});
        QCOMPARE(codeOf(opened), ErrorCode::DriverMissing);
        QVERIFY2(messageOf(opened).startsWith(u"B: there is no ODBC data source nosuch"_s),
                 qPrintable(messageOf(opened)));
    }

    void namesADriverFileThatIsMissing()
    {
        const auto opened = Connection::open(*ConnectionString::parse(u"Driver=/usr/no/such.so;Database=/x"_s), {});
        QCOMPARE(codeOf(opened), ErrorCode::DriverMissing);
        QVERIFY2(messageOf(opened).contains(u"/usr/no/such.so"_s), qPrintable(messageOf(opened)));
    }

    void asksForADriver()
    {
        QCOMPARE(codeOf(Connection::open(*ConnectionString::parse(u"Database=/x"_s), {})), ErrorCode::Usage);
    }

    void neverMakesAFile()
    {
        const SqliteFile file;
        const QString path = file.folder() + u"/missing.sqlite"_s;
        const auto opened = Connection::open(fileAt(path), {});
        QCOMPARE(codeOf(opened), ErrorCode::CannotConnect);
        QVERIFY(messageOf(opened).contains(path));
        QVERIFY(!QFile::exists(path));
        QCOMPARE(codeOf(Connection::open(fileAt(u":memory:"_s), {})), ErrorCode::CannotConnect);
        QCOMPARE(codeOf(Connection::open(*ConnectionString::parse(u"Driver=SQLite3"_s), {})), ErrorCode::CannotConnect);
    }

    void refusesAFolder()
    {
        const SqliteFile file;
        const auto opened = Connection::open(fileAt(file.folder()), {});
        QCOMPARE(codeOf(opened), ErrorCode::BadFile);
        QVERIFY(messageOf(opened).contains(u"is a folder"_s));
    }

    void refusesWhatIsNoDatabase_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("a,b,c\n1,2,3\n");
        QTest::newRow("the header without its end") << QByteArray("SQLite format 3");
        QTest::newRow("the header alone") << QByteArray("SQLite format 3\0nothing that follows", 37);
    }

    void refusesWhatIsNoDatabase()
    {
        QFETCH(QByteArray, content);
        const SqliteFile file;
        QFile other(file.folder() + u"/other"_s);
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write(content);
        other.close();
        const auto opened = Connection::open(fileAt(other.fileName()), {});
        QCOMPARE(codeOf(opened), ErrorCode::BadFile);
    }

    void refusesALockedFile()
    {
        const SqliteFile file({itemsTable});
        const auto holder = file.open({.readOnly = false});
        VERIFY_OK(holder);
        VERIFY_OK((*holder)->execute(u"BEGIN EXCLUSIVE"_s));
        const auto opened = file.open({.label = u"A"_s, .timeoutSeconds = 1});
        QCOMPARE(codeOf(opened), ErrorCode::ServerRefused);
        QVERIFY2(messageOf(opened).contains(u"database is locked"_s), qPrintable(messageOf(opened)));
        VERIFY_OK((*holder)->execute(u"ROLLBACK"_s));
        VERIFY_OK(file.open({.timeoutSeconds = 1}));
    }

    void readOnlyRefusesWrites()
    {
        const SqliteFile file({itemsTable});
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto written = (*connection)->execute(u"INSERT INTO items VALUES (1, 'x')"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::RightsMissing);
        QCOMPARE(file.column(u"SELECT count(*) FROM items"_s), QStringList{u"0"_s});
    }

    void errorsCarryTheLabelAndTheServersWords()
    {
        const SqliteFile file;
        const auto connection = file.open({.label = u"A · PRD01"_s});
        VERIFY_OK(connection);
        const auto rows = (*connection)->query(u"SELECT * FROM missing"_s);
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::ServerRefused);
        QCOMPARE(rows.error().server, u"A · PRD01"_s);
        QVERIFY2(rows.error().driverText.contains(u"no such table: missing"_s), qPrintable(rows.error().driverText));
    }

    void errorsKeepSecrets()
    {
        const SqliteFile file;
        ConnectionString where = file.where();
        where.set(u"Pwd"_s, u"s3cret"_s);
        const auto connection = Connection::open(where, {});
        VERIFY_OK(connection);
        const auto rows = (*connection)->query(u"SELECT * FROM s3cret"_s);
        QVERIFY(!rows);
        QVERIFY(!describe(rows.error()).contains(u"s3cret"_s));
        where.set(u"Database"_s, u"/nowhere/s3cret"_s);
        QVERIFY(!messageOf(Connection::open(where, {})).contains(u"s3cret"_s));
    }

    void tellsAffectedRows()
    {
        const SqliteFile file({itemsTable});
        const auto connection = file.open({.readOnly = false});
        VERIFY_OK(connection);
        QCOMPARE((*connection)->execute(u"INSERT INTO items VALUES (1, 'a'), (2, 'b')"_s), Result<qint64>(2));
        QCOMPARE((*connection)->execute(u"UPDATE items SET name = 'c' WHERE id = 9"_s), Result<qint64>(0));
        QCOMPARE((*connection)->execute(u"DELETE FROM items WHERE id = 1"_s), Result<qint64>(1));
    }

    void queryTellsNullFromEmpty()
    {
        const SqliteFile file;
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto rows = (*connection)->query(u"SELECT NULL, '', 'é🙂', 7, 'a?{b}'"_s);
        VERIFY_OK(rows);
        const TextRows expected{{std::nullopt, "", "é🙂", "7", "a?{b}"}};
        QCOMPARE(*rows, expected);
    }

    // What the driver lets through while it believes to be in autocommit: scripts rely on it.

    void transactionsAreStatements()
    {
        const SqliteFile file({itemsTable});
        const auto connection = file.open({.readOnly = false});
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->execute(u"BEGIN IMMEDIATE"_s));
        VERIFY_OK((*connection)->execute(u"INSERT INTO items VALUES (1, 'a')"_s));
        QCOMPARE(file.column(u"SELECT count(*) FROM items"_s), QStringList{u"0"_s});
        VERIFY_OK((*connection)->execute(u"ROLLBACK"_s));
        QCOMPARE(cell((*connection)->query(u"SELECT count(*) FROM items"_s)), "0");
        VERIFY_OK((*connection)->execute(u"BEGIN IMMEDIATE"_s));
        VERIFY_OK((*connection)->execute(u"INSERT INTO items VALUES (1, 'a')"_s));
        VERIFY_OK((*connection)->execute(u"COMMIT"_s));
        QCOMPARE(file.column(u"SELECT count(*) FROM items"_s), QStringList{u"1"_s});
    }

    void changesAreToldBetweenStatements()
    {
        const SqliteFile file({itemsTable, u"INSERT INTO items VALUES (1, 'a'), (2, 'b')"_s});
        const auto connection = file.open({.readOnly = false});
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->execute(u"BEGIN IMMEDIATE"_s));
        VERIFY_OK((*connection)->execute(u"UPDATE items SET name = 'c' WHERE id = 1"_s));
        QCOMPARE(cell((*connection)->query(u"SELECT changes()"_s)), "1");
        VERIFY_OK((*connection)->execute(u"CREATE TEMP TABLE counted (n INTEGER CHECK (n = 0))"_s));
        VERIFY_OK((*connection)->execute(u"UPDATE items SET name = 'd' WHERE id = 9"_s));
        VERIFY_OK((*connection)->execute(u"INSERT INTO counted SELECT changes()"_s));
        VERIFY_OK((*connection)->execute(u"COMMIT"_s));
    }

    void foreignKeysCanBeDeferred()
    {
        const SqliteFile file({u"CREATE TABLE p (id INTEGER PRIMARY KEY)"_s,
                               u"CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p)"_s});
        const auto connection = file.open({.readOnly = false});
        VERIFY_OK(connection);
        VERIFY_OK((*connection)->execute(u"PRAGMA foreign_keys = ON"_s));
        QCOMPARE(cell((*connection)->query(u"PRAGMA foreign_keys"_s)), "1");
        VERIFY_OK((*connection)->execute(u"BEGIN IMMEDIATE"_s));
        VERIFY_OK((*connection)->execute(u"PRAGMA defer_foreign_keys = ON"_s));
        VERIFY_OK((*connection)->execute(u"INSERT INTO c VALUES (1, 7)"_s));
        const auto early = (*connection)->execute(u"COMMIT"_s);
        QVERIFY(!early);
        QCOMPARE(early.error().code, ErrorCode::ServerRefused);
        VERIFY_OK((*connection)->execute(u"INSERT INTO p VALUES (7)"_s));
        VERIFY_OK((*connection)->execute(u"COMMIT"_s));
        QCOMPARE(file.column(u"SELECT p FROM c"_s), QStringList{u"7"_s});
    }

    void aSelectThatIsExecutedRuns()
    {
        const SqliteFile file({itemsTable});
        const auto connection = file.open({.readOnly = false});
        VERIFY_OK(connection);
        const auto refused = (*connection)->execute(u"SELECT json_extract('{}', 'no path')"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().driverText.contains(u"no path"_s), qPrintable(refused.error().driverText));
    }

    void cancelStopsAStatement()
    {
        const SqliteFile file;
        const auto connection = file.open({.label = u"A"_s});
        VERIFY_OK(connection);
        std::jthread canceller([&](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                (*connection)->cancel();
            }
        });
        const auto rows =
            (*connection)
                ->query(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s);
        canceller.request_stop();
        canceller.join();
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::Cancelled);
        QCOMPARE(rows.error().server, u"A"_s);
        QCOMPARE(cell((*connection)->query(u"SELECT 1"_s)), "1");
    }

    void connectionsWorkInThreads()
    {
        const SqliteFile file({itemsTable, u"INSERT INTO items VALUES (1, 'one')"_s});
        QList<QByteArray> seen{{}, {}};
        {
            std::vector<std::jthread> threads;
            for (QByteArray &answer : seen) {
                threads.emplace_back([&] {
                    const auto connection = file.open();
                    answer = connection ? cell((*connection)->query(u"SELECT name FROM items"_s)) : "closed";
                });
            }
        }
        QCOMPARE(seen, (QList<QByteArray>{"one", "one"}));
    }

    void aDriverOfAnotherNameGoesByTheBook()
    {
        const SqliteFile file({itemsTable, u"INSERT INTO items VALUES (1, 'é🙂')"_s});
        const auto connection = Connection::open(file.whereByTheBook(), {});
        VERIFY_OK(connection);
        QCOMPARE(cell((*connection)->query(u"SELECT name FROM items"_s)), "é🙂");
    }

    void classifiesWhatDriversSay_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("native");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("PostgreSQL login") << u"28P01"_s << 101 << u"FATAL"_s << ErrorCode::LoginFailed;
        QTest::newRow("login without state")
            << QString() << 101 << u"FATAL: password authentication failed for user \"joe\""_s
            << ErrorCode::LoginFailed;
        QTest::newRow("MariaDB login") << u"HY000"_s << 1045 << u"no"_s << ErrorCode::LoginFailed;
        QTest::newRow("SQL Server login") << u"42000"_s << 18456 << u"no"_s << ErrorCode::LoginFailed;
        QTest::newRow("rights") << u"42501"_s << 1 << u"no"_s << ErrorCode::RightsMissing;
        QTest::newRow("MariaDB rights") << u"42000"_s << 1142 << u"no"_s << ErrorCode::RightsMissing;
        QTest::newRow("no driver") << u"01000"_s << 0 << u"Can't open lib 'x.so' : file not found"_s
                                   << ErrorCode::DriverMissing;
        QTest::newRow("no source") << u"IM002"_s << 0 << u"no"_s << ErrorCode::DriverMissing;
        QTest::newRow("cancelled") << u"HY008"_s << 0 << u"no"_s << ErrorCode::Cancelled;
        QTest::newRow("SQLite interrupted") << u"HY000"_s << 9 << u"[SQLite]interrupted (9)"_s << ErrorCode::Cancelled;
        QTest::newRow("lost") << u"08S01"_s << 0 << u"no"_s << ErrorCode::CannotConnect;
        QTest::newRow("no such database") << u"3D000"_s << 0 << u"no"_s << ErrorCode::CannotConnect;
        QTest::newRow("anything else") << u"HY000"_s << 19 << u"constraint failed"_s << ErrorCode::ServerRefused;
    }

    void classifiesWhatDriversSay()
    {
        QFETCH(QString, state);
        QFETCH(int, native);
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        QCOMPARE(classify(state, native, text), code);
    }

    void tellsWhatTheDriverSaysInOneLine()
    {
        const SqliteFile file;
        ConnectionString where = file.whereByTheBook();
        where.set(u"Database"_s, u"/nowhere/x.sqlite"_s);
        const auto opened = Connection::open(where, {.label = u"A"_s});
        QCOMPARE(codeOf(opened), ErrorCode::CannotConnect);
        QCOMPARE(messageOf(opened), u"A: no connection to x.sqlite ([SQLite]connect failed)."_s);
    }

    void listsDrivers()
    {
        QVERIFY(installedDrivers().contains(u"SQLite3"_s));
        QCOMPARE(driverOfDataSource(u"nosuch"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"

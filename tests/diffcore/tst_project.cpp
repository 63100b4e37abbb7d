#include "diffcore/session/project.h"
#include "tests/support/printing.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

ConnectionString connection(const QString &text)
{
    return ConnectionString::parse(text).value();
}

Project fullProject()
{
    Project project;
    project.servers.a = {connection(u"Driver={PostgreSQL Unicode};Server=prd01;Database=shop;Pwd=env:PRD01_PW"_s),
                         u"PRD01"_s, Role::Live};
    project.servers.b = {connection(u"Driver={PostgreSQL Unicode};Server=prd02;Database=shop"_s), u"PRD02"_s,
                         Role::Standby};
    project.baseline = ServerEntry{.connection = connection(u"DSN=restored"_s), .label = u"restored"_s};
    project.since = QDateTime({2026, 11, 22}, {10, 0}, QTimeZone::UTC);
    project.scope.include = {u"sales.*"_s};
    project.scope.exclude = {u"*_log"_s};
    project.scope.keys = {{u"audit"_s, {u"at"_s, u"who"_s}}};
    project.scope.ignored = {{u"customers"_s, {u"last_seen"_s}}};
    project.scope.notWritten = {{u"orders"_s, {u"total"_s}}};
    project.scope.filters = {{{u"sales.*"_s, u"region = 'EU'"_s}}, {{u"orders"_s, u"area = 'EU'"_s}}};
    project.scope.relations = {{{{}, u"audit_log"_s}, u"order_id"_s, {u"sales"_s, u"orders"_s}, u"order_id"_s}};
    project.dismissedRelations = {{{{}, u"visits"_s}, u"room"_s, {{}, u"rooms"_s}, u"room_id"_s}};
    project.rules = {{.name = u"settings from A"_s, .table = u"settings"_s}};
    return project;
}

/// A project as a person writes it, with `member` put in or in place of its own.
QByteArray written(const QByteArray &member)
{
    const QByteArray least = R"({"rejoin": 1, "a": {"connection": "DSN=one"}, "b": {"connection": "DSN=two"}})";
    QJsonObject object = QJsonDocument::fromJson(least).object();
    const QJsonObject other = QJsonDocument::fromJson('{' + member + '}').object();
    for (auto each = other.begin(); each != other.end(); ++each)
        object.insert(each.key(), each.value());
    return QJsonDocument(object).toJson();
}

} // namespace

class ProjectTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString fileOf(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"shop.rejoin"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

    QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void expectRefused(const QString &path, const QString &message)
    {
        const Result<Project> refused = loadProject(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadFile);
        const QString text = describe(refused.error());
        QVERIFY2(text.contains(message), qPrintable(text));
        QVERIFY2(!text.contains(u'\n'), qPrintable(text));
        QVERIFY2(!refused.error().advice.isEmpty(), qPrintable(text));
    }

private Q_SLOTS:
    void readsBackWhatItWrites()
    {
        const QString path = m_folder.filePath(u"full.rejoin"_s);
        const Project project = fullProject();
        VERIFY_OK(saveProject(project, path));
        const Result<Project> read = loadProject(path);
        VERIFY_OK(read);
        for (const Side side : bothSides) {
            QCOMPARE(read->servers[side].connection.saved(), project.servers[side].connection.saved());
            QCOMPARE(read->servers[side].label, project.servers[side].label);
            QCOMPARE(read->servers[side].role, project.servers[side].role);
        }
        QCOMPARE(read->baseline->connection.saved(), project.baseline->connection.saved());
        QCOMPARE(read->baseline->label, project.baseline->label);
        QCOMPARE(read->since, project.since);
        QCOMPARE(read->scope.include, project.scope.include);
        QCOMPARE(read->scope.exclude, project.scope.exclude);
        QCOMPARE(read->scope.keys, project.scope.keys);
        QCOMPARE(read->scope.ignored, project.scope.ignored);
        QCOMPARE(read->scope.notWritten, project.scope.notWritten);
        QVERIFY(read->scope.filters == project.scope.filters);
        QCOMPARE(read->scope.relations, project.scope.relations);
        QCOMPARE(read->dismissedRelations, project.dismissedRelations);
        QCOMPARE(read->rules, project.rules);
        QCOMPARE(projectJson(*read), projectJson(project));
    }

    void readsTheLeastThatAPersonWrites()
    {
        const Result<Project> read = loadProject(fileOf("\xef\xbb\xbf" + written("")));
        VERIFY_OK(read);
        QCOMPARE(read->servers.a.role, Role::Live);
        QVERIFY(!read->baseline);
        QVERIFY(!read->since.isValid());
        QVERIFY(read->rules.isEmpty());
    }

    void titlesAndTheSideThatMoves()
    {
        Project project = fullProject();
        QCOMPARE(project.title(Side::A), u"A · PRD01 (live)"_s);
        QCOMPARE(project.title(Side::B), u"B · PRD02 (standby)"_s);
        QCOMPARE(project.movingSide(), Side::B);
        std::swap(project.servers.a, project.servers.b);
        QCOMPARE(project.movingSide(), Side::A);
        project.servers.a.role = project.servers.b.role;
        QCOMPARE(project.movingSide(), Side::B);
        project.servers.a.label.clear();
        QCOMPARE(project.servers.a.displayLabel(), project.servers.a.connection.displayName());
    }

    void aTimeIsReadInItsZone()
    {
        const Result<Project> read = loadProject(fileOf(written(R"("since": "2026-11-22T11:00:00.250+01:00")")));
        VERIFY_OK(read);
        QCOMPARE(read->since, QDateTime({2026, 11, 22}, {10, 0, 0, 250}, QTimeZone::UTC));
        QVERIFY(projectJson(*read).contains("2026-11-22T10:00:00.250Z"));
    }

    void secretsAreNeverWritten()
    {
        Project project = fullProject();
        project.servers.b.connection = connection(u"DSN=two;Uid=anna;Pwd=hunter2"_s);
        project.baseline->connection = connection(u"DSN=restored;Password=hunter2"_s);
        const QString path = m_folder.filePath(u"secret.rejoin"_s);
        VERIFY_OK(saveProject(project, path));
        const QByteArray bytes = bytesOf(path);
        QVERIFY(!bytes.contains("hunter2"));
        QVERIFY(bytes.contains("env:PRD01_PW"));
        QVERIFY(bytes.contains("anna"));
        QVERIFY(!projectJson(project).contains("hunter2"));
    }

    void aFolderWithItsDatabasesCanBeMoved()
    {
        const QDir folder(m_folder.filePath(u"demo"_s));
        QVERIFY(folder.mkpath(u"data"_s));
        Project project = fullProject();
        project.servers.a.connection = connection(u"Driver=SQLite3;Database="_s + folder.filePath(u"data/a.sqlite"_s));
        project.servers.b.connection = connection(u"Driver=SQLite3;Database=/elsewhere/b.sqlite"_s);
        project.baseline->connection = connection(u"Driver=SQLite3;Database=:memory:"_s);
        VERIFY_OK(saveProject(project, folder.filePath(u"shop.rejoin"_s)));
        QVERIFY(!bytesOf(folder.filePath(u"shop.rejoin"_s)).contains(m_folder.path().toUtf8()));

        QVERIFY(QDir(m_folder.path()).rename(u"demo"_s, u"moved"_s));
        const Result<Project> read = loadProject(m_folder.filePath(u"moved/shop.rejoin"_s));
        VERIFY_OK(read);
        QCOMPARE(read->servers.a.connection.value(u"Database"_s), m_folder.filePath(u"moved/data/a.sqlite"_s));
        QCOMPARE(read->servers.b.connection.value(u"Database"_s), u"/elsewhere/b.sqlite"_s);
        QCOMPARE(read->baseline->connection.value(u"Database"_s), u":memory:"_s);
    }

    void aRelativeFileGivenByHandCountsFromTheCurrentFolder()
    {
        const QString before = QDir::currentPath();
        QVERIFY(QDir(m_folder.path()).mkpath(u"here/projects"_s));
        QVERIFY(QDir::setCurrent(m_folder.filePath(u"here"_s)));
        Project project = fullProject();
        project.servers.a.connection = connection(u"Driver=SQLite3;Database=a.sqlite"_s);
        const Result<void> saved = saveProject(project, u"projects/shop.rejoin"_s);
        QVERIFY(QDir::setCurrent(before));
        VERIFY_OK(saved);
        const Result<Project> read = loadProject(m_folder.filePath(u"here/projects/shop.rejoin"_s));
        VERIFY_OK(read);
        QCOMPARE(read->servers.a.connection.value(u"Database"_s), m_folder.filePath(u"here/a.sqlite"_s));
    }

    void wrongMembersAreNamed_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown") << QByteArray(R"("tabels": {})") << u"member \"tabels\" is not known"_s;
        QTest::newRow("unknown inside")
            << QByteArray(R"("a": {"connection": "DSN=x", "lable": "y"})")
            << u"member \"a.lable\" is not known, expected \"connection\", \"label\" or \"role\""_s;
        QTest::newRow("no connection") << QByteArray(R"("b": {})")
                                       << u"there is no member \"b.connection\", expected an ODBC connection string"_s;
        QTest::newRow("connection type")
            << QByteArray(R"("a": {"connection": 5})")
            << u"member \"a.connection\" is a number, expected an ODBC connection string"_s;
        QTest::newRow("connection text") << QByteArray(R"("a": {"connection": "hunter2"})")
                                         << u"member \"a.connection\" is wrong"_s;
        QTest::newRow("server") << QByteArray(R"("a": "DSN=x")") << u"member \"a\" is a text, expected an object"_s;
        QTest::newRow("role") << QByteArray(R"("a": {"connection": "DSN=x", "role": "spare"})")
                              << u"member \"a.role\" is \"spare\", expected \"live\" or \"standby\""_s;
        QTest::newRow("role of the baseline") << QByteArray(R"("baseline": {"connection": "DSN=x", "role": "live"})")
                                              << u"member \"baseline.role\" is not known"_s;
        QTest::newRow("since") << QByteArray(R"("since": "yesterday")") << u"member \"since\" is wrong"_s;
        QTest::newRow("since without zone")
            << QByteArray(R"("since": "2026-11-22T10:00:00")") << u"expected a time with its zone"_s;
        QTest::newRow("include")
            << QByteArray(R"("tables": {"include": ["a", 5]})")
            << u"member \"tables.include\" is an array of other things, expected an array of texts"_s;
        QTest::newRow("where") << QByteArray(R"("where": {"orders": "region = 'EU'"})")
                               << u"member \"where.orders\" is not known, expected \"a\" or \"b\""_s;
        QTest::newRow("where of a side") << QByteArray(R"("where": {"a": {"orders": ["region = 'EU'"]}})")
                                         << u"member \"where.a\" is wrong, expected a condition for each table, such "
                                            "as {\"orders\": \"region = 'EU'\"}"_s;
        QTest::newRow("keys") << QByteArray(R"("keys": {"orders": "order_id"})")
                              << u"member \"keys.orders\" is a text, expected an array of texts"_s;
        QTest::newRow("ignore") << QByteArray(R"("ignore": [])")
                                << u"member \"ignore\" is an array, expected an object"_s;
        QTest::newRow("no relation") << QByteArray(R"("notRelations": ["visits"])") << u"in place of \"visits\""_s;
        QTest::newRow("relation") << QByteArray(R"("relations": ["audit_log"])") << u"in place of \"audit_log\""_s;
        QTest::newRow("rule") << QByteArray(R"("rules": [{"name": "x", "take": "c"}])")
                              << u"rule 1 \"x\": member \"take\" is \"c\""_s;
        QTest::newRow("version") << QByteArray(R"("rejoin": 2)")
                                 << u"it is of version 2, and this Rejoin reads version 1"_s;
        QTest::newRow("version type") << QByteArray(R"("rejoin": "1")")
                                      << u"member \"rejoin\" is a text, expected a whole number"_s;
        QTest::newRow("version nought") << QByteArray(R"("rejoin": 0)") << u"member \"rejoin\" is wrong"_s;
    }

    void wrongMembersAreNamed()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, message);
        const QString path = fileOf(written(member));
        expectRefused(path, message);
        QVERIFY(describe(loadProject(path).error()).startsWith(path));
        QVERIFY(!describe(loadProject(path).error()).contains(u"hunter2"_s));
    }

    void filesThatAreNoProject_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << u"is empty, not a project of Rejoin"_s;
        QTest::newRow("blank") << QByteArray(" \n\n") << u"is empty, not a project of Rejoin"_s;
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\1\2",
                                              7)
                                << u"is a binary file, not a project of Rejoin"_s;
        QTest::newRow("not UTF-8") << QByteArray("{\"rejoin\": \"\xe4\"}") << u"is a binary file"_s;
        QTest::newRow("array") << QByteArray("[]") << u"is an array, not a project of Rejoin"_s;
        QTest::newRow("other JSON") << QByteArray("{\"name\": \"x\"}") << u"it has no member \"rejoin\""_s;
        QTest::newRow("missing comma") << QByteArray("{\n  \"rejoin\": 1\n  \"a\": {}\n}") << u"line 3, column "_s;
        QTest::newRow("cut off") << QByteArray("{\"rejoin\": 1,") << u"line 1, column "_s;
        QTest::newRow("no JSON") << QByteArray("hello") << u"line 1, column 2: no JSON"_s;
        QTest::newRow("too deep") << QByteArray(100'000, '[') << u"no JSON"_s;
        QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, ' ') << u"is more than 16 MiB, not a project"_s;
    }

    void filesThatAreNoProject()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        expectRefused(fileOf(bytes), message);
    }

    void anSqliteFileIsNoProject()
    {
        const QString path = m_folder.filePath(u"shop.sqlite"_s);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"shop"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY)"_s));
        }
        QSqlDatabase::removeDatabase(u"shop"_s);
        expectRefused(path, u"is an SQLite file, not a project of Rejoin"_s);
    }

    void placesThatHoldNoProject()
    {
        expectRefused(m_folder.filePath(u"nowhere.rejoin"_s), u"there is no file"_s);
        const QString folder = m_folder.filePath(u"folder"_s);
        QVERIFY(QDir().mkdir(folder));
        expectRefused(folder, u"is a folder, not a project of Rejoin"_s);
        VERIFY_OK(saveProject(fullProject(), folder + u"/shop.rejoin"_s));
        expectRefused(folder, u"Give the file in it: shop.rejoin"_s);
    }

    void aFileThatCannotBeWrittenIsAnError()
    {
        const Result<void> refused = saveProject(fullProject(), m_folder.filePath(u"nowhere/shop.rejoin"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
        QVERIFY(!refused.error().advice.isEmpty());
    }

    void theSessionLiesBesideTheProject()
    {
        QCOMPARE(sessionPath(u"/srv/shop.rejoin"_s), u"/srv/shop.session"_s);
        QCOMPARE(sessionPath(u"shop.REJOIN"_s), u"shop.session"_s);
        QCOMPARE(sessionPath(u"shop.json"_s), u"shop.json.session"_s);
    }
};

QTEST_GUILESS_MAIN(ProjectTest)
#include "tst_project.moc"

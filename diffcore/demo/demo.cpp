#include "diffcore/demo/demo.h"

#include "diffcore/demo/rowcopy.h"
#include "diffcore/demo/story.h"
#include "diffcore/odbc/connection.h"
#include "diffcore/session/project.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

ConnectionString fileConnection(const QString &path)
{
    ConnectionString where;
    where.set(u"Driver"_s, u"SQLite3"_s);
    where.set(u"Database"_s, path);
    return where;
}

const QStringList parentsFirst{u"employees"_s, u"customers"_s,   u"products"_s, u"orders"_s,
                               u"settings"_s,  u"order_lines"_s, u"payments"_s, u"audit_log"_s};

constexpr auto mark = "Rejoin demo"_L1; // which databases of servers are the demo's own

std::unexpected<Error> cannotPlay(const QString &path, const QSqlError &error)
{
    return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(path, error.text()));
}

std::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, u"cancelled while writing the demo"_s);
}

Result<void> play(const QString &path, const QStringList &statements, QSqlDatabase &database, const CancelToken &cancel)
{
    for (const QString &statement : statements) {
        if (cancel.isCancelled())
            return cancelled();
        QSqlQuery query(database);
        if (!query.exec(statement))
            return cannotPlay(path, query.lastError());
    }
    return {};
}

/// Makes the file where there is none.
Result<void> playIntoFile(const QString &path, const QStringList &statements, const CancelToken &cancel,
                          const Progress &progress)
{
    if (progress)
        progress({.doing = u"writing %1"_s.arg(QFileInfo(path).fileName())});
    const QString name = u"demo %1"_s.arg(QUuid::createUuid().toString());
    Result<void> played;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        played = database.open() ? play(path, statements, database, cancel) : cannotPlay(path, database.lastError());
    }
    QSqlDatabase::removeDatabase(name);
    return played;
}

Result<std::unique_ptr<Connection>> openForWriting(const ConnectionString &where, const QString &label)
{
    return Connection::open(where, {.label = label, .readOnly = false});
}

Result<void> run(Connection &connection, const QStringList &statements, const CancelToken &cancel)
{
    for (const QString &statement : statements) {
        if (cancel.isCancelled())
            return cancelled();
        REJOIN_TRY(connection.execute(statement));
    }
    return {};
}

/// An empty database; one of an earlier demo is replaced.
Result<void> makeDatabase(const DemoStory &story, const ConnectionString &server, const QString &database,
                          const CancelToken &cancel)
{
    REJOIN_TRY_VALUE(connection, openForWriting(server, database));
    for (const QString &question : story.statements(u"whose database"_s, database)) {
        REJOIN_TRY_VALUE(answer, connection->query(question));
        if (!answer.isEmpty() && answer.first().first() != QByteArrayView(mark.data(), mark.size()))
            return fail(ErrorCode::Usage, u"there is a database %1 already, and it is no demo"_s.arg(database),
                        u"Name another server, or rename that database"_s);
    }
    return run(*connection, story.statements(u"make database"_s, database), cancel);
}

/// The rows of the story as SQLite tells it.
Result<void> playRows(const DemoStory &story, Version version, const DemoOptions &options, Connection &connection,
                      const CancelToken &cancel)
{
    REJOIN_TRY_VALUE(told, DemoStory::of(Engine::Sqlite, options.orders));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"story.sqlite"_s);
    REJOIN_TRY(playIntoFile(path, told.of(version), cancel, {}));
    REJOIN_TRY_VALUE(file, Connection::open(fileConnection(path), {.label = u"the story"_s}));
    REJOIN_TRY(run(connection, story.tables(version), cancel));
    return copyRows(*file, connection, parentsFirst, cancel);
}

Result<void> playIntoServer(const DemoStory &story, Version version, const DemoFiles &files, const DemoOptions &options,
                            const CancelToken &cancel, const Progress &progress)
{
    const ConnectionString &where = files.connections[version];
    const QString database = where.value(u"Database"_s);
    if (progress)
        progress({.doing = u"writing %1"_s.arg(database)});
    REJOIN_TRY(makeDatabase(story, options.servers[version], database, cancel));
    REJOIN_TRY_VALUE(connection, openForWriting(where, database));
    return story.isToldByRows() ? playRows(story, version, options, *connection, cancel)
                                : run(*connection, story.of(version), cancel);
}

/// The way that every command goes to the file.
Result<void> proveConnection(const QString &path)
{
    const auto connection = Connection::open(fileConnection(path), {.label = QFileInfo(path).fileName()});
    return connection ? Result<void>() : std::unexpected(connection.error());
}

Result<void> makeRoom(const QDir &folder, const QStringList &names)
{
    if (!folder.mkpath(u"."_s))
        return fail(ErrorCode::CannotWrite, u"cannot make the folder %1"_s.arg(folder.path()),
                    u"Choose another folder"_s);
    for (const QString &name : names) {
        for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
            QFile file(folder.filePath(name + ending));
            if (file.exists() && !file.remove())
                return fail(ErrorCode::CannotWrite,
                            u"cannot replace %1: %2"_s.arg(file.fileName(), file.errorString()));
        }
    }
    return {};
}

Result<void> createFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<void> copyFile(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.copy(to))
        return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(to, file.errorString()));
    return {};
}

Result<Project> projectOf(const DemoFiles &files)
{
    Project project;
    project.servers.a = {files.connections.a, u"PRD01"_s, Role::Live};
    project.servers.b = {files.connections.b, u"PRD02"_s, Role::Standby};
    project.baseline = ServerEntry{files.connections.baseline, u"backup of 10:00"_s, Role::Standby};
    project.since = QDateTime(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::UTC);
    REJOIN_TRY_VALUE(relation, VirtualRelation::parse(u"audit_log.order_id=orders.order_id"_s));
    project.scope.relations.append(relation);
    REJOIN_TRY_VALUE(rules, rulesFromJson(QJsonDocument::fromJson(DemoStory::rules()).array()));
    project.rules = rules;
    return project;
}

DemoFiles filesOf(const QDir &folder)
{
    DemoFiles files{folder.filePath(u"shop.rejoin"_s), folder.filePath(u"rules.json"_s),
                    folder.filePath(u"baseline.sqlite"_s), folder.filePath(u"PRD01.sqlite"_s),
                    folder.filePath(u"PRD02.sqlite"_s)};
    files.connections = {fileConnection(files.baseline), fileConnection(files.a), fileConnection(files.b)};
    return files;
}

DemoFiles filesOf(const QDir &folder, const PerVersion<ConnectionString> &servers)
{
    DemoFiles files{folder.filePath(u"shop.rejoin"_s), folder.filePath(u"rules.json"_s), u"rejoin_demo_baseline"_s,
                    u"rejoin_demo_prd01"_s, u"rejoin_demo_prd02"_s};
    files.connections = servers;
    files.connections.baseline.set(u"Database"_s, files.baseline);
    files.connections.a.set(u"Database"_s, files.a);
    files.connections.b.set(u"Database"_s, files.b);
    return files;
}

Result<void> writeFiles(const DemoStory &story, const DemoFiles &files, const CancelToken &cancel,
                        const Progress &progress)
{
    REJOIN_TRY(playIntoFile(files.baseline, story.of(Version::Baseline), cancel, progress));
    const PerSide<QString> paths{files.a, files.b};
    for (const Side side : bothSides) {
        REJOIN_TRY(copyFile(files.baseline, paths[side]));
        REJOIN_TRY(playIntoFile(paths[side], story.after(side), cancel, progress));
        REJOIN_TRY(proveConnection(paths[side]));
    }
    return {};
}

} // namespace

Result<DemoFiles> makeDemo(const QString &folder, const DemoOptions &options, const CancelToken &cancel,
                           const Progress &progress)
{
    if (options.orders < DemoOptions::minimalOrders)
        return fail(ErrorCode::Usage,
                    u"the demo needs at least %1 orders, not %2"_s.arg(DemoOptions::minimalOrders).arg(options.orders));

    REJOIN_TRY_VALUE(story, DemoStory::of(options.engine, options.orders));
    const QDir dir(QDir(folder).absolutePath());
    const bool inFiles = options.engine == Engine::Sqlite;
    const DemoFiles files = inFiles ? filesOf(dir) : filesOf(dir, options.servers);
    // bundles of an earlier demo stay, but what they were run on is no more
    REJOIN_TRY(
        makeRoom(dir, {u"shop.rejoin"_s, u"shop.session"_s, u"rules.json"_s, u"baseline.sqlite"_s, u"PRD01.sqlite"_s,
                       u"PRD02.sqlite"_s, u"bundle/runs.jsonl"_s, u"shop-bundle/runs.jsonl"_s}));
    if (inFiles)
        REJOIN_TRY(writeFiles(story, files, cancel, progress));
    for (const Version version : allVersions) {
        if (!inFiles)
            REJOIN_TRY(playIntoServer(story, version, files, options, cancel, progress));
    }
    REJOIN_TRY(createFile(files.rules, DemoStory::rules()));
    REJOIN_TRY_VALUE(project, projectOf(files));
    REJOIN_TRY(saveProject(project, files.project));
    return files;
}

} // namespace Rejoin

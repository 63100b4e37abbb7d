#include "diffcore/demo/demo.h"

#include "diffcore/odbc/connection.h"
#include "diffcore/session/project.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What stands in braces in the story's SQL.
using Placeholders = QList<QPair<QString, QString>>;

Placeholders scaleOf(int orders)
{
    const int last = qMax(1000, orders);
    const int collisions = qMax(20, int(qint64(orders) * 3 / 80));
    return {
        {u"{orders}"_s, QString::number(orders)},
        {u"{first}"_s, QString::number(last - orders + 1)},
        {u"{last}"_s, QString::number(last)},
        {u"{collisions}"_s, QString::number(collisions)},
        {u"{late}"_s, QString::number(qMax(5, collisions / 8))},
        {u"{recent}"_s, QString::number(qMax(50, orders / 100))},
    };
}

/// A chapter of the story: statements, parted by blank lines.
QStringList statements(const QString &chapter, const Placeholders &placeholders)
{
    QFile file(u":/demo/%1.sql"_s.arg(chapter));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo's resources are not linked");
    QString text = QString::fromUtf8(file.readAll());
    for (const auto &[name, value] : placeholders)
        text.replace(name, value);

    QStringList all;
    for (const QString &paragraph : text.split(u"\n\n"_s)) {
        QStringList lines = paragraph.split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.startsWith("--"_L1); });
        if (!lines.isEmpty())
            all.append(lines.join(u'\n'));
    }
    return all;
}

ConnectionString fileConnection(const QString &path)
{
    ConnectionString where;
    where.set(u"Driver"_s, u"SQLite3"_s);
    where.set(u"Database"_s, path);
    return where;
}

struct Chapter
{
    QString name;
    Placeholders placeholders;
};

/// One database on its way through the story.
struct Scene
{
    QString path;
    QList<Chapter> chapters;
};

std::unexpected<Error> cannotPlay(const QString &path, const QSqlError &error)
{
    return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(path, error.text()));
}

Result<void> play(const Scene &scene, QSqlDatabase &database, const CancelToken &cancel)
{
    for (const Chapter &chapter : scene.chapters) {
        for (const QString &statement : statements(chapter.name, chapter.placeholders)) {
            if (cancel.isCancelled())
                return fail(ErrorCode::Cancelled, u"cancelled while writing the demo"_s);
            QSqlQuery query(database);
            if (!query.exec(statement))
                return cannotPlay(scene.path, query.lastError());
        }
    }
    return {};
}

/// Makes the file where there is none.
Result<void> play(const Scene &scene, const CancelToken &cancel, const Progress &progress)
{
    if (progress)
        progress({.doing = u"writing %1"_s.arg(QFileInfo(scene.path).fileName())});
    const QString name = u"demo %1"_s.arg(QUuid::createUuid().toString());
    Result<void> played;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(scene.path);
        played = database.open() ? play(scene, database, cancel) : cannotPlay(scene.path, database.lastError());
    }
    QSqlDatabase::removeDatabase(name);
    return played;
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

QByteArray rules()
{
    QFile file(u":/demo/rules.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<Project> projectOf(const DemoFiles &files)
{
    Project project;
    project.servers.a = {fileConnection(files.a), u"PRD01"_s, Role::Live};
    project.servers.b = {fileConnection(files.b), u"PRD02"_s, Role::Standby};
    project.baseline = ServerEntry{fileConnection(files.baseline), u"backup of 10:00"_s, Role::Standby};
    project.since = QDateTime(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::UTC);
    REJOIN_TRY_VALUE(relation, VirtualRelation::parse(u"audit_log.order_id=orders.order_id"_s));
    project.scope.relations.append(relation);
    return project;
}

} // namespace

Result<DemoFiles> makeDemo(const QString &folder, const DemoOptions &options, const CancelToken &cancel,
                           const Progress &progress)
{
    if (options.orders < DemoOptions::minimalOrders)
        return fail(ErrorCode::Usage,
                    u"the demo needs at least %1 orders, not %2"_s.arg(DemoOptions::minimalOrders).arg(options.orders));

    const QDir dir(QDir(folder).absolutePath());
    const DemoFiles files{dir.filePath(u"shop.rejoin"_s), dir.filePath(u"rules.json"_s),
                          dir.filePath(u"baseline.sqlite"_s), dir.filePath(u"PRD01.sqlite"_s),
                          dir.filePath(u"PRD02.sqlite"_s)};
    REJOIN_TRY(makeRoom(dir, {u"shop.rejoin"_s, u"shop.session"_s, u"rules.json"_s, u"baseline.sqlite"_s,
                              u"PRD01.sqlite"_s, u"PRD02.sqlite"_s}));

    const Placeholders scale = scaleOf(options.orders);
    const Placeholders releaseOnA =
        scale + Placeholders{{u"{deployed_at}"_s, u"2026-11-22 10:22:00"_s}, {u"{tax_class}"_s, u"TEXT"_s}};
    const Placeholders releaseOnB = scale + Placeholders{{u"{deployed_at}"_s, u"2026-11-22 10:07:00"_s},
                                                         {u"{tax_class}"_s, u"TEXT NOT NULL DEFAULT 'standard'"_s}};

    REJOIN_TRY(play({files.baseline, {{u"schema"_s, scale}, {u"baseline"_s, scale}}}, cancel, progress));
    for (const Scene &scene : {
             Scene{files.a, {{u"a-early"_s, scale}, {u"deployment"_s, releaseOnA}, {u"a-late"_s, scale}}},
             Scene{files.b, {{u"deployment"_s, releaseOnB}, {u"b"_s, scale}}},
         }) {
        REJOIN_TRY(copyFile(files.baseline, scene.path));
        REJOIN_TRY(play(scene, cancel, progress));
        REJOIN_TRY(proveConnection(scene.path));
    }

    REJOIN_TRY(createFile(files.rules, rules()));
    REJOIN_TRY_VALUE(project, projectOf(files));
    REJOIN_TRY(saveProject(project, files.project));
    return files;
}

} // namespace Rejoin

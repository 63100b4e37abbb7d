#include "diffcore/session/project.h"

#include "diffcore/base/jsonfile.h"
#include "diffcore/session/projectjson.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const auto databaseAttribute = u"Database"_s;

QString roleName(Role role)
{
    switch (role) {
    case Role::Live: return u"live"_s;
    case Role::Standby: return u"standby"_s;
    }
    return {};
}

/// The path of the SQLite file that a connection opens; empty where it opens none.
QString databaseFile(const ConnectionString &connection)
{
    const QString file = connection.value(databaseAttribute);
    const bool isSqlite = connection.value(u"Driver"_s).contains(u"sqlite"_s, Qt::CaseInsensitive);
    return isSqlite && file != u":memory:"_s ? file : QString();
}

QString absoluteFile(const QString &file, const QDir &folder)
{
    return QDir::cleanPath(folder.absoluteFilePath(file));
}

/// Relative where the file lies below the folder.
QString movableFile(const QString &file, const QDir &folder)
{
    const QString absolute = absoluteFile(file, QDir::current());
    const QString relative = folder.relativeFilePath(absolute);
    const bool isBelow = !relative.startsWith(u".."_s) && QDir::isRelativePath(relative);
    return isBelow ? relative : absolute;
}

template <typename Place> void placeFile(ServerEntry &entry, const QDir &folder, Place place)
{
    if (const QString file = databaseFile(entry.connection); !file.isEmpty())
        entry.connection.set(databaseAttribute, place(file, folder));
}

/// The project with the paths of its SQLite files given by `place`.
template <typename Place> Project withFiles(Project project, const QString &projectPath, Place place)
{
    const QDir folder = QFileInfo(projectPath).absoluteDir();
    for (const Side side : bothSides)
        placeFile(project.servers[side], folder, place);
    if (project.baseline)
        placeFile(*project.baseline, folder, place);
    if (!project.checkpoint.isEmpty())
        project.checkpoint = place(project.checkpoint, folder);
    return project;
}

} // namespace

QString ServerEntry::displayLabel() const
{
    return label.isEmpty() ? connection.displayName() : label;
}

QString Project::title(Side side) const
{
    const QString letter = side == Side::A ? u"A"_s : u"B"_s;
    return u"%1 · %2 (%3)"_s.arg(letter, servers[side].displayLabel(), roleName(servers[side].role));
}

Side Project::movingSide() const
{
    const bool onlyAIsStandby = servers.a.role == Role::Standby && servers.b.role != Role::Standby;
    return onlyAIsStandby ? Side::A : Side::B;
}

Result<Project> loadProject(const QString &path)
{
    const JsonFileKind kind{.name = u"a project of Rejoin"_s,
                            .suffix = u".rejoin"_s,
                            .advice = u"Make a project with rejoin init FILE.rejoin --a CONN --b CONN"_s};
    REJOIN_TRY_VALUE(document, readJsonFile(path, kind));
    const QString shown = QDir::toNativeSeparators(path);
    if (!document.isObject())
        return fail(ErrorCode::BadFile, u"%1 is an array, not %2"_s.arg(shown, kind.name), kind.advice);
    const Result<Project> project = projectFromJson(document.object());
    if (!project)
        return fail(ErrorCode::BadFile, shown + u": "_s + project.error().message, project.error().advice);
    return withFiles(*project, path, absoluteFile);
}

Result<void> saveProject(const Project &project, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = projectJson(withFiles(project, path, movableFile));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fail({.code = ErrorCode::CannotWrite,
                 .message = u"%1 cannot be written"_s.arg(QDir::toNativeSeparators(path)),
                 .advice = u"Check that its folder is there and may be written"_s,
                 .driverText = file.errorString()});
}

QString sessionPath(const QString &projectPath)
{
    const QString suffix = u".rejoin"_s;
    const bool isNamedSo = projectPath.endsWith(suffix, Qt::CaseInsensitive);
    return (isNamedSo ? projectPath.chopped(suffix.size()) : projectPath) + u".session"_s;
}

} // namespace Rejoin

#include "diffcore/odbc/databasefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr QByteArrayView header{"SQLite format 3", 16}; // the closing NUL is part of it
constexpr int longestDriverPath = 250;

/// What reaches the driver as it is: it knows no braces, the driver manager converts by the locale, and Qt takes a text
/// that holds ".dsn" for the name of a file.
bool isPlainPath(const QString &path)
{
    const bool plain =
        std::ranges::all_of(path, [](QChar c) { return c >= u' ' && c <= u'~' && !u";{}="_s.contains(c); });
    return plain && path.trimmed() == path && path.size() <= longestDriverPath &&
           !path.contains(".dsn"_L1, Qt::CaseInsensitive);
}

QString linkTemplate()
{
    const QString folder = isPlainPath(QDir::tempPath()) ? QDir::tempPath() : u"/tmp"_s;
    return folder + u"/rejoin-XXXXXX"_s;
}

} // namespace

Result<QString> provedDatabaseFile(const QString &path)
{
    if (path.isEmpty())
        return fail(ErrorCode::CannotConnect, u"no database file is named"_s, u"Add Database=/path/to/file"_s);
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::CannotConnect, u"there is no file %1"_s.arg(path), u"Check the path"_s);
    if (info.isDir())
        return fail(ErrorCode::BadFile, u"%1 is a folder, not an SQLite database"_s.arg(path),
                    u"Name the file in it"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::RightsMissing, u"%1 cannot be read: %2"_s.arg(path, file.errorString()),
                    u"Check the rights of the file"_s);
    if (file.read(header.size()) != header)
        return fail(ErrorCode::BadFile, u"%1 is not an SQLite database"_s.arg(path), u"Check the path"_s);
    return info.canonicalFilePath();
}

Result<DriverPath> DriverPath::to(const QString &canonicalPath)
{
    DriverPath result;
    result.m_path = canonicalPath;
    if (isPlainPath(canonicalPath))
        return result;
    result.m_folder = std::make_unique<QTemporaryDir>(linkTemplate());
    result.m_path = result.m_folder->filePath(u"database"_s);
    if (!result.m_folder->isValid() || !QFile::link(canonicalPath, result.m_path))
        return fail(ErrorCode::CannotWrite, u"no link to %1 can be made in the temporary folder"_s.arg(canonicalPath));
    return result;
}

} // namespace Rejoin

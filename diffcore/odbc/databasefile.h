#pragma once

#include "diffcore/base/result.h"

#include <QString>
#include <QTemporaryDir>
#include <memory>

namespace Rejoin {

/// Proves that a path names an SQLite database file that can be read, and gives its absolute path with all symbolic
/// links resolved. CannotConnect where there is none, BadFile where it is a folder or holds something else,
/// RightsMissing where it cannot be read.
[[nodiscard]] Result<QString> provedDatabaseFile(const QString &path);

/// The path to give to a driver that reads neither braces nor long paths: the file's own, or else that of a symbolic
/// link to it that lasts as long as this object.
class DriverPath
{
public:
    [[nodiscard]] static Result<DriverPath> to(const QString &canonicalPath);
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace Rejoin

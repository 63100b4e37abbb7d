#pragma once

#include "diffcore/base/result.h"

#include <QJsonDocument>

namespace Rejoin {

/// What a JSON file that people write should be, for errors.
struct JsonFileKind
{
    QString name;   ///< "a project of Rejoin"
    QString suffix; ///< ".rejoin": in a folder given for the file, such files are named; may be empty
    QString advice; ///< how to come by such a file
};

/// Reads a whole JSON file. Fails with BadFile, each with its own message: no such file, a folder, not readable, empty,
/// too large, an SQLite file, binary, or no JSON (with line and column).
[[nodiscard]] Result<QJsonDocument> readJsonFile(const QString &path, const JsonFileKind &kind);

} // namespace Rejoin

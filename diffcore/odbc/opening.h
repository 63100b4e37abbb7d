#pragma once

#include "diffcore/base/result.h"
#include "diffcore/dialect/engine.h"
#include "diffcore/odbc/connection.h"
#include "diffcore/odbc/databasefile.h"
#include "diffcore/odbc/driverquirks.h"

#include <QSqlError>
#include <optional>
#include <sql.h>

namespace Rejoin {

/// All that can be told before a connection is opened.
struct Preparation
{
    ConnectionString where; ///< with what the driver needs
    QString displayName;    ///< for people
    const DriverQuirks *quirks = nullptr;
    QString file;                         ///< the database's canonical path, where it is a named file
    std::optional<DriverPath> driverPath; ///< to be kept until the connection is open
};

/// DriverMissing, Usage, or what provedDatabaseFile() says.
[[nodiscard]] Result<Preparation> prepare(const ConnectionString &where, const ConnectOptions &options);

/// The text that Qt takes as a database name: it puts DSN= before what holds neither DRIVER= nor SERVER=.
[[nodiscard]] Result<QString> qtDatabaseName(const ConnectionString &where);

[[nodiscard]] Error openError(const QSqlError &said, const Preparation &prepared);

/// What the driver tells of an open connection. Unsupported for an engine that Rejoin does not know.
[[nodiscard]] Result<ServerInfo> serverInfo(SQLHDBC handle, DriverQuirks::Text text);

} // namespace Rejoin

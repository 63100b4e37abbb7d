#pragma once

#include "diffcore/base/result.h"
#include "diffcore/odbc/connectionstring.h"

namespace Rejoin {

/// Fails with Usage where a connection string would have the driver manager or a driver do more than connect: load a
/// library from elsewhere than the system's folders, run statements other than SET, read its attributes from a file or
/// write them into one. Projects and bundles come from others, who must not run anything here.
///
/// Sources: ODBC programmer's reference, SQLDriverConnect (FILEDSN, SAVEFILE); SQLite ODBC, "LoadExt"; psqlODBC
/// configuration, "ConnSettings" and its short name A6; MariaDB Connector/ODBC, "InitStmt" and "PluginDir".
[[nodiscard]] Result<void> refuseActing(const ConnectionString &where);

} // namespace Rejoin

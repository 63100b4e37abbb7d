#pragma once

#include "diffcore/base/result.h"
#include "diffcore/odbc/connectionstring.h"

namespace Rejoin {

/// Fails with Usage where a connection string would have the driver manager or a driver do more than connect to the
/// server that Rejoin shows: load a library from elsewhere than the system's folders, run statements other than SET,
/// read or write further files, name a second server; and where it has an attribute of which that is not known.
/// Projects and bundles come from others, who must not run anything here, nor have a kept password sent to them.
///
/// Sources: ODBC programmer's reference, SQLDriverConnect (FILEDSN, SAVEFILE); SQLite ODBC, "LoadExt"; psqlODBC
/// configuration, "ConnSettings" and its short name A6, "pqopt"; MariaDB Connector/ODBC, "InitStmt" and "PluginDir".
[[nodiscard]] Result<void> refuseActing(const ConnectionString &where);

} // namespace Rejoin

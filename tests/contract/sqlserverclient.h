#pragma once

#include "diffcore/odbc/connection.h"
#include "tests/support/clientrun.h"

namespace Rejoin::Testing {

/// Runs a script in `sqlcmd`, or, where it is not installed, its batches as sqlcmd sends them with -b.
[[nodiscard]] ClientRun runInSqlcmd(const ConnectionString &where, const QByteArray &script);
[[nodiscard]] bool hasSqlcmd();

/// Statements that leave nothing of what users made in the database.
[[nodiscard]] Result<void> emptySqlServer(Connection &connection);

/// Tables, rows and numbers to be given out, as text.
[[nodiscard]] QString dumpSqlServer(Connection &connection);

} // namespace Rejoin::Testing

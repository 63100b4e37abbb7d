#pragma once

#include "diffcore/odbc/connectionstring.h"

namespace Rejoin {

/// Where a server listens, as people name it.
struct ServerAddress
{
    QString host; ///< with the instance, where one is named: "prd01\\sales"
    QString port; ///< empty = the engine's own

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

/// The address that a connection string names, whichever way its driver has it written.
[[nodiscard]] ServerAddress addressOf(const ConnectionString &where);

/// Writes the address as the driver that the connection string names takes it: `Server=prd01;Port=1433`, or
/// `Server=prd01,1433` for Microsoft's, which knows no Port (documentation, "DSN and Connection String Keywords and
/// Attributes"). What is empty is left out.
void setAddress(ConnectionString &where, const ServerAddress &address);

} // namespace Rejoin

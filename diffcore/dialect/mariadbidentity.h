#pragma once

#include "diffcore/dialect/engine.h"

namespace Rejoin {

/// An expression for ServerInfo::identity: host, port, data folder and database.
[[nodiscard]] QString mariaDbIdentity();
/// Whether such an expression gave it, and not the driver.
[[nodiscard]] bool isMariaDbIdentity(const QString &identity);
/// What such an expression says of the server, without the database.
[[nodiscard]] QString mariaDbServer(const ServerInfo &server);

} // namespace Rejoin

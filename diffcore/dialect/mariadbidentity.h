#pragma once

#include <QString>

namespace Rejoin {

/// An expression for ServerInfo::identity: host, port, data folder and database.
[[nodiscard]] QString mariaDbIdentity();
/// Whether such an expression gave it, and not the driver.
[[nodiscard]] bool isMariaDbIdentity(const QString &identity);

} // namespace Rejoin

#pragma once

#include <QString>

namespace Rejoin {

/// SQL expression for the text that names this database among all others. A standby has the system identifier of its
/// primary; once promoted it runs on a time line of its own.
[[nodiscard]] QString postgresIdentity();
/// The text came from postgresIdentity(), not from a connection whose user may not ask.
[[nodiscard]] bool isPostgresIdentity(const QString &identity);

} // namespace Rejoin

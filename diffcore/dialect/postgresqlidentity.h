#pragma once

#include <QString>

namespace Rejoin {

/// SQL expression for the text that names this database among all others. A standby has the system identifier of its
/// primary; once promoted it runs on a time line of its own.
[[nodiscard]] QString postgresIdentity();
/// The same for a session, with the schema to which its search_path keeps it. That is one that names no other schema
/// that is there, but those of the system; the servers' default, with "$user" in it, keeps to none.
[[nodiscard]] QString postgresSessionIdentity();
/// The text came from one of these, not from a connection whose user may not ask.
[[nodiscard]] bool isPostgresIdentity(const QString &identity);

/// What postgresSessionIdentity() gave.
struct PostgresIdentity
{
    QString database; ///< as postgresIdentity() gives it
    QString schema;   ///< empty where the session keeps to none
};
[[nodiscard]] PostgresIdentity splitPostgresIdentity(const QString &identity);

} // namespace Rejoin

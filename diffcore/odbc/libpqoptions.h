#pragma once

#include <QString>
#include <QStringList>

namespace Rejoin {

/// The options of libpq that may stand in psqlODBC's pqopt: those of encryption, of waiting, and a password. Others
/// name another server (host, hostaddr, port, service), read files of their own (servicefile, passfile) or load a
/// library (sslkey=engine:key).
[[nodiscard]] const QStringList &harmlessLibpqOptions();

/// Whether a text holds these alone. It is read as libpq reads it (PostgreSQL documentation, "Connection Strings"):
/// blanks may stand around '=', values in quotes hold blanks, a backslash takes the next sign as it is.
[[nodiscard]] bool areHarmlessLibpqOptions(const QString &text);

} // namespace Rejoin

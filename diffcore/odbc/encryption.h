#pragma once

#include "diffcore/odbc/connectionstring.h"

namespace Rejoin {

/// How a connection is kept from being read, and from leading to somebody else.
struct Encryption
{
    enum class Mode : quint8 {
        Default,  ///< as the driver does by itself
        Verified, ///< encrypted, and the certificate is checked: it is the server that is named
        Unchecked ///< encrypted, but nothing tells with whom one speaks
    };

    Mode mode = Mode::Default;
    QString authority; ///< file of the authority's certificate; empty = those that the system trusts

    friend bool operator==(const Encryption &, const Encryption &) = default;
};

/// Whether Rejoin knows how this driver is told to encrypt.
[[nodiscard]] bool takesEncryption(const QString &driver);
/// Whether the driver can check certificates by its connection string; FreeTDS does by freetds.conf alone.
[[nodiscard]] bool takesVerified(const QString &driver);
/// Whether the driver takes the authority's file; Microsoft's asks the system alone.
[[nodiscard]] bool takesAuthority(const QString &driver);

/// What a connection string says, in its driver's words: psqlodbc's `SSLmode` and `pqopt={sslrootcert=…}`, MariaDB
/// Connector/ODBC's `ForceTLS`, `SSLVerify`, `SSLCA`, MySQL Connector/ODBC's `SSLMODE`, `SSLCA`, Microsoft's `Encrypt`,
/// `TrustServerCertificate`, FreeTDS's `Encryption` (each from the driver's documentation).
[[nodiscard]] Encryption encryptionOf(const ConnectionString &where);

/// Writes it, and takes away what stood there before; what the driver has no word for is left out.
void setEncryption(ConnectionString &where, const Encryption &encryption);

} // namespace Rejoin

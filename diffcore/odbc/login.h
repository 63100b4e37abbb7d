#pragma once

#include "diffcore/odbc/connectionstring.h"

namespace Rejoin {

/// Where the password comes from that does not stand in a connection string, neither literally nor as `env:NAME`. A
/// project keeps it as the attribute `RejoinLogin=keychain`, which no driver gets to see.
enum class LoginFrom : quint8 {
    Person,    ///< asked each time
    Keychain,  ///< of this user on this machine
    DataSource ///< the ODBC data source has it, or none is needed
};

/// What the connection string says; else DataSource where it names one, and Person.
[[nodiscard]] LoginFrom loginFrom(const ConnectionString &where);
void setLoginFrom(ConnectionString &where, LoginFrom from);

/// A user is named, and nothing yet gives the password.
[[nodiscard]] bool lacksPassword(const ConnectionString &where);

/// The name of the password in a keychain, and for people: "merge@prd01:5432/shop"
[[nodiscard]] QString loginName(const ConnectionString &where);

} // namespace Rejoin

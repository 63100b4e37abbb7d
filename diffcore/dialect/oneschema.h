#pragma once

#include "diffcore/dialect/engine.h"

namespace Rejoin {

/// The one schema of its database to which a connection keeps, because its search_path names no other (PostgreSQL);
/// empty where it keeps to none, and for engines without schemas.
[[nodiscard]] QString oneSchemaOf(const ServerInfo &server);
/// ServerInfo::identity of the database alone, whatever schema of it the connection keeps to.
[[nodiscard]] QString databaseIdentity(const ServerInfo &server);
/// "shop", or "shop, schema archive" where the connection keeps to one.
[[nodiscard]] QString databaseText(const ServerInfo &server);
/// Whether two connections lead to the same rows: to one database, and not to two schemas of it.
[[nodiscard]] bool isSameDatabase(const ServerInfo &left, const ServerInfo &right);

} // namespace Rejoin

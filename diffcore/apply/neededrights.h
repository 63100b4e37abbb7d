#pragma once

#include "diffcore/dialect/dialect.h"
#include "diffcore/schema/rights.h"

namespace Rejoin {

/// Which rights that these statements of a script need the connection's user does not have: those on the tables that
/// they name. Empty where the server does not tell; then its own words have to do. The connection must be outside of a
/// failed transaction.
[[nodiscard]] QList<MissingRight> lackingRights(Connection &connection, const QList<ScriptStatement> &statements);

} // namespace Rejoin

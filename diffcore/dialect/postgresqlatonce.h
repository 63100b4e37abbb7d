#pragma once

#include "diffcore/dialect/postgresqldialect.h"

namespace Rejoin {

/// scriptAtOnce() of PostgreSQL.
[[nodiscard]] QStringList postgresAtOnce(const PostgreSqlDialect &dialect, const QList<RowChange> &changes);

} // namespace Rejoin

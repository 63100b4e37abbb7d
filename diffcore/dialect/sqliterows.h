#pragma once

#include "diffcore/dialect/sqlitedialect.h"

namespace Rejoin {

[[nodiscard]] QString quoted(const SqliteDialect &dialect, const QString &text);

/// The statement that carries out a change where the row still is as it was compared, and else affects no row.
[[nodiscard]] QString rowStatement(const SqliteDialect &dialect, const RowChange &change);
/// A condition, true in the server where the row is as the change expects it. Of a table with a key.
[[nodiscard]] QString precondition(const SqliteDialect &dialect, const RowChange &change);
/// A condition, true in the server where the change has been carried out.
[[nodiscard]] QString carriedOut(const SqliteDialect &dialect, const RowChange &change);

} // namespace Rejoin

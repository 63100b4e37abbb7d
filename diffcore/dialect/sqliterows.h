#pragma once

#include "diffcore/dialect/sqlitedialect.h"

namespace Rejoin {

/// Text for one line of a comment or message: nothing in it can end the line or hide a part of it.
[[nodiscard]] QString oneLine(const QString &text);
[[nodiscard]] QString quoted(const SqliteDialect &dialect, const QString &text);

/// The statement that carries out a change where the row still is as it was compared, and else affects no row.
[[nodiscard]] QString rowStatement(const SqliteDialect &dialect, const RowChange &change);
/// A condition, true in the server where the change has been carried out.
[[nodiscard]] QString carriedOut(const SqliteDialect &dialect, const RowChange &change);

} // namespace Rejoin

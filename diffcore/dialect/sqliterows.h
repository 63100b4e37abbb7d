#pragma once

#include "diffcore/dialect/sqlitedialect.h"

namespace Rejoin {

[[nodiscard]] QString quoted(const SqliteDialect &dialect, const QString &text);

/// The statement that carries out a change where the row still is as it was compared, and else affects no row.
[[nodiscard]] QString rowStatement(const SqliteDialect &dialect, const RowChange &change);
/// Whether a change is one that no list can hold.
[[nodiscard]] std::function<bool(const RowChange &)> standsAlone(const SqliteDialect &dialect);
/// For changes of one list: a query for the names of rows that are not as the changes expect them, and the statement
/// that carries all of them out where rejoin_unlike is empty.
[[nodiscard]] QString selectUnexpected(const SqliteDialect &dialect, const QList<RowChange> &changes);
[[nodiscard]] QString listStatement(const SqliteDialect &dialect, const QList<RowChange> &changes);
/// For changes of one list: a query for the names of rows that are not as the changes leave them.
[[nodiscard]] QString selectNotCarriedOut(const SqliteDialect &dialect, const QList<RowChange> &changes);
/// A condition, true in the server where the change has been carried out.
[[nodiscard]] QString carriedOut(const SqliteDialect &dialect, const RowChange &change);

} // namespace Rejoin

#pragma once

#include <QString>

namespace Rejoin {

// Parts of catalog queries that the catalog and the guards of scripts share: a guard must see the shape of a table in
// the very words in which the catalog told it. They hold under a search path of pg_catalog alone.

/// CTE "base": each type, the type below it where it is a domain, and the length that the domain gives.
[[nodiscard]] QString postgresBaseTypes();
/// Of pg_attribute AS a JOIN base AS b: the printed type.
[[nodiscard]] QString postgresTypeText();
/// Of pg_attribute AS a: 'w' written, 'g' generated, 'c' computed.
[[nodiscard]] QString postgresSource();
/// The generator of a column as a regclass, NULL where there is none. The arguments are SQL expressions: the table's
/// oid, the column's number.
[[nodiscard]] QString postgresSequence(const QString &table, const QString &columnNumber);

} // namespace Rejoin

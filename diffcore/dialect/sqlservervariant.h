#pragma once

#include <QString>

namespace Rejoin {

// A sql_variant is a value together with its type, and two of unlike types can be equal to each other. Its canonical
// text therefore names the type: "decimal(10,2): 1.50", "varchar(3) Latin1_General_CI_AS: abc".

/// An expression that gives the canonical text of a sql_variant column; NULL for NULL.
[[nodiscard]] QString printedVariant(const QString &name);
/// The canonical text as an expression of type sql_variant; NULL where it is none.
[[nodiscard]] QString variantLiteral(const QString &canonical);

} // namespace Rejoin

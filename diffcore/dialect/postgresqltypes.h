#pragma once

#include "diffcore/schema/catalog.h"

namespace Rejoin {

// A column's declaredType is what format_type() prints when the search path holds pg_catalog alone, so that types of
// users name their schema; for a domain it is that of the type below. The texts here are made of it.

/// What a type means: by the name of the type without its length, and the letters that pg_type keeps for it.
[[nodiscard]] TypeFamily postgresFamily(const QString &typeName, QChar typeKind, QChar typeCategory);

/// A number that needs no quotes. The lowest bigint does: without, it is a numeric.
[[nodiscard]] bool isPlainPostgresNumber(QByteArrayView text);

/// The type that a literal is cast to: without length or precision, by which a cast would cut or round in silence;
/// empty where a plain string will do.
[[nodiscard]] QString postgresCast(const QString &declaredType);

/// `=` of the type says yes to nothing but the same value. (For an interval, a month equals 30 days; json has none.)
[[nodiscard]] bool comparesExactly(const Column &column);
/// Every server sorts the type alike: no collation and no order of labels has a say.
[[nodiscard]] bool sortsAlike(const Column &column);
/// text, character varying, character and name.
[[nodiscard]] bool isPlainText(const Column &column);
/// Text that the server itself compares by its bytes.
[[nodiscard]] bool comparesBytes(const Column &column);

/// The column as decode() takes it; `name` is its quoted name, or that of the table's alias and its own.
[[nodiscard]] QString postgresPrinted(const QString &name, const Column &column);

} // namespace Rejoin

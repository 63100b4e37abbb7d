#pragma once

#include "diffcore/schema/catalog.h"

namespace Rejoin {

// A column's declaredType is COLUMN_TYPE of information_schema.columns: "bigint(20) unsigned", "enum('a','b')". It is
// "json" for a column that MariaDB keeps as longtext and checks by json_valid().

/// Types of MariaDB and MySQL, by what they need when they are read and written.
enum class MariaDbType : quint8 {
    Number,     ///< printed as it is
    PaddedText, ///< number that prints with zeros before it, or a year
    Single,
    Double,
    Bits,
    Text,
    Choice, ///< enum and set
    Bytes,
    Geometry, ///< and vectors: bytes that no client prints
    Json,
    Other, ///< printed by a cast
};

[[nodiscard]] MariaDbType mariaDbType(const QString &declaredType);
[[nodiscard]] TypeFamily mariaDbFamily(const QString &declaredType);
/// The number in brackets: 12 of "bit(12)"; 0 where there is none.
[[nodiscard]] int mariaDbLength(const QString &declaredType);
/// Text that the server compares as a column's collation says.
[[nodiscard]] bool isCollated(const Column &column);

} // namespace Rejoin

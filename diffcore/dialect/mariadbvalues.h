#pragma once

#include "diffcore/schema/catalog.h"

#include <QByteArrayView>
#include <optional>

namespace Rejoin {

/// The value as an expression that a column of the type reads back the same, in any sql_mode: no string holds a
/// backslash. Connections speak utf8mb4.
[[nodiscard]] QString mariaDbLiteral(const Value &value, const Column &column);
/// Text between quotes, what a client or a sql_mode could change left out and put in by the server.
[[nodiscard]] QString mariaDbText(const QString &text);

/// An expression that gives text as its bytes in UTF-8. As text, MariaDB's driver fails where a character of two UTF-16
/// units lies across the end of a buffer, and ends at a NUL.
[[nodiscard]] QString mariaDbBytes(const QString &text);
/// An expression that gives a cell of a column so that no driver changes it; `name` is the column's, quoted.
[[nodiscard]] QString mariaDbCell(const QString &name, const Column &column);
/// The value of a cell that such an expression gave.
[[nodiscard]] Value mariaDbValue(const Column &column, std::optional<QByteArrayView> cell);

} // namespace Rejoin

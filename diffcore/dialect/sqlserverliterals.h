#pragma once

#include "diffcore/schema/catalog.h"

namespace Rejoin {

/// The value as an expression of the column's type; see Dialect::literal().
[[nodiscard]] QString sqlServerLiteral(const Value &value, const Column &column);

/// N'…' in one line and with nothing in it that sqlcmd would take for a command or a variable. Where a character is put
/// in at run time, its collation is the binary one, explicitly.
[[nodiscard]] QString unicodeLiteral(const QString &text);
/// Whether what unicodeLiteral() gave is no expression that is worked out at run time.
[[nodiscard]] bool isConstant(const QString &literal);

} // namespace Rejoin

#pragma once

#include "diffcore/dialect/engine.h"

#include <QString>

namespace Rejoin {

/// Why a text is no SQL condition that can stand between parentheses in a query of this engine: it is empty, has a
/// parenthesis or quote without its partner, a comment, a second statement, signs by which servers and drivers do
/// not agree where a quoted text ends, or a function that reaches beyond the rows (files, programs, other servers).
/// Empty where there is nothing against it. Whether columns and types are right the server says.
[[nodiscard]] QString whyNoCondition(const QString &text, Engine engine);

} // namespace Rejoin

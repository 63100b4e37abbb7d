#pragma once

#include "diffcore/schema/catalog.h"

namespace Rejoin {

/// The value as the column of a server holds it: in the column's family where the value is of another and has a place
/// in it (see converted()), else as it is.
[[nodiscard]] Value asColumnHolds(const Value &value, const Column &column);

/// Why a column cannot hold a value that came from a column of another shape, as a part of a sentence: "12345678901,
/// which is out of the range of integer". Empty where it can, or where only the server can tell. Length and NULL are
/// not looked at. SQLite's columns hold everything.
[[nodiscard]] QString whyNotHeld(const Value &value, const Column &column, Engine engine);

/// Digits of the fraction of a second that a column of times holds; -1 where it holds no times, or the type does not
/// say.
[[nodiscard]] int fractionDigits(const Column &column, Engine engine);

/// What rows that were there already got when this column was added: its default, NULL where it has none. Nothing where
/// the default is no constant, or is of a family whose spelling only the server knows.
[[nodiscard]] std::optional<Value> constantDefault(const Column &column);

} // namespace Rejoin

#pragma once

#include "diffcore/value/value.h"

#include <optional>

namespace Rejoin {

/// A value as a column of another family holds it: "7" as 7, 1 as true, a date as the timestamp of its midnight. The
/// value itself where the family is its own, and NULL and absent for any; nothing where the family has no such value,
/// or only the server can tell. Nothing is rounded or cut.
[[nodiscard]] std::optional<Value> converted(const Value &value, TypeFamily to);

} // namespace Rejoin

#pragma once

#include "diffcore/value/value.h"

#include <optional>

namespace Rejoin {

/// A counter that both servers moved on from one baseline: `baseline + (a − baseline) + (b − baseline)`, exactly,
/// with as many fractional digits as the longest of the three. Nothing where one of them is no integer or decimal.
/// It may be larger than the column can hold.
[[nodiscard]] std::optional<Value> sumOfDeltas(const Value &baseline, const Value &a, const Value &b);

/// Which of two time stamps is later: dates, times of day with a date, with or without a zone (all of one zone), and
/// integers (seconds since a moment). Nothing where they cannot be compared: NULL, unlike families, another spelling
/// than ISO 8601 with a year of four digits.
[[nodiscard]] std::optional<std::strong_ordering> compareStamps(const Value &left, const Value &right);

} // namespace Rejoin

#pragma once

#include "diffcore/value/value.h"

namespace Rejoin {

/// How two values of one column are compared. The default is exact.
struct Equality
{
    enum class Rule : quint8 {
        Exact,
        ByNumber,             ///< floats: NaN equals NaN, -0 equals 0; decimals: 1.50 equals 1.5
        IgnoreTrailingBlanks, ///< fixed-length text
        IgnoreCase,
        Ignored, ///< every value equals every other
        /// What two engines say of one thing: numbers and booleans by number, times to the same moment whatever the
        /// zeros of their fraction, uuids without case; all else by its text.
        ByMeaning,
    };
    Rule rule = Rule::Exact;

    friend bool operator==(const Equality &, const Equality &) = default;
};

/// The rule that a type family has by itself.
[[nodiscard]] Equality equalityFor(TypeFamily family, bool fixedLength);

/// Whether values of two families, of two engines, can mean the same, so that ByMeaning tells.
[[nodiscard]] bool canMeanTheSame(TypeFamily left, TypeFamily right);

/// NULL equals NULL only; absent equals absent only.
[[nodiscard]] bool equal(const Value &left, const Value &right, const Equality &equality);

} // namespace Rejoin

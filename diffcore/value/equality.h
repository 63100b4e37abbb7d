#pragma once

#include "diffcore/value/value.h"

#include <optional>

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
        /// One column, of another type on the other server: the same as ByMeaning, and numbers and text by their
        /// spelling ("7" equals 7), a date and a timestamp by the date where the time is midnight.
        AcrossTypes,
        AtPrecision,       ///< times: the same but for what the coarser of two columns cannot hold
        IgnoreOuterBlanks, ///< text: blanks, tabs and line ends before and after it
        Within,            ///< numbers that are no further apart than `tolerance`
    };
    Rule rule = Rule::Exact;
    int fractionDigits = 0; ///< AtPrecision: digits after the second that the coarser column holds
    double tolerance = 0;   ///< Within

    friend bool operator==(const Equality &, const Equality &) = default;
};

/// The rule that a type family has by itself.
[[nodiscard]] Equality equalityFor(TypeFamily family, bool fixedLength);

/// A rule that a person may ask for: "trim", "ignore-case", "within:0.01", "precision:3" (digits of the fraction of a
/// second). Nothing for anything else.
[[nodiscard]] std::optional<Equality> equalityFromText(const QString &text);

/// Whether values of two families, of two engines, can mean the same, so that ByMeaning tells.
[[nodiscard]] bool canMeanTheSame(TypeFamily left, TypeFamily right);

/// NULL equals NULL only; absent equals absent only.
[[nodiscard]] bool equal(const Value &left, const Value &right, const Equality &equality);

} // namespace Rejoin

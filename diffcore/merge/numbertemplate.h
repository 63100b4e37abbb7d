#pragma once

#include "diffcore/base/result.h"

#include <QString>
#include <optional>

namespace Rejoin {

/// How a natural number is written anew: `ORD-2024-{n}`, `{prefix}{n:4}`.
///
/// `{n}` stands once for a counter, `{n:4}` for one of at least four digits; `{prefix}` for what the old number has
/// before its last digits, `{suffix}` for what it has behind them. Numbers that differ in nothing but the counter are a
/// series, in which each is given once.
class NumberTemplate
{
public:
    /// Fails with Usage, saying what is wrong.
    [[nodiscard]] static Result<NumberTemplate> parse(const QString &text);

    /// The series in which the new number of `old` lies: the text around the counter, which stands as a NUL.
    [[nodiscard]] QString series(const QString &old) const;
    /// The counter of `number` where it lies in the series.
    [[nodiscard]] static std::optional<qint64> counterIn(const QString &series, const QString &number);
    [[nodiscard]] QString number(const QString &series, qint64 counter) const;

private:
    QString m_text;
    int m_width = 0;
};

} // namespace Rejoin

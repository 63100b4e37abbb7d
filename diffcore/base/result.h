#pragma once

#include "diffcore/base/error.h"

#include <expected>

namespace Rejoin {

/// A value or an expected Error.
template <typename T> using Result = std::expected<T, Error>;

/// Shorthand for returning an error: `return fail(ErrorCode::BadFile, QStringLiteral("…"));`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString message, QString advice = {})
{
    Error error{.code = code};
    error.message = std::move(message);
    error.advice = std::move(advice);
    return std::unexpected(std::move(error));
}

[[nodiscard]] inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected(std::move(error));
}

} // namespace Rejoin

/// Evaluates an expression that gives Result<void> and returns its error from the enclosing function.
#define REJOIN_TRY(expression)                                                                                         \
    do {                                                                                                               \
        if (auto tried = (expression); !tried)                                                                         \
            return std::unexpected(std::move(tried).error());                                                          \
    } while (false)

/// Declares `name` as the value of an expression that gives Result<T>, or returns its error.
#define REJOIN_TRY_VALUE(name, expression)                                                                             \
    auto name##Result = (expression);                                                                                  \
    if (!name##Result)                                                                                                 \
        return std::unexpected(std::move(name##Result).error());                                                       \
    auto &name = *name##Result

#pragma once

#include "diffcore/base/error.h"

#include <optional>

namespace Rejoin {

/// How the guards of a script begin what they say, in every engine's script: the server's error carries it back.
inline constexpr QLatin1StringView refusedMark("rejoin refused: ");
inline constexpr QLatin1StringView alreadyAppliedMark("rejoin already applied: ");
inline constexpr QLatin1StringView wrongTargetMark("rejoin wrong target: ");

/// What the server said: the driver's words, else the message.
[[nodiscard]] QString serverWords(const Error &error);

/// The refusal of a guard: code, server, table, and as message all that the server said behind the mark. The dialect
/// cuts off what its server or driver adds. Nothing where no guard spoke.
[[nodiscard]] std::optional<Error> guardRefusal(const Error &error);

} // namespace Rejoin

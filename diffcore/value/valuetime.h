#pragma once

#include "diffcore/value/value.h"

#include <QDateTime>
#include <QTimeZone>

namespace Rejoin {

/// The moment that a value names, in UTC: a date and time of any spelling of ISO 8601, or a whole number of seconds or
/// milliseconds since 1970. `zone` is that of times which carry none; an invalid one stands for UTC. Nothing for what
/// is no moment (NULL, a date alone, `infinity`).
[[nodiscard]] std::optional<QDateTime> timeOf(const Value &value, const QTimeZone &zone = {});

} // namespace Rejoin

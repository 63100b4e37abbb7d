#pragma once

#include <QDateTime>

namespace Rejoin {

/// "2026-11-22 10:00:00 UTC"; "not given" where the time is invalid.
[[nodiscard]] QString timeText(const QDateTime &time);

} // namespace Rejoin

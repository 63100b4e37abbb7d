#pragma once

#include "diffcore/odbc/connection.h"

#include <QDateTime>

namespace Rejoin {

/// What a server's clock shows now, and how far it is ahead of this machine's, measured amid the question's way there
/// and back.
struct ServerClock
{
    QDateTime now; ///< UTC
    double aheadSeconds = 0;
};

/// Nothing where the server does not tell.
[[nodiscard]] std::optional<ServerClock> askClock(Connection &connection);

/// Differences up to this many seconds are the question's own time.
inline constexpr double toleratedClockSeconds = 2.0;

} // namespace Rejoin

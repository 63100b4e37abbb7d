#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"

#include <chrono>
#include <optional>

namespace Rejoin {

class Connection;

/// How gently the servers are read.
struct Gentleness
{
    int busyPercent = 100;          ///< of the time, 1 to 100, that a server may be kept busy by Rejoin
    std::optional<int> mostRunning; ///< while other sessions run more statements than this, Rejoin waits

    [[nodiscard]] bool isGentle() const { return busyPercent < 100 || mostRunning; }
};

/// Keeps the reads of one connection to a pace: between two queries it waits, as long as the last one took for half of
/// the time, say, and until the server is not so busy any more. Used on the thread that reads.
class Pace
{
public:
    Pace(Connection &connection, const Gentleness &gentleness, CancelToken cancel);

    /// Before a query. Cancelled when the token was cancelled meanwhile; what the server says when it is asked for its
    /// load.
    [[nodiscard]] Result<void> begin();
    void end(); ///< after it, and its last row
    /// How long it waited so far.
    [[nodiscard]] std::chrono::milliseconds waited() const { return m_waited; }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] Result<void> wait(std::chrono::milliseconds time);
    [[nodiscard]] Result<bool> isBusy();

    Connection &m_connection;
    Gentleness m_gentleness;
    CancelToken m_cancel;
    Clock::time_point m_began;
    std::chrono::milliseconds m_owed{0};
    std::chrono::milliseconds m_waited{0};
};

} // namespace Rejoin

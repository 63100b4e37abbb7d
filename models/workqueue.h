#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace Rejoin {

/// Runs pieces of work in the order in which they come, one at a time, each on a thread that no one owns. A piece that
/// does not end holds up the next, until it is not waited for any more. Any thread may use it.
class WorkQueue
{
public:
    using Piece = std::function<void()>;

    WorkQueue();

    void add(Piece piece);
    /// Those that did not begin never will.
    void dropWaiting();
    /// One of the pieces that run is not waited for any more, or has ended after all.
    void waitForOneLess();
    void waitForOneMore();
    /// False where a piece still runs after that time. One that never ends keeps what it needs, not this.
    [[nodiscard]] bool waitForAll(std::chrono::milliseconds time);

private:
    struct State;
    static void begin(const std::shared_ptr<State> &state);

    std::shared_ptr<State> m_state;
};

} // namespace Rejoin

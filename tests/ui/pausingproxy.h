#pragma once

#include <array>
#include <atomic>
#include <thread>

namespace Rejoin::Testing {

/// Forwards loopback connections to a port of this machine, until it is told to stand still: then everything stays
/// connected, and nothing is answered, as by a server whose machine hangs.
class PausingProxy
{
public:
    explicit PausingProxy(int target);
    ~PausingProxy();
    PausingProxy(const PausingProxy &) = delete;
    PausingProxy &operator=(const PausingProxy &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// Stands still at the given request from now on; 1 is the next one.
    void pauseAt(int request);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    void resume();
    /// Goes on with new connections; those that there are stay silent.
    void resumeForNewOnes();

private:
    void serve();
    void wake() const;

    int m_target;
    int m_listener = -1;
    int m_port = 0;
    std::array<int, 2> m_waker{-1, -1};
    std::atomic_int m_left{0}; ///< requests until it stands still; 0 = never
    std::atomic_bool m_paused = false;
    std::atomic_bool m_forgets = false; ///< the connections that there are
    std::atomic_bool m_ends = false;
    std::thread m_thread;
};

} // namespace Rejoin::Testing

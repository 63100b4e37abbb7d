#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <stop_token>
#include <thread>

namespace Rejoin::Testing {

/// The longest time for which the event loop of this thread answered nothing since the watch was started, less the
/// longest for which a thread that does nothing was not woken: that is the machine's doing, which may be busy.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        m_beat.setInterval(beatMs);
        connect(&m_beat, &QTimer::timeout, this, [this] { look(); });
        m_idle = std::jthread([this](const std::stop_token &end) { beatIdly(end); });
    }

    void start()
    {
        m_longest = 0;
        m_longestOfIdle = 0;
        m_since.start();
        m_beat.start();
    }
    /// Milliseconds; what goes on now counts.
    [[nodiscard]] double longest()
    {
        look();
        return std::max(0.0, m_longest - m_longestOfIdle);
    }

private:
    static constexpr int beatMs = 5;

    void look()
    {
        m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6);
        m_since.restart();
    }

    void beatIdly(const std::stop_token &end)
    {
        QElapsedTimer since;
        since.start();
        while (!end.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(beatMs));
            m_longestOfIdle = std::max(m_longestOfIdle.load(), double(since.nsecsElapsed()) / 1e6);
            since.restart();
        }
    }

    QTimer m_beat;
    QElapsedTimer m_since;
    double m_longest = 0;
    std::atomic<double> m_longestOfIdle = 0;
    std::jthread m_idle;
};

} // namespace Rejoin::Testing

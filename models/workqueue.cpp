#include "models/workqueue.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Rejoin {

struct WorkQueue::State
{
    std::mutex mutex;
    std::condition_variable ended;
    std::deque<Piece> waiting;
    int running = 0;
    int atOnce = 1;

    /// The next piece if it may begin, else none; called with the mutex held.
    [[nodiscard]] Piece take()
    {
        if (waiting.empty() || running >= atOnce)
            return {};
        Piece piece = std::move(waiting.front());
        waiting.pop_front();
        ++running;
        return piece;
    }
};

WorkQueue::WorkQueue()
    : m_state(std::make_shared<State>())
{
}

/// Called with the mutex held.
void WorkQueue::begin(const std::shared_ptr<State> &state)
{
    Piece first = state->take();
    if (!first)
        return;
    std::thread([state, piece = std::move(first)]() mutable {
        while (piece) {
            piece();
            piece = {}; // what it holds goes before anybody hears that it ended
            const std::scoped_lock lock(state->mutex);
            --state->running;
            piece = state->take();
            state->ended.notify_all();
        }
    }).detach();
}

void WorkQueue::add(Piece piece)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->waiting.push_back(std::move(piece));
    begin(m_state);
}

void WorkQueue::dropWaiting()
{
    std::deque<Piece> dropped;
    const std::scoped_lock lock(m_state->mutex);
    dropped.swap(m_state->waiting);
}

void WorkQueue::waitForOneLess()
{
    const std::scoped_lock lock(m_state->mutex);
    ++m_state->atOnce;
    begin(m_state);
}

void WorkQueue::waitForOneMore()
{
    const std::scoped_lock lock(m_state->mutex);
    --m_state->atOnce;
}

bool WorkQueue::waitForAll(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_state->mutex);
    return m_state->ended.wait_for(lock, time, [this] { return m_state->running == 0; });
}

} // namespace Rejoin

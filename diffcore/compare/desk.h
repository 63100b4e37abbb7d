#pragma once

#include "diffcore/base/result.h"

#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <queue>
#include <thread>

namespace Rejoin {

/// Work that belongs to one thread, asked for by others: a session is used by the thread that opened it alone.
class Desk
{
public:
    /// Has it done by the thread that made the desk, and waits for what comes of it; on that thread itself at once.
    template <typename Work> auto ask(Work work) -> std::invoke_result_t<Work>
    {
        if (std::this_thread::get_id() == m_owner)
            return work();
        std::packaged_task<std::invoke_result_t<Work>()> task(std::move(work));
        auto answer = task.get_future();
        {
            const std::lock_guard lock(m_mutex);
            m_tasks.emplace([&task] { task(); });
        }
        m_changed.notify_one();
        return answer.get();
    }

    /// Does what is asked for until as many callers of leave() have left.
    void serve(int callers)
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [&] { return !m_tasks.empty() || m_left >= callers; });
            if (m_tasks.empty())
                return;
            const std::function<void()> task = std::move(m_tasks.front());
            m_tasks.pop();
            lock.unlock();
            task();
            lock.lock();
        }
    }
    /// The calling thread asks for nothing more.
    void leave()
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_left;
        }
        m_changed.notify_one();
    }

private:
    std::thread::id m_owner = std::this_thread::get_id();
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::queue<std::function<void()>> m_tasks;
    int m_left = 0;
};

} // namespace Rejoin

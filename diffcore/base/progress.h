#pragma once

#include <QString>
#include <atomic>
#include <functional>
#include <memory>

namespace Rejoin {

/// Asks running work to stop. Copies share one state; any thread may cancel, any thread may look.
class CancelToken
{
public:
    void cancel() { m_state->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_state->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_state = std::make_shared<std::atomic_bool>(false);
};

/// How far a piece of work is. `total` is 0 where it is not known.
struct ProgressReport
{
    QString doing; ///< "comparing orders"
    qint64 done = 0;
    qint64 total = 0;
};

/// Called on the thread that does the work; must return fast.
using Progress = std::function<void(const ProgressReport &)>;

} // namespace Rejoin

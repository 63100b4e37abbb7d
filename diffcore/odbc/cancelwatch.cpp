#include "diffcore/odbc/cancelwatch.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace Rejoin {

static void watch(const std::stop_token &stop, Connection &connection, const CancelToken &token)
{
    using namespace std::chrono_literals;
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        wake.wait_for(lock, stop, 50ms, [] { return false; });
        if (!stop.stop_requested() && token.isCancelled())
            connection.cancel();
    }
}

CancelWatch::CancelWatch(Connection &connection, CancelToken token)
    : m_thread([&connection, token = std::move(token)](const std::stop_token &stop) { watch(stop, connection, token); })
{
}

} // namespace Rejoin

#include "diffcore/compare/pace.h"

#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/connection.h"

#include <algorithm>
#include <thread>

using namespace std::chrono_literals;

namespace Rejoin {

Pace::Pace(Connection &connection, const Gentleness &gentleness, CancelToken cancel)
    : m_connection(connection)
    , m_gentleness(gentleness)
    , m_cancel(std::move(cancel))
{
}

Result<void> Pace::begin()
{
    REJOIN_TRY(wait(m_owed));
    m_owed = 0ms;
    constexpr auto lookAgain = 500ms;
    while (true) {
        REJOIN_TRY_VALUE(busy, isBusy());
        if (!busy)
            break;
        REJOIN_TRY(wait(lookAgain));
    }
    m_began = Clock::now();
    return {};
}

void Pace::end()
{
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_began);
    m_owed += took * (100 - m_gentleness.busyPercent) / std::max(1, m_gentleness.busyPercent);
}

Result<void> Pace::wait(std::chrono::milliseconds time)
{
    constexpr auto step = 50ms;
    for (auto left = time; left > 0ms; left -= step) {
        if (m_cancel.isCancelled())
            return fail(ErrorCode::Cancelled, QStringLiteral("cancelled"));
        std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(left, step));
    }
    m_waited += time;
    return {};
}

Result<bool> Pace::isBusy()
{
    const QString query = m_connection.dialect().selectRunningStatements();
    if (!m_gentleness.mostRunning || query.isEmpty())
        return false;
    REJOIN_TRY_VALUE(answer, m_connection.query(query));
    const bool hasCell = answer.size() == 1 && answer.first().size() == 1 && answer.first().first();
    return hasCell && answer.first().first()->toInt() > *m_gentleness.mostRunning;
}

} // namespace Rejoin

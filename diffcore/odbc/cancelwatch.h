#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/odbc/connection.h"

#include <thread>

namespace Rejoin {

/// Interrupts a connection's running statement soon after the token was cancelled, for as long as it lives.
class CancelWatch
{
public:
    CancelWatch(Connection &connection, CancelToken token);

private:
    std::jthread m_thread;
};

} // namespace Rejoin

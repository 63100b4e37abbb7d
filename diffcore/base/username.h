#pragma once

#include <QString>

namespace Rejoin {

/// Who runs this program, for journals: as the environment says, else (a service, a cron job) as the system knows the
/// process's user; "unknown" where neither does.
[[nodiscard]] QString userName();

} // namespace Rejoin

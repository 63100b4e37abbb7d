#pragma once

#include "diffcore/base/error.h"

namespace Rejoin {

/// Whether a server refused a statement only because another session held a lock: it may be tried again. Told by the
/// words of the drivers of all engines, which give no code of their own for it (MariaDB's is HY000, as of any error).
[[nodiscard]] bool isLockTimeout(const Error &error);

} // namespace Rejoin

#include "diffcore/dialect/locktimeout.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

bool isLockTimeout(const Error &error)
{
    constexpr std::array words{
        "Lock wait timeout exceeded"_L1,
        "Deadlock found"_L1, // MariaDB, MySQL
        "due to lock timeout"_L1,
        "deadlock detected"_L1, // PostgreSQL
        "database is locked"_L1,
        "table is locked"_L1, // SQLite
        "Lock request time out period exceeded"_L1,
        "was deadlocked"_L1, // SQL Server
    };
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return error.driverText.contains(word); });
}

} // namespace Rejoin

#pragma once

#include "diffcore/base/error.h"

#include <QList>

namespace Rejoin {

/// What a command's exit tells a script.
enum class Exit : quint8 {
    Done = 0,          ///< nothing left to do: identical, converged, applied, written
    Differences = 1,   ///< differences, all decided
    Undecided = 2,     ///< decisions are missing
    Refused = 3,       ///< refused by a guard; nothing was changed
    ServerRefused = 4, ///< the server refused; rolled back
    CommitUnknown = 5, ///< the connection was lost during commit
    Usage = 10,        ///< wrong usage or a file that is not what it says
    CannotConnect = 11,
    RightsMissing = 12,
    Unsupported = 13, ///< cannot be done for this table or server
    Bug = 20,
    Cancelled = 130,
};

[[nodiscard]] Exit exitFor(ErrorCode code);

struct ExitMeaning
{
    Exit exit = Exit::Done;
    QString text; ///< for people, begins in lower case
};
/// All of them, in ascending order.
[[nodiscard]] QList<ExitMeaning> exitMeanings();

} // namespace Rejoin

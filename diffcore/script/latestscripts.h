#pragma once

#include "diffcore/script/report.h"

namespace Rejoin {

/// What the report tells of the scripts of a session: those of its latest bundle that holds what the session would
/// write now. Where there is none, what scripts would do, with empty hashes; nothing where that cannot be told (rows
/// without a decision, no order of operations).
[[nodiscard]] Result<QList<WrittenTarget>> latestScripts(const Session &session, const Project &project);

} // namespace Rejoin

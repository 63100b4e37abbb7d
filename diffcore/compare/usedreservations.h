#pragma once

#include "diffcore/compare/servers.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// Forgets the reserved numbers of tables in which A or B has rows under them: an earlier merge used them up. To be
/// called when a comparison is finished.
[[nodiscard]] Result<void> dropUsedReservations(Servers &servers, Session &session);

} // namespace Rejoin

#pragma once

#include "diffcore/compare/servers.h"
#include "diffcore/merge/rule.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// Finds how far the numbers are that the rules write anew, in all rows of A and B, and stores it in the session. Reads
/// a table only where two rows bear one number. To be called when the differences are known.
[[nodiscard]] Result<void> readNumberSeries(Servers &servers, Session &session, const QList<Rule> &rules,
                                            const CancelToken &cancel);

/// Key columns that a rule writes anew count as handed out: each server gives such keys out by itself.
void markHandedOut(Alignment &alignment, const QList<Rule> &rules);

} // namespace Rejoin

#pragma once

#include "app/cli/command.h"
#include "app/cli/work.h"
#include "diffcore/merge/resolver.h"

namespace Rejoin {

/// Options of the commands that decide many rows at once.
[[nodiscard]] QList<Option> bulkOptions();

/// Carries out --rules, then --accept-suggestions: what a person wrote down goes before what Rejoin suggests.
/// Says what was decided. `table`: suggestions of this table only.
[[nodiscard]] Result<ResolveResult> resolveInBulk(Invocation &invocation, Session &session, std::optional<int> table);

/// "Decided 212 rows. 3 were left: REASON."
[[nodiscard]] QString resolvedText(const ResolveResult &result);

} // namespace Rejoin

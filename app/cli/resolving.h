#pragma once

#include "app/cli/command.h"
#include "app/cli/work.h"
#include "diffcore/merge/resolver.h"

namespace Rejoin {

/// Options of the commands that decide many rows at once.
[[nodiscard]] QList<Option> bulkOptions();

/// The rules of --rules; without it those of the project where `projectRules`. With --keep-rules they are saved in the
/// project. Fails with Usage, BadFile, CannotWrite.
[[nodiscard]] Result<QList<Rule>> wantedRules(Invocation &invocation, Project &project, bool projectRules);

/// Applies the rules, then accepts the suggestions where --accept-suggestions says so: what a person wrote down goes
/// before what Rejoin suggests. Says what was decided. `table`: suggestions of this table only.
[[nodiscard]] Result<ResolveResult> resolveInBulk(Invocation &invocation, Session &session, const QList<Rule> &rules,
                                                  std::optional<int> table);
/// Says what the rules would decide, and decides nothing.
[[nodiscard]] Result<ResolveResult> previewRules(Invocation &invocation, Session &session, const QList<Rule> &rules);

/// "Decided 212 rows. 3 were left: REASON."
[[nodiscard]] QString resolvedText(const ResolveResult &result);

} // namespace Rejoin

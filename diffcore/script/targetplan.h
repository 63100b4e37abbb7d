#pragma once

#include "diffcore/dialect/engine.h"
#include "diffcore/merge/plan.h"

namespace Rejoin {

/// The plan for a target, ordered as its engine's scripts need it: makePlan() with the engine's timing, and, where no
/// order satisfies foreign keys that are enforced at once, with them switched off, for an engine that can. Fails as
/// makePlan() does.
[[nodiscard]] Result<Plan> targetPlan(const MergeInput &input, const MergedState &merged, Side target,
                                      const ServerInfo &server);

} // namespace Rejoin

#pragma once

#include "diffcore/merge/decision.h"
#include "diffcore/schema/alignment.h"

namespace Rejoin {

// What people may see of a masked column: that it has a value, and no more. NULL stays NULL.

[[nodiscard]] Value shownValue(const AlignedColumn &column, const Value &value);
/// Decided values of masked columns are replaced, too.
[[nodiscard]] DecisionKind shownKind(const AlignedTable &table, const DecisionKind &kind);
[[nodiscard]] bool masksValues(const Alignment &alignment); ///< at least one column is masked

} // namespace Rejoin

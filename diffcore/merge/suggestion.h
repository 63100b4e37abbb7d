#pragma once

#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

#include <optional>

namespace Rejoin {

/// The decision that is made with no person (lines 2 to 8, 10, 11 and 15 of the outcome table); Unresolved otherwise.
[[nodiscard]] Decision automaticDecision(const AlignedTable &table, const Difference &difference);

/// What `accept suggestions` would decide for an undecided row; nothing where a person must.
/// `moves`: the side whose rows get new keys (the standby; B where both roles are alike).
[[nodiscard]] std::optional<Decision> suggestion(const AlignedTable &table, const Difference &difference, Side moves);

/// Whether a decision settles a row: cells need a choice for each conflicting column; unresolved never does.
[[nodiscard]] bool settles(const AlignedTable &table, const Difference &difference, const DecisionKind &kind);

/// Why a decision cannot be made for this row ("A has no such row"); empty where it can.
[[nodiscard]] QString whyNot(const AlignedTable &table, const Difference &difference, const DecisionKind &kind);

} // namespace Rejoin

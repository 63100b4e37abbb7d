#pragma once

#include "app/cli/output.h"
#include "diffcore/compare/difference.h"
#include "diffcore/merge/constraintcheck.h"
#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// One row for people: key, outcome, the columns that differ, the decision and why. `moves` is the side whose rows get
/// new keys: the suggestion says so.
void printRow(const AlignedTable &table, const Difference &difference, Side moves, Output &output);
/// One row of `show --json`.
[[nodiscard]] QJsonObject rowJson(const AlignedTable &table, const Difference &difference);

void printConflict(const ConstraintConflict &conflict, Output &output);

} // namespace Rejoin

#pragma once

#include "diffcore/merge/mergedstate.h"
#include "diffcore/merge/rule.h"

namespace Rejoin {

/// What a Renumber rule decides, by index of MergeInput::differences, its condition left aside: of each number that two
/// rows of A and B bear, both inserted after the split, the row of `Rule::moves` gets the next one of its series, above
/// all that are known on both servers and all that the rule has given out. In the order of the differences. Fails with
/// Usage where the template is none.
[[nodiscard]] Result<QMap<int, Decision>> renumber(const Rule &rule, const MergeInput &input, int table);

/// Whether a rule of the project writes a part of the table's key anew, so that the servers give it out.
[[nodiscard]] bool isKeyHandedOut(const AlignedTable &table);

/// The series in which the rule gives out numbers for this table.
[[nodiscard]] Result<QStringList> seriesNeeded(const Rule &rule, const MergeInput &input, int table);

} // namespace Rejoin

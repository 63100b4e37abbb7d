#pragma once

#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// Puts the versions of one table side by side: columns by name, what is compared and how, the key, the differences,
/// and why the table cannot be compared if it cannot. `display name` keyed members of `options` are those of this
/// table. `engines`: those of the versions that are compared at all. Fails with Usage where a column that an option
/// names is not there.
[[nodiscard]] Result<AlignedTable> alignTable(const PerVersion<const Table *> &in,
                                              const PerVersion<std::optional<Engine>> &engines,
                                              const AlignmentOptions &options);

} // namespace Rejoin

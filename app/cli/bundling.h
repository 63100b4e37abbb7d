#pragma once

#include "app/cli/work.h"

namespace Rejoin {

/// Options of the commands that write a bundle.
[[nodiscard]] QList<Option> bundleOptions();

/// Writes the bundle of --target to --out and says which hashes to approve. Fails with Undecided, naming rows.
[[nodiscard]] Result<Exit> writeBundleFor(Invocation &invocation, Session &session, const Project &project,
                                          const QList<Side> &targets);

} // namespace Rejoin

#pragma once

#include "app/cli/work.h"
#include "diffcore/script/bundle.h"

namespace Rejoin {

/// Options of the commands that write a bundle.
[[nodiscard]] QList<Option> bundleOptions();

/// Writes the bundle of --target to --out and says which hashes to approve. Fails with Undecided, naming rows.
[[nodiscard]] Result<Exit> writeBundleFor(Invocation &invocation, Session &session, const Project &project,
                                          const QList<Side> &targets);

/// For each target of a bundle, what it changes and the commands that run and undo it.
void printApplyCommands(const WrittenBundle &bundle, const Project &project, Output &output);

[[nodiscard]] QJsonObject reviewJson(const Review &review);

} // namespace Rejoin

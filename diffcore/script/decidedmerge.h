#pragma once

#include "diffcore/script/bundle.h"

namespace Rejoin {

/// Everything that scripts, key map and report of one session are made from, computed once.
struct DecidedMerge
{
    MergeInput input;
    MergedState merged;
};

/// Fails with Unsupported where the servers are of unlike engines, with Undecided where the comparison is not complete,
/// or a row or constraint conflict has no decision; the first of them are named and all are in Error::rows.
[[nodiscard]] Result<DecidedMerge> decidedMerge(const Session &session);

[[nodiscard]] Result<TargetScripts> makeScripts(const DecidedMerge &merge, const ComparisonHeader &header,
                                                const Project &project, Side target, const BundleOptions &options);

} // namespace Rejoin

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

/// SHA-256 of what the servers get: every row, and every key that is another than it was. Other decisions that come to
/// the same rows give the same.
[[nodiscard]] QString fingerprint(const MergedState &merged);

/// Where the texts of a target's scripts go while they are written, from two threads; those without a sink are kept.
struct TargetSinks
{
    CheckedSinks forth; ///< merge and postcheck
    CheckedSinks back;  ///< undo and precheck
};

[[nodiscard]] Result<TargetScripts> makeScripts(const DecidedMerge &merge, const ComparisonHeader &header,
                                                const Project &project, Side target, const BundleOptions &options,
                                                const TargetSinks &sinks = {});

} // namespace Rejoin

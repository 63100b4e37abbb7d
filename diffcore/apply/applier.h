#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/script/bundle.h"
#include "diffcore/script/runlog.h"

namespace Rejoin {

struct ApplyOptions
{
    QString approved; ///< SHA-256 that the person approved; finds the target
    ScriptKind kind = ScriptKind::Merge;
    QString by; ///< user name, for the bundle's log
    /// In place of the manifest's connection, e.g. with a password of the moment.
    std::optional<ConnectionString> connection;
};

struct ApplyResult
{
    Side target = Side::A;
    QString title;
    qint64 statements = 0;
    std::optional<Error> notLogged; ///< committed, but the run's end could not be written to the bundle's log
};

/// The one place that writes to a server. Runs exactly the approved bytes of a bundle on their target. The run's begin
/// and end are written to the bundle's RunLog; where that cannot be written nothing is run (CannotWrite).
///
/// Fails with NotApproved (no script of that hash, or a merge without the review that it needs or with one that is
/// outdated), WrongTarget, Refused or AlreadyApplied (by a guard; rolled back),
/// ServerRefused (rolled back), CommitUnknown (connection lost while committing), CannotConnect and the like. After
/// every failure but CommitUnknown the target is as it was.
[[nodiscard]] Result<ApplyResult> applyScript(const Bundle &bundle, const ApplyOptions &options,
                                              const CancelToken &cancel, const Progress &progress);

/// What an interrupted run left behind, asked from the target itself: by the post-check whether it has the merge, by
/// the pre-check whether it is as before. The answer goes into the log. Fails with Refused where the rows stand neither
/// way (they moved since), and where the target cannot be asked. Where no run is open the log's own answer is given.
[[nodiscard]] Result<Standing> askStanding(const Bundle &bundle, const BundleTarget &target,
                                           const ApplyOptions &options, const CancelToken &cancel,
                                           const Progress &progress);

/// Proves beforehand that the rows stand as the approved script expects them, by its pre-check (of an undo: by the
/// post-check of the merge). Changes nothing. Several targets are proved like this before the first of them is written
/// to. Fails like applyScript().
[[nodiscard]] Result<void> proveTarget(const Bundle &bundle, const ApplyOptions &options, const CancelToken &cancel,
                                       const Progress &progress);

} // namespace Rejoin

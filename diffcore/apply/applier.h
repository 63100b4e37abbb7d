#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/script/bundle.h"

namespace Rejoin {

struct ApplyOptions
{
    QString approved; ///< SHA-256 that the person approved; finds the target
    ScriptKind kind = ScriptKind::Merge;
    /// In place of the manifest's connection, e.g. with a password of the moment.
    std::optional<ConnectionString> connection;
};

struct ApplyResult
{
    Side target = Side::A;
    QString title;
    qint64 statements = 0;
};

/// The one place that writes to a server. Runs exactly the approved bytes of a bundle on their target.
///
/// Fails with NotApproved (no script of that hash), WrongTarget, Refused or AlreadyApplied (by a guard; rolled back),
/// ServerRefused (rolled back), CommitUnknown (connection lost while committing), CannotConnect and the like. After
/// every failure but CommitUnknown the target is as it was.
[[nodiscard]] Result<ApplyResult> applyScript(const Bundle &bundle, const ApplyOptions &options,
                                              const CancelToken &cancel, const Progress &progress);

/// Proves beforehand that the rows stand as the approved script expects them, by its pre-check (of an undo: by the
/// post-check of the merge). Changes nothing. Several targets are proved like this before the first of them is written
/// to. Fails like applyScript().
[[nodiscard]] Result<void> proveTarget(const Bundle &bundle, const ApplyOptions &options, const CancelToken &cancel,
                                       const Progress &progress);

} // namespace Rejoin

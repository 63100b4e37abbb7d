#pragma once

#include "diffcore/apply/applier.h"
#include "diffcore/apply/rehearsal.h"
#include "diffcore/apply/reserver.h"
#include "diffcore/apply/verifier.h"
#include "diffcore/compare/comparer.h"
#include "diffcore/script/bundle.h"
#include "diffcore/script/runlog.h"
#include "diffcore/script/scriptdiff.h"

namespace Rejoin {

// The pieces of work that Jobs runs. Each opens its own session and connections, so that it may run on any thread.

/// One line of what a connection test found.
struct CheckLine
{
    enum class What : quint8 { Reached, Product, Database, Clock, Tables, Rights, SameDatabase, UnlikeEngines, Schema };
    What what = What::Reached;
    bool good = true;
    QString detail; ///< version, file, seconds, count, rights, or an error's one line
};

struct ConnectionCheck
{
    PerVersion<QList<CheckLine>> lines;
    QList<CheckLine> together; ///< what A, B and baseline are to each other
    bool usable = false;       ///< a comparison can start
};

[[nodiscard]] Result<ConnectionCheck> checkConnections(const Project &project, const CancelToken &cancel,
                                                       const Progress &progress);

/// Compares and fills the session beside the project.
[[nodiscard]] Result<void> compareProject(const Project &project, const QString &session, const CompareOptions &options,
                                          const CancelToken &cancel, const Progress &progress);

/// The scripts of one target, or what they would be without the rows that nobody decided yet.
struct ReviewedTarget
{
    TargetScripts scripts;
    qint64 undecided = 0; ///< rows and constraint conflicts that are left out; then it is a draft that cannot be run
    QString mergeHash;
    QString undoHash;
    QString precheckHash;
    QString postcheckHash;
    /// Numbers for new keys that a live server gives out itself and does not set aside yet; tables it keeps no count
    /// for are left out.
    QList<NumberNeed> numbers;
    /// What is another in merge.sql since the latest review; nothing where there is no review.
    std::optional<QList<ScriptChange>> sinceReview;
};

[[nodiscard]] Result<QList<ReviewedTarget>> reviewProject(const Project &project, const QString &session,
                                                          const BundleOptions &options, const CancelToken &cancel,
                                                          const Progress &progress);

/// Sets numbers aside on the target; see reserveNumbers().
[[nodiscard]] Result<ReserveResult> reserveProject(const Project &project, const QString &session, Side target,
                                                   const QString &user, const CancelToken &cancel,
                                                   const Progress &progress);

[[nodiscard]] Result<WrittenBundle> exportBundle(const Project &project, const QString &session, const QString &folder,
                                                 const BundleOptions &options, const CancelToken &cancel,
                                                 const Progress &progress);

/// A script that a person approved by its hash.
struct Approved
{
    Side target = Side::A;
    QString hash;
};

/// Proves on every target that its rows did not move, then runs the approved scripts one target after the other; stops
/// at the first that fails. `done` lists the targets that
/// are committed, also when a later one fails.
struct RunOutcome
{
    QList<ApplyResult> done;
    std::optional<Error> failure; ///< of `failedTarget`; nothing was changed there unless the code is CommitUnknown
    Side failedTarget = Side::A;
};
[[nodiscard]] Result<RunOutcome> runBundle(const Project &project, const QString &session, const QString &folder,
                                           const QList<Approved> &approved, ScriptKind kind, const QString &user,
                                           const CancelToken &cancel, const Progress &progress);

/// Runs the approved scripts as runBundle() would and rolls each back: what they would do, table by table. Stops at the
/// first that fails.
[[nodiscard]] Result<QList<Rehearsal>> rehearseBundle(const Project &project, const QString &session,
                                                      const QString &folder, const QList<Approved> &approved,
                                                      const QString &user, const CancelToken &cancel,
                                                      const Progress &progress);

/// What the runs of one bundle left on one server.
struct BundleRun
{
    Side target = Side::A;
    QString folder;
    QDateTime comparedAt; ///< of the comparison that its scripts rest on
    Standing standing = Standing::Before;
    RunRecord record; ///< that says so
};

/// Those of the session's bundles that something was run from, latest first. Reads the run logs; asks no server.
[[nodiscard]] Result<QList<BundleRun>> bundleRuns(const Session &session);

/// Runs the undo script of a bundle that has the merge on its target. Fails with BadFile where the bundle is gone or
/// damaged, with Refused where it was written anew since that run.
[[nodiscard]] Result<RunOutcome> undoBundleRun(const Project &project, const QString &session, const BundleRun &run,
                                               const QString &user, const CancelToken &cancel,
                                               const Progress &progress);

[[nodiscard]] Result<VerifyResult> verifyProject(const Project &project, const QString &session, VerifyScope scope,
                                                 const CancelToken &cancel, const Progress &progress);

/// What earlier runs left on each server, one line each ("A · PRD01 (live) has the merge, since …"). A server on which
/// a run ended unknown is asked. The session's history takes in what the bundles' logs tell.
[[nodiscard]] Result<QStringList> earlierRuns(const Project &project, const QString &session, const QString &user,
                                              const CancelToken &cancel, const Progress &progress);

/// The HTML report of the session.
[[nodiscard]] Result<void> writeReport(const Project &project, const QString &session, const QString &path);
/// All of it, or the file stays as it was.
[[nodiscard]] Result<void> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace Rejoin

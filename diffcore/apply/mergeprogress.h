#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/script/bundle.h"
#include "diffcore/script/runlog.h"
#include "diffcore/session/project.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// How far the latest merge of a session is, as the logs of its bundles tell. Two bundles hold one merge where they
/// rest on one comparison and bring the servers to one state.
struct MergeProgress
{
    PerSide<TargetStanding> targets; ///< runs of this merge only
    PerSide<QString> bundles;        ///< folder of the last run on each; empty where there was none
    QDateTime comparedAt;            ///< of the comparison that it rests on; invalid = nothing was run yet
    QString mergedState;             ///< as in RunRecord
    /// Of another merge of the same comparison, where a server has that one or may have it.
    PerSide<std::optional<RunRecord>> others = {};

    [[nodiscard]] bool isWhole() const; ///< both servers have it
    [[nodiscard]] bool isHalfApplied() const;
    [[nodiscard]] bool isUnfinished() const; ///< half applied, or a run's end is not known
    [[nodiscard]] Side appliedSide() const;  ///< of one that is half applied
};

/// What the runs of one bundle alone say.
[[nodiscard]] Result<MergeProgress> mergeProgress(const Bundle &bundle);
/// Looks into the bundles that were written from the session; folders that are gone count as never run. Asks no server.
[[nodiscard]] Result<MergeProgress> mergeProgress(const Session &session);

/// Fails with Refused where one server has the merge and the other has not, or a run's end is not known, and rows may
/// have got new keys: a comparison would take the re-keyed rows for new ones and merge them once more. Names the ways
/// on.
[[nodiscard]] Result<void> refuseHalfApplied(const Session &session);

/// A merge that is about to be written into a bundle.
struct NextMerge
{
    QDateTime comparedAt;
    QString mergedState;
};
/// Fails with Refused where one server has, or may have, another merge of the same comparison and the other has not:
/// with the next one on the other server both would have "the merge", and not be alike. Names the ways on.
[[nodiscard]] Result<void> refuseAnotherMerge(const Session &session, const NextMerge &next);
/// Fails with CannotWrite where the bundle in that folder holds the undo script of another merge that a server has, or
/// may have: the next bundle would take its place.
[[nodiscard]] Result<void> refuseLosingUndo(const QString &folder, const PerSide<QString> &titles,
                                            const NextMerge &next);

/// "A · PRD01 has the merge since 2026-11-22 10:52:07 UTC (dba on ws1)": one line for each server that something was
/// run on.
[[nodiscard]] QStringList describe(const MergeProgress &progress, const PerSide<QString> &titles);

/// Asks the servers about runs whose end is not known, and notes the answers; see askStanding().
[[nodiscard]] Result<void> settleOpenRuns(const MergeProgress &merge, const Project &project, const QString &by,
                                          const CancelToken &cancel, const Progress &progress);

/// A merge that one server has and the other has not, in words, and both ways on.
struct HalfApplied
{
    QString state;    ///< "A · PRD01 (live) has the merge since … and B · PRD02 (standby) has not"
    QString finish;   ///< a command
    QString takeBack; ///< a command

    [[nodiscard]] QString ways() const; ///< one sentence
};
[[nodiscard]] HalfApplied halfApplied(const MergeProgress &merge, const PerSide<QString> &titles);

} // namespace Rejoin

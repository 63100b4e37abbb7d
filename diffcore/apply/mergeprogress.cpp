#include "diffcore/apply/mergeprogress.h"

#include "diffcore/apply/applier.h"
#include "diffcore/base/timetext.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// A run and the bundle that it was of.
struct PlacedRun
{
    RunRecord record;
    QString folder;
};

/// What was run of one merge, from whatever bundles it was written into, rehearsals left out.
struct MergeRuns
{
    QDateTime comparedAt;
    QString mergedState;
    QList<PlacedRun> runs;

    template <typename Merge> [[nodiscard]] bool isOf(const Merge &merge) const
    {
        return comparedAt == merge.comparedAt && mergedState == merge.mergedState;
    }
};

/// Between two bundles nothing but the clock can tell. A run before its own comparison came after it: somebody set the
/// clock back.
bool isEarlier(const RunRecord &left, const RunRecord &right)
{
    const auto moment = [](const RunRecord &record) {
        return std::pair(record.at < record.comparedAt, record.at.toMSecsSinceEpoch());
    };
    return moment(left) < moment(right);
}

/// The order of each bundle's log is certain and stays. A copy of a bundle has the runs of before it was made, too.
QList<PlacedRun> joined(const QList<PlacedRun> &left, QList<PlacedRun> right)
{
    QList<PlacedRun> runs;
    qsizetype taken = 0; // of the right
    right.removeIf([&](const PlacedRun &run) { return std::ranges::contains(left, run.record, &PlacedRun::record); });
    for (const PlacedRun &run : left) {
        while (taken < right.size() && isEarlier(right[taken].record, run.record))
            runs += right[taken++];
        runs += run;
    }
    return runs + right.sliced(taken);
}

/// Appends the runs of a bundle; a merge that something was run of goes to the end.
void add(QList<MergeRuns> &merges, const QString &folder, const QList<RunRecord> &records)
{
    QList<MergeRuns> own;
    for (const RunRecord &record : records) {
        if (record.work == RunRecord::Work::Rehearse)
            continue;
        const auto known = std::ranges::find_if(own, [&](const MergeRuns &merge) { return merge.isOf(record); });
        MergeRuns merge = known == own.end() ? MergeRuns{record.comparedAt, record.mergedState, {}} : *known;
        if (known != own.end())
            own.erase(known);
        merge.runs += {record, folder};
        own += merge;
    }
    for (MergeRuns &merge : own) {
        const auto known = std::ranges::find_if(merges, [&](const MergeRuns &each) { return each.isOf(merge); });
        if (known != merges.end()) {
            merge.runs = joined(known->runs, merge.runs);
            merges.erase(known);
        }
        merges += merge;
    }
}

/// By the order of the bundles and of their logs, not by the clock, which may have been wrong.
Result<QList<MergeRuns>> mergesOf(const QStringList &folders)
{
    QList<MergeRuns> merges;
    for (const QString &folder : folders) {
        REJOIN_TRY_VALUE(records, RunLog(folder).records());
        add(merges, folder, records);
    }
    return merges;
}

MergeProgress progressOf(const MergeRuns &merge)
{
    MergeProgress progress{.comparedAt = merge.comparedAt, .mergedState = merge.mergedState};
    QList<RunRecord> records;
    for (const PlacedRun &run : merge.runs) {
        records += run.record;
        progress.bundles[run.record.target] = run.folder;
    }
    progress.targets = standings(records);
    return progress;
}

/// The latest merge, which is one of the comparison `comparedAt` where there is such. One that came to nothing does not
/// hide one before it that has yet to be finished.
MergeProgress latestOf(QList<MergeRuns> merges, const QDateTime &comparedAt)
{
    std::ranges::stable_partition(merges, [&](const MergeRuns &merge) { return merge.comparedAt != comparedAt; });
    MergeProgress last;
    for (const MergeRuns &merge : std::views::reverse(merges)) {
        const MergeProgress progress = progressOf(merge);
        if (progress.isUnfinished())
            return progress;
        if (!last.comparedAt.isValid())
            last = progress;
        if (progress.isWhole())
            break;
    }
    return last;
}

MergeProgress latest(const QList<MergeRuns> &merges, const QDateTime &comparedAt)
{
    MergeProgress progress = latestOf(merges, comparedAt);
    for (const MergeRuns &merge : merges) {
        if (merge.comparedAt != progress.comparedAt || merge.isOf(progress))
            continue;
        const MergeProgress another = progressOf(merge);
        for (const Side side : bothSides) {
            if (another.targets[side].standing != Standing::Before)
                progress.others[side] = another.targets[side].record;
        }
    }
    return progress;
}

QString standingText(const TargetStanding &target)
{
    switch (target.standing) {
    case Standing::Applied: return u"has the merge"_s;
    case Standing::Before: return u"is as before the merge"_s;
    case Standing::Open: return u"was written to by a run whose end is not known"_s;
    }
    return {};
}

QString runText(const QString &title, const TargetStanding &target)
{
    return u"%1 %2, since %3 (%4 by %5 on %6)"_s.arg(title, standingText(target), timeText(target.record->at),
                                                     workName(target.record->work), target.record->by,
                                                     target.record->machine);
}

QString command(const QString &what, const QString &folder, const Result<Bundle> &bundle, Side side)
{
    for (const BundleTarget &target : bundle ? bundle->targets : QList<BundleTarget>()) {
        if (target.side == side)
            return u"rejoin %1 %2 --approve %3"_s.arg(what, folder,
                                                      what == "apply"_L1 ? target.mergeHash : target.undoHash);
    }
    return u"rejoin %1 with a bundle for it"_s.arg(what);
}

QString askFirst(const Session &session)
{
    const QFileInfo file(session.path());
    return u"Nothing was changed. Have the server asked first: rejoin status %1"_s.arg(
        file.dir().filePath(file.completeBaseName() + u".rejoin"_s));
}

/// Of bundles that do not note their state the comparison alone is known.
bool isMaybeSame(const MergeRuns &merge, const NextMerge &next)
{
    return merge.comparedAt == next.comparedAt &&
           (merge.mergedState == next.mergedState || merge.mergedState.isEmpty());
}

/// A bundle that is damaged cannot be applied; its runs stand all the same, and rows may have got new keys.
bool mayHaveMoved(const QString &folder)
{
    const Result<Bundle> bundle = openBundle(folder);
    return !bundle || bundle->movedKeys != 0;
}

} // namespace

bool MergeProgress::isWhole() const
{
    return targets.a.standing == Standing::Applied && targets.b.standing == Standing::Applied;
}

bool MergeProgress::isHalfApplied() const
{
    return (targets.a.standing == Standing::Applied) != (targets.b.standing == Standing::Applied);
}

bool MergeProgress::isUnfinished() const
{
    return isHalfApplied() || targets.a.standing == Standing::Open || targets.b.standing == Standing::Open;
}

Side MergeProgress::appliedSide() const
{
    return targets.a.standing == Standing::Applied ? Side::A : Side::B;
}

QString HalfApplied::ways() const
{
    return u"Finish it: %1. Or take it back: %2"_s.arg(finish, takeBack);
}

HalfApplied halfApplied(const MergeProgress &merge, const PerSide<QString> &titles)
{
    const Side applied = merge.appliedSide();
    const Side missing = other(applied);
    const QString &folder = merge.bundles[applied];
    const Result<Bundle> bundle = openBundle(folder);
    return {.state = u"%1 has the merge since %2 and %3 has not"_s.arg(
                titles[applied], timeText(merge.targets[applied].record->at), titles[missing]),
            .finish = command(u"apply"_s, folder, bundle, missing),
            .takeBack = command(u"undo"_s, folder, bundle, applied)};
}

Result<MergeProgress> mergeProgress(const Bundle &bundle)
{
    REJOIN_TRY_VALUE(merges, mergesOf({bundle.folder}));
    return latest(merges, bundle.comparedAt);
}

Result<MergeProgress> mergeProgress(const Session &session)
{
    REJOIN_TRY_VALUE(folders, session.bundles());
    REJOIN_TRY_VALUE(merges, mergesOf(folders));
    return latest(merges, session.header().startedAt);
}

Result<void> refuseHalfApplied(const Session &session)
{
    REJOIN_TRY_VALUE(merge, mergeProgress(session));
    const auto fear = u"%1: compared now, the rows that got new keys would count as new ones and be merged twice"_s;
    for (const Side side : bothSides) {
        if (merge.targets[side].standing == Standing::Open && mayHaveMoved(merge.bundles[side]))
            return fail(ErrorCode::Refused, fear.arg(runText(session.header().titles[side], merge.targets[side])),
                        askFirst(session));
    }
    if (!merge.isHalfApplied() || !mayHaveMoved(merge.bundles[merge.appliedSide()]))
        return {};
    const HalfApplied half = halfApplied(merge, session.header().titles);
    return fail(ErrorCode::Refused, fear.arg(half.state), half.ways());
}

Result<void> refuseAnotherMerge(const Session &session, const NextMerge &next)
{
    REJOIN_TRY_VALUE(folders, session.bundles());
    REJOIN_TRY_VALUE(merges, mergesOf(folders));
    for (const MergeRuns &merge : std::as_const(merges)) {
        const MergeProgress progress = progressOf(merge);
        if (merge.comparedAt != next.comparedAt || isMaybeSame(merge, next) || !progress.isUnfinished())
            continue;
        const auto why = u"%1: this bundle holds other rows or other keys, so the servers would not be alike"_s;
        for (const Side side : bothSides) {
            if (progress.targets[side].standing == Standing::Open)
                return fail(ErrorCode::Refused, why.arg(runText(session.header().titles[side], progress.targets[side])),
                            askFirst(session));
        }
        const HalfApplied half = halfApplied(progress, session.header().titles);
        return fail(ErrorCode::Refused, why.arg(half.state), half.ways());
    }
    return {};
}

Result<void> refuseLosingUndo(const QString &folder, const PerSide<QString> &titles, const NextMerge &next)
{
    REJOIN_TRY_VALUE(merges, mergesOf({folder}));
    if (merges.isEmpty())
        return {};
    const Result<Bundle> found = openBundle(folder);
    for (const MergeRuns &merge : std::as_const(merges)) {
        const bool hasUndo = !found || merge.isOf(*found); // a damaged one may have it yet
        if (!hasUndo || isMaybeSame(merge, next))
            continue;
        const MergeProgress progress = progressOf(merge);
        for (const Side side : bothSides) {
            if (progress.targets[side].standing != Standing::Before)
                return fail(ErrorCode::CannotWrite,
                            u"%1 holds the undo script of another merge: %2"_s.arg(
                                folder, runText(titles[side], progress.targets[side])),
                            u"Name a new or empty folder"_s);
        }
    }
    return {};
}

QStringList describe(const MergeProgress &progress, const PerSide<QString> &titles)
{
    QStringList lines;
    for (const Side side : bothSides) {
        if (const std::optional<RunRecord> &another = progress.others[side])
            lines.append(u"%1 has another merge, since %2 (%3 by %4 on %5)"_s.arg(
                titles[side], timeText(another->at), workName(another->work), another->by, another->machine));
        const TargetStanding &target = progress.targets[side];
        if (!target.record)
            continue;
        lines.append(runText(titles[side], target));
    }
    return lines;
}

Result<void> settleOpenRuns(const MergeProgress &merge, const Project &project, const QString &by,
                            const CancelToken &cancel, const Progress &progress)
{
    for (const Side side : bothSides) {
        if (merge.targets[side].standing != Standing::Open)
            continue;
        REJOIN_TRY_VALUE(bundle, openBundle(merge.bundles[side]));
        for (const BundleTarget &target : std::as_const(bundle.targets)) {
            if (target.side != side)
                continue;
            const ApplyOptions options{.by = by, .connection = project.servers[side].connection};
            REJOIN_TRY(askStanding(bundle, target, options, cancel, progress));
        }
    }
    return {};
}

} // namespace Rejoin

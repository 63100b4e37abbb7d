#include "diffcore/apply/mergeprogress.h"

#include "diffcore/apply/applier.h"
#include "diffcore/base/timetext.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// The records of one bundle that rest on its latest comparison, or nothing where nothing was run.
QList<RunRecord> latestMerge(const QList<RunRecord> &records)
{
    QDateTime latest;
    for (const RunRecord &record : records) {
        if (record.work != RunRecord::Work::Rehearse && (!latest.isValid() || record.comparedAt > latest))
            latest = record.comparedAt;
    }
    QList<RunRecord> merge = records;
    merge.removeIf([&](const RunRecord &record) {
        return record.work == RunRecord::Work::Rehearse || record.comparedAt != latest;
    });
    return merge;
}

bool isLater(const std::optional<RunRecord> &left, const std::optional<RunRecord> &right)
{
    return left && (!right || left->at > right->at);
}

void add(MergeProgress &merge, const QString &folder, const QList<RunRecord> &records)
{
    if (records.isEmpty() || (merge.comparedAt.isValid() && records.constFirst().comparedAt < merge.comparedAt))
        return;
    if (records.constFirst().comparedAt != merge.comparedAt)
        merge = {.comparedAt = records.constFirst().comparedAt};
    const PerSide<TargetStanding> found = standings(records);
    for (const Side side : bothSides) {
        if (!isLater(found[side].record, merge.targets[side].record))
            continue;
        merge.targets[side] = found[side];
        merge.bundles[side] = folder;
    }
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

QString projectOf(const Session &session)
{
    const QFileInfo file(session.path());
    return file.dir().filePath(file.completeBaseName() + u".rejoin"_s);
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
    MergeProgress merge;
    REJOIN_TRY_VALUE(records, RunLog(bundle.folder).records());
    add(merge, bundle.folder, latestMerge(records));
    return merge;
}

Result<MergeProgress> mergeProgress(const Session &session)
{
    MergeProgress merge;
    REJOIN_TRY_VALUE(folders, session.bundles());
    for (const QString &folder : std::as_const(folders)) {
        REJOIN_TRY_VALUE(records, RunLog(folder).records());
        add(merge, folder, latestMerge(records));
    }
    return merge;
}

Result<void> refuseHalfApplied(const Session &session)
{
    REJOIN_TRY_VALUE(merge, mergeProgress(session));
    const auto fear = u"%1: compared now, the rows that got new keys would count as new ones and be merged twice"_s;
    for (const Side side : bothSides) {
        if (merge.targets[side].standing == Standing::Open && mayHaveMoved(merge.bundles[side]))
            return fail(
                ErrorCode::Refused, fear.arg(runText(session.header().titles[side], merge.targets[side])),
                u"Nothing was changed. Have the server asked first: rejoin status %1"_s.arg(projectOf(session)));
    }
    if (!merge.isHalfApplied() || !mayHaveMoved(merge.bundles[merge.appliedSide()]))
        return {};
    const HalfApplied half = halfApplied(merge, session.header().titles);
    return fail(ErrorCode::Refused, fear.arg(half.state), half.ways());
}

QStringList describe(const MergeProgress &progress, const PerSide<QString> &titles)
{
    QStringList lines;
    for (const Side side : bothSides) {
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

#include "models/work.h"

#include "diffcore/apply/mergeprogress.h"
#include "diffcore/apply/runhistory.h"
#include "diffcore/base/sha256.h"
#include "diffcore/script/reviewgate.h"
#include "diffcore/script/targetplan.h"

#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

Result<void> compareProject(const Project &project, const QString &session, const CompareOptions &options,
                            const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(servers, openServers(project));
    REJOIN_TRY_VALUE(opened, Session::open(session));
    if (opened->hasComparison() && options.decisions != CompareOptions::Decisions::Fresh)
        REJOIN_TRY(refuseHalfApplied(*opened));
    return compare(servers, project, *opened, options, cancel, progress);
}

namespace {

/// The merge input with every row that nobody decided left as it is on each server.
qint64 leaveOutUndecided(MergeInput &input)
{
    qint64 left = 0;
    for (Difference &difference : input.differences) {
        if (difference.resolved)
            continue;
        difference.decision.kind = Skip{};
        difference.resolved = true;
        ++left;
    }
    return left;
}

Result<TargetScripts> draft(const Session &session, const Project &project, Side target, const MergeInput &input,
                            const BundleOptions &options)
{
    const ServerInfo &server = session.header().servers[target];
    TargetScripts scripts{.target = target};
    REJOIN_TRY_VALUE(plan, targetPlan(input, mergedState(input), target, server));
    scripts.plan = plan;
    const ScriptOrigin origin{.title = u"DRAFT merge → %1"_s.arg(project.title(target)),
                              .projectHash = session.header().projectHash,
                              .since = session.header().since,
                              .ticket = options.ticket,
                              .reason = options.reason};
    scripts.merge = writeScript(plan, input, server, origin);
    return scripts;
}

} // namespace

namespace {

Result<QList<NumberNeed>> missingNumbers(const Session &session, const Project &project, Side target)
{
    if (project.servers[target].role != Role::Live || !session.header().finishedAt.isValid())
        return QList<NumberNeed>();
    REJOIN_TRY_VALUE(statuses, session.statuses());
    REJOIN_TRY_VALUE(needs, neededNumbers(session, target));
    needs.removeIf([&](const NumberNeed &need) {
        return need.missing() == 0 || !statuses[need.table].generators[versionOf(target)].lastGiven;
    });
    return needs;
}

Result<std::optional<QList<ScriptChange>>> changesSinceReview(const Session &session, Side target,
                                                              const QByteArray &now)
{
    REJOIN_TRY_VALUE(before, session.reviewedScript(target));
    return before.isEmpty() ? std::nullopt : std::optional(scriptDiff(before, now));
}

} // namespace

Result<QList<ReviewedTarget>> reviewProject(const Project &project, const QString &session,
                                            const BundleOptions &options, const CancelToken &cancel,
                                            const Progress &progress)
{
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    REJOIN_TRY_VALUE(conflicts, opened->constraintConflicts());
    REJOIN_TRY_VALUE(input, opened->mergeInput());
    const qint64 undecided = leaveOutUndecided(input) + conflicts.size();
    QList<ReviewedTarget> reviewed;
    for (const Side side : options.targets) {
        if (cancel.isCancelled())
            return fail(ErrorCode::Cancelled, u"cancelled"_s);
        progress({.doing = project.title(side), .done = reviewed.size(), .total = options.targets.size()});
        REJOIN_TRY_VALUE(scripts, undecided > 0 ? draft(*opened, project, side, input, options)
                                                : makeScripts(*opened, project, side, options));
        ReviewedTarget target{.scripts = scripts, .undecided = undecided};
        target.mergeHash = sha256Hex(scripts.merge.text);
        target.undoHash = sha256Hex(scripts.undo.text);
        target.precheckHash = sha256Hex(scripts.precheck.text);
        target.postcheckHash = sha256Hex(scripts.postcheck.text);
        REJOIN_TRY_VALUE(numbers, missingNumbers(*opened, project, side));
        target.numbers = std::move(numbers);
        if (undecided == 0) {
            REJOIN_TRY_VALUE(changes, changesSinceReview(*opened, side, scripts.merge.text));
            target.sinceReview = std::move(changes);
        }
        reviewed.append(std::move(target));
    }
    return reviewed;
}

Result<ReserveResult> reserveProject(const Project &project, const QString &session, Side target, const QString &user,
                                     const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    return reserveNumbers(*opened, project, target, user, cancel, progress);
}

Result<WrittenBundle> exportBundle(const Project &project, const QString &session, const QString &folder,
                                   const BundleOptions &options, const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    return writeBundle(*opened, project, folder, options, cancel, progress);
}

Result<RunOutcome> runBundle(const Project &project, const QString &session, const QString &folder,
                             const QList<Approved> &approved, ScriptKind kind, const QString &user,
                             const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(bundle, openBundle(folder, approved.value(0).hash)); // its bytes are needed twice below
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    if (kind == ScriptKind::Merge)
        REJOIN_TRY(requireReview(*opened, project));
    const auto optionsFor = [&project, &user, kind](const Approved &script) {
        return ApplyOptions{
            .approved = script.hash, .kind = kind, .by = user, .connection = project.servers[script.target].connection};
    };
    RunOutcome outcome;
    for (const Approved &script : approved) {
        if (const auto proved = proveTarget(bundle, optionsFor(script), cancel, progress); !proved) {
            outcome.failure = proved.error();
            outcome.failedTarget = script.target;
            return outcome;
        }
    }
    for (const Approved &script : approved) {
        auto applied = applyScript(bundle, optionsFor(script), cancel, progress);
        if (!applied) {
            outcome.failure = applied.error();
            outcome.failedTarget = script.target;
            break;
        }
        outcome.done.append(*applied);
    }
    REJOIN_TRY(gatherRuns(*opened));
    return outcome;
}

Result<QList<Rehearsal>> rehearseBundle(const Project &project, const QString &session, const QString &folder,
                                        const QList<Approved> &approved, const QString &user, const CancelToken &cancel,
                                        const Progress &progress)
{
    REJOIN_TRY_VALUE(bundle, openBundle(folder));
    QList<Rehearsal> rehearsals;
    std::optional<Error> failure;
    for (const Approved &script : approved) {
        const ApplyOptions options{
            .approved = script.hash, .by = user, .connection = project.servers[script.target].connection};
        auto rehearsal = rehearse(bundle, options, cancel, progress);
        if (!rehearsal) {
            failure = rehearsal.error();
            break;
        }
        rehearsals.append(std::move(*rehearsal));
    }
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    REJOIN_TRY(gatherRuns(*opened));
    if (failure)
        return fail(*failure);
    return rehearsals;
}

Result<QStringList> earlierRuns(const Project &project, const QString &session, const QString &user,
                                const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    REJOIN_TRY_VALUE(merge, mergeProgress(*opened));
    const Result<void> asked = settleOpenRuns(merge, project, user, cancel, progress);
    REJOIN_TRY(gatherRuns(*opened));
    REJOIN_TRY_VALUE(known, mergeProgress(*opened));
    QStringList lines = describe(known, opened->header().titles);
    if (!asked)
        lines.append(describe(asked.error()));
    return lines;
}

Result<QList<BundleRun>> bundleRuns(const Session &session)
{
    REJOIN_TRY_VALUE(folders, session.bundles());
    QList<BundleRun> runs;
    for (const QString &folder : std::as_const(folders)) {
        REJOIN_TRY_VALUE(merge, mergeProgress(Bundle{.folder = folder}));
        for (const Side side : bothSides) {
            const TargetStanding &target = merge.targets[side];
            if (target.record)
                runs.append({side, folder, merge.comparedAt, target.standing, *target.record});
        }
    }
    std::ranges::stable_sort(runs, std::ranges::greater(), [](const BundleRun &run) { return run.record.at; });
    return runs;
}

Result<RunOutcome> undoBundleRun(const Project &project, const QString &session, const BundleRun &run,
                                 const QString &user, const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(bundle, openBundle(run.folder));
    const BundleTarget *target = bundle.target(run.target);
    if (!target || bundle.comparedAt != run.comparedAt)
        return fail(
            ErrorCode::Refused,
            u"%1 was written anew since that run, so its undo script is that of another merge"_s.arg(run.folder),
            u"Undo with a copy of the bundle as it was run: rejoin undo DIR"_s);
    return runBundle(project, session, run.folder, {{run.target, target->undoHash}}, ScriptKind::Undo, user, cancel,
                     progress);
}

Result<void> writeReport(const Project &project, const QString &session, const QString &path)
{
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    REJOIN_TRY_VALUE(html, htmlReport(*opened, project));
    return writeWhole(path, html);
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::CannotWrite, u"%1: %2"_s.arg(path, file.errorString()), u"Choose another place"_s);
    return {};
}

Result<VerifyResult> verifyProject(const Project &project, const QString &session, VerifyScope scope,
                                   const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(servers, openServers(project));
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    return verify(servers, project, *opened, scope, cancel, progress);
}

} // namespace Rejoin

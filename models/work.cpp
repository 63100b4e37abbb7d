#include "models/work.h"

#include "diffcore/apply/mergeprogress.h"
#include "diffcore/apply/runhistory.h"
#include "diffcore/base/sha256.h"
#include "diffcore/script/reviewgate.h"
#include "diffcore/script/targetplan.h"

#include <QSaveFile>

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
        reviewed.append(std::move(target));
    }
    return reviewed;
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
    REJOIN_TRY_VALUE(bundle, openBundle(folder));
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

Result<void> writeReport(const Project &project, const QString &session, const QString &path)
{
    REJOIN_TRY_VALUE(opened, Session::openExisting(session));
    REJOIN_TRY_VALUE(html, htmlReport(*opened, project));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(html) != html.size() || !file.commit())
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

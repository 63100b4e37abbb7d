#include "diffcore/apply/applier.h"

#include "diffcore/apply/approvedscript.h"
#include "diffcore/apply/ownruns.h"
#include "diffcore/apply/scriptrun.h"
#include "diffcore/script/reviewgate.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Runs one of the checks that an approved script names.
Result<void> checkRows(const BundleTarget &target, const CheckHashes &checks, CheckMoment moment,
                       Connection &connection, const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(bytes, checkBytes(target, checks, moment));
    REJOIN_TRY_VALUE(statements, connection.dialect().split(bytes));
    return ScriptRun(connection, fileOf(moment), cancel, progress).run(statements);
}

/// A script takes itself for applied by a sample of its rows, which somebody may have brought about by hand: the whole
/// check decides.
Result<void> proveApplied(const ApprovedScript &script, ScriptKind kind, const Result<void> &ran,
                          const CancelToken &cancel, const Progress &progress)
{
    if (ran || ran.error().code != ErrorCode::AlreadyApplied || !script.checks)
        return ran;
    const CheckMoment moment = kind == ScriptKind::Merge ? CheckMoment::After : CheckMoment::Before;
    const Result<void> proved = checkRows(script.target, *script.checks, moment, *script.connection, cancel, progress);
    if (proved || proved.error().code != ErrorCode::Refused)
        return proved ? ran : proved;
    Error refused = proved.error();
    refused.message = u"some rows are as %1 leaves them and others are not: %2"_s.arg(script.name, refused.message);
    refused.advice = u"Nothing was changed. Compare again: decisions of rows that did not move are kept"_s;
    return fail(std::move(refused));
}

/// Files of others say what they like of runs, and a check can do more than look.
Result<void> requireOwnRun(const RunRecord &record, const BundleTarget &target)
{
    if (isOwnRun(record.hash))
        return {};
    return fail(ErrorCode::NotApproved,
                u"the run on %1 (%2 on %3) was not begun by you on this machine, so its bundle's checks are not run "
                "unasked"_s.arg(target.title, record.by, record.machine),
                u"Ask where it was begun: rejoin status. Or read postcheck.sql and run it: it passes where the server "
                "has the merge"_s);
}

} // namespace

Result<ApplyResult> applyScript(const Bundle &bundle, const ApplyOptions &options, const CancelToken &cancel,
                                const Progress &progress)
{
    if (options.kind == ScriptKind::Merge) { // an undo brings back what was: it must not wait for anybody
        REJOIN_TRY_VALUE(target, approvedTarget(bundle, options));
        REJOIN_TRY(requireReview(bundle, target));
    }
    REJOIN_TRY_VALUE(script, openApproved(bundle, options));
    REJOIN_TRY_VALUE(earlier, RunLog(bundle.folder).records());
    const Standing known = standings(earlier)[script.target.side].standing;
    LoggedRun logged(bundle, script.target, options,
                     options.kind == ScriptKind::Merge ? RunRecord::Work::Apply : RunRecord::Work::Undo);
    REJOIN_TRY(logged.begin());
    const Result<void> done = ScriptRun(*script.connection, script.name, cancel, progress).run(script.statements);
    const bool isKnown = known == (options.kind == ScriptKind::Merge ? Standing::Applied : Standing::Before);
    const Result<void> ran =
        shownOutcome(bundle, isKnown ? done : proveApplied(script, options.kind, done, cancel, progress));
    // an unknown end stays unknown where the rows stand neither way
    const bool isOpen = known == Standing::Open && !ran && ran.error().code == ErrorCode::Refused &&
                        done.error().code == ErrorCode::AlreadyApplied;
    const Result<void> told = isOpen ? logged.stayOpen(ran.error()) : logged.end(ran);
    REJOIN_TRY(ran);
    return ApplyResult{script.target.side, script.target.title, script.statements.size(),
                       told ? std::nullopt : std::optional(told.error())};
}

Result<Standing> askStanding(const Bundle &bundle, const BundleTarget &target, const ApplyOptions &options,
                             const CancelToken &cancel, const Progress &progress)
{
    const RunLog log(bundle.folder);
    REJOIN_TRY_VALUE(records, log.records());
    const TargetStanding known = standings(records)[target.side];
    if (known.standing != Standing::Open)
        return known.standing;
    REJOIN_TRY(requireOwnRun(*known.record, target));
    REJOIN_TRY_VALUE(checks, checksOf(bundle, target, known.record->hash));
    REJOIN_TRY_VALUE(connection, openTarget(bundle, target, options));
    std::optional<Error> refusal;
    for (const bool merged : {true, false}) {
        const CheckMoment moment = merged ? CheckMoment::After : CheckMoment::Before;
        const Result<void> stands = checkRows(target, checks, moment, *connection, cancel, progress);
        if (stands) {
            RunRecord found = *known.record;
            found.at = QDateTime::currentDateTimeUtc();
            found.by = options.by;
            found.machine = QSysInfo::machineHostName();
            found.work = RunRecord::Work::Ask;
            found.state = merged ? RunRecord::State::Done : RunRecord::State::Failed;
            found.message =
                u"asked after a run of unknown end: the server %1 the merge"_s.arg(merged ? u"has"_s : u"lacks"_s);
            REJOIN_TRY(log.append(found));
            return merged ? Standing::Applied : Standing::Before;
        }
        if (stands.error().code != ErrorCode::Refused && stands.error().code != ErrorCode::AlreadyApplied)
            return fail(stands.error());
        refusal = refusal.value_or(stands.error());
    }
    refusal->advice = u"The rows stand neither as before the merge nor as after it: somebody changed them since"_s;
    return fail(*refusal);
}

Result<void> proveTarget(const Bundle &bundle, const ApplyOptions &options, const CancelToken &cancel,
                         const Progress &progress)
{
    REJOIN_TRY_VALUE(target, approvedTarget(bundle, options));
    REJOIN_TRY_VALUE(checks, checksOf(bundle, target, options.approved.trimmed().toLower()));
    REJOIN_TRY_VALUE(connection, openTarget(bundle, target, options));
    const CheckMoment moment = options.kind == ScriptKind::Merge ? CheckMoment::Before : CheckMoment::After;
    return checkRows(target, checks, moment, *connection, cancel, progress);
}

} // namespace Rejoin

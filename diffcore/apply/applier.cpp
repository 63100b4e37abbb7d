#include "diffcore/apply/applier.h"

#include "diffcore/apply/approvedscript.h"
#include "diffcore/apply/scriptrun.h"
#include "diffcore/script/reviewgate.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Runs one of the bundle's scripts of checks.
Result<void> checkRows(const BundleTarget &target, const QString &name, Connection &connection,
                       const CancelToken &cancel, const Progress &progress)
{
    REJOIN_TRY_VALUE(bytes, scriptBytes(target, name));
    REJOIN_TRY_VALUE(statements, connection.dialect().split(bytes));
    return ScriptRun(connection, name, cancel, progress).run(statements);
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
    LoggedRun logged(bundle, script.target, options,
                     options.kind == ScriptKind::Merge ? RunRecord::Work::Apply : RunRecord::Work::Undo);
    REJOIN_TRY(logged.begin());
    const Result<void> ran =
        shownOutcome(bundle, ScriptRun(*script.connection, script.name, cancel, progress).run(script.statements));
    const Result<void> told = logged.end(ran);
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
    REJOIN_TRY_VALUE(connection, openTarget(bundle, target, options));
    std::optional<Error> refusal;
    for (const bool merged : {true, false}) {
        const Result<void> stands =
            checkRows(target, merged ? u"postcheck.sql"_s : u"precheck.sql"_s, *connection, cancel, progress);
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
    REJOIN_TRY_VALUE(connection, openTarget(bundle, target, options));
    return checkRows(target, options.kind == ScriptKind::Merge ? u"precheck.sql"_s : u"postcheck.sql"_s, *connection,
                     cancel, progress);
}

} // namespace Rejoin

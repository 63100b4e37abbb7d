#include "app/cli/bundling.h"
#include "app/cli/resolving.h"
#include "app/cli/statusview.h"
#include "diffcore/apply/mergeprogress.h"
#include "diffcore/compare/comparer.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<Exit> finish(Invocation &invocation, Session &session, const Project &project, const QList<Side> &targets)
{
    const QString path = invocation.positional(0);
    REJOIN_TRY_VALUE(overview, overviewOf(session));
    printOverview(session, overview, invocation.output);
    if (overview.missingDecisions() == 0 && overview.differences > 0)
        return writeBundleFor(invocation, session, project, targets);
    printNextStep(path, overview, invocation.output);
    invocation.output.json(overviewJson(session, overview));
    return overview.exit();
}

Result<Exit> runAll(Invocation &invocation)
{
    const QString path = invocation.positional(0);
    REJOIN_TRY_VALUE(targets, parseTarget(invocation));
    if (invocation.value(u"out"_s).isEmpty())
        return invocation.usage(u"--out is missing: the folder of the bundle"_s);
    REJOIN_TRY_VALUE(project, loadProject(path));
    REJOIN_TRY_VALUE(rules, wantedRules(invocation, project, true));
    REJOIN_TRY(takePassword(invocation, project));
    REJOIN_TRY_VALUE(servers, openServers(project));
    REJOIN_TRY_VALUE(session, Session::open(sessionPath(path)));
    if (session->hasComparison())
        REJOIN_TRY(refuseHalfApplied(*session));
    REJOIN_TRY(compare(servers, project, *session, {}, invocation.cancel(), invocation.output.progress()));
    REJOIN_TRY(resolveInBulk(invocation, *session, rules, std::nullopt));
    return finish(invocation, *session, project, targets);
}

} // namespace

Command runCommand()
{
    return {
        .name = u"run"_s,
        .summary = u"compares, resolves and scripts in one unattended step; never applies"_s,
        .examples = {u"rejoin run shop.rejoin --target both --out bundle --rules rules.json --accept-suggestions"_s},
        .positional = {u"FILE"_s},
        .options = bulkOptions() + bundleOptions() + QList<Option>{passwordOption()},
        .notes = {u"Without --rules the rules that the project holds are applied."_s,
                  u"Decisions that were made before are kept where the rows did not move."_s,
                  u"Exit: 0 converged or bundle written, 2 decisions are missing (no bundle is written)."_s},
        .run = runAll,
    };
}

} // namespace Rejoin

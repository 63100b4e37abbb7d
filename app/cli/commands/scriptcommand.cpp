#include "app/cli/bundling.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<Exit> runScript(Invocation &invocation)
{
    REJOIN_TRY_VALUE(targets, parseTarget(invocation));
    REJOIN_TRY_VALUE(work, openWork(invocation));
    return writeBundleFor(invocation, *work.session, work.project, targets);
}

} // namespace

Command scriptCommand()
{
    return {
        .name = u"script"_s,
        .summary = u"writes the bundle: guarded scripts, undo, checks, report"_s,
        .examples = {u"rejoin script shop.rejoin --target both --out bundle --ticket CHG-1042"_s,
                     u"rejoin script shop.rejoin --target b --out bundle"_s},
        .positional = {u"FILE"_s},
        .options = bundleOptions(),
        .notes =
            {u"Writes nothing to a server and needs none. Prints the hashes that rejoin apply and rejoin undo take."_s,
             u"Exit: 0 written, 2 decisions are missing."_s},
        .run = runScript,
    };
}

} // namespace Rejoin

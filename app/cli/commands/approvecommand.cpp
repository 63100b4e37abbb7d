#include "app/cli/bundling.h"
#include "diffcore/script/reviewgate.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<Exit> runApprove(Invocation &invocation)
{
    const QString folder = invocation.value(u"bundle"_s);
    if (folder.isEmpty())
        return invocation.usage(u"--bundle is missing: the folder that was read"_s);
    REJOIN_TRY_VALUE(work, openWork(invocation));
    const Signature signature{.reviewer =
                                  invocation.isSet(u"reviewer"_s) ? invocation.value(u"reviewer"_s) : userName(),
                              .by = userName(),
                              .ticket = invocation.value(u"ticket"_s),
                              .reason = invocation.value(u"reason"_s)};
    REJOIN_TRY_VALUE(bundle, signBundle(*work.session, work.project, folder, signature, invocation.cancel(),
                                        invocation.output.progress()));
    REJOIN_TRY_VALUE(review, work.session->review());
    invocation.output.line(u"%1: %2."_s.arg(folder, reviewText(*review)));
    printApplyCommands(bundle, work.project, invocation.output);
    invocation.output.json({{u"rejoin"_s, 1}, {u"bundle"_s, folder}, {u"review"_s, reviewJson(*review)}});
    return Exit::Done;
}

} // namespace

Command approveCommand()
{
    return {
        .name = u"approve"_s,
        .summary = u"signs a bundle that was read: who, when, why, and the hashes of its scripts"_s,
        .examples = {u"rejoin approve shop.rejoin --bundle bundle --ticket CHG-1042 --reason 'switch-over'"_s,
                     u"rejoin approve shop.rejoin --bundle bundle --reviewer 'Anna Berg'"_s},
        .positional = {u"FILE"_s},
        .options = {{u"bundle"_s, u"DIR"_s, u"the folder that rejoin script wrote and that was read"_s},
                    {u"reviewer"_s, u"NAME"_s, u"who signs (default: the user)"_s},
                    {u"ticket"_s, u"TEXT"_s, u"the change's number (default: the bundle's)"_s},
                    {u"reason"_s, u"TEXT"_s, u"why it may run"_s}},
        .notes = {u"The review goes into the session, the manifest and the report; the scripts stay as they are."_s,
                  u"Any later decision or comparison makes it outdated, and rejoin apply refuses then."_s,
                  u"A project made with --review required runs nothing without a review; with --review four-eyes"_s,
                  u"those whose decisions stand cannot approve. Undo scripts need no review."_s},
        .run = runApprove,
    };
}

} // namespace Rejoin

#include "app/cli/work.h"
#include "diffcore/apply/applier.h"
#include "diffcore/apply/mergeprogress.h"
#include "diffcore/script/reviewgate.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// The manifest's connection with the password of the moment.
Result<std::optional<ConnectionString>> connectionOf(const Invocation &invocation, const Bundle &bundle,
                                                     const QString &approved)
{
    std::optional<QString> password;
    if (invocation.isSet(u"password-stdin"_s)) {
        REJOIN_TRY_VALUE(read, readPassword(invocation));
        password = read;
    }
    for (const BundleTarget &target : bundle.targets) {
        if (target.mergeHash != approved && target.undoHash != approved)
            continue;
        ConnectionString connection = target.connection;
        if (password)
            connection.set(u"Pwd"_s, *password);
        REJOIN_TRY(completeLogin(invocation, connection, target.title));
        return connection;
    }
    return std::nullopt;
}

/// With --project: the session beside it still holds what was reviewed, and is told of the bundle, which may be a copy:
/// its runs count as the session's.
Result<void> checkSession(const Invocation &invocation, const Bundle &bundle)
{
    const QString path = invocation.value(u"project"_s);
    if (path.isEmpty())
        return {};
    REJOIN_TRY_VALUE(project, loadProject(path));
    REJOIN_TRY_VALUE(session, Session::openExisting(sessionPath(path)));
    REJOIN_TRY(requireReview(*session, project));
    if (session->header().projectHash != bundle.projectHash)
        return {};
    return session->addBundle(QDir(bundle.folder).canonicalPath());
}

/// Where the other server of the bundle has the merge, the failure says so, and how to go on.
Error withWaysOn(Error error, const Bundle &bundle)
{
    const Result<MergeProgress> merge = mergeProgress(bundle);
    const bool both = bundle.target(Side::A) && bundle.target(Side::B);
    if (error.code == ErrorCode::AlreadyApplied || !merge || !merge->isHalfApplied() || !both)
        return error;
    const HalfApplied half = halfApplied(*merge, {bundle.target(Side::A)->title, bundle.target(Side::B)->title});
    error.advice += (error.advice.isEmpty() ? QString() : u". "_s) + half.state + u". "_s + half.ways();
    return error;
}

Result<Exit> runApproved(Invocation &invocation, ScriptKind kind)
{
    const QString approved = invocation.value(u"approve"_s).toLower();
    if (approved.isEmpty())
        return invocation.usage(u"--approve is missing: the SHA-256 of the script, as rejoin script printed it"_s);
    REJOIN_TRY_VALUE(bundle, openBundle(invocation.positional(0), approved));
    REJOIN_TRY(checkSession(invocation, bundle));
    REJOIN_TRY_VALUE(connection, connectionOf(invocation, bundle, approved));
    const ApplyOptions options{.approved = approved, .kind = kind, .by = userName(), .connection = connection};
    const Result<ApplyResult> applied = applyScript(bundle, options, invocation.cancel(), invocation.output.progress());
    if (!applied)
        return fail(withWaysOn(applied.error(), bundle));
    const ApplyResult &result = *applied;
    invocation.output.line(u"%1 %2: %3 committed."_s.arg(kind == ScriptKind::Merge ? u"Applied to"_s : u"Undone on"_s,
                                                         result.title, counted(result.statements, u"statement"_s)));
    if (result.notLogged)
        invocation.output.warn(describe(*result.notLogged));
    invocation.output.json({{u"rejoin"_s, 1},
                            {u"target"_s, sideName(result.target)},
                            {u"title"_s, result.title},
                            {u"statements"_s, result.statements}});
    return Exit::Done;
}

QList<Option> approvalOptions(const QString &script)
{
    return {{u"approve"_s, u"SHA256"_s, u"the hash of %1: only these bytes are run, on their own server"_s.arg(script)},
            passwordOption()};
}

QStringList exitNotes()
{
    return {u"Exit: 0 committed; 3 refused by a guard, 4 the server refused: nothing was changed;"_s,
            u"5 the connection was lost during commit: the message says how to find out."_s};
}

} // namespace

Command applyCommand()
{
    return {
        .name = u"apply"_s,
        .summary = u"runs the approved script of a bundle on its server"_s,
        .examples = {u"rejoin apply bundle --approve 5f1c…"_s},
        .positional = {u"DIR"_s},
        .options = approvalOptions(u"merge.sql"_s) +
                   QList<Option>{{u"project"_s, u"FILE.rejoin"_s,
                                  u"refuse where a decision or data changed in its session since the review"_s}},
        .notes =
            QStringList{u"One transaction. It stops, and changes nothing, where a row is not as it was compared."_s,
                        u"A bundle that was reviewed (rejoin approve) runs only as it was reviewed."_s} +
            exitNotes(),
        .run = [](Invocation &invocation) { return runApproved(invocation, ScriptKind::Merge); },
    };
}

Command undoCommand()
{
    return {
        .name = u"undo"_s,
        .summary = u"runs the undo script of a bundle: the server is as before apply"_s,
        .examples = {u"rejoin undo bundle --approve 90ab…"_s},
        .positional = {u"DIR"_s},
        .options = approvalOptions(u"undo.sql"_s),
        .notes =
            QStringList{u"One transaction. It stops, and changes nothing, where a row is not as apply left it."_s} +
            exitNotes(),
        .run = [](Invocation &invocation) { return runApproved(invocation, ScriptKind::Undo); },
    };
}

} // namespace Rejoin

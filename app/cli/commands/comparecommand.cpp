#include "app/cli/bundling.h"
#include "app/cli/statusview.h"
#include "app/cli/work.h"
#include "diffcore/apply/mergeprogress.h"
#include "diffcore/apply/runhistory.h"
#include "diffcore/compare/comparer.h"
#include "diffcore/compare/movedrows.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/script/reviewgate.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// `merge`: how far the merge of this comparison is; a default one where that is not asked.
Result<Exit> showOverview(const QString &path, const Session &session, Output &output, const QJsonObject &more = {},
                          const MergeProgress &merge = {})
{
    REJOIN_TRY_VALUE(overview, overviewOf(session));
    printOverview(session, overview, output);
    const bool isMerged = merge.isWhole() && overview.missingDecisions() == 0;
    if (isMerged)
        output.line(u"Both servers have the merge. Next: rejoin verify %1"_s.arg(shellWord(path)));
    else if (!merge.isHalfApplied()) // else the ways on are told beside which server has it
        printNextStep(path, overview, output);
    QJsonObject document = overviewJson(session, overview);
    for (auto member = more.begin(); member != more.end(); ++member)
        document.insert(member.key(), member.value());
    output.json(document);
    return isMerged ? Exit::Done : overview.exit();
}

void warnOfReadLimits(const Servers &servers, Output &output)
{
    for (const Version version : allVersions) {
        const Connection *connection = servers.at[version].get();
        const QString limits = connection ? connection->dialect().readLimits() : QString();
        if (!limits.isEmpty())
            output.warn(u"Reads of %1 are %2"_s.arg(connection->label(), limits));
    }
}

Result<QList<VirtualRelation>> relationsOf(const Invocation &invocation, const QString &option)
{
    QList<VirtualRelation> relations;
    for (const QString &text : invocation.values(option)) {
        const Result<VirtualRelation> relation = VirtualRelation::parse(text);
        if (!relation)
            return invocation.usage(u"--%1: %2"_s.arg(option, relation.error().message));
        relations.append(*relation);
    }
    return relations;
}

/// Says of a reference that it is one, or that it is none: it leaves the one list for the other.
void move(const VirtualRelation &relation, QList<VirtualRelation> &from, QList<VirtualRelation> &into)
{
    from.removeIf([&](const VirtualRelation &each) { return isSameReference(each, relation); });
    if (!isAmong(into, relation))
        into.append(relation);
}

/// --relation, --no-relation: the person confirms or dismisses references, which the project keeps from now on.
Result<void> takeRelations(const Invocation &invocation, Project &project)
{
    REJOIN_TRY_VALUE(confirmed, relationsOf(invocation, u"relation"_s));
    REJOIN_TRY_VALUE(dismissed, relationsOf(invocation, u"no-relation"_s));
    if (confirmed.isEmpty() && dismissed.isEmpty())
        return {};
    for (const VirtualRelation &relation : std::as_const(confirmed)) {
        if (isAmong(dismissed, relation))
            return invocation.usage(
                u"--relation and --no-relation name the same reference, %1"_s.arg(relation.toText()));
        move(relation, project.dismissedRelations, project.scope.relations);
    }
    for (const VirtualRelation &relation : std::as_const(dismissed))
        move(relation, project.scope.relations, project.dismissedRelations);
    return saveProject(project, invocation.positional(0));
}

/// After a refusal: the known rows alone are read again.
Result<Exit> compareMoved(Invocation &invocation, Servers &servers, const Project &project, Session &session)
{
    for (const QString &option : {u"fresh"_s, u"full"_s, u"table"_s, u"resume"_s, u"recheck"_s}) {
        if (invocation.isSet(option))
            return invocation.usage(u"--moved reads the rows that differed before again, so it goes without --"_s +
                                    option);
    }
    if (session.hasComparison())
        REJOIN_TRY(refuseHalfApplied(session));
    REJOIN_TRY_VALUE(marks, RowMarks::of(session));
    const CompareOptions options{.reading = CompareOptions::Reading::Known};
    REJOIN_TRY(compare(servers, project, session, options, invocation.cancel(), invocation.output.progress()));
    REJOIN_TRY_VALUE(moved, marks.moved(session));
    constexpr qsizetype shown = 20;
    invocation.output.line(u"%1 since the last comparison; %2 a decision."_s.arg(
        counted(moved.rows.size(), u"row moved"_s, u"rows moved"_s),
        counted(moved.undecided.size(), u"of them needs"_s, u"of them need"_s)));
    for (const QString &row : moved.rows.first(qMin(shown, moved.rows.size())))
        invocation.output.line(u"  "_s + printable(row) +
                               (moved.undecided.contains(row) ? u"  undecided"_s : QString()));
    if (moved.rows.size() > shown)
        invocation.output.line(u"  … and %1"_s.arg(counted(moved.rows.size() - shown, u"more row"_s)));
    invocation.output.line();
    return showOverview(invocation.positional(0), session, invocation.output,
                        {{u"moved"_s, QJsonArray::fromStringList(moved.rows)},
                         {u"movedUndecided"_s, QJsonArray::fromStringList(moved.undecided)}});
}

/// A number in its limits, where the option was given.
Result<std::optional<int>> numberOf(const Invocation &invocation, const QString &option, int least, int most)
{
    if (!invocation.isSet(option))
        return std::nullopt;
    bool isNumber = false;
    const int number = invocation.value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return invocation.usage(u"--%1 takes a number from %2 to %3, not '%4'"_s.arg(
            option, QString::number(least), QString::number(most), invocation.value(option)));
    return number;
}

Result<Gentleness> gentlenessOf(const Invocation &invocation)
{
    Gentleness gentleness;
    REJOIN_TRY_VALUE(percent, numberOf(invocation, u"gentle"_s, 1, 100));
    REJOIN_TRY_VALUE(running, numberOf(invocation, u"max-running"_s, 0, 1'000'000));
    gentleness.busyPercent = percent.value_or(gentleness.busyPercent);
    gentleness.mostRunning = running;
    return gentleness;
}

/// Reads once more what differed, after a moment: what was under way on one server may have arrived on the other.
Result<void> recheck(Invocation &invocation, int seconds, Servers &servers, const Project &project, Session &session,
                     CompareOptions options)
{
    constexpr int steps = 20; // a second
    for (int step = 0; step < seconds * steps; ++step) {
        if (invocation.cancel().isCancelled())
            return fail(ErrorCode::Cancelled, u"cancelled before the rows that differ were looked at once more"_s);
        QThread::msleep(1000 / steps);
    }
    REJOIN_TRY_VALUE(marks, RowMarks::of(session));
    options.reading = CompareOptions::Reading::Known;
    options.decisions = CompareOptions::Decisions::Keep;
    options.onlyUnfinished = false;
    REJOIN_TRY(compare(servers, project, session, options, invocation.cancel(), invocation.output.progress()));
    REJOIN_TRY_VALUE(moved, marks.moved(session));
    invocation.output.line(u"Looked at once more after %1: %2 moved meanwhile."_s.arg(
        counted(seconds, u"second"_s), counted(moved.rows.size(), u"row"_s)));
    return {};
}

Result<Exit> runCompare(Invocation &invocation)
{
    CompareOptions options{.tables = invocation.values(u"table"_s)};
    REJOIN_TRY_VALUE(gentleness, gentlenessOf(invocation));
    options.gentleness = gentleness;
    REJOIN_TRY_VALUE(recheckAfter, numberOf(invocation, u"recheck"_s, 1, 3600));
    REJOIN_TRY_VALUE(connections, numberOf(invocation, u"connections"_s, 1, 64));
    options.connections = connections.value_or(options.connections);
    options.onlyUnfinished = invocation.isSet(u"resume"_s);
    if (options.onlyUnfinished && invocation.isSet(u"fresh"_s))
        return invocation.usage(u"--resume keeps what is compared, so it goes without --fresh"_s);
    const QString path = invocation.positional(0);
    REJOIN_TRY_VALUE(project, loadProject(path));
    REJOIN_TRY(takeRelations(invocation, project));
    REJOIN_TRY(takePassword(invocation, project));
    REJOIN_TRY_VALUE(servers, openServers(project));
    warnOfReadLimits(servers, invocation.output);
    REJOIN_TRY_VALUE(session, Session::open(sessionPath(path)));

    if (invocation.isSet(u"moved"_s))
        return compareMoved(invocation, servers, project, *session);
    if (invocation.isSet(u"fresh"_s))
        options.decisions = CompareOptions::Decisions::Fresh;
    else if (session->hasComparison())
        REJOIN_TRY(refuseHalfApplied(*session));
    if (invocation.isSet(u"full"_s))
        options.reading = CompareOptions::Reading::Whole;
    REJOIN_TRY(compare(servers, project, *session, options, invocation.cancel(), invocation.output.progress()));
    if (recheckAfter)
        REJOIN_TRY(recheck(invocation, *recheckAfter, servers, project, *session, options));
    return showOverview(path, *session, invocation.output);
}

QString standingWord(Standing standing)
{
    switch (standing) {
    case Standing::Before: return u"before"_s;
    case Standing::Applied: return u"applied"_s;
    case Standing::Open: return u"open"_s;
    }
    return {};
}

/// Which servers have the merge. Only a run whose end is not known has its server asked. Gives what is known of the
/// merge of the session's own comparison.
Result<MergeProgress> showRuns(Invocation &invocation, const Work &work, QJsonObject &document)
{
    REJOIN_TRY_VALUE(merge, mergeProgress(*work.session));
    const Result<void> asked =
        settleOpenRuns(merge, work.project, userName(), invocation.cancel(), invocation.output.progress());
    if (!asked)
        invocation.output.warn(describe(asked.error()));
    REJOIN_TRY_VALUE(known, mergeProgress(*work.session));
    for (const QString &line : describe(known, work.session->header().titles))
        invocation.output.line(line + u'.');
    if (known.isHalfApplied())
        invocation.output.line(halfApplied(known, work.session->header().titles).ways() + u'.');
    if (const Result<void> gathered = gatherRuns(*work.session); !gathered)
        invocation.output.warn(describe(gathered.error()));
    if (known.comparedAt.isValid()) // nothing was run yet: as compare prints it
        document.insert(u"merge"_s, QJsonObject{{u"a"_s, standingWord(known.targets.a.standing)},
                                                {u"b"_s, standingWord(known.targets.b.standing)}});
    return known.comparedAt == work.session->header().startedAt ? known : MergeProgress();
}

Result<void> showReview(Invocation &invocation, const Session &session, QJsonObject &document)
{
    REJOIN_TRY_VALUE(review, session.review());
    if (!review)
        return {};
    REJOIN_TRY_VALUE(standing, reviewStanding(session));
    const bool stands = standing == ReviewStanding::Current;
    invocation.output.line(
        stands ? u"The merge was %1."_s.arg(reviewText(*review))
               : u"The review is outdated: a decision or data changed since it was %1."_s.arg(reviewText(*review)));
    QJsonObject json = reviewJson(*review);
    json.insert(u"outdated"_s, !stands);
    document.insert(u"review"_s, json);
    return {};
}

Result<Exit> runStatus(Invocation &invocation)
{
    REJOIN_TRY_VALUE(work, openWork(invocation));
    QJsonObject document;
    REJOIN_TRY_VALUE(merge, showRuns(invocation, work, document));
    REJOIN_TRY(showReview(invocation, *work.session, document));
    return showOverview(work.path, *work.session, invocation.output, document, merge);
}

} // namespace

Command compareCommand()
{
    return {
        .name = u"compare"_s,
        .summary = u"finds what diverged and fills the session"_s,
        .examples = {u"rejoin compare shop.rejoin"_s, u"rejoin compare shop.rejoin --table 'sales.*'"_s},
        .positional = {u"FILE"_s},
        .options = {{u"fresh"_s, {}, u"forget the decisions that were made, and merges that one server alone has"_s},
                    {u"full"_s,
                     {},
                     u"read tables whole where the evidence lists what was written, and tell what it lacks"_s},
                    {u"moved"_s,
                     {},
                     u"after a script was refused: read only the rows again that differed before, and say which of "
                     "them moved"_s},
                    {u"resume"_s, {}, u"go on after an interruption: tables that are compared stay as they are"_s},
                    {u"recheck"_s, u"SECONDS"_s,
                     u"look at the rows that differ once more after so long, so that what was under way between the "
                     "servers is not reported"_s},
                    {u"gentle"_s, u"PERCENT"_s,
                     u"keep each server busy for no more than this share of the time: pauses between pieces of work"_s},
                    {u"connections"_s, u"N"_s,
                     u"to each server, so that as many large tables are compared at a time (default: %1)"_s.arg(
                         CompareOptions().connections)},
                    {u"max-running"_s, u"N"_s,
                     u"wait while other sessions run more than N statements on a server (not SQLite)"_s},
                    {u"table"_s, u"GLOB"_s, u"compare only these tables again; may be repeated"_s},
                    {u"relation"_s, u"CHILD.COL=PARENT.COL"_s,
                     u"a reference that no foreign key declares, which new keys shall follow: saved in the project; "
                     "may be repeated"_s},
                    {u"no-relation"_s, u"CHILD.COL=PARENT.COL"_s,
                     u"this is no reference: it is not proposed again, nor followed; saved in the project; may be "
                     "repeated"_s},
                    passwordOption()},
        .notes = {u"Writes nothing to a server. Decisions of rows that did not move since are kept."_s,
                  u"Servers of unlike engines are compared by what values mean; they cannot be merged."_s,
                  u"Exit: 0 converged, 1 differences that are all decided, 2 decisions are missing,"_s,
                  u"12 a table may not be read (the others are compared)."_s},
        .run = runCompare,
    };
}

Command statusCommand()
{
    return {
        .name = u"status"_s,
        .summary = u"counts per table from the session, and which servers have the merge; needs no server"_s,
        .examples = {u"rejoin status shop.rejoin"_s, u"rejoin status shop.rejoin --json"_s},
        .positional = {u"FILE"_s},
        .notes =
            {u"Exit: 0 converged or merged on both servers, 1 differences that are all decided, 2 decisions are missing."_s},
        .run = runStatus,
    };
}

} // namespace Rejoin

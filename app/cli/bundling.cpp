#include "app/cli/bundling.h"

#include "app/cli/work.h"
#include "diffcore/script/reviewgate.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString countsText(const QHash<QString, qint64> &counts)
{
    QStringList parts;
    for (const QString &kind : {u"insert"_s, u"update"_s, u"delete"_s})
        parts += counted(counts.value(kind), kind);
    return parts.join(", "_L1);
}

/// What a reader should know of the review that the bundle carries.
Result<void> warnOfReview(const Session &session, const Project &project, Output &output)
{
    REJOIN_TRY_VALUE(standing, reviewStanding(session));
    REJOIN_TRY_VALUE(review, session.review());
    const QString approve = u"Next: rejoin approve FILE.rejoin --bundle DIR"_s;
    if (standing == ReviewStanding::Outdated)
        output.warn(u"The review is outdated: a decision or data changed since it was %1. %2"_s.arg(reviewText(*review),
                                                                                                    approve));
    if (standing == ReviewStanding::None && project.review != ReviewRule::Free)
        output.warn(u"This project runs no script without a review. %1"_s.arg(approve));
    return {};
}

void print(const WrittenBundle &bundle, const Project &project, Output &output)
{
    output.line(u"Wrote %1; %2 a new key (keymap.csv)."_s.arg(bundle.folder,
                                                              counted(bundle.movedKeys, u"row gets"_s, u"rows get"_s)));
    printApplyCommands(bundle, project, output);
    output.line(u"Read the scripts before you approve them: nothing has been written to a server."_s);
}

QJsonObject json(const WrittenBundle &bundle)
{
    QJsonArray targets;
    for (const WrittenBundle::Target &target : bundle.targets) {
        QJsonObject counts;
        for (const auto [kind, number] : target.counts.asKeyValueRange())
            counts.insert(kind, number);
        targets.append(QJsonObject{{u"target"_s, sideName(target.side)},
                                   {u"merge"_s, target.mergeHash},
                                   {u"undo"_s, target.undoHash},
                                   {u"counts"_s, counts}});
    }
    return {
        {u"rejoin"_s, 1}, {u"bundle"_s, bundle.folder}, {u"targets"_s, targets}, {u"movedKeys"_s, bundle.movedKeys}};
}

} // namespace

void printApplyCommands(const WrittenBundle &bundle, const Project &project, Output &output)
{
    for (const WrittenBundle::Target &target : bundle.targets) {
        output.line();
        output.line(u"%1: %2"_s.arg(project.title(target.side), countsText(target.counts)));
        output.line(u"  rejoin apply %1 --approve %2"_s.arg(shellWord(bundle.folder), target.mergeHash));
        output.line(u"  rejoin undo %1 --approve %2"_s.arg(shellWord(bundle.folder), target.undoHash));
    }
    output.line();
}

QJsonObject reviewJson(const Review &review)
{
    QJsonObject merge;
    for (const Side side : bothSides) {
        if (!review.merge[side].isEmpty())
            merge.insert(sideName(side), review.merge[side]);
    }
    return {{u"reviewer"_s, review.reviewer},
            {u"by"_s, review.by},
            {u"machine"_s, review.machine},
            {u"ticket"_s, review.ticket},
            {u"reason"_s, review.reason},
            {u"at"_s, timeJson(review.at)},
            {u"merge"_s, merge}};
}

QList<Option> bundleOptions()
{
    return {{u"target"_s, u"SIDE"_s, u"a, b or both: the servers to bring to the merged state"_s},
            {u"out"_s, u"DIR"_s, u"the bundle's folder: new, empty, or an earlier bundle to replace"_s},
            {u"ticket"_s, u"TEXT"_s, u"the change's number, for scripts and report"_s},
            {u"reason"_s, u"TEXT"_s, u"why, for scripts and report"_s}};
}

Result<Exit> writeBundleFor(Invocation &invocation, Session &session, const Project &project,
                            const QList<Side> &targets)
{
    if (invocation.value(u"out"_s).isEmpty())
        return invocation.usage(u"--out is missing: the folder of the bundle"_s);
    const BundleOptions options{.targets = targets,
                                .ticket = invocation.value(u"ticket"_s),
                                .reason = invocation.value(u"reason"_s),
                                .by = userName()};
    REJOIN_TRY_VALUE(bundle, writeBundle(session, project, invocation.value(u"out"_s), options, invocation.cancel(),
                                         invocation.output.progress()));
    REJOIN_TRY_VALUE(proposals, session.relationProposals());
    for (const QString &warning : warningsOf(proposals))
        invocation.output.warn(printable(warning));
    print(bundle, project, invocation.output);
    REJOIN_TRY(warnOfReview(session, project, invocation.output));
    QJsonObject document = json(bundle);
    document.insert(u"warnings"_s, QJsonArray::fromStringList(warningsOf(proposals)));
    invocation.output.json(document);
    return Exit::Done;
}

} // namespace Rejoin

#include "app/cli/bundling.h"

#include "app/cli/work.h"
#include "diffcore/merge/masking.h"
#include "diffcore/script/reviewgate.h"
#include "diffcore/script/scriptdiff.h"

#include <QFile>

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

/// The merge scripts of the bundle that --diff names, by the letter of their target.
Result<QMap<QString, QByteArray>> earlierScripts(const Invocation &invocation)
{
    QMap<QString, QByteArray> scripts;
    if (!invocation.isSet(u"diff"_s))
        return scripts;
    REJOIN_TRY_VALUE(bundle, openBundle(invocation.value(u"diff"_s)));
    for (const BundleTarget &target : std::as_const(bundle.targets)) {
        QFile file(target.mergePath);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(target.mergePath, file.errorString()));
        scripts.insert(sideName(target.side), file.readAll());
    }
    return scripts;
}

/// Lines of scripts hold the values of masked columns: then the operations alone are shown.
Result<void> showDiff(const QMap<QString, QByteArray> &earlier, const WrittenBundle &bundle, const Session &session,
                      Output &output, QJsonObject &document)
{
    const bool masked = masksValues(session.alignment());
    QJsonObject diffs;
    for (const WrittenBundle::Target &target : bundle.targets) {
        const QString side = sideName(target.side);
        QFile file(bundle.folder + u'/' + side + u"/merge.sql"_s);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::BadFile, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
        const QList<ScriptChange> changes = scriptDiff(earlier.value(side), file.readAll());
        output.line(u"merge.sql for %1: %2 than before."_s.arg(
            session.header().titles[target.side],
            counted(changes.size(), u"place is another"_s, u"places are others"_s)));
        QJsonArray places;
        for (const ScriptChange &change : changes) {
            output.line(u"  @ "_s + printable(change.operation.isEmpty() ? u"(head)"_s : change.operation));
            for (const QString &line : masked ? QStringList() : change.removed)
                output.line(u"  - "_s + printable(line));
            for (const QString &line : masked ? QStringList() : change.added)
                output.line(u"  + "_s + printable(line));
            places.append(
                QJsonObject{{u"operation"_s, change.operation},
                            {u"removed"_s, QJsonArray::fromStringList(masked ? QStringList() : change.removed)},
                            {u"added"_s, QJsonArray::fromStringList(masked ? QStringList() : change.added)}});
        }
        diffs.insert(side, places);
    }
    document.insert(u"diff"_s, diffs);
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
    return {{u"target"_s,
             u"SIDE"_s,
             u"a, b or both: the servers to bring to the merged state"_s,
             {u"a"_s, u"b"_s, u"both"_s}},
            {u"out"_s, u"DIR"_s, u"the bundle's folder: new, empty, or an earlier bundle to replace"_s},
            {u"ticket"_s, u"TEXT"_s, u"the change's number, for scripts and report"_s},
            {u"reason"_s, u"TEXT"_s, u"why, for scripts and report"_s},
            {u"diff"_s, u"DIR"_s,
             u"an earlier bundle, such as the one that was reviewed: show what changed in its merge scripts"_s}};
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
    REJOIN_TRY_VALUE(earlier, earlierScripts(invocation)); // the new bundle may take its place
    REJOIN_TRY_VALUE(bundle, writeBundle(session, project, invocation.value(u"out"_s), options, invocation.cancel(),
                                         invocation.output.progress()));
    REJOIN_TRY_VALUE(proposals, session.relationProposals());
    for (const QString &warning : warningsOf(proposals))
        invocation.output.warn(printable(warning));
    print(bundle, project, invocation.output);
    QJsonObject document = json(bundle);
    if (invocation.isSet(u"diff"_s))
        REJOIN_TRY(showDiff(earlier, bundle, session, invocation.output, document));
    REJOIN_TRY(warnOfReview(session, project, invocation.output));
    document.insert(u"warnings"_s, QJsonArray::fromStringList(warningsOf(proposals)));
    invocation.output.json(document);
    return Exit::Done;
}

} // namespace Rejoin

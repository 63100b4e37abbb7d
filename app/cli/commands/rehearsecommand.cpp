#include "app/cli/work.h"
#include "diffcore/apply/rehearsal.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString countsText(const RowCounts &counts)
{
    return u"%1 / %2 / %3"_s.arg(counts.inserted).arg(counts.updated).arg(counts.deleted);
}

QJsonObject json(const RowCounts &counts)
{
    return {{u"insert"_s, counts.inserted}, {u"update"_s, counts.updated}, {u"delete"_s, counts.deleted}};
}

void print(const Rehearsal &rehearsal, Output &output)
{
    constexpr double msPerSecond = 1000;
    output.line(u"%1: %2 came through in %3 s, and everything was rolled back."_s.arg(
        rehearsal.title, counted(rehearsal.statements - 1, u"statement"_s),
        QString::number(double(rehearsal.milliseconds) / msPerSecond, 'f', 1)));
    output.line();
    TextTable table({TextTable::Align::Left, TextTable::Align::Right, TextTable::Align::Right}, 2);
    table.add({u"table"_s, u"planned: insert / update / delete"_s, u"done"_s});
    for (const TableEffect &effect : rehearsal.effects)
        table.add({effect.table.isEmpty() ? u"all tables"_s : printable(effect.table), countsText(effect.planned),
                   countsText(effect.done)});
    table.print(output);
    output.line();
    for (const QString &beyond : rehearsal.beyondPlan)
        output.line(u"  Beyond the plan (a trigger or a cascade): "_s + printable(beyond));
    if (rehearsal.beyondPlan.isEmpty())
        output.line(u"  Nothing but the plan was changed."_s);
    for (const QString &lock : rehearsal.locks)
        output.line(u"  Locked: "_s + printable(lock));
    for (const QString &warning : rehearsal.warnings)
        output.line(u"  Note: "_s + printable(warning));
    output.line();
}

QJsonObject json(const Rehearsal &rehearsal)
{
    QJsonArray effects;
    for (const TableEffect &effect : rehearsal.effects)
        effects.append(QJsonObject{
            {u"table"_s, effect.table}, {u"planned"_s, json(effect.planned)}, {u"done"_s, json(effect.done)}});
    return {{u"target"_s, sideName(rehearsal.target)},
            {u"title"_s, rehearsal.title},
            {u"statements"_s, rehearsal.statements},
            {u"milliseconds"_s, rehearsal.milliseconds},
            {u"tables"_s, effects},
            {u"beyondPlan"_s, QJsonArray::fromStringList(rehearsal.beyondPlan)},
            {u"locks"_s, QJsonArray::fromStringList(rehearsal.locks)},
            {u"notes"_s, QJsonArray::fromStringList(rehearsal.warnings)}};
}

Result<Exit> runRehearse(Invocation &invocation)
{
    QList<Side> targets{Side::A, Side::B};
    if (invocation.isSet(u"target"_s)) {
        REJOIN_TRY_VALUE(wanted, parseTarget(invocation));
        targets = wanted;
    }
    REJOIN_TRY_VALUE(bundle, openBundle(invocation.positional(0)));
    bundle.targets.removeIf([&](const BundleTarget &target) { return !targets.contains(target.side); });
    if (bundle.targets.isEmpty())
        return invocation.usage(u"the bundle has no script for that server"_s);
    std::optional<QString> password;
    if (invocation.isSet(u"password-stdin"_s)) {
        REJOIN_TRY_VALUE(read, readPassword(invocation));
        password = read;
    }
    QJsonArray rehearsals;
    for (const BundleTarget &target : std::as_const(bundle.targets)) {
        ApplyOptions options{.approved = target.mergeHash, .by = userName(), .connection = target.connection};
        if (password)
            options.connection->set(u"Pwd"_s, *password);
        REJOIN_TRY(completeLogin(invocation, *options.connection, target.title));
        REJOIN_TRY_VALUE(rehearsal, rehearse(bundle, options, invocation.cancel(), invocation.output.progress()));
        invocation.output.clearProgress();
        print(rehearsal, invocation.output);
        rehearsals.append(json(rehearsal));
    }
    invocation.output.json({{u"rejoin"_s, 1}, {u"rehearsals"_s, rehearsals}});
    return Exit::Done;
}

} // namespace

Command rehearseCommand()
{
    return {
        .name = u"rehearse"_s,
        .summary = u"runs the scripts of a bundle on their servers and rolls them back"_s,
        .examples = {u"rejoin rehearse bundle"_s, u"rejoin rehearse bundle --target a"_s},
        .positional = {u"DIR"_s},
        .options = {{u"target"_s,
                     u"SIDE"_s,
                     u"a, b or both (default): the servers to rehearse on"_s,
                     {u"a"_s, u"b"_s, u"both"_s}},
                    passwordOption()},
        .notes = {u"Tells what the script would change, what triggers and cascades change beyond it, how long it runs "
                  "and what it locks meanwhile. Others wait for those locks during the rehearsal, too."_s,
                  u"Exit: 0 came through; 3 refused by a guard, 4 the server refused: nothing was changed."_s},
        .run = runRehearse,
    };
}

} // namespace Rejoin

#include "app/cli/reservations.h"
#include "app/cli/work.h"
#include "diffcore/apply/reserver.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString numbers(qint64 count)
{
    return counted(count, u"number"_s);
}

void printNeeds(const QList<NumberNeed> &needs, const QString &title, Output &output)
{
    for (const NumberNeed &need : needs)
        output.line(need.missing() == 0 ? u"  %1: %2 held back already."_s.arg(printable(need.name), numbers(need.held))
                                        : u"  %1: %2 would be taken out of the generator of %3."_s.arg(
                                              printable(need.name), numbers(need.missing()), title));
}

void print(const ReserveResult &result, Output &output)
{
    for (const ReservedTable &table : result.tables) {
        const QString name = printable(table.need.name);
        if (!table.whyNot.isEmpty())
            output.line(u"  %1: not reserved: %2."_s.arg(name, table.whyNot));
        else if (table.taken.isEmpty())
            output.line(u"  %1: reserved already: %2."_s.arg(name, toText(table.all)));
        else
            output.line(u"  %1: reserved %2."_s.arg(name, toText(table.taken)));
        if (!table.note.isEmpty())
            output.warn(name + u": "_s + table.note);
    }
}

QJsonObject json(const ReserveResult &result)
{
    QJsonArray tables;
    for (const ReservedTable &table : result.tables)
        tables.append(QJsonObject{{u"table"_s, table.need.name},
                                  {u"collisions"_s, table.need.collisions},
                                  {u"taken"_s, blocksJson(table.taken)},
                                  {u"reserved"_s, blocksJson(table.all)},
                                  {u"whyNot"_s, table.whyNot.isEmpty() ? QJsonValue() : table.whyNot}});
    return {
        {u"rejoin"_s, 1}, {u"target"_s, sideName(result.target)}, {u"title"_s, result.title}, {u"tables"_s, tables}};
}

Result<Side> oneTarget(const Invocation &invocation)
{
    REJOIN_TRY_VALUE(targets, parseTarget(invocation));
    if (targets.size() != 1)
        return invocation.usage(u"--target is a or b: numbers are reserved on one server at a time"_s);
    return targets.first();
}

Result<Exit> preview(Invocation &invocation, const Work &work, Side target)
{
    REJOIN_TRY_VALUE(needs, neededNumbers(*work.session, target));
    const QString &title = work.session->header().titles[target];
    if (needs.isEmpty())
        invocation.output.line(u"No generated key names two rows: nothing has to be reserved."_s);
    printNeeds(needs, title, invocation.output);
    QJsonArray tables;
    for (const NumberNeed &need : std::as_const(needs))
        tables.append(QJsonObject{{u"table"_s, need.name},
                                  {u"collisions"_s, need.collisions},
                                  {u"held"_s, need.held},
                                  {u"missing"_s, need.missing()}});
    invocation.output.json(
        {{u"rejoin"_s, 1}, {u"target"_s, sideName(target)}, {u"title"_s, title}, {u"preview"_s, tables}});
    return Exit::Done;
}

Result<void> requireConfirmation(const Invocation &invocation, const QString &label, const QString &title)
{
    if (invocation.value(u"confirm"_s) == label)
        return {};
    const QString option = u"--confirm %1"_s.arg(shellWord(label));
    if (!invocation.isSet(u"confirm"_s))
        return invocation.usage(
            u"--confirm is missing: this advances the generators of %1, at once and whatever becomes "
            "of the merge; add %2"_s.arg(title, option));
    return invocation.usage(
        u"--confirm names '%1', but the target is %2: %3"_s.arg(invocation.value(u"confirm"_s), title, option));
}

Result<Exit> runReserve(Invocation &invocation)
{
    REJOIN_TRY_VALUE(target, oneTarget(invocation));
    REJOIN_TRY_VALUE(work, openWork(invocation));
    if (invocation.isSet(u"preview"_s))
        return preview(invocation, work, target);
    const QString title = work.session->header().titles[target];
    REJOIN_TRY(requireConfirmation(invocation, work.project.servers[target].displayLabel(), title));
    REJOIN_TRY(takePassword(invocation, work.project));
    REJOIN_TRY_VALUE(result, reserveNumbers(*work.session, work.project, target, userName(), invocation.cancel(),
                                            invocation.output.progress()));
    invocation.output.clearProgress();
    if (result.tables.isEmpty())
        invocation.output.line(u"No generated key names two rows: nothing has to be reserved."_s);
    else
        invocation.output.line(u"%1:"_s.arg(title));
    print(result, invocation.output);
    const bool tookSome =
        std::ranges::any_of(result.tables, [](const ReservedTable &table) { return !table.taken.isEmpty(); });
    if (tookSome)
        invocation.output.line(u"The server gives these numbers to nobody else. Scripts that were written before use "
                               "others: write them again."_s);
    invocation.output.json(json(result));
    const bool all = std::ranges::all_of(result.tables, &QString::isEmpty, &ReservedTable::whyNot);
    return all ? Exit::Done : Exit::Unsupported;
}

} // namespace

Command reserveCommand()
{
    return {
        .name = u"reserve"_s,
        .summary = u"sets the numbers of the new keys aside on a server that is in use"_s,
        .examples = {u"rejoin reserve shop.rejoin --target a --preview"_s,
                     u"rejoin reserve shop.rejoin --target a --confirm PRD01"_s},
        .positional = {u"FILE"_s},
        .options = {{u"target"_s, u"SIDE"_s, u"a or b: the server whose generators are advanced"_s, {u"a"_s, u"b"_s}},
                    {u"confirm"_s, u"LABEL"_s, u"the server's label, to say that this server is meant"_s},
                    {u"preview"_s, {}, u"say how many numbers would be taken, and take none"_s},
                    passwordOption()},
        .notes =
            {u"Rows that get a new key get one of these numbers, which the server gives to nobody else. Without it"_s,
             u"an application that inserts meanwhile may take them: the script then stops and changes nothing."_s,
             u"This is the one write to a server before apply. Nothing takes it back: what is not used stays a gap."_s,
             u"Run again, it takes what is missing. Right needed: PostgreSQL UPDATE on the sequence; MariaDB and MySQL"_s,
             u"ALTER and LOCK TABLES, or INSERT on the sequence; SQL Server as for apply."_s,
             u"Exit: 0 reserved, or nothing to reserve; 13 a server keeps no count for some table."_s},
        .run = runReserve,
    };
}

} // namespace Rejoin

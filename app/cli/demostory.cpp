#include "app/cli/demostory.h"

#include "app/cli/work.h"
#include "diffcore/base/sha256.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/connection.h"
#include "diffcore/script/bundle.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QStringList resolving(const DemoFiles &files, const QStringList &options)
{
    return QStringList{u"resolve"_s, files.project} + options;
}

/// Runs a command in this process and shows it with what it printed.
Result<void> carryOut(Invocation &invocation, const DemoStep &step)
{
    QStringList words;
    for (const QString &argument : step.arguments)
        words += shellWord(argument);
    invocation.output.line(u"# "_s + step.purpose);
    invocation.output.line(u"$ rejoin "_s + words.join(u' '));

    const int exit = runCommandLine(step.arguments, invocation.terminal());
    invocation.output.line(u"(exit %1)"_s.arg(exit));
    invocation.output.line();
    if (exit == int(step.expected))
        return {};
    if (exit == int(Exit::Cancelled))
        return fail(ErrorCode::Cancelled, u"cancelled during the demo's journey"_s);
    return fail(ErrorCode::Bug, u"rejoin %1 ended with %2 and not with %3"_s.arg(step.arguments.constFirst())
                                    .arg(exit)
                                    .arg(int(step.expected)));
}

/// Every row of one table, whatever their order.
Result<QByteArray> contentHash(Connection &connection, const Table &table)
{
    Selection selection{.table = &table};
    for (const Column &column : table.columns)
        selection.columns += column.name;
    REJOIN_TRY_VALUE(rows, connection.query(connection.dialect().selectAll(selection)));
    QByteArrayList hashes;
    for (const auto &row : rows) {
        Sha256 hash;
        for (const auto &cell : row)
            hash.add(cell ? '"' + cell->toHex() + '"' : QByteArrayLiteral("null"));
        hashes += hash.result();
    }
    std::ranges::sort(hashes);
    Sha256 hash;
    hash.add(hashes.join());
    return hash.result();
}

/// What every table of a database holds: independent of the comparison, so that it can vouch for the undo.
Result<QByteArray> contentHash(const ConnectionString &where)
{
    REJOIN_TRY_VALUE(connection, Connection::open(where, {.label = where.displayName()}));
    REJOIN_TRY_VALUE(catalog, connection->dialect().readCatalog(*connection, {}));
    Sha256 hash;
    for (const Table &table : catalog.tables) {
        REJOIN_TRY_VALUE(content, contentHash(*connection, table));
        hash.add(table.name.display().toUtf8() + content);
    }
    return hash.result();
}

/// apply or undo on both servers, by the hashes of the bundle.
QList<DemoStep> runSteps(const Bundle &bundle, const QString &command, QString BundleTarget::*hash)
{
    QList<DemoStep> steps;
    for (const BundleTarget &target : bundle.targets) {
        const QString purpose = command == "apply"_L1 ? u"Bring %1 to the merged state"_s : u"Take it back on %1"_s;
        steps += {purpose.arg(target.title), {command, bundle.folder, u"--approve"_s, target.*hash}};
    }
    return steps;
}

} // namespace

QString demoBundle(const DemoFiles &files)
{
    return QFileInfo(files.project).absolutePath() + u"/bundle"_s;
}

QList<DemoStep> demoSteps(const DemoFiles &files)
{
    return {
        {u"Find what diverged since 10:00"_s, {u"compare"_s, files.project}, Exit::Undecided},
        {u"Order numbers that both servers gave out are two orders each: keep both"_s,
         resolving(files, {u"--accept-suggestions"_s}), Exit::Undecided},
        {u"Settings, stock and the like, by rules"_s, resolving(files, {u"--rules"_s, files.rules}), Exit::Undecided},
        {u"What is left for a person"_s, {u"show"_s, files.project, u"--unresolved"_s}, Exit::Done},
        {u"The telephone number that B has"_s,
         resolving(files,
                   {u"--table"_s, u"customers"_s, u"--key"_s, u"24"_s, u"--column"_s, u"phone"_s, u"--take"_s, u"b"_s}),
         Exit::Undecided},
        {u"Lines that one side deleted and the other changed: as on B"_s,
         resolving(files, {u"--table"_s, u"order_lines"_s, u"--take"_s, u"b"_s}), Exit::Undecided},
        {u"A dropped the door mat, B changed its price: keep it"_s,
         resolving(files, {u"--table"_s, u"products"_s, u"--key"_s, u"29"_s, u"--take"_s, u"b"_s}), Exit::Undecided},
        {u"B dropped the bath mat: so be it"_s,
         resolving(files, {u"--table"_s, u"products"_s, u"--key"_s, u"30"_s, u"--take"_s, u"delete"_s}),
         Exit::Undecided},
        {u"One customer was entered on both servers"_s,
         resolving(files, {u"--table"_s, u"customers"_s, u"--key"_s, u"63"_s, u"--same-as"_s, u"62"_s, u"--reason"_s,
                           u"one person, entered twice"_s}),
         Exit::Undecided},
        {u"A deleted a customer who ordered on B: bring the customer back"_s,
         resolving(files, {u"--table"_s, u"customers"_s, u"--key"_s, u"12"_s, u"--take"_s, u"baseline"_s}),
         Exit::Undecided},
        {u"and the other way round"_s,
         resolving(files, {u"--table"_s, u"customers"_s, u"--key"_s, u"13"_s, u"--take"_s, u"baseline"_s}),
         Exit::Undecided},
        {u"A's new product has no tax class, which B demands"_s,
         resolving(files, {u"--table"_s, u"products"_s, u"--key"_s, u"32"_s, u"--set"_s, u"tax_class=standard"_s}),
         Exit::Differences},
        {u"Write the scripts"_s,
         {u"script"_s, files.project, u"--target"_s, u"both"_s, u"--out"_s, demoBundle(files), u"--ticket"_s,
          u"CHG-1042"_s},
         Exit::Done},
    };
}

Result<Exit> playJourney(Invocation &invocation, const DemoFiles &files)
{
    PerSide<QByteArray> before;
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(hash, contentHash(files.connections[side]));
        before[side] = hash;
    }

    for (const DemoStep &step : demoSteps(files))
        REJOIN_TRY(carryOut(invocation, step));
    REJOIN_TRY_VALUE(bundle, openBundle(demoBundle(files)));
    for (const DemoStep &step : runSteps(bundle, u"apply"_s, &BundleTarget::mergeHash))
        REJOIN_TRY(carryOut(invocation, step));
    REJOIN_TRY(carryOut(invocation, {u"Prove it"_s, {u"verify"_s, files.project, u"--full"_s}}));
    for (const DemoStep &step : runSteps(bundle, u"undo"_s, &BundleTarget::undoHash))
        REJOIN_TRY(carryOut(invocation, step));

    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(hash, contentHash(files.connections[side]));
        if (hash != before[side])
            return fail(ErrorCode::Bug, u"after undo %1 is not as it was"_s.arg(files.connections[side].displayName()));
    }
    invocation.output.line(
        u"Converged after apply, restored after undo: every table of both servers holds what it held."_s);
    invocation.output.line(u"The bundle lies in %1."_s.arg(demoBundle(files)));
    return Exit::Done;
}

} // namespace Rejoin

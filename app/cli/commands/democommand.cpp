#include "app/cli/demostory.h"
#include "app/cli/work.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString typed(const QStringList &arguments)
{
    QStringList words{u"rejoin"_s};
    for (const QString &argument : arguments)
        words += shellWord(argument);
    return words.join(u' ');
}

void printGuide(const DemoFiles &files, Output &output)
{
    output.line(
        u"Two servers of a shop. At 10:00 log shipping stopped; PRD01 took orders until 10:15, was upgraded, and"_s);
    output.line(u"took them again from 10:30. In between PRD02 took them, and gave out the same order numbers."_s);
    output.line();
    output.line(u"  project   %1"_s.arg(files.project));
    output.line(u"  baseline  %1"_s.arg(files.baseline));
    output.line(u"  A         %1"_s.arg(files.a));
    output.line(u"  B         %1"_s.arg(files.b));
    output.line();
    output.line(u"Type, one after another:"_s);
    for (const DemoStep &step : demoSteps(files)) {
        output.line();
        output.line(u"  # "_s + step.purpose);
        output.line(u"  "_s + typed(step.arguments));
    }
    output.line();
    output.line(u"  # then the commands that script printed, to apply; and to see that it worked:"_s);
    output.line(u"  "_s + typed({u"verify"_s, files.project}));
    output.line();
    output.line(u"Or open the window: "_s + typed({files.project}));
}

Result<int> ordersOf(const Invocation &invocation)
{
    if (!invocation.isSet(u"orders"_s))
        return DemoOptions().orders;
    bool isNumber = false;
    const int orders = invocation.value(u"orders"_s).toInt(&isNumber);
    if (!isNumber)
        return invocation.usage(u"--orders takes a number, not '%1'"_s.arg(invocation.value(u"orders"_s)));
    return orders;
}

Result<Engine> engineOf(const Invocation &invocation)
{
    const QString name = invocation.isSet(u"engine"_s) ? invocation.value(u"engine"_s) : u"sqlite"_s;
    for (const Engine engine :
         {Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb, Engine::MySql, Engine::SqlServer}) {
        if (engineName(engine).remove(u' ').compare(name, Qt::CaseInsensitive) == 0)
            return engine;
    }
    return invocation.usage(u"--engine is sqlite, postgresql, mariadb, mysql or sqlserver, not '%1'"_s.arg(name));
}

/// A, B and the baseline in the order in which they are given; the first stands for those that are not.
Result<PerVersion<ConnectionString>> serversOf(const Invocation &invocation)
{
    QList<ConnectionString> given;
    for (const QString &text : invocation.values(u"connection"_s)) {
        REJOIN_TRY_VALUE(where, ConnectionString::parse(text));
        given += where;
    }
    if (given.isEmpty() || given.size() > 3)
        return invocation.usage(u"--connection names the server that the databases are made on, or one each for A, B "
                                "and the baseline"_s);
    return PerVersion<ConnectionString>{
        .baseline = given.value(2, given.first()), .a = given.first(), .b = given.value(1, given.first())};
}

Result<DemoOptions> optionsOf(const Invocation &invocation)
{
    DemoOptions options;
    REJOIN_TRY_VALUE(orders, ordersOf(invocation));
    REJOIN_TRY_VALUE(engine, engineOf(invocation));
    options.orders = orders;
    options.engine = engine;
    if (engine == Engine::Sqlite)
        return options;
    REJOIN_TRY_VALUE(servers, serversOf(invocation));
    options.servers = servers;
    return options;
}

Result<Exit> runDemo(Invocation &invocation)
{
    if (invocation.output.isJson() && invocation.isSet(u"journey"_s))
        return invocation.usage(u"--journey prints what every command says, so it does not go with --json"_s);
    REJOIN_TRY_VALUE(options, optionsOf(invocation));
    REJOIN_TRY_VALUE(files,
                     makeDemo(invocation.positional(0), options, invocation.cancel(), invocation.output.progress()));
    if (invocation.isSet(u"journey"_s))
        return playJourney(invocation, files);
    printGuide(files, invocation.output);
    invocation.output.json({{u"rejoin"_s, 1},
                            {u"project"_s, files.project},
                            {u"rules"_s, files.rules},
                            {u"baseline"_s, files.baseline},
                            {u"a"_s, files.a},
                            {u"b"_s, files.b}});
    return Exit::Done;
}

} // namespace

Command demoCommand()
{
    return {
        .name = u"demo"_s,
        .summary = u"writes two diverged databases, a baseline and a project to try everything on"_s,
        .examples = {u"rejoin demo /tmp/demo"_s, u"rejoin demo /tmp/demo --orders 20000"_s,
                     u"rejoin demo /tmp/demo --journey"_s, u"rejoin demo /tmp/demo --engine postgresql \\"_s,
                     u"    --connection 'Driver=PostgreSQL Unicode;Server=db1;Database=postgres;Uid=dba;Pwd=env:PW'"_s},
        .positional = {u"DIR"_s},
        .options =
            {{u"orders"_s, u"N"_s,
              u"orders at the split (%1; at least %2)"_s.arg(DemoOptions().orders).arg(DemoOptions::minimalOrders)},
             {u"engine"_s,
              u"NAME"_s,
              u"sqlite (default), postgresql, mariadb, mysql or sqlserver"_s,
              {u"sqlite"_s, u"postgresql"_s, u"mariadb"_s, u"mysql"_s, u"sqlserver"_s}},
             {u"connection"_s, u"CONN"_s,
              u"the server to make the databases on; up to three, for A, B and the baseline"_s},
             {u"journey"_s,
              {},
              u"carry the whole merge out, printing each command: compare, decide, script, apply, "
              "verify, undo"_s}},
        .notes = {u"Needs no server: SQLite files. Files of an earlier demo in DIR are replaced."_s,
                  u"With --engine it makes the databases rejoin_demo_prd01, _prd02 and _baseline."_s},
        .run = runDemo,
    };
}

} // namespace Rejoin

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

Result<DemoOptions> optionsOf(const Invocation &invocation)
{
    DemoOptions options;
    if (!invocation.isSet(u"orders"_s))
        return options;
    bool isNumber = false;
    options.orders = invocation.value(u"orders"_s).toInt(&isNumber);
    if (!isNumber)
        return invocation.usage(u"--orders takes a number, not '%1'"_s.arg(invocation.value(u"orders"_s)));
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
                     u"rejoin demo /tmp/demo --journey"_s},
        .positional = {u"DIR"_s},
        .options =
            {{u"orders"_s, u"N"_s,
              u"orders at the split (%1; at least %2)"_s.arg(DemoOptions().orders).arg(DemoOptions::minimalOrders)},
             {u"journey"_s,
              {},
              u"carry the whole merge out, printing each command: compare, decide, script, apply, "
              "verify, undo"_s}},
        .notes = {u"Needs no server: SQLite files. Files of an earlier demo in DIR are replaced."_s},
        .run = runDemo,
    };
}

} // namespace Rejoin

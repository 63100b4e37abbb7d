#include "app/cli/command.h"

#include "diffcore/base/log.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

std::unexpected<Error> usageError(const QString &command, const QString &message)
{
    return fail(ErrorCode::Usage, message, u"See: rejoin %1 --help"_s.arg(command));
}

QString firstLower(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toLower();
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString synopsis(const Option &option)
{
    return u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
}

QStringList wrapped(const QString &text, int width)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.split(u' ')) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > width) {
            lines += line;
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return lines << line;
}

} // namespace

QList<Option> commonOptions()
{
    QList<Option> options;
    options.append({u"json"_s, {}, u"print one JSON document on standard output and nothing else"_s});
    options.append({u"log"_s, u"FILE"_s, u"write down what is done, in a file that is added to"_s});
    options.append({u"log-level"_s, u"LEVEL"_s,
                    u"%1 (default: info); debug may name rows, trace holds statements with their values"_s.arg(
                        logLevelNames().join(", "_L1)),
                    logLevelNames()});
    options.append({u"help"_s, {}, u"show this help"_s});
    return options;
}

QStringList firstMerge()
{
    return {u"rejoin demo /tmp/demo              two diverged databases to try everything on"_s,
            u"rejoin init shop.rejoin --a 'DSN=prd01' --b 'DSN=prd02' --since 2026-11-22T10:00Z"_s,
            u"rejoin compare shop.rejoin         find what diverged"_s,
            u"rejoin resolve shop.rejoin --accept-suggestions"_s,
            u"rejoin script shop.rejoin --target both --out bundle"_s,
            u"rejoin apply bundle --approve SHA256"_s};
}

Invocation::Invocation(const Command &command, const Terminal &terminal, Output::Form form)
    : output(terminal, form)
    , m_command(command.name)
    , m_terminal(&terminal)
{
}

Result<Invocation> Invocation::parse(const Command &command, const QStringList &arguments, const Terminal &terminal)
{
    const QList<Option> options = command.options + commonOptions();
    QCommandLineParser parser;
    for (const Option &option : options)
        parser.addOption(QCommandLineOption(option.name, option.description, option.value));
    if (!parser.parse(QStringList(u"rejoin"_s) + arguments))
        return usageError(command.name, firstLower(parser.errorText()));

    Invocation invocation(command, terminal, parser.isSet(u"json"_s) ? Output::Form::Json : Output::Form::Text);
    for (const Option &option : options) {
        if (parser.isSet(option.name))
            invocation.m_values.insert(option.name,
                                       option.value.isEmpty() ? QStringList() : parser.values(option.name));
    }
    invocation.m_positional = parser.positionalArguments();
    invocation.m_optionNames = parser.optionNames();
    if (invocation.isSet(u"help"_s))
        return invocation;
    const auto given = invocation.m_positional.size();
    if (given < command.positional.size() && !command.positional.at(given).startsWith(u'['))
        return usageError(command.name, u"%1 is missing"_s.arg(command.positional.at(given)));
    if (given > command.positional.size())
        return usageError(command.name, u"'%1' is one argument too many"_s.arg(
                                            invocation.m_positional.at(command.positional.size())));
    return invocation;
}

QString Invocation::outline() const
{
    QStringList names = m_optionNames;
    names.removeDuplicates();
    QStringList words{m_command};
    words += m_positional;
    for (const QString &name : std::as_const(names))
        words += u"--"_s + name;
    return words.join(u' ');
}

std::unexpected<Error> Invocation::usage(const QString &message) const
{
    return usageError(m_command, message);
}

QList<Command> allCommands()
{
    return {initCommand(),     checkCommand(),   checkpointCommand(), compareCommand(), statusCommand(),
            showCommand(),     resolveCommand(), reserveCommand(),    scriptCommand(),  approveCommand(),
            rehearseCommand(), applyCommand(),   verifyCommand(),     undoCommand(),    historyCommand(),
            reportCommand(),   runCommand(),     demoCommand(),       diagnoseCommand()};
}

QString overallHelp()
{
    QStringList text{
        u"rejoin: brings two database servers that drifted apart back in line"_s,
        {},
        u"A first merge:"_s,
    };
    for (const QString &line : firstMerge())
        text += u"  "_s + line;
    text += {{}, u"Commands:"_s};
    TextTable table({TextTable::Align::Left, TextTable::Align::Left}, 2);
    for (const Command &command : allCommands())
        table.add({command.name, command.summary});
    text += table.lines();
    text += {
        {},
        u"  rejoin COMMAND --help    examples and options of one command"_s,
        u"  rejoin --version"_s,
        u"  rejoin [FILE.rejoin]     opens the window"_s,
        u"  man rejoin               all of it on one page"_s,
        {},
        u"Exit codes:"_s,
    };
    TextTable exits({TextTable::Align::Right, TextTable::Align::Left}, 2);
    for (const ExitMeaning &meaning : exitMeanings())
        exits.add({QString::number(int(meaning.exit)), meaning.text});
    text += exits.lines();
    text += QString();
    return text.join(u'\n');
}

QString helpOf(const Command &command)
{
    QStringList text;
    for (const QString &example : command.examples)
        text += u"  "_s + example;
    text += {{}, u"rejoin %1: %2"_s.arg(command.name, command.summary), {}};
    text += u"Usage: rejoin "_s +
            (QStringList(command.name) + command.positional + QStringList(u"[OPTION]..."_s)).join(u' ');
    TextTable table({TextTable::Align::Left, TextTable::Align::Left}, 2);
    for (const Option &option : command.options + commonOptions()) {
        QString left = synopsis(option);
        for (const QString &line : wrapped(option.description, 72)) {
            table.add({left, line});
            left.clear();
        }
    }
    text += table.lines();
    if (!command.notes.isEmpty())
        text += QString();
    text += command.notes;
    text += QString();
    return text.join(u'\n');
}

} // namespace Rejoin

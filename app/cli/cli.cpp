#include "app/cli/cli.h"

#include "app/cli/command.h"
#include "app/cli/completions.h"
#include "app/cli/manpage.h"
#include "diffcore/base/log.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// One line, rows included.
QString errorLine(const Error &error)
{
    constexpr qsizetype shown = 5;
    QString text = u"rejoin: "_s + printable(describe(error));
    QStringList rows;
    for (const QString &row : error.rows) {
        if (!error.message.contains(row))
            rows += row;
    }
    if (rows.isEmpty())
        return text;
    text += u" Rows: "_s + printable(rows.first(qMin(shown, rows.size())).join("; "_L1));
    if (rows.size() > shown)
        text += u"; and %1 more"_s.arg(rows.size() - shown);
    return text + u'.';
}

int report(Error error, Output &output)
{
    if (error.code == ErrorCode::AlreadyApplied)
        error.message = u"already applied: "_s + error.message;
    const Exit exit = exitFor(error.code);
    output.note(errorLine(error));
    output.json({{u"rejoin"_s, 1},
                 {u"error"_s, QJsonObject{{u"exit"_s, int(exit)},
                                          {u"message"_s, describe(error)},
                                          {u"rows"_s, QJsonArray::fromStringList(error.rows)}}}});
    return int(exit);
}

Error unknownCommand(const QString &word)
{
    Error error{.code = ErrorCode::Usage};
    error.advice = u"See: rejoin --help"_s;
    if (word.endsWith(".rejoin"_L1))
        error.message = u"this rejoin was built with no window to open %1 in"_s.arg(word);
    else if (word.startsWith(u'-'))
        error.message = u"there is no option '%1'"_s.arg(word);
    else
        error.message = u"there is no command '%1'"_s.arg(word);
    return error;
}

/// Nothing where no log is asked for.
Result<std::unique_ptr<LogFile>> openLog(const Invocation &invocation)
{
    REJOIN_TRY_VALUE(options, logOptions(invocation.value(u"log"_s), invocation.value(u"log-level"_s)));
    if (!options)
        return nullptr;
    return LogFile::open(*options);
}

int run(const Command &command, Invocation &invocation)
{
    const auto began = std::chrono::steady_clock::now();
    log(LogLevel::Info, u"rejoin %1: %2"_s.arg(QLatin1StringView(REJOIN_VERSION), invocation.outline()));
    const Result<Exit> exit = command.run(invocation);
    invocation.output.clearProgress();
    if (!exit)
        logFailure(exit.error());
    const int code = exit ? int(*exit) : report(exit.error(), invocation.output);
    log(LogLevel::Info, u"ended with exit code %1 after %2"_s.arg(QString::number(code), elapsedText(began)));
    return code;
}

/// `--generate man|bash|zsh|fish`, for packages: what is installed beside the program.
int generate(const QString &what, const Terminal &terminal)
{
    const std::optional<Shell> shell = shellNamed(what);
    if (!shell && what != "man"_L1) {
        Output output(terminal, Output::Form::Text);
        return report({.code = ErrorCode::Usage, .message = u"--generate takes man, bash, zsh or fish"_s}, output);
    }
    terminal.out(shell ? completionsFor(*shell) : manPage());
    return int(Exit::Done);
}

int carryOut(const Command &command, const QStringList &arguments, const Terminal &terminal)
{
    Result<Invocation> invocation = Invocation::parse(command, arguments, terminal);
    if (!invocation) {
        Output output(terminal, arguments.contains("--json"_L1) ? Output::Form::Json : Output::Form::Text);
        return report(invocation.error(), output);
    }
    if (invocation->isSet(u"help"_s)) {
        terminal.out(helpOf(command).toUtf8());
        return int(Exit::Done);
    }
    const auto logging = openLog(*invocation);
    return logging ? run(command, *invocation) : report(logging.error(), invocation->output);
}

/// `--log FILE` before the command goes behind it, where every command takes it.
QStringList withLogOptionsLast(QStringList arguments)
{
    QStringList options;
    while (!arguments.isEmpty() && arguments.constFirst().startsWith("--log"_L1)) {
        const bool hasValueBehind = !arguments.constFirst().contains(u'=');
        options += arguments.takeFirst();
        if (hasValueBehind && !arguments.isEmpty())
            options += arguments.takeFirst();
    }
    return arguments + options;
}

} // namespace

int runCommandLine(const QStringList &given, const Terminal &terminal)
{
    const QStringList arguments = withLogOptionsLast(given);
    const QString word = arguments.value(0);
    if (word.isEmpty() || word == "--help"_L1 || word == "-h"_L1 || word == "help"_L1) {
        terminal.out(overallHelp().toUtf8());
        return int(word.isEmpty() ? Exit::Usage : Exit::Done);
    }
    if (word == "--version"_L1) {
        terminal.out("rejoin " REJOIN_VERSION "\n");
        return int(Exit::Done);
    }
    if (word == "--generate"_L1)
        return generate(arguments.value(1), terminal);
    const QList<Command> commands = allCommands();
    const auto found = std::ranges::find(commands, word, &Command::name);
    if (found == commands.end()) {
        Output output(terminal, Output::Form::Text);
        return report(unknownCommand(word), output);
    }
    return carryOut(*found, arguments.sliced(1), terminal);
}

bool writesPdf(const QStringList &arguments)
{
    return arguments.value(0) == "report"_L1 && std::ranges::any_of(arguments, [](const QString &argument) {
               return argument.endsWith(".pdf"_L1, Qt::CaseInsensitive);
           });
}

bool isCommand(const QStringList &arguments)
{
    const QString word = withLogOptionsLast(arguments).value(0);
    if (word.isEmpty() || word.startsWith("--log"_L1))
        return false;
    return !word.endsWith(".rejoin"_L1) && !QFileInfo(word).isFile();
}

} // namespace Rejoin

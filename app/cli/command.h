#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "diffcore/base/result.h"

#include <QCommandLineParser>

namespace Rejoin {

/// `--name VALUE`, or a flag where `value` is empty.
struct Option
{
    QString name;
    QString value;
    QString description;
    QStringList words; ///< where only these can be given, or these are known
};

class Invocation;

/// One command: what it takes, how its help reads, and what it does.
struct Command
{
    QString name;
    QString summary; ///< one line, begins in lower case
    QStringList examples;
    QStringList positional; ///< names of the arguments; one in brackets, the last, may be left out: `[FILE]`
    QList<Option> options;  ///< without commonOptions()
    QStringList notes;      ///< sentences below the options
    Result<Exit> (*run)(Invocation &) = nullptr;
};

/// A command being carried out.
class Invocation
{
public:
    /// Fails with Usage, naming the command's help.
    [[nodiscard]] static Result<Invocation> parse(const Command &command, const QStringList &arguments,
                                                  const Terminal &terminal);

    /// Empty where it was left out.
    [[nodiscard]] QString positional(int index) const { return m_positional.value(index); }
    [[nodiscard]] bool isSet(const QString &option) const { return m_values.contains(option); }
    /// The last value given; empty where there is none.
    [[nodiscard]] QString value(const QString &option) const { return values(option).value(values(option).size() - 1); }
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }
    [[nodiscard]] const Terminal &terminal() const { return *m_terminal; }
    [[nodiscard]] const CancelToken &cancel() const { return m_terminal->cancel; }
    /// The command, its arguments and the names of its options, for the log: values of options may be secrets or rows.
    [[nodiscard]] QString outline() const;
    /// A Usage error that points to this command's help.
    [[nodiscard]] std::unexpected<Error> usage(const QString &message) const;

    Output output;

private:
    Invocation(const Command &command, const Terminal &terminal, Output::Form form);

    QString m_command;
    const Terminal *m_terminal;
    QStringList m_positional;
    QHash<QString, QStringList> m_values; ///< as given
    QStringList m_optionNames;
};

[[nodiscard]] Command initCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command checkpointCommand();
[[nodiscard]] Command compareCommand();
[[nodiscard]] Command statusCommand();
[[nodiscard]] Command showCommand();
[[nodiscard]] Command resolveCommand();
[[nodiscard]] Command reserveCommand();
[[nodiscard]] Command scriptCommand();
[[nodiscard]] Command rehearseCommand();
[[nodiscard]] Command approveCommand();
[[nodiscard]] Command historyCommand();
[[nodiscard]] Command applyCommand();
[[nodiscard]] Command undoCommand();
[[nodiscard]] Command verifyCommand();
[[nodiscard]] Command reportCommand();
[[nodiscard]] Command runCommand();
[[nodiscard]] Command demoCommand();
[[nodiscard]] Command diagnoseCommand();

/// All of them, in the order of a merge.
[[nodiscard]] QList<Command> allCommands();

/// What every command takes.
[[nodiscard]] QList<Option> commonOptions();
/// Command lines from the demo to the applied script.
[[nodiscard]] QStringList firstMerge();

[[nodiscard]] QString overallHelp();
[[nodiscard]] QString helpOf(const Command &command);

} // namespace Rejoin

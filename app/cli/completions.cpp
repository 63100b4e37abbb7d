#include "app/cli/completions.h"

#include "app/cli/command.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What stands for a value: words of a list, a file, a folder, or anything.
enum class Takes : quint8 { Nothing, Words, File, Folder, Text };

Takes takes(const QString &placeholder)
{
    if (placeholder.isEmpty())
        return Takes::Nothing;
    if (placeholder == "DIR"_L1)
        return Takes::Folder;
    static const QStringList files{u"FILE"_s, u"[FILE]"_s, u"RULES.json"_s};
    return files.contains(placeholder) || placeholder.startsWith("FILE."_L1) ? Takes::File : Takes::Text;
}

Takes takes(const Option &option)
{
    return option.words.isEmpty() ? takes(option.value) : Takes::Words;
}

QList<Option> optionsOf(const Command &command)
{
    return command.options + commonOptions();
}

/// For quoting with '…' in any of the three.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

// ---- bash

QString bashValue(Takes what, const QStringList &words)
{
    switch (what) {
    case Takes::Words: return u"mapfile -t COMPREPLY < <(compgen -W %1 -- \"$word\")"_s.arg(quoted(words.join(u' ')));
    case Takes::File: return u"compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\")"_s;
    case Takes::Folder: return u"compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\")"_s;
    case Takes::Nothing:
    case Takes::Text: return u":"_s;
    }
    return {};
}

QString bash()
{
    QStringList names;
    QStringList values;  // cases of what stands behind an option
    QStringList options; // cases of what a command takes
    for (const Command &command : allCommands()) {
        names += command.name;
        QStringList all;
        for (const Option &option : optionsOf(command)) {
            all += u"--"_s + option.name;
            if (takes(option) != Takes::Nothing)
                values += u"        %1:--%2) %3; return ;;"_s.arg(command.name, option.name,
                                                                  bashValue(takes(option), option.words));
        }
        options += u"        %1) options=%2; positional=%3 ;;"_s.arg(
            command.name, quoted(all.join(u' ')),
            takes(command.positional.value(0)) == Takes::Folder ? u"-d"_s : u"-f"_s);
    }
    const QString text = uR"sh(# Completions of rejoin for bash, made from rejoin --help.
_rejoin()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} options='' positional=-f
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -W %1 -- "$word"; compgen -f -X '!*.rejoin' -- "$word")
        return
    fi
    case $command:$before in
%2
    esac
    case $command in
%3
        *) return ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen "$positional" -- "$word")
    fi
}
complete -F _rejoin rejoin
)sh"_s;
    return text.arg(quoted((names + QStringList{u"--help"_s, u"--version"_s, u"--log"_s, u"--log-level"_s}).join(u' ')),
                    values.join(u'\n'), options.join(u'\n'));
}

// ---- zsh

/// Within a specification of _arguments, brackets and colons mean something.
QString zshText(QString text)
{
    for (const QChar sign : {u'\\', u'[', u']', u':'})
        text.replace(sign, u"\\"_s + sign);
    return text;
}

QString zshAction(Takes what, const QStringList &words)
{
    switch (what) {
    case Takes::Words: return u"("_s + words.join(u' ') + u')';
    case Takes::File: return u"_files"_s;
    case Takes::Folder: return u"_files -/"_s;
    case Takes::Nothing:
    case Takes::Text: return u" "_s;
    }
    return {};
}

QString zsh()
{
    QStringList described;
    QStringList cases;
    for (const Command &command : allCommands()) {
        described += u"        %1"_s.arg(quoted(command.name + u':' + zshText(command.summary)));
        QStringList specifications;
        for (const Option &option : optionsOf(command)) {
            const bool hasValue = takes(option) != Takes::Nothing;
            const QString value =
                hasValue ? u":%1:%2"_s.arg(zshText(option.value), zshAction(takes(option), option.words)) : QString();
            specifications += quoted(u"*--%1[%2]%3"_s.arg(option.name, zshText(option.description), value));
        }
        for (const QString &name : command.positional)
            specifications += quoted(u":%1:%2"_s.arg(zshText(name), zshAction(takes(name), {})));
        cases += u"            %1) _arguments \\\n                %2 ;;"_s.arg(
            command.name, specifications.join(u" \\\n                "_s));
    }
    const QString text = uR"sh(#compdef rejoin
# Completions of rejoin for zsh, made from rejoin --help.
_rejoin()
{
    local -a commands
    commands=(
%1
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        _arguments '--help[show the commands]' '--version[show the version]' '--log[write a log]:FILE:_files' '*:project:_files -g "*.rejoin"'
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
%2
    esac
}
_rejoin "$@"
)sh"_s;
    return text.arg(described.join(u'\n'), cases.join(u'\n'));
}

// ---- fish

QString fishOption(const QString &command, const Option &option)
{
    QString line = u"complete -c rejoin -n '__fish_seen_subcommand_from %1' -l %2 -d %3"_s.arg(
        command, option.name, quoted(option.description));
    switch (takes(option)) {
    case Takes::Nothing: break;
    case Takes::Words: line += u" -x -a "_s + quoted(option.words.join(u' ')); break;
    case Takes::File: line += u" -r -F"_s; break;
    case Takes::Folder: line += u" -x -a '(__fish_complete_directories)'"_s; break;
    case Takes::Text: line += u" -x"_s; break;
    }
    return line;
}

QString fish()
{
    QStringList lines{u"# Completions of rejoin for fish, made from rejoin --help."_s,
                      u"complete -c rejoin -n __fish_use_subcommand -l help -d 'show the commands'"_s,
                      u"complete -c rejoin -n __fish_use_subcommand -l version -d 'show the version'"_s,
                      u"complete -c rejoin -n __fish_use_subcommand -l log -r -F -d 'write a log'"_s};
    for (const Command &command : allCommands()) {
        lines +=
            u"complete -c rejoin -n __fish_use_subcommand -a %1 -d %2"_s.arg(command.name, quoted(command.summary));
        for (const Option &option : optionsOf(command))
            lines += fishOption(command.name, option);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace

std::optional<Shell> shellNamed(const QString &name)
{
    if (name == "bash"_L1)
        return Shell::Bash;
    if (name == "zsh"_L1)
        return Shell::Zsh;
    return name == "fish"_L1 ? std::optional(Shell::Fish) : std::nullopt;
}

QByteArray completionsFor(Shell shell)
{
    switch (shell) {
    case Shell::Bash: return bash().toUtf8();
    case Shell::Zsh: return zsh().toUtf8();
    case Shell::Fish: return fish().toUtf8();
    }
    return {};
}

} // namespace Rejoin

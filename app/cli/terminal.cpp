#include "app/cli/cli.h"

#include <csignal>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace Rejoin {

namespace {

/// The one token that a signal can reach: a handler has no other way in.
CancelToken &interruptToken()
{
    static CancelToken token;
    return token;
}

void interrupted(int)
{
    interruptToken().cancel();
    // a second Ctrl+C ends the program at once
    std::signal(SIGINT, SIG_DFL);
}

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

QByteArray readLine()
{
    QByteArray line;
    for (int character = std::getchar(); character != EOF && character != '\n'; character = std::getchar())
        line += char(character);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

constexpr char interrupt = 3; ///< Ctrl+C, typed

/// Nothing where standard input is no terminal, its echo cannot be switched off, or Ctrl+C is typed, which cancels.
std::optional<QString> askPassword(const QString &question)
{
    termios shown{};
    if (isatty(STDIN_FILENO) != 1 || tcgetattr(STDIN_FILENO, &shown) != 0)
        return std::nullopt;
    termios hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO | ISIG); // a signal would end the program with the echo off
    hidden.c_cc[VEOL] = interrupt;
    if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) != 0)
        return std::nullopt;
    write(stderr, question.toUtf8());
    QByteArray typed;
    int character = std::getchar();
    for (; character != EOF && character != '\n' && character != interrupt; character = std::getchar())
        typed += char(character);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    write(stderr, "\n");
    if (character == interrupt)
        interruptToken().cancel();
    return character == '\n' ? std::optional(QString::fromUtf8(typed)) : std::nullopt;
}

} // namespace

Terminal standardTerminal()
{
    Terminal terminal;
    terminal.out = [](const QByteArray &bytes) { write(stdout, bytes); };
    terminal.err = [](const QByteArray &bytes) { write(stderr, bytes); };
    terminal.readLine = readLine;
    terminal.askPassword = askPassword;
    terminal.isInteractive = isatty(STDERR_FILENO) == 1;
    terminal.cancel = interruptToken();
    std::signal(SIGINT, interrupted);
    return terminal;
}

} // namespace Rejoin

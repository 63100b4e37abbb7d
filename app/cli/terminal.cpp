#include "app/cli/cli.h"

#include <csignal>
#include <cstdio>
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

} // namespace

Terminal standardTerminal()
{
    Terminal terminal;
    terminal.out = [](const QByteArray &bytes) { write(stdout, bytes); };
    terminal.err = [](const QByteArray &bytes) { write(stderr, bytes); };
    terminal.readLine = readLine;
    terminal.isInteractive = isatty(STDERR_FILENO) == 1;
    terminal.cancel = interruptToken();
    std::signal(SIGINT, interrupted);
    return terminal;
}

} // namespace Rejoin

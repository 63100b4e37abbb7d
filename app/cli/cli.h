#pragma once

#include <QStringList>
#include <cstdio>
#include <functional>

namespace Rejoin {

/// What the command line talks to: the standard streams, or a test's buffers.
struct Terminal
{
    std::function<void(const QByteArray &)> out; ///< standard output
    std::function<void(const QByteArray &)> err; ///< standard error
    std::function<QByteArray()> readLine;        ///< standard input, for --password-stdin
    bool isInteractive = false;                  ///< progress is shown
};

/// Runs one command; the exit code of cli.md. `arguments` without the program's name. Never opens a window.
[[nodiscard]] int runCommandLine(const QStringList &arguments, const Terminal &terminal);

/// True where the arguments name a command (and not a file to open in the window).
[[nodiscard]] bool isCommand(const QStringList &arguments);

/// The streams of this process.
[[nodiscard]] Terminal standardTerminal();

} // namespace Rejoin

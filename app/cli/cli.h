#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"

#include <QByteArray>
#include <QStringList>
#include <functional>
#include <optional>

namespace Rejoin {

/// What the command line talks to: the standard streams, or a test's buffers.
struct Terminal
{
    std::function<void(const QByteArray &)> out; ///< standard output
    std::function<void(const QByteArray &)> err; ///< standard error
    std::function<QByteArray()> readLine;        ///< standard input, for --password-stdin
    /// A password typed unseen, after a question that names whose; nothing where nobody is there to ask.
    std::function<std::optional<QString>(const QString &question)> askPassword;
    /// The user's keychain; nothing where the program was built without. LoginFailed where it has none of this name.
    std::function<Result<QString>(const QString &name)> readKeychain;
    bool isInteractive = false; ///< progress is shown
    CancelToken cancel;         ///< Ctrl+C
    /// Writes an HTML report to a PDF file; nothing where the program was built without what draws pages.
    std::function<Result<void>(const QByteArray &html, const QString &path)> writePdf;
};

/// Runs one command; the exit code of cli.md. `arguments` without the program's name. Never opens a window.
/// A QCoreApplication must exist.
[[nodiscard]] int runCommandLine(const QStringList &arguments, const Terminal &terminal);

/// False where the window is meant: no arguments, or a project file to open.
[[nodiscard]] bool isCommand(const QStringList &arguments);

/// True for `report … --out FILE.pdf`: drawing pages takes more of Qt than the other commands.
[[nodiscard]] bool writesPdf(const QStringList &arguments);

/// The streams of this process; from the first call on, Ctrl+C cancels its token.
[[nodiscard]] Terminal standardTerminal();

} // namespace Rejoin

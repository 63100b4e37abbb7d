#pragma once

#include "diffcore/base/result.h"

#include <QStringList>
#include <chrono>
#include <memory>
#include <optional>

namespace Rejoin {

/// What a line of the log is for. No value of a row stands above Debug; Debug may tell keys and the servers' own words,
/// Trace tells the statements as they are sent.
enum class LogLevel : quint8 { Error, Warning, Info, Debug, Trace };

/// "error", "warning", "info", "debug", "trace"; nothing for any other text.
[[nodiscard]] std::optional<LogLevel> logLevelNamed(const QString &name);
[[nodiscard]] QStringList logLevelNames();

struct LogOptions
{
    QString file; ///< is added to
    LogLevel level = LogLevel::Info;
};

/// `--log FILE` and `--log-level LEVEL`, as given. Usage where the level is none or stands without a file; nothing
/// where neither is given.
[[nodiscard]] Result<std::optional<LogOptions>> logOptions(const QString &file, const QString &level);

/// Takes `--log FILE` and `--log-level LEVEL` (or with `=`) out of the arguments, wherever they stand.
[[nodiscard]] Result<std::optional<LogOptions>> takeLogOptions(QStringList &arguments);

/// The log of this process, for as long as the object lives; without one nothing is logged. spdlog keeps it under a
/// name, as the system keeps standard error: what is logged decides nothing.
///
/// The file is its owner's alone to read. At 5 MB it is renamed FILE.1 (`rejoin.1.log`), and three of these are kept.
/// Secrets go through withoutSecrets(), control characters are written as escapes, so that a line is one line.
class LogFile
{
public:
    /// CannotWrite where the file cannot be opened.
    [[nodiscard]] static Result<std::unique_ptr<LogFile>> open(const LogOptions &options);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

private:
    LogFile() = default;
};

/// Empty where nothing is logged.
[[nodiscard]] QString currentLogFile();
/// For texts that are costly to put together.
[[nodiscard]] bool isLogged(LogLevel level);
/// From any thread.
void log(LogLevel level, const QString &text);
/// An error: its code and server at Error, with its sentence where its code tells that no value of a row is in it; the
/// whole of it at Debug.
void logFailure(const Error &error);
/// "12 ms", "3.4 s"
[[nodiscard]] QString elapsedText(std::chrono::steady_clock::time_point since);

} // namespace Rejoin

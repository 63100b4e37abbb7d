#include "diffcore/base/log.h"

#include "diffcore/base/secrets.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <array>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr auto loggerName = "rejoin";
constexpr std::size_t fileBytes = std::size_t{5} * 1024 * 1024;
constexpr std::size_t keptFiles = 3;

struct Level
{
    LogLevel level;
    QLatin1StringView name;
    spdlog::level::level_enum told;
};

constexpr std::array levels{
    Level{LogLevel::Error, "error"_L1, spdlog::level::err}, Level{LogLevel::Warning, "warning"_L1, spdlog::level::warn},
    Level{LogLevel::Info, "info"_L1, spdlog::level::info}, Level{LogLevel::Debug, "debug"_L1, spdlog::level::debug},
    Level{LogLevel::Trace, "trace"_L1, spdlog::level::trace}};

spdlog::level::level_enum toldLevel(LogLevel level)
{
    return levels.at(std::size_t(level)).told;
}

QString oneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar character : text) {
        if (character == u'\n')
            line += "\\n"_L1;
        else if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            line += u"\\u%1"_s.arg(uint(character.unicode()), 4, 16, QChar(u'0'));
        else
            line += character;
    }
    return line;
}

/// The name of a code, and whether its sentences are free of values of rows.
struct Told
{
    QString code;
    bool hasNoValues = false;
};

Told told(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage: return {u"usage"_s};
    case ErrorCode::BadFile: return {u"bad file"_s, true};
    case ErrorCode::CannotWrite: return {u"cannot write"_s, true};
    case ErrorCode::DriverMissing: return {u"driver missing"_s, true};
    case ErrorCode::CannotConnect: return {u"cannot connect"_s, true};
    case ErrorCode::LoginFailed: return {u"login failed"_s, true};
    case ErrorCode::RightsMissing: return {u"rights missing"_s, true};
    case ErrorCode::Unsupported: return {u"unsupported"_s};
    case ErrorCode::Undecided: return {u"undecided"_s};
    case ErrorCode::Refused: return {u"refused by a guard"_s};
    case ErrorCode::AlreadyApplied: return {u"already applied"_s};
    case ErrorCode::WrongTarget: return {u"wrong target"_s, true};
    case ErrorCode::NotApproved: return {u"not approved"_s, true};
    case ErrorCode::ServerRefused: return {u"refused by the server"_s};
    case ErrorCode::CommitUnknown: return {u"connection lost during commit"_s, true};
    case ErrorCode::Cancelled: return {u"cancelled"_s};
    case ErrorCode::Bug: return {u"a bug"_s};
    }
    return {};
}

void logQtMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    const bool isMinor = type == QtDebugMsg || type == QtInfoMsg;
    log(isMinor ? LogLevel::Debug : LogLevel::Warning, u"Qt: "_s + text);
    if (type == QtFatalMsg) {
        if (const auto logger = spdlog::get(loggerName))
            logger->flush();
    }
}

/// Owner only: lines at Debug may name rows.
spdlog::file_event_handlers keepingToOwner()
{
    spdlog::file_event_handlers handlers;
    handlers.after_open = [](const spdlog::filename_t &name, std::FILE *) {
        QFile::setPermissions(QString::fromStdString(name), QFile::ReadOwner | QFile::WriteOwner);
    };
    return handlers;
}

} // namespace

std::optional<LogLevel> logLevelNamed(const QString &name)
{
    for (const Level &level : levels) {
        if (level.name == name)
            return level.level;
    }
    return std::nullopt;
}

QStringList logLevelNames()
{
    QStringList names;
    for (const Level &level : levels)
        names += level.name;
    return names;
}

Result<std::optional<LogOptions>> logOptions(const QString &file, const QString &level)
{
    LogOptions options{.file = file};
    if (!level.isEmpty()) {
        const auto named = logLevelNamed(level);
        if (!named)
            return fail(ErrorCode::Usage,
                        u"--log-level is one of %1, not '%2'"_s.arg(logLevelNames().join(", "_L1), level));
        options.level = *named;
    }
    if (file.isEmpty() && !level.isEmpty())
        return fail(ErrorCode::Usage, u"--log-level goes with --log FILE"_s);
    return file.isEmpty() ? std::nullopt : std::optional(options);
}

Result<std::optional<LogOptions>> takeLogOptions(QStringList &arguments)
{
    const auto take = [&arguments](const QString &option) -> Result<QString> {
        QString value;
        for (qsizetype i = 0; i < arguments.size();) {
            if (arguments[i].startsWith(option + u'=')) {
                value = arguments.takeAt(i).sliced(option.size() + 1);
            } else if (arguments[i] == option) {
                if (i + 1 == arguments.size())
                    return fail(ErrorCode::Usage, u"%1 lacks its value"_s.arg(option));
                arguments.removeAt(i);
                value = arguments.takeAt(i);
            } else {
                ++i;
            }
        }
        return value;
    };
    REJOIN_TRY_VALUE(file, take(u"--log"_s));
    REJOIN_TRY_VALUE(level, take(u"--log-level"_s));
    return logOptions(file, level);
}

Result<std::unique_ptr<LogFile>> LogFile::open(const LogOptions &options)
{
    const auto refused = [&options](const QString &why) {
        return fail(ErrorCode::CannotWrite, u"the log %1 cannot be written: %2"_s.arg(options.file, why),
                    u"Give --log another file"_s);
    };
    if (QFileInfo(options.file).isDir())
        return refused(u"it is a folder"_s);
    if (!QFileInfo(options.file).absoluteDir().exists())
        return refused(u"there is no folder %1"_s.arg(QFileInfo(options.file).absolutePath()));
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(options.file).toStdString(), fileBytes, keptFiles, false, keepingToOwner());
        auto logger = std::make_shared<spdlog::logger>(loggerName, std::move(sink));
        logger->set_level(toldLevel(options.level));
        logger->flush_on(toldLevel(options.level)); // a crash shall leave its last line
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l [%P.%t] %v", spdlog::pattern_time_type::utc);
        spdlog::drop(loggerName);
        spdlog::register_logger(std::move(logger));
    } catch (const spdlog::spdlog_ex &error) {
        return refused(QString::fromLocal8Bit(error.what()));
    }
    qInstallMessageHandler(logQtMessage);
    return std::unique_ptr<LogFile>(new LogFile);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(nullptr);
    if (const auto logger = spdlog::get(loggerName))
        logger->flush();
    spdlog::drop(loggerName);
}

QString currentLogFile()
{
    const auto logger = spdlog::get(loggerName);
    if (!logger)
        return {};
    logger->flush();
    const auto sink = std::dynamic_pointer_cast<spdlog::sinks::rotating_file_sink_mt>(logger->sinks().front());
    return sink ? QFile::decodeName(sink->filename().c_str()) : QString();
}

bool isLogged(LogLevel level)
{
    const auto logger = spdlog::get(loggerName);
    return logger && logger->should_log(toldLevel(level));
}

void log(LogLevel level, const QString &text)
{
    const auto logger = spdlog::get(loggerName);
    if (logger && logger->should_log(toldLevel(level)))
        logger->log(toldLevel(level), "{}", oneLine(withoutSecrets(text)).toStdString());
}

void logFailure(const Error &error)
{
    const Told what = told(error.code);
    const QString server = error.server.isEmpty() ? QString() : error.server + u": "_s;
    const QString table = error.table.isEmpty() ? QString() : error.table + u": "_s;
    log(LogLevel::Error, server + table + what.code + (what.hasNoValues ? u": "_s + error.message : QString()));
    log(LogLevel::Debug, u"in full: "_s + describe(error) +
                             (error.rows.isEmpty() ? QString() : u" Rows: "_s + error.rows.join("; "_L1)));
}

QString elapsedText(std::chrono::steady_clock::time_point since)
{
    constexpr double msInSecond = 1000;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - since);
    return double(ms.count()) < msInSecond ? u"%1 ms"_s.arg(ms.count())
                                           : u"%1 s"_s.arg(double(ms.count()) / msInSecond, 0, 'f', 1);
}

} // namespace Rejoin

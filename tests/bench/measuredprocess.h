#pragma once

#include "diffcore/base/result.h"

#include <QProcess>
#include <QStringList>
#include <chrono>

namespace Rejoin::Bench {

/// A program to run, with files for its streams.
struct ProgramCall
{
    QString program; ///< a path, or a name that the search path has
    QStringList arguments;
    QString input = QProcess::nullDevice();
    QString output = QProcess::nullDevice();
    QString errors = QProcess::nullDevice();
};

/// What the operating system counted of a process that ended.
struct ProgramRun
{
    int exit = -1;        ///< 128 and the signal's number, where a signal ended it
    double seconds = 0;   ///< from before its start until it was gone
    qint64 peakBytes = 0; ///< the most of it that was in memory at a time
};

using Clock = std::chrono::steady_clock;

[[nodiscard]] double secondsSince(Clock::time_point start);

/// A child process, measured. One that was not waited for is killed with this object, and with this program.
///
/// A process inherits the peak of what it was forked from, so a program that measures must itself stay small.
class MeasuredProcess
{
public:
    /// Fails with Unsupported where the program is not installed, with CannotWrite where a stream cannot be opened.
    [[nodiscard]] static Result<MeasuredProcess> start(const ProgramCall &call);
    ~MeasuredProcess();
    MeasuredProcess(MeasuredProcess &&from) noexcept;
    MeasuredProcess(const MeasuredProcess &) = delete;
    MeasuredProcess &operator=(const MeasuredProcess &) = delete;
    MeasuredProcess &operator=(MeasuredProcess &&) = delete;

    void signal(int number) const;
    /// True when it ended within that time.
    [[nodiscard]] bool endsWithin(std::chrono::milliseconds time) const;
    /// Waits for the end; after an hour the process is killed and this fails.
    [[nodiscard]] Result<ProgramRun> wait();

private:
    MeasuredProcess(QString name, int process, Clock::time_point began);

    QString m_name;
    int m_process = -1; ///< -1: waited for
    Clock::time_point m_began;
};

/// Starts it and waits.
[[nodiscard]] Result<ProgramRun> runMeasured(const ProgramCall &call);

/// Starts all, then waits for all: seconds until the last was gone. Fails with ServerRefused, in the words of its
/// errors file, where one does not exit with 0.
[[nodiscard]] Result<double> runSideBySide(const QList<ProgramCall> &calls);

/// Fails with ServerRefused, in the words of the call's errors file, unless the run ended with one of these.
[[nodiscard]] Result<void> requireExit(const ProgramRun &run, const ProgramCall &call, const QList<int> &expected);

} // namespace Rejoin::Bench

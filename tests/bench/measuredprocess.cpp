#include "tests/bench/measuredprocess.h"

#include <QFile>
#include <QStandardPaths>
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

constexpr auto patience = std::chrono::hours(1);

/// The standard streams of a child, open in this process.
class Streams
{
public:
    explicit Streams(const ProgramCall &call)
        : m_files{open(call.input, O_RDONLY), open(call.output, O_WRONLY | O_CREAT | O_TRUNC),
                  open(call.errors, O_WRONLY | O_CREAT | O_TRUNC)}
    {
    }
    ~Streams()
    {
        for (const int file : m_files)
            close(file);
    }
    Streams(const Streams &) = delete;
    Streams &operator=(const Streams &) = delete;

    [[nodiscard]] bool areOpen() const
    {
        return std::ranges::all_of(m_files, [](int file) { return file >= 0; });
    }
    /// In the child: only calls that are safe there.
    void become() const
    {
        for (int stream = 0; stream < 3; ++stream)
            dup2(m_files[size_t(stream)], stream);
    }

private:
    static int open(const QString &path, int flags)
    {
        return ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600);
    }

    std::array<int, 3> m_files;
};

} // namespace

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

MeasuredProcess::MeasuredProcess(QString name, int process, Clock::time_point began)
    : m_name(std::move(name))
    , m_process(process)
    , m_began(began)
{
}

MeasuredProcess::MeasuredProcess(MeasuredProcess &&from) noexcept
    : m_name(std::move(from.m_name))
    , m_process(std::exchange(from.m_process, -1))
    , m_began(from.m_began)
{
}

MeasuredProcess::~MeasuredProcess()
{
    if (m_process < 0)
        return;
    kill(m_process, SIGKILL);
    waitpid(m_process, nullptr, 0);
}

Result<MeasuredProcess> MeasuredProcess::start(const ProgramCall &call)
{
    const QString path = QStandardPaths::findExecutable(call.program);
    if (path.isEmpty())
        return fail(ErrorCode::Unsupported, u"%1 is not installed"_s.arg(call.program));
    QByteArrayList words{QFile::encodeName(path)};
    for (const QString &argument : call.arguments)
        words += argument.toUtf8();
    QList<char *> pointers;
    for (QByteArray &word : words)
        pointers += word.data();
    pointers += nullptr;
    const Streams streams(call);
    if (!streams.areOpen())
        return fail(ErrorCode::CannotWrite,
                    u"the streams of %1: %2"_s.arg(call.program, QString::fromLocal8Bit(std::strerror(errno))));
    const auto began = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        streams.become();
        execv(pointers.first(), pointers.data());
        _exit(127);
    }
    if (child < 0)
        return fail(ErrorCode::Unsupported, u"%1 cannot be started"_s.arg(call.program));
    return MeasuredProcess(call.program, child, began);
}

void MeasuredProcess::signal(int number) const
{
    if (m_process > 0)
        kill(m_process, number);
}

bool MeasuredProcess::endsWithin(std::chrono::milliseconds time) const
{
    const auto deadline = Clock::now() + time;
    pollfd ended{.fd = int(syscall(SYS_pidfd_open, m_process, 0)), .events = POLLIN, .revents = 0};
    int ready = -1;
    do { // signals of other children interrupt it
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        ready = poll(&ended, 1, int(std::max<qint64>(left.count(), 0)));
    } while (ready < 0 && errno == EINTR);
    close(ended.fd);
    return ready > 0;
}

Result<ProgramRun> MeasuredProcess::wait()
{
    const bool inTime = endsWithin(patience);
    if (!inTime)
        kill(m_process, SIGKILL);
    int status = 0;
    rusage usage{};
    const int process = std::exchange(m_process, -1);
    while (wait4(process, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    if (!inTime)
        return fail(ErrorCode::Unsupported, u"%1 did not end within an hour"_s.arg(m_name));
    return ProgramRun{.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
                      .seconds = secondsSince(m_began),
                      .peakBytes = qint64(usage.ru_maxrss) * 1024};
}

Result<ProgramRun> runMeasured(const ProgramCall &call)
{
    REJOIN_TRY_VALUE(process, MeasuredProcess::start(call));
    return process.wait();
}

Result<double> runSideBySide(const QList<ProgramCall> &calls)
{
    const auto began = Clock::now();
    std::vector<MeasuredProcess> processes;
    for (const ProgramCall &call : calls) {
        REJOIN_TRY_VALUE(process, MeasuredProcess::start(call));
        processes.push_back(std::move(process));
    }
    for (size_t i = 0; i < processes.size(); ++i) {
        REJOIN_TRY_VALUE(run, processes[i].wait());
        REJOIN_TRY(requireExit(run, calls.at(qsizetype(i)), {0}));
    }
    return secondsSince(began);
}

Result<void> requireExit(const ProgramRun &run, const ProgramCall &call, const QList<int> &expected)
{
    if (expected.contains(run.exit))
        return {};
    QFile errors(call.errors);
    const QByteArray said = errors.open(QIODevice::ReadOnly) ? errors.read(2000).trimmed() : QByteArray();
    return fail(ErrorCode::ServerRefused,
                u"%1 ended with %2: %3"_s.arg(call.program, QString::number(run.exit), QString::fromUtf8(said)));
}

} // namespace Rejoin::Bench

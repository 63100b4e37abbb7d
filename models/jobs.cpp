#include "models/jobs.h"

#include "diffcore/base/log.h"

#include <QTimer>

namespace Rejoin {

namespace {

constexpr int reportEveryMs = 40;

} // namespace

Jobs::Jobs(QObject *parent)
    : QObject(parent)
{
    m_address->jobs = this;
}

Jobs::~Jobs()
{
    static_cast<void>(finish(std::chrono::milliseconds(patienceMs)));
    const std::scoped_lock lock(m_address->mutex);
    m_address->jobs = nullptr;
}

bool Jobs::finish(std::chrono::milliseconds time)
{
    m_cancel.cancel();
    m_queue.dropWaiting();
    return m_queue.waitForAll(time);
}

bool Jobs::run(const QString &title, CancelMeans means, const Task &task)
{
    if (m_running && m_means == CancelMeans::Await)
        return false;
    cancel();
    m_cancel = {};
    m_means = means;
    m_title = title;
    m_task = task;
    m_running = true;
    m_told.start();
    const quint64 generation = ++m_generation;
    m_working.insert(generation);
    m_queue.add([address = m_address, title, generation, task, token = m_cancel, progress = reporter(generation)] {
        const auto began = std::chrono::steady_clock::now();
        log(LogLevel::Info, QStringLiteral("job: %1").arg(title));
        Finish tell = task(token, progress);
        log(LogLevel::Info, QStringLiteral("job ended: %1, after %2").arg(title, elapsedText(began)));
        address->post([generation, tell = std::move(tell)](Jobs &jobs) { jobs.end(generation, tell); });
    });
    Q_EMIT started(title);
    return true;
}

Progress Jobs::reporter(quint64 generation)
{
    struct Throttle
    {
        QElapsedTimer since;
        QString doing;
    };
    auto throttle = std::make_shared<Throttle>();
    return [address = m_address, generation, throttle](const ProgressReport &report) {
        const bool due = !throttle->since.isValid() || throttle->since.elapsed() >= reportEveryMs;
        if (!due && throttle->doing == report.doing)
            return;
        throttle->since.start();
        throttle->doing = report.doing;
        address->post([generation, report](Jobs &jobs) {
            if (!jobs.m_running || generation != jobs.m_generation)
                return;
            jobs.m_told.restart();
            Q_EMIT jobs.progressed(report);
        });
    };
}

std::chrono::milliseconds Jobs::silence() const
{
    return std::chrono::milliseconds(m_running ? m_told.elapsed() : 0);
}

void Jobs::cancel()
{
    if (!m_running || m_cancel.isCancelled())
        return;
    m_cancel.cancel();
    if (m_means == CancelMeans::Await) {
        Q_EMIT stopping();
        return;
    }
    m_running = false;
    QTimer::singleShot(patienceMs, this, [this, generation = m_generation] { waitNoLonger(generation); });
    Q_EMIT ended();
}

void Jobs::abandon()
{
    if (!m_running || !m_cancel.isCancelled())
        return;
    m_running = false;
    waitNoLonger(m_generation);
    Q_EMIT ended();
    Q_EMIT abandoned(m_title);
}

void Jobs::restart()
{
    if (!m_running || m_means == CancelMeans::Await)
        return;
    const QString title = m_title;
    const Task task = m_task;
    run(title, CancelMeans::Drop, task);
}

void Jobs::waitNoLonger(quint64 generation)
{
    if (!m_working.contains(generation) || m_notWaitedFor.contains(generation))
        return;
    log(LogLevel::Info, QStringLiteral("job does not end, and is not waited for"));
    m_notWaitedFor.insert(generation);
    m_queue.waitForOneLess();
}

void Jobs::end(quint64 generation, const Finish &tell)
{
    m_working.remove(generation);
    if (m_notWaitedFor.remove(generation))
        m_queue.waitForOneMore();
    if (m_running && generation == m_generation) {
        m_running = false;
        m_task = {};
        Q_EMIT ended();
        tell();
    }
    if (m_working.isEmpty())
        Q_EMIT settled();
}

} // namespace Rejoin

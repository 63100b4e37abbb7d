#include "models/jobs.h"

#include "diffcore/base/log.h"

#include <QElapsedTimer>

namespace Rejoin {

namespace {

constexpr int reportEveryMs = 40;

} // namespace

Jobs::Jobs(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

Jobs::~Jobs()
{
    m_cancel.cancel();
    m_thread.waitForDone();
}

bool Jobs::run(const QString &title, CancelMeans means, Task task)
{
    if (m_running && m_means == CancelMeans::Await)
        return false;
    cancel();
    m_cancel = {};
    m_means = means;
    m_title = title;
    m_running = true;
    ++m_unfinished;
    const quint64 generation = ++m_generation;
    m_thread.start(
        [this, title, generation, task = std::move(task), token = m_cancel, progress = reporter(generation)] {
            const auto began = std::chrono::steady_clock::now();
            log(LogLevel::Info, QStringLiteral("job: %1").arg(title));
            Finish tell = task(token, progress);
            log(LogLevel::Info, QStringLiteral("job ended: %1, after %2").arg(title, elapsedText(began)));
            QMetaObject::invokeMethod(
                this, [this, generation, tell = std::move(tell)] { finish(generation, tell); }, Qt::QueuedConnection);
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
    return [this, generation, throttle](const ProgressReport &report) {
        const bool due = !throttle->since.isValid() || throttle->since.elapsed() >= reportEveryMs;
        if (!due && throttle->doing == report.doing)
            return;
        throttle->since.start();
        throttle->doing = report.doing;
        QMetaObject::invokeMethod(
            this,
            [this, generation, report] {
                if (m_running && generation == m_generation)
                    Q_EMIT progressed(report);
            },
            Qt::QueuedConnection);
    };
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
    Q_EMIT ended();
}

void Jobs::finish(quint64 generation, const Finish &tell)
{
    --m_unfinished;
    if (m_running && generation == m_generation) {
        m_running = false;
        Q_EMIT ended();
        tell();
    }
    if (m_unfinished == 0)
        Q_EMIT settled();
}

} // namespace Rejoin

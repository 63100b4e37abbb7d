#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "models/workqueue.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>

namespace Rejoin {

/// What becomes of the result of work that the person cancels.
enum class CancelMeans : quint8 {
    Drop,  ///< nobody waits for it
    Await, ///< it matters (a server is written to), so it is told whatever it is
};

/// Runs work on a thread of its own, one piece after the other, and hands the results back on this object's thread.
///
/// Work opens its own sessions and connections. It gets a CancelToken and a Progress; reports arrive as `progressed`,
/// at most 25 in a second. Each piece has a generation: what comes from an earlier one than the current is dropped.
/// A server that stopped answering may hold a thread for ever: work that was cancelled and does not end is no longer
/// waited for by the next piece after `patienceMs`.
class Jobs : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(QObject *parent = nullptr);
    /// Cancels and waits `patienceMs` for the thread to end; what goes on then does so by itself, and is told to
    /// nobody.
    ~Jobs() override;

    static constexpr int patienceMs = 2000;

    /// Runs `work(cancel, progress)`, then `done(result)` here. Running work is superseded if it may be dropped; else
    /// nothing is started and the answer is false.
    template <typename Work, typename Done> bool start(const QString &title, CancelMeans means, Work work, Done done)
    {
        return run(title, means,
                   [work = std::move(work), done = std::move(done)](const CancelToken &cancel,
                                                                    const Progress &progress) -> Finish {
                       auto result = std::make_shared<decltype(work(cancel, progress))>(work(cancel, progress));
                       return [result, done] { done(std::move(*result)); };
                   });
    }

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Work runs whose result matters: nothing else starts before its end.
    [[nodiscard]] bool isCritical() const { return m_running && m_means == CancelMeans::Await; }
    [[nodiscard]] bool isStopping() const { return m_running && m_cancel.isCancelled(); }
    [[nodiscard]] const QString &title() const { return m_title; }

    /// Answers at once: work that may be dropped has ended for everybody who listens; other work is told to stop.
    void cancel();
    /// Waits no longer for work whose result matters and that was told to stop: it has ended for everybody who listens,
    /// and nobody knows how.
    void abandon();
    /// Cancels the current work, which must be one that may be dropped, and begins it anew.
    void restart();
    /// Since when the current work has told nothing; of use while it runs.
    [[nodiscard]] std::chrono::milliseconds silence() const;
    /// Cancels and waits; false where a thread still works after that time.
    [[nodiscard]] bool finish(std::chrono::milliseconds time);

Q_SIGNALS:
    void started(const QString &title);
    void progressed(const Rejoin::ProgressReport &report);
    void stopping();
    /// The current work is over, with a result, cancelled or abandoned. Comes before `done`.
    void ended();
    /// Comes after ended() of work that nobody waits for any more.
    void abandoned(const QString &title);
    /// No thread works any more: what cancelled work left behind can be read.
    void settled();

private:
    using Finish = std::function<void()>;
    using Task = std::function<Finish(const CancelToken &, const Progress &)>;

    /// Where threads find the object, as long as there is one.
    struct Address
    {
        std::mutex mutex;
        Jobs *jobs = nullptr;

        template <typename Tell> void post(Tell tell)
        {
            const std::scoped_lock lock(mutex);
            if (jobs)
                QMetaObject::invokeMethod(
                    jobs, [jobs = jobs, tell = std::move(tell)] { tell(*jobs); }, Qt::QueuedConnection);
        }
    };

    bool run(const QString &title, CancelMeans means, const Task &task);
    void end(quint64 generation, const Finish &tell);
    void waitNoLonger(quint64 generation);
    [[nodiscard]] Progress reporter(quint64 generation);

    std::shared_ptr<Address> m_address = std::make_shared<Address>();
    WorkQueue m_queue;
    QSet<quint64> m_working;      ///< generations that have a thread, or wait for one
    QSet<quint64> m_notWaitedFor; ///< of these, those that the next piece does not wait for
    QElapsedTimer m_told;
    CancelToken m_cancel;
    CancelMeans m_means = CancelMeans::Drop;
    QString m_title;
    Task m_task; ///< of the current work
    quint64 m_generation = 0;
    bool m_running = false;
};

} // namespace Rejoin

Q_DECLARE_METATYPE(Rejoin::ProgressReport)

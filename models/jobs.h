#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"

#include <QObject>
#include <QThreadPool>
#include <memory>
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
class Jobs : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(QObject *parent = nullptr);
    /// Cancels and waits for the thread to end.
    ~Jobs() override;

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

Q_SIGNALS:
    void started(const QString &title);
    void progressed(const Rejoin::ProgressReport &report);
    void stopping();
    /// The current work is over, with a result or cancelled. Comes before `done`.
    void ended();
    /// No thread works any more: what cancelled work left behind can be read.
    void settled();

private:
    using Finish = std::function<void()>;
    using Task = std::function<Finish(const CancelToken &, const Progress &)>;

    bool run(const QString &title, CancelMeans means, Task task);
    void finish(quint64 generation, const Finish &tell);
    [[nodiscard]] Progress reporter(quint64 generation);

    QThreadPool m_thread;
    CancelToken m_cancel;
    CancelMeans m_means = CancelMeans::Drop;
    QString m_title;
    quint64 m_generation = 0;
    int m_unfinished = 0;
    bool m_running = false;
};

} // namespace Rejoin

Q_DECLARE_METATYPE(Rejoin::ProgressReport)

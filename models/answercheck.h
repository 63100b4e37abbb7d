#pragma once

#include "diffcore/session/project.h"
#include "models/jobs.h"

#include <QTimer>

namespace Rejoin {

/// Asks the servers of a project, while other work waits for them, whether they answer anybody: each by a connection of
/// its own, on a thread of its own.
class AnswerCheck : public QObject
{
    Q_OBJECT

public:
    enum class Answer : quint8 { NotKnown, Answers, Silent };

    explicit AnswerCheck(QObject *parent = nullptr);

    /// A server that has not answered after this time is silent.
    static constexpr int patienceSeconds = 4;
    void ask(const Project &project);
    /// Forgets what was told.
    void stop();
    [[nodiscard]] Answer answer(Side side) const { return m_answers[side]; }

Q_SIGNALS:
    void changed();

private:
    void take(Side side, Answer answer);

    PerSide<Answer> m_answers{Answer::NotKnown, Answer::NotKnown};
    PerSide<Jobs> m_jobs;
    PerSide<QTimer> m_late;
};

} // namespace Rejoin

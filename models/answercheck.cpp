#include "models/answercheck.h"

#include "diffcore/odbc/connection.h"

namespace Rejoin {

AnswerCheck::AnswerCheck(QObject *parent)
    : QObject(parent)
{
    for (const Side side : bothSides) {
        m_late[side].setSingleShot(true);
        m_late[side].setInterval(patienceSeconds * 1000);
        connect(&m_late[side], &QTimer::timeout, this, [this, side] { take(side, Answer::Silent); });
    }
}

void AnswerCheck::ask(const Project &project)
{
    for (const Side side : bothSides) {
        m_late[side].start();
        m_jobs[side].start(
            tr("Asking %1").arg(project.title(side)), CancelMeans::Drop,
            [where = project.servers[side].connection, label = project.title(side)](const CancelToken &,
                                                                                    const Progress &) -> Result<void> {
                REJOIN_TRY(Connection::open(where, {.label = label, .timeoutSeconds = patienceSeconds}));
                return {};
            },
            [this, side](const Result<void> &opened) {
                const bool isReached = opened || opened.error().code != ErrorCode::CannotConnect;
                take(side, isReached ? Answer::Answers : Answer::Silent);
            });
    }
}

void AnswerCheck::stop()
{
    for (const Side side : bothSides) {
        m_late[side].stop();
        m_jobs[side].cancel();
        m_answers[side] = Answer::NotKnown;
    }
}

void AnswerCheck::take(Side side, Answer answer)
{
    m_late[side].stop();
    if (m_answers[side] == answer)
        return;
    m_answers[side] = answer;
    Q_EMIT changed();
}

} // namespace Rejoin

#include "ui/silencebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int lookEveryMs = 500;
constexpr int askEveryMs = 15'000;

} // namespace

SilenceBar::SilenceBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_text(new QLabel(this))
    , m_again(new QPushButton(tr("Try again"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_leave(new QPushButton(tr("Stop waiting"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_text, 1);
    for (QPushButton *button : {m_again, m_cancel, m_leave})
        layout->addWidget(button);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_again->setToolTip(tr("Begin this anew, over new connections"));
    m_cancel->setToolTip(tr("Stop, and keep what is done (Esc)"));
    m_leave->setToolTip(tr("Go on without its answer. What became of the script on the server is not known then; it is "
                           "looked into when the project is opened again"));
    Jobs &jobs = m_workspace.jobs();
    connect(m_again, &QPushButton::clicked, &jobs, &Jobs::restart);
    connect(m_cancel, &QPushButton::clicked, &m_workspace, &Workspace::cancel);
    connect(m_leave, &QPushButton::clicked, &jobs, &Jobs::abandon);
    connect(&jobs, &Jobs::started, this, [this] {
        end();
        m_clock.start();
    });
    connect(&jobs, &Jobs::progressed, this, [this](const ProgressReport &report) {
        m_doing = report.doing;
        if (!isHidden())
            look();
    });
    connect(&jobs, &Jobs::stopping, this, [this] { m_stopping.start(); });
    connect(&jobs, &Jobs::ended, this, &SilenceBar::end);
    connect(&m_check, &AnswerCheck::changed, this, &SilenceBar::updateText);
    m_clock.setInterval(lookEveryMs);
    connect(&m_clock, &QTimer::timeout, this, &SilenceBar::look);
    m_askAgain.setInterval(askEveryMs);
    connect(&m_askAgain, &QTimer::timeout, this, [this] { m_check.ask(m_workspace.project()); });
    hide();
}

void SilenceBar::end()
{
    m_clock.stop();
    m_askAgain.stop();
    m_check.stop();
    m_doing.clear();
    m_stopping.invalidate();
    hide();
}

void SilenceBar::look()
{
    const bool isSilent = m_workspace.jobs().silence() >= std::chrono::milliseconds(toldAfterMs);
    if (!isSilent) {
        m_askAgain.stop();
        hide();
        return;
    }
    if (isHidden() && m_workspace.isOpen()) {
        m_check.stop();
        m_check.ask(m_workspace.project());
        m_askAgain.start();
    }
    updateText();
    show();
}

/// "PRD02 (standby) does not answer; PRD01 (live) does."
QString SilenceBar::servers() const
{
    using Answer = AnswerCheck::Answer;
    QStringList silent;
    QStringList answering;
    for (const Side side : bothSides) {
        if (m_check.answer(side) == Answer::Silent)
            silent.append(m_workspace.project().title(side));
        else if (m_check.answer(side) == Answer::Answers)
            answering.append(m_workspace.project().title(side));
    }
    if (silent.size() == 1 && answering.size() == 1)
        return tr("%1 does not answer; %2 does.").arg(silent.first(), answering.first());
    if (silent.size() == 2)
        return tr("Neither %1 nor %2 answers.").arg(silent.first(), silent.last());
    if (answering.size() == 2)
        return tr("Both servers answer other questions: this one takes its time, or waits for a lock.");
    return silent.isEmpty() ? QString() : tr("%1 does not answer.").arg(silent.first());
}

void SilenceBar::updateText()
{
    const Jobs &jobs = m_workspace.jobs();
    const auto silence = jobs.silence();
    const QTime since = QTime::currentTime().addMSecs(-static_cast<int>(silence.count()));
    const QString work = m_doing.isEmpty() ? jobs.title() : u"%1: %2"_s.arg(jobs.title(), m_doing);
    QStringList parts{
        tr("⚠ No answer since %1 (%2 s). %3.").arg(since.toString(u"HH:mm:ss"_s)).arg(silence.count() / 1000).arg(work),
        servers()};
    parts.removeAll(QString());
    m_text->setText(parts.join(u' '));
    const bool isCritical = jobs.isCritical();
    m_again->setVisible(!isCritical);
    m_cancel->setEnabled(!jobs.isStopping());
    m_leave->setVisible(isCritical && m_stopping.isValid() && m_stopping.elapsed() >= toldAfterMs);
}

} // namespace Rejoin

#include "ui/jobstrip.h"

#include "ui/enginewords.h"
#include "ui/keymap.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int steps = 1000;
constexpr qint64 toldAfterMs = 3000;

} // namespace

JobStrip::JobStrip(Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    m_bar->setMaximumWidth(180);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    tellKey(m_cancel, KeyAction::CancelJob, tr("Stop and keep what is done"));
    connect(m_cancel, &QPushButton::clicked, &m_jobs, &Jobs::cancel);
    connect(&m_jobs, &Jobs::started, this, &JobStrip::start);
    connect(&m_jobs, &Jobs::progressed, this, &JobStrip::show);
    connect(&m_jobs, &Jobs::ended, this, &QWidget::hide);
    connect(&m_jobs, &Jobs::stopping, this, [this] {
        m_cancel->setEnabled(false);
        m_text->setText(tr("Stopping and rolling back…"));
    });
    hide();
}

void JobStrip::start(const QString &title)
{
    m_since.start();
    m_doing.clear();
    m_text->setText(title + u'…');
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    QWidget::show();
}

void JobStrip::show(const ProgressReport &report)
{
    if (m_jobs.isStopping())
        return;
    if (report.doing != m_doing) {
        m_doing = report.doing;
        m_since.restart();
    }
    m_text->setText(report.doing.isEmpty()
                        ? m_jobs.title() + u'…'
                        : u"%1: %2%3"_s.arg(m_jobs.title(), engineText(report.doing), remaining(report)));
    m_bar->setRange(0, report.total > 0 ? steps : 0);
    if (report.total > 0)
        m_bar->setValue(int(double(steps) * double(qMin(report.done, report.total)) / double(report.total)));
}

QString JobStrip::remaining(const ProgressReport &report) const
{
    const qint64 elapsed = m_since.elapsed();
    if (report.total <= 0 || report.done <= 0 || elapsed < toldAfterMs)
        return {};
    const qint64 seconds = elapsed * (report.total - report.done) / report.done / 1000;
    if (seconds <= 0)
        return {};
    return seconds < 90 ? tr(", %1 s left").arg(seconds) : tr(", %1 min left").arg((seconds + 30) / 60);
}

} // namespace Rejoin

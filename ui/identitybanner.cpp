#include "ui/identitybanner.h"

#include "ui/enginewords.h"
#include "ui/palette.h"
#include "ui/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

enum class Lock : quint8 { Shut, Open };

/// Drawn, because not every font has one.
QPixmap lockSign(Lock lock, int height, qreal ratio, const QColor &color)
{
    QPixmap sign(QSize(height, height) * ratio);
    sign.setDevicePixelRatio(ratio);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body(height * 0.2, height * 0.45, height * 0.6, height * 0.45);
    painter.setPen(QPen(color, height * 0.1));
    const QRectF shackle(height * 0.32, height * (lock == Lock::Open ? 0.02 : 0.12), height * 0.36, height * 0.6);
    painter.drawArc(shackle, 0, (lock == Lock::Open ? 150 : 180) * 16);
    painter.setBrush(color);
    painter.drawRoundedRect(body, 1.5, 1.5);
    return sign;
}

} // namespace

IdentityBanner::IdentityBanner(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_facts(new QLabel(this))
    , m_lockSign(new QLabel(this))
    , m_lock(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    for (const Side side : bothSides) {
        if (side == Side::B)
            layout->addWidget(new QLabel(u"⇄"_s, this));
        auto *title = new QLabel(this);
        title->setAutoFillBackground(true);
        title->setBackgroundRole(QPalette::Window); // a tool bar gives its own role on
        title->setContentsMargins(8, 3, 8, 3);
        title->setTextFormat(Qt::PlainText);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        layout->addWidget(title);
        m_titles[side] = title;
    }
    layout->addWidget(m_facts);
    layout->addStretch();
    layout->addWidget(m_lockSign);
    layout->addWidget(m_lock);
    m_facts->setTextFormat(Qt::PlainText);
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &IdentityBanner::update);
    m_minute.start();
    connect(&m_workspace, &Workspace::projectChanged, this, &IdentityBanner::update);
    connect(&m_workspace, &Workspace::comparisonChanged, this, &IdentityBanner::update);
    connect(&m_workspace, &Workspace::decisionsChanged, this, &IdentityBanner::update);
    update();
}

void IdentityBanner::setWriting(bool writing)
{
    m_writing = writing;
    update();
}

void IdentityBanner::update()
{
    for (const Side side : bothSides)
        m_titles[side]->setText(m_workspace.isOpen() ? m_workspace.project().title(side)
                                : side == Side::A    ? u"A"_s
                                                     : u"B"_s);
    m_facts->setText(facts());
    m_lock->setText(m_writing ? tr("writing") : tr("read-only"));
    m_lockSign->setAccessibleName(m_lock->text());
    m_lock->setToolTip(m_writing ? tr("An approved script runs on a server now")
                                 : tr("Nothing is written to a server before Execute"));
    paintTitles();
}

QString IdentityBanner::evidence() const
{
    QStringList names;
    for (const TableStatus &status : m_workspace.session()->statuses().value_or(QList<TableStatus>())) {
        if (!status.evidence.isEmpty() && !names.contains(status.evidence))
            names.append(status.evidence);
    }
    return engineTexts(names).join(u", "_s);
}

QString IdentityBanner::facts() const
{
    if (!m_workspace.isOpen())
        return tr("no comparison is open");
    QStringList facts;
    if (m_workspace.project().since.isValid())
        facts.append(tr("since %1").arg(Words::time(m_workspace.project().since)));
    if (m_workspace.session()) {
        if (const QString used = evidence(); !used.isEmpty())
            facts.append(tr("evidence: %1").arg(used));
        const QDateTime finished = m_workspace.session()->header().finishedAt;
        facts.append(finished.isValid() ? tr("compared %1").arg(Words::age(finished, QDateTime::currentDateTimeUtc()))
                                        : tr("comparison unfinished"));
    } else {
        facts.append(tr("not compared yet"));
    }
    return facts.join(u"  ·  "_s);
}

void IdentityBanner::paintTitles()
{
    for (const Side side : bothSides) {
        const TintColors colors = tintColors(side == Side::A ? Tint::AChanged : Tint::BChanged, palette());
        QPalette own = palette();
        own.setColor(QPalette::Window, colors.fill);
        m_titles[side]->setPalette(own);
    }
    const QColor color =
        m_writing ? tintColors(Tint::Conflict, palette()).accent : palette().color(QPalette::WindowText);
    m_lockSign->setPixmap(
        lockSign(m_writing ? Lock::Open : Lock::Shut, fontMetrics().height(), devicePixelRatio(), color));
}

void IdentityBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_titles.b)
        paintTitles();
}

} // namespace Rejoin

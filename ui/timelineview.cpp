#include "ui/timelineview.h"

#include "ui/palette.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int mostSpans = 120;
constexpr int preferredHeight = 90;

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Writes since the split"));
}

void TimelineView::show(const Timeline &timeline)
{
    m_timeline = timeline;
    m_spans = timeline.spans(mostSpans);
    m_highest = 1;
    for (const Timeline::Span &span : std::as_const(m_spans))
        m_highest = std::max({m_highest, span.writes.a, span.writes.b});
    setVisible(!m_spans.isEmpty());
    setAccessibleDescription(
        m_spans.isEmpty()
            ? QString()
            : tr("%1 writes from %2 UTC on").arg(timeline.writes).arg(timeline.from.toString(u"yyyy-MM-dd HH:mm"_s)));
    update();
}

QSize TimelineView::sizeHint() const
{
    return {mostSpans * 4, preferredHeight};
}

int TimelineView::spanCount() const
{
    const int width = m_spans.isEmpty() ? 1 : m_spans.first().minutes;
    return std::max(1, int((m_timeline.minutes.size() + width - 1) / width));
}

QRect TimelineView::barOf(const Timeline::Span &span, Side side) const
{
    const int count = spanCount();
    const int place = int(m_timeline.from.secsTo(span.from) / 60 / span.minutes);
    const int left = width() * place / count;
    const int right = std::max(left + 1, width() * (place + 1) / count - 1);
    const int half = height() / 2;
    const int bar = span.writes[side] * (half - 1) / m_highest;
    return side == Side::A ? QRect(left, half - bar, right - left, bar) : QRect(left, half + 1, right - left, bar);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    for (const Timeline::Span &span : std::as_const(m_spans)) {
        painter.fillRect(barOf(span, Side::A), tintColors(Tint::AChanged, palette()).accent);
        painter.fillRect(barOf(span, Side::B), tintColors(Tint::BChanged, palette()).accent);
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, height() / 2, width(), height() / 2);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(rect().adjusted(4, 2, -4, -2), Qt::AlignLeft | Qt::AlignTop, tr("A"));
    painter.drawText(rect().adjusted(4, 2, -4, -2), Qt::AlignLeft | Qt::AlignBottom, tr("B"));
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const Timeline::Span &span : std::as_const(m_spans)) {
        const QRect bar = barOf(span, Side::A);
        if (help->pos().x() < bar.left() || help->pos().x() > bar.right())
            continue;
        QToolTip::showText(help->globalPos(), tr("%1 UTC, %2 min: A %3, B %4")
                                                  .arg(span.from.toString(u"yyyy-MM-dd HH:mm"_s))
                                                  .arg(span.minutes)
                                                  .arg(span.writes.a)
                                                  .arg(span.writes.b));
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace Rejoin

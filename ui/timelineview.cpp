#include "ui/timelineview.h"

#include "ui/enginewords.h"
#include "ui/palette.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
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
    setFocusPolicy(Qt::StrongFocus);
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
    clearBrush();
    describe();
    update();
}

void TimelineView::describe()
{
    const auto span = brushed();
    const QString all = m_spans.isEmpty() ? QString()
                                          : tr("%1 writes from %2 UTC on")
                                                .arg(m_timeline.writes)
                                                .arg(m_timeline.from.toString(u"yyyy-MM-dd HH:mm"_s));
    setAccessibleDescription(span ? tr("%1; brushed: %2").arg(all, engineText(timeSpanText(*span))) : all);
}

std::optional<TimeSpan> TimelineView::brushed() const
{
    if (!m_brush)
        return std::nullopt;
    const auto [first, last] = std::minmax(m_brush->anchor, m_brush->end);
    const auto startOf = [this](int place) { return m_timeline.from.addSecs(qint64(place) * spanMinutes() * 60); };
    return TimeSpan{startOf(first), startOf(last + 1)};
}

void TimelineView::setBrush(const std::optional<Brush> &brush)
{
    const auto before = brushed();
    m_brush = brush;
    if (brushed() == before)
        return;
    describe();
    update();
    Q_EMIT brushChanged();
}

void TimelineView::clearBrush()
{
    setBrush(std::nullopt);
}

QSize TimelineView::sizeHint() const
{
    return {mostSpans * 4, preferredHeight};
}

int TimelineView::spanMinutes() const
{
    return m_spans.isEmpty() ? 1 : m_spans.first().minutes;
}

int TimelineView::placeAt(int x) const
{
    return std::clamp(x * spanCount() / std::max(1, width()), 0, spanCount() - 1);
}

QRect TimelineView::placeRect(int first, int last) const
{
    const int left = width() * first / spanCount();
    const int right = std::max(left + 1, width() * (last + 1) / spanCount() - 1);
    return {left, 0, right - left, height()};
}

int TimelineView::spanCount() const
{
    const int width = spanMinutes();
    return std::max(1, int((m_timeline.minutes.size() + width - 1) / width));
}

QRect TimelineView::barOf(const Timeline::Span &span, Side side) const
{
    const int place = int(m_timeline.from.secsTo(span.from) / 60 / span.minutes);
    const QRect whole = placeRect(place, place);
    const int half = height() / 2;
    const int bar = span.writes[side] * (half - 1) / m_highest;
    return {whole.left(), side == Side::A ? half - bar : half + 1, whole.width(), bar};
}

/// A frame beside the fill, so that colour is not the only sign.
void TimelineView::paintBrush(QPainter &painter) const
{
    if (m_brush) {
        const auto [first, last] = std::minmax(m_brush->anchor, m_brush->end);
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlpha(60);
        painter.fillRect(placeRect(first, last), fill);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(placeRect(first, last).adjusted(0, 0, 0, -1));
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    for (const Timeline::Span &span : std::as_const(m_spans)) {
        painter.fillRect(barOf(span, Side::A), tintColors(Tint::AChanged, palette()).accent);
        painter.fillRect(barOf(span, Side::B), tintColors(Tint::BChanged, palette()).accent);
    }
    paintBrush(painter);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, height() / 2, width(), height() / 2);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(rect().adjusted(4, 2, -4, -2), Qt::AlignLeft | Qt::AlignTop, tr("A"));
    painter.drawText(rect().adjusted(4, 2, -4, -2), Qt::AlignLeft | Qt::AlignBottom, tr("B"));
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_spans.isEmpty())
        return;
    const int place = placeAt(int(event->position().x()));
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier) && m_brush;
    setBrush(Brush{extends ? m_brush->anchor : place, place});
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && m_brush)
        setBrush(Brush{m_brush->anchor, placeAt(int(event->position().x()))});
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *)
{
    if (m_brush)
        Q_EMIT rowsRequested();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int last = spanCount() - 1;
    const int place = m_brush ? m_brush->end : -1;
    int next = place;
    switch (event->key()) {
    case Qt::Key_Left: next = m_brush ? place - 1 : last; break;
    case Qt::Key_Right: next = place + 1; break;
    case Qt::Key_Home: next = 0; break;
    case Qt::Key_End: next = last; break;
    case Qt::Key_Escape: clearBrush(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_brush)
            Q_EMIT rowsRequested();
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    next = std::clamp(next, 0, last);
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier) && m_brush;
    setBrush(Brush{extends ? m_brush->anchor : next, next});
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_brush &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // else it is the window's
        return true;
    }
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

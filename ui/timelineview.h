#pragma once

#include "diffcore/evidence/writetimes.h"

#include <QWidget>
#include <optional>

class QPainter;

namespace Rejoin {

/// Writes per minute since the split: A's upwards, B's downwards. Spans of several minutes where there are many.
///
/// A person brushes over a time by dragging, or with the arrow keys and Shift; Escape takes the brush away, Enter or a
/// double click asks for the rows.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    void show(const Timeline &timeline);

    /// Nothing where no time is brushed.
    [[nodiscard]] std::optional<TimeSpan> brushed() const;
    void clearBrush();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void brushChanged();
    void rowsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Places of spans from the left: where the brush was set on, and where it is.
    struct Brush
    {
        int anchor = 0;
        int end = 0;
    };

    void setBrush(const std::optional<Brush> &brush);
    void describe();
    [[nodiscard]] int spanMinutes() const;
    [[nodiscard]] int placeAt(int x) const;
    [[nodiscard]] QRect placeRect(int first, int last) const;
    void paintBrush(QPainter &painter) const;
    [[nodiscard]] int spanCount() const;
    [[nodiscard]] QRect barOf(const Timeline::Span &span, Side side) const;

    Timeline m_timeline;
    QList<Timeline::Span> m_spans;
    int m_highest = 1;
    std::optional<Brush> m_brush;
};

} // namespace Rejoin

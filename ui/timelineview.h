#pragma once

#include "diffcore/evidence/writetimes.h"

#include <QWidget>

namespace Rejoin {

/// Writes per minute since the split: A's upwards, B's downwards. Spans of several minutes where there are many.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    void show(const Timeline &timeline);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int spanCount() const;
    [[nodiscard]] QRect barOf(const Timeline::Span &span, Side side) const;

    Timeline m_timeline;
    QList<Timeline::Span> m_spans;
    int m_highest = 1;
};

} // namespace Rejoin

#pragma once

#include "models/jobs.h"
#include "models/rowsoverview.h"
#include "models/rowssource.h"

#include <QWidget>

namespace Rejoin {

class RowGrids;

/// The whole list of rows in one strip beside the grids: where undecided rows are, and where each side changed some. A
/// click, or the arrow keys, go there.
class OverviewMap : public QWidget
{
    Q_OBJECT

public:
    OverviewMap(const RowsSource *source, RowGrids *grids, QWidget *parent = nullptr);

    /// The rows of the source, or their decisions, are others.
    void update(const Session *session);
    [[nodiscard]] const QList<OverviewPart> &parts() const { return m_parts; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rowWanted(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void take(const QList<OverviewPart> &parts);
    void goTo(int y);
    [[nodiscard]] QRect placeOf(qsizetype part) const;

    const RowsSource *m_source;
    RowGrids *m_grids;
    QString m_session;
    bool m_outdated = false;
    QList<OverviewPart> m_parts;
    Jobs m_reading;
};

} // namespace Rejoin

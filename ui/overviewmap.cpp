#include "ui/overviewmap.h"

#include "ui/palette.h"
#include "ui/rowgrids.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace Rejoin {

namespace {

constexpr int mapWidth = 22;
constexpr int partsOfMap = 400;
constexpr int edge = 2;

} // namespace

OverviewMap::OverviewMap(const RowsSource *source, RowGrids *grids, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_grids(grids)
{
    setFixedWidth(mapWidth);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Overview of all rows"));
    connect(m_grids, &RowGrids::currentChanged, this, qOverload<>(&QWidget::update));
    connect(m_grids->frozenView()->verticalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
}

QSize OverviewMap::sizeHint() const
{
    return {mapWidth, 100};
}

void OverviewMap::update(const Session *session)
{
    m_session = session ? session->path() : QString();
    m_outdated = true;
    if (!isVisible())
        return;
    m_outdated = false;
    m_reading.cancel();
    const bool isKnown = m_source->isSmall() || m_source->isComplete(); // the places of all rows
    if (!session || m_source->tableIndex() < 0 || !isKnown) {
        take({});
        return;
    }
    if (m_source->isSmall()) {
        take(overviewOf(*session, m_source->tableIndex(), m_source->ids(), partsOfMap).value_or(QList<OverviewPart>()));
        return;
    }
    m_reading.start(
        tr("Reading the overview"), CancelMeans::Drop,
        [path = m_session, table = m_source->tableIndex(),
         ids = m_source->ids()](const CancelToken &, const Progress &) -> Result<QList<OverviewPart>> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return overviewOf(*opened, table, ids, partsOfMap);
        },
        [this](const Result<QList<OverviewPart>> &parts) { take(parts.value_or(QList<OverviewPart>())); });
}

void OverviewMap::take(const QList<OverviewPart> &parts)
{
    m_parts = parts;
    const auto undecided = std::ranges::count_if(m_parts, &OverviewPart::undecided);
    setAccessibleDescription(tr("%1 of %2 stretches hold undecided rows").arg(undecided).arg(m_parts.size()));
    QWidget::update();
}

void OverviewMap::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_outdated)
        return;
    const auto session = m_session.isEmpty() ? fail(Error{}) : Session::openExisting(m_session);
    update(session ? session->get() : nullptr);
}

QRect OverviewMap::placeOf(qsizetype part) const
{
    const int top = int(part * height() / m_parts.size());
    const int bottom = int((part + 1) * height() / m_parts.size());
    return {0, top, QWidget::width(), std::max(bottom - top, 1)};
}

void OverviewMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const int half = QWidget::width() / 2;
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        const OverviewPart &what = m_parts.at(part);
        const QRect place = placeOf(part);
        for (const Side side : bothSides) {
            if (what.changed[side])
                painter.fillRect(QRect(side == Side::A ? 0 : half, place.top(), half, place.height()),
                                 tintColors(side == Side::A ? Tint::AChanged : Tint::BChanged, palette()).fill);
        }
        // undecided rows take the whole width, decided conflicts the middle
        const TintColors conflict = tintColors(Tint::Conflict, palette());
        if (what.undecided)
            painter.fillRect(place, conflict.accent);
        else if (what.conflict)
            painter.fillRect(place.adjusted(half / 2, 0, -half / 2, 0), conflict.fill);
    }
    const QScrollBar *bar = m_grids->frozenView()->verticalScrollBar();
    const double whole = double(bar->maximum()) + bar->pageStep();
    if (!m_parts.isEmpty() && whole > 0) {
        const int top = int(bar->value() * height() / whole);
        const int shown = std::max(int(bar->pageStep() * height() / whole), 4);
        painter.setPen(QPen(palette().color(QPalette::WindowText), hasFocus() ? edge : 1));
        painter.drawRect(QRect(0, std::min(top, height() - shown), QWidget::width() - 1, shown - 1));
    }
}

void OverviewMap::goTo(int y)
{
    if (m_source->count() > 0 && height() > 0)
        Q_EMIT rowWanted(std::clamp(int(qint64(y) * m_source->count() / height()), 0, m_source->count() - 1));
}

void OverviewMap::mousePressEvent(QMouseEvent *event)
{
    goTo(int(event->position().y()));
}

void OverviewMap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        goTo(int(event->position().y()));
}

void OverviewMap::keyPressEvent(QKeyEvent *event)
{
    const int step = std::max(1, m_source->count() / 20);
    const int row = std::max(m_grids->currentRow(), 0);
    switch (event->key()) {
    case Qt::Key_Up: Q_EMIT rowWanted(std::max(row - step, 0)); return;
    case Qt::Key_Down: Q_EMIT rowWanted(std::min(row + step, m_source->count() - 1)); return;
    case Qt::Key_Home: Q_EMIT rowWanted(0); return;
    case Qt::Key_End: Q_EMIT rowWanted(m_source->count() - 1); return;
    default: QWidget::keyPressEvent(event);
    }
}

bool OverviewMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(),
                       tr("All rows from top to bottom. Whole width: undecided; middle: a conflict that is decided; "
                          "left: changed on A; right: changed on B. Click to go there."),
                       this);
    return true;
}

} // namespace Rejoin

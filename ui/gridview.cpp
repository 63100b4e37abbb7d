#include "ui/gridview.h"

#include <QEvent>
#include <QHeaderView>

namespace Rejoin {

namespace {

constexpr int rowPadding = 8;
constexpr int narrowestColumn = 48;

} // namespace

GridView::GridView(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(narrowestColumn);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fitRows();
}

void GridView::fitRows()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
}

int GridView::firstVisibleSection() const
{
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int section = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(section))
            return section;
    }
    return -1;
}

void GridView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || !isColumnHidden(index.column())) {
        QTableView::scrollTo(index, hint);
        return;
    }
    const int leftmost = columnAt(0);
    const int column = leftmost >= 0 ? leftmost : firstVisibleSection();
    if (column >= 0)
        QTableView::scrollTo(index.siblingAtColumn(column), hint);
}

QModelIndex GridView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && isColumnHidden(current.column()) && firstVisibleSection() >= 0)
        selectionModel()->setCurrentIndex(current.siblingAtColumn(firstVisibleSection()),
                                          QItemSelectionModel::NoUpdate);
    return QTableView::moveCursor(action, modifiers);
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    Q_EMIT focused();
}

void GridView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

} // namespace Rejoin

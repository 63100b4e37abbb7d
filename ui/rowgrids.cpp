#include "ui/rowgrids.h"

#include "ui/celldelegate.h"
#include "ui/words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int widestColumn = 240;
constexpr int widestFrozen = 520;
constexpr int sampledRows = 40;
constexpr int headerPadding = 10;
const QString roomForCount = u" (9999)"_s; // behind the column's name

Tint tintOfFace(Face face)
{
    switch (face) {
    case Face::A: return Tint::AChanged;
    case Face::B: return Tint::BChanged;
    case Face::Baseline:
    case Face::Merged: break;
    }
    return Tint::Plain;
}

} // namespace

RowGrids::RowGrids(RowsText *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);

    const Pane frozen = makePane(tr("Row"));
    m_frozen = frozen.view;
    m_frozenFrame = frozen.frame;
    m_frozen->setAccessibleName(tr("Decisions, outcomes and keys"));
    for (const Face face : allFaces) {
        m_faces.insert(face, makePane(Words::face(face)));
        m_faces[face].view->setAccessibleName(tr("Rows of %1").arg(Words::face(face)));
        m_splitter->setStretchFactor(m_splitter->count() - 1, 1);
        setFaceShown(face, face == Face::A || face == Face::B);
    }
    joinScrolling();
    tintTitles();
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        showSections();
        fitColumns();
        if (m_model->rowCount() > 0)
            setCurrentRow(0);
        else
            Q_EMIT currentChanged();
    });
    connect(&m_model->rows().source(), &RowsSource::columnsCounted, this, [this] {
        if (m_onlyDiffering)
            showSections();
    });
    showSections();
}

RowGrids::Pane RowGrids::makePane(const QString &title)
{
    Pane pane{new QWidget(m_splitter), new QLabel(title), makeView(title)};
    pane.title->setContentsMargins(6, 3, 6, 3);
    pane.title->setAutoFillBackground(true);
    QFont bold = pane.title->font();
    bold.setBold(true);
    pane.title->setFont(bold);
    auto *layout = new QVBoxLayout(pane.frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(pane.title);
    layout->addWidget(pane.view);
    m_splitter->addWidget(pane.frame);
    return pane;
}

GridView *RowGrids::makeView(const QString &name)
{
    auto *view = new GridView(this);
    view->setObjectName(name);
    view->setModel(m_model);
    view->setItemDelegate(new CellDelegate(view));
    view->horizontalHeader()->setResizeContentsPrecision(sampledRows);
    if (m_views.isEmpty()) {
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
            for (GridView *each : std::as_const(m_views))
                each->viewport()->update();
            scrollToCurrent();
            Q_EMIT currentChanged();
        });
    } else {
        QItemSelectionModel *own = view->selectionModel();
        view->setSelectionModel(m_views.first()->selectionModel());
        own->deleteLater();
    }
    connect(view, &QWidget::customContextMenuRequested, this,
            [this, view](const QPoint &at) { Q_EMIT menuRequested(view->viewport()->mapToGlobal(at)); });
    connect(view, &QAbstractItemView::doubleClicked, this, [this] { Q_EMIT activated(); });
    joinHeads(view);
    m_views.append(view);
    return view;
}

void RowGrids::joinHeads(GridView *view)
{
    QHeaderView *head = view->horizontalHeader();
    head->setSectionsClickable(true);
    connect(head, &QHeaderView::sectionClicked, this, [this](int section) {
        const RowsModel::Section clicked = m_model->rows().sectionAt(section);
        if (clicked.kind == RowsModel::Section::Kind::Cell)
            Q_EMIT columnClicked(clicked.column);
    });
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QWidget::customContextMenuRequested, this,
            [this, head](const QPoint &at) { Q_EMIT columnMenuRequested(head->mapToGlobal(at)); });
    if (m_views.isEmpty())
        return; // what stands still
    head->setSectionsMovable(true);
    connect(head, &QHeaderView::sectionMoved, this, [this, head](int section) {
        if (m_joining || m_model->rows().sectionAt(section).kind != RowsModel::Section::Kind::Cell)
            return;
        QList<int> sections;
        for (int visual = 0; visual < head->count(); ++visual) {
            const RowsModel::Section each = m_model->rows().sectionAt(head->logicalIndex(visual));
            if (each.kind == RowsModel::Section::Kind::Cell && each.face == m_model->rows().sectionAt(section).face)
                sections.append(each.column);
        }
        QStringList names;
        for (const int column : std::as_const(sections))
            names.append(m_model->rows().source().table()->columns.at(column).name);
        setColumnOrder(names);
        Q_EMIT columnMoved();
    });
}

void RowGrids::joinScrolling()
{
    const auto join = [this](const QList<QScrollBar *> &bars) {
        for (QScrollBar *from : bars) {
            for (QScrollBar *to : bars) {
                if (from != to)
                    connect(from, &QScrollBar::valueChanged, to, &QScrollBar::setValue);
            }
        }
    };
    QList<QScrollBar *> vertical;
    for (GridView *view : std::as_const(m_views))
        vertical.append(view->verticalScrollBar());
    join(vertical);
    QList<QScrollBar *> horizontal;
    for (const Face face : allFaces) {
        GridView *view = m_faces[face].view;
        horizontal.append(view->horizontalScrollBar());
        connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int size) {
            const int column = m_model->rows().sectionAt(section).column;
            if (m_joining || size == 0 || column < 0)
                return;
            m_joining = true;
            for (const Face other : allFaces)
                m_faces[other].view->setColumnWidth(m_model->rows().sectionOf(other, column), size);
            m_joining = false;
        });
    }
    join(horizontal);
}

void RowGrids::setFaceTitle(Face face, const QString &title)
{
    m_faces[face].title->setText(title);
}

void RowGrids::setFaceShown(Face face, bool shown)
{
    m_faces[face].frame->setVisible(shown);
    // one vertical bar for all, at the right
    GridView *last = m_frozen;
    for (const Face each : allFaces)
        last = isFaceShown(each) ? m_faces[each].view : last;
    for (GridView *view : std::as_const(m_views))
        view->setVerticalScrollBarPolicy(view == last ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (shown) // when the grids have their new widths
        QMetaObject::invokeMethod(this, &RowGrids::scrollToCurrent, Qt::QueuedConnection);
}

bool RowGrids::isFaceShown(Face face) const
{
    const QWidget *frame = m_faces.value(face).frame;
    return frame && !frame->isHidden();
}

Face RowGrids::focusedFace() const
{
    for (const Face face : allFaces) {
        const GridView *view = m_faces[face].view;
        if (view->hasFocus() && isFaceShown(face))
            return face;
    }
    return m_model->rows().sectionAt(currentIndex().column()).face;
}

void RowGrids::setColumnsHidden(const QStringList &columns)
{
    m_hidden = columns;
    showSections();
}

void RowGrids::setColumnOrder(const QStringList &columns)
{
    const AlignedTable *table = m_model->rows().source().table();
    if (!table)
        return;
    m_joining = true;
    for (const Face face : allFaces) {
        QHeaderView *head = m_faces[face].view->horizontalHeader();
        int place = m_model->rows().firstCellSection();
        const auto put = [&](int column) {
            const int section = m_model->rows().sectionOf(face, column);
            if (section >= m_model->rows().firstCellSection())
                head->moveSection(head->visualIndex(section), place++);
        };
        for (const QString &name : columns)
            put(table->columnIndex(name));
        for (int column = 0; column < table->columns.size(); ++column) {
            if (!columns.contains(table->columns.at(column).name))
                put(column);
        }
    }
    m_joining = false;
}

QStringList RowGrids::columnOrder() const
{
    QStringList names;
    const QHeaderView *head = m_faces[Face::A].view->horizontalHeader();
    for (int visual = 0; visual < head->count(); ++visual) {
        const RowsModel::Section section = m_model->rows().sectionAt(head->logicalIndex(visual));
        if (section.kind == RowsModel::Section::Kind::Cell && section.face == Face::A)
            names.append(m_model->rows().source().table()->columns.at(section.column).name);
    }
    return names;
}

void RowGrids::setOnlyDiffering(bool only)
{
    m_onlyDiffering = only;
    showSections();
}

bool RowGrids::isShown(const RowsModel::Section &section) const
{
    if (section.kind != RowsModel::Section::Kind::Cell)
        return true;
    if (m_hidden.contains(m_model->rows().source().table()->columns.at(section.column).name))
        return false;
    if (!m_onlyDiffering)
        return true;
    return m_model->rows().source().isColumnDiffering(section.column);
}

void RowGrids::showSections()
{
    m_joining = true;
    const RowsModel &rows = m_model->rows();
    for (int at = 0; at < rows.columnCount(); ++at) {
        const RowsModel::Section section = rows.sectionAt(at);
        const bool isCell = section.kind == RowsModel::Section::Kind::Cell;
        m_frozen->setColumnHidden(at, isCell);
        for (const Face face : allFaces)
            m_faces[face].view->setColumnHidden(at, !isCell || section.face != face || !isShown(section));
    }
    m_joining = false;
}

void RowGrids::fitColumns()
{
    m_joining = true;
    const RowsModel &rows = m_model->rows();
    int frozenWidth = 2;
    for (int at = 0; at < rows.firstCellSection(); ++at) {
        m_frozen->resizeColumnToContents(at);
        m_frozen->setColumnWidth(at, std::min(m_frozen->columnWidth(at), widestColumn));
        frozenWidth += m_frozen->columnWidth(at);
    }
    for (int at = rows.firstCellSection(); at < rows.columnCount(); ++at) {
        const RowsModel::Section section = rows.sectionAt(at);
        if (section.face != Face::A)
            continue;
        int width = 0;
        for (const Face face : {Face::A, Face::B}) {
            GridView *view = m_faces[face].view;
            view->resizeColumnToContents(rows.sectionOf(face, section.column));
            width = std::max(width, view->columnWidth(rows.sectionOf(face, section.column)));
        }
        const QString name = rows.headerData(at, Qt::Horizontal, Qt::DisplayRole).toString();
        width = std::max(width, fontMetrics().horizontalAdvance(name + roomForCount) + headerPadding);
        for (const Face face : allFaces)
            m_faces[face].view->setColumnWidth(rows.sectionOf(face, section.column), std::min(width, widestColumn));
    }
    m_frozenFrame->setMinimumWidth(std::min(frozenWidth, widestFrozen));
    m_joining = false;
}

void RowGrids::tintTitles()
{
    for (const Face face : allFaces) {
        QLabel *title = m_faces[face].title;
        const TintColors colors = tintColors(tintOfFace(face), palette());
        QPalette own = palette();
        own.setColor(QPalette::Window, colors.fill.isValid() ? colors.fill : palette().color(QPalette::Button));
        title->setPalette(own);
    }
}

void RowGrids::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_faces.isEmpty())
        tintTitles();
}

QModelIndex RowGrids::currentIndex() const
{
    return m_frozen->currentIndex();
}

int RowGrids::currentRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void RowGrids::setCurrentRow(int row)
{
    const int section =
        currentIndex().isValid() ? currentIndex().column() : m_faces[Face::A].view->firstVisibleSection();
    setCurrentCell(row, std::max(section, 0));
}

void RowGrids::setCurrentCell(int row, int section)
{
    const QModelIndex index = m_model->index(row, section);
    m_frozen->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollToCurrent();
}

/// The current cell in each grid: the same column of every face that is shown.
void RowGrids::scrollToCurrent()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    m_frozen->scrollTo(current);
    const int column = m_model->rows().sectionAt(current.column()).column;
    for (const Face face : allFaces) {
        const int section = m_model->rows().sectionOf(face, column);
        if (isFaceShown(face))
            m_faces[face].view->scrollTo(section < 0 ? current : current.siblingAtColumn(section));
    }
}

QList<int> RowGrids::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_frozen->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    if (rows.isEmpty() && currentRow() >= 0)
        rows.append(currentRow());
    return rows;
}

void RowGrids::focusNextPane()
{
    const auto focused = std::ranges::find_if(m_views, [](GridView *view) { return view->hasFocus(); });
    const auto start = focused == m_views.end() ? 0 : std::distance(m_views.begin(), focused) + 1;
    for (qsizetype step = 0; step < m_views.size(); ++step) {
        GridView *view = m_views.at((start + step) % m_views.size());
        if (view->isVisibleTo(this)) {
            view->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace Rejoin

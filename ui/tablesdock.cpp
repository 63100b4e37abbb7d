#include "ui/tablesdock.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace Rejoin {

TablesDock::TablesDock(TablesModel *tables, QWidget *parent)
    : QWidget(parent)
    , m_tables(tables)
    , m_list(tables)
    , m_view(new QTableView(this))
{
    m_list.setFilter(TableFilter::Differences);
    m_view->setModel(&m_list);
    m_view->setAccessibleName(tr("Tables with differences"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_view->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < TablesModel::ColumnCount; ++column)
        m_view->setColumnHidden(column, column != TablesModel::NameColumn && column != TablesModel::UndecidedColumn);
    m_view->horizontalHeader()->setSectionResizeMode(TablesModel::NameColumn, QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(TablesModel::UndecidedColumn, QHeaderView::ResizeToContents);

    auto *all = new QCheckBox(tr("Also identical tables"), this);
    connect(all, &QCheckBox::toggled, this,
            [this](bool on) { m_list.setFilter(on ? TableFilter::All : TableFilter::Differences); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    layout->addWidget(all);
    const auto choose = [this](const QModelIndex &index) { Q_EMIT tableChosen(m_list.mapToSource(index).row()); };
    connect(m_view, &QAbstractItemView::clicked, this, choose);
    connect(m_view, &QAbstractItemView::activated, this, choose);
}

void TablesDock::showCurrent(int table)
{
    const QModelIndex index = m_list.mapFromSource(m_tables->index(table, TablesModel::NameColumn));
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

} // namespace Rejoin

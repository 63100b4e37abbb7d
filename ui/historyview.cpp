#include "ui/historyview.h"

#include "ui/words.h"

#include <QFont>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace Rejoin {

namespace {

constexpr int rowPadding = 6;

} // namespace

QVariant HistoryText::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole && index.column() == HistoryModel::TimeColumn)
        return Words::time(EngineWordsModel::data(index, role).toDateTime());
    if (role == Qt::FontRole && EngineWordsModel::data(index, HistoryModel::UndoneRole).toBool()) {
        QFont font;
        font.setStrikeOut(true);
        return font;
    }
    if (role == Qt::ToolTipRole)
        return EngineWordsModel::data(index, HistoryModel::UndoneRole).toBool() ? tr("Taken back") : QString();
    return EngineWordsModel::data(index, role);
}

QVariant HistoryText::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (HistoryModel::Column(section)) {
    case HistoryModel::TimeColumn: return tr("When");
    case HistoryModel::ByColumn: return tr("Who");
    case HistoryModel::TextColumn: return tr("What");
    case HistoryModel::RowsColumn: return tr("Rows");
    case HistoryModel::ColumnCount: break;
    }
    return {};
}

HistoryView::HistoryView(QWidget *parent)
    : QWidget(parent)
    , m_view(new QTableView(this))
{
    m_text.setSourceModel(&m_model);
    m_view->setModel(&m_text);
    m_view->setAccessibleName(tr("History"));
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(HistoryModel::TextColumn, QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
}

void HistoryView::setSession(const Session *session)
{
    m_session = session;
    if (isVisible() || !session)
        m_model.show(session);
}

void HistoryView::showEvent(QShowEvent *event)
{
    m_model.show(m_session);
    QWidget::showEvent(event);
}

} // namespace Rejoin

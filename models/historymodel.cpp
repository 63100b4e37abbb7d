#include "models/historymodel.h"

#include <algorithm>

namespace Rejoin {

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<HistoryModel::Entry> HistoryModel::entriesOf(const Session &session)
{
    QList<Entry> entries;
    for (const JournalEntry &step : session.journal().value_or(QList<JournalEntry>()))
        entries.append({step.at, step.by, step.text, step.rows, step.undone});
    for (const HistoryEntry &event : session.history().value_or(QList<HistoryEntry>()))
        entries.append({event.at, event.by, event.text, std::nullopt, false});
    std::ranges::reverse(entries);
    std::ranges::stable_sort(entries, std::ranges::greater(), &Entry::at);
    return entries;
}

void HistoryModel::show(const Session *session)
{
    beginResetModel();
    m_entries = session ? entriesOf(*session) : QList<Entry>();
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    if (role == UndoneRole)
        return entry.undone;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case TimeColumn: return entry.at;
    case ByColumn: return entry.by;
    case TextColumn: return entry.text;
    case RowsColumn: return entry.rows ? QVariant(*entry.rows) : QVariant();
    case ColumnCount: break;
    }
    return {};
}

} // namespace Rejoin

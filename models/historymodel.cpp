#include "models/historymodel.h"

#include <QSet>

#include <algorithm>

namespace Rejoin {

namespace {

/// "apply done on A · PRD01 (live): merge 5f1c…"
QString words(const HistoryEntry &event)
{
    if (event.event == HistoryEntry::Event::Decision)
        return event.text;
    QStringList parts{eventName(event.event), event.state, event.target, event.text};
    if (!event.hash.isEmpty())
        parts.append(QStringLiteral("SHA-256 ") + event.hash);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<HistoryModel::Entry> HistoryModel::entriesOf(const Session &session)
{
    QList<Entry> entries;
    QSet<QDateTime> undone;
    for (const JournalEntry &step : session.journal().value_or(QList<JournalEntry>())) {
        if (step.undone)
            undone.insert(step.at);
    }
    for (const HistoryEntry &event : session.history().value_or(QList<HistoryEntry>()))
        entries.append({event.at, event.by, words(event), event.rows, undone.contains(event.at)});
    std::ranges::reverse(entries);
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

#include "models/conflictsmodel.h"

namespace Rejoin {

ConflictsModel::ConflictsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ConflictsModel::show(const Session *session)
{
    beginResetModel();
    m_conflicts.clear();
    if (session && session->hasComparison())
        m_conflicts = session->constraintConflicts().value_or(QList<ConstraintConflict>());
    endResetModel();
}

int ConflictsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_conflicts.size());
}

QVariant ConflictsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConstraintConflict &conflict = m_conflicts.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return conflict.message;
    case Qt::ToolTipRole: return conflict.choices.join(QLatin1Char('\n'));
    case KindRole: return int(conflict.kind);
    case TableRole: return conflict.table;
    default: return {};
    }
}

} // namespace Rejoin

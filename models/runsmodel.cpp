#include "models/runsmodel.h"

#include "diffcore/base/timetext.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

RunsModel::RunsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RunsModel::show(const QList<BundleRun> &runs, const PerSide<QString> &titles)
{
    beginResetModel();
    m_runs = runs;
    m_titles = titles;
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RunsModel::stateText(const BundleRun &run)
{
    switch (run.standing) {
    case Standing::Applied: return tr("has the merge");
    case Standing::Open: return tr("not known: the run was cut off");
    case Standing::Before: break;
    }
    if (run.record.work == RunRecord::Work::Undo)
        return tr("undone: as before the merge");
    return run.record.message.isEmpty() ? tr("as before the merge")
                                        : tr("as before the merge: %1").arg(run.record.message);
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BundleRun &run = m_runs[index.row()];
    if (role == Qt::AccessibleTextRole)
        return u"%1, %2: %3"_s.arg(timeText(run.record.at), m_titles[run.target], stateText(run));
    if (role == Qt::ToolTipRole && index.column() >= StateColumn)
        return index.column() == StateColumn ? stateText(run) : run.folder;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case TimeColumn: return timeText(run.record.at);
    case ByColumn: return u"%1 (%2)"_s.arg(run.record.by, run.record.machine);
    case ServerColumn: return m_titles[run.target];
    case StateColumn: return stateText(run);
    case BundleColumn: return run.folder;
    case ColumnCount: break;
    }
    return {};
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("When"), tr("Who"), tr("Server"), tr("State"), tr("Bundle")}.value(section);
}

} // namespace Rejoin

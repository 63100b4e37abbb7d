#pragma once

#include "models/work.h"

#include <QAbstractTableModel>

namespace Rejoin {

/// What the runs of a session's bundles left on the servers, latest first.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, ByColumn, ServerColumn, StateColumn, BundleColumn, ColumnCount };

    explicit RunsModel(QObject *parent = nullptr);

    void show(const QList<BundleRun> &runs, const PerSide<QString> &titles);
    [[nodiscard]] const BundleRun &run(int row) const { return m_runs.at(row); }
    /// The server has the merge of this bundle.
    [[nodiscard]] bool canUndo(int row) const { return m_runs.at(row).standing == Standing::Applied; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// AccessibleTextRole: the row as a sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString stateText(const BundleRun &run);

    QList<BundleRun> m_runs;
    PerSide<QString> m_titles;
};

} // namespace Rejoin

#pragma once

#include "models/tablesmodel.h"

#include <QSortFilterProxyModel>

namespace Rejoin {

/// The words on top of a TablesModel, filtered and sorted: titles, states, tooltips.
class TablesList : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TablesList(TablesModel *tables, QObject *parent = nullptr);

    void setFilter(TableFilter filter);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] QString toolTip(int row) const;
    [[nodiscard]] QString spoken(int row) const;

    TablesModel *m_tables;
    TableFilter m_filter = TableFilter::All;
};

} // namespace Rejoin

#pragma once

#include "models/tablesmodel.h"

#include <QSortFilterProxyModel>

namespace Rejoin {

/// By what the tables of a list stand together, before the column that it is sorted by.
enum class TableGrouping : quint8 { None, Schema, Stage, ParentsFirst };

/// The words on top of a TablesModel, filtered and sorted: titles, states, tooltips.
class TablesList : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TablesList(TablesModel *tables, QObject *parent = nullptr);

    void setFilter(TableFilter filter);
    void setGrouping(TableGrouping grouping);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] QString toolTip(int row) const;
    [[nodiscard]] QString spoken(int row) const;
    [[nodiscard]] QString progress(int row) const; ///< "45 %" while it is compared, else a dot

    TablesModel *m_tables;
    TableFilter m_filter = TableFilter::All;
    TableGrouping m_grouping = TableGrouping::None;
};

} // namespace Rejoin

#pragma once

#include "ui/tableslist.h"

#include <QWidget>

class QTableView;

namespace Rejoin {

/// The tables at the side of the rows: name, undecided, state; a click shows the table's rows.
class TablesDock : public QWidget
{
    Q_OBJECT

public:
    explicit TablesDock(TablesModel *tables, QWidget *parent = nullptr);

    void showCurrent(int table);

Q_SIGNALS:
    void tableChosen(int table);

private:
    TablesModel *m_tables;
    TablesList m_list;
    QTableView *m_view;
};

} // namespace Rejoin

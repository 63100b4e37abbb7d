#pragma once

#include "models/findingsmodel.h"
#include "models/workspace.h"
#include "ui/tableslist.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace Rejoin {

class EmptyState;

/// Compare: how far each table is, what it holds, what is found.
class TablesPage : public QWidget
{
    Q_OBJECT

public:
    TablesPage(Workspace &workspace, TablesModel *tables, QWidget *parent = nullptr);

    void compareAgain();

Q_SIGNALS:
    void tableChosen(int table);
    void connectRequested();

private:
    QWidget *makeChips();
    void updateChips();
    void updateState();
    void updateSummary();
    void open(const QModelIndex &index);

    Workspace &m_workspace;
    TablesModel *m_tables;
    TablesList m_list;
    FindingsModel m_findings;
    QTableView *m_view;
    QButtonGroup *m_chips;
    QComboBox *m_grouping;
    QLabel *m_summary;
    QLabel *m_findingsTitle;
    QWidget *m_findingsPanel;
    QPushButton *m_compare;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace Rejoin

#pragma once

#include "models/rowssource.h"
#include "models/workspace.h"
#include "ui/keymap.h"

#include <QAction>
#include <QObject>

class QMenu;

namespace Rejoin {

/// Decisions for many rows in one step: all undecided ones of the table, a column of theirs, every suggestion. Each
/// says first how many rows it would decide.
class TableDecisions : public QObject
{
    Q_OBJECT

public:
    TableDecisions(Workspace &workspace, const RowsSource *source, QWidget *parent);

    void fill(QMenu &menu) const;
    /// The column that "this column" means; -1 = none.
    void setColumn(int column);

Q_SIGNALS:
    void message(const QString &text);

private:
    QAction *make(const QString &text, KeyAction key, const std::function<void()> &act);
    void takeTable(Side side);
    void takeColumn(Side side);
    void acceptAll();
    [[nodiscard]] QList<Difference> undecided() const;
    [[nodiscard]] QString tableName() const;

    Workspace &m_workspace;
    const RowsSource *m_source;
    QWidget *m_window;
    QList<QAction *> m_actions;
    PerSide<QAction *> m_column;
    int m_columnIndex = -1;
};

} // namespace Rejoin

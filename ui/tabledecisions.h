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
    /// Accepts every suggestion of every table: of use without a table as well.
    [[nodiscard]] QAction *acceptAllAction() const { return m_acceptAll; }
    /// The column that "this column" means; -1 = none.
    void setColumn(int column);

Q_SIGNALS:
    void message(const QString &text);

private:
    QAction *make(const QString &text, KeyAction key, const std::function<void()> &act);
    void takeTable(Side side);
    void takeColumn(Side side);
    void acceptAll();
    /// Which rows a decision is meant for.
    using Meant = std::function<bool(const AlignedTable &, const Difference &)>;
    /// Counts the undecided rows of the table that are meant and says so to `then`: "212", "up to 40,000".
    void count(const Meant &meant, const std::function<void(const QString &)> &then);
    void askTake(Side side, const QString &rows);
    void askColumn(Side side, const QString &rows);
    void askAll(qsizetype collisions);
    [[nodiscard]] QString tableName() const;

    Workspace &m_workspace;
    const RowsSource *m_source;
    QWidget *m_window;
    QList<QAction *> m_actions;
    PerSide<QAction *> m_column;
    QAction *m_acceptAll;
    int m_columnIndex = -1;
    Jobs m_counting;
};

} // namespace Rejoin

#pragma once

#include "models/rowsmodel.h"
#include "models/workspace.h"
#include "ui/keymap.h"
#include "ui/rowstext.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QStackedLayout;

namespace Rejoin {

class CellDetail;
class ConflictsPanel;
class DecisionActions;
class EmptyState;
class RowGrids;
class TableDecisions;

/// Resolve: the rows of one table, decided by key and mouse. The ways from row to row stand in rowsnavigation.cpp.
class RowsPage : public QWidget
{
    Q_OBJECT

public:
    explicit RowsPage(Workspace &workspace, QWidget *parent = nullptr);
    ~RowsPage() override;

    /// For the dock below the pages.
    [[nodiscard]] CellDetail *cellDetail() const { return m_detail; }
    [[nodiscard]] int tableIndex() const { return m_source.tableIndex(); }
    void showTable(int table);
    void showRow(qint64 difference);
    /// Tooltips tell the keys: after they changed.
    void updateKeys();
    /// Shows a table where none is shown: one that needs a person, else the first that differs.
    void showAnything();
    /// Only the rows that a side wrote in this time; nothing = all. A person can take the limit away on the page.
    void showWritten(const std::optional<TimeSpan> &written);
    /// The first undecided row, or the constraint conflicts where all rows are decided.
    void showUndecided();

Q_SIGNALS:
    void reviewRequested();
    void compareRequested();
    void tableShown(int table);
    /// Rows of any time are shown again.
    void writtenCleared();
    void message(const QString &text);

private:
    enum class Direction : quint8 { Forward, Backward };

    void buildBar(QWidget *bar);
    void buildDecisionBar(QWidget *bar);
    void makeActions();
    QAction *addShortcut(const QString &text, KeyAction key, const std::function<void()> &act);
    QAction *addToggle(const QString &text, const QString &tip, KeyAction key, const std::function<void(bool)> &act);

    void reload(qint64 keepDifference);
    void fillFilter();
    void updateRow();
    void updateTitles();
    void showEmptiness();
    /// The row, and of a cell conflict the first cell that conflicts.
    void goToRow(int row);
    void goDifferent(Direction direction);
    void goUndecided(Direction direction);
    /// All tables, parents first, from the one that is shown on, which comes at the end again.
    [[nodiscard]] QList<int> tablesFromHere(Direction direction) const;
    /// The undecided row nearest to the current one in the direction, over all tables; 0 = there is none.
    [[nodiscard]] qint64 nearestUndecided(Direction direction) const;
    void goTable(Direction direction);
    [[nodiscard]] bool hasRows(int table) const; ///< of the time that is shown
    void openMenu(const QPoint &globalPosition);
    [[nodiscard]] DifferenceFilter filter() const;

    Workspace &m_workspace;
    RowsSource m_source;
    RowsModel m_model;
    RowsText m_text;
    DecisionActions *m_decisions;
    TableDecisions *m_wide;
    RowGrids *m_grids;
    ConflictsPanel *m_conflicts;
    CellDetail *m_detail;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QComboBox *m_filter;
    QLabel *m_title;
    QLabel *m_position;
    QLabel *m_sentence;
    QAction *m_baseline = nullptr;
    QAction *m_result = nullptr;
    QAction *m_onlyDiffering = nullptr;
    QAction *m_showMasked = nullptr;
    QAction *m_previousUndecided = nullptr;
    QAction *m_nextUndecided = nullptr;
    QAction *m_anyTime = nullptr;
    std::optional<int> m_table;
    std::optional<TimeSpan> m_written;
};

} // namespace Rejoin

#pragma once

#include "models/rowsmodel.h"
#include "models/workspace.h"
#include "ui/keymap.h"
#include "ui/rowstext.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QStackedLayout;

namespace Rejoin {

class CellDetail;
class CopyActions;
class FindBar;
class ConflictsPanel;
class DecisionActions;
class EmptyState;
class OverviewMap;
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
    /// See TableDecisions::acceptAllAction().
    [[nodiscard]] QAction *acceptAllAction() const;
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
    /// A rule that decides rows like the current one is wanted.
    void ruleRequested(const QString &table, const QString &column);

private:
    enum class Direction : quint8 { Forward, Backward };

    void connectParts();
    void buildBar(QWidget *bar);
    void buildDecisionBar(QWidget *bar);
    void makeActions();
    QAction *addShortcut(const QString &text, KeyAction key, const std::function<void()> &act);
    QAction *addToggle(const QString &text, const QString &tip, KeyAction key, const std::function<void(bool)> &act);

    void reload(qint64 keepDifference);
    void fillFilter();
    void fillOrder();
    void showAllRows();
    [[nodiscard]] qint64 currentId() const;
    void goToWanted();
    /// Only the rows that differ in a column; -1 = all.
    void showDiffering(int column);
    void updateRow();
    void updateTitles();
    void showEmptiness();
    /// The row, and of a cell conflict the first cell that conflicts.
    void goToRow(int row);
    void goDifferent(Direction direction);
    void goUndecided(Direction direction);
    /// All tables, parents first, from the one that is shown on, which comes at the end again.
    [[nodiscard]] QList<int> tablesFromHere(Direction direction) const;
    struct Search;
    [[nodiscard]] Search searchFromHere(Direction direction) const;
    /// The undecided row nearest to where the search starts, over all tables; 0 = there is none.
    [[nodiscard]] static Result<qint64> find(const Session &session, const Search &search);
    [[nodiscard]] qint64 nextUndecided() const;
    void arriveAt(qint64 undecided);
    void goTable(Direction direction);
    [[nodiscard]] bool hasRows(int table) const; ///< of the time that is shown
    void openMenu(const QPoint &globalPosition);
    // columns: rowscolumns.cpp
    [[nodiscard]] QString columnSetting(const QString &what) const;
    void restoreColumns();
    void keepColumns();
    void openColumnMenu(const QPoint &globalPosition);
    void fillColumnMenu(QMenu &menu);
    /// The next row that holds a text, as a person may see it.
    struct TextSearch;
    [[nodiscard]] static Result<qint64> findText(const Session &session, const TextSearch &search,
                                                 const CancelToken &cancel);
    void goToText(const QString &text, Direction direction);
    [[nodiscard]] DifferenceFilter filter() const;

    Workspace &m_workspace;
    RowsSource m_source;
    RowsModel m_model;
    RowsText m_text;
    DecisionActions *m_decisions;
    TableDecisions *m_wide;
    RowGrids *m_grids;
    OverviewMap *m_map;
    CopyActions *m_copying;
    FindBar *m_find;
    ConflictsPanel *m_conflicts;
    CellDetail *m_detail;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QComboBox *m_filter;
    QComboBox *m_order;
    QLabel *m_title;
    QLabel *m_position;
    QLabel *m_sentence;
    QAction *m_baseline = nullptr;
    QAction *m_result = nullptr;
    QAction *m_showMap = nullptr;
    QAction *m_onlyDiffering = nullptr;
    QAction *m_showMasked = nullptr;
    QAction *m_previousUndecided = nullptr;
    QAction *m_nextUndecided = nullptr;
    QAction *m_anyTime = nullptr;
    QAction *m_anyColumn = nullptr;
    std::optional<int> m_table;
    std::optional<TimeSpan> m_written;
    int m_differingIn = -1;
    qint64 m_wanted = 0; ///< the row to go to as soon as it is read; 0 = none
    Jobs m_searching;
};

} // namespace Rejoin

#include "ui/rowspage.h"

#include "diffcore/evidence/writetimes.h"
#include "ui/celldetail.h"
#include "ui/conflictspanel.h"
#include "ui/copyactions.h"
#include "ui/decisionactions.h"
#include "ui/emptystate.h"
#include "ui/enginewords.h"
#include "ui/findbar.h"
#include "ui/menubutton.h"
#include "ui/overviewmap.h"
#include "ui/rowgrids.h"
#include "ui/tabledecisions.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int allRows = -1;
constexpr int undecidedRows = -2;

QToolButton *addButton(QWidget *bar, QAction *action)
{
    auto *button = new QToolButton(bar);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    bar->layout()->addWidget(button);
    return button;
}

bool isWrittenIn(const Difference &difference, const std::optional<TimeSpan> &span)
{
    return !span || std::ranges::any_of(bothSides, [&](Side side) {
        const QDateTime &at = difference.written[side];
        return at.isValid() && at >= span->from && at < span->until;
    });
}

} // namespace

RowsPage::RowsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(&m_source)
    , m_text(&m_model)
    , m_decisions(new DecisionActions(workspace, &m_source, this))
    , m_wide(new TableDecisions(workspace, &m_source, this))
    , m_grids(new RowGrids(&m_text, this))
    , m_map(new OverviewMap(&m_source, m_grids, this))
    , m_copying(new CopyActions(workspace, &m_model, m_grids, this))
    , m_find(new FindBar(tr("rows"), this))
    , m_conflicts(new ConflictsPanel(workspace, this))
    , m_detail(new CellDetail(workspace, &m_model, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout)
    , m_filter(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_title(new QLabel(this))
    , m_position(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    m_source.setPreviewProvider([&workspace] { return workspace.preview(); });
    makeActions();
    auto *rows = new QWidget(this);
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins(6, 4, 6, 0);
    layout->setSpacing(4);
    auto *bar = new QWidget(rows);
    buildBar(bar);
    layout->addWidget(bar);
    layout->addWidget(m_sentence);
    auto *decisions = new QWidget(rows);
    buildDecisionBar(decisions);
    layout->addWidget(decisions);
    layout->addWidget(m_find);
    auto *splitter = new QSplitter(Qt::Vertical, rows);
    auto *gridsAndMap = new QWidget(splitter);
    auto *beside = new QHBoxLayout(gridsAndMap);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(2);
    beside->addWidget(m_grids, 1);
    beside->addWidget(m_map);
    splitter->addWidget(gridsAndMap);
    splitter->addWidget(m_conflicts);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(splitter, 1);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sentence->setMinimumHeight(2 * fontMetrics().lineSpacing());

    setLayout(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(rows);

    connectParts();
    showEmptiness();
}

void RowsPage::connectParts()
{
    for (QComboBox *choice : {m_filter, m_order})
        connect(choice, &QComboBox::activated, this, [this] { reload(currentId()); });
    connect(&m_source, &RowsSource::grown, this, [this] {
        goToWanted();
        updateRow();
        m_map->update(m_workspace.session());
    });
    connect(m_map, &OverviewMap::rowWanted, m_grids, &RowGrids::setCurrentRow);
    connect(m_grids, &RowGrids::columnClicked, this,
            [this](int column) { showDiffering(column == m_differingIn ? -1 : column); });
    connect(m_grids, &RowGrids::currentChanged, this, &RowsPage::updateRow);
    connect(m_grids->frozenView()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_decisions->setRows(m_grids->selectedRows()); });
    connect(m_grids, &RowGrids::menuRequested, this, &RowsPage::openMenu);
    connect(m_grids, &RowGrids::columnMenuRequested, this, &RowsPage::openColumnMenu);
    connect(m_grids, &RowGrids::columnMoved, this, &RowsPage::keepColumns);
    connect(m_copying, &CopyActions::message, this, &RowsPage::message);
    connect(m_find, &FindBar::wanted, this, [this](const QString &text, FindBar::Direction direction) {
        goToText(text, direction == FindBar::Direction::Forward ? Direction::Forward : Direction::Backward);
    });
    connect(m_find, &FindBar::closed, this, [this] { m_grids->view(Face::A)->setFocus(); });
    connect(m_conflicts, &ConflictsPanel::rowRequested, this, &RowsPage::showRow);
    connect(m_decisions, &DecisionActions::goOn, this, [this] { goUndecided(Direction::Forward); });
    connect(m_wide, &TableDecisions::message, this, &RowsPage::message);
    connect(m_empty, &EmptyState::stepTaken, this, [this] {
        if (m_workspace.session())
            Q_EMIT reviewRequested();
        else
            Q_EMIT compareRequested();
    });
    connect(&m_workspace, &Workspace::comparisonChanged, this, [this] {
        m_table.reset();
        m_differingIn = -1;
        m_showMasked->setChecked(false);
        reload(0);
    });
    connect(&m_workspace, &Workspace::projectChanged, this, &RowsPage::updateTitles);
    connect(&m_workspace, &Workspace::decisionsChanged, this, [this] {
        m_source.refresh();
        fillFilter();
        updateRow();
        m_map->update(m_workspace.session());
    });
    connect(&m_workspace, &Workspace::previewed, this, [this] {
        m_source.refresh();
        updateRow();
    });
}

RowsPage::~RowsPage()
{
    delete m_grids; // the views go before what they show
}

QAction *RowsPage::addShortcut(const QString &text, KeyAction key, const std::function<void()> &act)
{
    auto *action = new QAction(text, this);
    bindKey(action, key, text);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    return action;
}

QAction *RowsPage::addToggle(const QString &text, const QString &tip, KeyAction key,
                             const std::function<void(bool)> &act)
{
    auto *action = addShortcut(text, key, [] {});
    bindKey(action, key, tip);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, act);
    return action;
}

void RowsPage::updateKeys()
{
    m_decisions->updateActions();
}

void RowsPage::makeActions()
{
    m_baseline = addToggle(tr("Baseline"), tr("Show the baseline's rows"), KeyAction::ShowBaseline,
                           [this](bool on) { m_grids->setFaceShown(Face::Baseline, on); });
    m_result = addToggle(tr("Result"), tr("Show the merged rows"), KeyAction::ShowResult,
                         [this](bool on) { m_grids->setFaceShown(Face::Merged, on); });
    m_showMap = addToggle(tr("Map"), tr("Show the overview of all rows"), KeyAction::ShowMap,
                          [this](bool on) { m_map->setVisible(on); });
    m_showMap->setChecked(true);
    m_onlyDiffering = addToggle(tr("Only differing columns"), tr("Hide columns in which no row differs"),
                                KeyAction::OnlyDiffering, [this](bool on) { m_grids->setOnlyDiffering(on); });
    m_showMasked = addToggle(tr("Show masked"), tr("Show the values of masked columns, until this is switched off"),
                             KeyAction::ShowMasked, [this](bool on) {
                                 m_model.setMaskedShown(on);
                                 updateRow();
                             });
    m_showMasked->setVisible(false);
    m_anyTime = addShortcut({}, KeyAction::AnyTime, [this] { showWritten(std::nullopt); });
    bindKey(m_anyTime, KeyAction::AnyTime, tr("Show rows of any time again"));
    m_anyTime->setVisible(false);
    m_anyColumn = addShortcut({}, KeyAction::AnyColumn, [this] { showDiffering(-1); });
    bindKey(m_anyColumn, KeyAction::AnyColumn, tr("Show rows that differ in any column again"));
    m_anyColumn->setVisible(false);
    m_previousUndecided =
        addShortcut(tr("◂ Undecided"), KeyAction::PreviousUndecided, [this] { goUndecided(Direction::Backward); });
    m_nextUndecided =
        addShortcut(tr("Undecided ▸"), KeyAction::NextUndecided, [this] { goUndecided(Direction::Forward); });
    addShortcut(tr("Next difference"), KeyAction::NextDifference, [this] { goDifferent(Direction::Forward); });
    addShortcut(tr("Previous difference"), KeyAction::PreviousDifference, [this] { goDifferent(Direction::Backward); });
    addShortcut(tr("Edit the result"), KeyAction::EditCell, [this] { m_detail->beginEdit(); });
    addShortcut(tr("Make the cell NULL"), KeyAction::NullCell, [this] { m_detail->setNull(); });
    addShortcut(tr("Find in the rows"), KeyAction::Find, [this] { m_find->open(); });
    addShortcut(tr("Next pane"), KeyAction::NextPane, [this] { m_grids->focusNextPane(); });
}

void RowsPage::buildBar(QWidget *bar)
{
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_filter->setAccessibleName(tr("Which rows are shown"));
    m_order->setAccessibleName(tr("Order of the rows"));
    m_order->setToolTip(tr("Order of the rows"));
    fillOrder();
    constexpr int shownLetters = 6; // the bar fits a screen of 1280; the lists show their texts whole
    for (QComboBox *choice : {m_filter, m_order}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(shownLetters);
        choice->view()->setMinimumWidth(choice->view()->fontMetrics().averageCharWidth() * 4 * shownLetters);
    }
    layout->addWidget(m_title);
    layout->addWidget(m_filter);
    layout->addWidget(m_order);
    layout->addWidget(m_position);
    for (QAction *limit : {m_anyTime, m_anyColumn}) {
        QToolButton *button = addButton(bar, limit);
        button->hide();
        connect(limit, &QAction::changed, button, [limit, button] {
            button->setVisible(limit->isVisible());
            button->setAccessibleName(limit->toolTip());
        });
    }
    layout->addStretch();
    QToolButton *showMasked = addButton(bar, m_showMasked);
    showMasked->hide();
    connect(m_showMasked, &QAction::changed, showMasked,
            [this, showMasked] { showMasked->setVisible(m_showMasked->isVisible()); });
    for (QAction *action : {m_previousUndecided, m_nextUndecided, m_baseline, m_result, m_showMap})
        addButton(bar, action);
    auto *columns = new QToolButton(bar);
    auto *menu = giveMenu(*columns);
    columns->setText(tr("Columns"));
    columns->setAccessibleName(tr("Choose the columns that are shown"));
    columns->setToolTip(columns->accessibleName());
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColumnMenu(*menu); });
    layout->addWidget(columns);
}

QAction *RowsPage::acceptAllAction() const
{
    return m_wide->acceptAllAction();
}

void RowsPage::buildDecisionBar(QWidget *bar)
{
    using Choice = DecisionActions::Choice;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    for (const Choice choice :
         {Choice::TakeA, Choice::TakeB, Choice::TakeBaseline, Choice::KeepBoth, Choice::ConflictsFromA,
          Choice::ConflictsFromB, Choice::Delete, Choice::Skip, Choice::Accept, Choice::Undecide})
        addButton(bar, m_decisions->action(choice));
    auto *many = new QToolButton(bar);
    m_wide->fill(*giveMenu(*many));
    many->setText(tr("Many rows"));
    many->setAccessibleName(tr("Decide many rows at once"));
    many->setToolTip(many->accessibleName());
    layout->addWidget(many);
    layout->addStretch();
}

DifferenceFilter RowsPage::filter() const
{
    DifferenceFilter filter{.table = m_table, .written = m_written};
    const int chosen = m_filter->currentData().toInt();
    filter.unresolvedOnly = chosen == undecidedRows;
    if (chosen >= 0)
        filter.outcomes = {Outcome(chosen)};
    return filter;
}

void RowsPage::fillFilter()
{
    const QVariant chosen = m_filter->count() > 0 ? m_filter->currentData() : QVariant(allRows);
    m_filter->clear();
    const auto counts = m_workspace.session() && m_table ? m_workspace.session()->counts() : QList<TableCounts>();
    const TableCounts own = counts ? counts->value(m_table.value_or(-1)) : TableCounts();
    const auto numbered = [this](const QString &name, qint64 rows) { // the counts are those of all times
        return m_written ? name : u"%1 %2"_s.arg(name).arg(rows);
    };
    m_filter->addItem(numbered(tr("All"), differenceCount(own)), allRows);
    m_filter->addItem(numbered(tr("Undecided"), own.unresolved), undecidedRows);
    for (const Outcome outcome : allOutcomes) {
        if (const qint64 count = own.outcomes.value(outcome); count > 0 && outcome != Outcome::Unchanged)
            m_filter->addItem(numbered(Words::outcomeName(outcome), count), int(outcome));
    }
    m_filter->setCurrentIndex(qMax(0, m_filter->findData(chosen)));
}

void RowsPage::fillOrder()
{
    for (const RowOrder order : allRowOrders)
        m_order->addItem(Words::order(order), int(order));
}

void RowsPage::reload(qint64 keepDifference)
{
    fillFilter();
    m_wanted = keepDifference;
    m_source.show(
        m_workspace.session(),
        {.filter = filter(), .order = RowOrder(m_order->currentData().toInt()), .differingIn = m_differingIn});
    restoreColumns();
    updateTitles();
    showEmptiness();
    if (m_source.count() > 0)
        goToRow(0);
    goToWanted();
    updateRow();
    m_map->update(m_workspace.session());
}

void RowsPage::goToWanted()
{
    const int row = m_wanted > 0 ? m_source.rowOf(m_wanted) : -1;
    if (row >= 0)
        goToRow(row);
    else if (m_grids->currentRow() < 0 && m_source.count() > 0)
        goToRow(0);
    if (row >= 0 || m_source.isComplete())
        m_wanted = 0;
}

void RowsPage::showDiffering(int column)
{
    const AlignedTable *table = m_source.table();
    if (m_differingIn == column || !table)
        return;
    m_differingIn = column;
    m_anyColumn->setVisible(column >= 0);
    if (column >= 0)
        m_anyColumn->setText(tr("Differ in %1 ✕").arg(table->columns.at(column).name));
    reload(currentId());
}

void RowsPage::updateTitles()
{
    const AlignedTable *table = m_source.table();
    m_title->setText(table ? table->name.display() : QString());
    m_showMasked->setVisible(table && std::ranges::any_of(table->columns, &AlignedColumn::masked));
    if (!m_workspace.isOpen())
        return;
    for (const Side side : bothSides)
        m_grids->setFaceTitle(faceOf(side), m_workspace.project().title(side));
    m_grids->setFaceTitle(Face::Baseline, tr("Baseline"));
    m_grids->setFaceTitle(Face::Merged, tr("Result"));
}

void RowsPage::showEmptiness()
{
    m_stack->setCurrentIndex(m_source.table() ? 1 : 0);
    if (!m_workspace.session())
        m_empty->say(tr("Nothing is compared yet."), tr("Compare"));
    else if (m_workspace.totals().differences == 0)
        m_empty->say(tr("No differences in %n tables. B can rejoin A.", nullptr, m_workspace.totals().tables), {});
    else
        m_empty->say(tr("Choose a table at the left."), {});
}

void RowsPage::showWritten(const std::optional<TimeSpan> &written)
{
    if (m_written == written)
        return;
    m_written = written;
    m_anyTime->setVisible(written.has_value());
    if (written)
        m_anyTime->setText(tr("Written %1 ✕").arg(engineText(timeSpanText(*written))));
    else
        Q_EMIT writtenCleared();
    reload(0);
}

/// Of the table, whatever was shown of another one.
void RowsPage::showAllRows()
{
    m_filter->setCurrentIndex(0);
    m_differingIn = -1;
    m_anyColumn->setVisible(false);
}

/// The row under the cursor; 0 where there is none.
qint64 RowsPage::currentId() const
{
    const int row = m_grids->currentRow();
    return row >= 0 && row < m_source.count() ? m_source.idAt(row) : 0;
}

void RowsPage::showTable(int table)
{
    m_table = table;
    showAllRows();
    reload(0);
    Q_EMIT tableShown(table);
}

void RowsPage::showRow(qint64 difference)
{
    const auto found = m_workspace.session() ? m_workspace.session()->difference(difference) : fail(Error{});
    if (!found)
        return;
    const int row = m_table == found->table ? m_source.rowOf(difference) : -1;
    if (row >= 0) {
        goToRow(row);
        return;
    }
    m_table = found->table;
    showAllRows();
    if (!isWrittenIn(*found, m_written))
        showWritten(std::nullopt);
    reload(difference);
    Q_EMIT tableShown(found->table);
}

void RowsPage::showAnything()
{
    const bool isShowing = m_source.table() && (!m_written || m_source.count() > 0);
    if (isShowing || !m_workspace.session())
        return;
    if (const qint64 undecided = nextUndecided()) {
        showRow(undecided);
        return;
    }
    for (int table = 0; table < m_workspace.session()->alignment().tables.size(); ++table) {
        if (hasRows(table)) {
            showTable(table);
            return;
        }
    }
}

bool RowsPage::hasRows(int table) const
{
    if (m_written)
        return !m_workspace.session()
                    ->page({.table = table, .written = m_written}, 0, 1)
                    .value_or(QList<Difference>())
                    .isEmpty();
    return differenceCount(m_workspace.session()->counts().value_or(QList<TableCounts>()).value(table)) > 0;
}

void RowsPage::showUndecided()
{
    const auto shown = std::exchange(m_table, std::nullopt);
    goUndecided(Direction::Forward);
    if (!m_table)
        m_table = shown;
}

void RowsPage::updateRow()
{
    const int row = m_grids->currentRow();
    const bool valid = row >= 0 && row < m_source.count();
    const QString count = QLocale().toString(m_source.count());
    m_position->setText(!m_source.table()        ? QString()
                        : !m_source.isComplete() ? tr("%1 rows, reading on…").arg(count)
                        : valid                  ? tr("%1 of %2").arg(QLocale().toString(row + 1), count)
                                                 : tr("no rows"));
    m_decisions->setRows(valid ? m_grids->selectedRows() : QList<int>());
    const Difference *difference = valid ? m_source.at(row) : nullptr;
    m_sentence->setText(difference ? Words::rowSentence(m_source, *difference) : QString());
    const int section = m_grids->currentIndex().column();
    m_wide->setColumn(valid ? m_model.sectionAt(section).column : -1);
    m_detail->show(valid ? row : -1, section);
}

void RowsPage::openMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_decisions->fill(*menu);
    menu->addSeparator();
    m_wide->fill(*menu);
    menu->addAction(tr("A rule for rows like this…"), this, [this] {
        const int column = m_model.sectionAt(m_grids->currentIndex().column()).column;
        const AlignedTable *table = m_source.table();
        if (table)
            Q_EMIT ruleRequested(table->name.display(), column >= 0 && !table->keyColumns.contains(column)
                                                            ? table->columns.at(column).name
                                                            : QString());
    });
    menu->addSeparator();
    m_copying->fill(*menu);
    fillColumnMenu(*menu->addMenu(tr("Columns")));
    menu->popup(globalPosition);
}

} // namespace Rejoin

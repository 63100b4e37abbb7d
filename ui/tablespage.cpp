#include "ui/tablespage.h"

#include "ui/emptystate.h"
#include "ui/enginewords.h"
#include "ui/keymap.h"
#include "ui/words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr std::array allFilters{TableFilter::Undecided, TableFilter::Conflicts, TableFilter::Differences,
                                TableFilter::All};
constexpr int findingsHeight = 130;
constexpr int rowPadding = 8;
constexpr auto countProperty = "count";

QString nameOf(TableFilter filter)
{
    switch (filter) {
    case TableFilter::Undecided: return TablesPage::tr("Undecided");
    case TableFilter::Conflicts: return TablesPage::tr("Conflicts");
    case TableFilter::Differences: return TablesPage::tr("Differences");
    case TableFilter::All: return TablesPage::tr("All");
    }
    return {};
}

/// A finding with the table that it is about.
class FindingsList : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return QIdentityProxyModel::data(index, role);
        const auto severity = Finding::Severity(index.data(FindingsModel::SeverityRole).toInt());
        const QString sign = severity == Finding::Severity::Notice ? u"ℹ"_s : u"⚠"_s;
        const QString table = index.data(FindingsModel::TableRole).toString();
        const QString text = engineText(QIdentityProxyModel::data(index, role).toString());
        return table.isEmpty() ? u"%1 %2"_s.arg(sign, text) : u"%1 %2: %3"_s.arg(sign, table, text);
    }
};

} // namespace

TablesPage::TablesPage(Workspace &workspace, TablesModel *tables, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tables(tables)
    , m_list(tables)
    , m_view(new QTableView(this))
    , m_chips(new QButtonGroup(this))
    , m_grouping(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_findingsTitle(new QLabel(tr("Findings"), this))
    , m_findingsPanel(new QWidget(this))
    , m_compare(new QPushButton(tr("Compare again"), this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(makeChips());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_findingsPanel);
    setLayout(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);

    m_view->setModel(&m_list);
    m_view->setAccessibleName(tr("Tables"));
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(TablesModel::UndecidedColumn, Qt::DescendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    connect(m_view, &QAbstractItemView::activated, this, &TablesPage::open);

    auto *findingsLayout = new QVBoxLayout(m_findingsPanel);
    findingsLayout->setContentsMargins(0, 0, 0, 0);
    auto *findings = new QListView(m_findingsPanel);
    auto *findingsText = new FindingsList(this);
    findingsText->setSourceModel(&m_findings);
    findings->setModel(findingsText);
    findings->setWordWrap(true);
    findings->setAccessibleName(tr("Findings"));
    m_findingsTitle->setBuddy(findings);
    findingsLayout->addWidget(m_findingsTitle);
    findingsLayout->addWidget(findings);
    m_findingsPanel->setMaximumHeight(findingsHeight);

    tellKey(m_compare, KeyAction::CompareAgain, tr("Compare again; decisions of rows that did not move are kept"));
    connect(m_compare, &QPushButton::clicked, this, &TablesPage::compareAgain);
    connect(m_empty, &EmptyState::stepTaken, this, &TablesPage::compareAgain);
    for (const auto signal : {&Workspace::comparisonChanged, &Workspace::comparisonProgressed,
                              &Workspace::decisionsChanged, &Workspace::projectChanged})
        connect(&m_workspace, signal, this, &TablesPage::updateState);
    connect(&m_workspace.jobs(), &Jobs::progressed, m_tables, &TablesModel::takeProgress);
    connect(&m_workspace.jobs(), &Jobs::started, this, &TablesPage::updateState);
    connect(&m_workspace.jobs(), &Jobs::ended, this, &TablesPage::updateState);
    connect(m_tables, &QAbstractItemModel::modelReset, m_view, &QTableView::resizeColumnsToContents);
    connect(&m_workspace, &Workspace::compared, m_view, &QTableView::resizeColumnsToContents);
    updateState();
}

QWidget *TablesPage::makeChips()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const TableFilter filter : allFilters) {
        auto *chip = new QPushButton(bar);
        chip->setCheckable(true);
        chip->setChecked(filter == TableFilter::All);
        m_chips->addButton(chip, int(filter));
        layout->addWidget(chip);
    }
    layout->addSpacing(12);
    layout->addWidget(m_grouping);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_compare);
    m_grouping->addItem(tr("in one list"), int(TableGrouping::None));
    m_grouping->addItem(tr("by schema"), int(TableGrouping::Schema));
    m_grouping->addItem(tr("by state"), int(TableGrouping::Stage));
    m_grouping->addItem(tr("parents first"), int(TableGrouping::ParentsFirst));
    m_grouping->setAccessibleName(tr("How the tables stand together"));
    m_grouping->setToolTip(m_grouping->accessibleName());
    connect(m_grouping, &QComboBox::activated, this,
            [this] { m_list.setGrouping(TableGrouping(m_grouping->currentData().toInt())); });
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int filter) {
        m_list.setFilter(TableFilter(filter));
        updateChips();
    });
    return bar;
}

void TablesPage::updateChips()
{
    for (const TableFilter filter : allFilters) {
        int count = 0;
        for (int row = 0; row < m_tables->rowCount(); ++row)
            count += m_tables->accepts(row, filter) ? 1 : 0;
        const QString text = tr("%1 %2").arg(nameOf(filter)).arg(count);
        QAbstractButton *chip = m_chips->button(int(filter));
        chip->setProperty(countProperty, count);
        QFont font = chip->font();
        font.setBold(chip->isChecked());
        chip->setFont(font);
        chip->setText(text);
        m_chips->button(int(filter))->setAccessibleName(tr("Show tables: %1").arg(text));
    }
}

void TablesPage::updateSummary()
{
    const Totals totals = m_workspace.totals();
    if (totals.differences == 0) {
        m_summary->setText(
            totals.changesOnly > 0
                ? tr("No differences among what was written since the split; deleted rows were not looked for.")
            : totals.failedTables == 0 ? tr("No differences in %n tables. B can rejoin A.", nullptr, totals.tables)
                                       : tr("No differences in the tables that could be compared."));
        return;
    }
    m_summary->setText(tr("Different: %1 in %2 of %n tables; %3 automatic, %4 undecided", nullptr, totals.tables)
                           .arg(Words::rows(totals.differences))
                           .arg(m_chips->button(int(TableFilter::Differences))->property(countProperty).toInt())
                           .arg(totals.automatic())
                           .arg(totals.open()));
}

void TablesPage::updateState()
{
    const bool working = m_workspace.jobs().isRunning();
    m_compare->setEnabled(m_workspace.isOpen() && !working);
    m_stack->setCurrentIndex(m_workspace.session() ? 1 : 0);
    if (!m_workspace.session())
        m_empty->say(working ? tr("Comparing…") : tr("Nothing is compared yet."),
                     working || !m_workspace.isOpen() ? QString() : tr("Compare"));
    m_findings.show(m_workspace.session());
    m_findingsPanel->setVisible(m_findings.rowCount() > 0);
    m_findingsTitle->setText(tr("Findings: %1").arg(m_findings.rowCount()));
    updateChips();
    updateSummary();
}

void TablesPage::compareAgain()
{
    if (m_workspace.isOpen() && !m_workspace.jobs().isCritical())
        m_workspace.compare({});
}

void TablesPage::open(const QModelIndex &index)
{
    Q_EMIT tableChosen(m_list.mapToSource(index).row());
}

} // namespace Rejoin

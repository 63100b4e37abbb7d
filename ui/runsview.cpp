#include "ui/runsview.h"

#include "ui/enginewords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace Rejoin {

namespace {

constexpr int shownRows = 4;
constexpr int rowPadding = 6;

} // namespace

RunsView::RunsView(QWidget *parent)
    : QWidget(parent)
    , m_view(new QTableView(this))
    , m_undo(new QPushButton(tr("Undo the selected run"), this))
{
    auto *words = new EngineWordsModel(this);
    words->setSourceModel(&m_model);
    m_view->setModel(words);
    m_view->setAccessibleName(tr("Runs and what they left on the servers"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setMaximumHeight((fontMetrics().height() + rowPadding) * (shownRows + 1) + 2 * rowPadding);
    m_undo->setToolTip(tr("Run the undo script of its bundle: it proves first that no row moved since"));
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("Runs from this project's bundles"), this);
    title->setBuddy(m_view);
    head->addWidget(title, 1);
    head->addWidget(m_undo);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsView::updateState);
    connect(m_undo, &QPushButton::clicked, this,
            [this] { Q_EMIT undoRequested(m_model.run(m_view->currentIndex().row())); });
    setVisible(false);
}

void RunsView::show(const Session *session)
{
    const Result<QList<BundleRun>> runs = session ? bundleRuns(*session) : QList<BundleRun>();
    m_model.show(runs.value_or(QList<BundleRun>()), session ? session->header().titles : PerSide<QString>());
    m_view->resizeColumnsToContents();
    setVisible(m_model.rowCount() > 0);
    if (m_model.rowCount() > 0)
        m_view->selectRow(0);
    updateState();
    if (!runs)
        Q_EMIT failed(runs.error());
}

void RunsView::setFree(bool isFree)
{
    m_isFree = isFree;
    updateState();
}

void RunsView::updateState()
{
    const int row = m_view->currentIndex().row();
    m_undo->setEnabled(m_isFree && row >= 0 && m_model.canUndo(row));
}

} // namespace Rejoin

#include "ui/schemaview.h"

#include "ui/enginewords.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

namespace Rejoin {

SchemaView::SchemaView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_all(new QCheckBox(tr("Unchanged columns too"), this))
    , m_view(new QTableView(this))
{
    auto *words = new EngineWordsModel(this);
    words->setSourceModel(&m_model);
    m_view->setModel(words);
    m_view->setAccessibleName(tr("Schema of the table in the baseline, on A and on B"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    connect(m_all, &QCheckBox::toggled, this, &SchemaView::fill);
    clear();
}

void SchemaView::show(const AlignedTable &table, const QStringList &renamed)
{
    m_table = table;
    fill();
    showRenames(renamed);
    setVisible(true);
}

void SchemaView::clear()
{
    m_table = {};
    m_model.clear();
    setVisible(false);
}

void SchemaView::fill()
{
    m_model.show(m_table, m_all->isChecked() ? SchemaModel::Rows::All : SchemaModel::Rows::Changed);
    const QString name = m_table.name.display();
    m_title->setText(m_model.changes() == 0   ? tr("The schema of %1 is the same everywhere.").arg(name)
                     : m_model.changes() == 1 ? tr("Schema of %1: 1 change").arg(name)
                                              : tr("Schema of %1: %2 changes").arg(name).arg(m_model.changes()));
    m_view->setVisible(m_model.rowCount() > 0);
    m_view->setColumnHidden(SchemaModel::BaselineColumn, !m_table.in.baseline);
    m_view->resizeColumnsToContents();
}

void SchemaView::showRenames(const QStringList &renamed)
{
    delete m_renames;
    m_renames = new QWidget(this);
    auto *layout = new QVBoxLayout(m_renames);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &rename, const QString &text, bool isOne) {
        auto *box = new QCheckBox(text, m_renames);
        box->setChecked(isOne);
        connect(box, &QCheckBox::toggled, this,
                [this, rename](bool isChecked) { Q_EMIT renameDecided(m_table.name.display(), rename, isChecked); });
        layout->addWidget(box);
    };
    for (const QString &rename : renamed)
        add(rename, tr("%1: one column, renamed").arg(rename), true);
    for (const RenameProposal &proposal : renameProposals(m_table)) {
        if (!renamed.contains(proposal.toText()))
            add(proposal.toText(),
                tr("%1 on A is %2 on B, renamed (%3)").arg(proposal.onA, proposal.onB, engineText(proposal.reason)),
                false);
    }
    m_renames->setVisible(layout->count() > 0);
    this->layout()->addWidget(m_renames);
}

} // namespace Rejoin

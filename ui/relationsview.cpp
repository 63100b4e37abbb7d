#include "ui/relationsview.h"

#include "ui/enginewords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace Rejoin {

namespace {

constexpr int shownRows = 4;

} // namespace

RelationsView::RelationsView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_view(new QTableView(this))
    , m_follow(new QPushButton(tr("Follow it"), this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    auto *words = new EngineWordsModel(this);
    words->setSourceModel(&m_model);
    m_view->setModel(words);
    m_view->setAccessibleName(tr("References that no foreign key declares"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setMaximumHeight(fontMetrics().height() * 2 * (shownRows + 1));
    m_follow->setToolTip(tr("It is a reference: what gets a new key is followed by it"));
    m_dismiss->setToolTip(tr("It is none: it is not followed, and not proposed again"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_follow);
    head->addWidget(m_dismiss);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_view);
    connect(m_follow, &QPushButton::clicked, this, [this] { answer(RelationsModel::Answer::Follow); });
    connect(m_dismiss, &QPushButton::clicked, this, [this] { answer(RelationsModel::Answer::Dismissed); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RelationsView::updateState);
    clear();
}

void RelationsView::show(const QList<RelationProposal> &proposals, const Project &project)
{
    m_model.show(proposals, project.scope.relations, project.dismissedRelations);
    m_view->resizeColumnToContents(RelationsModel::ReferenceColumn);
    m_view->resizeColumnToContents(RelationsModel::AnswerColumn);
    m_view->selectRow(0);
    setVisible(m_model.rowCount() > 0);
    updateState();
}

void RelationsView::clear()
{
    m_model.clear();
    setVisible(false);
}

void RelationsView::writeTo(Project &project) const
{
    if (m_model.rowCount() == 0)
        return;
    project.scope.relations = m_model.answered(RelationsModel::Answer::Follow);
    project.dismissedRelations = m_model.answered(RelationsModel::Answer::Dismissed);
}

/// The same answer again takes it back.
void RelationsView::answer(RelationsModel::Answer answer)
{
    const int row = m_view->currentIndex().row();
    if (row < 0)
        return;
    m_model.setAnswer(row, m_model.answer(row) == answer ? RelationsModel::Answer::Open : answer);
    m_view->resizeColumnToContents(RelationsModel::AnswerColumn);
    updateState();
}

void RelationsView::updateState()
{
    const int row = m_view->currentIndex().row();
    const bool isOne = row >= 0;
    const auto has = [&](RelationsModel::Answer answer) { return isOne && m_model.answer(row) == answer; };
    m_follow->setEnabled(isOne && m_model.canFollow(row));
    m_dismiss->setEnabled(isOne);
    m_follow->setText(has(RelationsModel::Answer::Follow) ? tr("Do not follow it") : tr("Follow it"));
    m_dismiss->setText(has(RelationsModel::Answer::Dismissed) ? tr("Propose it again") : tr("Dismiss"));
    const qsizetype open = m_model.openCount();
    m_title->setText(open == 0   ? tr("References that no foreign key declares: all answered. They are saved with "
                                        "Save and compare.")
                     : open == 1 ? tr("1 reference that no foreign key declares, as it seems. New keys are followed "
                                      "only by what you confirm.")
                                 : tr("%1 references that no foreign key declares, as it seems. New keys are followed "
                                      "only by what you confirm.")
                                       .arg(open));
}

} // namespace Rejoin

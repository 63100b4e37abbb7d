#include "models/relationsmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

RelationsModel::RelationsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RelationsModel::show(const QList<RelationProposal> &proposals, const QList<VirtualRelation> &followed,
                          const QList<VirtualRelation> &dismissed)
{
    beginResetModel();
    m_rows.clear();
    for (const RelationProposal &proposal : proposals) {
        const Answer answer = isAmong(followed, proposal.relation)    ? Answer::Follow
                              : isAmong(dismissed, proposal.relation) ? Answer::Dismissed
                                                                      : Answer::Open;
        m_rows.append({proposal, answer});
    }
    add(followed, Answer::Follow, tr("given in the project"));
    add(dismissed, Answer::Dismissed, tr("dismissed in the project"));
    std::ranges::stable_sort(m_rows, {}, [](const ProposalRow &row) { return row.answer != Answer::Open; });
    endResetModel();
}

void RelationsModel::add(const QList<VirtualRelation> &relations, Answer answer, const QString &evidence)
{
    for (const VirtualRelation &relation : relations) {
        const bool isShown = std::ranges::any_of(
            m_rows, [&](const ProposalRow &row) { return isSameReference(row.proposal.relation, relation); });
        if (!isShown)
            m_rows.append({RelationProposal{.relation = relation, .evidence = {evidence}}, answer});
    }
}

void RelationsModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void RelationsModel::setAnswer(int row, Answer answer)
{
    m_rows[row].answer = answer;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

qsizetype RelationsModel::openCount() const
{
    return std::ranges::count(m_rows, Answer::Open, &ProposalRow::answer);
}

QList<VirtualRelation> RelationsModel::answered(Answer answer) const
{
    QList<VirtualRelation> relations;
    for (const ProposalRow &row : m_rows) {
        if (row.answer == answer)
            relations.append(row.proposal.relation);
    }
    return relations;
}

int RelationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RelationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RelationsModel::answerText(const ProposalRow &row)
{
    switch (row.answer) {
    case Answer::Open: return row.proposal.withinText ? tr("? stays as it is") : tr("? not followed");
    case Answer::Follow: return tr("✓ new keys are followed");
    case Answer::Dismissed: return tr("✕ dismissed");
    }
    return {};
}

QString RelationsModel::text(const ProposalRow &row, Column column)
{
    switch (column) {
    case ReferenceColumn: return row.proposal.toText();
    case AnswerColumn: return answerText(row);
    case EvidenceColumn: return row.proposal.evidence.join(u"; "_s);
    case ColumnCount: break;
    }
    return {};
}

QVariant RelationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProposalRow &row = m_rows[index.row()];
    if (role == Qt::AccessibleTextRole)
        return u"%1, %2: %3"_s.arg(text(row, ReferenceColumn), text(row, AnswerColumn), text(row, EvidenceColumn));
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text(row, Column(index.column())))
                                                              : QVariant();
}

QVariant RelationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Reference that no foreign key declares"), tr("New keys"), tr("What speaks for it")}.value(
        section);
}

} // namespace Rejoin

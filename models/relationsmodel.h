#pragma once

#include "diffcore/schema/relationproposal.h"

#include <QAbstractTableModel>

namespace Rejoin {

/// References that no foreign key declares: those that the person gave, those that the servers' rows propose, and what
/// the person says of each.
class RelationsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ReferenceColumn, AnswerColumn, EvidenceColumn, ColumnCount };
    enum class Answer : quint8 {
        Open,      ///< proposed, and nobody answered
        Follow,    ///< new keys are followed by it
        Dismissed, ///< it is no reference
    };

    explicit RelationsModel(QObject *parent = nullptr);

    void show(const QList<RelationProposal> &proposals, const QList<VirtualRelation> &followed,
              const QList<VirtualRelation> &dismissed);
    void clear();

    [[nodiscard]] Answer answer(int row) const { return m_rows.at(row).answer; }
    void setAnswer(int row, Answer answer);
    /// Numbers within texts are told; nothing can follow them.
    [[nodiscard]] bool canFollow(int row) const { return !m_rows.at(row).proposal.withinText; }
    [[nodiscard]] qsizetype openCount() const;
    /// For the project; what was given to show() and is no row of a proposal is among them.
    [[nodiscard]] QList<VirtualRelation> answered(Answer answer) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// AccessibleTextRole: the row as a sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct ProposalRow
    {
        RelationProposal proposal;
        Answer answer = Answer::Open;
    };

    void add(const QList<VirtualRelation> &relations, Answer answer, const QString &evidence);
    [[nodiscard]] static QString text(const ProposalRow &row, Column column);
    [[nodiscard]] static QString answerText(const ProposalRow &row);

    QList<ProposalRow> m_rows;
};

} // namespace Rejoin

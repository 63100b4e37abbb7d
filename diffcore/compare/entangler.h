#pragma once

#include "diffcore/compare/servers.h"
#include "diffcore/session/session.h"

namespace Rejoin {

class DifferenceMaker;
class EvidenceChooser;

/// Finds the rows that are equal on A and B in every digit and yet may be two rows.
///
/// A key that both servers gave out after the split names two rows, so what refers to it refers to two. For every key
/// collision of the session both servers are asked for all rows that refer to it, by declared foreign keys and by the
/// relations that the person gave. Rows that are equal on both under one key become records of their own
/// (`entangled`). Rows that differ are records already; where their own key holds the reference, they follow their
/// parent and become key collisions (line 9 of the outcome table). Where both servers gave them a reference of the same
/// digits, whose it is cannot be merged from the digits: they become cell conflicts (`entangled`). Collisions are
/// followed to their own children, through any depth.
class Entangler
{
public:
    Entangler(Servers &servers, Session &session, const EvidenceChooser &evidence, const CancelToken &cancel);
    /// Only rows of tables that are compared are found.
    [[nodiscard]] Result<void> run();

private:
    /// Rows that refer to collisions and have one key on A and B.
    struct Children
    {
        QList<RowKey> equalKeys;
        QList<Row> equalRows;
        QList<RowKey> unlikeKeys;
        QList<RowKey> loneKeys; ///< of one side
    };

    [[nodiscard]] Result<void> follow(QList<Difference> parents);
    [[nodiscard]] bool isFollowed(const Relation &relation) const;
    [[nodiscard]] Result<Children> childrenOf(const Relation &relation, const QList<QList<Value>> &tuples) const;
    [[nodiscard]] Result<QList<Difference>> entangle(const Relation &relation, const Children &children);
    /// Records of rows that differ and that no source proposed: a filter, or a list of changes, left them out.
    [[nodiscard]] Result<QList<Difference>> takeIn(const Relation &relation, const Children &children);
    [[nodiscard]] Result<QList<Difference>> rowsOf(int child, const QList<RowKey> &keys, DifferenceMaker &maker) const;
    /// Of a keyless table: the copies of these rows that A and B do not share.
    [[nodiscard]] Result<QList<Difference>> copiesOf(int child, const QList<RowKey> &keys,
                                                     DifferenceMaker &maker) const;
    [[nodiscard]] Result<QList<Difference>> judgeUnlike(const Relation &relation, const Children &children);

    Servers &m_servers;
    Session &m_session;
    const EvidenceChooser &m_evidence;
    CancelToken m_cancel;
    QList<TableStatus> m_statuses;
};

} // namespace Rejoin

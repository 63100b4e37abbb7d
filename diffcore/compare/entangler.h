#pragma once

#include "diffcore/compare/servers.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// Finds the rows that are equal on A and B in every digit and yet may be two rows.
///
/// A key that both servers gave out after the split names two rows, so what refers to it refers to two. For every key
/// collision of the session both servers are asked for all rows that refer to it, by declared foreign keys and by the
/// relations that the person gave. Rows that are equal on both under one key become records of their own
/// (`entangled`); those that are collisions themselves are followed to their own children, through any depth.
class Entangler
{
public:
    Entangler(Servers &servers, Session &session, const CancelToken &cancel);
    [[nodiscard]] Result<void> run();

private:
    [[nodiscard]] Result<QList<Difference>> collisions() const;
    [[nodiscard]] Result<QList<Difference>> childrenOf(const Relation &relation, const QList<QList<Value>> &tuples);
    [[nodiscard]] Result<QList<Difference>> makeRecords(int table, const QList<RowKey> &keys, const QList<Row> &rows);

    Servers &m_servers;
    Session &m_session;
    CancelToken m_cancel;
};

} // namespace Rejoin

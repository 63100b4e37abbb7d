#pragma once

#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/connection.h"

namespace Rejoin {

/// One consistent read of each connection, ended whatever happens.
class ReadTransactions
{
public:
    /// Nulls are left out.
    explicit ReadTransactions(const QList<Connection *> &connections)
        : m_connections(connections)
    {
        m_connections.removeAll(nullptr);
    }
    ReadTransactions(const ReadTransactions &) = delete;
    ReadTransactions &operator=(const ReadTransactions &) = delete;

    [[nodiscard]] Result<void> begin()
    {
        for (Connection *connection : std::as_const(m_connections)) {
            m_begun.append(connection);
            for (const QString &statement : connection->dialect().beginRead())
                REJOIN_TRY(connection->execute(statement));
        }
        return {};
    }

    ~ReadTransactions()
    {
        for (Connection *connection : std::as_const(m_begun)) {
            for (const QString &statement : connection->dialect().endRead())
                (void)connection->execute(statement); // nothing was written: a failed end loses nothing
        }
    }

private:
    QList<Connection *> m_connections;
    QList<Connection *> m_begun;
};

} // namespace Rejoin

#include "diffcore/evidence/keptpasts.h"

#include "diffcore/odbc/connection.h"

namespace Rejoin {

KeptPasts::KeptPasts(PerSide<Connection *> servers)
    : m_servers(servers)
{
}

bool KeptPasts::lacksVersions(Side side, const TableName &table)
{
    if (!m_versioned[side])
        m_versioned[side] = ask(side, m_servers[side]->dialect().past().selectVersionedTables());
    return lacks(*m_versioned[side], table);
}

bool KeptPasts::lacksList(Side side, const TableName &table, Watch watch)
{
    if (!m_watched[side].contains(watch))
        m_watched[side].insert(watch, ask(side, m_servers[side]->dialect().past().selectWatchedTables(watch)));
    return lacks(m_watched[side].value(watch), table);
}

bool KeptPasts::lacks(const Tables &tables, const TableName &table)
{
    return tables && !tables->contains(table);
}

KeptPasts::Tables KeptPasts::ask(Side side, const QString &query)
{
    if (query.isEmpty())
        return std::nullopt;
    const Result<TextRows> rows = m_servers[side]->query(query);
    if (!rows)
        return std::nullopt;
    QSet<TableName> tables;
    for (const auto &row : *rows)
        tables.insert({QString::fromUtf8(row.value(0).value_or(QByteArray())),
                       QString::fromUtf8(row.value(1).value_or(QByteArray()))});
    return tables;
}

} // namespace Rejoin

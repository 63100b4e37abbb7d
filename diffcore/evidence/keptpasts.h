#pragma once

#include "diffcore/base/side.h"
#include "diffcore/dialect/past.h"

#include <QHash>
#include <QSet>

namespace Rejoin {

/// Which tables the servers keep a past of at all: asked once for all tables of a server, so that those that have none,
/// which are most, cost no question of their own.
class KeptPasts
{
public:
    explicit KeptPasts(PerSide<Connection *> servers);

    /// Whether a server is known to keep no versions, or no list of this kind, of a table. False where it did not tell.
    [[nodiscard]] bool lacksVersions(Side side, const TableName &table);
    [[nodiscard]] bool lacksList(Side side, const TableName &table, Watch watch);

private:
    using Tables = std::optional<QSet<TableName>>; ///< nothing: the server does not tell

    [[nodiscard]] static bool lacks(const Tables &tables, const TableName &table);
    [[nodiscard]] Tables ask(Side side, const QString &query);

    PerSide<Connection *> m_servers;
    PerSide<std::optional<Tables>> m_versioned; ///< nothing: not asked yet
    PerSide<QHash<Watch, Tables>> m_watched;
};

} // namespace Rejoin

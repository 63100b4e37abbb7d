#pragma once

#include "diffcore/dialect/past.h"

namespace Rejoin {

class MariaDbDialect;

/// MySQL keeps no versions of rows.
class MariaDbPast final : public Past
{
public:
    explicit MariaDbPast(Engine engine);

    /// A table that was made before the moment, or that has a version from before it, keeps them since before: giving a
    /// table versions makes it anew, and dates all of its rows then. What DELETE HISTORY took leaves no trace but that
    /// nothing is older; a dropped partition moves the start of the others.
    [[nodiscard]] QString selectVersionedTables() const override;
    [[nodiscard]] Result<KeptVersions> readKeptVersions(Connection &connection, const Table &table,
                                                        const QDateTime &moment) const override;
    [[nodiscard]] QString selectHighestAsOf(const Table &table, const QString &column,
                                            const QDateTime &moment) const override;
    /// How far InnoDB's log is; nothing where the database has tables that another engine keeps, which could be written
    /// without a trace in it.
    [[nodiscard]] QString readWritePosition(Connection &connection) const override;
    [[nodiscard]] QList<SplitSource> splitSources() const override;

private:
    Engine m_engine;
};

/// " FOR SYSTEM_TIME …", behind a table's name.
[[nodiscard]] QString mariaDbVersions(const RowVersions &versions);
/// Condition on versions of the alias `t` that one began or ended since.
[[nodiscard]] QString mariaDbTouched(const MariaDbDialect &dialect, const RowVersions &versions);

} // namespace Rejoin

#include "diffcore/dialect/dialect.h"

#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/postgresqldialect.h"
#include "diffcore/dialect/sqlitedialect.h"
#include "diffcore/dialect/sqlserverdialect.h"

namespace Rejoin {

std::unique_ptr<Dialect> Dialect::make(const ServerInfo &server)
{
    switch (server.engine) {
    case Engine::Sqlite: return std::make_unique<SqliteDialect>(server);
    case Engine::PostgreSql: return std::make_unique<PostgreSqlDialect>(server);
    case Engine::MariaDb:
    case Engine::MySql: return std::make_unique<MariaDbDialect>(server);
    case Engine::SqlServer: return std::make_unique<SqlServerDialect>(server);
    }
    Q_UNREACHABLE();
}

QString Dialect::name(const TableName &table) const
{
    return table.schema.isEmpty() ? name(table.name) : name(table.schema) + QLatin1Char('.') + name(table.name);
}

QString Dialect::proveCondition(const Table &table, const QString &condition) const
{
    return countRows(table, QStringLiteral("1 = 0 AND (%1)").arg(condition));
}

QString Dialect::selectSums(const Summing &) const
{
    return {};
}

QString Dialect::selectRowSums(const Summing &, const QList<qint64> &) const
{
    return {};
}

QString Dialect::selectRowEstimate(const Table &) const
{
    return {};
}

QString Dialect::selectSpan(const Table &table, const QString &column) const
{
    return QStringLiteral("SELECT min(%1), max(%1) FROM %2").arg(name(column), name(table.name));
}

std::optional<Neighbour> Dialect::neighbour(const ServerInfo &, const ServerInfo &) const
{
    return std::nullopt;
}

bool Dialect::joinsBy(const Column &, const Column &) const
{
    return false;
}

QString Dialect::selectUnlike(const Joining &) const
{
    return {};
}

QString Dialect::selectCommitTimes(const Selection &, const QList<QList<Value>> &) const
{
    return {};
}

QStringList Dialect::scriptOperations(const QList<RowChange> &changes) const
{
    QStringList statements;
    for (const RowChange &change : changes)
        statements += scriptOperation(change);
    return statements;
}

} // namespace Rejoin

#include "diffcore/dialect/postgresqlidentity.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const auto prefix = u"PostgreSQL system "_s;

} // namespace

QString postgresIdentity()
{
    return u"(SELECT '"_s + prefix +
           u"' || (SELECT system_identifier FROM pg_catalog.pg_control_system()) || ' ' ||\n"
           "  CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'in recovery' ELSE 'time line ' ||\n"
           "    left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 8) END || ' database ' || oid\n"
           "  FROM pg_catalog.pg_database WHERE datname = current_database())"_s;
}

QString postgresSessionIdentity()
{
    return u"(SELECT "_s + postgresIdentity() +
           u" || CASE WHEN pg_catalog.count(*) = 1\n"
           "    AND pg_catalog.strpos(pg_catalog.current_setting('search_path'), '$user') = 0\n"
           "    THEN ' schema ' || pg_catalog.min(path.schema::text) ELSE '' END\n"
           "  FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS path(schema)\n"
           "  WHERE path.schema <> 'information_schema' AND path.schema NOT LIKE 'pg\\_%')"_s;
}

PostgresIdentity splitPostgresIdentity(const QString &identity)
{
    static const QRegularExpression parts(u"^(PostgreSQL system .* database [0-9]+) schema (.+)$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto match = parts.match(identity);
    return match.hasMatch() ? PostgresIdentity{match.captured(1), match.captured(2)} : PostgresIdentity{identity, {}};
}

bool isPostgresIdentity(const QString &identity)
{
    return identity.startsWith(prefix);
}

} // namespace Rejoin

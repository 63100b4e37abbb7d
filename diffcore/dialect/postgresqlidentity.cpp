#include "diffcore/dialect/postgresqlidentity.h"

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

bool isPostgresIdentity(const QString &identity)
{
    return identity.startsWith(prefix);
}

} // namespace Rejoin

#include "diffcore/dialect/serverload.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString selectRunningStatements(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite: return {};
    case Engine::PostgreSql:
        return u"SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE state = 'active' AND backend_type = "
               "'client backend' AND pid <> pg_catalog.pg_backend_pid()"_s;
    case Engine::MariaDb:
    case Engine::MySql:
        return u"SELECT count(*) FROM information_schema.processlist WHERE command IN ('Query', 'Execute') AND id <> "
               "connection_id()"_s;
    case Engine::SqlServer:
        return u"SELECT COUNT(*) FROM sys.dm_exec_requests AS r JOIN sys.dm_exec_sessions AS s ON s.session_id = "
               "r.session_id WHERE s.is_user_process = 1 AND r.session_id <> @@SPID"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Rejoin

#include "diffcore/dialect/engine.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString engineName(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite: return u"SQLite"_s;
    case Engine::PostgreSql: return u"PostgreSQL"_s;
    case Engine::MariaDb: return u"MariaDB"_s;
    case Engine::MySql: return u"MySQL"_s;
    case Engine::SqlServer: return u"SQL Server"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Rejoin

#include "diffcore/dialect/oneschema.h"

#include "diffcore/dialect/postgresqlidentity.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString oneSchemaOf(const ServerInfo &server)
{
    return server.engine == Engine::PostgreSql ? splitPostgresIdentity(server.identity).schema : QString();
}

QString databaseIdentity(const ServerInfo &server)
{
    return server.engine == Engine::PostgreSql ? splitPostgresIdentity(server.identity).database : server.identity;
}

QString databaseText(const ServerInfo &server)
{
    const QString schema = oneSchemaOf(server);
    return schema.isEmpty() ? server.database : u"%1, schema %2"_s.arg(server.database, schema);
}

bool isSameDatabase(const ServerInfo &left, const ServerInfo &right)
{
    if (databaseIdentity(left).isEmpty() || databaseIdentity(left) != databaseIdentity(right))
        return false;
    const QString schema = oneSchemaOf(left);
    return schema.isEmpty() || oneSchemaOf(right).isEmpty() || schema == oneSchemaOf(right);
}

} // namespace Rejoin

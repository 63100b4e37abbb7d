#include "diffcore/compare/servers.h"

#include "diffcore/dialect/dialect.h"
#include "diffcore/dialect/oneschema.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

static QString labelOf(Version version, const ServerEntry &entry)
{
    switch (version) {
    case Version::Baseline: return u"baseline · "_s + entry.displayLabel();
    case Version::A: return u"A · "_s + entry.displayLabel();
    case Version::B: return u"B · "_s + entry.displayLabel();
    }
    return {};
}

static const ServerEntry *entryOf(const Project &project, Version version)
{
    switch (version) {
    case Version::Baseline: return project.baseline ? &*project.baseline : nullptr;
    case Version::A: return &project.servers.a;
    case Version::B: return &project.servers.b;
    }
    return nullptr;
}

Result<std::unique_ptr<Connection>> openServer(const Project &project, Version version)
{
    const ServerEntry *entry = entryOf(project, version);
    Q_ASSERT(entry);
    return Connection::open(entry->connection, {.label = labelOf(version, *entry)});
}

/// The name of the other database, where the connection reaches it from now on.
static QString reach(Connection &connection, const ServerInfo &other)
{
    if (connection.server().engine != other.engine)
        return {};
    const std::optional<Neighbour> neighbour = connection.dialect().neighbour(connection.server(), other);
    if (!neighbour)
        return {};
    for (const QString &statement : neighbour->begin) {
        if (!connection.execute(statement))
            return {};
    }
    return neighbour->database;
}

static QString sameDatabaseAdvice(Engine engine)
{
    const QString twoDatabases = u"Name two databases that drifted apart"_s;
    return engine == Engine::PostgreSql
               ? twoDatabases + u", or two schemas: ConnSettings={SET search_path TO NAME} in each connection string"_s
               : twoDatabases;
}

Result<Servers> openServers(const Project &project)
{
    Servers servers;
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        if (!entryOf(project, version))
            continue;
        REJOIN_TRY_VALUE(connection, openServer(project, version));
        servers.at[version] = std::move(connection);
    }
    if (isSameDatabase(servers[Side::A].server(), servers[Side::B].server()))
        return fail(ErrorCode::Usage,
                    u"A and B are the same database: %1"_s.arg(databaseText(servers[Side::A].server())),
                    sameDatabaseAdvice(servers[Side::A].server().engine));
    servers.neighbour = reach(servers[Side::A], servers[Side::B].server());
    return servers;
}

} // namespace Rejoin

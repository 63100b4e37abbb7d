#include "diffcore/compare/servers.h"

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

Result<Servers> openServers(const Project &project)
{
    Servers servers;
    const PerVersion<const ServerEntry *> entries{project.baseline ? &*project.baseline : nullptr, &project.servers.a,
                                                  &project.servers.b};
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        if (!entries[version])
            continue;
        auto connection =
            Connection::open(entries[version]->connection, {.label = labelOf(version, *entries[version])});
        if (!connection)
            return fail(std::move(connection).error());
        servers.at[version] = std::move(*connection);
    }
    if (servers[Side::A].server().identity == servers[Side::B].server().identity)
        return fail(ErrorCode::Usage, u"A and B are the same database: %1"_s.arg(servers[Side::A].server().database),
                    u"Name two databases that drifted apart"_s);
    return servers;
}

} // namespace Rejoin

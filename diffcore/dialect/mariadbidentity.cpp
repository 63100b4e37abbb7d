#include "diffcore/dialect/mariadbidentity.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const auto prefix = u"MariaDB host "_s;

} // namespace

QString mariaDbIdentity()
{
    return u"concat('"_s + prefix +
           u"', @@hostname, ' port ', @@port, ' folder ', @@datadir, ' database ', coalesce(database(), ''))"_s;
}

bool isMariaDbIdentity(const QString &identity)
{
    return identity.startsWith(prefix);
}

QString mariaDbServer(const ServerInfo &server)
{
    return server.identity.chopped(server.database.size());
}

} // namespace Rejoin

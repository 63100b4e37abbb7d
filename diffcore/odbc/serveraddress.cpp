#include "diffcore/odbc/serveraddress.h"

#include "diffcore/odbc/driverquirks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

void put(ConnectionString &where, const QString &attribute, const QString &value)
{
    if (value.isEmpty())
        where.remove(attribute);
    else
        where.set(attribute, value);
}

bool portIsInServer(const ConnectionString &where)
{
    return quirksOf(where.value(u"Driver"_s)).portIsInServer;
}

/// What stands behind the last comma otherwise is part of the name, as in one that somebody mistyped.
bool isPort(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar sign) { return sign >= u'0' && sign <= u'9'; });
}

/// The driver's word for the server, of which a connection string has one alone (actingattributes.h).
QString serverAttribute(const ConnectionString &where)
{
    static const QStringList words{u"Server"_s, u"Servername"_s, u"Socket"_s};
    const auto found = std::ranges::find_if(words, [&where](const QString &word) { return where.contains(word); });
    return found == words.end() ? words.constFirst() : *found;
}

} // namespace

ServerAddress addressOf(const ConnectionString &where)
{
    ServerAddress address{where.value(serverAttribute(where)), where.value(u"Port"_s)};
    const qsizetype comma = portIsInServer(where) ? address.host.lastIndexOf(u',') : -1;
    if (comma >= 0 && isPort(QStringView(address.host).sliced(comma + 1).trimmed()))
        address = {address.host.first(comma).trimmed(), address.host.sliced(comma + 1).trimmed()};
    return address;
}

void setAddress(ConnectionString &where, const ServerAddress &address)
{
    const bool joined = portIsInServer(where) && isPort(address.port);
    put(where, serverAttribute(where), joined ? address.host + u',' + address.port : address.host);
    put(where, u"Port"_s, joined ? QString() : address.port);
}

} // namespace Rejoin

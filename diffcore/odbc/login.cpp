#include "diffcore/odbc/login.h"

#include "diffcore/odbc/serveraddress.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const QString attribute = u"RejoinLogin"_s;

QString textOf(LoginFrom from)
{
    switch (from) {
    case LoginFrom::Person: return u"ask"_s;
    case LoginFrom::Keychain: return u"keychain"_s;
    case LoginFrom::DataSource: return u"dsn"_s;
    }
    return {};
}

LoginFrom ownDefault(const ConnectionString &where)
{
    return where.contains(u"DSN"_s) ? LoginFrom::DataSource : LoginFrom::Person;
}

/// A connection string has one of these alone (actingattributes.h).
QString userOf(const ConnectionString &where)
{
    for (const auto &word : {u"Uid"_s, u"User"_s, u"Username"_s}) {
        if (const QString user = where.value(word); !user.isEmpty())
            return user;
    }
    return {};
}

} // namespace

LoginFrom loginFrom(const ConnectionString &where)
{
    const QString said = where.value(attribute);
    for (const LoginFrom from : {LoginFrom::Person, LoginFrom::Keychain, LoginFrom::DataSource}) {
        if (said.compare(textOf(from), Qt::CaseInsensitive) == 0)
            return from;
    }
    return ownDefault(where);
}

void setLoginFrom(ConnectionString &where, LoginFrom from)
{
    if (from == ownDefault(where))
        where.remove(attribute);
    else
        where.set(attribute, textOf(from));
}

bool lacksPassword(const ConnectionString &where)
{
    const bool isGiven = where.contains(u"Pwd"_s) || where.contains(u"Password"_s);
    const bool isAsked = !userOf(where).isEmpty() || loginFrom(where) == LoginFrom::Keychain;
    return !isGiven && isAsked && loginFrom(where) != LoginFrom::DataSource;
}

QString loginName(const ConnectionString &where)
{
    const ServerAddress address = addressOf(where);
    QString name = where.contains(u"DSN"_s) ? u"DSN="_s + where.value(u"DSN"_s) : address.host;
    if (!address.port.isEmpty())
        name += u':' + address.port;
    if (const QString database = where.value(u"Database"_s); !database.isEmpty())
        name += u'/' + database;
    const QString user = userOf(where);
    return user.isEmpty() ? name : u"%1@%2"_s.arg(user, name);
}

} // namespace Rejoin

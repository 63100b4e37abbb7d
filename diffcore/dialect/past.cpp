#include "diffcore/dialect/past.h"

#include "diffcore/odbc/connection.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

Result<KeptVersions> Past::readKeptVersions(Connection &connection, const Table &, const QDateTime &) const
{
    return fail(ErrorCode::Unsupported,
                u"%1 keeps no versions of its rows"_s.arg(engineName(connection.server().engine)));
}

QString Past::selectHighestAsOf(const Table &, const QString &, const QDateTime &) const
{
    return {};
}

Result<ChangeList> Past::readChangeList(Connection &connection, const Table &, const QStringList &, Watch,
                                        const QString &, const QDateTime &) const
{
    return fail(ErrorCode::Unsupported,
                u"%1 keeps no such list of changes"_s.arg(engineName(connection.server().engine)));
}

QString Past::readWritePosition(Connection &) const
{
    return {};
}

QStringList pointsOf(Connection &server)
{
    const QString query = server.dialect().past().selectPoints();
    const Result<TextRows> rows = query.isEmpty() ? Result<TextRows>(TextRows()) : server.query(query);
    QStringList points;
    for (const auto &row : rows.value_or(TextRows()))
        points += QString::fromUtf8(row.value(0).value_or("") + ' ' + row.value(1).value_or(""));
    return points;
}

QString onlyCell(Connection &connection, const QString &query)
{
    const Result<TextRows> rows = connection.query(query);
    return rows && !rows->isEmpty() && rows->first().value(0) ? QString::fromUtf8(*rows->first().first()) : QString();
}

QString momentText(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

const Past &Dialect::past() const
{
    static const Past none;
    return none;
}

} // namespace Rejoin

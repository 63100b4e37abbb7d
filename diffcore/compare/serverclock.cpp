#include "diffcore/compare/serverclock.h"

#include "diffcore/dialect/dialect.h"
#include "diffcore/value/valuetime.h"

namespace Rejoin {

std::optional<ServerClock> askClock(Connection &connection)
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const Result<TextRows> rows = connection.query(connection.dialect().selectClock());
    const QDateTime after = QDateTime::currentDateTimeUtc();
    if (!rows || rows->isEmpty() || !rows->first().value(0))
        return std::nullopt;
    const auto now = timeOf(Value::of(TypeFamily::Timestamp, *rows->first().first()));
    if (!now)
        return std::nullopt;
    return ServerClock{*now, double(before.msecsTo(*now) + after.msecsTo(*now)) / 2000.0};
}

} // namespace Rejoin

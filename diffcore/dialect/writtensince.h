#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// Condition that `named`, a column that notes when its row was last written, holds `since` or a later moment. Times
/// that are spelled as text are let in from a day before on, since they may carry any zone; text and whole numbers are
/// compared as they are. `quoted` makes a literal of a text: of a moment with its zone, where the column has a type
/// with zones.
template <typename Quoted>
[[nodiscard]] QString writtenSinceText(const QString &named, const Column &column, const WrittenSince &since,
                                       Quoted quoted)
{
    using namespace Qt::StringLiterals;
    const QDateTime utc = since.since.toUTC();
    const QDateTime local = since.zone.isValid() ? utc.toTimeZone(since.zone) : utc;
    const auto spelled = [](const QDateTime &time) { return time.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s); };
    switch (column.family) {
    case TypeFamily::TimestampTz: return named + u" >= "_s + quoted(spelled(utc) + u"+00"_s);
    case TypeFamily::Timestamp: return named + u" >= "_s + quoted(spelled(local));
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
        return u"(%1 >= %2 AND %1 < 100000000000 OR %1 >= %3)"_s.arg(named)
            .arg(utc.toSecsSinceEpoch())
            .arg(qMax<qint64>(utc.toMSecsSinceEpoch(), 100'000'000'000));
    case TypeFamily::Boolean:
    case TypeFamily::Float:
    case TypeFamily::Text:
    case TypeFamily::Binary:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Interval:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: break;
    }
    return named + u" >= "_s + quoted(utc.addDays(-1).toString(u"yyyy-MM-dd"_s));
}

} // namespace Rejoin

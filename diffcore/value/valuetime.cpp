#include "diffcore/value/valuetime.h"

namespace Rejoin {

namespace {

QDateTime momentOf(qint64 number)
{
    constexpr qint64 largestSecond = 100'000'000'000; // the year 5138; as milliseconds, the year 1973
    const bool isSeconds = qAbs(number) < largestSecond;
    return isSeconds ? QDateTime::fromSecsSinceEpoch(number, QTimeZone::UTC)
                     : QDateTime::fromMSecsSinceEpoch(number, QTimeZone::UTC);
}

} // namespace

std::optional<QDateTime> timeOf(const Value &value, const QTimeZone &zone)
{
    if (!value.isPresent())
        return std::nullopt;
    if (const std::optional<qint64> number = value.toInteger())
        return momentOf(*number);
    constexpr qsizetype dateLength = 10; // 2026-11-22
    QString text = value.toText().trimmed();
    if (text.size() <= dateLength)
        return std::nullopt;
    text[dateLength] = u'T';
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(zone.isValid() ? zone : QTimeZone(QTimeZone::UTC));
    return time.toUTC();
}

} // namespace Rejoin

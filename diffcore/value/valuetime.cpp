#include "diffcore/value/valuetime.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QDateTime momentOf(qint64 number)
{
    constexpr qint64 largestSecond = 100'000'000'000; // the year 5138; as milliseconds, the year 1973
    const bool isSeconds = -largestSecond < number && number < largestSecond;
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
    // without a zone it would be taken for this machine's time, which to find out takes longest of all
    const bool hasZone = std::any_of(text.cbegin() + dateLength, text.cend(),
                                     [](QChar character) { return QStringView(u"Zz+-").contains(character); });
    QDateTime time = QDateTime::fromString(hasZone ? text : text + u'Z', Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (!hasZone && zone.isValid())
        time.setTimeZone(zone);
    return time.toUTC();
}

} // namespace Rejoin

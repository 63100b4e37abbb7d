#include "diffcore/value/equality.h"

#include <QDateTime>
#include <cmath>
#include <optional>

namespace Rejoin {

namespace {

QByteArrayView withoutTrailingBlanks(QByteArrayView text)
{
    while (text.endsWith(' '))
        text.chop(1);
    return text;
}

bool isNumber(const Value &value)
{
    return value.family() == TypeFamily::Integer || value.family() == TypeFamily::Decimal ||
           value.family() == TypeFamily::Float;
}

/// A decimal's digits with no sign of zero, no leading zeros and no trailing zeros of the fraction.
QByteArray plainDecimal(QByteArray text)
{
    const bool negative = text.startsWith('-');
    if (negative || text.startsWith('+'))
        text.remove(0, 1);
    if (text.contains('.')) {
        while (text.endsWith('0'))
            text.chop(1);
        if (text.endsWith('.'))
            text.chop(1);
    }
    while (text.size() > 1 && text.startsWith('0') && text.at(1) != '.')
        text.remove(0, 1);
    if (text.startsWith('.'))
        text.prepend('0');
    return negative && text != "0" ? '-' + text : text;
}

bool equalNumbers(const Value &left, const Value &right)
{
    if (!isNumber(left) || !isNumber(right))
        return left == right;
    if (left.family() != TypeFamily::Float && right.family() != TypeFamily::Float)
        return plainDecimal(left.bytes()) == plainDecimal(right.bytes());
    const double leftNumber = left.bytes().toDouble();
    const double rightNumber = right.bytes().toDouble();
    return leftNumber == rightNumber || (std::isnan(leftNumber) && std::isnan(rightNumber));
}

/// What families of unlike engines have in common.
enum class Meaning : quint8 { Number, Text, Bytes, Nothing };

Meaning meaningOf(TypeFamily family)
{
    switch (family) {
    case TypeFamily::Boolean:
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
    case TypeFamily::Float: return Meaning::Number;
    case TypeFamily::Text:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml: return Meaning::Text;
    case TypeFamily::Binary: return Meaning::Bytes;
    case TypeFamily::Interval:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return Meaning::Nothing;
    }
    return Meaning::Nothing;
}

/// A boolean as the number that engines without booleans store for it.
Value asNumber(const Value &value)
{
    return value.family() == TypeFamily::Boolean
               ? Value::integer(value.bytes() == "true" || value.bytes() == "1" ? 1 : 0)
               : value;
}

bool isTime(const Value &value)
{
    switch (value.family()) {
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz: return true;
    case TypeFamily::Boolean:
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
    case TypeFamily::Float:
    case TypeFamily::Text:
    case TypeFamily::Binary:
    case TypeFamily::Date:
    case TypeFamily::Interval:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return false;
    }
    return false;
}

/// A time in one spelling: a blank before the time of day, no zeros at the end of the fraction, no mark of UTC.
QByteArray plainTime(QByteArray text)
{
    if (text.size() > 10 && text.at(10) == 'T')
        text[10] = ' ';
    for (const QByteArrayView utc : {QByteArrayView("Z"), QByteArrayView("+00:00"), QByteArrayView("+00")}) {
        if (text.endsWith(utc)) {
            text.chop(utc.size());
            break;
        }
    }
    if (text.contains('.')) {
        while (text.endsWith('0'))
            text.chop(1);
        if (text.endsWith('.'))
            text.chop(1);
    }
    return text;
}

bool isText(const Value &value)
{
    return meaningOf(value.family()) == Meaning::Text;
}

bool equalDateAndTime(const Value &date, const Value &timestamp)
{
    return date.family() == TypeFamily::Date && plainTime(timestamp.bytes()) == date.bytes() + " 00:00:00";
}

bool equalByMeaning(const Value &left, const Value &right);

bool equalAcrossTypes(const Value &left, const Value &right)
{
    if (isNumber(asNumber(left)) && isText(right))
        return plainDecimal(asNumber(left).bytes()) == plainDecimal(right.bytes().trimmed());
    if (isText(left) && isNumber(asNumber(right)))
        return equalAcrossTypes(right, left);
    return equalByMeaning(left, right) || equalDateAndTime(left, right) || equalDateAndTime(right, left);
}

/// A time of day, or a date and a time of day.
struct Moment
{
    qint64 seconds = 0; ///< since 1970, or midnight; without regard to the zone
    qint64 nanoseconds = 0;
    QByteArray zone; ///< as it is spelled
};

std::optional<Moment> momentOf(const QByteArray &text)
{
    const QByteArray plain = plainTime(text);
    const bool hasDate = plain.size() >= 19 && plain.at(4) == '-';
    const qsizetype end = hasDate ? 19 : 8;
    if (plain.size() < end)
        return std::nullopt;
    const QDate date =
        hasDate ? QDate::fromString(QString::fromLatin1(plain.first(10)), Qt::ISODate) : QDate(1970, 1, 1);
    const QTime time = QTime::fromString(QString::fromLatin1(plain.first(end).last(8)));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    QByteArray fraction;
    qsizetype at = end;
    if (at < plain.size() && plain.at(at) == '.') {
        for (++at; at < plain.size() && plain.at(at) >= '0' && plain.at(at) <= '9'; ++at)
            fraction += plain.at(at);
    }
    constexpr qint64 secondsADay = 86400;
    return Moment{.seconds = QDate(1970, 1, 1).daysTo(date) * secondsADay + time.msecsSinceStartOfDay() / 1000,
                  .nanoseconds = fraction.leftJustified(9, '0', true).toLongLong(),
                  .zone = plain.sliced(at)};
}

bool equalAtPrecision(const Value &left, const Value &right, int fractionDigits)
{
    const auto leftMoment = momentOf(left.bytes());
    const auto rightMoment = momentOf(right.bytes());
    if (!leftMoment || !rightMoment || leftMoment->zone != rightMoment->zone)
        return false;
    constexpr qint64 nanosecondsASecond = 1'000'000'000;
    qint64 unit = nanosecondsASecond;
    for (int digit = 0; digit < fractionDigits; ++digit)
        unit /= 10;
    const qint64 seconds = leftMoment->seconds - rightMoment->seconds;
    return std::abs(seconds) <= 1 &&
           std::abs(seconds * nanosecondsASecond + leftMoment->nanoseconds - rightMoment->nanoseconds) < unit;
}

bool equalWithin(const Value &left, const Value &right, double tolerance)
{
    if (equalNumbers(left, right))
        return true;
    constexpr double ofTheBinaryFraction = 1e-9; // 1.01 - 1.00 is a little more than 0.01
    return isNumber(left) && isNumber(right) &&
           std::abs(left.bytes().toDouble() - right.bytes().toDouble()) <= tolerance * (1 + ofTheBinaryFraction);
}

bool equalByMeaning(const Value &left, const Value &right)
{
    const Meaning meaning = meaningOf(left.family());
    if (meaning != meaningOf(right.family()))
        return false;
    switch (meaning) {
    case Meaning::Number: return equalNumbers(asNumber(left), asNumber(right));
    case Meaning::Text:
        if (isTime(left) || isTime(right))
            return plainTime(left.bytes()) == plainTime(right.bytes());
        if (left.family() == TypeFamily::Uuid || right.family() == TypeFamily::Uuid)
            return left.bytes().toLower() == right.bytes().toLower();
        return left.bytes() == right.bytes();
    case Meaning::Bytes:
    case Meaning::Nothing: return left == right;
    }
    return false;
}

} // namespace

std::optional<Equality> equalityFromText(const QString &text)
{
    using namespace Qt::StringLiterals;
    const QString number = text.section(u':', 1);
    bool isNumber = false;
    if (text == "trim"_L1)
        return Equality{Equality::Rule::IgnoreOuterBlanks};
    if (text == "ignore-case"_L1)
        return Equality{Equality::Rule::IgnoreCase};
    if (text.startsWith("within:"_L1)) {
        const double tolerance = number.toDouble(&isNumber);
        if (isNumber && tolerance >= 0)
            return Equality{.rule = Equality::Rule::Within, .tolerance = tolerance};
    }
    if (text.startsWith("precision:"_L1)) {
        const int digits = number.toInt(&isNumber);
        if (isNumber && digits >= 0 && digits <= 9)
            return Equality{.rule = Equality::Rule::AtPrecision, .fractionDigits = digits};
    }
    return std::nullopt;
}

bool canMeanTheSame(TypeFamily left, TypeFamily right)
{
    return meaningOf(left) != Meaning::Nothing && meaningOf(left) == meaningOf(right);
}

Equality equalityFor(TypeFamily family, bool fixedLength)
{
    switch (family) {
    case TypeFamily::Float:
    case TypeFamily::Decimal: return {Equality::Rule::ByNumber};
    case TypeFamily::Text: return {fixedLength ? Equality::Rule::IgnoreTrailingBlanks : Equality::Rule::Exact};
    case TypeFamily::Boolean:
    case TypeFamily::Integer:
    case TypeFamily::Binary:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Interval:
    case TypeFamily::Uuid:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return {Equality::Rule::Exact};
    }
    return {};
}

bool equal(const Value &left, const Value &right, const Equality &equality)
{
    if (equality.rule == Equality::Rule::Ignored || left == right)
        return true;
    if (!left.isPresent() || !right.isPresent())
        return false;
    switch (equality.rule) {
    case Equality::Rule::ByMeaning: return equalByMeaning(left, right);
    case Equality::Rule::Exact:
    case Equality::Rule::Ignored: return false;
    case Equality::Rule::ByNumber: return equalNumbers(left, right);
    case Equality::Rule::IgnoreTrailingBlanks:
        return left.family() == right.family() &&
               withoutTrailingBlanks(left.bytes()) == withoutTrailingBlanks(right.bytes());
    case Equality::Rule::IgnoreCase:
        return left.family() == right.family() && left.toText().compare(right.toText(), Qt::CaseInsensitive) == 0;
    case Equality::Rule::AcrossTypes: return equalAcrossTypes(left, right);
    case Equality::Rule::AtPrecision: return equalAtPrecision(left, right, equality.fractionDigits);
    case Equality::Rule::IgnoreOuterBlanks:
        return left.family() == right.family() && left.bytes().trimmed() == right.bytes().trimmed();
    case Equality::Rule::Within: return equalWithin(left, right, equality.tolerance);
    }
    return false;
}

} // namespace Rejoin

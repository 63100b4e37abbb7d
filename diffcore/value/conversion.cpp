#include "diffcore/value/conversion.h"

#include "diffcore/value/equality.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

bool isTrue(const QByteArray &bytes)
{
    return bytes == "true" || bytes == "1";
}

bool isFalse(const QByteArray &bytes)
{
    return bytes == "false" || bytes == "0";
}

/// What is to be read as a number: a boolean as 1 or 0.
QByteArray digitsOf(const Value &value)
{
    if (value.family() != TypeFamily::Boolean)
        return value.bytes().trimmed();
    return isTrue(value.bytes()) ? "1" : "0";
}

bool isNumberLike(const Value &value)
{
    return canMeanTheSame(value.family(), TypeFamily::Integer);
}

bool isTextLike(const Value &value)
{
    return canMeanTheSame(value.family(), TypeFamily::Text);
}

/// Whether the bytes may spell a number.
bool isMadeOfDigits(const Value &value)
{
    return isNumberLike(value) || value.family() == TypeFamily::Text;
}

std::optional<Value> asInteger(const Value &value)
{
    static const QRegularExpression whole(u"^([+-]?[0-9]+)(\\.0*)?$"_s);
    const auto match = whole.match(QString::fromUtf8(digitsOf(value)));
    if (!isMadeOfDigits(value) || !match.hasMatch())
        return std::nullopt;
    QByteArray digits = match.captured(1).toLatin1();
    const bool isNegative = digits.startsWith('-');
    while (digits.startsWith('+') || digits.startsWith('-') || (digits.startsWith('0') && digits.size() > 1))
        digits.removeFirst();
    return Value::of(TypeFamily::Integer, isNegative && digits != "0" ? '-' + digits : digits);
}

std::optional<Value> asNumber(const Value &value, TypeFamily to)
{
    static const QRegularExpression number(u"^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"_s);
    const auto match = number.match(QString::fromUtf8(digitsOf(value)));
    if (!isMadeOfDigits(value) || !match.hasMatch() || (to == TypeFamily::Decimal && match.hasCaptured(2)))
        return std::nullopt;
    return Value::of(to, match.captured().toLatin1());
}

std::optional<Value> asBoolean(const Value &value)
{
    const QByteArray digits = value.bytes().trimmed().toLower();
    if (!isMadeOfDigits(value) || (!isTrue(digits) && !isFalse(digits)))
        return std::nullopt;
    return Value::of(TypeFamily::Boolean, isTrue(digits) ? "true" : "false");
}

std::optional<Value> asText(const Value &value)
{
    if (!isNumberLike(value) && !isTextLike(value))
        return std::nullopt;
    return Value::of(TypeFamily::Text, value.bytes());
}

std::optional<Value> asDate(const Value &value)
{
    const QString text = QString::fromUtf8(value.bytes().trimmed());
    static const QRegularExpression midnight(u"^([0-9]{4}-[0-9]{2}-[0-9]{2})([ T]00:00:00(\\.0*)?)?$"_s);
    const auto match = midnight.match(text);
    const bool isDay = value.family() == TypeFamily::Timestamp || value.family() == TypeFamily::Text;
    if (!isDay || !QDate::fromString(match.captured(1), Qt::ISODate).isValid())
        return std::nullopt;
    return Value::of(TypeFamily::Date, match.captured(1).toLatin1());
}

std::optional<Value> asTimestamp(const Value &value)
{
    if (value.family() == TypeFamily::Date)
        return Value::of(TypeFamily::Timestamp, value.bytes() + " 00:00:00");
    QString text = QString::fromUtf8(value.bytes().trimmed());
    static const QRegularExpression moment(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?$"_s);
    if (value.family() != TypeFamily::Text || !moment.match(text).hasMatch())
        return std::nullopt;
    text[10] = u' ';
    return Value::of(TypeFamily::Timestamp, text.toLatin1());
}

std::optional<Value> asUuid(const Value &value)
{
    const QUuid uuid = QUuid::fromString(value.bytes().trimmed());
    if (value.family() != TypeFamily::Text || uuid.isNull())
        return std::nullopt;
    return Value::of(TypeFamily::Uuid, uuid.toByteArray(QUuid::WithoutBraces));
}

std::optional<Value> asJson(const Value &value)
{
    const bool isJson = !QJsonDocument::fromJson('[' + value.bytes() + ']').isNull();
    if (value.family() != TypeFamily::Text || !isJson)
        return std::nullopt;
    return Value::of(TypeFamily::Json, value.bytes());
}

} // namespace

std::optional<Value> converted(const Value &value, TypeFamily to)
{
    if (!value.isPresent() || value.family() == to)
        return value;
    switch (to) {
    case TypeFamily::Boolean: return asBoolean(value);
    case TypeFamily::Integer: return asInteger(value);
    case TypeFamily::Decimal:
    case TypeFamily::Float: return asNumber(value, to);
    case TypeFamily::Text: return asText(value);
    case TypeFamily::Date: return asDate(value);
    case TypeFamily::Timestamp: return asTimestamp(value);
    case TypeFamily::Uuid: return asUuid(value);
    case TypeFamily::Json: return asJson(value);
    case TypeFamily::Time:
    case TypeFamily::TimestampTz:
    case TypeFamily::Interval:
    case TypeFamily::Binary:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace Rejoin

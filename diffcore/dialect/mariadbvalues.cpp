#include "diffcore/dialect/mariadbvalues.h"

#include "diffcore/dialect/floattext.h"
#include "diffcore/dialect/mariadbtypes.h"
#include "diffcore/dialect/sqltext.h"

#include <algorithm>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

bool isPlainNumber(const QByteArray &text)
{
    return isDecimalNumber(text, text.size());
}

QString hexLiteral(const QByteArray &digits)
{
    return u"X'"_s + QString::fromLatin1(digits) + u'\'';
}

QString textLiteral(const QByteArray &bytes)
{
    const std::optional<QString> plain = plainLiteral(bytes);
    return plain ? *plain : mariaDbText(QString::fromUtf8(bytes));
}

bool isFloat(const QByteArray &text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    return error == std::errc() && end == text.end() && std::isfinite(number);
}

bool areDigits(const QByteArray &text, QByteArrayView digits)
{
    return std::ranges::all_of(text, [digits](char character) { return digits.contains(character); });
}

// What is none of its kind came from a file of others, or from another engine: the server says what it thinks of it as
// a text, which cannot end the statement.

/// A 32-bit float is written with the digits of the 64-bit one that it equals: its own shortest text names another.
QString floatLiteral(const QByteArray &canonical, MariaDbType type)
{
    if (!isFloat(canonical))
        return textLiteral(canonical);
    QByteArray text = canonical;
    if (type == MariaDbType::Single) {
        float number = 0;
        if (std::from_chars(text.begin(), text.end(), number).ec == std::errc())
            text = canonicalFloat(QByteArray::number(static_cast<double>(number), 'g', 17));
    }
    const QString number = QString::fromLatin1(text);
    return number.contains(u'e') ? number : number + u"e0"_s; // a plain one would be a decimal
}

QString bitLiteral(const Value &value)
{
    if (value.family() == TypeFamily::Boolean)
        return value.bytes() == "true" ? u"b'1'"_s : u"b'0'"_s;
    if (!areDigits(value.bytes(), "01"))
        return textLiteral(value.bytes());
    return u"b'"_s + QString::fromLatin1(value.bytes()) + u'\'';
}

QString geometryLiteral(const QByteArray &bytes)
{
    return areDigits(bytes, "0123456789ABCDEFabcdef") ? hexLiteral(bytes) : textLiteral(bytes);
}

QString literalOfFamily(const Value &value, MariaDbType type)
{
    switch (value.family()) {
    case TypeFamily::Boolean: return value.bytes() == "true" ? u"1"_s : u"0"_s;
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
        if (isPlainNumber(value.bytes()))
            return QString::fromLatin1(value.bytes());
        break;
    case TypeFamily::Float: return floatLiteral(value.bytes(), type);
    case TypeFamily::Binary: return hexLiteral(value.bytes().toHex().toUpper());
    case TypeFamily::Text:
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
    case TypeFamily::Other: break;
    }
    return textLiteral(value.bytes());
}

} // namespace

QString mariaDbText(const QString &text)
{
    QString literal = doubledQuotes(text, u'\'');
    // a backslash is what sql_mode says; the client ends at a NUL and drops a carriage return at the end of a line
    for (const QChar character : {QChar(u'\\'), QChar(u'\0'), QChar(u'\r')}) {
        if (text.contains(character))
            literal = literalWithout(character, text, literal, u"char(%1 USING utf8mb4)"_s);
    }
    return literal;
}

QString mariaDbLiteral(const Value &value, const Column &column)
{
    if (!value.isPresent())
        return u"NULL"_s;
    const MariaDbType type = mariaDbType(column.declaredType);
    switch (type) {
    case MariaDbType::Bits: return bitLiteral(value);
    case MariaDbType::Geometry: return geometryLiteral(value.bytes());
    case MariaDbType::Number:
    case MariaDbType::PaddedText:
    case MariaDbType::Single:
    case MariaDbType::Double:
    case MariaDbType::Text:
    case MariaDbType::Choice:
    case MariaDbType::Bytes:
    case MariaDbType::Json:
    case MariaDbType::Other: return literalOfFamily(value, type);
    }
    Q_UNREACHABLE_RETURN({});
}

QString mariaDbBytes(const QString &text)
{
    return u"CAST(CONVERT(%1 USING utf8mb4) AS BINARY)"_s.arg(text);
}

QString mariaDbCell(const QString &name, const Column &column)
{
    switch (mariaDbType(column.declaredType)) {
    case MariaDbType::Text:
    case MariaDbType::Choice:
    case MariaDbType::Json: return mariaDbBytes(name);
    case MariaDbType::Bytes: return name;
    case MariaDbType::PaddedText: return u"CAST(%1 + 0 AS CHAR)"_s.arg(name);
    // a float prints six digits, as a double all of them
    case MariaDbType::Single:
    case MariaDbType::Double: return u"CAST(CAST(%1 AS DOUBLE) AS CHAR)"_s.arg(name);
    case MariaDbType::Bits:
        return u"lpad(bin(%1 + 0), %2, '0')"_s.arg(name, QString::number(mariaDbLength(column.declaredType)));
    case MariaDbType::Geometry: return u"hex(%1)"_s.arg(name);
    case MariaDbType::Number:
    case MariaDbType::Other: return u"CAST(%1 AS CHAR)"_s.arg(name);
    }
    Q_UNREACHABLE_RETURN({});
}

Value mariaDbValue(const Column &column, std::optional<QByteArrayView> cell)
{
    if (!cell)
        return Value::null();
    switch (mariaDbType(column.declaredType)) {
    case MariaDbType::Single: return Value::of(column.family, canonicalSingle(*cell));
    case MariaDbType::Double: return Value::of(column.family, canonicalFloat(*cell));
    case MariaDbType::Bits:
        if (column.family == TypeFamily::Boolean)
            return Value::of(column.family, *cell == QByteArrayView("1") ? "true" : "false");
        break;
    case MariaDbType::Number:
    case MariaDbType::PaddedText:
    case MariaDbType::Text:
    case MariaDbType::Choice:
    case MariaDbType::Bytes:
    case MariaDbType::Geometry:
    case MariaDbType::Json:
    case MariaDbType::Other: break;
    }
    return Value::of(column.family, cell->toByteArray());
}

} // namespace Rejoin

#include "diffcore/dialect/sqlitevalues.h"

#include "diffcore/dialect/floattext.h"
#include "diffcore/dialect/sqltext.h"

#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

// Every cell comes as text behind a letter that tells its storage class, because the driver gives all classes as the
// same text and ends text at its first NUL. Text that holds one comes as hexadecimal digits, behind those of 'a', which
// tell the encoding of the database.

namespace Rejoin {

namespace {

constexpr int allDigits = 17; // of a float

bool isValidUtf8(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes;
}

QString quotedText(const QString &text)
{
    return doubledQuotes(text, u'\'');
}

QString hexText(const QByteArray &bytes)
{
    return u"X'"_s + QString::fromLatin1(bytes.toHex().toUpper()) + u'\'';
}

/// A literal ends at a NUL, and the engine's own client drops a carriage return at the end of a line.
QString textLiteral(const QByteArray &bytes)
{
    if (const std::optional<QString> plain = plainLiteral(bytes))
        return *plain;
    if (!isValidUtf8(bytes))
        return u"CAST(%1 AS TEXT)"_s.arg(hexText(bytes));
    const QString text = QString::fromUtf8(bytes);
    QString literal = quotedText(text);
    for (const QChar character : {QChar(u'\0'), QChar(u'\r')}) {
        if (text.contains(character))
            literal = literalWithout(character, text, literal, u"char(%1)"_s);
    }
    return literal;
}

/// The digits of a float's shortest text as a number of nineteen digits, and the power of ten of the last one.
struct Decimal
{
    quint64 digits = 0;
    int exponent = 0;
};

Decimal shortestDecimal(double number)
{
    constexpr int most = 19;
    std::array<char, 64> text{};
    const char *end = std::to_chars(text.begin(), text.end(), std::abs(number), std::chars_format::scientific).ptr;
    Decimal decimal;
    int count = 0;
    const char *next = text.begin();
    for (; next != end && *next != 'e'; ++next) {
        if (*next == '.')
            continue;
        decimal.digits = decimal.digits * 10 + quint64(*next - '0');
        ++count;
    }
    for (; count < most; ++count)
        decimal.digits *= 10;
    ++next; // the e
    if (next < end && *next == '+')
        ++next;
    if (next < end)
        std::from_chars(next, end, decimal.exponent);
    decimal.exponent -= most - 1;
    return decimal;
}

double read(const Decimal &decimal)
{
    std::array<char, 64> text{};
    char *const mark = std::to_chars(text.data(), text.data() + 20, decimal.digits).ptr;
    *mark = 'e';
    const char *end = std::to_chars(mark + 1, text.data() + text.size(), decimal.exponent).ptr;
    double number = 0;
    std::from_chars(text.begin(), end, number);
    return number;
}

/// SQLite reads decimals with long double arithmetic, so a text whose value lies about halfway between two floats can
/// come out as either. The shortest text of a float can be such a one; that of all its digits never is.
bool isFarFromHalfway(double number)
{
    const Decimal decimal = shortestDecimal(number);
    const quint64 error = (decimal.digits >> 58) + 1; // more than all of SQLite's steps can be wrong by
    return read({decimal.digits - error, decimal.exponent}) == std::abs(number) &&
           read({decimal.digits + error, decimal.exponent}) == std::abs(number);
}

QString exactDecimal(double number)
{
    std::array<char, 64> text{};
    const bool isShort = number == 0 || isFarFromHalfway(number);
    const auto written =
        isShort ? std::to_chars(text.begin(), text.end(), number)
                : std::to_chars(text.begin(), text.end(), number, std::chars_format::scientific, allDigits - 1);
    const QString decimal = QString::fromLatin1(text.data(), written.ptr - text.data());
    const bool whole = !decimal.contains(u'.') && !decimal.contains(u'e');
    return whole ? decimal + u".0"_s : decimal; // a whole number would be an integer
}

QString floatLiteral(const QByteArray &canonical)
{
    double number = 0;
    if (std::from_chars(canonical.begin(), canonical.end(), number).ec != std::errc())
        return quotedText(QString::fromUtf8(canonical));
    if (std::isnan(number))
        return u"NULL"_s; // what SQLite makes of it
    if (std::isinf(number))
        return number < 0 ? u"-9e999"_s : u"9e999"_s;
    return exactDecimal(number);
}

bool isNumber(const QByteArray &text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    return error == std::errc() && end == text.end() && std::isfinite(number);
}

/// "61:…", "6100:…" or "0061:…": UTF-8, UTF-16 with the low or the high byte first.
QByteArray textOfHex(QByteArrayView digits)
{
    const qsizetype colon = digits.indexOf(':');
    const QByteArrayView letter = digits.first(std::max<qsizetype>(colon, 0));
    const QByteArray bytes = QByteArray::fromHex(digits.sliced(colon + 1).toByteArray());
    if (letter == "6100")
        return QString(QStringDecoder(QStringDecoder::Utf16LE, QStringDecoder::Flag::ConvertInitialBom)(bytes))
            .toUtf8();
    if (letter == "0061")
        return QString(QStringDecoder(QStringDecoder::Utf16BE, QStringDecoder::Flag::ConvertInitialBom)(bytes))
            .toUtf8();
    return bytes;
}

} // namespace

QString sqliteLiteral(const Value &value)
{
    if (!value.isPresent())
        return u"NULL"_s;
    switch (value.family()) {
    case TypeFamily::Float: return floatLiteral(value.bytes());
    case TypeFamily::Binary: return hexText(value.bytes());
    case TypeFamily::Boolean: return value.bytes() == "true" ? u"1"_s : u"0"_s;
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
        return isNumber(value.bytes()) ? QString::fromLatin1(value.bytes()) : textLiteral(value.bytes());
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
    case TypeFamily::Other: return textLiteral(value.bytes());
    }
    Q_UNREACHABLE();
}

QString taggedCell(const QString &name, const Column &column)
{
    const auto part = [&](QLatin1StringView text) { return QString(text).replace("%1"_L1, name); };
    if (column.source == ValueSource::Generated)
        return part("'i'||%1"_L1); // the row number holds integers only
    const QString integers = part(" WHEN 'integer' THEN 'i'||%1"_L1);
    const QString floats = part(" WHEN 'real' THEN 'r'||printf('%!.17g', %1)"_L1);
    const QString texts = part(" WHEN 'text' THEN CASE WHEN instr(%1, char(0)) THEN 'h'||hex('a')||':'||hex(%1) "
                               "ELSE 't'||%1 END"_L1);
    const QString binaries = part(" WHEN 'blob' THEN 'x'||hex(%1)"_L1);
    // the likeliest class first: it is asked for each cell
    const bool textFirst = column.family == TypeFamily::Text;
    const bool floatFirst = column.family == TypeFamily::Float;
    const QString numbers = floatFirst ? floats + integers : integers + floats;
    return part("CASE typeof(%1)"_L1) + (textFirst ? texts + numbers : numbers + texts) + binaries + u" END"_s;
}

Value valueOfTagged(std::optional<QByteArrayView> cell)
{
    if (!cell || cell->isEmpty())
        return Value::null();
    const QByteArrayView rest = cell->sliced(1);
    switch (cell->front()) {
    case 'i': return Value::of(TypeFamily::Integer, rest.toByteArray());
    case 'r': return Value::of(TypeFamily::Float, canonicalFloat(rest));
    case 'h': return Value::of(TypeFamily::Text, textOfHex(rest));
    case 'x': return Value::of(TypeFamily::Binary, QByteArray::fromHex(rest.toByteArray()));
    }
    return Value::of(TypeFamily::Text, rest.toByteArray());
}

bool keepsNumberClasses(const Column &column)
{
    const QString type = column.declaredType.toUpper();
    if (type.contains(u"INT"_s))
        return false;
    const bool isText = type.contains(u"CHAR"_s) || type.contains(u"CLOB"_s) || type.contains(u"TEXT"_s);
    return !isText && (type.isEmpty() || type == u"ANY"_s || type.contains(u"BLOB"_s));
}

bool isBinaryCollated(const Column &column)
{
    return column.collation.isEmpty() || column.collation.compare("BINARY"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace Rejoin

#include "diffcore/dialect/sqlserverliterals.h"

#include "diffcore/dialect/sqlservertypes.h"
#include "diffcore/dialect/sqlservervariant.h"
#include "diffcore/dialect/sqltext.h"
#include "diffcore/value/utf16text.h"

#include <QRegularExpression>
#include <limits>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype longestUnicode = 4000; // characters of an nvarchar that is not nvarchar(max)

bool isHexadecimal(const QByteArray &text)
{
    static const QRegularExpression digits(u"\\A0x(?:[0-9A-Fa-f]{2})*\\z"_s);
    return digits.match(QString::fromLatin1(text)).hasMatch();
}

/// Characters that a file, a line or a client may lose.
bool isFragile(QChar character)
{
    const QChar::Category category = character.category();
    const bool control =
        category == QChar::Other_Control || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
    return (control && character != u'\t') || character == u'\ufeff' || character >= u'\ufffe';
}

/// Each once, in the order of their first place.
QList<QChar> fragileCharacters(const QString &text)
{
    QList<QChar> found;
    for (const QChar character : text) {
        if (isFragile(character) && !found.contains(character))
            found += character;
    }
    if (text.contains("$("_L1))
        found += u'$';
    return found;
}

QString asBytes(const QString &text)
{
    const QByteArray units(reinterpret_cast<const char *>(text.utf16()), text.size() * 2); // both are little-endian
    const QString room = text.size() > longestUnicode ? u"max"_s : QString::number(longestUnicode);
    return u"CONVERT(nvarchar(%1), 0x%2)"_s.arg(room, QString::fromLatin1(units.toHex()));
}

QString quoted(const Value &value)
{
    return unicodeLiteral(utf16OfBytes(value.bytes()));
}

/// What is no number came from a file of others: as a text it cannot end the statement.
QString integerLiteral(const QByteArray &text)
{
    if (!isDecimalNumber(text, text.size()))
        return unicodeLiteral(QString::fromUtf8(text));
    bool isInteger = false;
    const qint64 number = text.toLongLong(&isInteger);
    const bool isLong =
        isInteger && (number > std::numeric_limits<qint32>::max() || number <= std::numeric_limits<qint32>::min());
    // a long number is a decimal otherwise, to which a column would be converted row by row
    return isLong ? u"CONVERT(bigint, %1)"_s.arg(QString::fromLatin1(text)) : QString::fromLatin1(text);
}

QString decimalLiteral(const Value &value)
{
    static const QRegularExpression number(u"\\A-?[0-9]+(\\.[0-9]+)?\\z"_s);
    const QString text = QString::fromLatin1(value.bytes());
    return number.match(text).hasMatch() ? text : quoted(value);
}

/// With an exponent: otherwise it is a decimal. Against a real column it must be one, too.
QString floatLiteral(const Value &value, const QString &type)
{
    bool isNumber = false;
    value.bytes().toDouble(&isNumber);
    QString text = QString::fromLatin1(value.bytes()).toUpper();
    if (!isNumber || text.contains(u'N')) // NaN, infinity: no column holds them
        return quoted(value);
    if (!text.contains(u'E'))
        text += u"E0"_s;
    return type == "real"_L1 ? u"CONVERT(real, %1)"_s.arg(text) : text;
}

QString momentLiteral(const Value &value, const QString &type, const QString &orElse)
{
    static const QRegularExpression zone(u" ?([+-]\\d\\d:\\d\\d)\\z"_s);
    const QString base = type.isEmpty() ? orElse : type;
    const bool hasScale = base == "time"_L1 || base == "datetime2"_L1 || base == "datetimeoffset"_L1;
    QString text = QString::fromUtf8(value.bytes());
    if (base == "datetimeoffset"_L1)
        text.replace(zone, u" \\1"_s);
    return u"CONVERT(%1, %2, %3)"_s.arg(hasScale ? base + u"(7)"_s : base, unicodeLiteral(text),
                                        base == "date"_L1 ? u"23"_s : u"121"_s);
}

QString otherLiteral(const Value &value, const QString &type)
{
    if (type == "sql_variant"_L1)
        return variantLiteral(utf16OfBytes(value.bytes()));
    if (type.isEmpty())
        return quoted(value);
    const bool isBytes = type != "hierarchyid"_L1 && isHexadecimal(value.bytes());
    return u"CONVERT(%1, %2)"_s.arg(type, isBytes ? QString::fromLatin1(value.bytes()) : quoted(value));
}

} // namespace

QString unicodeLiteral(const QString &text)
{
    if (text.contains(QChar(0)) || !text.isValidUtf16()) // half a character is no UTF-8
        return asBytes(text);
    QString literal = u'N' + doubledQuotes(text, u'\'');
    const QList<QChar> fragile = fragileCharacters(text);
    if (!fragile.isEmpty())
        literal += sqlServerBinaryCollation();
    for (const QChar character : fragile)
        literal = literalWithout(character, text, literal, u"NCHAR(%1)"_s);
    return literal;
}

bool isConstant(const QString &literal)
{
    return literal.startsWith("N'"_L1);
}

QString sqlServerLiteral(const Value &value, const Column &column)
{
    if (!value.isPresent())
        return u"NULL"_s;
    const QString type = sqlServerBaseType(column.declaredType);
    switch (type.isEmpty() ? value.family() : column.family) {
    case TypeFamily::Boolean: return value.bytes() == "true" || value.bytes() == "1" ? u"1"_s : u"0"_s;
    case TypeFamily::Integer: return integerLiteral(value.bytes());
    case TypeFamily::Decimal: return decimalLiteral(value);
    case TypeFamily::Float: return floatLiteral(value, type);
    case TypeFamily::Binary: return u"0x"_s + QString::fromLatin1(value.bytes().toHex());
    case TypeFamily::Date: return momentLiteral(value, type, u"date"_s);
    case TypeFamily::Time: return momentLiteral(value, type, u"time"_s);
    case TypeFamily::Timestamp: return momentLiteral(value, type, u"datetime2"_s);
    case TypeFamily::TimestampTz: return momentLiteral(value, type, u"datetimeoffset"_s);
    case TypeFamily::Uuid: return u"CONVERT(uniqueidentifier, %1)"_s.arg(quoted(value));
    case TypeFamily::Xml: return u"CONVERT(xml, %1, 1)"_s.arg(quoted(value)); // 1: with all of its blanks
    case TypeFamily::Text:
    case TypeFamily::Json:
    case TypeFamily::Interval:
    case TypeFamily::Array: return quoted(value);
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return otherLiteral(value, type);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Rejoin

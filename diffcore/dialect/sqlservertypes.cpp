#include "diffcore/dialect/sqlservertypes.h"

#include "diffcore/dialect/floattext.h"
#include "diffcore/dialect/sqlservervariant.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qint64 longestUnicode = 4000; // characters of an nvarchar that is not nvarchar(max)

struct Known
{
    QLatin1StringView type;
    TypeFamily family;
    QLatin1StringView printed; ///< %1 is the column; empty: as it is
};

constexpr std::array knownTypes{
    Known{"bit"_L1, TypeFamily::Boolean, "CONVERT(nvarchar(1), %1)"_L1},
    Known{"tinyint"_L1, TypeFamily::Integer, "CONVERT(nvarchar(20), %1)"_L1},
    Known{"smallint"_L1, TypeFamily::Integer, "CONVERT(nvarchar(20), %1)"_L1},
    Known{"int"_L1, TypeFamily::Integer, "CONVERT(nvarchar(20), %1)"_L1},
    Known{"bigint"_L1, TypeFamily::Integer, "CONVERT(nvarchar(20), %1)"_L1},
    Known{"decimal"_L1, TypeFamily::Decimal, "CONVERT(nvarchar(41), %1)"_L1},
    Known{"numeric"_L1, TypeFamily::Decimal, "CONVERT(nvarchar(41), %1)"_L1},
    Known{"money"_L1, TypeFamily::Decimal, "CONVERT(nvarchar(30), CONVERT(decimal(19,4), %1))"_L1},
    Known{"smallmoney"_L1, TypeFamily::Decimal, "CONVERT(nvarchar(30), CONVERT(decimal(19,4), %1))"_L1},
    Known{"float"_L1, TypeFamily::Float, "CONVERT(nvarchar(40), %1, 3)"_L1},
    Known{"real"_L1, TypeFamily::Float, "CONVERT(nvarchar(40), %1, 3)"_L1},
    Known{"nchar"_L1, TypeFamily::Text, {}},
    Known{"nvarchar"_L1, TypeFamily::Text, {}},
    Known{"sysname"_L1, TypeFamily::Text, {}},
    Known{"ntext"_L1, TypeFamily::Text, "CONVERT(nvarchar(max), %1)"_L1},
    Known{"char"_L1, TypeFamily::Text, {}},
    Known{"varchar"_L1, TypeFamily::Text, {}},
    Known{"text"_L1, TypeFamily::Text, "CONVERT(nvarchar(max), %1)"_L1},
    Known{"binary"_L1, TypeFamily::Binary, {}},
    Known{"varbinary"_L1, TypeFamily::Binary, {}},
    Known{"image"_L1, TypeFamily::Binary, "CONVERT(varbinary(max), %1)"_L1},
    Known{"date"_L1, TypeFamily::Date, "CONVERT(nvarchar(10), %1, 23)"_L1},
    Known{"time"_L1, TypeFamily::Time, "CONVERT(nvarchar(16), %1, 121)"_L1},
    Known{"smalldatetime"_L1, TypeFamily::Timestamp, "CONVERT(nvarchar(19), %1, 120)"_L1},
    Known{"datetime"_L1, TypeFamily::Timestamp, "CONVERT(nvarchar(23), %1, 121)"_L1},
    Known{"datetime2"_L1, TypeFamily::Timestamp, "CONVERT(nvarchar(27), %1, 121)"_L1},
    Known{"datetimeoffset"_L1, TypeFamily::TimestampTz, "CONVERT(nvarchar(34), %1, 121)"_L1},
    Known{"uniqueidentifier"_L1, TypeFamily::Uuid, "CONVERT(nvarchar(36), %1)"_L1},
    Known{"xml"_L1, TypeFamily::Xml, "CONVERT(nvarchar(max), %1)"_L1},
    Known{"json"_L1, TypeFamily::Json, "CONVERT(nvarchar(max), %1)"_L1},
    Known{"timestamp"_L1, TypeFamily::RowVersion, "CONVERT(binary(8), %1)"_L1},
    Known{"hierarchyid"_L1, TypeFamily::Other, "CONVERT(nvarchar(4000), %1)"_L1},
    Known{"geometry"_L1, TypeFamily::Spatial, "CONVERT(varbinary(max), %1)"_L1},
    Known{"geography"_L1, TypeFamily::Spatial, "CONVERT(varbinary(max), %1)"_L1},
};

/// CLR types of users: their bytes.
constexpr auto printedBytes = "CONVERT(varbinary(max), %1)"_L1;

const Known *known(const QString &declaredType)
{
    const QString base = sqlServerBaseType(declaredType);
    const auto found = std::ranges::find(knownTypes, base, &Known::type);
    return found == knownTypes.end() ? nullptr : &*found;
}

/// "10:00:00.1230000" → "10:00:00.123", the zone behind it, without a blank: "+02:00"
QByteArray shortestMoment(const QByteArray &text)
{
    static const QRegularExpression moment(
        u"\\A((?:\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d)(\\.\\d*?)?0*(?: ?([+-]\\d\\d:\\d\\d))?\\z"_s);
    const QRegularExpressionMatch match = moment.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return text;
    const QString fraction = match.captured(2) == "."_L1 ? QString() : match.captured(2);
    return (match.captured(1) + fraction + match.captured(3)).toLatin1();
}

QByteArray withoutTrailingBlanks(QByteArray text)
{
    while (text.endsWith(' '))
        text.chop(1);
    return text;
}

} // namespace

QString sqlServerBaseType(const QString &declaredType)
{
    return declaredType.startsWith(u'[') ? declaredType : declaredType.section(u'(', 0, 0);
}

TypeFamily sqlServerFamily(const QString &declaredType)
{
    const Known *type = known(declaredType);
    return type ? type->family : TypeFamily::Other;
}

bool isCodePageText(const Column &column)
{
    const QString base = sqlServerBaseType(column.declaredType);
    return base == "varchar"_L1 || base == "char"_L1 || base == "text"_L1;
}

bool isKeptAsBytes(const Column &column)
{
    const Known *type = known(column.declaredType);
    return type ? type->family == TypeFamily::Spatial || type->family == TypeFamily::RowVersion
                : column.declaredType.startsWith(u'[');
}

bool isComparedAsText(const Column &column)
{
    if (isKeptAsBytes(column))
        return false;
    switch (column.family) {
    case TypeFamily::Boolean:
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
    case TypeFamily::Float:
    case TypeFamily::Text:
    case TypeFamily::Binary:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Uuid: return false;
    case TypeFamily::Interval:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return true;
    }
    Q_UNREACHABLE_RETURN(true);
}

QString sqlServerUnicode(const QString &name, const Column &column)
{
    const QString base = sqlServerBaseType(column.declaredType);
    if (base == "nvarchar"_L1 || base == "nchar"_L1 || base == "sysname"_L1)
        return name;
    const bool isShort = column.maxLength > 0 && column.maxLength <= longestUnicode;
    return u"CONVERT(nvarchar(%1), %2)"_s.arg(isShort ? QString::number(column.maxLength) : u"max"_s, name);
}

QString sqlServerWithEnd(const QString &text, qint64 maxLength)
{
    const bool hasRoom = maxLength > 0 && maxLength < longestUnicode;
    const bool isLong = hasRoom || text.startsWith("CONVERT(nvarchar(max), "_L1);
    return (isLong ? text : u"CONVERT(nvarchar(max), %1)"_s.arg(text)) + u" + N'.'"_s;
}

QString sqlServerPrinted(const QString &name, const Column &column)
{
    if (sqlServerBaseType(column.declaredType) == "sql_variant"_L1)
        return printedVariant(name);
    if (column.family == TypeFamily::Text)
        return sqlServerUnicode(name, column);
    const Known *type = known(column.declaredType);
    const QLatin1StringView printed = type ? type->printed : printedBytes;
    return printed.isEmpty() ? name : QString(printed).replace("%1"_L1, name);
}

Value sqlServerDecoded(const Column &column, QByteArrayView cell)
{
    const QByteArray text = isKeptAsBytes(column) ? "0x" + cell.toByteArray().toHex() : cell.toByteArray();
    const auto of = [&](const QByteArray &canonical) { return Value::of(column.family, canonical); };
    switch (column.family) {
    case TypeFamily::Boolean: return of(text == "1" ? "true" : "false");
    case TypeFamily::Float: {
        const bool isSingle = sqlServerBaseType(column.declaredType) == "real"_L1;
        return of(isSingle ? canonicalSingle(text.trimmed()) : canonicalFloat(text.trimmed()));
    }
    case TypeFamily::Text: return of(column.fixedLength ? withoutTrailingBlanks(text) : text);
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz: return of(shortestMoment(text));
    case TypeFamily::Uuid: return of(text.toLower());
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
    case TypeFamily::Binary:
    case TypeFamily::Date:
    case TypeFamily::Interval:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return of(text);
    }
    Q_UNREACHABLE_RETURN({});
}

QString sqlServerBinaryCollation()
{
    return u" COLLATE Latin1_General_100_BIN2"_s;
}

} // namespace Rejoin

#include "diffcore/dialect/postgresqltypes.h"

#include "diffcore/dialect/sqltext.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

struct Known
{
    QLatin1StringView type;
    TypeFamily family;
};

constexpr std::array knownTypes{
    Known{"boolean"_L1, TypeFamily::Boolean},
    Known{"smallint"_L1, TypeFamily::Integer},
    Known{"integer"_L1, TypeFamily::Integer},
    Known{"bigint"_L1, TypeFamily::Integer},
    Known{"oid"_L1, TypeFamily::Integer},
    Known{"numeric"_L1, TypeFamily::Decimal},
    Known{"money"_L1, TypeFamily::Decimal},
    Known{"real"_L1, TypeFamily::Float},
    Known{"double precision"_L1, TypeFamily::Float},
    Known{"text"_L1, TypeFamily::Text},
    Known{"character varying"_L1, TypeFamily::Text},
    Known{"character"_L1, TypeFamily::Text},
    Known{"bpchar"_L1, TypeFamily::Text},
    Known{"name"_L1, TypeFamily::Text},
    Known{"\"char\""_L1, TypeFamily::Text},
    Known{"bytea"_L1, TypeFamily::Binary},
    Known{"date"_L1, TypeFamily::Date},
    Known{"time without time zone"_L1, TypeFamily::Time},
    Known{"time with time zone"_L1, TypeFamily::Time},
    Known{"timestamp without time zone"_L1, TypeFamily::Timestamp},
    Known{"timestamp with time zone"_L1, TypeFamily::TimestampTz},
    Known{"interval"_L1, TypeFamily::Interval},
    Known{"uuid"_L1, TypeFamily::Uuid},
    Known{"json"_L1, TypeFamily::Json},
    Known{"jsonb"_L1, TypeFamily::Json},
    Known{"xml"_L1, TypeFamily::Xml},
};

/// Without schema: types of extensions, wherever those were put.
constexpr std::array extensionTypes{
    Known{"citext"_L1, TypeFamily::Text},
    Known{"geometry"_L1, TypeFamily::Spatial},
    Known{"geography"_L1, TypeFamily::Spatial},
};

/// "numeric(10,2)" → "numeric", "timestamp(3) with time zone[]" → "timestamp with time zone[]"; what stands in quotes
/// stays.
QString withoutLengths(const QString &type)
{
    if (!type.contains(u'(') && !type.startsWith("interval "_L1))
        return type;
    QString result;
    bool quoted = false;
    int depth = 0;
    for (const QChar character : type) {
        if (character == u'"')
            quoted = !quoted;
        if (character == u'(' && !quoted)
            ++depth;
        if (depth == 0)
            result += character;
        if (character == u')' && !quoted)
            --depth;
    }
    if (result.startsWith("interval "_L1)) // "interval day to second"
        return result.endsWith("[]"_L1) ? u"interval[]"_s : u"interval"_s;
    return result;
}

QString elementOf(const QString &type)
{
    return type.endsWith("[]"_L1) ? type.chopped(2) : type;
}

} // namespace

TypeFamily postgresFamily(const QString &typeName, QChar typeKind, QChar typeCategory)
{
    const QString type = withoutLengths(typeName);
    for (const Known &known : knownTypes) {
        if (type == known.type)
            return known.family;
    }
    const QString bare = type.section(u'.', -1).remove(u'"');
    for (const Known &known : extensionTypes) {
        if (bare == known.type)
            return known.family;
    }
    if (typeCategory == u'A')
        return TypeFamily::Array;
    if (typeKind == u'e')
        return TypeFamily::Text;
    return typeCategory == u'G' ? TypeFamily::Spatial : TypeFamily::Other;
}

bool isPlainPostgresNumber(QByteArrayView text)
{
    constexpr qsizetype digits = 18;
    return isDecimalNumber(text, digits);
}

QString postgresCast(const QString &declaredType)
{
    const QString type = withoutLengths(declaredType);
    const QString element = elementOf(type);
    const QString array = type.sliced(element.size());
    if (array.isEmpty() && (element.isEmpty() || element == "text"_L1 || element == "character varying"_L1))
        return {};
    if (element == "character"_L1) // by itself it means one character
        return u"bpchar"_s + array;
    if (element == "bit"_L1) // and this, one bit
        return u"bit varying"_s + array;
    return type;
}

bool isPlainText(const Column &column)
{
    const QString type = withoutLengths(column.declaredType);
    return type == "text"_L1 || type == "character varying"_L1 || type == "character"_L1 || type == "bpchar"_L1 ||
           type == "name"_L1 || type.isEmpty();
}

bool comparesExactly(const Column &column)
{
    switch (column.family) {
    case TypeFamily::Boolean:
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
    case TypeFamily::Float:
    case TypeFamily::Binary:
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
    case TypeFamily::TimestampTz:
    case TypeFamily::Uuid: return true;
    case TypeFamily::Text: return isPlainText(column);
    case TypeFamily::Interval:
    case TypeFamily::Json:
    case TypeFamily::Xml:
    case TypeFamily::Array:
    case TypeFamily::Spatial:
    case TypeFamily::RowVersion:
    case TypeFamily::Other: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

bool sortsAlike(const Column &column)
{
    return column.family != TypeFamily::Text && comparesExactly(column);
}

bool comparesBytes(const Column &column)
{
    return column.collation == "C"_L1 || column.collation == "POSIX"_L1;
}

QString postgresPrinted(const QString &name, const Column &column)
{
    if (column.family == TypeFamily::Binary)
        return name;
    if (column.declaredType == "money"_L1)
        return name + u"::numeric::text"_s;
    return name + u"::text"_s;
}

} // namespace Rejoin

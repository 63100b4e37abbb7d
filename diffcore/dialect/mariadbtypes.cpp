#include "diffcore/dialect/mariadbtypes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

struct Known
{
    QLatin1StringView type;
    MariaDbType kind;
    TypeFamily family;
};

constexpr std::array knownTypes{
    Known{"tinyint"_L1, MariaDbType::Number, TypeFamily::Integer},
    Known{"smallint"_L1, MariaDbType::Number, TypeFamily::Integer},
    Known{"mediumint"_L1, MariaDbType::Number, TypeFamily::Integer},
    Known{"int"_L1, MariaDbType::Number, TypeFamily::Integer},
    Known{"bigint"_L1, MariaDbType::Number, TypeFamily::Integer},
    Known{"year"_L1, MariaDbType::PaddedText, TypeFamily::Integer},
    Known{"decimal"_L1, MariaDbType::Number, TypeFamily::Decimal},
    Known{"float"_L1, MariaDbType::Single, TypeFamily::Float},
    Known{"double"_L1, MariaDbType::Double, TypeFamily::Float},
    Known{"bit"_L1, MariaDbType::Bits, TypeFamily::Other},
    Known{"char"_L1, MariaDbType::Text, TypeFamily::Text},
    Known{"varchar"_L1, MariaDbType::Text, TypeFamily::Text},
    Known{"tinytext"_L1, MariaDbType::Text, TypeFamily::Text},
    Known{"text"_L1, MariaDbType::Text, TypeFamily::Text},
    Known{"mediumtext"_L1, MariaDbType::Text, TypeFamily::Text},
    Known{"longtext"_L1, MariaDbType::Text, TypeFamily::Text},
    Known{"enum"_L1, MariaDbType::Choice, TypeFamily::Text},
    Known{"set"_L1, MariaDbType::Choice, TypeFamily::Text},
    Known{"binary"_L1, MariaDbType::Bytes, TypeFamily::Binary},
    Known{"varbinary"_L1, MariaDbType::Bytes, TypeFamily::Binary},
    Known{"tinyblob"_L1, MariaDbType::Bytes, TypeFamily::Binary},
    Known{"blob"_L1, MariaDbType::Bytes, TypeFamily::Binary},
    Known{"mediumblob"_L1, MariaDbType::Bytes, TypeFamily::Binary},
    Known{"longblob"_L1, MariaDbType::Bytes, TypeFamily::Binary},
    Known{"date"_L1, MariaDbType::Other, TypeFamily::Date},
    Known{"time"_L1, MariaDbType::Other, TypeFamily::Time},
    Known{"datetime"_L1, MariaDbType::Other, TypeFamily::Timestamp},
    Known{"timestamp"_L1, MariaDbType::Other, TypeFamily::TimestampTz},
    Known{"uuid"_L1, MariaDbType::Other, TypeFamily::Uuid},
    Known{"json"_L1, MariaDbType::Json, TypeFamily::Json},
    Known{"geometry"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"point"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"linestring"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"polygon"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"multipoint"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"multilinestring"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"multipolygon"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"geometrycollection"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"geomcollection"_L1, MariaDbType::Geometry, TypeFamily::Spatial},
    Known{"vector"_L1, MariaDbType::Geometry, TypeFamily::Other},
};

/// "bigint(20) unsigned" → "bigint"
QStringView wordOf(const QString &declaredType)
{
    const auto end = std::ranges::find_if_not(declaredType, [](QChar letter) { return letter.isLetter(); });
    return QStringView(declaredType).first(end - declaredType.begin());
}

const Known *knownOf(const QString &declaredType)
{
    const QStringView word = wordOf(declaredType);
    const auto found = std::ranges::find_if(
        knownTypes, [&](const Known &known) { return word.compare(known.type, Qt::CaseInsensitive) == 0; });
    return found == knownTypes.end() ? nullptr : &*found;
}

} // namespace

MariaDbType mariaDbType(const QString &declaredType)
{
    const Known *known = knownOf(declaredType);
    if (!known)
        return MariaDbType::Other;
    const bool padded = known->kind == MariaDbType::Number && declaredType.endsWith("zerofill"_L1);
    return padded ? MariaDbType::PaddedText : known->kind;
}

TypeFamily mariaDbFamily(const QString &declaredType)
{
    const Known *known = knownOf(declaredType);
    if (!known)
        return TypeFamily::Other;
    return known->kind == MariaDbType::Bits && mariaDbLength(declaredType) == 1 ? TypeFamily::Boolean : known->family;
}

int mariaDbLength(const QString &declaredType)
{
    return declaredType.section(u'(', 1).section(u')', 0, 0).toInt();
}

bool isCollated(const Column &column)
{
    switch (mariaDbType(column.declaredType)) {
    case MariaDbType::Text:
    case MariaDbType::Choice: return true;
    case MariaDbType::Json:
    case MariaDbType::Number:
    case MariaDbType::PaddedText:
    case MariaDbType::Single:
    case MariaDbType::Double:
    case MariaDbType::Bits:
    case MariaDbType::Bytes:
    case MariaDbType::Geometry:
    case MariaDbType::Other: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace Rejoin

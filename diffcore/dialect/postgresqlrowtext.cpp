#include "diffcore/dialect/postgresqlrowtext.h"

#include "diffcore/base/sha256.h"
#include "diffcore/dialect/postgresqltypes.h"
#include "diffcore/dialect/sqltext.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Longer values are compared by hash, so that a script does not hold them twice.
constexpr qsizetype longestCompared = 2048;

QString hashOf(const QByteArray &bytes)
{
    return u"'\\x"_s + sha256Hex(bytes) + u"'::bytea"_s;
}

} // namespace

QString PostgreSqlRowText::isSame(const Column &column, const Value &value) const
{
    return dialect().name(column.name) + u" = "_s + dialect().literal(value, column);
}

QString PostgreSqlRowText::listedName(const QString &row) const
{
    return doubledQuotes(row, u'\'');
}

ListedWriter PostgreSqlRowText::listedWriter(const Column &column) const
{
    ListedWriter careful = ListText::listedWriter(column);
    const QString cast = postgresCast(column.declaredType);
    const bool isOther = column.family == TypeFamily::Boolean || column.family == TypeFamily::Binary;
    if (column.declaredType.isEmpty() || cast == "money"_L1 || isOther)
        return careful;
    const bool isNumber = column.family == TypeFamily::Integer || column.family == TypeFamily::Decimal;
    const QByteArray end = cast.isEmpty() ? QByteArray() : "::" + cast.toUtf8();
    return [isNumber, end, careful](QByteArray &text, const Value &value) {
        if (!value.isPresent())
            text += "NULL";
        else if (isNumber && isPlainPostgresNumber(value.bytes()))
            text += value.bytes();
        else if (!appendPlainText(text, value.bytes(), end))
            careful(text, value);
    };
}

/// PostgreSQL documentation, "UNION, CASE, and Related Constructs": what has no type of its own takes that of the
/// first.
QString PostgreSqlRowText::nullOf(const Column &column) const
{
    const QString cast = postgresCast(column.declaredType);
    return u"NULL::"_s + (cast.isEmpty() ? u"text"_s : cast);
}

QString PostgreSqlRowText::isExactlyAs(const Column &column, const QString &other, bool present) const
{
    const QString name = ownColumn(column);
    const QString is = present ? u" = "_s : u" IS NOT DISTINCT FROM "_s;
    if (!comparesExactly(column))
        return u"%1::text%2%3::text"_s.arg(name, is, other);
    if (isPlainText(column) && column.collation.contains(u"nondeterministic"_s))
        return name + u" COLLATE \"C\""_s + is + other;
    return name + is + other;
}

/// PostgreSQL documentation, "Comparison Functions and Operators": a composite value whose fields are all NULL IS NULL,
/// and yet is another value than NULL.
QString PostgreSqlRowText::isNull(const Column &column) const
{
    const QString name = dialect().name(column.name);
    return column.family == TypeFamily::Other ? name + u" IS NOT DISTINCT FROM NULL"_s : name + u" IS NULL"_s;
}

QString PostgreSqlRowText::isExactly(const Column &column, const Value &value) const
{
    const QString name = dialect().name(column.name);
    const bool isLong = value.bytes().size() > longestCompared;
    if (isLong && column.family == TypeFamily::Binary)
        return u"sha256(%1) = %2"_s.arg(name, hashOf(value.bytes()));
    if (isLong && (isPlainText(column) || column.family == TypeFamily::Json || column.family == TypeFamily::Xml))
        return u"sha256(convert_to(%1::text, 'UTF8')) = %2"_s.arg(name, hashOf(value.bytes()));
    if (!comparesExactly(column)) // both printed under the same settings
        return u"%1::text = (%2)::text"_s.arg(name, dialect().literal(value, column));
    if (isPlainText(column) && column.collation.contains(u"nondeterministic"_s))
        return isSame(column, value) + u" AND "_s + name + u" COLLATE \"C\" = "_s + dialect().literal(value, column);
    return isSame(column, value);
}

} // namespace Rejoin

#include "diffcore/dialect/mariadbrowtext.h"

#include "diffcore/base/sha256.h"
#include "diffcore/dialect/mariadbtypes.h"
#include "diffcore/dialect/mariadbvalues.h"
#include "diffcore/dialect/sqltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Longer values are compared by hash, so that a script does not hold them twice.
constexpr qsizetype longestCompared = 2048;

bool holds(const RowText::Cells &values, const QString &column)
{
    return std::ranges::contains(values, column, &QPair<QString, Value>::first);
}

/// "CAST(%1 AS DATETIME(6))" for a column of times; empty for others.
QString timeCast(const Column &column)
{
    if (column.family == TypeFamily::Date)
        return u"CAST(%1 AS DATE)"_s;
    if (column.family == TypeFamily::Time)
        return u"CAST(%1 AS TIME(6))"_s;
    const bool isMoment = column.family == TypeFamily::Timestamp || column.family == TypeFamily::TimestampTz;
    return isMoment ? u"CAST(%1 AS DATETIME(6))"_s : QString();
}

/// What a list holds for the column, as a time where that is one: a column and text would be compared as numbers.
QString asColumn(const QString &listed, const Column &column)
{
    const QString cast = timeCast(column);
    return cast.isEmpty() ? listed : cast.arg(listed);
}

} // namespace

QString exactCollation(const MariaDbDialect &dialect)
{
    return dialect.isMySql() ? u"utf8mb4_0900_bin"_s : u"utf8mb4_nopad_bin"_s;
}

MariaDbRowText::MariaDbRowText(const MariaDbDialect &dialect, const Table &table)
    : ListText(dialect, table)
    , m_dialect(dialect)
{
}

QString MariaDbRowText::isTaken(const Cells &key, const Cells &values) const
{
    QStringList places{exists(sameKey(key))};
    for (const Key &unique : table().uniqueKeys) {
        Cells part;
        for (const auto &pair : values) {
            if (unique.columns.contains(pair.first) && pair.second.isPresent())
                part += pair;
        }
        if (part.size() == unique.columns.size()) // one that holds NULL is never taken
            places += exists(sameKey(part));
    }
    return places.join(u"\n  OR "_s);
}

QString MariaDbRowText::isListedTaken(const RowList &list, const Cells &values) const
{
    QStringList places{exists(list.sameKey())};
    for (const Key &unique : table().uniqueKeys) {
        QStringList same; // NULL is the same as nothing
        for (const QString &name : unique.columns) {
            if (holds(values, name))
                same += isSameAs(column(name), list.listed(name));
        }
        if (same.size() == unique.columns.size())
            places += exists(same.join(u" AND "_s));
    }
    return places.join(u"\n  OR "_s);
}

MariaDbRowText::Cells MariaDbRowText::uniqueCells(const Cells &values) const
{
    Cells cells;
    std::ranges::copy_if(values, std::back_inserter(cells), [&](const auto &cell) {
        return std::ranges::any_of(table().uniqueKeys,
                                   [&](const Key &unique) { return unique.columns.contains(cell.first); });
    });
    return cells;
}

bool MariaDbRowText::isText(const Column &column) const
{
    return isCollated(column) || mariaDbType(column.declaredType) == MariaDbType::Json;
}

bool MariaDbRowText::isListable(const Column &column) const
{
    switch (mariaDbType(column.declaredType)) {
    case MariaDbType::Number:
    case MariaDbType::PaddedText:
    case MariaDbType::Single:
    case MariaDbType::Double:
    case MariaDbType::Bytes: return true;
    case MariaDbType::Text:
    case MariaDbType::Choice: return !column.collation.isEmpty();
    case MariaDbType::Json: return !m_dialect.isMySql() && !column.collation.isEmpty();
    case MariaDbType::Other: return !timeCast(column).isEmpty();
    case MariaDbType::Bits:
    case MariaDbType::Geometry: return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

QString MariaDbRowText::listedName(const QString &row) const
{
    return mariaDbText(row);
}

QString MariaDbRowText::listedValue(const Value &value, const Column &column) const
{
    if (isText(column) && value.isPresent())
        return mariaDbText(QString::fromUtf8(value.bytes()));
    return m_dialect.literal(value, column);
}

ListedWriter MariaDbRowText::listedWriter(const Column &column) const
{
    const bool quotes = isText(column); // whatever the value is
    return [quotes, careful = ListText::listedWriter(column)](QByteArray &text, const Value &value) {
        const bool isPlain =
            quotes && value.isPresent() ? appendPlainText(text, value.bytes()) : appendPlainValue(text, value);
        if (!isPlain)
            careful(text, value);
    };
}

/// A column of a list that is NULL throughout would have no character set.
QString MariaDbRowText::nullOf(const Column &column) const
{
    return column.name.isEmpty() || isText(column) ? u"CONVERT(NULL USING utf8mb4)"_s : u"NULL"_s;
}

/// MariaDB documentation, "Setting Character Sets and Collations": a collation is named after its character set.
QString MariaDbRowText::isSameAs(const Column &column, const QString &other) const
{
    const QString own = ownColumn(column) + u" = "_s;
    if (isText(column))
        return own +
               u"CONVERT(%1 USING %2) COLLATE %3"_s.arg(other, column.collation.section(u'_', 0, 0), column.collation);
    return own + asColumn(other, column);
}

QString MariaDbRowText::isExactlyAs(const Column &column, const QString &other, bool present) const
{
    const QString own = ownColumn(column) + (present ? u" = "_s : u" <=> "_s);
    if (isText(column))
        return own + other + u" COLLATE "_s + exactCollation(m_dialect);
    return own + asColumn(other, column);
}

QString MariaDbRowText::keptStamps(const Cells &values) const
{
    QString assignments;
    for (const Column &column : table().columns) {
        const QString name = m_dialect.name(column.name);
        const bool stamped = column.source == ValueSource::Written &&
                             column.defaultExpression.contains("on update "_L1, Qt::CaseInsensitive);
        if (stamped && !holds(values, column.name))
            assignments += u", %1 = %1"_s.arg(name);
    }
    return assignments;
}

bool MariaDbRowText::isIndexed(const QString &column) const
{
    return (table().primaryKey && table().primaryKey->columns.contains(column)) ||
           std::ranges::any_of(table().uniqueKeys, [&](const Key &key) { return key.columns.contains(column); });
}

QString MariaDbRowText::isSame(const Column &column, const Value &value) const
{
    return m_dialect.name(column.name) + u" = "_s + m_dialect.literal(value, column);
}

QString MariaDbRowText::isExactly(const Column &column, const Value &value) const
{
    const QString name = m_dialect.name(column.name);
    const MariaDbType type = mariaDbType(column.declaredType);
    const bool isText = isCollated(column) || type == MariaDbType::Json;
    if (value.bytes().size() > longestCompared && (isText || type == MariaDbType::Bytes))
        return u"sha2(%1, 256) = '%2'"_s.arg(isText ? u"CONVERT(%1 USING utf8mb4)"_s.arg(name) : name,
                                             sha256Hex(value.bytes()));
    if (type == MariaDbType::Json && m_dialect.isMySql()) // which keeps a document and not its text
        return u"CAST(%1 AS CHAR) = CAST(CAST(%2 AS JSON) AS CHAR) COLLATE %3"_s.arg(
            name, m_dialect.literal(value, column), exactCollation(m_dialect));
    if (type == MariaDbType::Geometry)
        return u"hex(%1) = '%2'"_s.arg(name, value.toText());
    if (!isText)
        return isSame(column, value);
    const QString exactly = isSame(column, value) + u" COLLATE "_s + exactCollation(m_dialect);
    return isIndexed(column.name) ? isSame(column, value) + u" AND "_s + exactly : exactly;
}

} // namespace Rejoin

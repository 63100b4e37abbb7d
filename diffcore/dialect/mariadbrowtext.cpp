#include "diffcore/dialect/mariadbrowtext.h"

#include "diffcore/base/sha256.h"
#include "diffcore/dialect/mariadbtypes.h"

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

} // namespace

QString exactCollation(const MariaDbDialect &dialect)
{
    return dialect.isMySql() ? u"utf8mb4_0900_bin"_s : u"utf8mb4_nopad_bin"_s;
}

MariaDbRowText::MariaDbRowText(const MariaDbDialect &dialect, const Table &table)
    : RowText(dialect, table)
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

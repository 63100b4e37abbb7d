#include "diffcore/dialect/catalogrows.h"

#include <algorithm>

namespace Rejoin {

QString textAt(const TextRow &row, qsizetype column)
{
    return QString::fromUtf8(row[column].value_or(QByteArray()));
}

qint64 numberAt(const TextRow &row, qsizetype column)
{
    return row[column].value_or(QByteArray()).toLongLong();
}

std::optional<qint64> wholeNumber(const TextRows &rows)
{
    if (rows.isEmpty() || !rows[0][0])
        return std::nullopt;
    bool isWhole = false;
    const qint64 number = rows[0][0]->toLongLong(&isWhole);
    return isWhole ? std::optional(number) : std::nullopt;
}

CatalogTables::CatalogTables(Connection &connection, const CancelToken &cancel)
    : m_connection(connection)
    , m_cancel(cancel)
{
}

Result<TextRows> CatalogTables::rows(const QString &sql)
{
    if (m_cancel.isCancelled())
        return fail(
            {.code = ErrorCode::Cancelled, .message = QStringLiteral("cancelled"), .server = m_connection.label()});
    return m_connection.query(sql);
}

void CatalogTables::add(const QByteArray &id, Table table)
{
    m_indexes.insert(id, m_catalog.tables.size());
    m_catalog.tables += std::move(table);
}

Table *CatalogTables::byId(const QByteArray &id)
{
    const auto found = m_indexes.constFind(id);
    return found == m_indexes.constEnd() ? nullptr : &m_catalog.tables[*found];
}

Table *CatalogTables::tableOf(const TextRow &row, qsizetype cell)
{
    return byId(row[cell].value_or(QByteArray()));
}

Catalog CatalogTables::take()
{
    std::ranges::sort(m_catalog.tables, {}, &Table::name);
    return std::move(m_catalog);
}

void addKeyColumn(Table &table, KeyKind kind, const Key &key, const QString &column)
{
    if (kind == KeyKind::Primary) {
        if (!table.primaryKey)
            table.primaryKey = key;
        table.primaryKey->columns += column;
        return;
    }
    if (table.uniqueKeys.isEmpty() || table.uniqueKeys.last().name != key.name)
        table.uniqueKeys += key;
    table.uniqueKeys.last().columns += column;
}

void addForeignKeyColumn(Table &child, Table &parent, const ForeignKeyColumn &part)
{
    const bool acts = part.onDelete == OnDelete::Acts;
    if (child.foreignKeys.isEmpty() || child.foreignKeys.last().name != part.key) {
        child.foreignKeys += ForeignKey{.name = part.key, .parent = parent.name};
        if (acts)
            parent.deleteActions += DeleteAction{.child = child.name};
    }
    child.foreignKeys.last().columns += part.column;
    child.foreignKeys.last().parentColumns += part.parentColumn;
    if (acts) {
        parent.deleteActions.last().columns += part.column;
        parent.deleteActions.last().parentColumns += part.parentColumn;
    }
}

} // namespace Rejoin

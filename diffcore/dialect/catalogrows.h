#pragma once

#include "diffcore/odbc/connection.h"
#include "diffcore/schema/catalog.h"

#include <QHash>

namespace Rejoin {

// What the readers of catalogs do with the rows of their queries.

using TextRow = TextRows::value_type;

[[nodiscard]] QString textAt(const TextRow &row, qsizetype column);  ///< empty for NULL
[[nodiscard]] qint64 numberAt(const TextRow &row, qsizetype column); ///< 0 for NULL
/// The one number of a result; nothing where there is no row or no whole number.
[[nodiscard]] std::optional<qint64> wholeNumber(const TextRows &rows);

/// The tables of a catalog while it is read, found by what the server identifies them by.
class CatalogTables
{
public:
    CatalogTables(Connection &connection, const CancelToken &cancel);

    /// Fails with Cancelled, and as Connection::query().
    [[nodiscard]] Result<TextRows> rows(const QString &sql);
    void add(const QByteArray &id, Table table);
    [[nodiscard]] Table *byId(const QByteArray &id);                      ///< null for those that are not ours
    [[nodiscard]] Table *tableOf(const TextRow &row, qsizetype cell = 0); ///< by the row's cell that holds the id
    [[nodiscard]] Catalog take();                                         ///< by name

    [[nodiscard]] Connection &connection() const { return m_connection; }

private:
    Connection &m_connection;
    const CancelToken &m_cancel;
    Catalog m_catalog;
    QHash<QByteArray, qsizetype> m_indexes;
};

/// Columns of keys come in their order, key after key.
enum class KeyKind : quint8 { Primary, Unique };
void addKeyColumn(Table &table, KeyKind kind, const Key &key, const QString &column);

/// What the server does to a child's rows when the parent's row goes.
enum class OnDelete : quint8 { Nothing, Acts };
struct ForeignKeyColumn
{
    QString key; ///< name of the foreign key
    OnDelete onDelete = OnDelete::Nothing;
    QString column;
    QString parentColumn;
};
/// Columns of foreign keys come in their order, key after key.
void addForeignKeyColumn(Table &child, Table &parent, const ForeignKeyColumn &part);

} // namespace Rejoin

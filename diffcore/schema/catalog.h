#pragma once

#include "diffcore/dialect/engine.h"
#include "diffcore/value/value.h"

#include <QHashFunctions>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace Rejoin {

/// Schema and name as the server spells them; the schema is empty where the engine has none.
struct TableName
{
    QString schema;
    QString name;

    [[nodiscard]] QString display() const { return schema.isEmpty() ? name : schema + QLatin1Char('.') + name; }
    friend bool operator==(const TableName &, const TableName &) = default;
    friend auto operator<=>(const TableName &left, const TableName &right)
    {
        const int order = left.display().compare(right.display());
        return order <=> 0;
    }
    friend size_t qHash(const TableName &name, size_t seed = 0) { return qHashMulti(seed, name.schema, name.name); }
};

/// Who gives a column its value.
enum class ValueSource : quint8 {
    Written,   ///< the application
    Generated, ///< identity, auto-increment, serial, rowid alias: the server, on insert, where none is given
    Computed,  ///< computed, generated-always expression, row version, period column: the server, always
};

struct Column
{
    QString name;
    QString declaredType; ///< as the server prints it
    TypeFamily family = TypeFamily::Other;
    qint64 maxLength = 0; ///< characters or bytes; 0 = no limit or not known
    bool fixedLength = false;
    bool nullable = true;
    ValueSource source = ValueSource::Written;
    QString collation;
    QString defaultExpression; ///< empty = none

    friend bool operator==(const Column &, const Column &) = default;
};

struct Key
{
    QString name;
    QStringList columns;
    bool partial = false;    ///< filtered index: holds for some rows only
    bool deferrable = false; ///< may be broken until the end of a transaction

    friend bool operator==(const Key &, const Key &) = default;
};

struct ForeignKey
{
    QString name; ///< made up from the columns where the engine keeps none
    QStringList columns;
    TableName parent;
    QStringList parentColumns;
    bool declared = true; ///< false: a virtual relation that the person gave

    friend bool operator==(const ForeignKey &, const ForeignKey &) = default;
};

/// A foreign key of another table (or this one) by which the server itself changes the child's rows when a row of this
/// table goes: on delete cascade, set null, set default.
struct DeleteAction
{
    TableName child;
    QStringList columns;
    QStringList parentColumns; ///< in the order of columns

    friend bool operator==(const DeleteAction &, const DeleteAction &) = default;
};

struct Trigger
{
    QString name;
    QString event; ///< "after insert"; empty where the engine does not tell

    friend bool operator==(const Trigger &, const Trigger &) = default;
};

struct Table
{
    TableName name;
    QList<Column> columns;
    std::optional<Key> primaryKey;
    QList<Key> uniqueKeys; ///< unique constraints and unique indexes, the primary key left out
    QList<ForeignKey> foreignKeys;
    QList<Trigger> triggers;
    QList<DeleteAction> deleteActions; ///< empty where the engine's scripts switch foreign keys off
    QString whyNotComparable;          ///< empty where it can be compared
    /// The name by which it is matched with the tables of other versions, where that is not its own.
    std::optional<TableName> standsFor = std::nullopt;

    [[nodiscard]] int
    columnIndex(const QString &columnName) const; ///< -1 where there is none; exact, then without case
    [[nodiscard]] const Column *column(const QString &columnName) const;
    /// The column whose value the server hands out; nothing where there is none.
    [[nodiscard]] const Column *generatedColumn() const;
    friend bool operator==(const Table &, const Table &) = default;
};

/// Where the table is that a person or a foreign key names: by its display name, exactly, then without case; then by
/// its plain name, where one table alone bears it. -1 where there is none.
template <typename T, typename NameOf>
[[nodiscard]] qsizetype indexOfTable(const QList<T> &tables, const QString &name, NameOf nameOf)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (qsizetype index = 0; index < tables.size(); ++index) {
            if (nameOf(tables[index]).display().compare(name, sensitivity) == 0)
                return index;
        }
    }
    qsizetype found = -1;
    for (qsizetype index = 0; index < tables.size(); ++index) {
        if (nameOf(tables[index]).name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (found >= 0)
            return -1;
        found = index;
    }
    return found;
}

/// The base tables of a database: no views, no temporary tables, no tables of the system.
struct Catalog
{
    QList<Table> tables;            ///< by name
    Engine engine = Engine::Sqlite; ///< whose it is

    [[nodiscard]] const Table *table(const TableName &name) const; ///< as indexOfTable(); null where there is none
};

/// How far a generator is.
struct GeneratorState
{
    /// The last number given out; 0 where none was. Nothing where the server keeps no count of its own (a plain
    /// INTEGER PRIMARY KEY of SQLite, without AUTOINCREMENT).
    std::optional<qint64> lastGiven;
    std::optional<qint64> highest; ///< in the table; nothing where it is empty

    friend bool operator==(const GeneratorState &, const GeneratorState &) = default;
};

} // namespace Rejoin

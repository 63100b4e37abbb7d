#include "diffcore/dialect/catalogrows.h"
#include "diffcore/dialect/sqlitedialect.h"
#include "diffcore/dialect/sqlitesyntax.h"
#include "diffcore/odbc/connection.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

// the tables that belong to the person; each query about them begins with these
const auto tablesOnly = u"pragma_table_list AS l WHERE l.schema = 'main' AND l.type = 'table' "
                        "AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s;

const auto selectTables = u"SELECT l.name, l.type, l.wr, s.sql FROM pragma_table_list AS l "
                          "JOIN sqlite_schema AS s ON s.type = 'table' AND s.name = l.name "
                          "WHERE l.schema = 'main' AND l.type IN ('table', 'virtual') "
                          "AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY l.name"_s;

const auto selectColumns = u"SELECT o.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden "
                           "FROM (SELECT l.name FROM %1) AS o JOIN pragma_table_xinfo(o.name, 'main') AS x "
                           "ORDER BY o.name, x.cid"_s;

const auto selectUniques = u"SELECT o.name, i.name, i.origin, i.partial, c.name "
                           "FROM (SELECT l.name FROM %1) AS o JOIN pragma_index_list(o.name, 'main') AS i "
                           "JOIN pragma_index_xinfo(i.name, 'main') AS c "
                           "WHERE i.\"unique\" = 1 AND c.key = 1 ORDER BY o.name, i.seq DESC, c.seqno"_s;

const auto selectForeignKeys = u"SELECT o.name, f.id, f.\"table\", f.\"from\", f.\"to\" "
                               "FROM (SELECT l.name FROM %1) AS o JOIN pragma_foreign_key_list(o.name, 'main') AS f "
                               "ORDER BY o.name, f.id DESC, f.seq"_s;

const auto selectTriggers = u"SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"_s;

/// The family that values of a declared type have as a rule. Values tell their own. See "Datatypes In SQLite".
TypeFamily familyOf(const QString &declaredType)
{
    struct Rule
    {
        QLatin1StringView part;
        TypeFamily family;
    };
    // in the order in which SQLite looks; what it takes for a number of no kind is told apart at the end
    constexpr std::array rules{
        Rule{"INT"_L1, TypeFamily::Integer}, Rule{"CHAR"_L1, TypeFamily::Text},    Rule{"CLOB"_L1, TypeFamily::Text},
        Rule{"TEXT"_L1, TypeFamily::Text},   Rule{"BLOB"_L1, TypeFamily::Binary},  Rule{"REAL"_L1, TypeFamily::Float},
        Rule{"FLOA"_L1, TypeFamily::Float},  Rule{"DOUB"_L1, TypeFamily::Float},   Rule{"BOOL"_L1, TypeFamily::Integer},
        Rule{"DATE"_L1, TypeFamily::Text},   Rule{"TIME"_L1, TypeFamily::Text},    Rule{"JSON"_L1, TypeFamily::Text},
        Rule{"UUID"_L1, TypeFamily::Text},   Rule{"GUID"_L1, TypeFamily::Text},    Rule{"DEC"_L1, TypeFamily::Decimal},
        Rule{"NUM"_L1, TypeFamily::Decimal}, Rule{"MONEY"_L1, TypeFamily::Decimal}};
    const QString type = declaredType.toUpper();
    const auto found = std::ranges::find_if(rules, [&](const Rule &rule) { return type.contains(rule.part); });
    return found == rules.end() ? TypeFamily::Other : found->family;
}

ValueSource sourceOf(qint64 hidden)
{
    return hidden == 2 || hidden == 3 ? ValueSource::Computed : ValueSource::Written; // virtual or stored
}

/// Puts a catalog together from the rows of its queries.
class CatalogBuilder
{
public:
    void addTable(const TextRow &row)
    {
        Table table;
        table.name.name = textAt(row, 0);
        const bool isVirtual = textAt(row, 1) == "virtual"_L1;
        if (isVirtual)
            table.whyNotComparable = u"it is a virtual table"_s;
        Facts facts;
        facts.withoutRowid = numberAt(row, 2) != 0;
        facts.collations = declaredCollations(textAt(row, 3));
        m_tables.insert(lower(table.name.name), {table, facts});
    }

    void addColumn(const TextRow &row)
    {
        Entry *entry = entryOf(row);
        const auto hidden = numberAt(row, 6);
        if (!entry || hidden == 1)
            return;
        Column column;
        column.name = textAt(row, 1);
        column.declaredType = textAt(row, 2);
        column.family = familyOf(column.declaredType);
        column.nullable = numberAt(row, 3) == 0;
        column.defaultExpression = textAt(row, 4);
        column.source = sourceOf(hidden);
        column.collation = entry->facts.collations.value(lower(column.name));
        if (const int place = int(numberAt(row, 5)); place > 0)
            entry->facts.keyColumns.insert(place, column.name);
        entry->table.columns += column;
    }

    void addUniqueColumn(const TextRow &row)
    {
        Entry *entry = entryOf(row);
        if (!entry)
            return;
        const QString index = textAt(row, 1);
        const QString origin = textAt(row, 2);
        if (origin == "pk"_L1) {
            entry->facts.keyHasIndex = true;
            return;
        }
        QList<Key> &keys = entry->table.uniqueKeys;
        if (keys.isEmpty() || keys.last().name != index)
            keys += Key{.name = index, .columns = {}, .partial = numberAt(row, 3) != 0};
        if (!row[4])
            entry->facts.notOfColumns.insert(index); // of an expression, or of the hidden row number
        keys.last().columns += textAt(row, 4);
        if (origin == "u"_L1)
            entry->facts.ofConstraints.insert(index);
    }

    void addForeignKeyColumn(const TextRow &row)
    {
        Entry *entry = entryOf(row);
        if (!entry)
            return;
        const qint64 id = numberAt(row, 1);
        QList<ForeignKey> &keys = entry->table.foreignKeys;
        if (keys.isEmpty() || entry->facts.lastForeignKey != id)
            keys += ForeignKey{.name = {}, .columns = {}, .parent = {{}, textAt(row, 2)}, .parentColumns = {}};
        entry->facts.lastForeignKey = id;
        keys.last().columns += textAt(row, 3);
        if (row[4])
            keys.last().parentColumns += textAt(row, 4);
    }

    void addTrigger(const TextRow &row)
    {
        if (Entry *entry = entryOf(row))
            entry->table.triggers += Trigger{textAt(row, 1), triggerEvent(textAt(row, 2))};
    }

    Catalog finish()
    {
        for (Entry &entry : m_tables) {
            setPrimaryKey(entry);
            nameUniques(entry);
        }
        for (Entry &entry : m_tables)
            setParents(entry);
        Catalog catalog;
        for (const Entry &entry : std::as_const(m_tables))
            catalog.tables += entry.table;
        std::ranges::sort(catalog.tables, {}, &Table::name);
        return catalog;
    }

private:
    struct Facts
    {
        bool withoutRowid = false;
        bool keyHasIndex = false;
        QMap<int, QString> keyColumns; ///< by their place in the key
        QHash<QString, QString> collations;
        QSet<QString> notOfColumns;  ///< unique indexes
        QSet<QString> ofConstraints; ///< unique indexes that the server named
        qint64 lastForeignKey = -1;
    };

    struct Entry
    {
        Table table;
        Facts facts;
    };

    static QString lower(const QString &name) { return name.toLower(); }

    Entry *entryOf(const TextRow &row)
    {
        const auto found = m_tables.find(lower(textAt(row, 0)));
        return found == m_tables.end() ? nullptr : &*found;
    }

    static void setPrimaryKey(Entry &entry)
    {
        const QStringList columns = entry.facts.keyColumns.values();
        if (columns.isEmpty())
            return;
        entry.table.primaryKey = Key{.name = u"PRIMARY KEY"_s, .columns = columns};
        Column &first = entry.table.columns[entry.table.columnIndex(columns.first())];
        // a key with an index of its own is no other name of the row number: INTEGER PRIMARY KEY DESC
        const bool isRowNumber = columns.size() == 1 && !entry.facts.withoutRowid && !entry.facts.keyHasIndex &&
                                 first.declaredType.compare("INTEGER"_L1, Qt::CaseInsensitive) == 0;
        if (!isRowNumber)
            return;
        first.source = ValueSource::Generated;
        first.nullable = false;
    }

    static void nameUniques(Entry &entry)
    {
        QList<Key> &keys = entry.table.uniqueKeys;
        keys.removeIf([&](const Key &key) { return entry.facts.notOfColumns.contains(key.name); });
        for (Key &key : keys) {
            if (entry.facts.ofConstraints.contains(key.name))
                key.name = u"UNIQUE (%1)"_s.arg(key.columns.join(u", "_s));
        }
    }

    /// Parents as they spell themselves; where no columns are named, their primary key. A foreign key that leads to no
    /// columns cannot be enforced, so it is none.
    void setParents(Entry &entry) const
    {
        for (ForeignKey &key : entry.table.foreignKeys) {
            const auto parent = m_tables.find(lower(key.parent.name));
            if (parent != m_tables.end()) {
                key.parent = parent->table.name;
                if (key.parentColumns.isEmpty() && parent->table.primaryKey)
                    key.parentColumns = parent->table.primaryKey->columns;
                for (QString &column : key.parentColumns) {
                    if (const Column *known = parent->table.column(column))
                        column = known->name;
                }
            }
            const QString columns = key.columns.size() == 1 ? key.columns[0] : u'(' + key.columns.join(u", "_s) + u')';
            key.name = entry.table.name.name + u'.' + columns + u" → "_s + key.parent.name;
        }
        entry.table.foreignKeys.removeIf(
            [](const ForeignKey &key) { return key.parentColumns.size() != key.columns.size(); });
    }

    QHash<QString, Entry> m_tables; ///< by name in lower case
};

using AddRow = void (CatalogBuilder::*)(const TextRow &);

Result<void> addRows(Connection &connection, const QString &sql, CatalogBuilder &builder, AddRow add,
                     const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return fail(Error{.code = ErrorCode::Cancelled, .message = u"cancelled"_s, .server = connection.label()});
    REJOIN_TRY_VALUE(rows, connection.query(sql));
    for (const TextRow &row : std::as_const(rows))
        (builder.*add)(row);
    return {};
}

/// A primary key of SQLite may hold NULL, and then names no row. Such a table cannot be compared until it is mended.
Result<void> checkKeyIsNotNull(Connection &connection, Table &table)
{
    if (!table.primaryKey)
        return {};
    QStringList conditions;
    QStringList nullable;
    for (const QString &column : std::as_const(table.primaryKey->columns)) {
        if (!table.column(column)->nullable)
            continue;
        nullable += column;
        conditions += connection.dialect().name(column) + u" IS NULL"_s;
    }
    if (conditions.isEmpty())
        return {};
    const QString sql = u"SELECT EXISTS (SELECT 1 FROM %1 WHERE %2)"_s.arg(connection.dialect().name(table.name),
                                                                           conditions.join(u" OR "_s));
    REJOIN_TRY_VALUE(rows, connection.query(sql));
    if (numberAt(rows[0], 0) != 0)
        table.whyNotComparable = u"its primary key (%1) is NULL in a row"_s.arg(nullable.join(u", "_s));
    return {};
}

} // namespace

Result<Catalog> SqliteDialect::readCatalog(Connection &connection, const CancelToken &cancel) const
{
    const std::array<QPair<QString, AddRow>, 5> queries{{
        {selectTables, &CatalogBuilder::addTable},
        {selectColumns.arg(tablesOnly), &CatalogBuilder::addColumn},
        {selectUniques.arg(tablesOnly), &CatalogBuilder::addUniqueColumn},
        {selectForeignKeys.arg(tablesOnly), &CatalogBuilder::addForeignKeyColumn},
        {selectTriggers, &CatalogBuilder::addTrigger},
    }};
    CatalogBuilder builder;
    for (const auto &[sql, add] : queries)
        REJOIN_TRY(addRows(connection, sql, builder, add, cancel));
    Catalog catalog = builder.finish();
    for (Table &table : catalog.tables)
        REJOIN_TRY(checkKeyIsNotNull(connection, table));
    return catalog;
}

Result<GeneratorState> SqliteDialect::readGenerator(Connection &connection, const Table &table,
                                                    const QString &column) const
{
    GeneratorState state;
    REJOIN_TRY_VALUE(highest, connection.query(u"SELECT max(%1) FROM %2"_s.arg(name(column), name(table.name.name))));
    state.highest = wholeNumber(highest);
    const Column *generated = table.generatedColumn();
    if (!generated || generated->name != column)
        return state;
    const QString quoted = literal(Value::text(table.name.name), {});
    const QString ofTable = u" WHERE name = %1"_s.arg(quoted);
    REJOIN_TRY_VALUE(declared, connection.query(u"SELECT sql FROM sqlite_schema"_s + ofTable));
    if (declared.isEmpty() || !hasAutoincrement(QString::fromUtf8(declared[0][0].value_or(QByteArray()))))
        return state;
    REJOIN_TRY_VALUE(given, connection.query(u"SELECT seq FROM sqlite_sequence"_s + ofTable));
    state.lastGiven = wholeNumber(given).value_or(0);
    return state;
}

} // namespace Rejoin

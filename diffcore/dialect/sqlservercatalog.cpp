#include "diffcore/dialect/catalogrows.h"
#include "diffcore/dialect/sqlservercatalogtext.h"
#include "diffcore/dialect/sqlserverdialect.h"
#include "diffcore/dialect/sqlserversequence.h"
#include "diffcore/dialect/sqlservertypes.h"
#include "diffcore/dialect/sqltext.h"
#include "diffcore/odbc/connection.h"

using namespace Qt::StringLiterals;

// Documented views and columns of SQL Server 2016 only, so that compatible servers answer, too.

namespace Rejoin {

namespace {

/// Base tables of users; what a temporal table was before is its server's own.
const auto userTables = u"sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id\n"
                        "WHERE t.is_ms_shipped = 0 AND t.temporal_type <> 1"_s;

const auto userTableIds = u"(SELECT t.object_id FROM "_s + userTables + u')';

class CatalogReader
{
public:
    CatalogReader(Connection &connection, const CancelToken &cancel)
        : m_tables(connection, cancel)
    {
    }

    Result<Catalog> run()
    {
        REJOIN_TRY(readTables());
        REJOIN_TRY(readSecurityPolicies());
        REJOIN_TRY(readColumns());
        REJOIN_TRY(readKeys());
        REJOIN_TRY(readForeignKeys());
        REJOIN_TRY(readTriggers());
        Catalog catalog = m_tables.take();
        for (Table &table : catalog.tables) {
            if (table.whyNotComparable.isEmpty())
                table.whyNotComparable = whyNotNamed(table);
        }
        return catalog;
    }

private:
    Result<TextRows> rows(const QString &sql) { return m_tables.rows(sql); }

    Table *tableOf(const TextRow &row, qsizetype cell = 0) { return m_tables.tableOf(row, cell); }

    /// Without QUOTENAME, which doubles apostrophes, too, on compatible servers.
    Result<void> readTables()
    {
        REJOIN_TRY_VALUE(
            found,
            rows(u"SELECT t.object_id, s.name, t.name, CASE\n"
                 "  WHEN t.is_external = 1 THEN N'it is an external table: its rows stand elsewhere'\n"
                 "  WHEN t.is_memory_optimized = 1 THEN N'it is memory-optimized: a transaction over it and other "
                 "tables is not of one moment'\n"
                 "  WHEN HAS_PERMS_BY_NAME(N'[' + REPLACE(CONVERT(nvarchar(128), s.name), N']', N']]') + N'].['\n"
                 "    + REPLACE(CONVERT(nvarchar(128), t.name), N']', N']]') + N']', N'OBJECT', N'SELECT') = 0\n"
                 "    THEN N'the user may not read it'\n"
                 "  WHEN EXISTS (SELECT 1 FROM sys.columns AS c WHERE c.object_id = t.object_id AND c.is_masked = 1)\n"
                 "    AND HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'UNMASK') = 0\n"
                 "    THEN N'it has masked columns and the user lacks UNMASK'\n"
                 "  WHEN EXISTS (SELECT 1 FROM sys.columns AS c\n"
                 "    WHERE c.object_id = t.object_id AND c.encryption_type IS NOT NULL)\n"
                 "    THEN N'it has columns that only clients with their keys can read (Always Encrypted)'\n"
                 "  ELSE N'' END\nFROM "_s +
                 userTables));
        for (const TextRow &row : found) {
            Table table;
            table.name = {textAt(row, 1), textAt(row, 2)};
            table.whyNotComparable = textAt(row, 3);
            m_tables.add(row[0].value_or(QByteArray()), table);
        }
        return {};
    }

    /// Policies that filter. A compatible server without these views has no policies.
    Result<void> readSecurityPolicies()
    {
        const auto found = rows(u"SELECT DISTINCT r.target_object_id FROM sys.security_predicates AS r\n"
                                "JOIN sys.security_policies AS p ON p.object_id = r.object_id\n"
                                "WHERE r.predicate_type = 0 AND p.is_enabled = 1"_s);
        if (!found && found.error().code == ErrorCode::Cancelled)
            return fail(found.error());
        for (const TextRow &row : found.value_or(TextRows())) {
            if (Table *table = tableOf(row))
                table->whyNotComparable = u"row-level security may hide rows of it from this user"_s;
        }
        return {};
    }

    Result<void> readColumns()
    {
        REJOIN_TRY_VALUE(found, rows(u"SELECT c.object_id, c.name, "_s + sqlServerTypeText() +
                                     u",\n  c.max_length, c.is_nullable, "_s + sqlServerSource() +
                                     u",\n  c.collation_name, COALESCE(d.definition, k.definition)\nFROM "_s +
                                     sqlServerColumnTables() + u"\nWHERE c.object_id IN "_s + userTableIds +
                                     u"\nORDER BY c.object_id, c.column_id"_s));
        for (const TextRow &row : found) {
            if (Table *table = tableOf(row))
                table->columns += columnOf(row);
        }
        return {};
    }

    static Column columnOf(const TextRow &row)
    {
        Column column;
        column.name = textAt(row, 1);
        column.declaredType = textAt(row, 2);
        column.family = sqlServerFamily(column.declaredType);
        const QString base = sqlServerBaseType(column.declaredType);
        const bool isWide = base == "nchar"_L1 || base == "nvarchar"_L1 || base == "sysname"_L1;
        const bool hasLength = isWide || base == "char"_L1 || base == "varchar"_L1 || base.endsWith("binary"_L1);
        column.maxLength = hasLength ? std::max<qint64>(numberAt(row, 3), 0) / (isWide ? 2 : 1) : 0;
        column.fixedLength = base == "char"_L1 || base == "nchar"_L1;
        column.nullable = textAt(row, 4) == "1"_L1;
        const QString source = textAt(row, 5);
        column.source = source == "c"_L1   ? ValueSource::Computed
                        : source == "g"_L1 ? ValueSource::Generated
                                           : ValueSource::Written;
        column.collation = textAt(row, 6);
        column.defaultExpression = textAt(row, 7);
        return column;
    }

    /// Unique indexes, whether a constraint made them or not, without the columns that they only carry along.
    Result<void> readKeys()
    {
        REJOIN_TRY_VALUE(found,
                         rows(u"SELECT i.object_id, i.name, i.is_primary_key, i.has_filter, c.name\n"
                              "FROM sys.indexes AS i JOIN sys.index_columns AS ic\n"
                              "  ON ic.object_id = i.object_id AND ic.index_id = i.index_id\n"
                              "JOIN sys.columns AS c ON c.object_id = ic.object_id AND c.column_id = ic.column_id\n"
                              "WHERE i.is_unique = 1 AND i.is_disabled = 0 AND i.is_hypothetical = 0\n"
                              "  AND ic.is_included_column = 0 AND ic.key_ordinal > 0 AND i.object_id IN "_s +
                              userTableIds + u"\nORDER BY i.object_id, i.index_id, ic.key_ordinal"_s));
        for (const TextRow &row : found) {
            const Key key{.name = textAt(row, 1), .partial = textAt(row, 3) == "1"_L1};
            if (Table *table = tableOf(row))
                addKeyColumn(*table, textAt(row, 2) == "1"_L1 ? KeyKind::Primary : KeyKind::Unique, key,
                             textAt(row, 4));
        }
        return {};
    }

    Result<void> readForeignKeys()
    {
        REJOIN_TRY_VALUE(found,
                         rows(u"SELECT f.parent_object_id, f.referenced_object_id, f.name,\n"
                              "  CASE WHEN f.is_disabled = 0 AND f.delete_referential_action <> 0 THEN 1 ELSE 0 END,\n"
                              "  c.name, r.name\n"
                              "FROM sys.foreign_keys AS f JOIN sys.foreign_key_columns AS fc\n"
                              "  ON fc.constraint_object_id = f.object_id\n"
                              "JOIN sys.columns AS c ON c.object_id = fc.parent_object_id AND c.column_id = "
                              "fc.parent_column_id\n"
                              "JOIN sys.columns AS r ON r.object_id = fc.referenced_object_id\n"
                              "  AND r.column_id = fc.referenced_column_id\n"
                              "WHERE f.parent_object_id IN "_s +
                              userTableIds + u"\nORDER BY f.parent_object_id, f.name, fc.constraint_column_id"_s));
        for (const TextRow &row : found) {
            Table *child = tableOf(row);
            Table *parent = tableOf(row, 1);
            if (child && parent)
                addForeignKeyColumn(*child, *parent,
                                    {.key = textAt(row, 2),
                                     .onDelete = textAt(row, 3) == "1"_L1 ? OnDelete::Acts : OnDelete::Nothing,
                                     .column = textAt(row, 4),
                                     .parentColumn = textAt(row, 5)});
        }
        return {};
    }

    Result<void> readTriggers()
    {
        REJOIN_TRY_VALUE(found,
                         rows(u"SELECT g.parent_id, g.name, g.is_instead_of_trigger, e.type_desc\n"
                              "FROM sys.triggers AS g JOIN sys.trigger_events AS e ON e.object_id = g.object_id\n"
                              "WHERE g.is_disabled = 0 AND g.parent_id IN "_s +
                              userTableIds + u"\nORDER BY g.parent_id, g.name, e.type"_s));
        for (const TextRow &row : found) {
            if (Table *table = tableOf(row))
                addTriggerEvent(*table, row);
        }
        return {};
    }

    static void addTriggerEvent(Table &table, const TextRow &row)
    {
        const QString event = textAt(row, 3).toLower();
        if (!table.triggers.isEmpty() && table.triggers.last().name == textAt(row, 1)) {
            table.triggers.last().event += u" or "_s + event;
            return;
        }
        const QString moment = textAt(row, 2) == "1"_L1 ? u"instead of "_s : u"after "_s;
        table.triggers += Trigger{textAt(row, 1), moment + event};
    }

    CatalogTables m_tables;
};

} // namespace

Result<Catalog> SqlServerDialect::readCatalog(Connection &connection, const CancelToken &cancel) const
{
    return CatalogReader(connection, cancel).run();
}

Result<GeneratorState> SqlServerDialect::readGenerator(Connection &connection, const Table &table,
                                                       const QString &column) const
{
    GeneratorState state;
    REJOIN_TRY_VALUE(highest, connection.query(u"SELECT MAX(%1) FROM %2"_s.arg(name(column), name(table.name))));
    state.highest = wholeNumber(highest);
    const Column *generated = table.column(column);
    if (!generated)
        return state;
    REJOIN_TRY_VALUE(last, connection.query(selectLastGiven(*this, table, *generated, m_version)));
    state.lastGiven = wholeNumber(last);
    return state;
}

} // namespace Rejoin

#include "diffcore/dialect/catalogrows.h"
#include "diffcore/dialect/postgresqlcatalogtext.h"
#include "diffcore/dialect/postgresqldialect.h"
#include "diffcore/dialect/postgresqltypes.h"
#include "diffcore/dialect/sqltext.h"
#include "diffcore/odbc/connection.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Base tables of users: not those of the system, no temporary ones, no partitions (their rows are the whole table's).
const auto userTables = u"pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace\n"
                        "WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND c.relpersistence <> 't'\n"
                        "  AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'"_s;

const auto userTableIds = u"(SELECT c.oid FROM "_s + userTables + u')';

bool isTrue(const TextRow &row, qsizetype column)
{
    return row[column] == QByteArrayView("true");
}

/// Reads everything under a search path that makes the server name the schema of each type, then sets it back.
class CatalogReader
{
public:
    CatalogReader(Connection &connection, const CancelToken &cancel)
        : m_tables(connection, cancel)
    {
    }

    Result<Catalog> run()
    {
        REJOIN_TRY_VALUE(path, rows(u"SELECT current_setting('search_path')"_s));
        REJOIN_TRY(setPath(u"pg_catalog"_s));
        const Result<void> done = readAll();
        REJOIN_TRY(setPath(textAt(path.first(), 0)));
        REJOIN_TRY(done);
        return m_tables.take();
    }

private:
    Result<TextRows> rows(const QString &sql) { return m_tables.rows(sql); }

    Result<void> setPath(const QString &path)
    {
        return m_tables.connection()
            .query(u"SELECT set_config('search_path', %1, false)"_s.arg(doubledQuotes(path, u'\'')))
            .transform([](const TextRows &) {});
    }

    Result<void> readAll()
    {
        REJOIN_TRY(readTables());
        REJOIN_TRY(readColumns());
        REJOIN_TRY(readKeys());
        REJOIN_TRY(readForeignKeys());
        REJOIN_TRY(readTriggers());
        return {};
    }

    Table *tableOf(const TextRow &row, qsizetype cell = 0) { return m_tables.tableOf(row, cell); }

    Result<void> readTables()
    {
        REJOIN_TRY_VALUE(
            found, rows(u"SELECT c.oid::text, n.nspname::text, c.relname::text, CASE\n"
                        "  WHEN c.relkind = 'f' THEN 'it is a foreign table: its rows stand on another server'\n"
                        "  WHEN row_security_active(c.oid) THEN 'row level security hides rows of it from this user'\n"
                        "  WHEN c.relkind = 'r' AND EXISTS (SELECT 1 FROM pg_inherits AS i WHERE i.inhparent = c.oid)\n"
                        "    THEN 'other tables inherit from it: their rows would be read twice'\n"
                        "  WHEN EXISTS (SELECT 1 FROM pg_rewrite AS r WHERE r.ev_class = c.oid)\n"
                        "    THEN 'rewrite rules change what is written to it'\n"
                        "  ELSE '' END\nFROM "_s +
                        userTables));
        for (const TextRow &row : found) {
            Table table;
            table.name = {textAt(row, 1), textAt(row, 2)};
            table.whyNotComparable = textAt(row, 3);
            m_tables.add(row[0].value_or(QByteArray()), table);
        }
        return {};
    }

    Result<void> readColumns()
    {
        const QString deterministic = u"CASE WHEN k.collisdeterministic THEN '' ELSE ' (nondeterministic)' END"_s;
        REJOIN_TRY_VALUE(
            found,
            rows(u"WITH RECURSIVE "_s + postgresBaseTypes() + u"\nSELECT a.attrelid::text, a.attname::text, "_s +
                 postgresTypeText() +
                 u", t.typtype::text, t.typcategory::text,\n"
                 "  information_schema._pg_char_max_length(b.root, CASE WHEN a.atttypmod >= 0 THEN a.atttypmod\n"
                 "    ELSE b.length END)::text, (NOT a.attnotnull)::text,\n  "_s +
                 postgresSource() +
                 u",\n  CASE WHEN k.oid IS NULL THEN '' WHEN k.collprovider = 'd' THEN (SELECT datcollate FROM "
                 u"pg_database\n"
                 "    WHERE datname = current_database()) WHEN kn.nspname = 'pg_catalog' THEN k.collname || "_s +
                 deterministic + u"\n    ELSE kn.nspname || '.' || k.collname || "_s + deterministic +
                 u" END,\n"
                 "  coalesce(pg_get_expr(f.adbin, f.adrelid), '')\n"
                 "FROM pg_attribute AS a JOIN base AS b ON b.type = a.atttypid JOIN pg_type AS t ON t.oid = b.root\n"
                 "LEFT JOIN pg_collation AS k ON k.oid = a.attcollation\n"
                 "LEFT JOIN pg_namespace AS kn ON kn.oid = k.collnamespace\n"
                 "LEFT JOIN pg_attrdef AS f ON f.adrelid = a.attrelid AND f.adnum = a.attnum\n"
                 "WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid IN "_s +
                 userTableIds + u"\nORDER BY a.attrelid, a.attnum"_s));
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
        column.family = postgresFamily(column.declaredType, textAt(row, 3).at(0), textAt(row, 4).at(0));
        column.maxLength = textAt(row, 5).toLongLong();
        column.fixedLength = column.declaredType.startsWith("character("_L1) || column.declaredType == "bpchar"_L1;
        column.nullable = isTrue(row, 6);
        const QString source = textAt(row, 7);
        column.source = source == "c"_L1   ? ValueSource::Computed
                        : source == "g"_L1 ? ValueSource::Generated
                                           : ValueSource::Written;
        column.collation = textAt(row, 8);
        column.defaultExpression = textAt(row, 9);
        return column;
    }

    /// Unique indexes, whether a constraint made them or not. One with an expression tells nothing about columns.
    Result<void> readKeys()
    {
        REJOIN_TRY_VALUE(
            found,
            rows(u"SELECT i.indrelid::text, x.relname::text, i.indisprimary::text, (i.indpred IS NOT NULL)::text, "
                 "(NOT i.indimmediate)::text, a.attname::text\n"
                 "FROM pg_index AS i JOIN pg_class AS x ON x.oid = i.indexrelid\n"
                 "CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS part(number, place)\n"
                 "JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = part.number\n"
                 "WHERE i.indisunique AND i.indisvalid AND part.place <= i.indnkeyatts AND i.indexprs IS NULL\n"
                 "  AND i.indrelid IN "_s +
                 userTableIds + u"\nORDER BY i.indrelid, x.relname, part.place"_s));
        for (const TextRow &row : found) {
            Table *table = tableOf(row);
            if (table)
                addKeyColumn(*table, isTrue(row, 2) ? KeyKind::Primary : KeyKind::Unique,
                             {.name = textAt(row, 1), .partial = isTrue(row, 3), .deferrable = isTrue(row, 4)},
                             textAt(row, 5));
        }
        return {};
    }

    Result<void> readForeignKeys()
    {
        REJOIN_TRY_VALUE(
            found,
            rows(u"SELECT k.conrelid::text, k.confrelid::text, k.conname::text, k.confdeltype::text, a.attname::text, "
                 "p.attname::text\n"
                 "FROM pg_constraint AS k CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY\n"
                 "  AS part(child, parent, place)\n"
                 "JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = part.child\n"
                 "JOIN pg_attribute AS p ON p.attrelid = k.confrelid AND p.attnum = part.parent\n"
                 "WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid IN "_s +
                 userTableIds + u"\nORDER BY k.conrelid, k.conname, part.place"_s));
        for (const TextRow &row : found) {
            Table *child = tableOf(row);
            Table *parent = tableOf({row[1]});
            if (child && parent)
                addForeignKeyColumn(*child, *parent,
                                    {textAt(row, 2), onDelete(textAt(row, 3)), textAt(row, 4), textAt(row, 5)});
        }
        return {};
    }

    static OnDelete onDelete(const QString &letter)
    {
        const bool acts = letter == "c"_L1 || letter == "n"_L1 || letter == "d"_L1;
        return acts ? OnDelete::Acts : OnDelete::Nothing;
    }

    Result<void> readTriggers()
    {
        REJOIN_TRY_VALUE(
            found,
            rows(u"SELECT t.tgrelid::text, t.tgname::text,\n"
                 "  CASE WHEN t.tgtype & 2 <> 0 THEN 'before' ELSE 'after' END || ' ' || concat_ws(' or ',\n"
                 "  CASE WHEN t.tgtype & 4 <> 0 THEN 'insert' END, CASE WHEN t.tgtype & 16 <> 0 THEN 'update' END,\n"
                 "  CASE WHEN t.tgtype & 8 <> 0 THEN 'delete' END, CASE WHEN t.tgtype & 32 <> 0 THEN 'truncate' END)\n"
                 "FROM pg_trigger AS t WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgrelid IN "_s +
                 userTableIds + u"\nORDER BY t.tgrelid, t.tgname"_s));
        for (const TextRow &row : found) {
            if (Table *table = tableOf(row))
                table->triggers += Trigger{textAt(row, 1), textAt(row, 2)};
        }
        return {};
    }

    CatalogTables m_tables;
};

} // namespace

Result<Catalog> PostgreSqlDialect::readCatalog(Connection &connection, const CancelToken &cancel) const
{
    return CatalogReader(connection, cancel).run();
}

Result<GeneratorState> PostgreSqlDialect::readGenerator(Connection &connection, const Table &table,
                                                        const QString &column) const
{
    GeneratorState state;
    REJOIN_TRY_VALUE(highest, connection.query(u"SELECT max(%1)::text FROM %2"_s.arg(name(column), name(table.name))));
    state.highest = wholeNumber(highest);
    // a sequence that goes down is left alone
    REJOIN_TRY_VALUE(
        sequences,
        connection.query(u"SELECT n.nspname::text, s.relname::text, q.seqincrement::text\n"
                         "FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS s ON s.oid = "_s +
                         postgresSequence(u"a.attrelid"_s, u"a.attnum"_s) +
                         u"\nJOIN pg_catalog.pg_namespace AS n ON n.oid = s.relnamespace\n"
                         "JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = s.oid\n"
                         "WHERE q.seqincrement > 0 AND a.attname = %1 AND a.attrelid = to_regclass(%2)"_s.arg(
                             doubledQuotes(column, u'\''), doubledQuotes(name(table.name), u'\''))));
    if (sequences.isEmpty())
        return state;
    const TextRow &sequence = sequences.first();
    REJOIN_TRY_VALUE(
        last, connection.query(u"SELECT (last_value - CASE WHEN is_called THEN 0 ELSE %1 END)::text FROM %2"_s.arg(
                  textAt(sequence, 2), name(TableName{textAt(sequence, 0), textAt(sequence, 1)}))));
    state.lastGiven = wholeNumber(last);
    return state;
}

} // namespace Rejoin

#include "diffcore/dialect/catalogrows.h"
#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/mariadbscripttext.h"
#include "diffcore/dialect/mariadbsequence.h"
#include "diffcore/dialect/mariadbtypes.h"
#include "diffcore/dialect/mariadbvalues.h"

#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Period columns of a system-versioned table: they stand in its keys, yet nobody can write them.
constexpr std::array periodColumns{"ROW START"_L1, "ROW END"_L1};

bool isPeriod(const QString &generation)
{
    return std::ranges::any_of(
        periodColumns, [&](QLatin1StringView one) { return generation.compare(one, Qt::CaseInsensitive) == 0; });
}

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
        REJOIN_TRY(readColumns());
        if (m_tables.connection().server().engine == Engine::MariaDb) {
            REJOIN_TRY(readDocuments());
            REJOIN_TRY(readSequences());
        }
        REJOIN_TRY(readKeys());
        REJOIN_TRY(readForeignKeys());
        REJOIN_TRY(readTriggers());
        return m_tables.take();
    }

private:
    Result<TextRows> rows(const QString &sql) { return m_tables.rows(sql); }

    Table *tableNamed(const QString &name) { return m_tables.byId(name.toUtf8()); }
    Table *tableOf(const TextRow &row) { return m_tables.tableOf(row); }

    /// Views, sequences and temporary tables have other types, or none here.
    Result<void> readTables()
    {
        REJOIN_TRY_VALUE(
            found, rows(u"SELECT t.table_name, CASE\n"
                        "  WHEN t.engine IS NULL THEN 'the server cannot open it'\n"
                        "  WHEN e.transactions IS NULL OR e.transactions <> 'YES' THEN\n"
                        "    concat('it is kept by ', t.engine, ', which cannot roll a script back')\n"
                        "  ELSE '' END\n"
                        "FROM information_schema.tables AS t LEFT JOIN information_schema.engines AS e "
                        "ON e.engine = t.engine\n"
                        "WHERE t.table_schema = database() AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')"_s));
        for (const TextRow &row : found) {
            Table table;
            table.name = {QString(), textAt(row, 0)};
            table.whyNotComparable = textAt(row, 1);
            m_tables.add(table.name.name.toUtf8(), table);
        }
        return {};
    }

    Result<void> readColumns()
    {
        REJOIN_TRY_VALUE(
            found, rows(u"SELECT table_name, column_name, %1, coalesce(character_maximum_length, 0),\n"
                        "  is_nullable, extra, coalesce(generation_expression, ''), coalesce(collation_name, ''),\n"
                        "  coalesce(%2, '')\n"
                        "FROM information_schema.columns WHERE table_schema = database()\n"
                        "ORDER BY table_name, ordinal_position"_s.arg(mariaDbBytes(u"column_type"_s),
                                                                      mariaDbBytes(u"column_default"_s))));
        for (const TextRow &row : found) {
            Table *table = tableOf(row);
            if (!table)
                continue;
            table->columns += columnOf(row);
            const Column &column = table->columns.constLast();
            if (isPeriod(textAt(row, 6)))
                m_periods.insert({table->name.name, column.name});
            if (column.family == TypeFamily::Integer && !mariaDbSequence(column).isEmpty())
                m_sequenced += {table->name.name, static_cast<int>(table->columns.size() - 1)};
        }
        return {};
    }

    /// Numbers of a sequence that goes up one by one are like those of AUTO_INCREMENT. One that the user may not read,
    /// or that takes other steps, is left to itself.
    Result<void> readSequences()
    {
        for (const auto &[name, index] : std::as_const(m_sequenced)) {
            Column &column = tableNamed(name)->columns[index];
            const auto step =
                m_tables.connection().query(u"SELECT CAST(increment AS CHAR) FROM "_s + mariaDbSequence(column));
            if (step && wholeNumber(*step) == 1)
                column.source = ValueSource::Generated;
        }
        return {};
    }

    static Column columnOf(const TextRow &row)
    {
        Column column;
        column.name = textAt(row, 1);
        column.declaredType = textAt(row, 2);
        column.family = mariaDbFamily(column.declaredType);
        column.maxLength = numberAt(row, 3);
        column.fixedLength = column.declaredType.startsWith("char("_L1);
        column.nullable = textAt(row, 4) == "YES"_L1;
        const QString extra = textAt(row, 5);
        const bool generated = extra.contains("auto_increment"_L1, Qt::CaseInsensitive);
        column.source = !textAt(row, 6).isEmpty() ? ValueSource::Computed
                        : generated               ? ValueSource::Generated
                                                  : ValueSource::Written;
        column.collation = textAt(row, 7);
        column.defaultExpression = textAt(row, 8) == "NULL"_L1 ? QString() : textAt(row, 8);
        if (const qsizetype stamp = extra.indexOf("on update "_L1, 0, Qt::CaseInsensitive); stamp >= 0)
            column.defaultExpression = (column.defaultExpression + u' ' + extra.sliced(stamp)).trimmed();
        return column;
    }

    /// MariaDB keeps JSON as text that it checks.
    Result<void> readDocuments()
    {
        REJOIN_TRY_VALUE(found, rows(u"SELECT table_name, constraint_name, check_clause\n"
                                     "FROM information_schema.check_constraints\n"
                                     "WHERE constraint_schema = database() AND level = 'Column'"_s));
        for (const TextRow &row : found) {
            Table *table = tableOf(row);
            const QString name = textAt(row, 1);
            const int index = table ? table->columnIndex(name) : -1;
            if (index < 0 || textAt(row, 2) != u"json_valid(%1)"_s.arg(m_tables.connection().dialect().name(name)))
                continue;
            table->columns[index].declaredType = u"json"_s;
            table->columns[index].family = TypeFamily::Json;
        }
        return {};
    }

    /// A unique index of a prefix or an expression says nothing of the column's values.
    Result<void> readKeys()
    {
        REJOIN_TRY_VALUE(
            found, rows(u"SELECT s.table_name, s.index_name, s.column_name FROM information_schema.statistics AS s\n"
                        "WHERE s.table_schema = database() AND s.non_unique = 0 AND NOT EXISTS (\n"
                        "  SELECT 1 FROM information_schema.statistics AS p WHERE p.table_schema = database()\n"
                        "  AND p.table_name = s.table_name AND p.index_name = s.index_name\n"
                        "  AND (p.sub_part IS NOT NULL OR p.column_name IS NULL))\n"
                        "ORDER BY s.table_name, s.index_name, s.seq_in_index"_s));
        for (const TextRow &row : found) {
            Table *table = tableOf(row);
            const QString column = textAt(row, 2);
            if (!table || m_periods.contains({table->name.name, column}))
                continue;
            const QString name = textAt(row, 1);
            addKeyColumn(*table, name == "PRIMARY"_L1 ? KeyKind::Primary : KeyKind::Unique, {.name = name}, column);
        }
        return {};
    }

    Result<void> readForeignKeys()
    {
        REJOIN_TRY_VALUE(
            found,
            rows(u"SELECT k.table_name, k.referenced_table_name, k.constraint_name, r.delete_rule, k.column_name,\n"
                 "  k.referenced_column_name\n"
                 "FROM information_schema.key_column_usage AS k JOIN information_schema.referential_constraints AS r\n"
                 "  ON r.constraint_schema = k.constraint_schema AND r.table_name = k.table_name\n"
                 "  AND r.constraint_name = k.constraint_name\n"
                 "WHERE k.table_schema = database() AND k.referenced_table_schema = database()\n"
                 "ORDER BY k.table_name, k.constraint_name, k.ordinal_position"_s));
        for (const TextRow &row : found) {
            Table *child = tableOf(row);
            Table *parent = tableNamed(textAt(row, 1));
            const QString rule = textAt(row, 3);
            const bool acts = rule == "CASCADE"_L1 || rule == "SET NULL"_L1 || rule == "SET DEFAULT"_L1;
            if (child && parent)
                addForeignKeyColumn(
                    *child, *parent,
                    {textAt(row, 2), acts ? OnDelete::Acts : OnDelete::Nothing, textAt(row, 4), textAt(row, 5)});
        }
        return {};
    }

    Result<void> readTriggers()
    {
        REJOIN_TRY_VALUE(found, rows(u"SELECT event_object_table, trigger_name,\n"
                                     "  lower(concat(action_timing, ' ', event_manipulation))\n"
                                     "FROM information_schema.triggers WHERE event_object_schema = database()\n"
                                     "ORDER BY event_object_table, CAST(trigger_name AS BINARY)"_s));
        for (const TextRow &row : found) {
            if (Table *table = tableOf(row))
                table->triggers += Trigger{textAt(row, 1), textAt(row, 2)};
        }
        return {};
    }

    CatalogTables m_tables;
    QSet<std::pair<QString, QString>> m_periods;
    QList<std::pair<QString, int>> m_sequenced; ///< tables and places of columns that ask sequences
};

} // namespace

Result<Catalog> MariaDbDialect::readCatalog(Connection &connection, const CancelToken &cancel) const
{
    return CatalogReader(connection, cancel).run();
}

Result<GeneratorState> MariaDbDialect::readGenerator(Connection &connection, const Table &table,
                                                     const QString &column) const
{
    GeneratorState state;
    REJOIN_TRY_VALUE(highest,
                     connection.query(u"SELECT CAST(max(%1) AS CHAR) FROM %2"_s.arg(name(column), name(table.name))));
    state.highest = wholeNumber(highest);
    const Column *generated = table.generatedColumn();
    if (!generated || generated->name != column)
        return state;
    REJOIN_TRY_VALUE(next, connection.query(u"SELECT CAST(%1 AS CHAR)"_s.arg(mariaDbNextNumber(table, *generated))));
    state.lastGiven = wholeNumber(next);
    if (state.lastGiven)
        --*state.lastGiven;
    return state;
}

} // namespace Rejoin

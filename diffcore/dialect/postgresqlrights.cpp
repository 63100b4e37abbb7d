#include "diffcore/dialect/postgresqlcatalogtext.h"
#include "diffcore/dialect/postgresqldialect.h"
#include "diffcore/dialect/sqltext.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString quoted(const QString &text)
{
    return doubledQuotes(text, u'\'');
}

/// "asked": the tables by number, those that are there.
QString askedTables(const QList<const Table *> &tables)
{
    QStringList rows;
    for (qsizetype number = 0; number < tables.size(); ++number) {
        const TableName &name = tables[number]->name;
        rows += u"(%1, %2, %3)"_s.arg(QString::number(number), quoted(name.schema), quoted(name.name));
    }
    return u"asked AS (SELECT v.number, c.oid, n.oid AS schema, n.nspname FROM (VALUES "_s + rows.join(u", "_s) +
           u") AS v(number, schema, name)\n"
           "  JOIN pg_catalog.pg_namespace AS n ON n.nspname = v.schema\n"
           "  JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = v.name)"_s;
}

} // namespace

/// Nobody needs a right to ask for rights. A grant for some columns counts for INSERT and UPDATE: a script that touches
/// others fails as it would without.
QString PostgreSqlDialect::selectMissingRights(const QList<const Table *> &tables) const
{
    const QString sequence = postgresSequence(u"asked.oid"_s, u"a.attnum"_s);
    return u"WITH "_s + askedTables(tables) +
           u",\nlacking(number, word, what) AS (\n"
           "  SELECT number, 'USAGE on schema ' || nspname, 'reading' FROM asked\n"
           "    WHERE NOT pg_catalog.has_schema_privilege(schema, 'USAGE')\n"
           "  UNION ALL SELECT number, 'SELECT', 'reading' FROM asked\n"
           "    WHERE NOT pg_catalog.has_table_privilege(oid, 'SELECT')\n"
           "  UNION ALL SELECT number, word, 'writing' FROM asked, (VALUES ('INSERT'), ('UPDATE')) AS w(word)\n"
           "    WHERE NOT pg_catalog.has_any_column_privilege(oid, word)\n"
           "  UNION ALL SELECT number, 'DELETE', 'writing' FROM asked\n"
           "    WHERE NOT pg_catalog.has_table_privilege(oid, 'DELETE')\n"
           "  UNION ALL SELECT s.number, w.word || ' on sequence ' || s.sequence::text, w.what\n"
           "    FROM (SELECT asked.number, "_s +
           sequence +
           u" AS sequence FROM asked\n"
           "      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = asked.oid AND a.attnum > 0 AND NOT a.attisdropped) "
           "AS s,\n"
           "      (VALUES ('SELECT', 'reading'), ('UPDATE', 'writing')) AS w(word, what)\n"
           "    WHERE s.sequence IS NOT NULL AND NOT pg_catalog.has_sequence_privilege(s.sequence, w.word))\n"
           "SELECT number::text, word, what FROM lacking ORDER BY lacking.number, what, word"_s;
}

} // namespace Rejoin

#include "diffcore/dialect/postgresqlcatalogtext.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

QString postgresBaseTypes()
{
    return u"base(type, root, length) AS (\n"
           "  SELECT oid, oid, -1 FROM pg_catalog.pg_type WHERE typtype <> 'd'\n"
           "  UNION ALL SELECT d.oid, base.root, CASE WHEN d.typtypmod >= 0 THEN d.typtypmod ELSE base.length END\n"
           "  FROM pg_catalog.pg_type AS d JOIN base ON d.typbasetype = base.type WHERE d.typtype = 'd')"_s;
}

QString postgresTypeText()
{
    return u"pg_catalog.format_type(b.root, CASE WHEN a.atttypmod >= 0 THEN a.atttypmod ELSE b.length END)"_s;
}

QString postgresSequence(const QString &table, const QString &columnNumber)
{
    // an identity's sequence is a part of the column; a default that asks a sequence depends on it
    return u"(SELECT coalesce(\n"
           "  (SELECT d.objid FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass\n"
           "    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = %1 AND d.refobjsubid = %2\n"
           "    AND d.deptype = 'i' LIMIT 1),\n"
           "  (SELECT s.oid FROM pg_catalog.pg_attrdef AS f\n"
           "    JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND d.objid = f.oid\n"
           "    JOIN pg_catalog.pg_class AS s ON d.refclassid = 'pg_catalog.pg_class'::regclass\n"
           "      AND s.oid = d.refobjid AND s.relkind = 'S'\n"
           "    WHERE f.adrelid = %1 AND f.adnum = %2 LIMIT 1))::regclass)"_s.arg(table, columnNumber);
}

QString postgresSource()
{
    return u"CASE WHEN a.attgenerated <> '' THEN 'c' WHEN "_s + postgresSequence(u"a.attrelid"_s, u"a.attnum"_s) +
           u" IS NOT NULL THEN 'g' ELSE 'w' END"_s;
}

} // namespace Rejoin

#include "diffcore/dialect/sqlservershape.h"

#include "diffcore/dialect/guardmarks.h"
#include "diffcore/dialect/sqlservercatalogtext.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqlserverscripttext.h"
#include "diffcore/dialect/sqlservertypes.h"
#include "diffcore/dialect/sqltext.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Names what a table must have, one row each.
QString expectedShape(const Dialect &dialect, const Table &table)
{
    QStringList shapes;
    for (const Column &column : table.columns)
        shapes += u'(' + unicodeLiteral(columnShape(column, column.declaredType)) + u')';
    for (const Trigger &trigger : table.triggers)
        shapes += u'(' + unicodeLiteral(u"trigger "_s + trigger.name) + u')';
    for (const DeleteAction &action : table.deleteActions) {
        for (qsizetype index = 0; index < action.columns.size(); ++index)
            shapes += u'(' +
                      unicodeLiteral(u"deletes by %1.%2 to %3"_s.arg(action.child.display(), action.columns[index],
                                                                     action.parentColumns.value(index))) +
                      u')';
    }
    return u"INSERT INTO @rejoin_expected SELECT OBJECT_ID(%1), %2, shape FROM (VALUES\n  %3) AS v (shape);"_s.arg(
        unicodeLiteral(dialect.name(table.name)), unicodeLiteral(table.name.display()), shapes.join(u",\n  "_s));
}

} // namespace

QString shapeGuard(const Dialect &dialect, const QList<const Table *> &tables)
{
    const QString columns = u"(id int, table_name nvarchar(400)%1, shape nvarchar(1000)%1);"_s;
    QStringList statements{u"DECLARE @rejoin_expected TABLE "_s + columns.arg(sqlServerBinaryCollation())};
    for (const Table *table : tables)
        statements += expectedShape(dialect, *table);
    const QString asked = u"(SELECT DISTINCT id, table_name FROM @rejoin_expected) AS e"_s;
    const QString unlike = u"(SELECT id, table_name, shape FROM %1 EXCEPT SELECT id, table_name, shape FROM %2)"_s;
    statements +=
        {u"DECLARE @rejoin_now TABLE "_s + columns.arg(sqlServerBinaryCollation()),
         u"INSERT INTO @rejoin_now SELECT e.id, e.table_name, c.name + N' ' + "_s + sqlServerTypeText() +
             u" +\n    CASE WHEN c.is_nullable = 0 THEN N' not null ' ELSE N' ' END +\n    "_s + sqlServerSource() +
             u"\n  FROM "_s + sqlServerColumnTables() + u"\n  JOIN "_s + asked + u" ON e.id = c.object_id;"_s,
         u"INSERT INTO @rejoin_now SELECT e.id, e.table_name, N'trigger ' + t.name\n"
         "  FROM sys.triggers AS t\n  JOIN %1 ON e.id = t.parent_id\n  WHERE t.is_disabled = 0;"_s.arg(asked),
         u"INSERT INTO @rejoin_now SELECT e.id, e.table_name,\n"
         "    N'deletes by ' + s.name + N'.' + t.name + N'.' + c.name + N' to ' + r.name\n"
         "  FROM sys.foreign_keys AS f\n"
         "  JOIN sys.foreign_key_columns AS fc ON fc.constraint_object_id = f.object_id\n"
         "  JOIN sys.tables AS t ON t.object_id = f.parent_object_id AND t.is_ms_shipped = 0 AND t.temporal_type <> 1\n"
         "  JOIN sys.schemas AS s ON s.schema_id = t.schema_id\n"
         "  JOIN sys.columns AS c ON c.object_id = fc.parent_object_id AND c.column_id = fc.parent_column_id\n"
         "  JOIN sys.columns AS r ON r.object_id = fc.referenced_object_id AND r.column_id = fc.referenced_column_id\n"
         "  JOIN %1 ON e.id = f.referenced_object_id\n"
         "  WHERE f.is_disabled = 0 AND f.delete_referential_action <> 0;"_s.arg(asked),
         u"DECLARE @rejoin_other nvarchar(400) = (SELECT MIN(table_name) FROM (\n  "_s +
             unlike.arg(u"@rejoin_expected"_s, u"@rejoin_now"_s) + u"\n  UNION ALL\n  "_s +
             unlike.arg(u"@rejoin_now"_s, u"@rejoin_expected"_s) + u") AS unlike);"_s,
         sayings(u"N'%1' +\n"
                 "  CASE WHEN EXISTS (SELECT 1 FROM @rejoin_now WHERE table_name = @rejoin_other)\n"
                 "    THEN N'the columns, triggers or cascades of ' + @rejoin_other + N' are not as compared'\n"
                 "    ELSE N'the table ' + @rejoin_other + N' is not there, or not to be seen by this user' END"_s.arg(
                     refusedMark)),
         u"IF @rejoin_other IS NOT NULL"_s,
         u"  "_s + throwVariable(GuardError::Refused)};
    return countedBatch(statements);
}

} // namespace Rejoin

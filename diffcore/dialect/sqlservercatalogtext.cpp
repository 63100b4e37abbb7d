#include "diffcore/dialect/sqlservercatalogtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const auto prefix = u"SQL Server database "_s;

} // namespace

QStringList requiredSettings()
{
    return {u"SET NOCOUNT, XACT_ABORT ON"_s,
            u"SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON"_s,
            u"SET NUMERIC_ROUNDABORT, IMPLICIT_TRANSACTIONS OFF"_s, u"SET ROWCOUNT 0"_s};
}

/// By the name: in Azure SQL, DB_ID() need not be the number that sys.databases has.
QString sqlServerIdentity()
{
    return u"(SELECT N'"_s + prefix +
           u"' + name + N' of ' + CONVERT(nvarchar(23), create_date, 126) +\n"
           "  N' on ' + COALESCE(CONVERT(nvarchar(256), SERVERPROPERTY('ServerName')), N'?')\n"
           "  FROM sys.databases WHERE name = DB_NAME())"_s;
}

bool isSqlServerIdentity(const QString &identity)
{
    return identity.startsWith(prefix);
}

QString sqlServerOf(const QString &identity)
{
    const auto on = u" on "_s;
    const qsizetype at = identity.lastIndexOf(on);
    const QString server = isSqlServerIdentity(identity) && at >= 0 ? identity.sliced(at + on.size()) : QString();
    return server == u'?' ? QString() : server;
}

QString sqlServerColumnTables()
{
    return u"sys.columns AS c\n"
           "  JOIN sys.types AS ty ON ty.user_type_id = c.user_type_id\n"
           "  LEFT JOIN sys.types AS base ON base.user_type_id = ty.system_type_id AND ty.is_user_defined = 1\n"
           "    AND ty.is_assembly_type = 0\n"
           "  LEFT JOIN sys.default_constraints AS d ON d.object_id = c.default_object_id\n"
           "  LEFT JOIN sys.computed_columns AS k ON k.object_id = c.object_id AND k.column_id = c.column_id"_s;
}

QString sqlServerTypeText()
{
    return u"CASE WHEN ty.is_assembly_type = 1 AND ty.is_user_defined = 1\n"
           "    THEN QUOTENAME(SCHEMA_NAME(ty.schema_id)) + N'.' + QUOTENAME(ty.name)\n"
           "    ELSE COALESCE(base.name, ty.name) + CASE\n"
           "    WHEN COALESCE(base.name, ty.name) IN (N'varchar', N'nvarchar', N'varbinary') AND c.max_length = -1\n"
           "      THEN N'(max)'\n"
           "    WHEN COALESCE(base.name, ty.name) IN (N'char', N'varchar', N'binary', N'varbinary')\n"
           "      THEN N'(' + CONVERT(nvarchar(10), c.max_length) + N')'\n"
           "    WHEN COALESCE(base.name, ty.name) IN (N'nchar', N'nvarchar')\n"
           "      THEN N'(' + CONVERT(nvarchar(10), c.max_length / 2) + N')'\n"
           "    WHEN COALESCE(base.name, ty.name) IN (N'decimal', N'numeric')\n"
           "      THEN N'(' + CONVERT(nvarchar(10), c.precision) + N',' + CONVERT(nvarchar(10), c.scale) + N')'\n"
           "    WHEN COALESCE(base.name, ty.name) IN (N'time', N'datetime2', N'datetimeoffset')\n"
           "      THEN N'(' + CONVERT(nvarchar(10), c.scale) + N')'\n"
           "    ELSE N'' END END"_s;
}

QString sqlServerSource()
{
    return u"CASE WHEN c.is_computed = 1 OR c.generated_always_type <> 0 OR c.is_column_set = 1\n"
           "      OR COALESCE(base.name, ty.name) = N'timestamp' THEN N'c'\n"
           "    WHEN c.is_identity = 1 OR d.definition LIKE N'%NEXT VALUE FOR%' THEN N'g' ELSE N'w' END"_s;
}

QString whyNotNamed(const Table &table)
{
    QStringList names{table.name.schema, table.name.name};
    for (const Column &column : table.columns)
        names += QStringList{column.name, column.declaredType, column.collation};
    for (const DeleteAction &action : table.deleteActions)
        names += QStringList{action.child.schema, action.child.name} + action.columns;
    const bool isParted =
        std::ranges::any_of(names, [](const QString &name) { return name.contains(u'\n') || name.contains(u'\r'); });
    return isParted ? u"a name in it has a line break, at which clients may part a script"_s : QString();
}

} // namespace Rejoin

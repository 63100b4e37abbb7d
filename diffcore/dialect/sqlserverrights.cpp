#include "diffcore/dialect/sqlserverdialect.h"
#include "diffcore/dialect/sqlserverliterals.h"
#include "diffcore/dialect/sqlserversequence.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString row(const QStringList &cells)
{
    return u'(' + cells.join(u", "_s) + u')';
}

/// "asked": the tables by number, how a query names them, whether numbers are set by IDENTITY_INSERT.
QString askedTables(const SqlServerDialect &dialect, const QList<const Table *> &tables)
{
    QStringList rows;
    for (qsizetype number = 0; number < tables.size(); ++number) {
        const Table &table = *tables[number];
        rows += row({QString::number(number), unicodeLiteral(dialect.name(table.name)),
                     unicodeLiteral(table.name.schema), hasIdentity(table) ? u"1"_s : u"0"_s});
    }
    return u"asked AS (SELECT * FROM (VALUES "_s + rows.join(u",\n    "_s) +
           u") AS v (number, name, schema_name, has_identity))"_s;
}

QString lackingOnSequences(const QList<const Table *> &tables)
{
    QString lacking;
    for (qsizetype number = 0; number < tables.size(); ++number) {
        for (const Column &column : tables[number]->columns) {
            const QString sequence = generatorSequence(column);
            if (!sequence.isEmpty())
                lacking += u"\n  UNION ALL SELECT %1, N'UPDATE on sequence ' + %2, N'writing'\n"
                           "    WHERE HAS_PERMS_BY_NAME(%2, N'OBJECT', N'UPDATE') = 0"_s.arg(QString::number(number),
                                                                                             unicodeLiteral(sequence));
        }
    }
    return lacking;
}

} // namespace

/// HAS_PERMS_BY_NAME takes roles and ownership into account and answers for the user who asks. A grant for some columns
/// counts for UPDATE: a script that touches others fails as it would without. SQL Server documentation: SET
/// IDENTITY_INSERT takes ALTER on the table; DBCC CHECKIDENT takes who owns the schema, or is a member of sysadmin,
/// db_owner or db_ddladmin.
QString SqlServerDialect::selectMissingRights(const QList<const Table *> &tables) const
{
    return u"WITH "_s + askedTables(*this, tables) +
           u",\nlacking (number, word, what) AS (\n"
           "  SELECT number, word, what FROM asked\n"
           "    CROSS JOIN (VALUES (N'SELECT', N'reading'), (N'INSERT', N'writing'), (N'DELETE', N'writing'))\n"
           "      AS needed (word, what)\n"
           "    WHERE HAS_PERMS_BY_NAME(name, N'OBJECT', word) = 0\n"
           "  UNION ALL SELECT number, N'UPDATE', N'writing' FROM asked\n"
           "    WHERE HAS_PERMS_BY_NAME(name, N'OBJECT', N'UPDATE') = 0\n"
           "      AND NOT EXISTS (SELECT 1 FROM sys.columns AS c WHERE c.object_id = OBJECT_ID(asked.name)\n"
           "        AND HAS_PERMS_BY_NAME(asked.name, N'OBJECT', N'UPDATE', c.name, N'COLUMN') = 1)\n"
           "  UNION ALL SELECT number, N'IDENTITY_INSERT (ALTER)', N'writing' FROM asked\n"
           "    WHERE has_identity = 1 AND HAS_PERMS_BY_NAME(name, N'OBJECT', N'ALTER') = 0\n"
           "  UNION ALL SELECT number, N'CHECKIDENT (db_ddladmin, or ownership of the schema)', N'writing' FROM asked\n"
           "    WHERE has_identity = 1 AND COALESCE(IS_SRVROLEMEMBER(N'sysadmin'), 0) = 0\n"
           "      AND COALESCE(IS_MEMBER(N'db_owner'), 0) = 0 AND COALESCE(IS_MEMBER(N'db_ddladmin'), 0) = 0\n"
           "      AND NOT EXISTS (SELECT 1 FROM sys.schemas AS s WHERE s.name = asked.schema_name\n"
           "        AND (s.principal_id = DATABASE_PRINCIPAL_ID() OR IS_MEMBER(USER_NAME(s.principal_id)) = 1))"_s +
           lackingOnSequences(tables) +
           u")\nSELECT CONVERT(nvarchar(10), number), word, what FROM lacking ORDER BY lacking.number, what, word"_s;
}

} // namespace Rejoin

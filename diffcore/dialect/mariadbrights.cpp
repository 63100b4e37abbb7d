#include "diffcore/dialect/mariadbdialect.h"
#include "diffcore/dialect/mariadbvalues.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// "asked": the tables by number.
QString askedTables(const QList<const Table *> &tables)
{
    QStringList rows;
    for (qsizetype number = 0; number < tables.size(); ++number)
        rows +=
            u"SELECT %1 AS number, %2 AS name"_s.arg(QString::number(number), mariaDbText(tables[number]->name.name));
    return u'(' + rows.join(u" UNION ALL "_s) + u") AS asked"_s;
}

QString notGranted(const QString &view, const QString &where)
{
    return u"\n  AND NOT EXISTS (SELECT 1 FROM information_schema.%1 AS g WHERE g.privilege_type = needed.word\n"
           "    AND g.grantee = concat('''', left(current_user(), char_length(current_user())\n"
           "      - char_length(substring_index(current_user(), '@', -1)) - 1), '''@''',\n"
           "      substring_index(current_user(), '@', -1), '''')%2)"_s.arg(view, where);
}

} // namespace

/// The server shows everybody their own grants. What a role gives is not among them, so nothing is told of a user who
/// has one. A grant for some columns counts for INSERT and UPDATE: a script that touches others fails as it would
/// without.
QString MariaDbDialect::selectMissingRights(const QList<const Table *> &tables) const
{
    const QString table = u" AND g.table_schema = database() AND g.table_name = asked.name"_s;
    const QString role = isMySql() ? u"current_role() = 'NONE'"_s : u"current_role() IS NULL"_s;
    return u"SELECT CAST(number AS CHAR), word, what FROM "_s + askedTables(tables) +
           u"\nCROSS JOIN (SELECT 'SELECT' AS word, 'reading' AS what UNION ALL SELECT 'INSERT', 'writing'\n"
           "  UNION ALL SELECT 'UPDATE', 'writing' UNION ALL SELECT 'DELETE', 'writing') AS needed\nWHERE "_s +
           role + notGranted(u"user_privileges"_s, QString()) +
           notGranted(u"schema_privileges"_s, u" AND database() LIKE g.table_schema"_s) +
           notGranted(u"table_privileges"_s, table) +
           notGranted(u"column_privileges"_s, table + u" AND needed.word IN ('INSERT', 'UPDATE')"_s) +
           u"\nORDER BY number, what, word"_s;
}

} // namespace Rejoin

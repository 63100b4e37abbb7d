#include "tests/contract/postgresqlschemas.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

const auto database = u"two schemas"_s;

} // namespace

Result<void> PostgreSqlSchemas::emptyDatabase(const QString &schema)
{
    if (!m_isMade) {
        REJOIN_TRY(throwaway().makeDatabase(database));
        m_isMade = true;
    }
    const QString script = u"DROP SCHEMA IF EXISTS %1 CASCADE;\nCREATE SCHEMA %1;\n"
                           "CREATE EXTENSION IF NOT EXISTS citext SCHEMA public;\n"_s.arg(schema);
    const ClientRun emptied = throwaway().run(database, script.toUtf8());
    return emptied.exitCode == 0 ? Result<void>() : fail(ErrorCode::ServerRefused, emptied.errors);
}

ConnectionString PostgreSqlSchemas::connection(const QString &schema) const
{
    ConnectionString where = throwaway().connection(database);
    where.set(u"ConnSettings"_s, u"SET search_path TO "_s + schema);
    return where;
}

ClientRun PostgreSqlSchemas::run(const QString &, const QByteArray &script) const
{
    return throwaway().run(database, script);
}

QString PostgreSqlSchemas::dump(const QString &schema) const
{
    return throwaway().dump(database, schema);
}

/// Each schema has types of its own.
QStringList PostgreSqlSchemas::typeDeclarations() const
{
    QStringList declarations = PostgreSqlEngine::typeDeclarations();
    declarations.removeIf([](const QString &declaration) {
        return declaration.startsWith("CREATE SCHEMA"_L1) || declaration.startsWith("CREATE EXTENSION"_L1);
    });
    return declarations.replaceInStrings(u"kinds."_s, QString());
}

QList<TypeCase> PostgreSqlSchemas::typeCases() const
{
    QList<TypeCase> cases = PostgreSqlEngine::typeCases();
    for (TypeCase &typeCase : cases) {
        typeCase.type.remove(u"kinds."_s);
        if (typeCase.type == "citext"_L1)
            typeCase.type = u"public.citext"_s;
    }
    return cases;
}

QHash<QString, QString> PostgreSqlSchemas::lacks() const
{
    QHash<QString, QString> lacking = PostgreSqlEngine::lacks();
    lacking.insert(u"schema"_s, u"each database is one here"_s);
    return lacking;
}

} // namespace Rejoin::Testing

#include "diffcore/compare/schemapair.h"

#include "diffcore/dialect/oneschema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

void keepSchema(Catalog &catalog, const QString &schema)
{
    catalog.tables.removeIf([&](const Table &table) { return table.name.schema != schema; });
    for (Table &table : catalog.tables)
        table.standsFor = TableName{.schema = {}, .name = table.name.name};
}

bool hasTablesIn(const Catalog &catalog, const QString &schema)
{
    return std::ranges::any_of(catalog.tables, [&](const Table &table) { return table.name.schema == schema; });
}

} // namespace

bool isSchemaPair(const PerVersion<CatalogOwner> &owners)
{
    if (!owners.a.server || !owners.b.server)
        return false;
    const QString a = oneSchemaOf(*owners.a.server);
    const QString b = oneSchemaOf(*owners.b.server);
    return !a.isEmpty() && !b.isEmpty() && a != b;
}

Result<void> pairSchemas(const PerVersion<CatalogOwner> &owners, const QString &baselineSchema)
{
    if (!isSchemaPair(owners))
        return {};
    const QString a = oneSchemaOf(*owners.a.server);
    const QString b = oneSchemaOf(*owners.b.server);
    keepSchema(*owners.a.catalog, a);
    keepSchema(*owners.b.catalog, b);
    if (!owners.baseline.catalog)
        return {};
    const QString named =
        baselineSchema.isEmpty() && owners.baseline.server ? oneSchemaOf(*owners.baseline.server) : baselineSchema;
    const QStringList asked = named.isEmpty() ? QStringList{a, b} : QStringList{named};
    for (const QString &schema : asked) {
        if (!hasTablesIn(*owners.baseline.catalog, schema))
            continue;
        keepSchema(*owners.baseline.catalog, schema);
        return {};
    }
    return fail(ErrorCode::Usage, u"the baseline has no table in the schema %1"_s.arg(asked.join(u" or "_s)),
                u"Name its schema: rejoin init --baseline-schema NAME, or the search_path of its connection"_s);
}

} // namespace Rejoin

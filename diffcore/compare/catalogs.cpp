#include "diffcore/compare/catalogs.h"

#include "diffcore/compare/atonce.h"
#include "diffcore/compare/schemapair.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/evidence/checkpointevidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<Catalog> readCatalog(Connection &connection, const CancelToken &cancel)
{
    REJOIN_TRY_VALUE(catalog, connection.dialect().readCatalog(connection, cancel));
    catalog.engine = connection.server().engine;
    return std::move(catalog);
}

/// The baseline's tables in a schema of their own stand for those of the same name in A's. What refers to them refers
/// to the baseline's schema, so it says nothing of A and B.
void takeSchema(Catalog &baseline, const QString &schema, const Catalog &a)
{
    baseline.tables.removeIf([&](const Table &table) { return table.name.schema != schema; });
    for (Table &table : baseline.tables) {
        const qsizetype index = indexOfTable(a.tables, table.name.name, [](const Table &of) { return of.name; });
        if (index >= 0)
            table.standsFor = a.tables[index].name;
        table.foreignKeys.clear();
        table.deleteActions.clear();
    }
}

Result<void> proveOfSameDatabase(const Checkpoint &checkpoint, const Alignment &alignment)
{
    const bool isShared = std::ranges::any_of(alignment.tables, [&](const AlignedTable &table) {
        return table.in.baseline && CheckpointEvidence::whyNot(checkpoint, table).isEmpty();
    });
    if (isShared || alignment.tables.isEmpty())
        return {};
    return fail(ErrorCode::BadFile,
                u"the checkpoint %1 is of another database: it was taken on %2, database %3, and none of its tables is "
                "on A and B"_s.arg(checkpoint.path(), checkpoint.header().title, checkpoint.header().server.database),
                u"Name the checkpoint that was taken of A or B"_s);
}

} // namespace

Result<Alignment> readAlignment(Servers &servers, const Project &project, const Checkpoint *checkpoint,
                                const CancelToken &cancel, const Progress &progress)
{
    const auto report = [&](const QString &doing) {
        if (progress)
            progress({doing, 0, 0});
    };
    report(u"reading the catalogs of %1 and %2"_s.arg(servers[Side::A].label(), servers[Side::B].label()));
    REJOIN_TRY_VALUE(catalogs, atOnce<Catalog>([&](Side side) { return readCatalog(servers[side], cancel); }));
    for (const Side side : bothSides) {
        if (!project.baselineSchema.isEmpty())
            catalogs[side].tables.removeIf(
                [&](const Table &table) { return table.name.schema == project.baselineSchema; });
    }
    PerVersion<CatalogOwner> owners;
    for (const Side side : bothSides)
        owners[versionOf(side)] = {&catalogs[side], &servers[side].server()};
    std::optional<Catalog> baseline;
    if (servers.baseline()) {
        report(u"reading the catalog of %1"_s.arg(servers.baseline()->label()));
        REJOIN_TRY_VALUE(catalog, readCatalog(*servers.baseline(), cancel));
        baseline = std::move(catalog);
        owners.baseline = {&*baseline, &servers.baseline()->server()};
        if (!project.baselineSchema.isEmpty() && !isSchemaPair(owners))
            takeSchema(*baseline, project.baselineSchema, catalogs.a);
    } else if (checkpoint) {
        baseline = checkpoint->catalog();
        owners.baseline = {&*baseline, &checkpoint->header().server};
    }
    REJOIN_TRY(pairSchemas(owners, project.baselineSchema));
    REJOIN_TRY_VALUE(alignment, align(catalogs.a, catalogs.b, baseline ? &*baseline : nullptr, project.scope));
    if (checkpoint && !servers.baseline())
        REJOIN_TRY(proveOfSameDatabase(*checkpoint, alignment));
    return std::move(alignment);
}

} // namespace Rejoin

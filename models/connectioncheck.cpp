#include "models/work.h"

#include "diffcore/compare/schemapair.h"
#include "diffcore/compare/serverclock.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/dialect/oneschema.h"
#include "diffcore/schema/rights.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

using What = CheckLine::What;

/// What was learned of one server on the way.
struct Learned
{
    std::optional<ServerInfo> server;
    std::optional<Catalog> catalog;
    Result<QList<MissingRight>> lacking; ///< on the catalog's tables
};

const ServerEntry *entryOf(const Project &project, Version version)
{
    switch (version) {
    case Version::Baseline: return project.baseline ? &*project.baseline : nullptr;
    case Version::A: return &project.servers.a;
    case Version::B: return &project.servers.b;
    }
    return nullptr;
}

CheckLine clockLine(Connection &connection)
{
    const auto clock = askClock(connection);
    if (!clock)
        return {What::Clock, false, {}};
    const double shown = qRound(clock->aheadSeconds * 10) / 10.0 + 0.0; // never -0.0
    return {What::Clock, qAbs(clock->aheadSeconds) < toleratedClockSeconds, QString::number(shown, 'f', 1)};
}

/// Good: rights to write, which a comparison does not need.
QList<CheckLine> rightsLines(const Learned &learned)
{
    if (!learned.lacking)
        return {{What::Rights, false, describe(learned.lacking.error())}};
    QList<CheckLine> lines;
    for (const MissingRight::For what : {MissingRight::For::Reading, MissingRight::For::Writing}) {
        QList<MissingRight> lacking = *learned.lacking;
        lacking.removeIf([&](const MissingRight &right) {
            return right.what != what || !std::ranges::contains(learned.catalog->tables, right.table, &Table::name);
        });
        if (!lacking.isEmpty())
            lines.append({What::Rights, what == MissingRight::For::Writing, rightsText(lacking)});
    }
    return lines;
}

QList<CheckLine> tableLines(const Learned &learned)
{
    if (!learned.catalog)
        return {};
    const QList<Table> &tables = learned.catalog->tables;
    return QList<CheckLine>{{What::Tables, !tables.isEmpty(), QString::number(tables.size())}} + rightsLines(learned);
}

Result<QList<MissingRight>> askLacking(Connection &connection, const Catalog &catalog)
{
    QList<const Table *> tables;
    for (const Table &table : catalog.tables)
        tables.append(&table);
    return missingRights(connection, tables);
}

QList<CheckLine> checkOne(const ServerEntry &entry, const QString &label, Learned &learned, const CancelToken &cancel)
{
    auto connection = Connection::open(entry.connection, {.label = label});
    if (!connection)
        return {{What::Reached, false, describe(connection.error())}};
    const ServerInfo &server = (*connection)->server();
    learned.server = server;
    QList<CheckLine> lines{
        {What::Reached, true, {}},
        {What::Product, true, u"%1 %2"_s.arg(engineName(server.engine), server.version.toString())},
        {What::Database, true, databaseText(server)},
        clockLine(**connection),
    };
    auto catalog = (*connection)->dialect().readCatalog(**connection, cancel);
    if (!catalog) {
        lines.append({What::Tables, false, describe(catalog.error())});
        return lines;
    }
    learned.lacking = askLacking(**connection, *catalog);
    catalog->engine = server.engine;
    learned.catalog = std::move(*catalog);
    return lines;
}

PerVersion<CatalogOwner> ownersOf(PerVersion<Learned> &learned)
{
    PerVersion<CatalogOwner> owners;
    for (const Version version : allVersions) {
        if (learned[version].catalog)
            owners[version] = {&*learned[version].catalog, &*learned[version].server};
    }
    return owners;
}

QList<CheckLine> schemaLines(const Project &project, const PerVersion<Learned> &learned)
{
    const Catalog *baseline = learned.baseline.catalog ? &*learned.baseline.catalog : nullptr;
    const auto alignment = align(*learned.a.catalog, *learned.b.catalog, baseline, project.scope);
    if (!alignment)
        return {{What::Schema, false, describe(alignment.error())}};
    QList<CheckLine> lines;
    if (!alignment->canBeMerged())
        lines.append({What::UnlikeEngines, true, {}});
    const auto add = [&lines](const SchemaDifference &difference) {
        lines.append(
            {What::Schema, !difference.blocks, u"%1: %2"_s.arg(difference.table.display(), difference.message)});
    };
    for (const SchemaDifference &difference : alignment->differences)
        add(difference);
    for (const AlignedTable &table : alignment->tables) {
        for (const SchemaDifference &difference : table.differences)
            add(difference);
    }
    return lines;
}

/// The versions, two by two, that are one and the same database.
QList<CheckLine> sameDatabaseLines(const Project &project, const PerVersion<Learned> &learned)
{
    QList<CheckLine> lines;
    const auto isSame = [&learned](Version left, Version right) {
        const auto &[one, two] = std::pair(learned[left].server, learned[right].server);
        return one && two && isSameDatabase(*one, *two);
    };
    if (isSame(Version::A, Version::B))
        lines.append({What::SameDatabase, false, project.title(Side::B)});
    for (const Side side : bothSides) {
        if (project.baselineSchema.isEmpty() && isSame(versionOf(side), Version::Baseline))
            lines.append({What::SameDatabase, false, project.title(side)});
    }
    return lines;
}

} // namespace

Result<ConnectionCheck> checkConnections(const Project &project, const CancelToken &cancel, const Progress &progress)
{
    ConnectionCheck check;
    PerVersion<Learned> learned;
    bool allGood = true;
    for (const Version version : allVersions) {
        if (cancel.isCancelled())
            return fail(ErrorCode::Cancelled, u"cancelled"_s);
        const ServerEntry *entry = entryOf(project, version);
        if (!entry)
            continue;
        progress({.doing = entry->displayLabel(), .done = int(version), .total = int(allVersions.size())});
        check.lines[version] = checkOne(*entry, entry->displayLabel(), learned[version], cancel);
        allGood = allGood && learned[version].catalog;
    }
    const Result<void> paired = pairSchemas(ownersOf(learned), project.baselineSchema);
    for (const Version version : allVersions)
        check.lines[version] += tableLines(learned[version]);
    check.together = sameDatabaseLines(project, learned);
    if (!paired)
        check.together.append({What::Schema, false, describe(paired.error())});
    check.usable = allGood && check.together.isEmpty();
    if (learned.a.catalog && learned.b.catalog)
        check.together += schemaLines(project, learned);
    return check;
}

} // namespace Rejoin

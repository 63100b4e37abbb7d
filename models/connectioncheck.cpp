#include "models/work.h"

#include "diffcore/compare/serverclock.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/schema/rights.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

using What = CheckLine::What;

/// What was learned of one server on the way.
struct Learned
{
    std::optional<ServerInfo> server;
    std::optional<Catalog> catalog;
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
QList<CheckLine> rightsLines(Connection &connection, const Catalog &catalog)
{
    QList<const Table *> tables;
    for (const Table &table : catalog.tables)
        tables.append(&table);
    const auto rights = missingRights(connection, tables);
    if (!rights)
        return {{What::Rights, false, describe(rights.error())}};
    QList<CheckLine> lines;
    for (const MissingRight::For what : {MissingRight::For::Reading, MissingRight::For::Writing}) {
        QList<MissingRight> lacking = *rights;
        lacking.removeIf([what](const MissingRight &right) { return right.what != what; });
        if (!lacking.isEmpty())
            lines.append({What::Rights, what == MissingRight::For::Writing, rightsText(lacking)});
    }
    return lines;
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
        {What::Database, true, server.database},
        clockLine(**connection),
    };
    auto catalog = (*connection)->dialect().readCatalog(**connection, cancel);
    if (!catalog) {
        lines.append({What::Tables, false, describe(catalog.error())});
        return lines;
    }
    lines.append({What::Tables, !catalog->tables.isEmpty(), QString::number(catalog->tables.size())});
    lines += rightsLines(**connection, *catalog);
    catalog->engine = server.engine;
    learned.catalog = std::move(*catalog);
    return lines;
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
    const auto identity = [&learned](Version version) {
        return learned[version].server ? learned[version].server->identity : QString();
    };
    if (!identity(Version::A).isEmpty() && identity(Version::A) == identity(Version::B))
        lines.append({What::SameDatabase, false, project.title(Side::B)});
    for (const Side side : bothSides) {
        const QString own = identity(versionOf(side));
        if (!own.isEmpty() && own == identity(Version::Baseline))
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
    check.together = sameDatabaseLines(project, learned);
    check.usable = allGood && check.together.isEmpty();
    if (learned.a.catalog && learned.b.catalog)
        check.together += schemaLines(project, learned);
    return check;
}

} // namespace Rejoin

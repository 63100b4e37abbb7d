#include "app/cli/driverlist.h"
#include "app/cli/statusview.h"
#include "app/cli/work.h"
#include "diffcore/compare/schemapair.h"
#include "diffcore/compare/serverclock.h"
#include "diffcore/compare/servers.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/dialect/oneschema.h"
#include "diffcore/evidence/evidencesurvey.h"
#include "diffcore/schema/rights.h"
#include "diffcore/schema/schemadiff.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What one server said.
struct Probe
{
    Version version = Version::A;
    QString title;
    QString where; ///< the connection, secrets left out
    std::optional<ServerInfo> server;
    std::optional<double> clockAheadSeconds; ///< of this machine's clock
    std::optional<Catalog> catalog;
    QList<MissingRight> lacking; ///< on the tables of the project
    QString readLimits;
    std::optional<Error> error;
};

QString versionName(Version version)
{
    return version == Version::Baseline ? u"baseline"_s : version == Version::A ? u"a"_s : u"b"_s;
}

bool isOfProject(const AlignmentOptions &scope, const TableName &table)
{
    const auto matches = [&table](const QString &glob) { return matchesGlob(glob, table); };
    return (scope.include.isEmpty() || std::ranges::any_of(scope.include, matches)) &&
           std::ranges::none_of(scope.exclude, matches);
}

Result<QList<MissingRight>> lackingRights(Connection &connection, const Catalog &catalog, const AlignmentOptions &scope)
{
    QList<const Table *> tables;
    for (const Table &table : catalog.tables) {
        if (isOfProject(scope, table.name))
            tables += &table;
    }
    return missingRights(connection, tables);
}

Probe probe(const Project &project, const ServerEntry &entry, Version version, const QString &title,
            const CancelToken &cancel)
{
    Probe result{.version = version, .title = title, .where = entry.connection.redacted()};
    auto connection = Connection::open(entry.connection, {.label = title});
    if (!connection) {
        result.error = connection.error();
        return result;
    }
    result.server = (*connection)->server();
    result.readLimits = (*connection)->dialect().readLimits();
    if (const auto clock = askClock(**connection))
        result.clockAheadSeconds = clock->aheadSeconds;
    Result<Catalog> catalog = (*connection)->dialect().readCatalog(**connection, cancel);
    if (!catalog) {
        result.error = catalog.error();
        return result;
    }
    const auto lacking = lackingRights(**connection, *catalog, project.scope);
    if (lacking)
        result.lacking = *lacking;
    else
        result.error = lacking.error();
    catalog->engine = result.server->engine;
    result.catalog = std::move(*catalog);
    return result;
}

/// Of two schemas, only their tables count.
Result<void> keepToSchemas(QList<Probe> &probes, const Project &project)
{
    PerVersion<CatalogOwner> owners;
    for (Probe &probe : probes) {
        if (probe.catalog)
            owners[probe.version] = {&*probe.catalog, &*probe.server};
    }
    REJOIN_TRY(pairSchemas(owners, project.baselineSchema));
    for (Probe &probe : probes) {
        probe.lacking.removeIf([&](const MissingRight &right) {
            return !std::ranges::contains(probe.catalog->tables, right.table, &Table::name);
        });
    }
    return {};
}

QList<Probe> probeAll(const Project &project, const CancelToken &cancel)
{
    QList<Probe> probes;
    for (const Side side : bothSides)
        probes += probe(project, project.servers[side], versionOf(side), project.title(side), cancel);
    if (project.baseline)
        probes += probe(project, *project.baseline, Version::Baseline,
                        u"baseline · %1"_s.arg(project.baseline->displayLabel()), cancel);
    return probes;
}

const Probe *probeOf(const QList<Probe> &probes, Version version)
{
    const auto found = std::ranges::find(probes, version, &Probe::version);
    return found == probes.end() ? nullptr : &*found;
}

std::optional<double> clockDifference(const QList<Probe> &probes)
{
    const auto a = probeOf(probes, Version::A)->clockAheadSeconds;
    const auto b = probeOf(probes, Version::B)->clockAheadSeconds;
    return a && b ? std::optional(*a - *b) : std::nullopt;
}

/// What the chosen evidence cannot tell, each sentence once, with its tables; and what else is there.
void printEvidence(const EvidenceSurvey &checked, Output &output)
{
    QMap<QString, QStringList> tables; // by what is said of them
    for (qsizetype i = 0; i < checked.offers.size(); ++i) {
        const QString name = checked.alignment.tables[i].name.display();
        for (const EvidenceOffer &offer : checked.offers[i]) {
            const bool isProposed = offer.means.means == Means::TimestampColumn && offer.whyNot.isEmpty();
            if (offer.chosen && !offer.limits.isEmpty())
                tables[u"%1: %2"_s.arg(offer.name, offer.limits)] += name;
            else if (isProposed && !offer.chosen && checked.alignment.tables[i].in.baseline == std::nullopt)
                tables[u"%1 is there too: --evidence TABLES=timestamp:%2, if every write sets it."_s.arg(
                    offer.name, offer.means.column)] += name;
        }
    }
    if (tables.isEmpty())
        return;
    output.line();
    output.line(u"What the evidence cannot tell:"_s);
    for (const auto [text, names] : tables.asKeyValueRange())
        output.line(u"  %1: %2"_s.arg(printable(names.join(", "_L1)), printable(text)));
}

QString keyText(const AlignedTable &table)
{
    QStringList names;
    for (const int column : table.keyColumns)
        names += table.columns.at(column).name;
    return names.isEmpty() ? u"none: rows are paired by all their values"_s : names.join(", "_L1);
}

QList<MissingRight> rightsFor(const Probe &server, MissingRight::For what)
{
    QList<MissingRight> rights = server.lacking;
    rights.removeIf([what](const MissingRight &right) { return right.what != what; });
    return rights;
}

void printRights(const Probe &server, Output &output)
{
    const QList<MissingRight> reading = rightsFor(server, MissingRight::For::Reading);
    const QList<MissingRight> writing = rightsFor(server, MissingRight::For::Writing);
    if (!reading.isEmpty())
        output.line(u"  may not read   %1"_s.arg(printable(rightsText(reading))));
    if (!writing.isEmpty() && server.version != Version::Baseline)
        output.line(u"  may not write  %1"_s.arg(printable(rightsText(writing))));
}

void printServers(const QList<Probe> &probes, Output &output)
{
    for (const Probe &server : probes) {
        output.line(server.title);
        output.line(u"  connection  %1"_s.arg(server.where));
        if (server.server)
            output.line(u"  reachable   %1 %2, %3"_s.arg(
                engineName(server.server->engine), server.server->version.toString(), databaseText(*server.server)));
        if (server.catalog)
            output.line(u"  tables      %1"_s.arg(server.catalog->tables.size()));
        if (!server.readLimits.isEmpty())
            output.line(u"  reads       %1"_s.arg(server.readLimits));
        printRights(server, output);
        if (server.error)
            output.line(u"  failed      %1"_s.arg(printable(describe(*server.error))));
    }
    if (const std::optional<double> seconds = clockDifference(probes))
        output.line(std::abs(*seconds) > toleratedClockSeconds
                        ? u"clocks of A and B differ by %1 s: times that near to the split tell nothing"_s.arg(
                              std::abs(*seconds), 0, 'f', 1)
                        : u"clocks of A and B differ by %1 s"_s.arg(std::abs(*seconds), 0, 'f', 1));
}

QList<SchemaDifference> allDifferences(const Alignment &alignment)
{
    QList<SchemaDifference> all = alignment.differences;
    for (const AlignedTable &table : alignment.tables) {
        for (const SchemaDifference &difference : table.differences) {
            if (difference.kind != SchemaDifference::Kind::TableMissing)
                all += difference;
        }
    }
    return all;
}

bool isThere(const AlignedTable &table, Version version)
{
    return table.in[version].has_value();
}

/// What the upgrade did to the tables: three ways where there is a baseline.
void printDrift(const Alignment &alignment, Output &output)
{
    using Align = TextTable::Align;
    const bool hasBaseline = std::ranges::any_of(
        alignment.tables, [](const AlignedTable &table) { return isThere(table, Version::Baseline); });
    QList<Version> versions{Version::A, Version::B};
    QStringList heading{u"table"_s, u"object"_s};
    if (hasBaseline) {
        versions.prepend(Version::Baseline);
        heading += u"baseline"_s;
    }
    heading += {u"A"_s, u"B"_s, u"change"_s};
    TextTable drift(QList<Align>(heading.size(), Align::Left));
    drift.add(heading);
    bool isEmpty = true;
    for (const AlignedTable &table : alignment.tables) {
        if (!isThere(table, Version::A) || !isThere(table, Version::B))
            continue;
        for (const SchemaRow &row : schemaRows(table)) {
            if (!row.isChanged())
                continue;
            QStringList cells{table.name.display(), row.object};
            for (const Version version : versions)
                cells += row.says[version].isEmpty() ? u"–"_s : row.says[version];
            drift.add(cells + QStringList{row.change});
            isEmpty = false;
        }
    }
    if (!isEmpty)
        drift.print(output);
    for (const SchemaDifference &difference : alignment.differences)
        output.line(printable(difference.message));
    for (const AlignedTable &table : alignment.tables) {
        for (const SchemaDifference &difference : table.differences) {
            if (difference.blocks && difference.kind == SchemaDifference::Kind::TypeDiffers)
                output.line(u"%1: %2"_s.arg(table.name.display(), printable(difference.message)));
        }
        for (const RenameProposal &proposal : renameProposals(table)) {
            output.line(u"%1: %2 on A may be %3 on B: %4."_s.arg(table.name.display(), printable(proposal.onA),
                                                                 printable(proposal.onB), proposal.reason));
            output.line(
                u"  If the upgrade renamed it: --rename %1 with rejoin init, or \"renamed\": {\"%2\": [\"%3\"]} in the project."_s
                    .arg(shellWord(table.name.display() + u'.' + proposal.toText()), table.name.display(),
                         proposal.toText()));
        }
    }
}

void printSplits(const Project &project, const EvidenceSurvey &checked, Output &output)
{
    output.line(u"apart since %1"_s.arg(timeText(project.since)));
    for (const SplitProposal &split : checked.splits)
        output.line(u"  %1  %2"_s.arg(timeText(split.at), printable(split.source)));
    for (const Side side : bothSides) {
        if (!checked.points[side].isEmpty())
            output.line(
                u"  %1 now counts %2"_s.arg(project.title(side), printable(checked.points[side].join(u", "_s))));
    }
    for (const QString &source : checked.splitsNotTold)
        output.line(u"  not told by the %1"_s.arg(printable(source)));
}

void printRelations(const QList<RelationProposal> &proposals, const QList<VirtualRelation> &dismissed, Output &output)
{
    const QList<RelationProposal> open = withoutDismissed(proposals, dismissed);
    if (!proposals.isEmpty())
        output.line();
    if (!open.isEmpty())
        output.line(u"References that no foreign key declares, as it seems; new keys follow those that you confirm "
                    "(--no-relation: it is none):"_s);
    for (const RelationProposal &proposal : open) {
        output.line(u"  %1: %2"_s.arg(printable(proposal.toText()), printable(proposal.evidence.join(u"; "_s))));
        const QString option = proposal.withinText ? u"--no-relation"_s : u"--relation"_s;
        output.line(u"    rejoin compare FILE %1 %2"_s.arg(option, shellWord(proposal.relation.toText())));
    }
    if (open.size() < proposals.size())
        output.line(
            u"Dismissed by this project: %1."_s.arg(counted(proposals.size() - open.size(), u"proposed reference"_s)));
}

void printSchema(const EvidenceSurvey &checked, Output &output)
{
    const Alignment &alignment = checked.alignment;
    using Align = TextTable::Align;
    output.line();
    TextTable tables({Align::Left, Align::Left, Align::Left, Align::Left});
    tables.add({u"table"_s, u"key"_s, u"evidence"_s, u"compared"_s});
    for (qsizetype i = 0; i < alignment.tables.size(); ++i) {
        const AlignedTable &table = alignment.tables[i];
        tables.add({table.name.display(), keyText(table), chosenNames(checked.offers[i]),
                    table.whyNotCompared.isEmpty() ? u"yes"_s : u"no: "_s + printable(table.whyNotCompared)});
    }
    tables.print(output);
    for (const AlignedTable &table : alignment.tables) {
        for (const QString &remark : scopeRemarks(table))
            output.line(u"%1: %2"_s.arg(table.name.display(), printable(remark)));
    }
    printEvidence(checked, output);

    const QList<SchemaDifference> differences = allDifferences(alignment);
    output.line();
    if (!alignment.canBeMerged())
        output.line(u"The engines are not alike: Rejoin compares values by what they mean, and writes no scripts."_s);
    output.line(differences.isEmpty() ? u"The schemas are alike."_s
                                      : u"%1:"_s.arg(counted(differences.size(), u"schema difference"_s)));
    printDrift(alignment, output);
}

QJsonArray serversJson(const QList<Probe> &probes)
{
    QJsonArray array;
    for (const Probe &server : probes) {
        QJsonObject json{{u"side"_s, versionName(server.version)},
                         {u"title"_s, server.title},
                         {u"connection"_s, server.where},
                         {u"reachable"_s, server.server.has_value()},
                         {u"error"_s, server.error ? QJsonValue(describe(*server.error)) : QJsonValue()}};
        for (const auto &[name, what] : {std::pair(u"mayNotRead"_s, MissingRight::For::Reading),
                                         std::pair(u"mayNotWrite"_s, MissingRight::For::Writing)}) {
            QJsonArray rights;
            for (const MissingRight &right : rightsFor(server, what))
                rights.append(right.toText());
            json.insert(name, rights);
        }
        if (server.server) {
            json.insert(u"engine"_s, engineName(server.server->engine));
            json.insert(u"version"_s, server.server->version.toString());
            json.insert(u"database"_s, server.server->database);
            json.insert(u"onlySchema"_s, oneSchemaOf(*server.server));
            json.insert(u"readLimits"_s, server.readLimits);
        }
        array.append(json);
    }
    return array;
}

QJsonArray offersJson(const QList<EvidenceOffer> &offers)
{
    QJsonArray array;
    for (const EvidenceOffer &offer : offers)
        array.append(QJsonObject{{u"means"_s, meansText(offer.means)},
                                 {u"name"_s, offer.name},
                                 {u"limits"_s, offer.limits},
                                 {u"whyNot"_s, offer.whyNot},
                                 {u"chosen"_s, offer.chosen}});
    return array;
}

QJsonArray relationsJson(const QList<RelationProposal> &proposals, const QList<VirtualRelation> &dismissed)
{
    QJsonArray array;
    for (const RelationProposal &proposal : proposals)
        array.append(QJsonObject{{u"relation"_s, proposal.relation.toText()},
                                 {u"strong"_s, proposal.strong},
                                 {u"withinText"_s, proposal.withinText},
                                 {u"rekeyed"_s, proposal.rekeyed},
                                 {u"dismissed"_s, isAmong(dismissed, proposal.relation)},
                                 {u"evidence"_s, QJsonArray::fromStringList(proposal.evidence)}});
    return array;
}

QJsonArray renamesJson(const AlignedTable &table)
{
    QJsonArray array;
    for (const RenameProposal &proposal : renameProposals(table))
        array.append(QJsonObject{{u"a"_s, proposal.onA}, {u"b"_s, proposal.onB}, {u"reason"_s, proposal.reason}});
    return array;
}

/// Every object of the table in each version.
QJsonArray schemaJson(const AlignedTable &table)
{
    QJsonArray array;
    for (const SchemaRow &row : schemaRows(table)) {
        QJsonObject json{{u"object"_s, row.object}, {u"change"_s, row.change}};
        for (const Version version : allVersions)
            json.insert(versionName(version),
                        row.says[version].isEmpty() ? QJsonValue() : QJsonValue(row.says[version]));
        array.append(json);
    }
    return array;
}

void addSchemaJson(const EvidenceSurvey &checked, QJsonObject &json)
{
    const Alignment &alignment = checked.alignment;
    QJsonArray tables;
    for (qsizetype i = 0; i < alignment.tables.size(); ++i) {
        const AlignedTable &table = alignment.tables[i];
        QJsonArray key;
        for (const int column : table.keyColumns)
            key.append(table.columns.at(column).name);
        tables.append(QJsonObject{{u"table"_s, table.name.display()},
                                  {u"key"_s, key},
                                  {u"evidence"_s, chosenNames(checked.offers[i])},
                                  {u"evidenceOffers"_s, offersJson(checked.offers[i])},
                                  {u"columnsNotCompared"_s, QJsonArray::fromStringList(table.columnsNotCompared())},
                                  {u"columnsNotWritten"_s, QJsonArray::fromStringList(table.columnsNotWritten())},
                                  {u"rowsWhere"_s, table.filterText()},
                                  {u"renameProposals"_s, renamesJson(table)},
                                  {u"schema"_s, schemaJson(table)},
                                  {u"whyNotCompared"_s, table.whyNotCompared}});
    }
    QJsonArray differences;
    for (const SchemaDifference &difference : allDifferences(alignment))
        differences.append(QJsonObject{{u"table"_s, difference.table.display()},
                                       {u"object"_s, difference.object},
                                       {u"message"_s, difference.message},
                                       {u"blocks"_s, difference.blocks}});
    json.insert(u"tables"_s, tables);
    json.insert(u"canBeMerged"_s, alignment.canBeMerged());
    json.insert(u"schemaDifferences"_s, differences);
}

Exit exitOf(const Alignment &alignment, const QList<Probe> &probes)
{
    const auto mayNotRead = [](const Probe &server) {
        return !rightsFor(server, MissingRight::For::Reading).isEmpty();
    };
    if (std::ranges::any_of(probes, mayNotRead))
        return Exit::RightsMissing;
    const bool all = std::ranges::all_of(alignment.tables, &QString::isEmpty, &AlignedTable::whyNotCompared);
    return all ? Exit::Done : Exit::Unsupported;
}

Result<Exit> runCheck(Invocation &invocation)
{
    if (invocation.positional(0).isEmpty()) {
        printDrivers(invocation.output);
        return Exit::Done;
    }
    REJOIN_TRY_VALUE(project, loadProject(invocation.positional(0)));
    REJOIN_TRY(takePassword(invocation, project));
    QList<Probe> probes = probeAll(project, invocation.cancel());
    const Result<void> kept = keepToSchemas(probes, project);
    printServers(probes, invocation.output);
    for (const Probe &server : probes) {
        if (server.error)
            return fail(*server.error);
    }
    REJOIN_TRY(kept);

    const auto session = Session::openExisting(sessionPath(invocation.positional(0)));
    REJOIN_TRY_VALUE(checked, surveyEvidence(project, session ? session->get() : nullptr, invocation.cancel(),
                                             invocation.output.progress()));
    invocation.output.clearProgress();
    if (checked.refusedFilter)
        return fail(*checked.refusedFilter);
    printSplits(project, checked, invocation.output);
    printSchema(checked, invocation.output);
    printRelations(checked.relations, project.dismissedRelations, invocation.output);
    const std::optional<double> clock = clockDifference(probes);
    QJsonObject json{{u"rejoin"_s, 1},
                     {u"servers"_s, serversJson(probes)},
                     {u"clockDifferenceSeconds"_s, clock ? QJsonValue(*clock) : QJsonValue()}};
    QJsonArray splits;
    for (const SplitProposal &split : checked.splits)
        splits.append(QJsonObject{{u"at"_s, timeJson(split.at)}, {u"source"_s, split.source}});
    json.insert(u"since"_s, timeJson(project.since));
    json.insert(u"splitProposals"_s, splits);
    json.insert(u"splitsNotTold"_s, QJsonArray::fromStringList(checked.splitsNotTold));
    json.insert(u"relationProposals"_s, relationsJson(checked.relations, project.dismissedRelations));
    addSchemaJson(checked, json);
    invocation.output.json(json);
    return exitOf(checked.alignment, probes);
}

} // namespace

Command checkCommand()
{
    return {
        .name = u"check"_s,
        .summary = u"tests the connections, and says what can be compared and on what evidence"_s,
        .examples = {u"rejoin check shop.rejoin"_s,
                     u"rejoin check             which engines this machine's drivers reach, and what is missing"_s},
        .positional = {u"[FILE]"_s},
        .options = {passwordOption()},
        .notes = {u"Without FILE: lists the ODBC drivers and data sources of this machine, names the package or"_s,
                  u"download that an engine needs, and gives a connection string for each to begin with."_s,
                  u"Exit: 0 everything can be compared, 11 cannot connect, 12 some table may not be read,"_s,
                  u"13 some table cannot be compared. A missing right to write is told, and stops apply alone."_s},
        .run = runCheck,
    };
}

} // namespace Rejoin

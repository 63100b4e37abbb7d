#include "tests/fuzz/harness.h"

#include "diffcore/apply/mergeprogress.h"
#include "diffcore/base/sha256.h"
#include "diffcore/merge/numbertemplate.h"
#include "diffcore/merge/rowcondition.h"
#include "diffcore/merge/rule.h"
#include "diffcore/odbc/actingattributes.h"
#include "diffcore/script/bundle.h"
#include "diffcore/script/manifest.h"
#include "diffcore/script/reviewgate.h"
#include "diffcore/session/project.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Rejoin::Fuzzing {

namespace {

void proveMessage(const Error &error)
{
    require(!error.message.isEmpty() && !describe(error).isEmpty(), "an error says something");
    require(!describe(error).contains(u'\n'), "an error is one line");
}

AlignedTable notes()
{
    AlignedTable table;
    table.name = {{}, u"notes"_s};
    for (const auto &[name, family] : {std::pair(u"id"_s, TypeFamily::Integer), std::pair(u"note"_s, TypeFamily::Text),
                                       std::pair(u"at"_s, TypeFamily::Timestamp)}) {
        Column column;
        column.name = name;
        column.family = family;
        table.columns += {.name = name, .in = {column, column, column}, .equality = {}};
    }
    table.keyColumns = {0};
    return table;
}

Difference changedNote()
{
    const Row old{Value::integer(7), Value::text(u"old"_s), Value::of(TypeFamily::Timestamp, "2026-11-22 10:00:00")};
    Difference difference;
    difference.table = 0;
    difference.key = {{Value::integer(7)}};
    difference.outcome = Outcome::CellConflict;
    difference.rows = {old, old, old};
    (*difference.rows.a)[1] = Value::text(u"N-7"_s);
    (*difference.rows.b)[1] = Value::text(u"N-8"_s);
    (*difference.rows.b)[2] = Value::of(TypeFamily::Timestamp, "2026-11-22 11:00:00");
    difference.changes = {Change::Updated, Change::Updated};
    return difference;
}

/// These can ask for more memory than the fuzzer grants.
bool isPlain(const QString &condition)
{
    for (const QString &word : {u"blob"_s, u"format"_s, u"printf"_s, u"replace"_s}) {
        if (condition.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

void useRule(const Rule &rule)
{
    static const AlignedTable table = notes();
    static const Difference difference = changedNote();
    static_cast<void>(applyRule(rule, table, difference));
    static_cast<void>(counterColumns({rule}, table));
    if (!rule.numbers.isEmpty()) {
        const auto numbers = NumberTemplate::parse(rule.numbers);
        require(numbers.has_value(), "the template of a rule that was read is one");
        const QString series = numbers->series(u"N-0007/b"_s);
        static_cast<void>(NumberTemplate::counterIn(series, numbers->number(series, 8)));
    }
    if (rule.where.isEmpty() || !isPlain(rule.where))
        return;
    auto condition = RowCondition::make(rule.where, table);
    if (condition)
        static_cast<void>(condition->holds(difference));
    else
        require(condition.error().code == ErrorCode::Usage, "what is no condition is Usage");
}

void proveRulesReadBack(const QList<Rule> &read)
{
    const auto again = rulesFromJson(toJson(read));
    require(again && *again == read, "rules read back as they are written");
}

QByteArray sumOf(const QByteArray &content, const QByteArray &path)
{
    return sha256Hex(content).toLatin1() + "  " + path + '\n';
}

} // namespace

void project(const QByteArray &input)
{
    const auto read = loadProject(fileWith(u"shop.rejoin"_s, input));
    if (!read) {
        require(read.error().code == ErrorCode::BadFile, "a wrong project is BadFile");
        proveMessage(read.error());
        return;
    }
    const QString path = QDir(workFolder()).filePath(u"saved.rejoin"_s);
    const auto saved = saveProject(*read, path);
    require(saved.has_value(), "a project that was read can be saved");
    const auto again = loadProject(path);
    require(again && projectJson(*again) == projectJson(*read), "a project reads back as it is written");
    require(projectHash(*again) == projectHash(*read), "the same project has the same hash");
    for (const Side side : bothSides) {
        static_cast<void>(read->title(side));
        static_cast<void>(refuseActing(read->servers[side].connection));
    }
    static_cast<void>(read->movingSide());
    for (const QString &glob : read->scope.include + read->scope.exclude)
        static_cast<void>(matchesGlob(glob, {u"sales"_s, u"orders"_s}));
    Catalog catalog;
    Table orders;
    orders.name = {{}, u"orders"_s};
    for (const QString &name : {u"order_id"_s, u"total"_s, u"note"_s}) {
        orders.columns.emplaceBack();
        orders.columns.last().name = name;
    }
    orders.primaryKey = Key{u"orders_pkey"_s, {u"order_id"_s}};
    catalog.tables = {orders};
    static_cast<void>(align(catalog, catalog, &catalog, read->scope));
}

void rules(const QByteArray &input)
{
    const auto read = loadRules(fileWith(u"rules.json"_s, input));
    if (!read) {
        require(read.error().code == ErrorCode::BadFile, "a wrong file of rules is BadFile");
        return proveMessage(read.error());
    }
    proveRulesReadBack(*read);
    for (const Rule &rule : *read)
        useRule(rule);
}

void manifest(const QByteArray &input)
{
    const auto read = parseManifest(input);
    if (!read) {
        require(read.error().code == ErrorCode::BadFile, "a wrong manifest is BadFile");
        return;
    }
    const auto again = parseManifest(manifestJson(*read));
    require(again && manifestJson(*again) == manifestJson(*read), "a manifest reads back as it is written");
    for (auto file = read->files.begin(); file != read->files.end(); ++file)
        require(bundleFiles().contains(file.key()), "a manifest names no file but those of a bundle");
}

/// Sections: manifest.json, SHA256SUMS (where it is empty, that of the other files), runs.jsonl, and the script of A.
void bundle(const QByteArray &input)
{
    Pieces pieces(input);
    const QByteArray manifestBytes = pieces.section();
    QByteArray sums = pieces.section();
    const QByteArray runs = pieces.section();
    const QByteArray merge = pieces.section();
    const QString folder = QDir(workFolder()).filePath(u"bundle"_s);
    fileWith(u"bundle/manifest.json"_s, manifestBytes);
    fileWith(u"bundle/runs.jsonl"_s, runs);
    fileWith(u"bundle/a/merge.sql"_s, merge);
    fileWith(u"bundle/a/undo.sql"_s, merge);
    QByteArray completed = manifestBytes;
    if (sums.isEmpty()) {
        // the manifest's own words for the scripts' hashes
        completed.replace("MERGEHASH", sha256Hex(merge).toLatin1());
        fileWith(u"bundle/manifest.json"_s, completed);
        sums = sumOf(completed, "manifest.json") + sumOf(merge, "a/merge.sql") + sumOf(merge, "a/undo.sql");
    }
    fileWith(u"bundle/SHA256SUMS"_s, sums);
    const auto records = RunLog(folder).records();
    if (records)
        static_cast<void>(standings(*records));
    const auto opened = openBundle(folder);
    if (!opened) {
        require(opened.error().code == ErrorCode::BadFile, "a damaged bundle is BadFile");
        return;
    }
    if (const auto progress = mergeProgress(*opened)) {
        static_cast<void>(describe(*progress, {u"A"_s, u"B"_s}));
        if (progress->isHalfApplied())
            static_cast<void>(halfApplied(*progress, {u"A"_s, u"B"_s}).ways());
    }
    for (const BundleTarget &target : opened->targets) {
        require(target.mergePath.startsWith(folder), "the scripts of a bundle are in it");
        static_cast<void>(refuseActing(target.connection));
        static_cast<void>(requireReview(*opened, target));
    }
}

} // namespace Rejoin::Fuzzing

#include "tests/contract/scansuite.h"

#include "diffcore/compare/checksumscan.h"
#include "diffcore/compare/filteredkeys.h"
#include "diffcore/compare/joinedkeys.h"
#include "diffcore/compare/orderedread.h"
#include "diffcore/compare/schemapair.h"
#include "diffcore/odbc/cancelwatch.h"
#include "tests/contract/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

constexpr int pageRows = 7; ///< few, so that every seam between pages is met

/// The keys that a source proposes, values joined with '|', in order. Fails the test where a row is told twice.
QStringList keysOf(KeySource &source)
{
    QStringList keys;
    while (true) {
        const QList<Candidate> candidates = must(source.next());
        if (candidates.isEmpty())
            break;
        for (const Candidate &candidate : candidates) {
            QStringList key;
            for (const Value &value : candidate.key.values)
                key += value.toText();
            keys += key.join(u'|');
        }
    }
    keys.sort();
    if (keys.removeDuplicates() > 0)
        QTest::qFail("a key was proposed twice", __FILE__, __LINE__);
    return keys;
}

} // namespace

struct ScanSuite::Pair
{
    Servers servers;
    Alignment alignment;
    CancelToken cancel;
    std::unique_ptr<PerSide<RowFetcher>> fetchers;
    int selected = 0;

    void select(int index)
    {
        selected = index;
        fetchers = std::make_unique<PerSide<RowFetcher>>(
            PerSide<RowFetcher>{RowFetcher(servers[Side::A], table(), Version::A, cancel),
                                RowFetcher(servers[Side::B], table(), Version::B, cancel)});
    }
    [[nodiscard]] const AlignedTable &table() const { return alignment.tables[selected]; }
    [[nodiscard]] PerSide<RowFetcher *> from() const { return {&fetchers->a, &fetchers->b}; }
    [[nodiscard]] PerSide<const Dialect *> dialects() const
    {
        return {&servers[Side::A].dialect(), &servers[Side::B].dialect()};
    }
};

void ScanSuite::initTestCase()
{
    startEngine();
}

QString ScanSuite::numbers(int most)
{
    QStringList digits;
    QStringList sources;
    QString number = u"1"_s;
    int power = 1;
    for (int place = 0; power < most; ++place, power *= 10) {
        sources +=
            u"(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL "
            "SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) AS p%1"_s.arg(place);
        number += u" + %1 * p%2.d"_s.arg(power).arg(place);
    }
    return u"(SELECT "_s + number + u" AS n FROM "_s + sources.join(u" CROSS JOIN "_s) + u") AS numbers WHERE n <= "_s +
           QString::number(most);
}

std::unique_ptr<ScanSuite::Pair> ScanSuite::open(const AlignmentOptions &options)
{
    Project project;
    project.servers.a.connection = m_engine.connection(databaseOf(Version::A));
    project.servers.b.connection = m_engine.connection(databaseOf(Version::B));
    auto pair = std::make_unique<Pair>();
    pair->servers = must(openServers(project));
    PerSide<Catalog> catalogs;
    PerVersion<CatalogOwner> owners;
    for (const Side side : bothSides) {
        catalogs[side] = must(pair->servers[side].dialect().readCatalog(pair->servers[side], {}));
        owners[side] = {&catalogs[side], &pair->servers[side].server()};
    }
    must(pairSchemas(owners, {}));
    pair->alignment = must(align(catalogs.a, catalogs.b, nullptr, options));
    pair->select(0);
    return pair;
}

void ScanSuite::allMeansPropose(Pair &pair, const QStringList &expected, std::optional<qint64> newAbove)
{
    const AlignedTable &table = pair.table();
    OrderedRead ordered(pair.from(), table, newAbove, pageRows);
    FilteredKeys filtered(ordered, table, pair.from(), FilteredKeys::Saw::Filtered);
    QStringList keys = expected;
    keys.sort();
    QCOMPARE(keysOf(filtered), keys);
    if (newAbove)
        return;
    if (ChecksumScan::suits(pair.dialects(), table)) {
        ChecksumScan sums(pair.from(), table, pageRows, std::nullopt);
        QVERIFY(must(sums.sum(*ordered.rowsSeen().a)));
        FilteredKeys proposed(sums, table, pair.from(), FilteredKeys::Saw::Filtered);
        QCOMPARE(keysOf(proposed), keys);
        QCOMPARE(sums.rowsSeen(), ordered.rowsSeen());
        QCOMPARE(sums.equalByOption(), ordered.equalByOption());
        piecesAddUp(pair);
    }
    if (!pair.servers.neighbour.isEmpty() && JoinedKeys::suits(pair.dialects(), table)) {
        JoinedKeys joined(pair.from(), table, pair.servers.neighbour, pageRows, {});
        QVERIFY(joined.isAllowed());
        QCOMPARE(keysOf(joined), keys);
        QCOMPARE(joined.equalByOption(), ordered.equalByOption());
    }
}

void ScanSuite::piecesAddUp(Pair &pair)
{
    constexpr int pieceRows = 2;
    const AlignedTable &table = pair.table();
    QList<int> columns;
    for (int column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].compared || table.keyColumns.contains(column))
            columns.append(column);
    }
    const Segmenting buckets{.count = 4};
    for (const Side side : bothSides) {
        const Dialect &dialect = *pair.dialects()[side];
        QHash<qint64, SegmentSum> whole = must(pair.from()[side]->sums(columns, buckets, std::nullopt));
        for (SegmentSum &sum : whole)
            sum.sum = dialect.addedSums(0, sum.sum);
        qint64 rows = 0;
        for (const SegmentSum &sum : std::as_const(whole))
            rows += sum.rows;
        constexpr qint64 mostRows = 500; // each piece is a query
        if (rows > mostRows)
            return;
        QCOMPARE(must(pair.from()[side]->sumsByPieces(columns, buckets, pieceRows)), whole);
    }
}

/// A table each: one row has the value on A alone, one on B alone, one on both.
void ScanSuite::everyTypeIsTold()
{
    const QList<TypeCase> cases = m_engine.typeCases();
    runEverywhere(m_engine.typeDeclarations());
    for (const Version version : {Version::A, Version::B}) {
        Workbench bench(m_engine, databaseOf(version));
        must(bench.reopen());
        QStringList tables;
        for (qsizetype number = 0; number < cases.size(); ++number)
            tables +=
                u"CREATE TABLE t%1 (k {integer} NOT NULL PRIMARY KEY, v "_s.arg(number) + cases[number].type + u')';
        bench.run(tables);
        const Catalog catalog = bench.catalog();
        for (qsizetype number = 0; number < cases.size(); ++number) {
            const Table *table = catalog.table({{}, u"t%1"_s.arg(number)});
            QVERIFY(table);
            const QString value = bench.dialect().literal(cases[number].value, table->columns[1]);
            const bool isA = version == Version::A;
            must(bench.connection().execute(u"INSERT INTO t%1 (k, v) VALUES (1, %2), (2, %3), (3, %4), (4, NULL)"_s.arg(
                QString::number(number), value, isA ? value : u"NULL"_s, isA ? u"NULL"_s : value)));
        }
    }
    const auto pair = open();
    QCOMPARE(pair->alignment.tables.size(), cases.size());
    for (int index = 0; index < pair->alignment.tables.size(); ++index) {
        pair->select(index);
        const TypeCase &type = cases[pair->table().name.name.sliced(1).toInt()];
        allMeansPropose(*pair, {u"2"_s, u"3"_s});
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(type.kind + u": "_s + type.type));
    }
}

void ScanSuite::textKeysOfUnlikeCollations()
{
    run(Version::A, {u"CREATE TABLE t (name {text} {other collation} NOT NULL PRIMARY KEY, v {text})"_s});
    run(Version::B, {u"CREATE TABLE t (name {text} NOT NULL PRIMARY KEY, v {text})"_s});
    const QString rows = u"INSERT INTO t SELECT 'Name ' || n, 'v' || n FROM "_s + numbers(2000);
    const QString rowsByFunction = u"INSERT INTO t SELECT concat('Name ', n), concat('v', n) FROM "_s + numbers(2000);
    const bool concatenates = m_engine.engine() == Engine::Sqlite || m_engine.engine() == Engine::PostgreSql;
    for (const Version version : {Version::A, Version::B})
        run(version, {concatenates ? rows : rowsByFunction});
    run(Version::A,
        {u"UPDATE t SET v = 'of A' WHERE name = 'Name 777'"_s, u"INSERT INTO t VALUES ('Ångström', 'new')"_s});
    run(Version::B, {u"DELETE FROM t WHERE name = 'Name 1999'"_s, u"UPDATE t SET v = NULL WHERE name = 'Name 5'"_s});
    const auto pair = open();
    allMeansPropose(*pair, {u"Name 777"_s, u"Ångström"_s, u"Name 1999"_s, u"Name 5"_s});
}

void ScanSuite::compositeKeys()
{
    for (const Version version : {Version::A, Version::B})
        run(version,
            {u"CREATE TABLE t (shop {integer} NOT NULL, day {integer} NOT NULL, sold {integer}, PRIMARY KEY (shop, "
             "day))"_s,
             u"INSERT INTO t SELECT n, n * 2, 1 FROM "_s + numbers(1000),
             u"INSERT INTO t SELECT n, n * 2 + 1, 1 FROM "_s + numbers(1000)});
    run(Version::A, {u"UPDATE t SET sold = 2 WHERE shop = 500 AND day = 1001"_s, u"INSERT INTO t VALUES (1, 1, 1)"_s});
    run(Version::B, {u"DELETE FROM t WHERE shop = 1000"_s});
    const auto pair = open();
    allMeansPropose(*pair, {u"500|1001"_s, u"1|1"_s, u"1000|2000"_s, u"1000|2001"_s});
}

/// Most rows stand close together, a few far off, on both sides of 0.
void ScanSuite::unevenNumbers()
{
    for (const Version version : {Version::A, Version::B})
        run(version, {u"CREATE TABLE t (id bigint NOT NULL PRIMARY KEY, v {integer})"_s,
                      u"INSERT INTO t SELECT n, 1 FROM "_s + numbers(6000),
                      u"INSERT INTO t SELECT 4000000000000000000 + n * 7, 1 FROM "_s + numbers(300),
                      u"INSERT INTO t SELECT -4000000000000000000 - n * 1000000000000, 1 FROM "_s + numbers(300)});
    run(Version::A, {u"UPDATE t SET v = 2 WHERE id = 5999"_s, u"INSERT INTO t VALUES (0, 1)"_s});
    run(Version::B,
        {u"UPDATE t SET v = 2 WHERE id = 4000000000000000007"_s, u"DELETE FROM t WHERE id = -4000001000000000000"_s});
    const auto pair = open();
    allMeansPropose(*pair, {u"5999"_s, u"0"_s, u"4000000000000000007"_s, u"-4000001000000000000"_s});
}

/// What cancels out, or looks alike, where hashes are joined or summed up carelessly.
void ScanSuite::whatSumsCouldMistake()
{
    for (const Version version : {Version::A, Version::B})
        run(version, {u"CREATE TABLE t (id {integer} NOT NULL PRIMARY KEY, a {text}, b {text}, c {integer})"_s});
    // two rows that swap a cell; both cells of a row swapped; what is joined without lengths; NULL and the empty text
    run(Version::A,
        {u"INSERT INTO t VALUES (1, 'x', 'p', 1), (2, 'y', 'p', 1), (3, 'm', 'n', 1), (4, '1', ',11', 1), "
         "(5, NULL, 'z', 1), (6, 'z', NULL, 1), (7, '-', 'q', 1), (8, 'same', 'same', 0), (9, 'k', 'k', 5)"_s});
    run(Version::B,
        {u"INSERT INTO t VALUES (1, 'y', 'p', 1), (2, 'x', 'p', 1), (3, 'n', 'm', 1), (4, '1,', '11', 1), "
         "(5, '', 'z', 1), (6, NULL, 'z', 1), (7, NULL, 'q', 1), (8, 'same', 'same', 0), (10, 'k', 'k', 5)"_s});
    const auto pair = open();
    allMeansPropose(*pair, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"9"_s, u"10"_s});
}

void ScanSuite::rowsThatAConditionHides()
{
    for (const Version version : {Version::A, Version::B})
        run(version, {u"CREATE TABLE t (id {integer} NOT NULL PRIMARY KEY, region {integer})"_s,
                      u"INSERT INTO t SELECT n, n % 3 FROM "_s + numbers(500)});
    // out of B's sight; out of both; into sight on A; unlike, and hidden on both
    run(Version::A, {u"UPDATE t SET region = 1 WHERE id = 300"_s, u"UPDATE t SET region = 2 WHERE id = 500"_s});
    run(Version::B, {u"UPDATE t SET region = 2 WHERE id = 100"_s, u"UPDATE t SET region = 0 WHERE id = 500"_s});
    AlignmentOptions options;
    options.filters = {{{u"t"_s, u"region = 1"_s}}, {{u"t"_s, u"region = 1"_s}}};
    const auto pair = open(options);
    allMeansPropose(*pair, {u"300"_s, u"100"_s});
}

/// Equal rows whose generated key both servers may have given out are proposed, too.
void ScanSuite::rowsAboveTheSplit()
{
    const int rows = static_cast<int>(WholeRead::fewestRowsToSum) + 500;
    for (const Version version : {Version::A, Version::B})
        run(version, {u"CREATE TABLE t (id {generated key}, v {integer})"_s,
                      u"INSERT INTO t (v) SELECT n FROM "_s + numbers(rows)});
    run(Version::A, {u"UPDATE t SET v = -1 WHERE id = 10"_s});
    const auto pair = open();
    WholeRead read(pair->servers, pair->from(), pair->table(), rows - 2, pageRows);
    must(read.begin());
    QCOMPARE(keysOf(read), (QStringList{u"10"_s, QString::number(rows - 1), QString::number(rows)}));
    QCOMPARE(read.rowsSeen().a, rows);
    QCOMPARE(read.rowsSeen().b, rows);
    QVERIFY(read.means() != WholeRead::Means::Ordered);
}

void ScanSuite::equalByARule()
{
    for (const Version version : {Version::A, Version::B})
        run(version, {u"CREATE TABLE t (id {integer} NOT NULL PRIMARY KEY, v {text})"_s,
                      u"INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')"_s});
    run(Version::A, {u"UPDATE t SET v = ' b ' WHERE id = 2"_s, u"UPDATE t SET v = ' x ' WHERE id = 3"_s});
    AlignmentOptions options;
    options.equality.insert(u"t"_s, {u"v=trim"_s});
    const auto pair = open(options);
    allMeansPropose(*pair, {u"3"_s});
}

/// One row in a hundred segments differs: all others must not be read, and where most differ, all are.
void ScanSuite::fewOfManyAreRead()
{
    const int rows = static_cast<int>(WholeRead::fewestRowsToSum) + 5000;
    for (const Version version : {Version::A, Version::B})
        run(version, {u"CREATE TABLE t (id {integer} NOT NULL PRIMARY KEY, v {integer})"_s,
                      u"INSERT INTO t SELECT n, 0 FROM "_s + numbers(rows)});
    run(Version::B, {u"UPDATE t SET v = 1 WHERE id % 6400 = 0"_s});
    {
        const auto pair = open();
        if (!ChecksumScan::suits(pair->dialects(), pair->table()))
            QSKIP(qPrintable(m_engine.title() + u" does not sum up rows"_s));
        ChecksumScan sums(pair->from(), pair->table(), 5000, std::nullopt);
        QVERIFY(must(sums.sum(rows)));
        QVERIFY2(sums.rowsInQuestion() > 0 && sums.rowsInQuestion() <= 3 * 2 * ChecksumScan::rowsASegment,
                 qPrintable(QString::number(sums.rowsInQuestion())));
        WholeRead read(pair->servers, pair->from(), pair->table(), std::nullopt, 5000);
        must(read.begin());
        QVERIFY(read.means() != WholeRead::Means::Ordered);
        QCOMPARE(keysOf(read), (QStringList{u"12800"_s, u"19200"_s, u"6400"_s}));
    }
    run(Version::B, {u"UPDATE t SET v = 2"_s});
    const auto pair = open();
    pair->servers.neighbour.clear();
    WholeRead read(pair->servers, pair->from(), pair->table(), std::nullopt, 5000);
    must(read.begin());
    QVERIFY(read.means() == WholeRead::Means::Ordered);
    QCOMPARE(keysOf(read).size(), rows);
}

/// The servers' own statement is interrupted, and the connection can be used again.
void ScanSuite::cancelledAtOnce()
{
    for (const Version version : {Version::A, Version::B})
        run(version, {u"CREATE TABLE t (id {integer} NOT NULL PRIMARY KEY, v {text})"_s,
                      u"INSERT INTO t SELECT n, 'some text' FROM "_s + numbers(100'000)});
    const auto pair = open();
    {
        const CancelWatch ofA(pair->servers[Side::A], pair->cancel);
        const CancelWatch ofB(pair->servers[Side::B], pair->cancel);
        pair->cancel.cancel();
        WholeRead read(pair->servers, pair->from(), pair->table(), std::nullopt, 5000);
        Result<void> begun = read.begin();
        while (begun) { // the statements may have been done before they were noticed
            const auto candidates = read.next();
            if (!candidates)
                begun = std::unexpected(candidates.error());
            else if (candidates->isEmpty())
                break;
        }
        // what the server says of it depends on which statement it met; the token says why it failed
        QVERIFY(!begun);
    }
    QCOMPARE(must(pair->servers[Side::A].query(u"SELECT 1"_s)).size(), 1);
}

/// Whether one table after the other, or all at a time, each over connections of its own: the same is found.
void ScanSuite::severalTablesAtATime()
{
    const int rows = static_cast<int>(WholeRead::fewestRowsToSum) + 500;
    QStringList statements;
    for (int table = 0; table < 4; ++table)
        statements += {u"CREATE TABLE t%1 (id {integer} NOT NULL PRIMARY KEY, v {integer})"_s.arg(table),
                       u"INSERT INTO t%1 SELECT n, 0 FROM "_s.arg(table) + numbers(table == 3 ? 10 : rows)};
    runEverywhere(statements);
    for (int table = 0; table < 4; ++table) {
        run(Version::A, {u"UPDATE t%1 SET v = 1 WHERE id = 7"_s.arg(table)});
        run(Version::B, {u"DELETE FROM t%1 WHERE id = %2"_s.arg(table).arg(table + 1)});
    }
    makeProject();
    QStringList found;
    for (const QString &connections : {u"1"_s, u"3"_s}) {
        expect(1, {u"compare"_s, m_project, u"--fresh"_s, u"--connections"_s, connections});
        QStringList told;
        const QString shown = expect(0, {u"show"_s, m_project, u"--json"_s});
        for (const QJsonValue &row : QJsonDocument::fromJson(shown.toUtf8())[u"rows"_s].toArray())
            told += row[u"table"_s].toString() + u' ' + row[u"key"_s][u"id"_s].toString() + u' ' +
                    row[u"outcome"_s].toString();
        told.sort();
        QCOMPARE(told.size(), 8);
        if (found.isEmpty())
            found = told;
        QCOMPARE(told, found);
    }
}

} // namespace Rejoin::Testing

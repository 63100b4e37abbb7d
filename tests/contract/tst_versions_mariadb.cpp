#include "diffcore/evidence/evidencesurvey.h"
#include "diffcore/evidence/systemversions.h"
#include "diffcore/script/bundle.h"
#include "tests/contract/mariadbengine.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

namespace {

const PerSide<QString> databases{u"versions_a"_s, u"versions_b"_s};

QString at(const QDateTime &moment)
{
    return u"SET timestamp = unix_timestamp('%1')"_s.arg(momentText(moment));
}

QString wordOf(Change change)
{
    switch (change) {
    case Change::None: return u"none"_s;
    case Change::Inserted: return u"inserted"_s;
    case Change::Updated: return u"updated"_s;
    case Change::Deleted: return u"deleted"_s;
    case Change::Unknown: return u"unknown"_s;
    case Change::Touched: return u"touched"_s;
    }
    return {};
}

} // namespace

/// What MariaDB's own history of a table is taken for, and what it is not. Histories of hours are made by setting the
/// session's time.
class TestVersionsMariaDb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void asOfTheSplit();
    void versionsThatBeginLater();
    void deletedHistory();
    void historyFromBeforeTheSplit();
    void droppedPartitions_data();
    void droppedPartitions();
    void clocksThatDiffer();
    void numbersOfTransactions();
    void ownNamesOfThePeriod();
    void sourcesOfTheSplit();
    void positionOfWrites();
    void mergedByVersionsAlone();

private:
    void run(Side side, const QStringList &statements);
    void runOnBoth(const QStringList &statements);
    /// Rows 1 to 3 five hours ago; A changes 1, deletes 2 and enters 4 an hour ago.
    void play(const QString &options);
    [[nodiscard]] Result<std::unique_ptr<SystemVersions>> versions(SystemVersions::Word word,
                                                                   std::chrono::milliseconds margin = {});
    /// "1 a", the baseline's text; "1 -" where there was none; else the changes: "1 touched none".
    [[nodiscard]] QStringList told(SystemVersions &versions, const QList<int> &keys);

    MariaDbEngine m_engine;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    const QDateTime m_split = m_now.addSecs(-3 * 3600);
    PerSide<std::unique_ptr<Connection>> m_connections;
    AlignedTable m_table;
};

void TestVersionsMariaDb::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(m_engine.title() + u": "_s + started.error().message));
    VERIFY_OK(started);
}

void TestVersionsMariaDb::init()
{
    for (const Side side : bothSides) {
        VERIFY_OK(m_engine.emptyDatabase(databases[side]));
        const QString label = side == Side::A ? u"A"_s : u"B"_s;
        m_connections[side] = must(Connection::open(m_engine.connection(databases[side]), {.label = label}));
    }
}

void TestVersionsMariaDb::run(Side side, const QStringList &statements)
{
    auto writer = must(Connection::open(m_engine.connection(databases[side]), {.label = {}, .readOnly = false}));
    for (const QString &statement : statements)
        must(writer->execute(statement));
}

void TestVersionsMariaDb::runOnBoth(const QStringList &statements)
{
    for (const Side side : bothSides)
        run(side, statements);
}

void TestVersionsMariaDb::play(const QString &options)
{
    const QStringList common{at(m_now.addSecs(-5 * 3600)),
                             u"CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, status varchar(20)) "_s +
                                 options,
                             u"INSERT INTO orders (id, status) VALUES (1, 'a'), (2, 'b'), (3, 'c')"_s};
    runOnBoth(common);
    run(Side::A, {at(m_now.addSecs(-3600)), u"UPDATE orders SET status = 'new' WHERE id = 1"_s,
                  u"DELETE FROM orders WHERE id = 2"_s, u"INSERT INTO orders (id, status) VALUES (4, 'd')"_s});
}

Result<std::unique_ptr<SystemVersions>> TestVersionsMariaDb::versions(SystemVersions::Word word,
                                                                      std::chrono::milliseconds margin)
{
    PerSide<Catalog> catalogs;
    for (const Side side : bothSides)
        catalogs[side] = must(m_connections[side]->dialect().readCatalog(*m_connections[side], {}));
    m_table = must(align(catalogs.a, catalogs.b, nullptr, {})).tables.first();
    return SystemVersions::make({m_connections.a.get(), m_connections.b.get()}, m_table, {m_split, margin}, word, {});
}

QStringList TestVersionsMariaDb::told(SystemVersions &versions, const QList<int> &keys)
{
    QList<RowKey> asked;
    QHash<RowKey, PerSide<std::optional<Row>>> present;
    for (const int key : keys)
        asked.append({{Value::integer(key)}});
    for (const Side side : bothSides) {
        RowFetcher fetcher(*m_connections[side], m_table, versionOf(side), {});
        for (const Row &row : must(fetcher.withKeys(asked)))
            present[m_table.keyOf(row)][side] = row;
    }
    QList<PerSide<std::optional<Row>>> rows;
    for (const RowKey &key : std::as_const(asked))
        rows.append(present.value(key));
    const QList<Knowledge> answers = must(versions.ask(asked, rows));
    QStringList lines;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Knowledge &known = answers[i];
        const QString number = QString::number(keys[i]);
        if (known.baselineKnown)
            lines += number + u' ' + (known.row ? known.row->at(1).toText() : u"-"_s);
        else
            lines += number + u' ' + wordOf(known.changes.a) + u' ' + wordOf(known.changes.b);
    }
    return lines;
}

void TestVersionsMariaDb::asOfTheSplit()
{
    play(u"WITH SYSTEM VERSIONING"_s);
    const auto found = versions(SystemVersions::Word::Named);
    VERIFY_OK(found);
    QCOMPARE(told(**found, {1, 2, 3, 4}), QStringList({u"1 a"_s, u"2 b"_s, u"3 c"_s, u"4 -"_s}));
    QCOMPARE((*found)->limits(), QString());
    QCOMPARE((*found)->generatorAtSplit().highest, std::optional<qint64>(3));
}

/// Giving a table versions dates its rows then: before that it did not exist, for all that the server tells.
void TestVersionsMariaDb::versionsThatBeginLater()
{
    runOnBoth({u"CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, status varchar(20))"_s,
               u"INSERT INTO orders VALUES (1, 'a')"_s, u"ALTER TABLE orders ADD SYSTEM VERSIONING"_s});
    for (const auto word : {SystemVersions::Word::Unasked, SystemVersions::Word::Named}) {
        const auto found = versions(word);
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Unsupported);
        QVERIFY2(found.error().message.contains(u"begin after the split"_s), qPrintable(found.error().message));
    }
}

/// What DELETE HISTORY took looks like a row that was inserted since.
void TestVersionsMariaDb::deletedHistory()
{
    play(u"WITH SYSTEM VERSIONING"_s);
    run(Side::A, {u"DELETE HISTORY FROM orders"_s});
    const auto found = versions(SystemVersions::Word::Unasked);
    VERIFY_OK(found);
    QCOMPARE(told(**found, {1, 2, 3, 4}),
             QStringList({u"1 touched none"_s, u"2 unknown none"_s, u"3 c"_s, u"4 touched unknown"_s}));
    QVERIFY2((*found)->limits().contains(u"--evidence 'orders=system-versions'"_s), qPrintable((*found)->limits()));
    QVERIFY(!(*found)->generatorAtSplit().highest);
}

/// A version that ended before the split proves that nothing younger was deleted.
void TestVersionsMariaDb::historyFromBeforeTheSplit()
{
    play(u"WITH SYSTEM VERSIONING"_s);
    const QStringList older{at(m_now.addSecs(-4 * 3600)), u"UPDATE orders SET status = 'c2' WHERE id = 3"_s};
    VERIFY_OK(m_engine.emptyDatabase(databases.a));
    VERIFY_OK(m_engine.emptyDatabase(databases.b));
    const QStringList common{at(m_now.addSecs(-5 * 3600)),
                             u"CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, status varchar(20)) "
                             "WITH SYSTEM VERSIONING"_s,
                             u"INSERT INTO orders VALUES (3, 'c')"_s};
    runOnBoth(common + older);
    run(Side::A, {at(m_now.addSecs(-3600)), u"INSERT INTO orders VALUES (4, 'd')"_s});
    const auto found = versions(SystemVersions::Word::Unasked);
    VERIFY_OK(found);
    QCOMPARE(told(**found, {3, 4}), QStringList({u"3 c2"_s, u"4 -"_s}));
    QCOMPARE((*found)->limits(), QString());
}

void TestVersionsMariaDb::droppedPartitions_data()
{
    QTest::addColumn<QString>("partitions");
    QTest::addColumn<QString>("ofB"); // from whose history nothing was dropped: only partitions by time prove it
    const QString hour = m_now.addSecs(-6 * 3600).toString(u"yyyy-MM-dd HH:00:00"_s);
    QTest::newRow("by time") << u"PARTITION BY SYSTEM_TIME INTERVAL 1 HOUR STARTS TIMESTAMP'%1' PARTITIONS 8"_s.arg(
                                    hour)
                             << u"none"_s;
    QTest::newRow("by rows") << u"PARTITION BY SYSTEM_TIME LIMIT 100 PARTITIONS 8"_s << u"unknown"_s;
}

/// The person's word does not help where the server itself says that partitions went.
void TestVersionsMariaDb::droppedPartitions()
{
    QFETCH(QString, partitions);
    QFETCH(QString, ofB);
    play(u"WITH SYSTEM VERSIONING "_s + partitions);
    for (const QString &partition : {u"p0"_s, u"p1"_s, u"p2"_s, u"p3"_s, u"p4"_s, u"p5"_s})
        run(Side::A, {u"ALTER TABLE orders DROP PARTITION "_s + partition});
    const auto found = versions(SystemVersions::Word::Named);
    VERIFY_OK(found);
    QCOMPARE(told(**found, {1, 2, 4}), QStringList({u"1 touched none"_s, u"2 unknown none"_s, u"4 touched "_s + ofB}));
    QVERIFY2((*found)->limits().contains(u"partitions"_s), qPrintable((*found)->limits()));
}

/// Nothing is known of what was written while the clocks leave open which side of the split it lies on.
void TestVersionsMariaDb::clocksThatDiffer()
{
    play(u"WITH SYSTEM VERSIONING"_s);
    run(Side::A, {at(m_split.addSecs(3)), u"UPDATE orders SET status = 'near' WHERE id = 3"_s});
    const auto exact = versions(SystemVersions::Word::Named);
    VERIFY_OK(exact);
    QCOMPARE(told(**exact, {1, 3}), QStringList({u"1 a"_s, u"3 c"_s}));
    const auto unlike = versions(SystemVersions::Word::Named, std::chrono::seconds(5));
    VERIFY_OK(unlike);
    QCOMPARE(told(**unlike, {1, 3}), QStringList({u"1 a"_s, u"3 touched none"_s}));
}

/// Such tables know the past by commits, and have no times by which changes could be listed.
void TestVersionsMariaDb::numbersOfTransactions()
{
    runOnBoth({u"CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, status varchar(20), "
               "begun bigint unsigned GENERATED ALWAYS AS ROW START, done bigint unsigned GENERATED ALWAYS AS ROW END, "
               "PERIOD FOR SYSTEM_TIME (begun, done)) WITH SYSTEM VERSIONING"_s});
    const auto found = versions(SystemVersions::Word::Named);
    QVERIFY(!found); // made after the split
    QVERIFY2(found.error().message.contains(u"begin after the split"_s), qPrintable(found.error().message));
}

void TestVersionsMariaDb::ownNamesOfThePeriod()
{
    const QString period = u"CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, status varchar(20), "
                           "`from``here` timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE, "
                           "`to` timestamp(6) GENERATED ALWAYS AS ROW END INVISIBLE, "
                           "PERIOD FOR SYSTEM_TIME (`from``here`, `to`)) WITH SYSTEM VERSIONING"_s;
    runOnBoth({at(m_now.addSecs(-5 * 3600)), period, u"INSERT INTO orders (id, status) VALUES (1, 'a')"_s});
    run(Side::B, {at(m_now.addSecs(-3600)), u"UPDATE orders SET status = 'new' WHERE id = 1"_s});
    const auto found = versions(SystemVersions::Word::Named);
    VERIFY_OK(found);
    QCOMPARE(told(**found, {1}), QStringList({u"1 a"_s}));
    PerSide<RowFetcher> fetchers{RowFetcher(*m_connections.a, m_table, Version::A, {}),
                                 RowFetcher(*m_connections.b, m_table, Version::B, {})};
    const auto changes = (*found)->changes({&fetchers.a, &fetchers.b}, 10);
    QVERIFY(changes);
    QCOMPARE(must(changes->next()).size(), 1);
}

/// A server that is no replica proposes nothing, and its table of replicas can be asked; a user who may not ask is told
/// so, and the rest of the survey goes on.
void TestVersionsMariaDb::sourcesOfTheSplit()
{
    runOnBoth({u"CREATE TABLE orders (id bigint PRIMARY KEY)"_s});
    Project project;
    for (const Side side : bothSides)
        project.servers[side] = {must(m_engine.readerOf(databases[side])), {}, Role::Live};
    QCOMPARE(m_engine.run(databases.a, "GRANT SELECT ON * TO reader@'%';\n").exitCode, 0); // made anew for B
    project.since = m_split;
    const auto survey = surveyEvidence(project, nullptr, {}, {});
    VERIFY_OK(survey);
    QVERIFY(survey->splits.isEmpty());
    for (const QString &source : survey->splitsNotTold)
        QVERIFY2(source.startsWith(u"status of the replica of "_s), qPrintable(source));
    QCOMPARE(survey->splitsNotTold.size(), 2);
    for (const SplitSource &source : m_connections.a->dialect().past().splitSources())
        QCOMPARE(must(m_connections.a->query(source.query)).size(), 0);
}

void TestVersionsMariaDb::positionOfWrites()
{
    run(Side::A, {u"CREATE TABLE orders (id bigint PRIMARY KEY)"_s});
    const Past &past = m_connections.a->dialect().past();
    const QString before = past.readWritePosition(*m_connections.a);
    QVERIFY(!before.isEmpty());
    run(Side::A, {u"INSERT INTO orders VALUES (1)"_s});
    QVERIFY(past.readWritePosition(*m_connections.a) != before);
    run(Side::A, {u"CREATE TABLE notes (id bigint PRIMARY KEY) ENGINE = Aria"_s});
    QCOMPARE(past.readWritePosition(*m_connections.a), QString());
}

/// From the comparison to the undo, with no other baseline: cells of one row merged, one number given twice.
void TestVersionsMariaDb::mergedByVersionsAlone()
{
    const auto orders = u"SELECT concat_ws(' ', id, status, note) FROM orders ORDER BY id"_s;
    const auto rowsOf = [&](Side side) { return m_engine.run(databases[side], orders.toUtf8()).output.trimmed(); };
    runOnBoth({at(m_now.addSecs(-5 * 3600)),
               u"CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, status varchar(20), note varchar(20)) "
               "WITH SYSTEM VERSIONING"_s,
               u"INSERT INTO orders VALUES (1, 'a', '-'), (2, 'b', '-'), (3, 'c', '-')"_s});
    const QString later = at(m_now.addSecs(-3600));
    run(Side::A, {later, u"UPDATE orders SET status = 'new' WHERE id = 1"_s, u"DELETE FROM orders WHERE id = 2"_s,
                  u"INSERT INTO orders VALUES (4, 'of A', '-')"_s});
    run(Side::B,
        {later, u"UPDATE orders SET note = 'noted' WHERE id = 1"_s, u"UPDATE orders SET status = 'of B' WHERE id = 3"_s,
         u"INSERT INTO orders VALUES (4, 'of B', '-')"_s});
    const PerSide<QString> before{rowsOf(Side::A), rowsOf(Side::B)};
    const QTemporaryDir folder;
    const QString project = folder.filePath(u"shop.rejoin"_s);
    const QString bundle = folder.filePath(u"bundle"_s);
    const auto expect = [](int exit, const QStringList &arguments) {
        const CommandRun ran = rejoin(arguments);
        QVERIFY2(ran.exit == exit, text(ran).constData());
    };
    expect(0, {u"init"_s, project, u"--a"_s, must(m_engine.connection(databases.a).forDriver()), u"--b"_s,
               must(m_engine.connection(databases.b).forDriver()), u"--since"_s, m_split.toString(Qt::ISODateWithMs),
               u"--evidence"_s, u"*=system-versions"_s});
    expect(2, {u"compare"_s, project});
    expect(1, {u"resolve"_s, project, u"--accept-suggestions"_s});
    expect(0, {u"script"_s, project, u"--target"_s, u"both"_s, u"--out"_s, bundle});
    const QList<BundleTarget> targets = must(openBundle(bundle)).targets;
    for (const BundleTarget &target : targets)
        expect(0, {u"apply"_s, bundle, u"--approve"_s, target.mergeHash});
    for (const Side side : bothSides)
        QCOMPARE(rowsOf(side), u"1 new noted\n3 of B -\n4 of A -\n5 of B -"_s);
    expect(0, {u"verify"_s, project, u"--full"_s});
    for (const BundleTarget &target : targets)
        expect(0, {u"undo"_s, bundle, u"--approve"_s, target.undoHash});
    for (const Side side : bothSides)
        QCOMPARE(rowsOf(side), before[side]);
}

QTEST_GUILESS_MAIN(TestVersionsMariaDb)
#include "tst_versions_mariadb.moc"

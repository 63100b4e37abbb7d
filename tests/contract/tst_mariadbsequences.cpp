#include "tests/contract/mariadbengine.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include "diffcore/script/bundle.h"

#include <QTemporaryDir>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

/// Columns that ask a sequence of MariaDB for their numbers.
class TestMariaDbSequences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areGenerators();
    void numbersAreTaken();
    void collidingNumbersAreTwoRows();

private:
    MariaDbEngine m_engine;
    Workbench m_bench{m_engine, u"sequences"_s};
};

void TestMariaDbSequences::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(started.error().message));
    VERIFY_OK(started);
}

/// Their numbers are raised, and set back by the undo; one that takes other steps is none.
void TestMariaDbSequences::areGenerators()
{
    must(m_bench.open());
    m_bench.run({u"CREATE SEQUENCE `my ``numbers`"_s, u"CREATE SEQUENCE tens INCREMENT BY 10"_s,
                 u"CREATE TABLE t (id bigint NOT NULL DEFAULT NEXTVAL(`my ``numbers`) PRIMARY KEY, v text, "
                 "ten bigint DEFAULT NEXTVAL(tens))"_s,
                 u"INSERT INTO t (v) VALUES ('a')"_s});
    const Table table = m_bench.table(u"t"_s);
    QCOMPARE(table.columns[0].source, ValueSource::Generated);
    QCOMPARE(table.columns[2].source, ValueSource::Written);
    const auto state = [&] { return must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s)); };
    const GeneratorState stock{1000, 1}; // the numbers that the server holds ready count as given
    QCOMPARE(state(), stock);
    const QString before = m_bench.dump();
    for (const Workbench::Way way : {Workbench::Way::Client, Workbench::Way::Statements}) {
        ScriptDraft draft(m_bench.connection(), {&table});
        draft.insert(table, {{u"id"_s, Value::integer(5000)}},
                     {{u"v"_s, Value::text(u"b"_s)}, {u"ten"_s, Value::integer(1)}});
        draft.raise({.table = &table, .column = u"id"_s, .lastGiven = 5000, .before = 1000});
        must(m_bench.apply(draft.text(), way));
        QCOMPARE(state(), (GeneratorState{5000, 5000}));
        must(m_bench.apply(draft.undo().text(), way));
        QCOMPARE(state(), stock);
        QCOMPARE(m_bench.dump(), before);
        must(m_bench.apply(draft.text(), way));
        m_bench.run({u"INSERT INTO t (v) VALUES ('c')"_s});
        QCOMPARE(state().highest, std::optional<qint64>(5001));
        m_bench.run({u"DELETE FROM t WHERE id >= 5000"_s, u"ALTER SEQUENCE `my ``numbers` RESTART 1001"_s,
                     u"ALTER SEQUENCE tens RESTART 10001"_s});
    }
}

/// Each once, above what was asked for, and the sequence goes on behind them.
void TestMariaDbSequences::numbersAreTaken()
{
    must(m_bench.open());
    m_bench.run({u"CREATE SEQUENCE numbers"_s,
                 u"CREATE TABLE t (id bigint NOT NULL DEFAULT NEXTVAL(numbers) PRIMARY KEY, v text)"_s,
                 u"INSERT INTO t (v) VALUES ('a')"_s});
    const Table table = m_bench.table(u"t"_s);
    const NumberStatements take =
        m_bench.dialect().takeNumbers({.table = &table, .column = u"id"_s, .above = 5000, .count = 20});
    for (const QString &statement : take.begin)
        must(m_bench.connection().execute(statement));
    const TextRows runs = must(m_bench.connection().query(take.take));
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0][0], std::optional<QByteArray>("5001"));
    QCOMPARE(runs[0][1], std::optional<QByteArray>("5020"));
    m_bench.run({u"INSERT INTO t (v) VALUES ('b')"_s});
    QCOMPARE(must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s)).highest,
             std::optional<qint64>(5021));
}

/// Both servers gave out number 2: one row moves above the numbers that the servers hold ready.
void TestMariaDbSequences::collidingNumbersAreTwoRows()
{
    const QTemporaryDir folder;
    QStringList init{u"init"_s, folder.filePath(u"s.rejoin"_s)};
    for (const QString &side : {u"baseline"_s, u"a"_s, u"b"_s}) {
        Workbench bench(m_engine, u"sequences_"_s + side);
        must(bench.open());
        bench.run({u"CREATE SEQUENCE numbers"_s,
                   u"CREATE TABLE t (id bigint NOT NULL DEFAULT NEXTVAL(numbers) PRIMARY KEY, v varchar(20))"_s,
                   u"INSERT INTO t (v) VALUES ('old')"_s});
        if (side != "baseline"_L1)
            bench.run({u"INSERT INTO t (v) VALUES ('of %1')"_s.arg(side)});
        init += {u"--"_s + side, m_engine.connection(bench.database()).saved()};
    }
    const QString bundle = folder.filePath(u"bundle"_s);
    EXPECT_EXIT(rejoin(init), 0);
    EXPECT_EXIT(rejoin({u"compare"_s, init[1]}), 2);
    EXPECT_EXIT(rejoin({u"resolve"_s, init[1], u"--accept-suggestions"_s}), 1);
    EXPECT_EXIT(rejoin({u"script"_s, init[1], u"--target"_s, u"both"_s, u"--out"_s, bundle}), 0);
    for (const BundleTarget &target : must(openBundle(bundle)).targets)
        EXPECT_EXIT(rejoin({u"apply"_s, bundle, u"--approve"_s, target.mergeHash}), 0);
    EXPECT_EXIT(rejoin({u"verify"_s, init[1], u"--full"_s}), 0);
    for (const QString &side : {u"a"_s, u"b"_s}) {
        Workbench bench(m_engine, u"sequences_"_s + side);
        must(bench.reopen());
        bench.run({u"INSERT INTO t (v) VALUES ('next')"_s});
        const auto rows = must(bench.connection().query(u"SELECT id, v FROM t ORDER BY id"_s));
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[3][1], std::optional<QByteArray>("next"));
        QVERIFY(rows[2][0]->toLongLong() > 1000);
    }
}

QTEST_GUILESS_MAIN(TestMariaDbSequences)
#include "tst_mariadbsequences.moc"

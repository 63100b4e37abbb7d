#include "tests/support/commandline.h"
#include "tests/support/sqlitefile.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// How the past is known, by the commands of a person: checkpoint, init, check, compare.
class TestPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCheckpointStandsForTheBaseline();
    void checkpointsThatAreNoneEndWithTen_data();
    void checkpointsThatAreNoneEndWithTen();
    void evidenceIsOfferedAndChosen();
    void changesAloneAreNotCalledConverged();
    void usage_data();
    void usage();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] static QString sqlite(const SqliteFile &file) { return u"Driver=SQLite3;Database="_s + file.path(); }
    [[nodiscard]] CommandRun initialise(const QString &name, const QStringList &more) const
    {
        return rejoin(QStringList{u"init"_s, path(name), u"--a"_s, sqlite(*m_a), u"--b"_s, sqlite(*m_b)} + more);
    }
    [[nodiscard]] CommandRun takeCheckpoint(const QStringList &more = {}) const;
    [[nodiscard]] static QJsonObject ordersOf(const CommandRun &run) { return run.json()[u"tables"_s][0].toObject(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteFile> m_common;
    std::unique_ptr<SqliteFile> m_a;
    std::unique_ptr<SqliteFile> m_b;
};

void TestPast::init()
{
    const QStringList common{
        u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY AUTOINCREMENT, status TEXT, updated_at TEXT)"_s,
        u"INSERT INTO orders VALUES (1, 'open', '2026-11-20 09:00'), (2, 'open', '2026-11-20 09:00'),"
        "(3, 'open', '2026-11-20 09:00')"_s};
    m_folder = std::make_unique<QTemporaryDir>();
    m_common = std::make_unique<SqliteFile>(common);
    m_a = std::make_unique<SqliteFile>(
        common +
        QStringList{u"UPDATE orders SET status = 'paid', updated_at = '2026-11-22 10:05' WHERE order_id = 1"_s});
    m_b = std::make_unique<SqliteFile>(common + QStringList{u"DELETE FROM orders WHERE order_id = 3"_s});
}

CommandRun TestPast::takeCheckpoint(const QStringList &more) const
{
    const CommandRun made = rejoin({u"init"_s, path(u"split.rejoin"_s), u"--a"_s, sqlite(*m_common), u"--b"_s,
                                    sqlite(*m_b), u"--since"_s, u"2026-11-22T10:00Z"_s});
    if (made.exit != 0)
        return made;
    return rejoin(QStringList{u"checkpoint"_s, path(u"split.rejoin"_s), u"--side"_s, u"a"_s, u"--out"_s,
                              path(u"split.checkpoint"_s)} +
                  more);
}

void TestPast::aCheckpointStandsForTheBaseline()
{
    for (const QStringList &how : {QStringList(), QStringList{u"--hashes-only"_s}}) {
        init();
        const CommandRun taken = takeCheckpoint(how + QStringList{u"--json"_s});
        EXPECT_EXIT(taken, 0);
        QCOMPARE(taken.json()[u"rows"_s].toInt(), 3);
        const QStringList checkpoint{u"--checkpoint"_s, path(u"split.checkpoint"_s)};
        EXPECT_EXIT(initialise(u"doubtful.rejoin"_s, checkpoint), 0);
        const CommandRun late = rejoin({u"compare"_s, path(u"doubtful.rejoin"_s), u"--json"_s});
        EXPECT_EXIT(late, 2);
        QVERIFY(ordersOf(late)[u"limits"_s].toString().contains(u"after the split"_s));
        EXPECT_EXIT(initialise(u"later.rejoin"_s, checkpoint + QStringList{u"--evidence"_s, u"*=checkpoint"_s}), 0);
        const CommandRun compared = rejoin({u"compare"_s, path(u"later.rejoin"_s), u"--json"_s});
        EXPECT_EXIT(compared, 1);
        QCOMPARE(compared.json()[u"since"_s].toString(), u"2026-11-22T10:00:00Z"_s);
        const QJsonObject outcomes = ordersOf(compared)[u"outcomes"_s].toObject();
        QCOMPARE(outcomes[u"OnlyA"_s].toInt(), 1);
        QCOMPARE(outcomes[u"OnlyB"_s].toInt(), 1);
        QVERIFY(ordersOf(compared)[u"evidence"_s].toString().startsWith(u"checkpoint"_s));
    }
}

void TestPast::checkpointsThatAreNoneEndWithTen_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << u"missing"_s << u"there is no checkpoint"_s;
    QTest::newRow("text") << u"text"_s << u"is not a checkpoint of Rejoin"_s;
    QTest::newRow("damaged") << u"damaged"_s << u"is damaged"_s;
    QTest::newRow("cut off") << u"cut"_s << u"is not finished or is cut off"_s;
}

void TestPast::checkpointsThatAreNoneEndWithTen()
{
    QFETCH(QString, kind);
    QFETCH(QString, message);
    EXPECT_EXIT(takeCheckpoint(), 0);
    EXPECT_EXIT(initialise(u"later.rejoin"_s, {u"--checkpoint"_s, path(u"split.checkpoint"_s)}), 0);
    QFile file(path(u"split.checkpoint"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    if (kind == u"missing"_s)
        QVERIFY(file.remove());
    if (kind == u"text"_s)
        bytes = "order_id,status\n1,open\n";
    else if (kind == u"damaged"_s)
        bytes[40] = char(bytes[40] ^ 1);
    else if (kind == u"cut"_s)
        bytes.chop(20);
    if (kind != u"missing"_s) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
    }
    for (const QStringList &command : {QStringList{u"compare"_s}, QStringList{u"check"_s}}) {
        const CommandRun run = rejoin(command + QStringList{path(u"later.rejoin"_s)});
        EXPECT_EXIT(run, 10);
        QVERIFY2(run.err.contains(message), text(run).constData());
    }
    EXPECT_EXIT(initialise(u"again.rejoin"_s, {u"--checkpoint"_s, file.fileName()}), 10);
}

void TestPast::evidenceIsOfferedAndChosen()
{
    EXPECT_EXIT(initialise(u"shop.rejoin"_s, {u"--since"_s, u"2026-11-22T10:00Z"_s}), 0);
    const CommandRun said = rejoin({u"check"_s, path(u"shop.rejoin"_s)});
    EXPECT_EXIT(said, 0);
    QVERIFY2(said.out.contains(u"--evidence TABLES=timestamp:updated_at"_s), text(said).constData());
    const CommandRun offered = rejoin({u"check"_s, path(u"shop.rejoin"_s), u"--json"_s});
    QCOMPARE(ordersOf(offered)[u"evidence"_s].toString(), u"none"_s);
    QHash<QString, QJsonObject> offers;
    for (const QJsonValue &offer : ordersOf(offered)[u"evidenceOffers"_s].toArray())
        offers.insert(offer[u"means"_s].toString(), offer.toObject());
    QVERIFY(offers[u"none"_s][u"chosen"_s].toBool());
    const QString why = u"There is no baseline, so nothing tells who changed a row."_s;
    QCOMPARE(offers[u"none"_s][u"limits"_s].toString(), why); // nobody chose to use none
    QVERIFY2(said.out.contains(u"\n  orders: none: %1\n"_s.arg(why)), text(said).constData());
    QVERIFY(offers[u"timestamp:updated_at"_s][u"limits"_s].toString().contains(u"not who deleted"_s));
    QVERIFY(offers[u"commit-timestamps"_s][u"whyNot"_s].toString().contains(u"SQLite"_s));
    QVERIFY(!offers[u"baseline"_s][u"whyNot"_s].toString().isEmpty());

    EXPECT_EXIT(initialise(u"timed.rejoin"_s,
                           {u"--since"_s, u"2026-11-22T10:00Z"_s, u"--evidence"_s, u"orders=timestamp:updated_at"_s}),
                0);
    const CommandRun chosen = rejoin({u"check"_s, path(u"timed.rejoin"_s), u"--json"_s});
    QCOMPARE(ordersOf(chosen)[u"evidence"_s].toString(), u"timestamp column updated_at"_s);

    const std::pair<QString, QString> cases[]{
        {u"orders=none"_s, u"none: The person chose to use none."_s},
        {u"orders=commit-timestamps"_s, u"none: The evidence that the project names cannot be used: "_s}};
    for (const auto &[evidence, words] : cases) {
        const QString project = evidence.section(u'=', 1) + u".rejoin"_s;
        EXPECT_EXIT(initialise(project, {u"--since"_s, u"2026-11-22T10:00Z"_s, u"--evidence"_s, evidence}), 0);
        const CommandRun named = rejoin({u"check"_s, path(project)});
        QVERIFY2(named.out.contains(words), text(named).constData());
    }
}

void TestPast::changesAloneAreNotCalledConverged()
{
    m_a->run(u"UPDATE orders SET status = 'open', updated_at = '2026-11-20 09:00' WHERE order_id = 1"_s);
    EXPECT_EXIT(initialise(u"timed.rejoin"_s,
                           {u"--since"_s, u"2026-11-22T10:00Z"_s, u"--evidence"_s, u"*=timestamp:updated_at"_s}),
                0);
    const CommandRun changes = rejoin({u"compare"_s, path(u"timed.rejoin"_s), u"--json"_s});
    EXPECT_EXIT(changes, 0);
    QCOMPARE(changes.json()[u"converged"_s].toBool(true), false);
    QCOMPARE(ordersOf(changes)[u"extent"_s].toString(), u"changes"_s);
    const CommandRun words = rejoin({u"compare"_s, path(u"timed.rejoin"_s)});
    QVERIFY2(words.out.contains(u"--full"_s) && !words.out.contains(u"Converged"_s), text(words).constData());
    const CommandRun full = rejoin({u"compare"_s, path(u"timed.rejoin"_s), u"--full"_s, u"--json"_s});
    EXPECT_EXIT(full, 2);
    QCOMPARE(ordersOf(full)[u"outcomes"_s][u"MissingUnknown"_s].toInt(), 1);
    QVERIFY(ordersOf(full)[u"findings"_s][0].toString().contains(u"missing on one side: 1;"_s));
}

void TestPast::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no side") << QStringList{u"checkpoint"_s, u"split.rejoin"_s, u"--out"_s, u"x.checkpoint"_s};
    QTest::newRow("no file") << QStringList{u"checkpoint"_s, u"split.rejoin"_s, u"--side"_s, u"a"_s};
    QTest::newRow("another suffix") << QStringList{u"checkpoint"_s, u"split.rejoin"_s, u"--side"_s,
                                                   u"a"_s,          u"--out"_s,        u"x.sqlite"_s};
    QTest::newRow("two baselines") << QStringList{u"init"_s,  u"x.rejoin"_s,     u"--baseline"_s,
                                                  u"DSN=x"_s, u"--checkpoint"_s, u"x.checkpoint"_s};
    QTest::newRow("no such evidence") << QStringList{u"init"_s, u"x.rejoin"_s, u"--evidence"_s, u"orders=guess"_s};
    QTest::newRow("schema of nothing") << QStringList{u"init"_s, u"x.rejoin"_s, u"--baseline-schema"_s, u"before"_s};
}

void TestPast::usage()
{
    QFETCH(QStringList, arguments);
    EXPECT_EXIT(takeCheckpoint(), 0);
    arguments[1] = path(arguments[1]);
    if (arguments.first() == u"init"_s)
        arguments += {u"--a"_s, sqlite(*m_a), u"--b"_s, sqlite(*m_b)};
    const CommandRun run = rejoin(arguments);
    EXPECT_EXIT(run, 10);
    QVERIFY(!run.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestPast)
#include "tst_past.moc"

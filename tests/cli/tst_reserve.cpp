#include "tests/support/commandline.h"
#include "tests/support/demomerge.h"
#include "tests/support/sqliteshell.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

namespace {

QJsonObject tableOf(const CommandRun &run, const QString &name)
{
    for (const auto &table : run.json().value("tables"_L1).toArray()) {
        if (table.toObject().value("table"_L1) == name)
            return table.toObject();
    }
    return {};
}

} // namespace

/// Numbers of new keys that are set aside on a server in use.
class TestReserve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatItWouldDo();
    void needsItsConfirmation_data();
    void needsItsConfirmation();
    void newKeysComeFromTheBlock();
    void withoutItTheGuardStops();
    void theOtherServerHoldsThemBackToo();
    void numbersThatWereUsedAreForgotten();

private:
    /// Exit 13: customers and employees have keys that SQLite keeps no count for.
    [[nodiscard]] CommandRun reserve(const QString &side, const QString &label) const;
    [[nodiscard]] qint64 generator(Side side) const;
    void order(Side side) const; ///< the application takes one

    std::unique_ptr<DemoMerge> m_merge;
};

void TestReserve::init()
{
    m_merge = std::make_unique<DemoMerge>();
    REQUIRE(m_merge->make());
    REQUIRE(m_merge->decide());
}

CommandRun TestReserve::reserve(const QString &side, const QString &label) const
{
    return rejoin({u"reserve"_s, m_merge->files().project, u"--target"_s, side, u"--confirm"_s, label, u"--json"_s});
}

qint64 TestReserve::generator(Side side) const
{
    return runSqlite(m_merge->database(side), "SELECT seq FROM sqlite_sequence WHERE name = 'orders';\n")
        .output.trimmed()
        .toLongLong();
}

void TestReserve::order(Side side) const
{
    const ClientRun run = runSqlite(m_merge->database(side),
                                    "INSERT INTO orders (customer_id, status, ordered_at, updated_at)\n"
                                    "  SELECT customer_id, status, ordered_at, updated_at FROM orders LIMIT 1;\n");
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
}

void TestReserve::saysWhatItWouldDo()
{
    const QStringList before = content(m_merge->database(Side::A));
    const CommandRun run = rejoin({u"reserve"_s, m_merge->files().project, u"--target"_s, u"a"_s, u"--preview"_s});
    EXPECT_EXIT(run, 0);
    QVERIFY2(run.out.contains(u"orders: 20 numbers would be taken out of the generator of A · PRD01 (live)."_s),
             text(run).constData());
    QCOMPARE(content(m_merge->database(Side::A)), before);
}

void TestReserve::needsItsConfirmation_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << QStringList{u"--target"_s, u"a"_s} << u"add --confirm PRD01"_s;
    QTest::newRow("of the other server") << QStringList{u"--target"_s, u"a"_s, u"--confirm"_s, u"PRD02"_s}
                                         << u"names 'PRD02', but the target is A · PRD01 (live)"_s;
    QTest::newRow("both") << QStringList{u"--target"_s, u"both"_s, u"--confirm"_s, u"PRD01"_s}
                          << u"one server at a time"_s;
}

void TestReserve::needsItsConfirmation()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const QStringList before = content(m_merge->database(Side::A));
    const CommandRun run = rejoin(QStringList{u"reserve"_s, m_merge->files().project} + arguments);
    EXPECT_EXIT(run, 10);
    QVERIFY2(run.err.contains(says), text(run).constData());
    QCOMPARE(run.err.count(u'\n'), 1);
    QCOMPARE(content(m_merge->database(Side::A)), before);
}

void TestReserve::newKeysComeFromTheBlock()
{
    order(Side::A); // since the comparison: the block lies beyond it
    const qint64 given = generator(Side::A);
    const CommandRun run = reserve(u"a"_s, u"PRD01"_s);
    EXPECT_EXIT(run, 13);
    const QJsonObject orders = tableOf(run, u"orders"_s);
    QVERIFY(tableOf(run, u"customers"_s).value("whyNot"_L1).toString().startsWith(u"the server keeps no count"_s));
    const QJsonObject block = orders.value("taken"_L1).toArray().first().toObject();
    QCOMPARE(orders.value("collisions"_L1).toInteger(), 20);
    QVERIFY(block.value("first"_L1).toInteger() > given);
    QCOMPARE(block.value("last"_L1).toInteger() - block.value("first"_L1).toInteger(), 19);
    QCOMPARE(generator(Side::A), block.value("last"_L1).toInteger());

    const CommandRun again = reserve(u"a"_s, u"PRD01"_s);
    EXPECT_EXIT(again, 13);
    QCOMPARE(tableOf(again, u"orders"_s).value("taken"_L1).toArray(), QJsonArray());
    QCOMPARE(generator(Side::A), block.value("last"_L1).toInteger());
    const CommandRun status = rejoin({u"status"_s, m_merge->files().project});
    const QString held = u"orders: 20 numbers are reserved on A: %1 to %2"_s.arg(block.value("first"_L1).toInteger())
                             .arg(block.value("last"_L1).toInteger());
    QVERIFY2(status.out.contains(held), text(status).constData());

    order(Side::A); // and now it may come: its number is none of these
    REQUIRE(m_merge->script());
    REQUIRE(m_merge->carryOut(u"apply"_s));
    const QByteArray between = "SELECT count(*) FROM orders WHERE order_id BETWEEN %1 AND %2;\n";
    const QString query =
        QString::fromLatin1(between).arg(block.value("first"_L1).toInteger()).arg(block.value("last"_L1).toInteger());
    for (const Side side : bothSides)
        QCOMPARE(runSqlite(m_merge->database(side), query.toUtf8()).output.trimmed(), u"20"_s);
    EXPECT_EXIT(rejoin({u"verify"_s, m_merge->files().project}), 0);
    REQUIRE(m_merge->carryOut(u"undo"_s));
}

/// What a reservation is for: the same two orders of the application, and no reserved block.
void TestReserve::withoutItTheGuardStops()
{
    order(Side::A);
    order(Side::A);
    REQUIRE(m_merge->script());
    const CommandRun run =
        rejoin({u"apply"_s, m_merge->bundle(), u"--approve"_s, m_merge->hash(Side::A, u"merge.sql"_s)});
    EXPECT_EXIT(run, 3);
}

void TestReserve::theOtherServerHoldsThemBackToo()
{
    EXPECT_EXIT(reserve(u"a"_s, u"PRD01"_s), 13);
    const qint64 last = generator(Side::A);
    EXPECT_EXIT(reserve(u"b"_s, u"PRD02"_s), 13);
    QVERIFY(generator(Side::B) > last);
    const CommandRun status = rejoin({u"status"_s, m_merge->files().project});
    QVERIFY2(status.out.contains(u"reserved on A and B: "_s), text(status).constData());
    EXPECT_EXIT(reserve(u"a"_s, u"PRD01"_s), 13);
    QCOMPARE(generator(Side::A), last);
}

void TestReserve::numbersThatWereUsedAreForgotten()
{
    EXPECT_EXIT(reserve(u"a"_s, u"PRD01"_s), 13);
    REQUIRE(m_merge->script());
    REQUIRE(m_merge->carryOut(u"apply"_s));
    EXPECT_EXIT(rejoin({u"compare"_s, m_merge->files().project}), 0);
    const CommandRun status = rejoin({u"status"_s, m_merge->files().project, u"--json"_s});
    QCOMPARE(status.json().value("reserved"_L1).toArray(), QJsonArray());
}

QTEST_GUILESS_MAIN(TestReserve)
#include "tst_reserve.moc"

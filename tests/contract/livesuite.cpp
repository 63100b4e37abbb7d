#include "tests/contract/livesuite.h"

#include "diffcore/script/bundle.h"
#include "tests/contract/orderwriter.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QElapsedTimer>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Rejoin::Testing {

namespace {

constexpr int orders = 300;    // before the split
constexpr int plannedRows = 9; // B changed or deleted the first of them
constexpr int ofB = 10;        // orders that B took, far above those of A
constexpr qint64 firstOfB = 500001;
constexpr int mostTurns = 20;

const PerVersion<QString> databases{u"live_base"_s, u"live_a"_s, u"live_b"_s};

QStringList changesOfB()
{
    QStringList changes{u"UPDATE orders SET status = 'paid' WHERE order_id <= 5"_s,
                        u"DELETE FROM orders WHERE order_id BETWEEN 6 AND %1"_s.arg(plannedRows)};
    for (int number = 0; number < ofB; ++number)
        changes += u"INSERT INTO orders (order_id, status, note) VALUES (%1, 'of B', 'b')"_s.arg(firstOfB + number);
    return changes;
}

} // namespace

LiveSuite::LiveSuite(ContractEngine &engine)
    : m_engine(engine)
{
}

void LiveSuite::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(m_engine.title() + u": "_s + started.error().message));
    VERIFY_OK(started);
}

void LiveSuite::makeShop(const QString &database, const QStringList &changes)
{
    Workbench bench(m_engine, database);
    must(bench.open());
    bench.run({u"CREATE TABLE orders (order_id {generated key}, status {text} NOT NULL, note {text})"_s});
    const QStringList rows(orders, u"('open', 'old')"_s);
    bench.run({u"INSERT INTO orders (status, note) VALUES "_s + rows.join(u", "_s)});
    bench.run(changes);
}

int LiveSuite::mergeOnce()
{
    const CommandRun compared = rejoin({u"compare"_s, m_project});
    m_bundle = m_folder.filePath(u"bundle"_s);
    const CommandRun written = rejoin({u"script"_s, m_project, u"--target"_s, u"a"_s, u"--out"_s, m_bundle});
    if (compared.exit != 1 || written.exit != 0) {
        QTest::qFail((text(compared) + text(written)).constData(), __FILE__, __LINE__);
        return -1;
    }
    const auto bundle = must(openBundle(m_bundle));
    m_undo = bundle.targets.first().undoHash;
    const CommandRun applied = rejoin({u"apply"_s, m_bundle, u"--approve"_s, bundle.targets.first().mergeHash});
    m_said = applied.out + applied.err;
    return applied.exit;
}

void LiveSuite::expectAccount(OrderWriter &writer, bool merged) const
{
    const OrderWriter::Pause pause(writer); // nothing moves while it is counted
    const auto connection = must(Connection::open(m_engine.connection(databases.a), {.label = u"A"_s}));
    QHash<QByteArray, int> inserted;
    QHash<qint64, QByteArray> notes;
    qint64 foundOfB = 0;
    for (const auto &row : must(connection->query(u"SELECT order_id, status, note FROM orders"_s))) {
        const qint64 id = row[0]->toLongLong();
        notes.insert(id, *row[2]);
        if (*row[1] == "app")
            ++inserted[*row[2]];
        if (*row[1] == "of B")
            ++foundOfB;
    }
    QCOMPARE(foundOfB, merged ? ofB : 0);
    QCOMPARE(inserted.size(), writer.inserted().size());
    for (const QByteArray &note : writer.inserted())
        QVERIFY2(inserted.value(note) == 1, note.constData());
    for (const auto [id, note] : writer.updated().asKeyValueRange())
        QVERIFY2(notes.value(id) == note, (QByteArray::number(id) + ": " + notes.value(id)).constData());
}

void LiveSuite::nothingOfTheApplicationIsLost()
{
    makeShop(databases.baseline, {});
    makeShop(databases.a, {});
    makeShop(databases.b, changesOfB());
    m_project = m_folder.filePath(u"live.rejoin"_s);
    const auto text = [this](const QString &database) { return m_engine.connection(database).saved(); };
    EXPECT_EXIT(rejoin({u"init"_s, m_project, u"--a"_s, text(databases.a), u"--b"_s, text(databases.b), u"--baseline"_s,
                        text(databases.baseline)}),
                0);
    QElapsedTimer timer;
    timer.start();
    EXPECT_EXIT(rejoin({u"compare"_s, m_project}), 1);
    // A row that the application writes again between comparison and script stops the script: on a slow server the
    // application is slow, too, so that it takes several merges' time to come round.
    const auto pause = std::max(5ms, std::chrono::milliseconds(timer.elapsed() / 25));
    OrderWriter writer(m_engine.connection(databases.a), plannedRows + 1, orders, pause);

    // The application pays an order that the script would write: the script stops, and nothing of it stays.
    EXPECT_EXIT(rejoin({u"compare"_s, m_project}), 1);
    const QString early = m_folder.filePath(u"early"_s);
    EXPECT_EXIT(rejoin({u"script"_s, m_project, u"--target"_s, u"a"_s, u"--out"_s, early}), 0);
    writer.update(1);
    const CommandRun refused =
        rejoin({u"apply"_s, early, u"--approve"_s, must(openBundle(early)).targets.first().mergeHash});
    EXPECT_EXIT(refused, 3);
    QVERIFY2(refused.err.contains(u"orders order_id=1"_s), Testing::text(refused).constData());
    expectAccount(writer, false);

    int exit = 3;
    for (int turn = 0; exit == 3 && turn < mostTurns; ++turn)
        exit = mergeOnce();
    QVERIFY2(exit == 0, qPrintable(m_said));
    expectAccount(writer, true);
    writer.waitForMore(20); // numbers that the raised generator gives out

    const CommandRun undone = rejoin({u"undo"_s, m_bundle, u"--approve"_s, m_undo});
    EXPECT_EXIT(undone, 0);
    writer.waitForMore(20);
    writer.stop();
    expectAccount(writer, false);
    QCOMPARE(writer.failures(), QStringList());
    qInfo("%s: %lld orders inserted, %lld updated meanwhile", qPrintable(m_engine.title()),
          static_cast<long long>(writer.inserted().size()), static_cast<long long>(writer.updates()));
}

} // namespace Rejoin::Testing

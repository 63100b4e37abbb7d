#include "tests/contract/contractsuite.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

QList<qint64> numbersOf(const TextRows &runs)
{
    QList<qint64> numbers;
    for (const auto &run : runs) {
        const qint64 step = run[2]->toLongLong();
        for (qint64 number = run[0]->toLongLong(); number <= run[1]->toLongLong(); number += step)
            numbers += number;
    }
    return numbers;
}

QList<qint64> take(Connection &connection, const NumberRequest &request)
{
    const NumberStatements statements = connection.dialect().takeNumbers(request);
    for (const QString &statement : statements.begin)
        must(connection.execute(statement));
    const QList<qint64> numbers = numbersOf(must(connection.query(statements.take)));
    for (const QString &statement : statements.end)
        must(connection.execute(statement));
    return numbers;
}

} // namespace

void ContractSuite::numbersAreTaken_data()
{
    QTest::addColumn<qint64>("above");
    QTest::newRow("from where it stands") << qint64(0);
    QTest::newRow("a short way up") << qint64(7);
    QTest::newRow("a long way up") << qint64(5000);
}

/// They lie above, each once, and the next row gets a number beyond them.
void ContractSuite::numbersAreTaken()
{
    QFETCH(qint64, above);
    m_bench.run({u"CREATE TABLE t (id {generated key}, v {text})"_s, u"INSERT INTO t (v) VALUES ('a')"_s});
    const Table table = m_bench.table(u"t"_s);
    NumberRequest request{.table = &table, .column = u"id"_s, .above = above, .count = 3};
    const QList<qint64> numbers = take(m_bench.connection(), request);
    const qint64 first = std::max<qint64>(above, 1) + 1;
    QCOMPARE(numbers, (QList<qint64>{first, first + 1, first + 2}));
    const auto next = must(m_bench.another());
    must(next->execute(m_engine.spoken(u"INSERT INTO t (v) VALUES ('b')"_s)));
    const auto state = must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s));
    QCOMPARE(state.highest, std::optional(first + 3));
    request.above = 0; // it never goes back
    QVERIFY(take(m_bench.connection(), request).first() > first + 3);
}

/// An application inserts all the while: no number is given to it that was taken, and it meets no error.
void ContractSuite::numbersAreTakenBesideOthers()
{
    m_bench.run({u"CREATE TABLE t (id {generated key}, v {text})"_s, u"INSERT INTO t (v) VALUES ('a')"_s});
    const Table table = m_bench.table(u"t"_s);
    std::atomic_bool stop = false;
    std::atomic_int inserted = 0;
    QStringList failures;
    std::thread application([&] {
        const auto connection = m_bench.another();
        while (connection && !stop) {
            const auto done = (*connection)->execute(u"INSERT INTO t (v) VALUES ('app')"_s);
            if (!done)
                failures += describe(done.error());
            ++inserted;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    QList<qint64> taken;
    for (int turn = 0; turn < 20; ++turn)
        taken += take(m_bench.connection(), {.table = &table, .column = u"id"_s, .above = 100, .count = 10});
    while (inserted < 20 && failures.isEmpty())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    stop = true;
    application.join();
    QCOMPARE(failures, QStringList());
    QSet<qint64> seen(taken.begin(), taken.end());
    QCOMPARE(seen.size(), taken.size());
    for (const Row &row : m_bench.rows(table))
        QVERIFY2(!seen.contains(row[0].toInteger().value_or(0)), qPrintable(row[0].toText()));
}

} // namespace Rejoin::Testing

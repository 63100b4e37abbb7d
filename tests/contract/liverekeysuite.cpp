#include "tests/contract/liverekeysuite.h"

#include "diffcore/script/bundle.h"
#include "tests/contract/orderwriter.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Rejoin::Testing {

namespace {

constexpr int fewestOrders = 400;
constexpr int ordersPerCollision = 20;
constexpr int changedByB = 5; // the first orders
constexpr int mostTurns = 20;
constexpr int rowsPerStatement = 500;

int ordersWanted()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("REJOIN_TEST_REKEY_ORDERS", &isNumber);
    return isNumber && wanted > ordersPerCollision ? wanted : fewestOrders;
}

BundleTarget targetOf(const QString &bundle, Side side)
{
    const QList<BundleTarget> targets = must(openBundle(bundle)).targets;
    const auto found = std::ranges::find(targets, side, &BundleTarget::side);
    return found == targets.end() ? BundleTarget() : *found;
}

/// What a command took and how it ended.
class Watch
{
public:
    explicit Watch(const char *what)
        : m_what(what)
    {
        m_timer.start();
    }
    ~Watch() { qInfo("  %-10s %6.2f s", m_what, double(m_timer.elapsed()) / 1000.0); }

private:
    const char *m_what;
    QElapsedTimer m_timer;
};

CommandRun watched(const char *what, const QStringList &arguments)
{
    const Watch watch(what);
    return rejoin(arguments);
}

} // namespace

void LiveRekeySuite::insert(Version version, const QString &table, const QStringList &rows)
{
    QStringList statements;
    for (qsizetype start = 0; start < rows.size(); start += rowsPerStatement)
        statements += u"INSERT INTO %1 VALUES %2"_s.arg(table, rows.mid(start, rowsPerStatement).join(u", "_s));
    run(version, statements);
}

void LiveRekeySuite::makeShop()
{
    QStringList orders;
    QStringList lines;
    QStringList payments;
    QStringList shipments;
    for (int id = 1; id <= m_orders; ++id) {
        orders += u"('old', 'n%1')"_s.arg(id);
        for (int line = 1; line <= 2; ++line)
            lines += u"(%1, %2, 'p%3', 1)"_s.arg(id).arg(line).arg(id % 50);
        payments += u"(%1, 10)"_s.arg(id);
        if (id % 10 == 0)
            shipments += u"(%1)"_s.arg(id);
    }
    for (const Version version : allVersions) {
        run(version,
            {u"CREATE TABLE orders (order_id {generated key}, status {text} NOT NULL, note {text}, replaces "
             u"{reference} "
             "NULL REFERENCES orders (order_id))"_s,
             u"CREATE TABLE order_lines (order_id {reference} NOT NULL REFERENCES orders (order_id), line {integer} "
             u"NOT "
             "NULL, product {text}, qty {integer}, PRIMARY KEY (order_id, line))"_s,
             u"CREATE TABLE payments (payment_id {generated key}, order_id {reference} NOT NULL REFERENCES orders "
             "(order_id), amount {integer})"_s,
             u"CREATE TABLE shipments (shipment_id {generated key}, order_no {reference})"_s});
        insert(version, u"orders (status, note)"_s, orders);
        insert(version, u"order_lines"_s, lines);
        insert(version, u"payments (order_id, amount)"_s, payments);
        insert(version, u"shipments (order_no)"_s, shipments);
    }
}

/// The servers give out the same numbers: line 1 and the payment are equal by chance, each order but the first replaces
/// the one before it.
void LiveRekeySuite::addOrders(Version version, const QString &whose)
{
    QStringList orders;
    QStringList lines;
    QStringList payments;
    QStringList shipments;
    for (int number = 1; number <= m_collisions; ++number) {
        const int id = m_orders + number;
        const QString replaces = number == 1 ? u"NULL"_s : QString::number(id - 1);
        orders += u"('of %2', '%2%1', %3)"_s.arg(id).arg(whose, replaces);
        lines += u"(%1, 1, 'bolt', 1)"_s.arg(id);
        lines += u"(%1, 2, 'of %2', 2)"_s.arg(id).arg(whose);
        payments += u"(%1, 10)"_s.arg(id);
        shipments += u"(%1)"_s.arg(id);
    }
    insert(version, u"orders (status, note, replaces)"_s, orders);
    insert(version, u"order_lines"_s, lines);
    insert(version, u"payments (order_id, amount)"_s, payments);
    insert(version, u"shipments (order_no)"_s, shipments);
}

int LiveRekeySuite::mergeIntoA()
{
    const CommandRun compared = watched("compare", {u"compare"_s, m_project});
    const CommandRun resolved =
        compared.exit == 2 ? watched("resolve", {u"resolve"_s, m_project, u"--accept-suggestions"_s}) : compared;
    const CommandRun written =
        watched("script", {u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    if (resolved.exit != 1 || written.exit != 0) {
        QTest::qFail((text(compared) + text(resolved) + text(written)).constData(), __FILE__, __LINE__);
        return -1;
    }
    const CommandRun applied =
        watched("apply A", {u"apply"_s, m_bundle, u"--approve"_s, targetOf(m_bundle, Side::A).mergeHash});
    m_said = applied.out + applied.err;
    return applied.exit;
}

void LiveRekeySuite::runScript(const char *what, const QString &command, const QString &hash) const
{
    const CommandRun ran = watched(what, {command, m_bundle, u"--approve"_s, hash});
    EXPECT_EXIT(ran, 0);
}

/// Each row of the application is there once, as it wrote it last.
void LiveRekeySuite::expectAccount(const OrderWriter &writer) const
{
    QCOMPARE(writer.failures(), QStringList());
    QHash<QByteArray, int> inserted;
    QHash<qint64, QByteArray> notes;
    for (const QString &row : rows(Side::A, u"SELECT order_id, note, status FROM orders"_s)) {
        const QStringList cells = row.split(u' ');
        notes.insert(cells[0].toLongLong(), cells[1].toUtf8());
        if (cells[2] == "app"_L1)
            ++inserted[cells[1].toUtf8()];
    }
    QCOMPARE(inserted.size(), writer.inserted().size());
    for (const QByteArray &note : writer.inserted())
        QVERIFY2(inserted.value(note) == 1, note.constData());
    for (const auto [id, note] : writer.updated().asKeyValueRange())
        QVERIFY2(notes.value(id) == note, (QByteArray::number(id) + ": " + notes.value(id)).constData());
}

/// On both servers each order of A and of B has its own lines, payment, shipment and the order that it replaces.
void LiveRekeySuite::expectFamilies() const
{
    const QString all = QString::number(m_collisions);
    for (const Side side : bothSides) {
        for (const QString &whose : {u"of A"_s, u"of B"_s}) {
            const auto count = [&](const QString &from) {
                return rows(side, u"SELECT count(*) FROM orders o %1 AND o.status = '%2'"_s.arg(from, whose)).first();
            };
            QCOMPARE(count(u"WHERE 1 = 1"_s), all);
            QCOMPARE(count(u"JOIN order_lines l ON l.order_id = o.order_id WHERE l.line = 1 AND l.product = 'bolt'"_s),
                     all);
            QCOMPARE(
                count(u"JOIN order_lines l ON l.order_id = o.order_id WHERE l.line = 2 AND l.product = o.status"_s),
                all);
            QCOMPARE(count(u"JOIN payments p ON p.order_id = o.order_id WHERE p.amount = 10"_s), all);
            QCOMPARE(count(u"JOIN shipments s ON s.order_no = o.order_id WHERE 1 = 1"_s), all);
            QCOMPARE(count(u"JOIN orders r ON r.order_id = o.replaces WHERE r.status = o.status"_s),
                     QString::number(m_collisions - 1));
        }
    }
}

/// Converged but for orders that the application has written since.
void LiveRekeySuite::verifyBesides(const OrderWriter &writer) const
{
    const CommandRun verified = watched("verify", {u"verify"_s, m_project, u"--json"_s});
    const QJsonObject said = verified.json();
    qInfo("  %lld rows verified", static_cast<long long>(said.value("rowsCompared"_L1).toInteger()));
    QCOMPARE(said.value("generators"_L1).toArray(), QJsonArray());
    static const QRegularExpression number(u"order_id=(\\d+)"_s);
    for (const auto &unlike : said.value("unlike"_L1).toArray()) {
        const qint64 id = number.match(unlike.toString()).captured(1).toLongLong();
        QVERIFY2(writer.updated().contains(id), qPrintable(unlike.toString()));
    }
}

void LiveRekeySuite::everyOrderIsKeptBoth()
{
    m_orders = ordersWanted();
    m_collisions = m_orders / ordersPerCollision;
    qInfo("%s: %d orders, %d collisions", qPrintable(m_engine.title()), m_orders, m_collisions);
    makeShop();
    addOrders(Version::A, u"A"_s);
    addOrders(Version::B, u"B"_s);
    run(Version::B, {u"UPDATE orders SET status = 'paid' WHERE order_id <= %1"_s.arg(changedByB)});
    const QString before = dump(Side::B);
    makeProject({u"--label-a"_s, u"PRD01"_s});
    QElapsedTimer timer;
    timer.start();
    const QString found = expect(2, {u"compare"_s, m_project});
    QVERIFY2(found.contains(u"seems to be a reference, which new keys would not follow"_s), qPrintable(found));
    const auto pause = std::max(5ms, std::chrono::milliseconds(timer.elapsed() / 25));
    OrderWriter writer(m_engine.connection(databaseOf(Version::A)), changedByB + 1, m_orders, pause);
    expect(2, {u"compare"_s, m_project, u"--relation"_s, u"shipments.order_no=orders.order_id"_s});

    // the application takes the numbers that the first script would give out: it stops
    writer.waitForMore(4);
    QCOMPARE(mergeIntoA() == 0, false);
    writer.waitForMore(4);
    const CommandRun reserved =
        watched("reserve", {u"reserve"_s, m_project, u"--target"_s, u"a"_s, u"--confirm"_s, u"PRD01"_s, u"--json"_s});
    EXPECT_EXIT(reserved, 0);
    int exit = 3;
    int turns = 0;
    for (; exit == 3 && turns < mostTurns; ++turns)
        exit = mergeIntoA();
    QVERIFY2(exit == 0, qPrintable(m_said));
    writer.waitForMore(20);
    runScript("apply B", u"apply"_s, targetOf(m_bundle, Side::B).mergeHash);
    writer.stop();
    expectFamilies();
    expectAccount(writer);
    verifyBesides(writer);

    runScript("undo A", u"undo"_s, targetOf(m_bundle, Side::A).undoHash);
    runScript("undo B", u"undo"_s, targetOf(m_bundle, Side::B).undoHash);
    expectAccount(writer);
    QCOMPARE(dump(Side::B), before);
    qInfo("  %lld orders inserted and %lld updated meanwhile, none lost; %d turns",
          static_cast<long long>(writer.inserted().size()), static_cast<long long>(writer.updates()), turns);
}

} // namespace Rejoin::Testing

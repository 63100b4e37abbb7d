#include "tests/contract/contractsuite.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

Value num(qint64 number)
{
    return Value::integer(number);
}

Value txt(const QString &text)
{
    return Value::text(text);
}

Cells order(qint64 id)
{
    return {{u"order_id"_s, num(id)}};
}

Cells open(const Value &note)
{
    return {{u"status"_s, txt(u"open"_s)}, {u"note"_s, note}};
}

const auto paid = Cells{{u"status"_s, txt(u"paid 'now' \\ 😀"_s)}};

/// 1001 is paid, 1002 goes, 1004 comes.
ScriptDraft threeChanges(Workbench &bench, const Table &orders)
{
    ScriptDraft draft(bench.connection(), {&orders});
    draft.update(orders, order(1001), open(Value::null()), paid);
    draft.remove(orders, order(1002), open(txt(u"call"_s)));
    draft.insert(orders, order(1004), open(txt(u"new"_s)));
    const GeneratorState state = must(bench.dialect().readGenerator(bench.connection(), orders, u"order_id"_s));
    draft.raise({.table = &orders, .column = u"order_id"_s, .lastGiven = 1004, .before = state.lastGiven});
    return draft;
}

QString messageOf(const Result<void> &done)
{
    return done ? u"done"_s : describe(done.error());
}

} // namespace

#define REFUSED(result, expectedCode)                                                                                  \
    QVERIFY2(!(result) && (result).error().code == (expectedCode), qPrintable(messageOf(result)))

void ContractSuite::appliedOnceThenUndone()
{
    QFETCH(Workbench::Way, way);
    const Table orders = makeOrders();
    const QString before = m_bench.dump();
    const ScriptDraft draft = threeChanges(m_bench, orders);
    must(m_bench.apply(draft.text(m_guarding), way));
    QCOMPARE(m_bench.rows(orders), (QList<Row>{{num(1001), paid[0].second, Value::null()},
                                               {num(1003), txt(u"open"_s), txt(QString())},
                                               {num(1004), txt(u"open"_s), txt(u"new"_s)}}));
    const QString after = m_bench.dump();
    const Result<void> again = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(again, ErrorCode::AlreadyApplied);
    QCOMPARE(again.error().message, u"it's been applied before"_s);
    QCOMPARE(m_bench.dump(), after);
    must(m_bench.apply(draft.undo().text(m_guarding), way));
    QCOMPARE(m_bench.dump(), before);
}

void ContractSuite::movedRowsAreNamed()
{
    QFETCH(Workbench::Way, way);
    const Table orders = makeOrders();
    const ScriptDraft draft = threeChanges(m_bench, orders);
    m_bench.run({u"UPDATE orders SET note = 'it''s moved' WHERE order_id = 1001"_s,
                 u"UPDATE orders SET status = 'moved' WHERE order_id = 1002"_s});
    const QString before = m_bench.dump();
    const Result<void> done = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(done, ErrorCode::Refused);
    for (const QString &row : {u"orders order_id=1001"_s, u"orders order_id=1002"_s}) {
        QVERIFY2(done.error().message.contains(row), qPrintable(messageOf(done)));
        QVERIFY(way == Workbench::Way::Client || done.error().rows.contains(row));
    }
    QVERIFY2(!messageOf(done).contains(u"1004"_s), qPrintable(messageOf(done)));
    QCOMPARE(m_bench.dump(), before);
}

/// Children go before their parents and come after them, against the order of the keys.
void ContractSuite::rowsThatReferToEachOtherGetThrough()
{
    QFETCH(Workbench::Way, way);
    m_bench.run({u"CREATE TABLE t (k {integer} PRIMARY KEY, boss {integer}, FOREIGN KEY (boss) REFERENCES t (k))"_s});
    for (qint64 k = 1; k <= 4; ++k)
        m_bench.run(
            {u"INSERT INTO t VALUES (%1, %2)"_s.arg(QString::number(k), k == 1 ? u"NULL"_s : QString::number(k - 1))});
    const Table table = m_bench.table(u"t"_s);
    const QString before = m_bench.dump();
    ScriptDraft draft(m_bench.connection(), {&table});
    for (qint64 k = 4; k >= 1; --k)
        draft.remove(table, {{u"k"_s, num(k)}}, {{u"boss"_s, k == 1 ? Value::null() : num(k - 1)}});
    must(m_bench.apply(draft.text(m_guarding), way));
    QCOMPARE(m_bench.rows(table), QList<Row>());
    must(m_bench.apply(draft.undo().text(m_guarding), way));
    QCOMPARE(m_bench.dump(), before);
}

/// In batches of several rows: all that moved are named, and nothing else.
void ContractSuite::manyMovedRowsAreNamed()
{
    QFETCH(Workbench::Way, way);
    m_bench.run({u"CREATE TABLE t (k {integer} PRIMARY KEY, v {text})"_s});
    const Table table = m_bench.table(u"t"_s);
    const auto key = [](qint64 k) { return Cells{{u"k"_s, num(k)}}; };
    const auto value = [](const QString &v) { return Cells{{u"v"_s, txt(v)}}; };
    ScriptDraft draft(m_bench.connection(), {&table});
    for (qint64 k = 1; k <= 350; ++k) {
        if (k <= 240)
            m_bench.run({u"INSERT INTO t VALUES (%1, 'old')"_s.arg(k)});
        if (k <= 120)
            draft.update(table, key(k), value(u"old"_s), value(u"new"_s));
        else if (k <= 240)
            draft.remove(table, key(k), value(u"old"_s));
        else
            draft.insert(table, key(k), value(u"new"_s));
    }
    const QString before = m_bench.dump();
    m_bench.run({u"UPDATE t SET v = 'moved' WHERE k IN (7, 99, 118, 130)"_s, u"DELETE FROM t WHERE k IN (3, 200)"_s,
                 u"INSERT INTO t VALUES (301, 'taken'), (350, 'taken')"_s});
    const QString moved = m_bench.dump();
    const Result<void> done = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(done, ErrorCode::Refused);
    QVERIFY2(done.error().message.contains(u"8, among them t k=3; t k=7; t k=99"_s), qPrintable(messageOf(done)));
    if (way == Workbench::Way::Statements)
        QCOMPARE(done.error().rows, QStringList({u"t k=3"_s, u"t k=7"_s, u"t k=99"_s, u"t k=118"_s, u"t k=130"_s,
                                                 u"t k=200"_s, u"t k=301"_s, u"t k=350"_s}));
    QCOMPARE(m_bench.dump(), moved);
    m_bench.run({u"UPDATE t SET v = 'old' WHERE k < 240"_s, u"INSERT INTO t VALUES (3, 'old'), (200, 'old')"_s,
                 u"DELETE FROM t WHERE k > 240"_s});
    QCOMPARE(m_bench.dump(), before);
    must(m_bench.apply(draft.text(m_guarding), way));
    QCOMPARE(m_bench.rows(table).size(), 230);
    must(m_bench.apply(draft.undo().text(m_guarding), way));
    QCOMPARE(m_bench.dump(), before);
}

void ContractSuite::takenKeysAreRefused()
{
    QFETCH(Workbench::Way, way);
    const Table orders = makeOrders();
    const ScriptDraft draft = threeChanges(m_bench, orders);
    m_bench.run({u"INSERT INTO orders (order_id, status) VALUES (1004, 'of the application')"_s});
    const QString before = m_bench.dump();
    const Result<void> done = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(done, ErrorCode::Refused);
    QVERIFY2(done.error().message.contains(u"orders order_id=1004"_s), qPrintable(messageOf(done)));
    QCOMPARE(m_bench.dump(), before);
}

void ContractSuite::otherDatabasesAreRefused()
{
    QFETCH(Workbench::Way, way);
    const Table orders = makeOrders();
    const ScriptDraft draft = threeChanges(m_bench, orders);
    Workbench other(m_engine, u"other"_s);
    must(other.open());
    other.run({u"CREATE TABLE orders (order_id {generated key}, status {text} NOT NULL, note {text})"_s,
               u"INSERT INTO orders (order_id, status, note) VALUES (1001, 'open', NULL), (1002, 'open', 'call')"_s});
    const QString before = other.dump();
    const Result<void> done = m_bench.apply(draft.text(m_guarding), way, other.database());
    REFUSED(done, ErrorCode::WrongTarget);
    QCOMPARE(other.dump(), before);
}

void ContractSuite::changedShapesAreRefused()
{
    QFETCH(Workbench::Way, way);
    const Table orders = makeOrders();
    const ScriptDraft draft = threeChanges(m_bench, orders);
    m_bench.run({u"ALTER TABLE orders ADD COLUMN tax {integer}"_s});
    const QString before = m_bench.dump();
    const Result<void> done = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(done, ErrorCode::Refused);
    QVERIFY2(done.error().message.contains(u"columns or triggers"_s), qPrintable(messageOf(done)));
    m_bench.run({u"DROP TABLE orders"_s});
    const Result<void> gone = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(gone, ErrorCode::Refused);
}

void ContractSuite::triggersAreNoticed()
{
    QFETCH(Workbench::Way, way);
    static_cast<void>(makeOrders());
    m_bench.run(m_engine.appendingTrigger(u"orders"_s, u"order_id"_s, u"status"_s));
    const Table orders = m_bench.table(u"orders"_s);
    const QString before = m_bench.dump();
    ScriptDraft draft(m_bench.connection(), {&orders});
    draft.update(orders, order(1001), open(Value::null()), paid);
    const Result<void> done = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(done, ErrorCode::Refused);
    QVERIFY2(done.error().message.contains(u"trigger"_s), qPrintable(messageOf(done)));
    QVERIFY2(done.error().message.contains(u"orders order_id=1001"_s), qPrintable(messageOf(done)));
    QCOMPARE(m_bench.dump(), before);
}

void ContractSuite::rowsThatWouldGoAlongAreKept()
{
    QFETCH(Workbench::Way, way);
    static_cast<void>(makeOrders());
    m_bench.run({u"CREATE TABLE items (line {integer} PRIMARY KEY, order_id {reference}, "
                 "FOREIGN KEY (order_id) REFERENCES orders (order_id) ON DELETE CASCADE)"_s});
    const Table orders = m_bench.table(u"orders"_s);
    const Table items = m_bench.table(u"items"_s);
    ScriptDraft draft(m_bench.connection(), {&orders});
    draft.remove(orders, order(1002), open(txt(u"call"_s)));
    m_bench.run({u"INSERT INTO items (line, order_id) VALUES (1, 1002)"_s});
    const QString before = m_bench.dump();
    const Result<void> done = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(done, ErrorCode::Refused);
    QCOMPARE(m_bench.dump(), before);
    m_bench.run({u"DELETE FROM items"_s});
    must(m_bench.apply(draft.text(m_guarding), way));
    QCOMPARE(m_bench.rows(orders).size(), 2);
    QCOMPARE(m_bench.rows(items).size(), 0);
}

void ContractSuite::copiesAreCounted()
{
    QFETCH(Workbench::Way, way);
    m_bench.run({u"CREATE TABLE log (n {integer}, note {text})"_s,
                 u"INSERT INTO log VALUES (1, NULL), (1, NULL), (1, NULL), (2, 'x')"_s});
    const Table log = m_bench.table(u"log"_s);
    const QString before = m_bench.dump();
    const Cells one{{u"n"_s, num(1)}, {u"note"_s, Value::null()}};
    const Cells two{{u"n"_s, num(2)}, {u"note"_s, txt(u"x"_s)}};
    ScriptDraft draft(m_bench.connection(), {&log});
    draft.removeCopy(log, one, 3);
    draft.insertCopy(log, two, 1);
    must(m_bench.apply(draft.text(m_guarding), way));
    QList<Row> rows = m_bench.rows(log);
    QCOMPARE(rows.count({num(1), Value::null()}), 2);
    QCOMPARE(rows.count({num(2), txt(u"x"_s)}), 2);
    const Result<void> again = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(again, ErrorCode::AlreadyApplied);
    must(m_bench.apply(draft.undo().text(m_guarding), way));
    QCOMPARE(m_bench.dump(), before);
    m_bench.run({u"INSERT INTO log VALUES (1, NULL)"_s});
    const Result<void> moved = m_bench.apply(draft.text(m_guarding), way);
    REFUSED(moved, ErrorCode::Refused);
}

void ContractSuite::computedColumnsFollow()
{
    QFETCH(Workbench::Way, way);
    m_bench.run({u"CREATE TABLE t (k {integer} PRIMARY KEY, qty {integer}, "
                 "twice {integer} GENERATED ALWAYS AS (qty * 2) STORED)"_s,
                 u"INSERT INTO t (k, qty) VALUES (1, 5)"_s});
    const Table table = m_bench.table(u"t"_s);
    ScriptDraft draft(m_bench.connection(), {&table});
    draft.update(table, {{u"k"_s, num(1)}}, {{u"qty"_s, num(5)}}, {{u"qty"_s, num(7)}});
    draft.insert(table, {{u"k"_s, num(2)}}, {{u"qty"_s, num(8)}});
    must(m_bench.apply(draft.text(m_guarding), way));
    QCOMPARE(m_bench.rows(table), (QList<Row>{{num(1), num(7), num(14)}, {num(2), num(8), num(16)}}));
}

void ContractSuite::generatorsAreRaisedAndRestored()
{
    QFETCH(Workbench::Way, way);
    m_bench.run({u"CREATE TABLE t (id {generated key}, v {text})"_s, u"INSERT INTO t (v) VALUES ('a')"_s});
    const Table table = m_bench.table(u"t"_s);
    const auto state = [&] { return must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s)); };
    const QString before = m_bench.dump();
    for (const qint64 key : {7, 5000}) { // a short way up, and a long one
        ScriptDraft draft(m_bench.connection(), {&table});
        draft.insert(table, {{u"id"_s, num(key)}}, {{u"v"_s, txt(u"b"_s)}});
        draft.raise({.table = &table, .column = u"id"_s, .lastGiven = key, .before = 1});
        must(m_bench.apply(draft.text(m_guarding), way));
        QCOMPARE(state(), (GeneratorState{key, key}));
        must(m_bench.apply(draft.undo().text(m_guarding), way));
        QCOMPARE(state(), (GeneratorState{1, 1}));
        QCOMPARE(m_bench.dump(), before);
    }
    m_bench.run({u"INSERT INTO t (v) VALUES ('c')"_s});
    QCOMPARE(state(), (GeneratorState{2, 2}));
}

void ContractSuite::checksTellUnlikeRows()
{
    QFETCH(Workbench::Way, way);
    const Table orders = makeOrders();
    const ScriptDraft draft = threeChanges(m_bench, orders);
    const QString before = m_bench.dump();
    must(m_bench.apply(draft.undo().check(), way));
    const Result<void> tooEarly = m_bench.apply(draft.check(), way);
    REFUSED(tooEarly, ErrorCode::Refused);
    QCOMPARE(m_bench.dump(), before);
    must(m_bench.apply(draft.text(m_guarding), way));
    must(m_bench.apply(draft.check(), way));
}

void ContractSuite::readersMayNotApply()
{
    if (skips(u"reader"_s))
        return;
    const Table orders = makeOrders();
    const ConnectionString reader = must(m_engine.readerOf(m_bench.database()));
    const QString before = m_bench.dump();
    const auto connection = must(Connection::open(reader, {.label = u"A"_s, .readOnly = false}));
    const auto statements = must(m_bench.dialect().split(threeChanges(m_bench, orders).text()));
    Result<qint64> done;
    for (const ScriptStatement &statement : statements) {
        done = connection->execute(QString::fromUtf8(statement.text));
        if (!done)
            break;
    }
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::RightsMissing);
    QCOMPARE(m_bench.dump(), before);
}

void ContractSuite::writersLoseNothing()
{
    constexpr int written = 100;
    const Table orders = makeOrders();
    ScriptDraft draft(m_bench.connection(), {&orders});
    for (qint64 id = 5001; id <= 5200; ++id)
        draft.insert(orders, order(id), open(txt(u"merged"_s)));
    std::atomic_int inserted = 0;
    std::thread writer([&] {
        const auto application = m_bench.another();
        for (int number = 0; application && number < written; ++number) {
            const QString insert =
                u"INSERT INTO orders (order_id, status, note) VALUES (%1, 'app', 'app')"_s.arg(9001 + number);
            inserted += (*application)->execute(m_engine.spoken(insert)) ? 1 : 0;
        }
    });
    const Result<void> done = m_bench.apply(draft.text(m_guarding), Workbench::Way::Statements);
    writer.join();
    must(done);
    QCOMPARE(inserted.load(), written);
    const QList<Row> rows = m_bench.rows(orders);
    QCOMPARE(rows.size(), 3 + 200 + written);
}

} // namespace Rejoin::Testing

#include "tests/contract/contractsuite.h"
#include "tests/contract/hostiletexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

const QStringList keyColumns{u"no"_s, u"name"_s};

QString insertShop(const Dialect &dialect, const Table &table, int number, const QString &name)
{
    return u"INSERT INTO shops (no, name) VALUES (%1, %2)"_s.arg(
        QString::number(number), dialect.literal(Value::text(name), *table.column(u"name"_s)));
}

const auto shops = u"CREATE TABLE shops (no {integer} NOT NULL, name {text} NOT NULL, PRIMARY KEY (no, name))"_s;

} // namespace

void ContractSuite::pagesFollowEachOther()
{
    m_bench.run({shops});
    const Table table = m_bench.table(u"shops"_s);
    QList<Row> expected;
    for (int number = 3; number >= 0; --number) {
        for (const QString &name : {u"b"_s, u"B"_s, u"it's"_s, u"a\\"_s}) {
            must(m_bench.connection().execute(insertShop(m_bench.dialect(), table, number, name)));
            expected += Row{Value::integer(number), Value::text(name)};
        }
    }
    std::ranges::sort(expected);
    const Selection what{&table, keyColumns, keyColumns};
    QList<Row> read;
    KeyRange range;
    for (;;) {
        const QList<Row> page = m_bench.read(table, keyColumns, m_bench.dialect().selectPage(what, range, 3));
        if (page.isEmpty())
            break;
        QVERIFY(page.size() <= 3);
        read += page;
        range.after = page.last();
    }
    QCOMPARE(read, expected);
    const KeyRange middle{expected[2], expected[5]};
    QCOMPARE(m_bench.read(table, keyColumns, m_bench.dialect().selectPage(what, middle, 100)), expected.sliced(3, 3));
    QCOMPARE(must(m_bench.connection().query(m_bench.dialect().countRows(table, {})))[0][0], QByteArray("16"));
}

void ContractSuite::conditionsNarrowReads()
{
    m_bench.run({shops});
    const Table table = m_bench.table(u"shops"_s);
    const Dialect &dialect = m_bench.dialect();
    for (int number = 0; number < 4; ++number)
        must(m_bench.connection().execute(insertShop(dialect, table, number, u"b"_s)));
    const auto numbers = [&](const QString &sql) {
        QStringList found;
        for (const Row &row : m_bench.read(table, keyColumns, sql))
            found += row.first().toText();
        found.sort();
        return found.join(u' ');
    };
    const QString condition = u"%1 > 1 OR %1 = 0"_s.arg(dialect.name(u"no"_s));
    Selection what{&table, keyColumns, keyColumns};
    what.condition = condition;
    QCOMPARE(numbers(dialect.selectPage(what, {}, 100)), u"0 2 3"_s);
    QCOMPARE(numbers(dialect.selectPage(what, {.after = QList<Value>{Value::integer(0), Value::text(u"b"_s)}}, 100)),
             u"2 3"_s);
    QList<QList<Value>> keys;
    for (const int number : {0, 1, 2})
        keys += {Value::integer(number), Value::text(u"b"_s)};
    QCOMPARE(numbers(dialect.selectMatching(what, keys)), u"0 2"_s);
    what.keyColumns = {u"no"_s};
    QCOMPARE(numbers(dialect.selectMatching(what, {{Value::integer(1)}, {Value::integer(3)}})), u"3"_s);
    QCOMPARE(numbers(dialect.selectAll(what)), u"0 2 3"_s);
    QCOMPARE(must(m_bench.connection().query(dialect.countRows(table, condition)))[0][0], QByteArray("3"));
    const auto isTaken = [&](const QString &text) {
        return m_bench.connection().query(dialect.proveCondition(table, text)).has_value();
    };
    QVERIFY(isTaken(condition));
    QVERIFY(!isTaken(u"nothing_of_this_name > 1"_s));
    QVERIFY(!isTaken(u"no > > 1"_s));
}

void ContractSuite::numbersSortByValue()
{
    m_bench.run({u"CREATE TABLE t (k {integer} PRIMARY KEY, v {text})"_s});
    const Table table = m_bench.table(u"t"_s);
    QList<Row> expected;
    for (const int number : {-200, -11, -2, 0, 1, 2, 9, 10, 11, 99, 100, 1000, 2000}) {
        m_bench.run({u"INSERT INTO t (k) VALUES (%1)"_s.arg(number)});
        expected += Row{Value::integer(number)};
    }
    QList<Row> read;
    KeyRange range;
    for (;;) {
        const QList<Row> page =
            m_bench.read(table, {u"k"_s}, m_bench.dialect().selectPage({&table, {u"k"_s}, {u"k"_s}}, range, 3));
        if (page.isEmpty())
            break;
        read += page;
        range.after = page.last();
    }
    QCOMPARE(read, expected);
    const QList<Row> matching = m_bench.read(
        table, {u"k"_s},
        m_bench.dialect().selectMatching({&table, {u"k"_s}, {u"k"_s}}, {expected[12], expected[7], expected[5]}));
    QCOMPARE(matching, (QList<Row>{expected[5], expected[7], expected[12]}));
}

void ContractSuite::textKeysSortByBytes()
{
    m_bench.run({u"CREATE TABLE t (v {text} {other collation} NOT NULL PRIMARY KEY)"_s});
    const Table table = m_bench.table(u"t"_s);
    QByteArrayList expected;
    for (const QString &text : {u"apple"_s, u"Banana"_s, u"cherry"_s, u"Äpfel"_s, u"_x"_s, u"ünder"_s, u"日本"_s,
                                u"😀"_s, u"10"_s, u"9"_s, u"a-b"_s, u"ab"_s}) {
        must(m_bench.connection().execute(
            u"INSERT INTO t (v) VALUES (%1)"_s.arg(m_bench.dialect().literal(Value::text(text), table.columns[0]))));
        expected += text.toUtf8();
    }
    std::ranges::sort(expected);
    QByteArrayList read;
    KeyRange range;
    for (;;) {
        const QList<Row> page =
            m_bench.read(table, {u"v"_s}, m_bench.dialect().selectPage({&table, {u"v"_s}, {u"v"_s}}, range, 5));
        for (const Row &row : page)
            read += row[0].bytes();
        if (page.isEmpty())
            break;
        range.after = page.last();
    }
    QCOMPARE(read, expected);
}

void ContractSuite::matchingRows()
{
    m_bench.run({shops});
    const Table table = m_bench.table(u"shops"_s);
    const bool padded = lacks(u"blanks that tell keys apart"_s);
    QList<QList<Value>> asked;
    for (const QString &text : hostileTexts()) {
        if (padded && text == u" "_s)
            continue; // the same as ""
        for (const int number : {1, 2})
            must(m_bench.connection().execute(insertShop(m_bench.dialect(), table, number, text)));
        asked += QList<Value>{Value::integer(2), Value::text(text)};
    }
    asked += QList<Value>{Value::integer(3), Value::text(u"not there"_s)};
    const Selection what{&table, keyColumns, keyColumns};
    QList<Row> expected = asked.first(asked.size() - 1);
    std::ranges::sort(expected);
    QList<Row> found = m_bench.read(table, keyColumns, m_bench.dialect().selectMatching(what, asked));
    if (padded) // what is shorter comes where blanks would
        std::ranges::sort(found);
    QCOMPARE(found, expected);
    const Selection byName{&table, keyColumns, {u"name"_s}};
    const QList<Row> both =
        m_bench.read(table, keyColumns, m_bench.dialect().selectMatching(byName, {{Value::text(hostileTexts()[3])}}));
    QCOMPARE(both.size(), 2);
}

void ContractSuite::equalRowsAreCounted()
{
    m_bench.run({u"CREATE TABLE log (n {integer}, note {text})"_s,
                 u"INSERT INTO log VALUES (1, NULL), (1, NULL), (1, ''), (NULL, 'x'), (2, 'x')"_s});
    const Table table = m_bench.table(u"log"_s);
    QVERIFY(!table.primaryKey);
    const auto count = [&](const Value &n, const Value &note) {
        const QString query = m_bench.dialect().countEqual(table, {{u"n"_s, n}, {u"note"_s, note}});
        return must(m_bench.connection().query(query))[0][0];
    };
    QCOMPARE(count(Value::integer(1), Value::null()), QByteArray("2"));
    QCOMPARE(count(Value::integer(1), Value::text(QString())), QByteArray("1"));
    QCOMPARE(count(Value::null(), Value::text(u"x"_s)), QByteArray("1"));
    QCOMPARE(count(Value::null(), Value::null()), QByteArray("0"));
    QCOMPARE(m_bench.rows(table).size(), 5);
}

void ContractSuite::readsAreOfOneMoment()
{
    const Table orders = makeOrders();
    if (skips(u"reading beside a writer"_s))
        return;
    const auto reader = must(m_bench.another(true));
    for (const QString &statement : m_bench.dialect().beginRead())
        must(reader->execute(statement));
    const QString count = m_bench.dialect().countRows(orders, {});
    QCOMPARE(must(reader->query(count))[0][0], QByteArray("3"));
    m_bench.run({u"INSERT INTO orders (order_id, status) VALUES (1004, 'open')"_s});
    QCOMPARE(must(reader->query(count))[0][0], QByteArray("3"));
    for (const QString &statement : m_bench.dialect().endRead())
        must(reader->execute(statement));
    QCOMPARE(must(reader->query(count))[0][0], QByteArray("4"));
}

void ContractSuite::generatorTellsItsCount()
{
    m_bench.run({u"CREATE TABLE t (id {generated key}, v {text})"_s});
    const Table table = m_bench.table(u"t"_s);
    const auto state = [&] { return must(m_bench.dialect().readGenerator(m_bench.connection(), table, u"id"_s)); };
    if (!lacks(u"unused generators"_s))
        QCOMPARE(state(), (GeneratorState{0, std::nullopt}));
    m_bench.run(
        {u"INSERT INTO t (v) VALUES ('a')"_s, u"INSERT INTO t (v) VALUES ('b')"_s, u"DELETE FROM t WHERE v = 'b'"_s});
    QCOMPARE(state(), (GeneratorState{2, 1}));
}

} // namespace Rejoin::Testing

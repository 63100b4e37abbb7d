#include "tests/contract/hostiletexts.h"
#include "tests/contract/pairsuite.h"
#include "tests/contract/workbench.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

Column textColumn(const ContractEngine &engine)
{
    Column column;
    column.declaredType = engine.words().value(u"text"_s);
    column.family = TypeFamily::Text;
    return column;
}

} // namespace

/// One table for each type and value: B sets what was NULL, A sets to NULL what was there.
void PairSuite::everyTypeGoesThrough()
{
    const QList<TypeCase> cases = m_engine.typeCases();
    runEverywhere(m_engine.typeDeclarations());
    for (qsizetype number = 0; number < cases.size(); ++number)
        runEverywhere({u"CREATE TABLE t%1 (k {integer} PRIMARY KEY, v "_s.arg(number) + cases[number].type + u')'});
    for (const Version version : allVersions) {
        Workbench bench(m_engine, databaseOf(version));
        must(bench.reopen());
        const Catalog catalog = bench.catalog();
        for (qsizetype number = 0; number < cases.size(); ++number) {
            const Table *table = catalog.table({{}, u"t%1"_s.arg(number)});
            QVERIFY(table);
            const QString value = bench.dialect().literal(cases[number].value, table->columns[1]);
            must(bench.connection().execute(u"INSERT INTO t%1 (k, v) VALUES (1, %2), (2, %3)"_s.arg(number).arg(
                version == Version::B ? value : u"NULL"_s, version == Version::A ? u"NULL"_s : value)));
        }
    }
    makeBundle();
    thereAndBackAndThere();
    for (const Side side : bothSides) {
        Workbench bench(m_engine, databaseOf(versionOf(side)));
        must(bench.reopen());
        const Catalog catalog = bench.catalog();
        for (qsizetype number = 0; number < cases.size(); ++number) {
            const QList<Row> rows = bench.rows(*catalog.table({{}, u"t%1"_s.arg(number)}));
            QCOMPARE(rows, (QList<Row>{{Value::integer(1), cases[number].value}, {Value::integer(2), Value::null()}}));
        }
    }
}

/// Parts of a composite key: rows change, go and come.
void PairSuite::hostileTextsAreKeys()
{
    const Column text = textColumn(m_engine);
    runEverywhere({u"CREATE TABLE shops (no {integer} NOT NULL, name {text} NOT NULL, v {text}, "
                   "PRIMARY KEY (no, name))"_s});
    QStringList names = hostileTexts();
    if (!m_engine.countsTrailingBlanks())
        names.removeAll(u" "_s); // the empty one is among them
    for (const Version version : allVersions) {
        Workbench bench(m_engine, databaseOf(version));
        must(bench.reopen());
        for (qsizetype index = 0; index < names.size(); ++index) {
            const QString name = bench.dialect().literal(Value::text(names[index]), text);
            const QString row = u"INSERT INTO shops VALUES (%1, %2, '%3')"_s;
            must(bench.connection().execute(row.arg(u"1"_s, name, version == Version::B ? u"new"_s : u"old"_s)));
            if (version != Version::A) // deleted there
                must(bench.connection().execute(row.arg(u"2"_s, name, u"old"_s)));
            if (version == Version::A)
                must(bench.connection().execute(row.arg(u"3"_s, name, u"came"_s)));
        }
    }
    makeBundle();
    thereAndBackAndThere();
    for (const Side side : bothSides)
        QCOMPARE(ask(side, u"SELECT count(*) FROM shops WHERE no = 1 AND v = 'new' OR no = 3 AND v = 'came'"_s),
                 QByteArrayList{QByteArray::number(names.size() * 2)});
}

/// A key that ignores case on A and tells case apart on B.
void PairSuite::unlikeCollationsPairRows()
{
    const QString table = u"CREATE TABLE t (name {text} %1 NOT NULL PRIMARY KEY, v {text})"_s;
    run(Version::Baseline, {table.arg(QString())});
    run(Version::A, {table.arg(u"{other collation}"_s)});
    run(Version::B, {table.arg(QString())});
    QStringList rows;
    for (const QString &name : {u"apple"_s, u"Banana"_s, u"cherry"_s, u"Äpfel"_s, u"_x"_s, u"ünder"_s, u"日本"_s,
                                u"😀"_s, u"Zebra"_s, u"10"_s, u"9"_s})
        rows += u"INSERT INTO t VALUES (%1, 'old')"_s.arg(
            u'\'' + name + u'\''); // names without quotes and backslashes need no dialect
    runEverywhere(rows);
    run(Version::A, {u"UPDATE t SET v = 'of A' WHERE name = 'Zebra'"_s, u"INSERT INTO t VALUES ('date', 'of A')"_s});
    run(Version::B, {u"UPDATE t SET v = 'of B' WHERE name = 'Banana'"_s, u"DELETE FROM t WHERE name = '9'"_s,
                     u"INSERT INTO t VALUES ('Élan', 'of B')"_s});
    makeBundle();
    thereAndBackAndThere();
    for (const Side side : bothSides) {
        QCOMPARE(ask(side, u"SELECT count(*) FROM t"_s), QByteArrayList{"12"});
        QCOMPARE(ask(side, u"SELECT v FROM t WHERE name IN ('Zebra', 'Banana', 'date') ORDER BY v"_s),
                 (QByteArrayList{"of A", "of A", "of B"}));
    }
}

void PairSuite::generatorsGoOnAfterTheMerge()
{
    const QString order = u"INSERT INTO orders (note) VALUES ('%1')"_s;
    runEverywhere({u"CREATE TABLE orders (order_id {generated key}, note {text})"_s, order.arg(u"old"_s)});
    for (int number = 0; number < 3; ++number) {
        run(Version::A, {order.arg(u"a%1"_s.arg(number))});
        run(Version::B, {order.arg(u"b%1"_s.arg(number))});
    }
    makeBundle({u"--live"_s, u"a"_s});
    thereAndBackAndThere();
    for (const Side side : bothSides) {
        run(versionOf(side), {order.arg(u"next"_s)});
        QCOMPARE(ask(side, u"SELECT note FROM orders ORDER BY order_id"_s),
                 (QByteArrayList{"old", "a0", "a1", "a2", "b0", "b1", "b2", "next"}));
    }
}

/// An employee whose boss is hired with him, and two tables that refer to each other.
void PairSuite::cyclesGoThrough()
{
    runEverywhere({u"CREATE TABLE employees (id {integer} PRIMARY KEY, boss {integer}, "
                   "FOREIGN KEY (boss) REFERENCES employees (id))"_s,
                   u"CREATE TABLE teams (id {integer} PRIMARY KEY, name {text}, head {integer}, "
                   "FOREIGN KEY (head) REFERENCES employees (id))"_s,
                   u"INSERT INTO employees VALUES (1, NULL), (2, 1), (3, 2)"_s,
                   u"INSERT INTO teams VALUES (1, 'one', 1)"_s});
    run(Version::A, {u"UPDATE employees SET boss = NULL WHERE id = 3"_s, u"DELETE FROM employees WHERE id = 2"_s});
    run(Version::B, {u"INSERT INTO employees VALUES (12, NULL)"_s, u"INSERT INTO employees VALUES (11, 12)"_s,
                     u"INSERT INTO employees VALUES (10, 11)"_s, u"UPDATE employees SET boss = 10 WHERE id = 12"_s,
                     u"INSERT INTO teams VALUES (2, 'two', 12)"_s, u"UPDATE employees SET boss = 12 WHERE id = 1"_s});
    makeBundle();
    thereAndBackAndThere();
    for (const Side side : bothSides)
        QCOMPARE(ask(side, u"SELECT boss FROM employees ORDER BY id"_s),
                 (QByteArrayList{"12", "NULL", "11", "12", "10"}));
}

/// Tables of one name in two schemas; options name them as people do.
void PairSuite::otherSchemasGoThrough()
{
    if (lacks(u"schema"_s))
        return;
    runEverywhere({u"CREATE SCHEMA sales"_s, u"CREATE TABLE orders (id {integer} PRIMARY KEY, v {text})"_s,
                   u"CREATE TABLE sales.orders (id {integer} PRIMARY KEY, v {text})"_s,
                   u"CREATE TABLE sales.visits (id {integer} PRIMARY KEY, v {text}, order_id {integer})"_s,
                   u"INSERT INTO orders VALUES (1, 'old')"_s, u"INSERT INTO sales.orders VALUES (1, 'old')"_s});
    run(Version::A, {u"UPDATE orders SET v = 'of A'"_s});
    run(Version::B, {u"UPDATE sales.orders SET v = 'of B'"_s, u"INSERT INTO sales.visits VALUES (1, 'x', 1)"_s});
    makeBundle({u"--relation"_s, u"visits.order_id=sales.orders.id"_s});
    thereAndBackAndThere();
    for (const Side side : bothSides) {
        QCOMPARE(ask(side, u"SELECT v FROM orders"_s), QByteArrayList{"of A"});
        QCOMPARE(ask(side, u"SELECT v FROM sales.orders"_s), QByteArrayList{"of B"});
        QCOMPARE(ask(side, u"SELECT v FROM sales.visits"_s), QByteArrayList{"x"});
    }
}

void PairSuite::viewsAndTemporaryTablesAreLeftOut()
{
    runEverywhere({u"CREATE TABLE orders (id {integer} PRIMARY KEY, v {text})"_s,
                   u"INSERT INTO orders VALUES (1, 'old')"_s, u"CREATE VIEW seen AS SELECT id, v FROM orders"_s});
    run(Version::A, {u"UPDATE orders SET v = 'of A'"_s});
    makeBundle();
    thereAndBackAndThere();
    QCOMPARE(ask(Side::B, u"SELECT v FROM seen"_s), QByteArrayList{"of A"});
}

} // namespace Rejoin::Testing

#include "tests/contract/contractsuite.h"

#include "diffcore/odbc/enginedrivers.h"
#include "diffcore/odbc/serveraddress.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

QStringList columnNames(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names += column.name;
    return names;
}

QStringList tableNames(const Catalog &catalog)
{
    QStringList names;
    for (const Table &table : catalog.tables)
        names += table.name.name;
    return names;
}

} // namespace

void ContractSuite::exampleConnects()
{
    const QList<EngineDrivers> engines = engineDrivers(installedDrivers());
    const auto drivers = std::ranges::find(engines, m_engine.engine(), &EngineDrivers::engine);
    ConnectionString example = must(ConnectionString::parse(drivers->example));
    ConnectionString own = m_engine.connection(m_bench.database());
    if (own.contains(u"User"_s))
        own.set(u"Uid"_s, own.value(u"User"_s));
    for (const QString &attribute : {u"Database"_s, u"Uid"_s, u"Pwd"_s}) {
        if (own.contains(attribute))
            example.set(attribute, own.value(attribute));
        else
            example.remove(attribute);
    }
    setAddress(example, addressOf(own));
    const auto connection = must(Connection::open(example, {.label = u"A"_s}));
    QCOMPARE(connection->server().engine, m_engine.engine());
    QCOMPARE(connection->server().identity, m_bench.connection().server().identity);
}

void ContractSuite::catalogTellsTheShape()
{
    m_bench.run({u"CREATE TABLE items (line_id {generated key}, qty {integer} NOT NULL, note {text}, "
                 "twice {integer} GENERATED ALWAYS AS (qty * 2) STORED, state {text} DEFAULT 'open')"_s});
    const Table items = m_bench.table(u"items"_s);
    QCOMPARE(items.whyNotComparable, QString());
    QCOMPARE(columnNames(items), (QStringList{u"line_id"_s, u"qty"_s, u"note"_s, u"twice"_s, u"state"_s}));
    QCOMPARE(items.columns[0].source, ValueSource::Generated);
    QCOMPARE(items.columns[1].source, ValueSource::Written);
    QCOMPARE(items.columns[3].source, ValueSource::Computed);
    QCOMPARE(items.columns[1].family, TypeFamily::Integer);
    QCOMPARE(items.columns[2].family, TypeFamily::Text);
    QVERIFY(!items.columns[1].nullable);
    QVERIFY(items.columns[2].nullable);
    QVERIFY(items.columns[2].defaultExpression.isEmpty());
    QVERIFY(items.columns[4].defaultExpression.contains(u"open"_s));
    QCOMPARE(items.generatedColumn()->name, u"line_id"_s);
}

void ContractSuite::catalogTellsKeys()
{
    m_bench.run({u"CREATE TABLE shops (country {text} NOT NULL, no {integer} NOT NULL, code {text} UNIQUE, "
                 "PRIMARY KEY (no, country))"_s,
                 u"CREATE TABLE tills (till {integer} PRIMARY KEY, shop {integer}, land {text}, "
                 "FOREIGN KEY (shop, land) REFERENCES shops (no, country))"_s});
    const Table shops = m_bench.table(u"shops"_s);
    const Table tills = m_bench.table(u"tills"_s);
    QCOMPARE(shops.primaryKey->columns, (QStringList{u"no"_s, u"country"_s}));
    QCOMPARE(shops.uniqueKeys.size(), 1);
    QCOMPARE(shops.uniqueKeys[0].columns, QStringList{u"code"_s});
    QVERIFY(!shops.uniqueKeys[0].partial);
    QCOMPARE(shops.foreignKeys.size(), 0);
    QVERIFY(!shops.generatedColumn());
    QCOMPARE(tills.foreignKeys.size(), 1);
    QCOMPARE(tills.foreignKeys[0].columns, (QStringList{u"shop"_s, u"land"_s}));
    QCOMPARE(tills.foreignKeys[0].parent, shops.name);
    QCOMPARE(tills.foreignKeys[0].parentColumns, (QStringList{u"no"_s, u"country"_s}));
}

void ContractSuite::catalogLeavesOutOtherThings()
{
    static_cast<void>(makeOrders());
    m_bench.run(m_engine.noBaseTables());
    const QStringList tables = tableNames(m_bench.catalog());
    QVERIFY(tables.contains(u"orders"_s));
    for (const QString &other : {u"looking"_s, u"kept"_s, u"passing"_s, u"measures_now"_s})
        QVERIFY2(!tables.contains(other), qPrintable(other));
}

void ContractSuite::catalogTellsTriggers()
{
    static_cast<void>(makeOrders());
    QCOMPARE(m_bench.table(u"orders"_s).triggers, QList<Trigger>());
    m_bench.run(m_engine.appendingTrigger(u"orders"_s, u"order_id"_s, u"note"_s));
    const Table orders = m_bench.table(u"orders"_s);
    QCOMPARE(orders.triggers.size(), 1);
    QCOMPARE(orders.triggers[0].name, u"stamp"_s);
    const QStringList events{u"after update"_s, u"before update"_s};
    QVERIFY2(events.contains(orders.triggers[0].event.toLower()), qPrintable(orders.triggers[0].event));
}

void ContractSuite::identityNamesTheDatabase()
{
    const auto again = must(m_bench.another());
    QVERIFY(!again->server().identity.isEmpty());
    QCOMPARE(again->server().identity, m_bench.connection().server().identity);
    Workbench other(m_engine, u"other"_s);
    must(other.open());
    QCOMPARE_NE(other.connection().server().identity, again->server().identity);
}

void ContractSuite::clockIsUtc()
{
    const TextRows clock = must(m_bench.connection().query(m_bench.dialect().selectClock()));
    const QDateTime there = QDateTime::fromString(QString::fromUtf8(*clock[0][0]), Qt::ISODateWithMs);
    QVERIFY2(there.isValid() && there.offsetFromUtc() == 0, clock[0][0]->constData());
    QVERIFY(qAbs(there.msecsTo(QDateTime::currentDateTimeUtc())) < 60000);
}

void ContractSuite::readOnlyRefusesWrites()
{
    if (skips(u"read-only connections"_s))
        return;
    const Table orders = makeOrders();
    const auto reader = must(m_bench.another(true));
    QVERIFY(!reader->execute(u"UPDATE orders SET status = 'x'"_s));
    QCOMPARE(m_bench.rows(orders)[0][1], Value::text(u"open"_s));
}

} // namespace Rejoin::Testing

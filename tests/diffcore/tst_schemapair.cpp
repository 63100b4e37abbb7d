#include "diffcore/compare/schemapair.h"
#include "diffcore/schema/alignment.h"
#include "diffcore/schema/schemadiff.h"
#include "tests/support/printing.h"

#include <QTest>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

Column column(const QString &name, const QString &type)
{
    Column column;
    column.name = name;
    column.declaredType = type;
    column.family = TypeFamily::Integer;
    column.nullable = false;
    return column;
}

/// A parent and a child in a schema, with a type of the schema's own.
QList<Table> shop(const QString &schema)
{
    Table customers;
    customers.name = {schema, u"customers"_s};
    customers.columns = {column(u"id"_s, u"integer"_s)};
    customers.primaryKey = Key{.name = u"customers_pkey"_s, .columns = {u"id"_s}};
    Table orders = customers;
    orders.name.name = u"orders"_s;
    orders.columns += {column(u"customer"_s, u"integer"_s), column(u"rank"_s, u'"' + schema + u"\".rank"_s)};
    orders.columns[0].source = ValueSource::Generated;
    orders.columns[0].defaultExpression = u"nextval('%1.orders_id_seq'::regclass)"_s.arg(schema);
    orders.columns[2].defaultExpression = u"'new'::\"%1\".rank"_s.arg(schema);
    orders.foreignKeys = {
        ForeignKey{.name = u"of"_s, .columns = {u"customer"_s}, .parent = customers.name, .parentColumns = {u"id"_s}}};
    return {customers, orders};
}

Catalog catalogOf(const QStringList &schemas)
{
    Catalog catalog{.tables = {}, .engine = Engine::PostgreSql};
    for (const QString &schema : schemas)
        catalog.tables += shop(schema);
    return catalog;
}

/// A session of one database, kept to a schema of it where one is named.
ServerInfo server(const QString &schema, int database = 5)
{
    ServerInfo server{.engine = Engine::PostgreSql};
    server.identity = u"PostgreSQL system 7 time line 00000001 database %1"_s.arg(database);
    if (!schema.isEmpty())
        server.identity += u" schema "_s + schema;
    return server;
}

QStringList namesIn(const Catalog &catalog)
{
    QStringList names;
    for (const Table &table : catalog.tables)
        names += table.name.display();
    return names;
}

} // namespace

class TestSchemaPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesMatchByTheirPlainNames();
    void othersKeepTheirSchemas_data();
    void othersKeepTheirSchemas();
    void baselineIsFound_data();
    void baselineIsFound();
    void baselineWithoutSuchASchemaIsRefused();
    void namesOfEitherSchemaAreRelations();
    void referencesLeaveTheSchema();
};

void TestSchemaPair::tablesMatchByTheirPlainNames()
{
    Catalog a = catalogOf({u"live"_s, u"archive"_s, u"other"_s});
    Catalog b = a;
    const ServerInfo live = server(u"live"_s);
    const ServerInfo archive = server(u"archive"_s);
    const PerVersion<CatalogOwner> owners{{}, {&a, &live}, {&b, &archive}};
    QVERIFY(isSchemaPair(owners));
    QVERIFY(pairSchemas(owners, {}));
    QCOMPARE(namesIn(a), (QStringList{u"live.customers"_s, u"live.orders"_s}));
    QCOMPARE(namesIn(b), (QStringList{u"archive.customers"_s, u"archive.orders"_s}));

    const auto alignment = align(a, b, nullptr, {.include = {u"orders"_s, u"archive.cust*"_s}, .exclude = {}});
    QVERIFY(alignment);
    QCOMPARE(alignment->tables.size(), 2);
    const AlignedTable &orders = alignment->tables[1];
    QCOMPARE(orders.name.display(), u"orders"_s);
    QCOMPARE(orders.in.a->name.display(), u"live.orders"_s);
    QCOMPARE(orders.in.b->name.display(), u"archive.orders"_s);
    QVERIFY(orders.whyNotCompared.isEmpty());
    // a type of each schema's own is no difference, and both foreign keys are one relation
    QVERIFY(orders.differences.isEmpty());
    for (const SchemaRow &row : schemaRows(orders))
        QVERIFY2(!row.isChanged(), qPrintable(row.object));
    QCOMPARE(schemaRows(orders)[2].says.b, u"rank, NOT NULL, default 'new'::rank"_s);
    QCOMPARE(alignment->relations.size(), 1);
    QCOMPARE(alignment->relations.first().child, 1);
    QCOMPARE(alignment->relations.first().parent, 0);
}

void TestSchemaPair::othersKeepTheirSchemas_data()
{
    QTest::addColumn<QString>("onA");
    QTest::addColumn<QString>("onB");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("A alone") << u"live"_s << QString();
    QTest::newRow("B alone") << QString() << u"live"_s;
    QTest::newRow("one name in two databases") << u"live"_s << u"live"_s;
}

void TestSchemaPair::othersKeepTheirSchemas()
{
    QFETCH(QString, onA);
    QFETCH(QString, onB);
    Catalog a = catalogOf({u"live"_s, u"other"_s});
    Catalog b = a;
    const Catalog before = a;
    const ServerInfo serverA = server(onA, 5);
    const ServerInfo serverB = server(onB, 6);
    QVERIFY(pairSchemas({{}, {&a, &serverA}, {&b, &serverB}}, {}));
    QCOMPARE(a.tables, before.tables);
    QCOMPARE(b.tables, before.tables);
}

void TestSchemaPair::baselineIsFound_data()
{
    QTest::addColumn<QStringList>("schemas");
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("found");
    QTest::newRow("as A") << QStringList{u"archive"_s, u"live"_s} << QString() << QString() << u"live"_s;
    QTest::newRow("as B") << QStringList{u"other"_s, u"archive"_s} << QString() << QString() << u"archive"_s;
    QTest::newRow("by its connection") << QStringList{u"live"_s, u"split"_s} << u"split"_s << QString() << u"split"_s;
    QTest::newRow("by the project") << QStringList{u"live"_s, u"split"_s} << u"live"_s << u"split"_s << u"split"_s;
}

void TestSchemaPair::baselineIsFound()
{
    QFETCH(QStringList, schemas);
    QFETCH(QString, connection);
    QFETCH(QString, named);
    QFETCH(QString, found);
    Catalog a = catalogOf({u"live"_s});
    Catalog b = catalogOf({u"archive"_s});
    Catalog baseline = catalogOf(schemas);
    const ServerInfo live = server(u"live"_s);
    const ServerInfo archive = server(u"archive"_s);
    const ServerInfo base = server(connection);
    QVERIFY(pairSchemas({{&baseline, &base}, {&a, &live}, {&b, &archive}}, named));
    const auto alignment = align(a, b, &baseline, {});
    QVERIFY(alignment);
    QCOMPARE(alignment->tables.size(), 2);
    QCOMPARE(alignment->tables[1].in.baseline->name.schema, found);
}

void TestSchemaPair::baselineWithoutSuchASchemaIsRefused()
{
    Catalog a = catalogOf({u"live"_s});
    Catalog b = catalogOf({u"archive"_s});
    Catalog baseline = catalogOf({u"other"_s});
    const ServerInfo live = server(u"live"_s);
    const ServerInfo archive = server(u"archive"_s);
    const ServerInfo base = server({});
    const auto paired = pairSchemas({{&baseline, &base}, {&a, &live}, {&b, &archive}}, {});
    QVERIFY(!paired);
    QCOMPARE(paired.error().code, ErrorCode::Usage);
    QCOMPARE(paired.error().message, u"the baseline has no table in the schema live or archive"_s);
}

/// A person names tables by their plain names, or as A has them.
void TestSchemaPair::namesOfEitherSchemaAreRelations()
{
    for (const QString &text : {u"orders.rank=customers.id"_s, u"live.orders.rank=live.customers.id"_s}) {
        Catalog a = catalogOf({u"live"_s});
        Catalog b = catalogOf({u"archive"_s});
        const ServerInfo live = server(u"live"_s);
        const ServerInfo archive = server(u"archive"_s);
        QVERIFY(pairSchemas({{}, {&a, &live}, {&b, &archive}}, {}));
        AlignmentOptions options;
        options.relations = {VirtualRelation::parse(text).value()};
        const auto alignment = align(a, b, nullptr, options);
        QVERIFY(alignment);
        QCOMPARE(alignment->relations.size(), 2);
        QVERIFY(!alignment->relations[1].declared);
    }
}

/// B's orders refer to the customers of A's schema: no relation to those of its own.
void TestSchemaPair::referencesLeaveTheSchema()
{
    Catalog a = catalogOf({u"live"_s});
    Catalog b = catalogOf({u"archive"_s});
    a.tables[1].foreignKeys.clear();
    b.tables[1].foreignKeys.first().parent.schema = u"live"_s;
    const ServerInfo live = server(u"live"_s);
    const ServerInfo archive = server(u"archive"_s);
    QVERIFY(pairSchemas({{}, {&a, &live}, {&b, &archive}}, {}));
    const auto alignment = align(a, b, nullptr, {});
    QVERIFY(alignment);
    QVERIFY(alignment->relations.isEmpty());
}

QTEST_GUILESS_MAIN(TestSchemaPair)
#include "tst_schemapair.moc"

#include "diffcore/schema/alignment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

/// Options name tables as people do, and engines are matched by name.
class TestAlignmentOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsTakePlainNames_data();
    void optionsTakePlainNames();
    void plainNamesOfTwoTablesAreRefused();
    void relationsTakePlainNames();
    void unlikeEnginesMatchPlainNames();

private:
    static Table table(const QString &schema, const QString &name, TypeFamily noteFamily = TypeFamily::Text)
    {
        Table made;
        made.name = {schema, name};
        made.columns = {Column{.name = u"id"_s, .family = TypeFamily::Integer, .nullable = false},
                        Column{.name = u"code"_s, .family = TypeFamily::Text},
                        Column{.name = u"note"_s, .family = noteFamily}};
        made.primaryKey = Key{.columns = {u"id"_s}};
        return made;
    }
    static Catalog shop()
    {
        Catalog catalog;
        catalog.engine = Engine::PostgreSql;
        catalog.tables = {table(u"archive"_s, u"log"_s), table(u"public"_s, u"log"_s), table(u"public"_s, u"orders"_s)};
        return catalog;
    }
};

void TestAlignmentOptions::optionsTakePlainNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("display name") << u"public.orders"_s;
    QTest::newRow("plain name") << u"orders"_s;
    QTest::newRow("other case") << u"Orders"_s;
}

void TestAlignmentOptions::optionsTakePlainNames()
{
    QFETCH(QString, name);
    AlignmentOptions options;
    options.keys.insert(name, {u"code"_s});
    options.ignored.insert(name, {u"note"_s});
    const auto alignment = align(shop(), shop(), nullptr, options);
    QVERIFY2(alignment, qPrintable(alignment ? QString() : describe(alignment.error())));
    const AlignedTable &orders = alignment->tables[alignment->tableIndex(u"public.orders"_s)];
    QCOMPARE(orders.keyColumns, QList<int>{orders.columnIndex(u"code"_s)});
    QVERIFY(!orders.columns[orders.columnIndex(u"note"_s)].compared);
    const AlignedTable &log = alignment->tables[alignment->tableIndex(u"public.log"_s)];
    QCOMPARE(log.keyColumns, QList<int>{log.columnIndex(u"id"_s)});
}

void TestAlignmentOptions::plainNamesOfTwoTablesAreRefused()
{
    AlignmentOptions options;
    options.ignored.insert(u"log"_s, {u"note"_s});
    const auto alignment = align(shop(), shop(), nullptr, options);
    QVERIFY(!alignment);
    QCOMPARE(alignment.error().code, ErrorCode::Usage);
    QCOMPARE(alignment.error().message, u"more than one table is named log"_s);
    QVERIFY2(alignment.error().advice.contains("archive.log, public.log"_L1), qPrintable(alignment.error().advice));
}

void TestAlignmentOptions::relationsTakePlainNames()
{
    AlignmentOptions options;
    const auto relation = VirtualRelation::parse(u"public.log.id=orders.id"_s);
    QVERIFY(relation);
    options.relations = {*relation};
    const auto alignment = align(shop(), shop(), nullptr, options);
    QVERIFY(alignment);
    QCOMPARE(alignment->relations.size(), 1);
    QCOMPARE(alignment->tables[alignment->relations[0].parent].name.display(), u"public.orders"_s);
}

void TestAlignmentOptions::unlikeEnginesMatchPlainNames()
{
    Catalog file;
    file.tables = {table({}, u"ORDERS"_s), table({}, u"log"_s)};
    const auto alignment = align(file, shop(), nullptr, {});
    QVERIFY(alignment);
    QVERIFY(!alignment->canBeMerged());
    const AlignedTable &orders = alignment->tables[alignment->tableIndex(u"ORDERS"_s)];
    QVERIFY(orders.in.a && orders.in.b);
    QCOMPARE(orders.whyNotCompared, QString());
    QCOMPARE(orders.columns[1].equality.rule, Equality::Rule::ByMeaning);
    // B has two tables of that name: none of them is taken
    QVERIFY(!alignment->tables[alignment->tableIndex(u"log"_s)].in.b);
    QVERIFY(align(shop(), shop(), nullptr, {})->canBeMerged());
}

QTEST_GUILESS_MAIN(TestAlignmentOptions)
#include "tst_alignmentoptions.moc"

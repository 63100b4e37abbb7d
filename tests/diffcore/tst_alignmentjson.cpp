#include "diffcore/session/alignmentjson.h"
#include "tests/support/printing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

Table ordersOf(const QString &schema)
{
    Table table{.name = {schema, u"orders"_s}, .primaryKey = Key{.name = u"pk"_s, .columns = {u"order_id"_s}}};
    table.columns = {{.name = u"order_id"_s,
                      .declaredType = u"bigint"_s,
                      .family = TypeFamily::Integer,
                      .nullable = false,
                      .source = ValueSource::Generated},
                     {.name = u"Straße \"1\"\u0001😀"_s,
                      .declaredType = u"char(20)"_s,
                      .family = TypeFamily::Text,
                      .maxLength = std::numeric_limits<qint64>::max(),
                      .fixedLength = true,
                      .collation = u"de_DE"_s,
                      .defaultExpression = u"'x'"_s}};
    table.uniqueKeys = {
        {.name = u"uq"_s, .columns = {u"order_id"_s, u"Straße"_s}, .partial = true, .deferrable = true}};
    table.foreignKeys = {{.name = u"fk"_s,
                          .columns = {u"order_id"_s},
                          .parent = {schema, u"customers"_s},
                          .parentColumns = {u"customer_id"_s},
                          .declared = false}};
    table.triggers = {{.name = u"stamp"_s, .event = u"after insert"_s}};
    table.deleteActions = {
        {.child = {schema, u"order_lines"_s}, .columns = {u"order"_s}, .parentColumns = {u"order_id"_s}}};
    table.whyNotComparable = u"no rights"_s;
    return table;
}

Alignment fullAlignment()
{
    AlignedTable orders{.name = {u"dbo"_s, u"orders"_s}, .keyColumns = {0}, .whyNotCompared = u"types differ"_s};
    orders.in.a = ordersOf(u"dbo"_s);
    orders.in.b = ordersOf(u"public"_s);
    AlignedColumn key{.name = u"order_id"_s, .equality = {Equality::Rule::ByNumber}, .compared = false};
    key.in.a = orders.in.a->columns[0];
    orders.columns = {key,
                      {.name = u"note"_s, .in = {.b = Column()}, .equality = {Equality::Rule::Ignored}},
                      {.name = u"price"_s,
                       .in = {.a = Column()},
                       .equality = {.rule = Equality::Rule::Within, .fractionDigits = 3, .tolerance = 0.01},
                       .addedAs = Value::text(u"ü"_s)}};
    orders.differences = {{.kind = SchemaDifference::Kind::TriggerDiffers,
                           .table = orders.name,
                           .object = u"stamp"_s,
                           .message = u"stamp is not on B"_s,
                           .blocks = true}};
    Alignment alignment{.tables = {orders, AlignedTable{.name = {{}, u"audit_log"_s}}}};
    alignment.relations = {
        {.child = 0, .childColumns = {0}, .parent = 0, .parentColumns = {1}, .name = u"self"_s, .declared = false}};
    alignment.uniques = {{.table = 0, .columns = {1, 0}, .name = u"uq"_s}};
    alignment.engines = {Engine::MariaDb, Engine::SqlServer};
    alignment.differences = {{.kind = SchemaDifference::Kind::TableMissing, .table = {{}, u"gone"_s}}};
    return alignment;
}

/// The bytes of an alignment in which a change was made.
QByteArray changed(void (*change)(Alignment &))
{
    Alignment alignment = fullAlignment();
    change(alignment);
    return encodeAlignment(alignment);
}

} // namespace

class AlignmentJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackExactly()
    {
        const Alignment alignment = fullAlignment();
        const auto read = decodeAlignment(encodeAlignment(alignment));
        QVERIFY(read);
        QVERIFY(*read == alignment);
        QCOMPARE(encodeAlignment(*read), encodeAlignment(alignment));
        QVERIFY(decodeAlignment(encodeAlignment({})) == Alignment());
    }

    void everyEnumeratorReadsBack()
    {
        Alignment alignment = fullAlignment();
        AlignedTable &table = alignment.tables[0];
        for (int family = 0; family <= static_cast<int>(TypeFamily::Other); ++family)
            table.in.a->columns.append({.name = u"c"_s, .family = static_cast<TypeFamily>(family)});
        for (const ValueSource source : {ValueSource::Written, ValueSource::Generated, ValueSource::Computed})
            table.in.a->columns.append({.name = u"c"_s, .source = source});
        for (int rule = 0; rule <= static_cast<int>(Equality::Rule::Ignored); ++rule)
            table.columns.append(
                {.name = u"c"_s, .in = {.b = Column()}, .equality = {static_cast<Equality::Rule>(rule)}});
        for (int kind = 0; kind <= static_cast<int>(SchemaDifference::Kind::TriggerDiffers); ++kind)
            table.differences.append({.kind = static_cast<SchemaDifference::Kind>(kind)});
        const auto read = decodeAlignment(encodeAlignment(alignment));
        QVERIFY(read);
        QVERIFY(*read == alignment);
    }

    void otherBytesGiveNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = encodeAlignment(fullAlignment());
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("alignment");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no members") << QByteArray("{}");
        QTest::newRow("cut off") << good.first(good.size() / 2);
        QTest::newRow("wrong type") << QByteArray(good).replace("\"compared\":false", "\"compared\":0");
        QTest::newRow("fraction") << QByteArray(good).replace("\"kind\":5", "\"kind\":1.5");
        QTest::newRow("enumerator past the last") << QByteArray(good).replace("\"kind\":5", "\"kind\":99");
        QTest::newRow("key column") << changed([](Alignment &a) { a.tables[0].keyColumns = {3}; });
        QTest::newRow("negative key column") << changed([](Alignment &a) { a.tables[0].keyColumns = {-1}; });
        QTest::newRow("column of no version") << changed([](Alignment &a) { a.tables[0].columns[1].in = {}; });
        QTest::newRow("child") << changed([](Alignment &a) { a.relations[0].child = 2; });
        QTest::newRow("parent column") << changed([](Alignment &a) { a.relations[0].parentColumns = {7}; });
        QTest::newRow("unlike columns") << changed([](Alignment &a) { a.relations[0].parentColumns = {0, 1}; });
        QTest::newRow("table of a unique") << changed([](Alignment &a) { a.uniques[0].table = -1; });
    }

    void otherBytesGiveNothing()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decodeAlignment(bytes));
    }

    void theShapeTellsWhatRowsDependOn()
    {
        const AlignedTable table = fullAlignment().tables[0];
        const auto shapeWith = [&](auto change) {
            AlignedTable other = table;
            change(other);
            return shapeOf(other);
        };
        QCOMPARE(shapeWith([](AlignedTable &t) { t.in.a->triggers.clear(); }), shapeOf(table));
        QCOMPARE_NE(shapeWith([](AlignedTable &t) { t.columns[1].name = u"remark"_s; }), shapeOf(table));
        QCOMPARE_NE(shapeWith([](AlignedTable &t) { t.columns[1].compared = false; }), shapeOf(table));
        QCOMPARE_NE(shapeWith([](AlignedTable &t) { t.columns[1].equality = {}; }), shapeOf(table));
        QCOMPARE_NE(shapeWith([](AlignedTable &t) { t.columns.swapItemsAt(0, 1); }), shapeOf(table));
        QCOMPARE_NE(shapeWith([](AlignedTable &t) { t.keyColumns = {1}; }), shapeOf(table));
    }
};

QTEST_GUILESS_MAIN(AlignmentJsonTest)
#include "tst_alignmentjson.moc"

#include "diffcore/schema/alignment.h"

#include "diffcore/dialect/dialect.h"
#include "diffcore/schema/nearestname.h"
#include "diffcore/schema/schemadiff.h"
#include "tests/support/printing.h"
#include "tests/support/sqlitefile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

Catalog catalogOf(const QString &sql)
{
    const SqliteFile file(sql.split(u';', Qt::SkipEmptyParts));
    auto connection = file.open();
    if (!connection)
        qFatal("%s", qPrintable(describe(connection.error())));
    const auto catalog = (*connection)->dialect().readCatalog(**connection, {});
    if (!catalog)
        qFatal("%s", qPrintable(describe(catalog.error())));
    return *catalog;
}

Result<Alignment> alignSql(const QString &a, const QString &b, const AlignmentOptions &options = {})
{
    return align(catalogOf(a), catalogOf(b), nullptr, options);
}

/// The alignment of schemas that must align.
Alignment aligned(const QString &a, const QString &b, const AlignmentOptions &options = {})
{
    const Result<Alignment> alignment = alignSql(a, b, options);
    if (!alignment)
        qFatal("%s", qPrintable(describe(alignment.error())));
    return *alignment;
}

QStringList names(const AlignedTable &table, const QList<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names.append(table.columns[column].name);
    return names;
}

QStringList comparedNames(const AlignedTable &table)
{
    QStringList compared;
    for (const AlignedColumn &column : table.columns) {
        if (column.compared)
            compared.append(column.name);
    }
    return compared;
}

QStringList messages(const AlignedTable &table)
{
    QStringList all;
    for (const SchemaDifference &difference : table.differences)
        all.append(difference.message + (difference.blocks ? u" (blocks)"_s : QString()));
    return all;
}

/// "lines(order_id) orders(order_id)", the relation's parts as text.
QString relationText(const Alignment &alignment, const Relation &relation)
{
    const AlignedTable &child = alignment.tables[relation.child];
    const AlignedTable &parent = alignment.tables[relation.parent];
    return u"%1(%2) %3(%4)"_s.arg(child.name.name, names(child, relation.childColumns).join(u' '), parent.name.name,
                                  names(parent, relation.parentColumns).join(u' '));
}

QStringList relationTexts(const Alignment &alignment)
{
    QStringList texts;
    for (const Relation &relation : alignment.relations)
        texts.append(relationText(alignment, relation));
    return texts;
}

} // namespace

class TestAlignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreNamedWithOrWithoutTheirSchema();
    void columnsAreTheUnionByName();
    void computedColumnsAreNotCompared();
    void keys_data();
    void keys();
    void chosenKeyComesFirst();
    void keyOfUnlikeTypesIsNotCompared();
    void differencesAreSaid();
    void baselineIsSeenToo();
    void tablesOfOneSide();
    void includeAndExclude();
    void wrongOptions_data();
    void wrongOptions();
    void ignoredColumns();
    void renamedColumnsAreOne();
    void renamesAreProposed();
    void theSchemaThreeWays();
    void columnsOfOneSideAreNamed();
    void whatAColumnWasAddedAs();
    void relations();
    void virtualRelations();
    void excludedEndsAreNoRelation();
    void uniques();
    void describesKeys();
    void parsesRelations_data();
    void parsesRelations();
    void nearestNames();
};

void TestAlignment::columnsAreTheUnionByName()
{
    const Catalog a = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, Name TEXT, extra TEXT)"_s);
    const Catalog b = catalogOf(u"CREATE TABLE T (id INTEGER PRIMARY KEY, late TEXT, name TEXT)"_s);
    const Catalog baseline = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, old TEXT)"_s);
    const auto alignment = align(a, b, &baseline, {});
    VERIFY_OK(alignment);
    QCOMPARE(alignment->tables.size(), 1);
    const AlignedTable &table = alignment->tables.first();
    QCOMPARE(table.name.name, u"t"_s);
    QCOMPARE(names(table, {0, 1, 2, 3, 4}), (QStringList{u"id"_s, u"Name"_s, u"extra"_s, u"late"_s, u"old"_s}));
    QCOMPARE(comparedNames(table), (QStringList{u"id"_s, u"Name"_s}));
    QCOMPARE(names(table, table.columnsOf(Version::B)), (QStringList{u"id"_s, u"Name"_s, u"late"_s}));
    QCOMPARE(table.columns[1].in.b->name, u"name"_s);
    QCOMPARE(table.columns[4].definition().name, u"old"_s);
    QCOMPARE(table.columnIndex(u"NAME"_s), 1);
    QCOMPARE(table.columnIndex(u"nobody"_s), -1);
}

void TestAlignment::computedColumnsAreNotCompared()
{
    const QString plain = u"CREATE TABLE t (id INTEGER PRIMARY KEY, qty INTEGER, total INTEGER)"_s;
    const QString computed = u"CREATE TABLE t (id INTEGER PRIMARY KEY, qty INTEGER, total AS (qty * 2))"_s;
    const AlignedTable table = aligned(plain, computed).tables.first();
    QCOMPARE(comparedNames(table), (QStringList{u"id"_s, u"qty"_s}));
    QCOMPARE(names(table, table.columnsOf(Version::A)), (QStringList{u"id"_s, u"qty"_s, u"total"_s}));
    QCOMPARE(names(table, table.columnsOf(Version::B)), (QStringList{u"id"_s, u"qty"_s}));
}

void TestAlignment::keys_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("key");
    const QString primary = u"CREATE TABLE t (x INT NOT NULL, y INT NOT NULL, z INT, PRIMARY KEY (x, y))"_s;
    const QString unique = u"CREATE TABLE t (x INT NOT NULL, y INT NOT NULL, z INT UNIQUE, UNIQUE (x, y))"_s;
    const QString bare = u"CREATE TABLE t (x INT NOT NULL, y INT NOT NULL, z INT)"_s;
    QTest::newRow("primary key") << primary << primary << u"x y"_s;
    QTest::newRow("primary key in another order")
        << primary << u"CREATE TABLE t (x INT NOT NULL, y INT NOT NULL, z INT, PRIMARY KEY (y, x))"_s << u"x y"_s;
    QTest::newRow("a unique key that is never NULL") << unique << unique << u"x y"_s;
    QTest::newRow("primary key here, unique key there") << primary << unique << u"x y"_s;
    QTest::newRow("a unique key that may be NULL")
        << bare + u"; CREATE UNIQUE INDEX u ON t (z)"_s << bare + u"; CREATE UNIQUE INDEX u ON t (z)"_s << QString();
    QTest::newRow("a partial unique index") << bare + u"; CREATE UNIQUE INDEX u ON t (x) WHERE z > 1"_s
                                            << bare + u"; CREATE UNIQUE INDEX u ON t (x) WHERE z > 1"_s << QString();
    QTest::newRow("on one side only") << primary << bare << QString();
    QTest::newRow("one side's key has a column more")
        << u"CREATE TABLE t (x INT NOT NULL PRIMARY KEY, y INT NOT NULL)"_s
        << u"CREATE TABLE t (x INT NOT NULL, y INT NOT NULL, PRIMARY KEY (x, y))"_s << u"x y"_s;
    QTest::newRow("one side's key has a column more, which may be NULL")
        << u"CREATE TABLE t (x INT NOT NULL PRIMARY KEY, y INT)"_s
        << u"CREATE TABLE t (x INT NOT NULL, y INT, UNIQUE (x, y))"_s << QString();
    QTest::newRow("keys that share a column")
        << u"CREATE TABLE t (x INT NOT NULL, y INT NOT NULL, z INT NOT NULL, PRIMARY KEY (x, y))"_s
        << u"CREATE TABLE t (x INT NOT NULL, y INT NOT NULL, z INT NOT NULL, PRIMARY KEY (x, z))"_s << QString();
    QTest::newRow("none") << bare << bare << QString();
}

void TestAlignment::keys()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, key);
    const AlignedTable table = aligned(a, b).tables.first();
    QCOMPARE(names(table, table.keyColumns).join(u' '), key);
    QCOMPARE(table.isKeyless(), key.isEmpty());
    const AlignedTable mirrored = aligned(b, a).tables.first();
    QStringList sorted = names(mirrored, mirrored.keyColumns);
    sorted.sort();
    QCOMPARE(sorted.join(u' '), key);
}

void TestAlignment::chosenKeyComesFirst()
{
    const QString sql = u"CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT NOT NULL)"_s;
    QCOMPARE(aligned(sql, sql).tables.first().generatedKeyColumn(), 0);
    AlignmentOptions options;
    options.keys.insert(u"T"_s, {u"Email"_s});
    const AlignedTable table = aligned(sql, sql, options).tables.first();
    QCOMPARE(names(table, table.keyColumns), QStringList{u"email"_s});
    QCOMPARE(table.generatedKeyColumn(), -1);
}

void TestAlignment::keyOfUnlikeTypesIsNotCompared()
{
    const AlignedTable table = aligned(u"CREATE TABLE t (code INT NOT NULL PRIMARY KEY)"_s,
                                       u"CREATE TABLE t (code TEXT NOT NULL PRIMARY KEY)"_s)
                                   .tables.first();
    QCOMPARE(table.whyNotCompared, u"key column code is INT on A and TEXT on B"_s);
}

void TestAlignment::differencesAreSaid()
{
    const AlignedTable table =
        aligned(u"CREATE TABLE t (id INTEGER PRIMARY KEY, price DECIMAL(10, 2), note TEXT, extra TEXT);"
                "CREATE UNIQUE INDEX u ON t (note)"_s,
                u"CREATE TABLE t (id INTEGER PRIMARY KEY, price REAL, note TEXT NOT NULL)"_s)
            .tables.first();
    QVERIFY(table.whyNotCompared.isEmpty());
    QCOMPARE(messages(table),
             (QStringList{u"price is DECIMAL(10, 2) on A, REAL on B"_s, u"note is nullable on A, NOT NULL on B"_s,
                          u"extra is not on B (blocks)"_s, u"unique key (note) is not on B"_s}));
}

void TestAlignment::baselineIsSeenToo()
{
    const Catalog sides = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, channel TEXT);"
                                    "CREATE TABLE fresh (id INTEGER PRIMARY KEY)"_s);
    const Catalog baseline = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY);"
                                       "CREATE TABLE gone (id INTEGER PRIMARY KEY)"_s);
    const auto alignment = align(sides, sides, &baseline, {});
    VERIFY_OK(alignment);
    QCOMPARE(alignment->tables.size(), 2);
    const AlignedTable &table = alignment->tables[alignment->tableIndex(u"t"_s)];
    QCOMPARE(messages(table), QStringList{u"channel is not in the baseline"_s});
    QVERIFY(table.columns[1].compared);
    QVERIFY(alignment->tables[alignment->tableIndex(u"fresh"_s)].whyNotCompared.isEmpty());
    QStringList ofTables;
    for (const SchemaDifference &difference : alignment->differences)
        ofTables.append(difference.message);
    QCOMPARE(ofTables, (QStringList{u"fresh is not in the baseline"_s, u"gone is not on A and not on B"_s}));
}

void TestAlignment::tablesOfOneSide()
{
    const Alignment alignment = aligned(u"CREATE TABLE t (id INTEGER PRIMARY KEY); CREATE TABLE audit (x TEXT)"_s,
                                        u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s);
    QCOMPARE(alignment.tables.size(), 2);
    QCOMPARE(alignment.tables[0].name.name, u"audit"_s);
    QCOMPARE(alignment.tables[0].whyNotCompared, u"not on B"_s);
    QCOMPARE(alignment.differences.size(), 1);
    QCOMPARE(alignment.differences[0].message, u"audit is not on B"_s);
    QVERIFY(alignment.differences[0].blocks);
}

void TestAlignment::includeAndExclude()
{
    const QString sql =
        u"CREATE TABLE orders (id INTEGER PRIMARY KEY); CREATE TABLE order_lines (id INTEGER PRIMARY KEY);"
        "CREATE TABLE settings (id INTEGER PRIMARY KEY)"_s;
    AlignmentOptions options;
    options.include = {u"ORDER*"_s};
    options.exclude = {u"*_lines"_s};
    const Alignment alignment = aligned(sql, sql, options);
    QCOMPARE(alignment.tables.size(), 1);
    QCOMPARE(alignment.tables[0].name.name, u"orders"_s);
    QVERIFY(matchesGlob(u"dbo.ord?rs"_s, {u"dbo"_s, u"orders"_s}));
    QVERIFY(matchesGlob(u"orders"_s, {u"dbo"_s, u"orders"_s}));
    QVERIFY(!matchesGlob(u"order"_s, {u"dbo"_s, u"orders"_s}));
}

void TestAlignment::wrongOptions_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("advice");
    QTest::newRow("include") << u"include"_s << u"ordrs"_s << u"no table matches 'ordrs'"_s
                             << u"Did you mean orders?"_s;
    QTest::newRow("exclude") << u"exclude"_s << u"x*"_s << u"no table matches 'x*'"_s << QString();
    QTest::newRow("key of no table") << u"key"_s << u"order.id"_s << u"there is no table order"_s
                                     << u"Did you mean orders?"_s;
    QTest::newRow("key of no column") << u"key"_s << u"orders.stat"_s << u"table orders has no column stat"_s
                                      << u"Did you mean status?"_s;
    QTest::newRow("ignored, but in the key")
        << u"ignored"_s << u"orders.id"_s << u"column id of table orders is part of the key and cannot be ignored"_s
        << QString();
    QTest::newRow("ignored, no column") << u"ignored"_s << u"orders.stats"_s << u"table orders has no column stats"_s
                                        << u"Did you mean status?"_s;
    QTest::newRow("renamed, no column") << u"renamed"_s << u"orders.status=stat"_s
                                        << u"renamed column status=stat of table orders: there is no column stat"_s
                                        << u"Did you mean status?"_s;
    QTest::newRow("renamed, no pair") << u"renamed"_s << u"orders.state"_s
                                      << u"renamed column state of table orders: there is no column state"_s
                                      << u"Did you mean status?"_s;
    QTest::newRow("equality without a rule")
        << u"equality"_s << u"orders.status=trimmed"_s
        << u"'status=trimmed' does not say how to compare a column of orders"_s << QString();
    QTest::newRow("equality of the key") << u"equality"_s << u"orders.id=trim"_s
                                         << u"column id of table orders is part of the key, which is compared exactly"_s
                                         << QString();
    QTest::newRow("equality of no column") << u"equality"_s << u"orders.state=trim"_s
                                           << u"table orders has no column state"_s << u"Did you mean status?"_s;
    QTest::newRow("relation of no table")
        << u"relation"_s << u"line.order_id=orders.id"_s
        << u"relation line.order_id=orders.id: there is no table line"_s << u"Did you mean lines?"_s;
    QTest::newRow("relation to no column")
        << u"relation"_s << u"lines.order_id=orders.ids"_s
        << u"relation lines.order_id=orders.ids: there is no column orders.ids"_s << u"Did you mean id?"_s;
}

void TestAlignment::wrongOptions()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(QString, message);
    QFETCH(QString, advice);
    AlignmentOptions options;
    if (option == u"include"_s)
        options.include = {value};
    else if (option == u"exclude"_s)
        options.exclude = {value};
    else if (option == u"relation"_s)
        options.relations = {VirtualRelation::parse(value).value()};
    else
        (option == u"key"_s        ? options.keys
         : option == u"renamed"_s  ? options.renamed
         : option == u"equality"_s ? options.equality
                                   : options.ignored)
            .insert(value.section(u'.', 0, 0), {value.section(u'.', 1)});
    const QString sql =
        u"CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT); CREATE TABLE lines (order_id INT)"_s;
    const Result<Alignment> alignment = alignSql(sql, sql, options);
    QVERIFY(!alignment);
    QVERIFY(alignment.error().code == ErrorCode::Usage);
    QCOMPARE(alignment.error().message, message);
    if (!advice.isEmpty())
        QCOMPARE(alignment.error().advice, advice);
}

void TestAlignment::ignoredColumns()
{
    const QString sql = u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, seen TEXT)"_s;
    AlignmentOptions options;
    options.ignored.insert(u"t"_s, {u"seen"_s});
    const AlignedTable table = aligned(sql, sql, options).tables.first();
    QCOMPARE(comparedNames(table), (QStringList{u"id"_s, u"name"_s}));
}

void TestAlignment::renamedColumnsAreOne()
{
    const Catalog a = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, note TEXT UNIQUE)"_s);
    const Catalog b = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, remark TEXT UNIQUE);"
                                "CREATE TABLE u (r TEXT REFERENCES t (remark))"_s);
    const Catalog baseline = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, NOTE TEXT)"_s);
    for (const QString &pair : {u"note=remark"_s, u"Remark = Note"_s}) {
        AlignmentOptions options;
        options.renamed.insert(u"t"_s, {pair});
        const auto alignment = align(a, b, &baseline, options);
        VERIFY_OK(alignment);
        const AlignedTable &table = alignment->tables.first();
        QCOMPARE(comparedNames(table), (QStringList{u"id"_s, u"note"_s}));
        QCOMPARE(table.columns[1].in.b->name, u"remark"_s);
        QCOMPARE(table.columns[1].in.baseline->name, u"NOTE"_s);
        QCOMPARE(table.columnIndex(u"remark"_s), 1);
        QCOMPARE(messages(table), (QStringList{u"note is note on A, remark on B, NOTE in the baseline"_s}));
        QCOMPARE(alignment->uniques.size(), 2); // the key, and one for the two names
    }
}

void TestAlignment::renamesAreProposed()
{
    const auto proposals = [](const QString &a, const QString &b) {
        QStringList texts;
        const AlignedTable table = aligned(u"CREATE TABLE t (id INTEGER PRIMARY KEY, %1)"_s.arg(a),
                                           u"CREATE TABLE t (id INTEGER PRIMARY KEY, %1)"_s.arg(b))
                                       .tables.first();
        for (const RenameProposal &proposal : renameProposals(table))
            texts.append(proposal.toText());
        return texts.join(u' ');
    };
    QCOMPARE(proposals(u"note TEXT"_s, u"remark TEXT"_s), u"note=remark"_s);
    QCOMPARE(proposals(u"note TEXT"_s, u"remark INT"_s), QString());
    QCOMPARE(proposals(u"note TEXT, qty INT"_s, u"qty INT, order_note TEXT"_s), u"note=order_note"_s);
    QCOMPARE(proposals(u"note TEXT, qty INT"_s, u"qty INT, remark TEXT"_s), QString());
    QCOMPARE(proposals(u"note TEXT, city TEXT"_s, u"remark TEXT, town TEXT"_s), u"note=remark city=town"_s);
    QCOMPARE(proposals(u"note TEXT"_s, u"note TEXT, remark TEXT"_s), QString());
}

void TestAlignment::theSchemaThreeWays()
{
    const Catalog a =
        catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, price INT, gone TEXT, channel TEXT DEFAULT 'web');"
                  "CREATE UNIQUE INDEX u ON t (price)"_s);
    const Catalog b = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, price REAL NOT NULL, channel TEXT)"_s);
    const Catalog baseline = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, price INT, gone TEXT)"_s);
    const auto alignment = align(a, b, &baseline, {});
    VERIFY_OK(alignment);
    QStringList texts;
    for (const SchemaRow &row : schemaRows(alignment->tables.first()))
        texts.append(u"%1: %2 | %3 | %4: %5"_s.arg(row.object, row.says.baseline, row.says.a, row.says.b, row.change));
    QCOMPARE(texts,
             (QStringList{
                 u"id: INTEGER, NOT NULL, generated | INTEGER, NOT NULL, generated | INTEGER, NOT NULL, generated: "_s,
                 u"price: INT | INT | REAL, NOT NULL: retyped on B; NULL or NOT NULL changed on B"_s,
                 u"gone: TEXT | TEXT | : dropped on B"_s, u"channel:  | TEXT, default 'web' | TEXT: added on A and B"_s,
                 u"primary key: (id) | (id) | (id): "_s, u"unique key (price):  | yes | : added on A"_s}));
    const AlignedTable twoWays = aligned(u"CREATE TABLE t (id INTEGER PRIMARY KEY, x INT)"_s,
                                         u"CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, y INT)"_s)
                                     .tables.first();
    QStringList changes;
    for (const SchemaRow &row : schemaRows(twoWays))
        changes.append(row.change);
    QCOMPARE(changes, (QStringList{QString(), u"unlike"_s, u"only on B"_s, QString()}));
}

void TestAlignment::columnsOfOneSideAreNamed()
{
    AlignmentOptions options;
    options.ignored.insert(u"t"_s, {u"seen"_s});
    const AlignedTable table =
        aligned(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, seen TEXT, twice AS (id * 2), body BLOB)"_s,
                u"CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT, seen TEXT, body INT)"_s, options)
            .tables.first();
    QCOMPARE(table.columnsNotCompared(),
             (QStringList{u"a (not on B)"_s, u"body (BLOB on A, INT on B)"_s, u"b (not on A)"_s}));
}

void TestAlignment::whatAColumnWasAddedAs()
{
    const Catalog sides = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, channel TEXT DEFAULT 'web', at TEXT "
                                    "DEFAULT CURRENT_TIMESTAMP, note TEXT)"_s);
    const Catalog other =
        catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, channel TEXT DEFAULT 'shop', note TEXT)"_s);
    const Catalog baseline = catalogOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s);
    const AlignedTable table = align(sides, sides, &baseline, {}).value().tables.first();
    QCOMPARE(table.columns[0].addedAs, std::nullopt);
    QCOMPARE(table.columns[1].addedAs, std::optional(Value::text(u"web"_s)));
    QCOMPARE(table.columns[2].addedAs, std::nullopt);
    QCOMPARE(table.columns[3].addedAs, std::optional(Value::null()));
    QCOMPARE(table.columns[1].atSplit(Value()), Value::text(u"web"_s));
    QCOMPARE(table.columns[1].atSplit(Value::null()), Value::null());
    QVERIFY(table.columns[2].atSplit(Value()).isAbsent());
    const AlignedTable unlike = align(sides, other, &baseline, {}).value().tables.first();
    QCOMPARE(unlike.columns[1].addedAs, std::nullopt);
}

void TestAlignment::relations()
{
    const QString parents = u"CREATE TABLE orders (id INTEGER PRIMARY KEY);"
                            "CREATE TABLE staff (id INTEGER PRIMARY KEY, boss INT REFERENCES staff);"_s;
    const Alignment alignment =
        aligned(parents + u"CREATE TABLE lines (order_id INT REFERENCES orders, no INT, PRIMARY KEY (order_id, no))"_s,
                parents + u"CREATE TABLE lines (order_id INT REFERENCES orders (id), no INT REFERENCES staff (id), "
                          "PRIMARY KEY (order_id, no))"_s);
    QCOMPARE(relationTexts(alignment),
             (QStringList{u"lines(order_id) orders(id)"_s, u"lines(no) staff(id)"_s, u"staff(boss) staff(id)"_s}));
    QVERIFY(alignment.relations[0].declared);
}

void TestAlignment::virtualRelations()
{
    const QString sql = u"CREATE TABLE orders (id INTEGER PRIMARY KEY); CREATE TABLE log (Order_Id INT);"
                        "CREATE TABLE lines (order_id INT REFERENCES orders (id))"_s;
    AlignmentOptions options;
    options.relations = {VirtualRelation::parse(u"log.order_id=orders.id"_s).value(),
                         VirtualRelation::parse(u"lines.order_id=orders.id"_s).value()};
    const Alignment alignment = aligned(sql, sql, options);
    QCOMPARE(relationTexts(alignment), (QStringList{u"lines(order_id) orders(id)"_s, u"log(Order_Id) orders(id)"_s}));
    QVERIFY(alignment.relations[0].declared);
    QVERIFY(!alignment.relations[1].declared);
    QCOMPARE(alignment.relations[1].name, u"log.order_id=orders.id"_s);
}

void TestAlignment::excludedEndsAreNoRelation()
{
    const QString sql = u"CREATE TABLE orders (id INTEGER PRIMARY KEY); CREATE TABLE log (order_id INT)"_s;
    AlignmentOptions options;
    options.exclude = {u"log"_s};
    options.relations = {VirtualRelation::parse(u"log.order_id=orders.id"_s).value()};
    QVERIFY(aligned(sql, sql, options).relations.isEmpty());
}

void TestAlignment::uniques()
{
    const Alignment alignment =
        aligned(u"CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT UNIQUE, code INT, UNIQUE (code, email));"
                "CREATE UNIQUE INDEX part ON t (code) WHERE code > 0"_s,
                u"CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT, code INT UNIQUE, UNIQUE (email, code))"_s);
    QStringList texts;
    for (const UniqueConstraint &unique : alignment.uniques)
        texts.append(names(alignment.tables[unique.table], unique.columns).join(u' '));
    texts.sort();
    QCOMPARE(texts, (QStringList{u"code"_s, u"code email"_s, u"email"_s, u"id"_s}));
}

void TestAlignment::describesKeys()
{
    const QString sql =
        u"CREATE TABLE lines (order_id INT NOT NULL, no INT NOT NULL, x TEXT, PRIMARY KEY (order_id, no));"
        "CREATE TABLE log (at TEXT, what TEXT, n INT)"_s;
    const Alignment alignment = aligned(sql, sql);
    const AlignedTable &lines = alignment.tables[0];
    const RowKey key = lines.keyOf({Value::integer(1001), Value::integer(2), Value::text(u"x"_s)});
    QCOMPARE(key.values.size(), 2);
    QCOMPARE(lines.describeKey(key), u"lines order_id=1001, no=2"_s);
    const AlignedTable &log = alignment.tables[1];
    const RowKey copy = log.keyOf({Value::text(u"2026"_s), Value::null(), Value::integer(7)}, 3);
    QCOMPARE(log.describeKey(copy), u"log ('2026', NULL, 7) no. 3"_s);
}

void TestAlignment::parsesRelations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    QTest::newRow("plain") << u"pay.order_id=orders.id"_s << u"pay.order_id=orders.id"_s;
    QTest::newRow("with schemas and blanks")
        << u" dbo.pay.order_id = dbo.orders.id "_s << u"dbo.pay.order_id=dbo.orders.id"_s;
    QTest::newRow("no table") << u"order_id=orders.id"_s << QString();
    QTest::newRow("no column") << u"pay.=orders.id"_s << QString();
    QTest::newRow("one end") << u"pay.order_id"_s << QString();
    QTest::newRow("three ends") << u"a.b=c.d=e.f"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestAlignment::parsesRelations()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const Result<VirtualRelation> relation = VirtualRelation::parse(text);
    QCOMPARE(relation.has_value(), !read.isEmpty());
    if (relation)
        QCOMPARE(relation->toText(), read);
    else
        QVERIFY(relation.error().code == ErrorCode::Usage);
}

void TestAlignment::nearestNames()
{
    QCOMPARE(nearestName(u"ORDRES"_s, {u"customers"_s, u"orders"_s, u"settings"_s}), u"orders"_s);
    QCOMPARE(nearestName(u"x"_s, {}), QString());
    QCOMPARE(didYouMean(u"x"_s, {}), QString());
}

void TestAlignment::tablesAreNamedWithOrWithoutTheirSchema()
{
    Catalog catalog;
    for (const auto &[schema, name] : {std::pair(u"public"_s, u"orders"_s), std::pair(u"public"_s, u"log"_s),
                                       std::pair(u"archive"_s, u"log"_s), std::pair(u"archive"_s, u"Old"_s)}) {
        Table table;
        table.name = {schema, name};
        catalog.tables += table;
    }
    const auto found = [&](const TableName &name) {
        const Table *table = catalog.table(name);
        return table ? table->name.display() : QString();
    };
    QCOMPARE(found({u"public"_s, u"orders"_s}), u"public.orders"_s);
    QCOMPARE(found({u"PUBLIC"_s, u"Orders"_s}), u"public.orders"_s);
    QCOMPARE(found({{}, u"orders"_s}), u"public.orders"_s);
    QCOMPARE(found({{}, u"old"_s}), u"archive.Old"_s);
    QCOMPARE(found({{}, u"log"_s}), QString()); // there are two
    QCOMPARE(found({u"archive"_s, u"log"_s}), u"archive.log"_s);
    QCOMPARE(found({u"archive"_s, u"orders"_s}), QString());
}

QTEST_GUILESS_MAIN(TestAlignment)
#include "tst_alignment.moc"

#include "diffcore/dialect/sqlitedialect.h"

#include "diffcore/dialect/sqlitesyntax.h"
#include "diffcore/odbc/connection.h"
#include "tests/support/printing.h"
#include "tests/support/sqlitefile.h"

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

/// The catalog of a database that these statements make, and what its generators say.
struct Read
{
    SqliteFile file;
    std::unique_ptr<Connection> connection;
    Catalog catalog;

    explicit Read(const QStringList &statements)
        : file(statements)
    {
        auto opened = file.open();
        if (!opened)
            qFatal("%s", qPrintable(describe(opened.error())));
        connection = std::move(*opened);
        const auto read = connection->dialect().readCatalog(*connection, {});
        if (!read)
            qFatal("%s", qPrintable(describe(read.error())));
        catalog = *read;
    }

    Table operator[](const QString &name) const
    {
        const Table *table = catalog.table({{}, name});
        return table ? *table : Table();
    }

    Result<GeneratorState> generator(const QString &table, const QString &column) const
    {
        return connection->dialect().readGenerator(*connection, (*this)[table], column);
    }
};

QStringList names(const Catalog &catalog)
{
    QStringList all;
    for (const Table &table : catalog.tables)
        all += table.name.name;
    return all;
}

} // namespace

class TestSqliteCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTablesAlone()
    {
        const Read read({u"CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT)"_s, u"CREATE TABLE a (x)"_s,
                         u"CREATE VIEW v AS SELECT * FROM a"_s, u"CREATE TABLE sqliteish (x)"_s,
                         u"CREATE VIRTUAL TABLE f USING fts5(body)"_s, u"INSERT INTO b DEFAULT VALUES"_s,
                         u"ANALYZE"_s});
        QCOMPARE(names(read.catalog), (QStringList{u"a"_s, u"b"_s, u"f"_s, u"sqliteish"_s}));
        QCOMPARE(read[u"f"_s].whyNotComparable, u"it is a virtual table"_s);
        QCOMPARE(read[u"a"_s].whyNotComparable, QString());
    }

    void readsColumns()
    {
        const Read read(
            {u"CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL COLLATE nocase DEFAULT 'x', "
             "price REAL, at DATETIME, done BOOLEAN, n DECIMAL(10,2), raw BLOB, free, "
             "twice AS (price * 2), thrice REAL AS (price * 3) STORED)"_s});
        const QList<Column> columns = read[u"T"_s].columns;
        QCOMPARE(columns.size(), 10);
        QCOMPARE(columns[0], (Column{.name = u"id"_s,
                                     .declaredType = u"INTEGER"_s,
                                     .family = TypeFamily::Integer,
                                     .nullable = false,
                                     .source = ValueSource::Generated}));
        QCOMPARE(columns[1], (Column{.name = u"name"_s,
                                     .declaredType = u"VARCHAR(20)"_s,
                                     .family = TypeFamily::Text,
                                     .nullable = false,
                                     .collation = u"NOCASE"_s,
                                     .defaultExpression = u"'x'"_s}));
        const QList<TypeFamily> families{
            TypeFamily::Integer, TypeFamily::Text,   TypeFamily::Float, TypeFamily::Text,  TypeFamily::Integer,
            TypeFamily::Decimal, TypeFamily::Binary, TypeFamily::Other, TypeFamily::Other, TypeFamily::Float};
        for (int i = 0; i < columns.size(); ++i)
            QCOMPARE(columns[i].family, families[i]);
        QCOMPARE(columns[7].source, ValueSource::Written);
        QCOMPARE(columns[8].source, ValueSource::Computed);
        QCOMPARE(columns[9].source, ValueSource::Computed);
    }

    void knowsWhoHandsOutKeys_data()
    {
        QTest::addColumn<QString>("create");
        QTest::addColumn<bool>("generated");
        QTest::newRow("integer primary key") << u"(id INTEGER PRIMARY KEY, x)"_s << true;
        QTest::newRow("lower case") << u"(id integer primary key, x)"_s << true;
        QTest::newRow("autoincrement") << u"(id INTEGER PRIMARY KEY AUTOINCREMENT, x)"_s << true;
        QTest::newRow("table constraint") << u"(x, id INTEGER, PRIMARY KEY (id))"_s << true;
        QTest::newRow("descending table constraint") << u"(x, id INTEGER, PRIMARY KEY (id DESC))"_s << true;
        QTest::newRow("descending column") << u"(id INTEGER PRIMARY KEY DESC, x)"_s << false;
        QTest::newRow("int") << u"(id INT PRIMARY KEY, x)"_s << false;
        QTest::newRow("without rowid") << u"(id INTEGER PRIMARY KEY, x) WITHOUT ROWID"_s << false;
        QTest::newRow("two columns") << u"(id INTEGER, x INTEGER, PRIMARY KEY (id, x))"_s << false;
    }

    void knowsWhoHandsOutKeys()
    {
        QFETCH(QString, create);
        QFETCH(bool, generated);
        const Read read({u"CREATE TABLE t "_s + create});
        const Table table = read[u"t"_s];
        QVERIFY(table.primaryKey.has_value());
        QCOMPARE(table.primaryKey->columns.first(), u"id"_s);
        QCOMPARE(table.generatedColumn() != nullptr, generated);
    }

    void readsKeys()
    {
        const Read read({u"CREATE TABLE t (a, b, c, d UNIQUE, PRIMARY KEY (b, a), UNIQUE (c, d))"_s,
                         u"CREATE UNIQUE INDEX some ON t (c) WHERE d > 0"_s, u"CREATE UNIQUE INDEX whole ON t (a, c)"_s,
                         u"CREATE UNIQUE INDEX expr ON t (lower(c))"_s, u"CREATE INDEX plain ON t (d)"_s});
        const Table table = read[u"t"_s];
        QCOMPARE(table.primaryKey, std::optional(Key{u"PRIMARY KEY"_s, {u"b"_s, u"a"_s}}));
        QCOMPARE(table.uniqueKeys, (QList<Key>{{u"UNIQUE (d)"_s, {u"d"_s}},
                                               {u"UNIQUE (c, d)"_s, {u"c"_s, u"d"_s}},
                                               {u"some"_s, {u"c"_s}, true},
                                               {u"whole"_s, {u"a"_s, u"c"_s}}}));
    }

    void readsForeignKeys()
    {
        const Read read({u"CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT UNIQUE)"_s,
                         u"CREATE TABLE two (x, y, PRIMARY KEY (x, y))"_s, u"CREATE TABLE keyless (x)"_s,
                         u"CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES PARENT, "
                         "c TEXT REFERENCES parent (CODE), boss INTEGER REFERENCES child, a, b, "
                         "k REFERENCES keyless, g REFERENCES gone (id), FOREIGN KEY (a, b) REFERENCES two)"_s});
        const TableName parent{{}, u"parent"_s};
        QCOMPARE(read[u"child"_s].foreignKeys,
                 (QList<ForeignKey>{
                     {u"child.p → parent"_s, {u"p"_s}, parent, {u"id"_s}},
                     {u"child.c → parent"_s, {u"c"_s}, parent, {u"code"_s}},
                     {u"child.boss → child"_s, {u"boss"_s}, {{}, u"child"_s}, {u"id"_s}},
                     {u"child.g → gone"_s, {u"g"_s}, {{}, u"gone"_s}, {u"id"_s}},
                     {u"child.(a, b) → two"_s, {u"a"_s, u"b"_s}, {{}, u"two"_s}, {u"x"_s, u"y"_s}},
                 }));
    }

    void readsTriggers_data()
    {
        QTest::addColumn<QString>("create");
        QTest::addColumn<QString>("event");
        QTest::newRow("after") << u"CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END"_s << u"after insert"_s;
        QTest::newRow("no time") << u"CREATE TRIGGER g DELETE ON t BEGIN SELECT 1; END"_s << u"before delete"_s;
        QTest::newRow("columns") << u"CREATE TRIGGER g BEFORE UPDATE OF \"a, b\", x ON t BEGIN SELECT 1; END"_s
                                 << u"before update of a, b, x"_s;
        QTest::newRow("names like words") << u"CREATE TRIGGER IF NOT EXISTS main.[g] /* ON */ AFTER -- x\n UPDATE ON t "
                                             "BEGIN SELECT 1; END"_s
                                          << u"after update"_s;
    }

    void readsTriggers()
    {
        QFETCH(QString, create);
        QFETCH(QString, event);
        const Read read({u"CREATE TABLE t (x, \"a, b\")"_s, create});
        QCOMPARE(read[u"t"_s].triggers, (QList<Trigger>{{u"g"_s, event}}));
    }

    void readsHostileNames()
    {
        const QString name = u"a\"b'c;d]e[f`g --/*é🙂?{x}"_s;
        const auto quoted = [&](const QString &text) { return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"'; };
        const Read read({u"CREATE TABLE %1 (%1 INTEGER PRIMARY KEY, \"select\" TEXT COLLATE NOCASE, \"%%\" TEXT)"_s.arg(
                             quoted(name)),
                         u"CREATE TABLE \"order\" (id INTEGER PRIMARY KEY, %1 REFERENCES %1 (%1))"_s.arg(quoted(name)),
                         u"CREATE UNIQUE INDEX \"in\"\"dex;\" ON %1 (\"select\")"_s.arg(quoted(name)),
                         u"CREATE TRIGGER \"tr;ig\" AFTER INSERT ON %1 BEGIN SELECT 1; END"_s.arg(quoted(name)),
                         u"INSERT INTO %1 VALUES (41, 'x', 'y')"_s.arg(quoted(name))});
        QCOMPARE(names(read.catalog), (QStringList{name, u"order"_s}));
        const Table table = read[name];
        QCOMPARE(table.columns[0].name, name);
        QCOMPARE(table.columns[1].collation, u"NOCASE"_s);
        QCOMPARE(table.uniqueKeys, (QList<Key>{{u"in\"dex;"_s, {u"select"_s}}}));
        QCOMPARE(table.triggers, (QList<Trigger>{{u"tr;ig"_s, u"after insert"_s}}));
        QCOMPARE(read[u"order"_s].foreignKeys[0].parent.name, name);
        QCOMPARE(read.generator(name, name), Result<GeneratorState>(GeneratorState{std::nullopt, 41}));
    }

    void refusesTablesWhoseKeyIsNull()
    {
        const Read read({u"CREATE TABLE a (k TEXT PRIMARY KEY)"_s, u"CREATE TABLE b (k TEXT PRIMARY KEY)"_s,
                         u"INSERT INTO a VALUES (NULL)"_s, u"INSERT INTO b VALUES ('x')"_s});
        QCOMPARE(read[u"a"_s].whyNotComparable, u"its primary key (k) is NULL in a row"_s);
        QCOMPARE(read[u"b"_s].whyNotComparable, QString());
    }

    void readsGenerators()
    {
        const Read read({u"CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)"_s,
                         u"CREATE TABLE fresh (id INTEGER PRIMARY KEY AUTOINCREMENT)"_s,
                         u"CREATE TABLE plain (id INTEGER PRIMARY KEY, n INTEGER)"_s,
                         u"CREATE TABLE said (id INTEGER PRIMARY KEY /* AUTOINCREMENT */)"_s,
                         u"INSERT INTO counted VALUES (5), (9)"_s, u"DELETE FROM counted WHERE id = 9"_s,
                         u"INSERT INTO plain VALUES (3, 8)"_s});
        using State = Result<GeneratorState>;
        QCOMPARE(read.generator(u"counted"_s, u"id"_s), State(GeneratorState{9, 5}));
        QCOMPARE(read.generator(u"fresh"_s, u"id"_s), State(GeneratorState{0, std::nullopt}));
        QCOMPARE(read.generator(u"plain"_s, u"id"_s), State(GeneratorState{std::nullopt, 3}));
        QCOMPARE(read.generator(u"plain"_s, u"n"_s), State(GeneratorState{std::nullopt, 8}));
        QCOMPARE(read.generator(u"said"_s, u"id"_s), State(GeneratorState{}));
    }

    void readsAlteredTables()
    {
        const Read read({u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s,
                         u"ALTER TABLE t ADD COLUMN n TEXT COLLATE RTRIM"_s, u"ALTER TABLE t RENAME TO u"_s,
                         u"CREATE TABLE copy AS SELECT * FROM u"_s});
        QCOMPARE(read[u"u"_s].columns[1].collation, u"RTRIM"_s);
        QVERIFY(!read[u"copy"_s].primaryKey);
    }

    void stopsWhenCancelled()
    {
        const Read read({u"CREATE TABLE t (x)"_s});
        CancelToken cancel;
        cancel.cancel();
        const auto again = read.connection->dialect().readCatalog(*read.connection, cancel);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Cancelled);
    }

    void findsWordsOutsideOfQuotes()
    {
        QVERIFY(hasAutoincrement(u"CREATE TABLE t(a integer primary key autoincrement)"_s));
        QVERIFY(!hasAutoincrement(u"CREATE TABLE t(\"AUTOINCREMENT\" DEFAULT 'AUTOINCREMENT' -- AUTOINCREMENT\n)"_s));
        const QHash<QString, QString> expected{{u"b"_s, u"NOCASE"_s}};
        QCOMPARE(
            declaredCollations(u"CREATE TABLE t(a CHECK (a = 'x' COLLATE NOCASE), [B] TEXT COLLATE \"nocase\", c)"_s),
            expected);
    }
};

QTEST_GUILESS_MAIN(TestSqliteCatalog)
#include "tst_sqlitecatalog.moc"

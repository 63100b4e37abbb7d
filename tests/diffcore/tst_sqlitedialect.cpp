#include "diffcore/dialect/sqlitedialect.h"

#include "diffcore/odbc/connection.h"
#include "tests/support/printing.h"
#include "tests/support/sqlitefile.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimeZone>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

const SqliteDialect &dialect()
{
    static const SqliteDialect sqlite{ServerInfo{}};
    return sqlite;
}

Value real(double number)
{
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.begin(), text.end(), number).ptr;
    return Value::of(TypeFamily::Float, QByteArray(text.data(), end - text.data()));
}

Value text(const QByteArray &bytes)
{
    return Value::of(TypeFamily::Text, bytes);
}

Result<QList<Row>> rowsOf(Connection &connection, const Table &table, const QStringList &columns, const QString &sql)
{
    REJOIN_TRY_VALUE(reader, connection.read(sql, {}));
    QList<Row> rows;
    for (;;) {
        REJOIN_TRY_VALUE(more, reader->next());
        if (!more)
            return rows;
        for (int i = 0; i < reader->rowCount(); ++i) {
            Row row;
            for (int column = 0; column < columns.size(); ++column)
                row += dialect().decode(*table.column(columns[column]), reader->cell(i, column));
            rows += row;
        }
    }
}

QList<Value> keyOf(const Selection &what, const Row &row)
{
    QList<Value> key;
    for (const QString &column : what.keyColumns)
        key += row[what.columns.indexOf(column)];
    return key;
}

/// A database with its catalog read, to ask for rows.
struct Fixture
{
    SqliteFile file;
    std::unique_ptr<Connection> connection;
    Catalog catalog;

    explicit Fixture(const QStringList &statements)
        : file(statements)
    {
        auto opened = file.open({.readOnly = false});
        if (!opened)
            qFatal("%s", qPrintable(describe(opened.error())));
        connection = std::move(*opened);
        auto read = dialect().readCatalog(*connection, {});
        if (!read)
            qFatal("%s", qPrintable(describe(read.error())));
        catalog = *read;
    }

    const Table &table(const QString &name) const { return *catalog.table({{}, name}); }

    Result<QList<Row>> rows(const Selection &what, const QString &sql) const
    {
        return rowsOf(*connection, *what.table, what.columns, sql);
    }

    /// The whole table, page by page.
    Result<QList<Row>> paged(const Selection &what, int limit) const
    {
        QList<Row> all;
        KeyRange range;
        for (;;) {
            REJOIN_TRY_VALUE(page, rows(what, dialect().selectPage(what, range, limit)));
            if (page.isEmpty())
                return all;
            all += page;
            range.after = keyOf(what, page.last());
        }
    }
};

} // namespace

class TestSqliteDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesNames()
    {
        QCOMPARE(dialect().name(u"a\"b;]'c"_s), u"\"a\"\"b;]'c\""_s);
        QCOMPARE(dialect().name(TableName{{}, u"order"_s}), u"\"order\""_s);
    }

    void writesLiterals_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("literal");
        QTest::newRow("null") << Value::null() << u"NULL"_s;
        QTest::newRow("integer") << Value::integer(-7) << u"-7"_s;
        QTest::newRow("whole float") << real(3) << u"3.0"_s;
        QTest::newRow("few digits") << real(52.520008) << u"52.520008"_s;
        QTest::newRow("halfway between two floats") << real(2.71132797660756e-13) << u"2.7113279766075597e-13"_s;
        QTest::newRow("infinity") << real(-std::numeric_limits<double>::infinity()) << u"-9e999"_s;
        QTest::newRow("no integer") << Value::of(TypeFamily::Integer, "1; x") << u"'1; x'"_s;
        QTest::newRow("decimal") << Value::of(TypeFamily::Decimal, "1.50") << u"1.50"_s;
        QTest::newRow("no number") << Value::of(TypeFamily::Decimal, "NaN") << u"'NaN'"_s;
        QTest::newRow("quotes") << Value::text(u"it's \"so\""_s) << u"'it''s \"so\"'"_s;
        QTest::newRow("empty") << Value::text({}) << u"''"_s;
        QTest::newRow("binary") << Value::binary("\x00\xff"_ba) << u"X''"_s;
        QTest::newRow("nul") << text(QByteArray("a\0b", 3)) << u"replace('a<0>b', '<0>', char(0))"_s;
        QTest::newRow("nul and its place") << text(QByteArray("<0>\0", 4)) << u"replace('<0><00>', '<00>', char(0))"_s;
    }

    void writesLiterals()
    {
        QFETCH(Value, value);
        QFETCH(QString, literal);
        if (value.family() == TypeFamily::Binary) {
            value = Value::binary(QByteArray("\x00\xff", 2));
            literal = u"X'00FF'"_s;
        }
        QCOMPARE(dialect().literal(value, {}), literal);
    }

    void valuesComeBack_data()
    {
        QTest::addColumn<Value>("value");
        QTest::newRow("null") << Value::null();
        for (const qint64 number : {qint64(0), qint64(-1), std::numeric_limits<qint64>::max(),
                                    std::numeric_limits<qint64>::min(), qint64(1) << 53})
            QTest::addRow("integer %lld", static_cast<long long>(number)) << Value::integer(number);
        using Limits = std::numeric_limits<double>;
        for (const double number :
             {0.0, 1.0, -1.5, 0.1, 1.0 / 3, 1e308, -1e308, 1e-300, 1e22, 1e15, 123456789012345678.0, 9007199254740993.0,
              Limits::max(), Limits::min(), Limits::denorm_min(), 4.9e-322, Limits::infinity(), -Limits::infinity()})
            QTest::addRow("float %s", real(number).bytes().constData()) << real(number);
        const QList<QByteArray> texts{"",
                                      "a",
                                      "it's",
                                      "5",
                                      "5.0",
                                      "NULL",
                                      "a\nb\r\n",
                                      "a;b--c/*d",
                                      "\\",
                                      "?{x}",
                                      "é数🙂",
                                      QByteArray("a\0b", 3),
                                      QByteArray("\0", 1),
                                      QByteArray("<0>\0<0", 7),
                                      QByteArray("\xff\xfe\x80", 3),
                                      QByteArray("\xff\0\x80", 3),
                                      "\xef\xbb\xbf"
                                      "bom",
                                      "\xed\xa0\x80",
                                      QByteArray(300, 'x'),
                                      QByteArray(70000, '\0'),
                                      "  trailing  "};
        for (const QByteArray &bytes : texts)
            QTest::addRow("text %s", bytes.left(12).toPercentEncoding().constData()) << text(bytes);
        const QList<QByteArray> binaries{"", "abc", QByteArray("\0\xff'\"", 4), QByteArray(100000, '\x9c')};
        for (const QByteArray &bytes : binaries)
            QTest::addRow("binary %s", bytes.left(12).toHex().constData()) << Value::binary(bytes);
    }

    void valuesComeBack()
    {
        QFETCH(Value, value);
        const Fixture fixture({u"CREATE TABLE v (id INTEGER PRIMARY KEY, x)"_s});
        const Table &table = fixture.table(u"v"_s);
        const QString literal = dialect().literal(value, table.columns[1]);
        VERIFY_OK(fixture.connection->execute(u"INSERT INTO v VALUES (1, %1)"_s.arg(literal)));
        const Selection what{&table, {u"x"_s}, {u"id"_s}};
        const auto rows = fixture.rows(what, dialect().selectPage(what, {}, 5));
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().first(), value);
        const auto count = fixture.connection->query(dialect().countEqual(table, {{u"x"_s, value}}));
        QCOMPARE(count, Result<TextRows>(TextRows{{"1"}}));
    }

    void textComesBackFromUtf16_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::newRow("low byte first") << u"UTF-16le"_s;
        QTest::newRow("high byte first") << u"UTF-16be"_s;
    }

    void textComesBackFromUtf16()
    {
        QFETCH(QString, encoding);
        const Fixture fixture(
            {u"PRAGMA encoding = '%1'"_s.arg(encoding), u"CREATE TABLE v (id INTEGER PRIMARY KEY, x)"_s});
        QCOMPARE(fixture.file.column(u"PRAGMA encoding"_s), QStringList{encoding});
        const Table &table = fixture.table(u"v"_s);
        const QList<Value> values{text("é数🙂"), text(QByteArray("a\0é数🙂", 11)), text(QByteArray("\0", 1)), text("")};
        for (const Value &value : values)
            VERIFY_OK(fixture.connection->execute(
                u"INSERT INTO v (x) VALUES (%1)"_s.arg(dialect().literal(value, table.columns[1]))));
        const Selection what{&table, {u"x"_s}, {u"id"_s}};
        const auto rows = fixture.rows(what, dialect().selectPage(what, {}, 9));
        VERIFY_OK(rows);
        QCOMPARE(*rows, (QList<Row>{{values[0]}, {values[1]}, {values[2]}, {values[3]}}));
    }

    /// SQLite compares -0.0 and 0.0 as equal and prints both alike, so nobody can tell them apart.
    void negativeZeroIsZero()
    {
        const Fixture fixture({u"CREATE TABLE v (id INTEGER PRIMARY KEY, x)"_s, u"INSERT INTO v VALUES (1, -0.0)"_s});
        const Selection what{&fixture.table(u"v"_s), {u"x"_s}, {u"id"_s}};
        QCOMPARE(fixture.rows(what, dialect().selectAll(what)), Result<QList<Row>>(QList<Row>{{real(0)}}));
    }

    void columnsKeepStorageClasses()
    {
        const Fixture fixture({u"CREATE TABLE v (id INTEGER PRIMARY KEY, i INTEGER, t TEXT, r REAL, n NUMERIC)"_s,
                               u"INSERT INTO v VALUES (1, 'abc', x'31', 5, '5.0'), (2, 5.5, 5, 'x', NULL)"_s});
        const Table &table = fixture.table(u"v"_s);
        const Selection what{&table, {u"i"_s, u"t"_s, u"r"_s, u"n"_s}, {u"id"_s}};
        const auto rows = fixture.rows(what, dialect().selectPage(what, {}, 9));
        VERIFY_OK(rows);
        QCOMPARE(*rows, (QList<Row>{{text("abc"), Value::binary("1"), real(5), Value::integer(5)},
                                    {real(5.5), text("5"), text("x"), Value::null()}}));
    }

    void randomFloatsComeBack()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const Fixture fixture({u"CREATE TABLE v (id INTEGER PRIMARY KEY, x)"_s});
        const Table &table = fixture.table(u"v"_s);
        QList<Value> values;
        QStringList tuples;
        while (values.size() < 20000) {
            const double amount = random.bounded(1'000'000'000) / std::pow(10, random.bounded(12));
            const double number = values.size() % 2 == 0 ? amount : std::bit_cast<double>(random.generate64());
            if (!std::isfinite(number))
                continue;
            values += real(number);
            tuples += u"(%1, %2)"_s.arg(values.size()).arg(dialect().literal(values.last(), {}));
        }
        VERIFY_OK(fixture.connection->execute(u"INSERT INTO v VALUES "_s + tuples.join(u", "_s)));
        const Selection what{&table, {u"x"_s}, {u"id"_s}};
        const auto rows = fixture.rows(what, dialect().selectPage(what, {}, 100000));
        VERIFY_OK(rows);
        for (int i = 0; i < values.size(); ++i)
            QCOMPARE((*rows)[i][0], values[i]);
    }

    // Reading by key

    void pagesHoldEveryRowOnce_data()
    {
        QTest::addColumn<QString>("create");
        QTest::addColumn<QStringList>("key");
        QTest::addColumn<QString>("values");
        QTest::newRow("row number") << u"(id INTEGER PRIMARY KEY, x)"_s << QStringList{u"id"_s} << u"i * 3 - 20, i"_s;
        QTest::newRow("text") << u"(k TEXT NOT NULL PRIMARY KEY, x)"_s << QStringList{u"k"_s} << u"'k''' || i, i"_s;
        QTest::newRow("text without case")
            << u"(k TEXT COLLATE NOCASE NOT NULL PRIMARY KEY, x)"_s << QStringList{u"k"_s} << u"char(60 + i), i"_s;
        QTest::newRow("two columns") << u"(a INTEGER, b TEXT, x, PRIMARY KEY (a, b)) WITHOUT ROWID"_s
                                     << QStringList{u"a"_s, u"b"_s} << u"i % 4, i, i"_s;
        QTest::newRow("three columns with NULLs")
            << u"(a, b, c, UNIQUE (a, b, c))"_s << QStringList{u"a"_s, u"b"_s, u"c"_s}
            << u"nullif(i % 3, 0), nullif(i % 5, 0), nullif(i, 7)"_s;
        QTest::newRow("storage classes") << u"(k PRIMARY KEY NOT NULL, x)"_s << QStringList{u"k"_s}
                                         << u"CASE i % 4 WHEN 0 THEN i WHEN 1 THEN i + 0.5 WHEN 2 THEN 'v' || i "
                                            "ELSE CAST('v' || i AS BLOB) END, i"_s;
    }

    void pagesHoldEveryRowOnce()
    {
        QFETCH(QString, create);
        QFETCH(QStringList, key);
        QFETCH(QString, values);
        const Fixture fixture({u"CREATE TABLE t "_s + create,
                               u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) "
                               "INSERT INTO t SELECT %1 FROM n"_s.arg(values)});
        const Table &table = fixture.table(u"t"_s);
        QStringList columns;
        for (const Column &column : table.columns)
            columns += column.name;
        const Selection what{&table, columns, key};
        const auto whole = fixture.rows(what, dialect().selectPage(what, {}, 1000));
        VERIFY_OK(whole);
        QCOMPARE(whole->size(), 30);
        for (const int limit : {1, 2, 7, 30}) {
            const auto paged = fixture.paged(what, limit);
            VERIFY_OK(paged);
            QCOMPARE(*paged, *whole);
        }
        for (int begin = 0; begin < 30; begin += 4) {
            const int end = std::min(begin + 5, 29);
            const KeyRange range{keyOf(what, (*whole)[begin]), keyOf(what, (*whole)[end])};
            const auto part = fixture.rows(what, dialect().selectPage(what, range, 1000));
            VERIFY_OK(part);
            QCOMPARE(*part, whole->mid(begin + 1, end - begin));
            const auto first = fixture.rows(what, dialect().selectPage(what, {{}, range.through}, 1000));
            VERIFY_OK(first);
            QCOMPARE(*first, whole->mid(0, end + 1));
        }
    }

    void textKeysAreOrderedByBytes()
    {
        const Fixture fixture({u"CREATE TABLE t (k TEXT COLLATE NOCASE PRIMARY KEY NOT NULL)"_s,
                               u"INSERT INTO t VALUES ('b'), ('A'), ('C'), ('é')"_s});
        const Selection what{&fixture.table(u"t"_s), {u"k"_s}, {u"k"_s}};
        const auto rows = fixture.rows(what, dialect().selectPage(what, {}, 9));
        VERIFY_OK(rows);
        QCOMPARE(*rows, (QList<Row>{{text("A")}, {text("C")}, {text("b")}, {text("é")}}));
    }

    void pagesUseTheIndex_data()
    {
        QTest::addColumn<QString>("create");
        QTest::addColumn<QStringList>("key");
        QTest::addColumn<QList<Value>>("values");
        QTest::newRow("row number") << u"(id INTEGER PRIMARY KEY, x)"_s << QStringList{u"id"_s}
                                    << QList<Value>{Value::integer(5)};
        QTest::newRow("text") << u"(k TEXT NOT NULL PRIMARY KEY, x)"_s << QStringList{u"k"_s}
                              << QList<Value>{text("x")};
        QTest::newRow("two columns") << u"(a INTEGER NOT NULL, b TEXT NOT NULL, x, PRIMARY KEY (a, b))"_s
                                     << QStringList{u"a"_s, u"b"_s} << QList<Value>{Value::integer(5), text("x")};
    }

    void pagesUseTheIndex()
    {
        QFETCH(QString, create);
        QFETCH(QStringList, key);
        QFETCH(QList<Value>, values);
        const Fixture fixture({u"CREATE TABLE t "_s + create});
        const Selection what{&fixture.table(u"t"_s), {u"x"_s}, key};
        for (const QString &sql :
             {dialect().selectPage(what, {values, values}, 10), dialect().selectMatching(what, {values, values})}) {
            const auto plan = fixture.connection->query(u"EXPLAIN QUERY PLAN "_s + sql);
            VERIFY_OK(plan);
            QByteArray steps;
            for (const auto &step : *plan)
                steps += step[3].value_or(QByteArray()) + '\n';
            QVERIFY2(steps.contains("SEARCH t USING") && !steps.contains("SCAN t"), steps.constData());
        }
    }

    void matchesTuples()
    {
        const Fixture fixture(
            {u"CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT COLLATE NOCASE)"_s,
             u"INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'X'), (3, 2, 'x'), (4, NULL, 'x'), (5, 2, 'y')"_s});
        const auto ids = [&](const QStringList &key, const QList<QList<Value>> &tuples) {
            const Selection what{&fixture.table(u"t"_s), {u"id"_s}, key};
            QList<qint64> found;
            const auto rows = fixture.rows(what, dialect().selectMatching(what, tuples));
            if (!rows)
                return QList<qint64>{-1};
            for (const Row &row : *rows)
                found += row[0].toInteger().value_or(-2);
            return found;
        };
        QCOMPARE(ids({u"id"_s}, {{Value::integer(5)}, {Value::integer(2)}, {Value::integer(99)}}),
                 (QList<qint64>{2, 5}));
        QCOMPARE(ids({u"a"_s}, {{Value::integer(1)}}), (QList<qint64>{1, 2}));
        QCOMPARE(ids({u"b"_s}, {{text("X")}}), (QList<qint64>{2}));
        QCOMPARE(ids({u"a"_s, u"b"_s}, {{Value::integer(2), text("y")}, {Value::integer(1), text("x")}}),
                 (QList<qint64>{1, 5}));
    }

    void countsEqualRows()
    {
        const Fixture fixture({u"CREATE TABLE log (at TEXT COLLATE NOCASE, n)"_s,
                               u"INSERT INTO log VALUES ('x', 1), ('x', 1), ('X', 1), ('x', 1.0), ('x', '1'), "
                               "('x', NULL), (NULL, NULL)"_s});
        const Table &log = fixture.table(u"log"_s);
        const auto count = [&](const Value &at, const Value &n) {
            const auto rows = fixture.connection->query(dialect().countEqual(log, {{u"at"_s, at}, {u"n"_s, n}}));
            return rows ? rows->first().first().value_or(QByteArray()) : QByteArray("error");
        };
        QCOMPARE(count(text("x"), Value::integer(1)), "2");
        QCOMPARE(count(text("x"), real(1)), "1");
        QCOMPARE(count(text("x"), text("1")), "1");
        QCOMPARE(count(text("x"), Value::null()), "1");
        QCOMPARE(count(Value::null(), Value::null()), "1");
        QCOMPARE(count(text("y"), Value::null()), "0");
        QCOMPARE(fixture.connection->query(dialect().countRows(log, {})), Result<TextRows>(TextRows{{"7"}}));
        const Selection all{&log, {u"at"_s, u"n"_s}, {}};
        const auto rows = fixture.rows(all, dialect().selectAll(all));
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), 7);
    }

    void tellsTheClock()
    {
        const Fixture fixture({});
        const auto rows = fixture.connection->query(dialect().selectClock());
        VERIFY_OK(rows);
        const QString clock = QString::fromUtf8(rows->first().first().value_or(QByteArray()));
        const QDateTime at = QDateTime::fromString(clock, Qt::ISODateWithMs);
        QVERIFY2(at.isValid() && clock.endsWith(u'Z') && clock.size() == 24, qPrintable(clock));
        QVERIFY(std::abs(at.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }

    void readsOneState()
    {
        const Fixture fixture({u"PRAGMA journal_mode = WAL"_s, u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s});
        for (const QString &statement : dialect().beginRead())
            VERIFY_OK(fixture.connection->execute(statement));
        fixture.file.run(u"INSERT INTO t VALUES (1)"_s);
        const QString count = dialect().countRows(fixture.table(u"t"_s), {});
        QCOMPARE(fixture.connection->query(count), Result<TextRows>(TextRows{{"0"}}));
        for (const QString &statement : dialect().endRead())
            VERIFY_OK(fixture.connection->execute(statement));
        QCOMPARE(fixture.connection->query(count), Result<TextRows>(TextRows{{"1"}}));
    }

    /// The driver adds blob_export, which writes files, to every connection.
    void aFilesOwnTriggersWriteNoFiles()
    {
        const QTemporaryDir folder;
        const QString written = folder.filePath(u"written"_s);
        const Fixture fixture(
            {u"CREATE TABLE v (id INTEGER PRIMARY KEY, x CHECK (json_valid(x)))"_s, u"CREATE TABLE log (x)"_s,
             u"CREATE VIRTUAL TABLE words USING fts5(x)"_s,
             u"CREATE TRIGGER usual AFTER INSERT ON v BEGIN "
             "INSERT INTO log VALUES (upper(new.x) || datetime('now')); INSERT INTO words VALUES (new.x); END"_s,
             u"CREATE TRIGGER acting AFTER DELETE ON v BEGIN SELECT blob_export(x'00', '%1'); END"_s.arg(written)});
        if (fixture.connection->server().version < QVersionNumber(3, 46))
            QSKIP("this SQLite trusts every file");
        VERIFY_OK(fixture.connection->execute(u"INSERT INTO v VALUES (1, '1')"_s));
        QCOMPARE(fixture.connection->query(u"SELECT count(*) FROM words"_s), Result<TextRows>(TextRows{{"1"}}));
        const auto deleted = fixture.connection->execute(u"DELETE FROM v"_s);
        QVERIFY(!deleted);
        QVERIFY2(deleted.error().driverText.contains(u"unsafe use of blob_export"_s),
                 qPrintable(describe(deleted.error())));
        QVERIFY(!QFile::exists(written));
    }
};

QTEST_GUILESS_MAIN(TestSqliteDialect)
#include "tst_sqlitedialect.moc"

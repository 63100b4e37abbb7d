#include "diffcore/odbc/blockreader.h"

#include "diffcore/odbc/connection.h"
#include "tests/support/printing.h"
#include "tests/support/sqlitefile.h"

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

using Cells = QList<std::optional<QByteArray>>;

constexpr int megabyte = 1024 * 1024;

/// Columns of all rows, one row after another; stops at the first error.
Result<QList<Cells>> readAll(Connection &connection, const QString &sql)
{
    REJOIN_TRY_VALUE(reader, connection.read(sql, {}));
    QList<Cells> rows;
    for (;;) {
        REJOIN_TRY_VALUE(more, reader->next());
        if (!more)
            return rows;
        for (int row = 0; row < reader->rowCount(); ++row) {
            Cells cells;
            for (int column = 0; column < reader->columnCount(); ++column) {
                const auto cell = reader->cell(row, column);
                cells += cell ? std::optional(cell->toByteArray()) : std::nullopt;
            }
            rows += cells;
        }
    }
}

/// Row i holds a text of lengths[i] letters that tell i.
SqliteFile fileOfLengths(const QList<int> &lengths)
{
    SqliteFile file({u"CREATE TABLE texts (id INTEGER PRIMARY KEY, body TEXT, raw BLOB)"_s});
    QList<QVariantList> rows;
    for (int i = 0; i < lengths.size(); ++i) {
        const QByteArray body(lengths[i], static_cast<char>('a' + i % 26));
        QByteArray raw = body;
        for (int at = 0; at < raw.size(); at += 7)
            raw[at] = static_cast<char>(at / 7);
        rows += QVariantList{i, QString::fromLatin1(body), raw};
    }
    file.runEach(u"INSERT INTO texts VALUES (?, ?, ?)"_s, rows);
    return file;
}

QString numbers(int count)
{
    return u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
           "SELECT i, 'row ' || i FROM n ORDER BY i"_s.arg(count);
}

} // namespace

class TestBlockReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryRowOnce_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 999, 1000, 1001, 2000, 3456})
            QTest::addRow("%d rows", count) << count;
    }

    void readsEveryRowOnce()
    {
        QFETCH(int, count);
        const SqliteFile file;
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto rows = readAll(**connection, numbers(count));
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE((*rows)[i], (Cells{QByteArray::number(i + 1), "row " + QByteArray::number(i + 1)}));
    }

    void readsNoRows()
    {
        const SqliteFile file;
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto reader = (*connection)->read(u"SELECT 1, 2 WHERE 0"_s, {});
        VERIFY_OK(reader);
        QCOMPARE((*reader)->columnCount(), 2);
        QCOMPARE((*reader)->next(), Result<bool>(false));
        QCOMPARE((*reader)->rowCount(), 0);
    }

    void tellsNullFromEmpty()
    {
        const SqliteFile file;
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto rows = readAll(**connection, u"SELECT NULL, '', x'', '🙂é'"_s);
        VERIFY_OK(rows);
        QCOMPARE(rows->first()[0], std::nullopt);
        QCOMPARE(rows->first()[1], QByteArray(""));
        QCOMPARE(rows->first()[3], QByteArray("🙂é"));
    }

    void readsLongValuesWhole_data()
    {
        QTest::addColumn<QList<int>>("lengths");
        QTest::newRow("the width of the buffer and about") << QList<int>{60, 61, 62, 63, 64, 65};
        QTest::newRow("growing") << QList<int>{1, 100, 1, 1000, 1, 10000, 1, 100000, 1};
        QTest::newRow("the widest buffer and about") << QList<int>{16383, 16384, 16385, 1, 16384};
        QTest::newRow("1 MB and 5 MB among short ones") << QList<int>{0, 3, megabyte, 5, 5 * megabyte, 7, megabyte, 2};
        QTest::newRow("a long one first") << QList<int>{megabyte, 1, 2};
        QTest::newRow("a long one last") << QList<int>{1, 2, megabyte};
        QList<int> mixed;
        for (int i = 0; i < 3000; ++i)
            mixed += i % 500 == 250 ? 30000 : i % 90;
        QTest::newRow("long ones far apart") << mixed;
        QTest::newRow("all long") << QList<int>(100, 20000);
    }

    void readsLongValuesWhole()
    {
        QFETCH(QList<int>, lengths);
        const SqliteFile file = fileOfLengths(lengths);
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto rows = readAll(**connection, u"SELECT id, body, raw, hex(raw) FROM texts ORDER BY id"_s);
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), lengths.size());
        for (int i = 0; i < lengths.size(); ++i) {
            const Cells &row = (*rows)[i];
            QCOMPARE(row[0], QByteArray::number(i));
            QVERIFY(row[1] == QByteArray(lengths[i], static_cast<char>('a' + i % 26)));
            QVERIFY(row[2] == QByteArray::fromHex(*row[3]));
            QCOMPARE(row[2]->size(), lengths[i]);
        }
    }

    void readsWideCharacters()
    {
        const SqliteFile file({u"CREATE TABLE texts (id INTEGER PRIMARY KEY, body TEXT)"_s});
        const QStringList bodies{u"é"_s, QString(40, u'é'), QString(3000, u'数'), QString(), QString(40000, u'я')};
        for (const QString &body : bodies)
            file.runEach(u"INSERT INTO texts (body) VALUES (?)"_s, {{body}});
        const auto connection = Connection::open(file.whereByTheBook(), {});
        VERIFY_OK(connection);
        const auto rows = readAll(**connection, u"SELECT body, NULL FROM texts ORDER BY id"_s);
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), bodies.size());
        for (int i = 0; i < bodies.size(); ++i) {
            QCOMPARE((*rows)[i][0].value_or(QByteArray()), bodies[i].toUtf8());
            QCOMPARE((*rows)[i][1], std::nullopt);
        }
    }

    void stopsWhenCancelled()
    {
        const SqliteFile file;
        const auto connection = file.open({.label = u"A"_s});
        VERIFY_OK(connection);
        CancelToken cancel;
        const auto reader = (*connection)->read(numbers(1000000), cancel);
        VERIFY_OK(reader);
        QCOMPARE((*reader)->next(), Result<bool>(true));
        cancel.cancel();
        const auto next = (*reader)->next();
        QVERIFY(!next);
        QCOMPARE(next.error().code, ErrorCode::Cancelled);
        QCOMPARE(next.error().server, u"A"_s);
    }

    void readsBesideAnotherReader()
    {
        const SqliteFile file;
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto first = (*connection)->read(numbers(2500), {});
        VERIFY_OK(first);
        QCOMPARE((*first)->next(), Result<bool>(true));
        const auto second = readAll(**connection, numbers(1500));
        VERIFY_OK(second);
        QCOMPARE(second->size(), 1500);
        QCOMPARE((*connection)->query(u"SELECT 7"_s), Result<TextRows>(TextRows{{"7"}}));
        int rest = (*first)->rowCount();
        while ((*first)->next() == Result<bool>(true))
            rest += (*first)->rowCount();
        QCOMPARE(rest, 2500);
    }

    void readsWhatATransactionBegan()
    {
        const SqliteFile file({u"CREATE TABLE items (id INTEGER PRIMARY KEY)"_s, u"INSERT INTO items VALUES (1)"_s,
                               u"PRAGMA journal_mode = WAL"_s});
        const auto connection = file.open();
        VERIFY_OK(connection);
        for (const QString &statement : {u"BEGIN"_s, u"SELECT count(*) FROM sqlite_schema"_s})
            VERIFY_OK((*connection)->execute(statement));
        file.run(u"INSERT INTO items VALUES (2)"_s);
        const auto before = readAll(**connection, u"SELECT id FROM items"_s);
        VERIFY_OK(before);
        QCOMPARE(before->size(), 1);
        VERIFY_OK((*connection)->execute(u"COMMIT"_s));
        const auto after = readAll(**connection, u"SELECT id FROM items"_s);
        VERIFY_OK(after);
        QCOMPARE(after->size(), 2);
    }

    void tellsAWrongQuery()
    {
        const SqliteFile file;
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto reader = (*connection)->read(u"SELECT missing"_s, {});
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, ErrorCode::ServerRefused);
    }

    /// Why SqliteDialect reads text that holds NUL as digits.
    void theDriverEndsTextAtNul()
    {
        const SqliteFile file;
        const auto connection = file.open();
        VERIFY_OK(connection);
        const auto rows = readAll(**connection, u"SELECT 'a' || char(0) || 'b'"_s);
        VERIFY_OK(rows);
        QCOMPARE(rows->first()[0], QByteArray("a"));
    }
};

QTEST_GUILESS_MAIN(TestBlockReader)
#include "tst_blockreader.moc"

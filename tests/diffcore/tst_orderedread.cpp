#include "diffcore/compare/orderedread.h"

#include "diffcore/dialect/dialect.h"
#include "tests/support/printing.h"
#include "tests/support/sqlitefile.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

namespace {

/// One table `t` on two servers, and what an ordered read of it proposes.
class Pair
{
public:
    Pair(const QString &table, const QString &rowsOfA, const QString &rowsOfB, const QStringList &chosenKey = {})
        : m_files{std::make_unique<SqliteFile>(statements(table, rowsOfA)),
                  std::make_unique<SqliteFile>(statements(table, rowsOfB))}
    {
        PerSide<Catalog> catalogs;
        for (const Side side : bothSides) {
            m_connections[side] = m_files[side]->open().value();
            catalogs[side] = m_connections[side]->dialect().readCatalog(*m_connections[side], {}).value();
        }
        AlignmentOptions options;
        if (!chosenKey.isEmpty())
            options.keys.insert(u"t"_s, chosenKey);
        m_alignment = align(catalogs.a, catalogs.b, nullptr, options).value();
        for (const Side side : bothSides)
            m_fetchers[side] =
                std::make_unique<RowFetcher>(*m_connections[side], m_alignment.tables[0], versionOf(side), cancel);
    }

    OrderedRead reader(int pageRows, std::optional<qint64> newAbove = std::nullopt) const
    {
        return {{m_fetchers.a.get(), m_fetchers.b.get()}, m_alignment.tables[0], newAbove, pageRows};
    }

    /// Every proposed key with the sides that have it: "7 ab".
    Result<QStringList> proposals(OrderedRead &reader, int pageRows) const
    {
        QStringList texts;
        for (;;) {
            REJOIN_TRY_VALUE(candidates, reader.next());
            if (candidates.isEmpty())
                break;
            if (candidates.size() > 2 * pageRows)
                return fail(ErrorCode::Bug, u"more rows in memory than two pages"_s);
            for (const Candidate &candidate : candidates)
                texts.append(text(candidate));
        }
        texts.sort();
        return texts;
    }

    Result<QStringList> proposals(int pageRows, std::optional<qint64> newAbove = std::nullopt) const
    {
        OrderedRead read = reader(pageRows, newAbove);
        return proposals(read, pageRows);
    }

    CancelToken cancel;

private:
    static QStringList statements(const QString &table, const QString &rows)
    {
        QStringList all{table};
        if (!rows.isEmpty())
            all.append(u"INSERT INTO t VALUES "_s + rows);
        return all;
    }

    static QString text(const Candidate &candidate)
    {
        QStringList key;
        for (const Value &value : candidate.key.values)
            key.append(value.toText());
        return key.join(u'|') + u' ' + (candidate.rows->a ? u"a"_s : QString()) +
               (candidate.rows->b ? u"b"_s : QString());
    }

    PerSide<std::unique_ptr<SqliteFile>> m_files;
    PerSide<std::unique_ptr<Connection>> m_connections;
    PerSide<std::unique_ptr<RowFetcher>> m_fetchers;
    Alignment m_alignment;
};

const QString numbered = u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)"_s;

QString rowsFrom(int first, int last)
{
    QStringList rows;
    for (int id = first; id <= last; ++id)
        rows.append(u"(%1, 'x')"_s.arg(id));
    return rows.join(u", ");
}

} // namespace

class TestOrderedRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesWhatDiffers_data();
    void proposesWhatDiffers();
    void countsTheRows();
    void identicalTablesGiveNothing();
    void proposesEqualRowsOfAfterTheSplit();
    void refusesRowsWithoutKey_data();
    void refusesRowsWithoutKey();
    void stopsWhenCancelled();
    void randomTables_data();
    void randomTables();
};

void TestOrderedRead::proposesWhatDiffers_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both empty") << QString() << QString() << QString();
    QTest::newRow("A empty") << QString() << rowsFrom(1, 5) << u"1 b, 2 b, 3 b, 4 b, 5 b"_s;
    QTest::newRow("B empty") << rowsFrom(1, 4) << QString() << u"1 a, 2 a, 3 a, 4 a"_s;
    QTest::newRow("B has many between two rows of A")
        << u"(1, 'x'), (9, 'x')"_s << rowsFrom(1, 9) << u"2 b, 3 b, 4 b, 5 b, 6 b, 7 b, 8 b"_s;
    QTest::newRow("A has many between two rows of B")
        << rowsFrom(1, 9) << u"(1, 'x'), (9, 'x')"_s << u"2 a, 3 a, 4 a, 5 a, 6 a, 7 a, 8 a"_s;
    QTest::newRow("apart") << rowsFrom(1, 3) << rowsFrom(7, 9) << u"1 a, 2 a, 3 a, 7 b, 8 b, 9 b"_s;
    QTest::newRow("a cell") << u"(1, 'x'), (2, 'y'), (3, NULL), (4, '')"_s << u"(1, 'x'), (2, 'Y'), (3, ''), (4, '')"_s
                            << u"2 ab, 3 ab"_s;
    QTest::newRow("negative keys") << u"(-3, 'x'), (-1, 'x'), (0, 'x')"_s << u"(-2, 'x'), (0, 'x')"_s
                                   << u"-1 a, -2 b, -3 a"_s;
}

void TestOrderedRead::proposesWhatDiffers()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, expected);
    const Pair pair(numbered, a, b);
    for (int pageRows = 1; pageRows <= 10; ++pageRows) {
        const auto proposed = pair.proposals(pageRows);
        VERIFY_OK(proposed);
        QCOMPARE(proposed->join(u", "), expected);
    }
}

void TestOrderedRead::countsTheRows()
{
    const Pair pair(numbered, rowsFrom(1, 10), rowsFrom(4, 9));
    for (const int pageRows : {1, 3, 4, 100}) {
        OrderedRead read = pair.reader(pageRows);
        VERIFY_OK(pair.proposals(read, pageRows));
        QCOMPARE(read.rowsSeen().a, std::optional<qint64>(10));
        QCOMPARE(read.rowsSeen().b, std::optional<qint64>(6));
    }
}

void TestOrderedRead::identicalTablesGiveNothing()
{
    const Pair pair(numbered, rowsFrom(1, 20), rowsFrom(1, 20));
    for (const int pageRows : {1, 5, 7, 20, 21}) {
        const auto proposed = pair.proposals(pageRows);
        VERIFY_OK(proposed);
        QVERIFY(proposed->isEmpty());
    }
}

void TestOrderedRead::proposesEqualRowsOfAfterTheSplit()
{
    const Pair pair(numbered, rowsFrom(1, 6), rowsFrom(1, 7));
    const auto proposed = pair.proposals(3, 4);
    VERIFY_OK(proposed);
    QCOMPARE(proposed->join(u", "), u"5 ab, 6 ab, 7 b"_s);

    const Pair natural(u"CREATE TABLE t (id INT NOT NULL PRIMARY KEY)"_s, u"(1), (9)"_s, u"(1), (9)"_s);
    const auto none = natural.proposals(3, 4);
    VERIFY_OK(none);
    QVERIFY(none->isEmpty());
}

void TestOrderedRead::refusesRowsWithoutKey_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("message");
    QTest::newRow("NULL") << u"('a', 1), (NULL, 2), ('b', 3)"_s << u"a row on A has no value in its key: t code=NULL"_s;
    QTest::newRow("two rows, one key") << u"('a', 1), ('b', 2), ('b', 3), ('c', 4)"_s << QString();
    QTest::newRow("many rows, one key") << u"('a', 1), ('b', 2), ('b', 3), ('b', 4), ('b', 5), ('b', 6)"_s << QString();
}

/// Whatever the size of a page: rows that share a key may fall on both sides of a cut.
void TestOrderedRead::refusesRowsWithoutKey()
{
    QFETCH(QString, rows);
    QFETCH(QString, message);
    const Pair pair(u"CREATE TABLE t (code TEXT, n INT)"_s, rows, u"('a', 1), ('b', 2), ('c', 4)"_s, {u"code"_s});
    for (int pageRows = 1; pageRows <= 7; ++pageRows) {
        const auto proposed = pair.proposals(pageRows);
        QVERIFY2(!proposed, qPrintable(u"page of %1"_s.arg(pageRows)));
        QVERIFY(proposed.error().code == ErrorCode::Unsupported);
        if (!message.isEmpty())
            QCOMPARE(proposed.error().message, message);
    }
}

void TestOrderedRead::stopsWhenCancelled()
{
    Pair pair(numbered, rowsFrom(1, 20), rowsFrom(5, 25));
    OrderedRead read = pair.reader(3);
    VERIFY_OK(read.next());
    pair.cancel.cancel();
    const auto next = read.next();
    QVERIFY(!next);
    QVERIFY(next.error().code == ErrorCode::Cancelled);
}

void TestOrderedRead::randomTables_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("kind");
    QTest::newRow("numbers") << numbered << 0;
    QTest::newRow("text") << u"CREATE TABLE t (code TEXT NOT NULL PRIMARY KEY, name TEXT)"_s << 1;
    QTest::newRow("text that ignores case") << u"CREATE TABLE t (code TEXT NOT NULL COLLATE NOCASE, name TEXT, "
                                               "PRIMARY KEY (code COLLATE BINARY))"_s
                                            << 1;
    QTest::newRow("two columns") << u"CREATE TABLE t (x INT NOT NULL, y TEXT NOT NULL, name TEXT, PRIMARY KEY (x, y))"_s
                                 << 2;
}

static QString randomKey(int kind, QRandomGenerator &random)
{
    static const QStringList words{u"'a'"_s,  u"'A'"_s, u"'ä'"_s, u"'b'"_s,  u"'B'"_s,   u"'10'"_s,
                                   u"'9'"_s,  u"' '"_s, u"''"_s,  u"'a '"_s, u"'-'"_s,   u"'_'"_s,
                                   u"'😀'"_s, u"'z'"_s, u"'é'"_s, u"'ab'"_s, u"'a-b'"_s, u"'Ab'"_s};
    const QString number = QString::number(random.bounded(-9, 20));
    const QString word = words[random.bounded(words.size())];
    return kind == 0 ? number : kind == 1 ? word : QString::number(random.bounded(4)) + u", "_s + word;
}

/// Against a match of whole tables in memory that knows nothing of pages.
void TestOrderedRead::randomTables()
{
    QFETCH(QString, table);
    QFETCH(int, kind);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 8; ++round) {
        PerSide<QMap<QString, QString>> rows;
        for (const Side side : bothSides) {
            for (int i = random.bounded(16); i > 0; --i)
                rows[side].insert(randomKey(kind, random), random.bounded(3) == 0 ? u"'y'"_s : u"'x'"_s);
        }
        PerSide<QString> sql;
        for (const Side side : bothSides) {
            QStringList tuples;
            for (auto row = rows[side].begin(); row != rows[side].end(); ++row)
                tuples.append(u'(' + row.key() + u", "_s + *row + u')');
            sql[side] = tuples.join(u", ");
        }
        QStringList expected;
        for (auto row = rows.a.begin(); row != rows.a.end(); ++row) {
            if (!rows.b.contains(row.key()))
                expected.append(row.key() + u" a"_s);
            else if (rows.b[row.key()] != *row)
                expected.append(row.key() + u" ab"_s);
        }
        for (auto row = rows.b.begin(); row != rows.b.end(); ++row) {
            if (!rows.a.contains(row.key()))
                expected.append(row.key() + u" b"_s);
        }
        for (QString &text : expected)
            text.replace(u", "_s, u"|"_s).remove(u'\'');
        expected.sort();

        const Pair pair(table, sql.a, sql.b);
        for (const int pageRows : {1, 2, 3, 5, 50}) {
            const auto proposed = pair.proposals(pageRows);
            VERIFY_OK(proposed);
            QCOMPARE(*proposed, expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestOrderedRead)
#include "tst_orderedread.moc"

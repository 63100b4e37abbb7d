#include "diffcore/compare/multisetread.h"

#include "diffcore/dialect/dialect.h"
#include "tests/support/printing.h"
#include "tests/support/sqlitefile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;

class TestMultisetRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copies_data();
    void copies();
    void countsEqualRows();
};

/// "1:ba 2:b" lists ordinals with the versions that have them: o the baseline, a, b.
static QString told(const QList<RowCopy> &copies)
{
    QStringList parts;
    for (const RowCopy &copy : copies)
        parts.append(u"%1:%2%3%4"_s.arg(copy.ordinal)
                         .arg(copy.in.baseline ? u"o"_s : QString(), copy.in.a ? u"a"_s : QString(),
                              copy.in.b ? u"b"_s : QString()));
    return parts.join(u' ');
}

void TestMultisetRead::copies_data()
{
    QTest::addColumn<int>("baseline"); // -1 = not known
    QTest::addColumn<int>("a");
    QTest::addColumn<int>("b");
    QTest::addColumn<QString>("expected");
    QTest::newRow("equal") << 1 << 2 << 2 << QString();
    QTest::newRow("added on A") << 1 << 2 << 1 << u"2:a"_s;
    QTest::newRow("first of its kind on B") << 0 << 0 << 2 << u"1:b 2:b"_s;
    QTest::newRow("added on both: separate events") << 1 << 2 << 3 << u"2:a 3:b 4:b"_s;
    QTest::newRow("deleted on A") << 3 << 1 << 3 << u"2:ob 3:ob"_s;
    QTest::newRow("deleted on both: the same deletion") << 3 << 2 << 1 << u"2:oa"_s;
    QTest::newRow("deleted on A, added on B") << 2 << 1 << 3 << u"2:ob 3:b"_s;
    QTest::newRow("all deleted on A") << 2 << 0 << 2 << u"1:ob 2:ob"_s;
    QTest::newRow("not known") << -1 << 1 << 3 << u"2:b 3:b"_s;
}

void TestMultisetRead::copies()
{
    QFETCH(int, baseline);
    QFETCH(int, a);
    QFETCH(int, b);
    QFETCH(QString, expected);
    const std::optional<qint64> old = baseline < 0 ? std::nullopt : std::optional<qint64>(baseline);
    const QList<RowCopy> found = unsharedCopies({a, b}, old);
    QCOMPARE(told(found), expected);

    // every version has as many as it has: those before the first that is listed, and the listed ones
    const qint64 shared = found.isEmpty() ? 0 : found.first().ordinal - 1;
    const auto count = [&](Version version) {
        return shared + std::ranges::count_if(found, [&](const RowCopy &copy) { return copy.in[version]; });
    };
    if (!found.isEmpty()) {
        QCOMPARE(count(Version::A), a);
        QCOMPARE(count(Version::B), b);
    }
    const qint64 here = static_cast<qint64>(unsharedCopies({b, a}, old).size());
    QCOMPARE(here, static_cast<qint64>(found.size()));
}

void TestMultisetRead::countsEqualRows()
{
    const QString table = u"CREATE TABLE log (at TEXT, n INT)"_s;
    const SqliteFile fileA({table, u"INSERT INTO log VALUES ('x', 1), ('x', 1), ('y', NULL), ('z', 3), ('q', 1)"_s});
    const SqliteFile fileB({table, u"INSERT INTO log VALUES ('y', NULL), ('x', 1), ('z', 3), ('z', 3), ('w', '3')"_s});
    PerSide<std::unique_ptr<Connection>> connections{fileA.open().value(), fileB.open().value()};
    PerSide<Catalog> catalogs;
    for (const Side side : bothSides)
        catalogs[side] = connections[side]->dialect().readCatalog(*connections[side], {}).value();
    const Alignment alignment = align(catalogs.a, catalogs.b, nullptr, {}).value();
    PerSide<RowFetcher> fetchers{RowFetcher(*connections.a, alignment.tables[0], Version::A, {}),
                                 RowFetcher(*connections.b, alignment.tables[0], Version::B, {})};
    const auto read = MultisetRead::make({&fetchers.a, &fetchers.b}, alignment.tables[0]);
    VERIFY_OK(read);
    for (const Side side : bothSides)
        VERIFY_OK((*read)->read(side));
    QStringList texts;
    for (;;) {
        const auto counted = (*read)->next(2);
        VERIFY_OK(counted);
        if (counted->isEmpty())
            break;
        QVERIFY(counted->size() <= 2);
        for (const CountedRow &row : *counted) {
            QCOMPARE(row.rows.a.has_value(), row.copies.a > 0);
            QCOMPARE(row.rows.b.has_value(), row.copies.b > 0);
            const Row &cells = row.rows.a ? *row.rows.a : *row.rows.b;
            texts.append(
                u"%1 %2: %3 %4"_s.arg(cells[0].toText(), cells[1].toText()).arg(row.copies.a).arg(row.copies.b));
        }
    }
    texts.sort();
    QCOMPARE(texts, (QStringList{u"q 1: 1 0"_s, u"w 3: 0 1"_s, u"x 1: 2 1"_s, u"z 3: 1 2"_s}));
    QCOMPARE((*read)->rowsSeen().a, std::optional<qint64>(5));
}

QTEST_GUILESS_MAIN(TestMultisetRead)
#include "tst_multisetread.moc"

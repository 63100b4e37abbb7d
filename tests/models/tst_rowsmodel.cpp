#include "models/rowsmodel.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// customers 1: A changed the name, B the phone; 2: both changed the name; 3: both gave the same name, A changed the
/// phone; 4: only A has it; 5: A deleted it, B changed it.
Story customers()
{
    Story story(u"customers customer_id* name phone?"_s);
    story.putEverywhere(u"customers: 1 Ann 11; 2 Bob 22; 3 Cid 33; 5 Eve 55; 6 Fay 66"_s);
    story.put(Version::A, u"customers: 1 Anna 11; 2 Bobby 22; 3 Cyd 34; 4 Dan -"_s);
    story.drop(Version::A, u"customers: 5"_s);
    story.put(Version::B, u"customers: 1 Ann 12; 2 Robert 22; 3 Cyd 33; 5 Eva 55"_s);
    return story;
}

QString nameOf(CellState state)
{
    switch (state) {
    case CellState::Same: return u"same"_s;
    case CellState::ChangedA: return u"A"_s;
    case CellState::ChangedB: return u"B"_s;
    case CellState::ChangedBoth: return u"both"_s;
    case CellState::Conflict: return u"conflict"_s;
    }
    return {};
}

QString shown(CellKind kind, const QString &text)
{
    switch (kind) {
    case CellKind::Value: return text;
    case CellKind::Null: return u"NULL"_s;
    case CellKind::Absent: return u"absent"_s;
    case CellKind::NoRow: return u"none"_s;
    case CellKind::Pending: return u"?"_s;
    }
    return {};
}

/// A table's rows behind a model.
struct Shown
{
    explicit Shown(const Story &story, const MergeInput &input)
        : made(story, input)
    {
        source.show(&made.session(), {.table = 0});
    }

    [[nodiscard]] int rowOf(const QString &key) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 2).data() == key)
                return row;
        }
        return -1;
    }
    [[nodiscard]] QModelIndex cell(const QString &key, Face face, const QString &column) const
    {
        const int section = model.sectionOf(face, source.table()->columnIndex(column));
        return model.index(rowOf(key), section);
    }
    /// "baseline | A | B | merged" of one cell.
    [[nodiscard]] QString faces(const QString &key, const QString &column) const
    {
        QStringList texts;
        for (const Face face : allFaces) {
            const QModelIndex at = cell(key, face, column);
            texts += shown(CellKind(at.data(RowsModel::CellKindRole).toInt()), at.data().toString());
        }
        return texts.join(u" | "_s);
    }
    [[nodiscard]] QString state(const QString &key, const QString &column) const
    {
        return nameOf(CellState(cell(key, Face::A, column).data(RowsModel::CellStateRole).toInt()));
    }

    StorySession made;
    RowsSource source;
    RowsModel model{&source};
};

} // namespace

class TestRowsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void laysOutKeyOnceAndEachFace();
    void showsTheFilteredRowsOnly();
    void dimsTheLoser();
    void followsDecisions();
    void showsAnEditedRowOfOneServer();
    void countsDifferencesByColumn();
    void countsAcrossPages();
    void hidesMaskedValues();
    void survivesTheEndOfASession();
};

void TestRowsModel::cells_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("faces");
    QTest::newRow("A changed") << u"1"_s << u"name"_s << u"A"_s << u"Ann | Anna | Ann | Anna"_s;
    QTest::newRow("B changed") << u"1"_s << u"phone"_s << u"B"_s << u"11 | 11 | 12 | 12"_s;
    QTest::newRow("conflict") << u"2"_s << u"name"_s << u"conflict"_s << u"Bob | Bobby | Robert | ?"_s;
    QTest::newRow("same beside a conflict") << u"2"_s << u"phone"_s << u"same"_s << u"22 | 22 | 22 | 22"_s;
    QTest::newRow("both alike") << u"3"_s << u"name"_s << u"both"_s << u"Cid | Cyd | Cyd | Cyd"_s;
    QTest::newRow("inserted on A") << u"4"_s << u"name"_s << u"A"_s << u"none | Dan | none | Dan"_s;
    QTest::newRow("NULL") << u"4"_s << u"phone"_s << u"A"_s << u"none | NULL | none | NULL"_s;
    QTest::newRow("A deleted, B changed") << u"5"_s << u"name"_s << u"conflict"_s << u"Eve | none | Eva | ?"_s;
}

void TestRowsModel::cells()
{
    QFETCH(QString, key);
    QFETCH(QString, column);
    const Story story = customers();
    const Shown rows(story, story.input());
    QVERIFY2(rows.rowOf(key) >= 0, "the row is not shown");
    QTEST(rows.state(key, column), "state");
    QTEST(rows.faces(key, column), "faces");
}

void TestRowsModel::laysOutKeyOnceAndEachFace()
{
    const Story story = customers();
    const Shown rows(story, story.input());
    const QAbstractItemModelTester tester(const_cast<RowsModel *>(&rows.model),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(rows.model.columnCount(), 3 + 4 * 2);
    QCOMPARE(rows.model.firstCellSection(), 3);
    QCOMPARE(rows.model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"customer_id"_s);
    for (int section = 2; section < rows.model.columnCount(); ++section) {
        const RowsModel::Section at = rows.model.sectionAt(section);
        QCOMPARE(rows.model.sectionOf(at.face, at.column), section);
    }
}

void TestRowsModel::showsTheFilteredRowsOnly()
{
    const Story story = customers();
    Shown rows(story, story.input());
    const QAbstractItemModelTester tester(&rows.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(rows.model.rowCount(), 5);
    rows.source.show(&rows.made.session(), {.table = 0, .unresolvedOnly = true});
    QCOMPARE(rows.model.rowCount(), 2);
    rows.source.show(&rows.made.session(), {.table = 0, .outcomes = {Outcome::CellConflict}});
    QCOMPARE(rows.model.rowCount(), 1);
    QVERIFY(rows.rowOf(u"2"_s) == 0);
}

void TestRowsModel::dimsTheLoser()
{
    const Story story = customers();
    MergeInput input = story.input();
    decide(input, *story.find(input, u"customers 2"_s), Take{Version::B});
    const Shown rows(story, input);
    QCOMPARE(rows.cell(u"2"_s, Face::A, u"name"_s).data(RowsModel::LosesRole).toBool(), true);
    QCOMPARE(rows.cell(u"2"_s, Face::B, u"name"_s).data(RowsModel::LosesRole).toBool(), false);
    QCOMPARE(rows.cell(u"2"_s, Face::A, u"phone"_s).data(RowsModel::LosesRole).toBool(), false);
    QCOMPARE(rows.cell(u"1"_s, Face::B, u"name"_s).data(RowsModel::LosesRole).toBool(), true);
}

void TestRowsModel::followsDecisions()
{
    const Story story = customers();
    Shown rows(story, story.input());
    QSignalSpy changes(&rows.model, &QAbstractItemModel::dataChanged);
    const qint64 id = rows.cell(u"2"_s, Face::A, u"name"_s).data(RowsModel::DifferenceRole).toLongLong();
    const Decision decision{.kind = Cells{{{u"name"_s, Value::text(u"Rob"_s)}}}, .origin = Decision::Origin::Person};
    VERIFY_OK(rows.made.session().decide({{id, decision, true}}, u"edit"_s, u"tester"_s));
    rows.source.refresh();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(rows.faces(u"2"_s, u"name"_s), u"Bob | Bobby | Robert | Rob"_s);
    QCOMPARE(rows.cell(u"2"_s, Face::A, u"name"_s).data(RowsModel::ResolvedRole).toBool(), true);
}

void TestRowsModel::showsAnEditedRowOfOneServer()
{
    const Story story = customers();
    MergeInput input = story.input();
    decide(input, *story.find(input, u"customers 4"_s), Cells{{{u"phone"_s, Value::text(u"44"_s)}}});
    const Shown rows(story, input);
    QCOMPARE(rows.faces(u"4"_s, u"phone"_s), u"none | NULL | none | 44"_s);
    QCOMPARE(rows.faces(u"4"_s, u"name"_s), u"none | Dan | none | Dan"_s);
}

void TestRowsModel::countsDifferencesByColumn()
{
    const Story story = customers();
    Shown rows(story, story.input());
    QTRY_VERIFY(rows.source.isCounted());
    QCOMPARE(rows.source.differencesIn(rows.source.table()->columnIndex(u"name"_s)), 2);
    QCOMPARE(rows.source.differencesIn(rows.source.table()->columnIndex(u"phone"_s)), 2);
}

void TestRowsModel::countsAcrossPages()
{
    constexpr int count = 450; // more than two pages
    Story story(u"stock product_id* amount"_s);
    for (int product = 1; product <= count; ++product) {
        story.putEverywhere(u"stock: %1 0"_s.arg(product));
        story.put(Version::A, u"stock: %1 1"_s.arg(product));
    }
    Shown rows(story, story.input());
    QCOMPARE(rows.model.rowCount(), count);
    QTRY_VERIFY(rows.source.isCounted());
    QCOMPARE(rows.source.differencesIn(rows.source.table()->columnIndex(u"amount"_s)), count);
    QCOMPARE(rows.model.index(count - 1, 2).data().toString(), QString::number(count));
}

void TestRowsModel::hidesMaskedValues()
{
    const Story story = customers();
    MergeInput input = story.input();
    const int phone = input.alignment.tables.first().columnIndex(u"phone"_s);
    input.alignment.tables.first().columns[phone].masked = true;
    Shown rows(story, input);
    QCOMPARE(rows.faces(u"1"_s, u"phone"_s), u"••• | ••• | ••• | •••"_s);
    QCOMPARE(rows.faces(u"4"_s, u"phone"_s), u"none | NULL | none | NULL"_s);
    QCOMPARE(rows.faces(u"1"_s, u"name"_s), u"Ann | Anna | Ann | Anna"_s);
    QCOMPARE(rows.state(u"1"_s, u"phone"_s), u"B"_s);
    QCOMPARE(rows.cell(u"1"_s, Face::B, u"phone"_s).data(RowsModel::ValueRole).value<Value>().toText(), u"•••"_s);
    QVERIFY(rows.model.isHidden(phone));

    QSignalSpy changes(&rows.model, &QAbstractItemModel::dataChanged);
    rows.model.setMaskedShown(true);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(rows.faces(u"1"_s, u"phone"_s), u"11 | 11 | 12 | 12"_s);
    rows.model.setMaskedShown(false);
    QCOMPARE(rows.faces(u"1"_s, u"phone"_s), u"••• | ••• | ••• | •••"_s);
}

void TestRowsModel::survivesTheEndOfASession()
{
    const Story story = customers();
    Shown rows(story, story.input());
    const QAbstractItemModelTester tester(&rows.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.source.show(nullptr, {.table = 0});
    QCOMPARE(rows.model.rowCount(), 0);
    QCOMPARE(rows.model.columnCount(), 2);
    QVERIFY(!rows.source.table());
}

QTEST_GUILESS_MAIN(TestRowsModel)
#include "tst_rowsmodel.moc"

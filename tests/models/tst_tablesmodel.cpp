#include "models/tablesmodel.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A row of the model as text: "orders | order_id | 0 only A, 0 only B, 1 merged, 1 collisions, 0 conflicts, 1 open".
QString line(const TablesModel &model, int row)
{
    const auto text = [&](TablesModel::Column column) {
        return model.data(model.index(row, column), Qt::DisplayRole).toString();
    };
    return u"%1 | %2 | %3 only A, %4 only B, %5 merged, %6 collisions, %7 conflicts, %8 open"_s.arg(
        text(TablesModel::NameColumn), text(TablesModel::KeyColumn), text(TablesModel::OnlyAColumn),
        text(TablesModel::OnlyBColumn), text(TablesModel::MergedCellsColumn), text(TablesModel::CollisionsColumn),
        text(TablesModel::ConflictsColumn), text(TablesModel::UndecidedColumn));
}

QStringList lines(const TablesModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += line(model, row);
    return all;
}

int rowOf(const TablesModel &model, const QString &table)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.data(model.index(row, 0), Qt::DisplayRole) == table)
            return row;
    }
    return -1;
}

TableCounts counted(Outcome outcome, qint64 unresolved)
{
    TableCounts counts;
    counts.outcomes.insert(outcome, 3);
    counts.unresolved = unresolved;
    return counts;
}

} // namespace

class TestTablesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByOutcome();
    void filters_data();
    void filters();
    void stages_data();
    void stages();
    void followsDecisionsWithoutReset();
    void parentsComeFirst();
    void tellsHowFarATableIs();
    void emptiesWithoutSession();
};

void TestTablesModel::countsByOutcome()
{
    const Story story = switchOverStory();
    const StorySession made(story, story.input());
    TablesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(&made.session());
    const QStringList found = lines(model);
    QVERIFY2(found.contains(u"orders | order_id | 0 only A, 0 only B, 1 merged, 1 collisions, 0 conflicts, 1 open"_s),
             qPrintable(found.join(u'\n')));
    QVERIFY2(
        found.contains(u"customers | customer_id | 0 only A, 1 only B, 0 merged, 0 collisions, 0 conflicts, 0 open"_s),
        qPrintable(found.join(u'\n')));
    QCOMPARE(model.stage(rowOf(model, u"orders"_s)), TableStage::Undecided);
    QCOMPARE(model.stage(rowOf(model, u"customers"_s)), TableStage::Different);
}

void TestTablesModel::filters_data()
{
    QTest::addColumn<int>("filter");
    QTest::addColumn<bool>("orders");
    QTest::addColumn<bool>("customers");
    QTest::newRow("undecided") << int(TableFilter::Undecided) << true << false;
    QTest::newRow("conflicts") << int(TableFilter::Conflicts) << true << false;
    QTest::newRow("differences") << int(TableFilter::Differences) << true << true;
    QTest::newRow("all") << int(TableFilter::All) << true << true;
}

void TestTablesModel::filters()
{
    QFETCH(int, filter);
    const Story story = switchOverStory();
    const StorySession made(story, story.input());
    TablesModel model;
    model.show(&made.session());
    QTEST(model.accepts(rowOf(model, u"orders"_s), TableFilter(filter)), "orders");
    QTEST(model.accepts(rowOf(model, u"customers"_s), TableFilter(filter)), "customers");
}

void TestTablesModel::stages_data()
{
    using State = TableStatus::State;
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<qint64>("unresolved");
    QTest::addColumn<int>("stage");
    const auto add = [](const char *name, State state, Outcome outcome, qint64 unresolved, TableStage stage) {
        QTest::newRow(name) << int(state) << int(outcome) << unresolved << int(stage);
    };
    add("waiting", State::Waiting, Outcome::Unchanged, 0, TableStage::Waiting);
    add("comparing", State::Comparing, Outcome::OnlyA, 0, TableStage::Comparing);
    add("identical", State::Compared, Outcome::Unchanged, 0, TableStage::Identical);
    add("automatic", State::Compared, Outcome::OnlyA, 0, TableStage::Different);
    add("undecided", State::Compared, Outcome::CellConflict, 1, TableStage::Undecided);
    add("decided", State::Compared, Outcome::CellConflict, 0, TableStage::Decided);
    add("partial", State::Cancelled, Outcome::OnlyB, 2, TableStage::Partial);
    add("no key", State::NotComparable, Outcome::Unchanged, 0, TableStage::NotComparable);
    add("failed", State::Failed, Outcome::Unchanged, 0, TableStage::Failed);
}

void TestTablesModel::stages()
{
    QFETCH(int, state);
    QFETCH(int, outcome);
    QFETCH(qint64, unresolved);
    const TableStatus status{.state = TableStatus::State(state)};
    QTEST(int(tableStage(status, counted(Outcome(outcome), unresolved))), "stage");
}

void TestTablesModel::followsDecisionsWithoutReset()
{
    const Story story = switchOverStory();
    const StorySession made(story, story.input());
    TablesModel model;
    model.show(&made.session());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const int orders = rowOf(model, u"orders"_s);
    const auto open = made.session().ids({.table = orders, .unresolvedOnly = true});
    VERIFY_OK(open);
    for (const qint64 id : *open) {
        Decision decision{.kind = KeepBoth{Side::B}, .origin = Decision::Origin::Person};
        VERIFY_OK(made.session().decide({{id, decision, true}}, u"keep both"_s, u"tester"_s));
    }
    model.show(&made.session());
    QCOMPARE(model.stage(orders), TableStage::Decided);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
}

void TestTablesModel::parentsComeFirst()
{
    const Story story = switchOverStory();
    const StorySession made(story, story.input());
    TablesModel model;
    model.show(&made.session());
    const auto depth = [&](const QString &table) {
        return model.data(model.index(rowOf(model, table), 0), TablesModel::DepthRole).toInt();
    };
    QCOMPARE(depth(u"customers"_s), 0);
    QCOMPARE(depth(u"orders"_s), 1);
    QCOMPARE(depth(u"order_lines"_s), 2);
}

void TestTablesModel::tellsHowFarATableIs()
{
    const Story story = switchOverStory();
    const StorySession made(story, story.input());
    TablesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(&made.session());
    const int orders = rowOf(model, u"orders"_s);
    const auto progress = [&] { return model.index(orders, TablesModel::ProgressColumn).data(); };
    model.takeProgress({u"comparing orders"_s, 45, 100});
    QVERIFY(!progress().isValid()); // it is compared
    TableStatus status = model.status(orders);
    const TableStatus before = status;
    status.state = TableStatus::State::Comparing;
    VERIFY_OK(made.session().setStatus(orders, status));
    model.show(&made.session());
    model.takeProgress({u"comparing order_lines"_s, 99, 100});
    QVERIFY(!progress().isValid());
    model.takeProgress({u"comparing orders"_s, 45, 100});
    QCOMPARE(progress().toInt(), 45);
    model.takeProgress({u"comparing orders"_s, 300, 100}); // more rows than the server estimated
    QCOMPARE(progress().toInt(), 99);
    VERIFY_OK(made.session().setStatus(orders, before));
    model.show(&made.session());
    QVERIFY(!progress().isValid());
}

void TestTablesModel::emptiesWithoutSession()
{
    const Story story = switchOverStory();
    const StorySession made(story, story.input());
    TablesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(&made.session());
    QCOMPARE(model.rowCount(), 5);
    model.show(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestTablesModel)
#include "tst_tablesmodel.moc"

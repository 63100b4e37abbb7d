#include "models/findingsmodel.h"
#include "models/relationsmodel.h"
#include "models/schemamodel.h"
#include "tests/support/divergence.h"
#include "tests/support/printing.h"
#include "tests/ui/windowdriver.h"
#include "ui/rowspage.h"
#include "ui/scopepage.h"
#include "ui/timelineview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <algorithm>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

/// Since when, and on what evidence: as a person chooses it.
class TestScopePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void evidenceIsChosenAndCompared();
    void aBrushFiltersRows();
    void aRenamedColumnIsConfirmed();
    void rowsAndColumnsAreLeftOut();
    void proposedReferencesAreAnswered();
};

void TestScopePage::initTestCase()
{
    static QTemporaryDir home;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.filePath(u"config"_s));
    QCoreApplication::setApplicationName(u"rejoin"_s);
    QCoreApplication::setOrganizationName(u"rejoin"_s);
}

void TestScopePage::evidenceIsChosenAndCompared()
{
    constexpr int patience = 60'000;
    Divergence divergence(u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY, status TEXT, updated_at TEXT);"
                          "INSERT INTO orders VALUES (1, 'open', '2026-11-22 09:00:00')"_s,
                          u"UPDATE orders SET status = 'a', updated_at = '2026-11-22 10:05:00'"_s, {});
    divergence.forgetBaseline();
    divergence.project().since = QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate);
    VERIFY_OK(saveProject(divergence.project(), divergence.path(u"shop.rejoin"_s)));

    MainWindow window(u"dba"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.openProject(divergence.path(u"shop.rejoin"_s));
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto *view = visible<QTableView>(window, u"Evidence of the tables"_s);
    QVERIFY(view);
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, patience);
    const QModelIndex evidence = view->model()->index(0, EvidenceModel::EvidenceColumn);
    QCOMPARE(evidence.data().toString(), u"none"_s);

    view->edit(evidence);
    auto *box = visible<QComboBox>(window, u"Evidence of orders"_s);
    QVERIFY(box);
    box->setCurrentIndex(box->findText(u"timestamp column updated_at"_s));
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(evidence.data().toString(), u"timestamp column updated_at"_s);
    QVERIFY(click(window, u"Save and compare"_s));
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().session() && !window.workspace().jobs().isRunning(), patience);
    QCOMPARE(window.workspace().session()->statuses()->first().evidence, u"timestamp column updated_at"_s);
    QCOMPARE(window.workspace().totals().differences, 1);

    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<TimelineView *>()->isVisible());
}

/// By keys: End stands on the last minute, Shift and Left take the one before in.
void TestScopePage::aBrushFiltersRows()
{
    Divergence divergence(u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY, status TEXT, updated_at TEXT);"
                          "CREATE TABLE tags (tag_id INTEGER PRIMARY KEY, updated_at TEXT);"
                          "INSERT INTO tags VALUES (1, '2026-11-22 09:00:00')"_s,
                          u"INSERT INTO orders VALUES (1, 'a', '2026-11-22 10:00:30'), (2, 'a', '2026-11-22 10:05:30');"
                          "UPDATE tags SET updated_at = '2026-11-22 10:00:10'"_s,
                          u"INSERT INTO orders VALUES (3, 'b', '2026-11-22 10:06:30')"_s);
    divergence.project().since = QDateTime::fromString(u"2026-11-22T10:00:00Z"_s, Qt::ISODate);
    VERIFY_OK(saveProject(divergence.project(), divergence.path(u"shop.rejoin"_s)));
    MainWindow window(u"dba"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.openProject(divergence.path(u"shop.rejoin"_s));
    QTest::keyClick(&window, Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().session() && !window.workspace().jobs().isRunning(), 60'000);
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto *timeline = window.findChild<TimelineView *>();
    QTRY_VERIFY(timeline && timeline->isVisible());
    QTRY_VERIFY(!window.workspace().jobs().isRunning());

    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_End);
    QTest::keyClick(timeline, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(timeSpanText(timeline->brushed().value()), u"10:05 to 10:07 UTC"_s);
    QTest::keyClick(timeline, Qt::Key_Return);
    auto *rows = window.findChild<RowsPage *>();
    QVERIFY(rows->isVisible());
    const auto *grid = visible<QTableView>(window, u"Decisions, outcomes and keys"_s);
    QVERIFY(grid);
    QCOMPARE(grid->model()->rowCount(), 2); // orders 2 and 3

    QVERIFY(click(window, u"Written 10:05 to 10:07 UTC ✕"_s));
    QCOMPARE(grid->model()->rowCount(), 3);
    QVERIFY(!timeline->brushed());

    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(timeline->isVisible());
    QTest::mouseClick(timeline, Qt::LeftButton, {}, QPoint(1, 10));
    QCOMPARE(timeSpanText(timeline->brushed().value()), u"10:00 to 10:01 UTC"_s);
    QTest::keyClick(timeline, Qt::Key_Escape);
    QVERIFY(!timeline->brushed());
}

void TestScopePage::aRenamedColumnIsConfirmed()
{
    constexpr int patience = 60'000;
    Divergence divergence(u"CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, name TEXT);"
                          "CREATE TABLE orders (order_id INTEGER PRIMARY KEY, note TEXT);"
                          "INSERT INTO orders VALUES (1, 'open')"_s,
                          u"INSERT INTO orders VALUES (2, 'of A')"_s,
                          u"ALTER TABLE orders RENAME COLUMN note TO remark; INSERT INTO orders VALUES (3, 'of B')"_s);
    VERIFY_OK(saveProject(divergence.project(), divergence.path(u"shop.rejoin"_s)));
    MainWindow window(u"dba"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.openProject(divergence.path(u"shop.rejoin"_s));
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto *tables = visible<QTableView>(window, u"Evidence of the tables"_s);
    QVERIFY(tables);
    QTRY_COMPARE_WITH_TIMEOUT(tables->model()->rowCount(), 2, patience);
    QCOMPARE(tables->currentIndex().siblingAtColumn(0).data().toString(), u"orders"_s); // the one that changed
    QCOMPARE(tables->model()->index(1, EvidenceModel::SchemaColumn).data().toString(), u"2 changes"_s);

    auto *schema = visible<QTableView>(window, u"Schema of the table in the baseline, on A and on B"_s);
    QVERIFY(schema);
    QStringList changes;
    for (int row = 0; row < schema->model()->rowCount(); ++row)
        changes.append(schema->model()->index(row, SchemaModel::ObjectColumn).data().toString() + u": "_s +
                       schema->model()->index(row, SchemaModel::ChangeColumn).data().toString());
    QCOMPARE(changes, (QStringList{u"note: dropped on B"_s, u"remark: added on B"_s}));
    QCheckBox *box = nullptr;
    for (QCheckBox *each : window.findChildren<QCheckBox *>()) {
        if (each->isVisible() && each->text().startsWith(u"note on A is remark on B"_s))
            box = each;
    }
    QVERIFY(box);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(click(window, u"Save and compare"_s));
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().session() && !window.workspace().jobs().isRunning(), patience);
    QCOMPARE(loadProject(divergence.path(u"shop.rejoin"_s))->scope.renamed.value(u"orders"_s),
             QStringList{u"note=remark"_s});
    const AlignedTable &orders = window.workspace().session()->alignment().tables[1];
    QVERIFY(orders.columnsNotCompared().isEmpty());
}

/// A condition that the server does not take is told, and the page stays usable so that it can be corrected.
void TestScopePage::rowsAndColumnsAreLeftOut()
{
    constexpr int patience = 60'000;
    Divergence divergence(u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY, region TEXT, total INT);"
                          "INSERT INTO orders VALUES (1, 'EU', 1), (2, 'US', 2)"_s,
                          u"UPDATE orders SET total = 10"_s, {});
    divergence.project().scope.filters.b = {{u"orders"_s, u"region = 'EU'"_s}};
    VERIFY_OK(saveProject(divergence.project(), divergence.path(u"shop.rejoin"_s)));
    MainWindow window(u"dba"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.openProject(divergence.path(u"shop.rejoin"_s));
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto *onB = [&] {
        QLineEdit *found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = visible<QLineEdit>(window, u"Rows of B where"_s)) != nullptr; },
                              patience);
        return found;
    }();
    QVERIFY(onB);
    QCOMPARE(onB->text(), u"region = 'EU'"_s);
    QVERIFY(std::ranges::any_of(window.findChildren<QLabel *>(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"About 2 rows of A and 1 of B"_s);
    }));
    auto *onA = visible<QLineEdit>(window, u"Rows of A where"_s);
    QVERIFY(onA && onA->text().isEmpty());
    onA->setFocus();
    QTest::keyClicks(onA, u"region = 'EU"_s);
    QLabel *told = nullptr;
    for (QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text() == u"The condition of A cannot be used: a quote (') is not closed."_s)
            told = label;
    }
    QVERIFY(told);
    QTest::keyClicks(onA, u"'"_s);
    QVERIFY(!told->isVisible());
    auto *columns = visible<QToolButton>(window, u"Columns that no script writes; a trigger fills them, say"_s);
    QVERIFY(columns);
    QCOMPARE(columns->text(), u"no column"_s);
    QStringList offered;
    for (QAction *action : columns->menu()->actions())
        offered.append(action->text());
    QCOMPARE(offered, (QStringList{u"region"_s, u"total"_s})); // no key
    columns->menu()->actions().last()->trigger();
    QCOMPARE(columns->text(), u"total"_s);
    auto *key = visible<QToolButton>(
        window, u"Columns whose values tell which row of A is which row of B; none: the table's own key"_s);
    QVERIFY(key);
    QCOMPARE(key->text(), u"order_id"_s);
    auto *loosely =
        visible<QToolButton>(window, u"Columns whose values count as equal although they are not the same"_s);
    QVERIFY(loosely);
    QAction *ofRegion = loosely->menu()->actions().first();
    QCOMPARE(ofRegion->text(), u"region"_s);
    QCOMPARE(ofRegion->menu()->actions().size(), 3); // exactly, and two rules for text
    ofRegion->menu()->actions().last()->trigger();
    QCOMPARE(loosely->text(), u"region=ignore-case"_s);

    QVERIFY(click(window, u"Save and compare"_s));
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().session() && !window.workspace().jobs().isRunning(), patience);
    const AlignmentOptions saved = loadProject(divergence.path(u"shop.rejoin"_s))->scope;
    QVERIFY(saved.filters.a == saved.filters.b);
    QCOMPARE(saved.notWritten.value(u"orders"_s), QStringList{u"total"_s});
    QCOMPARE(saved.equality.value(u"orders"_s), QStringList{u"region=ignore-case"_s});
    QVERIFY(saved.keys.isEmpty());
    QCOMPARE(window.workspace().totals().differences, 1);
}

/// Both servers gave out order 101, and each noted its shipment without a foreign key.
void TestScopePage::proposedReferencesAreAnswered()
{
    constexpr int patience = 60'000;
    QStringList old;
    for (int number = 1; number <= 100; ++number)
        old += u"(%1, 'old')"_s.arg(number);
    const QString common = u"CREATE TABLE orders (order_id INTEGER PRIMARY KEY AUTOINCREMENT, status TEXT);"
                           "CREATE TABLE shipments (shipment_id INTEGER PRIMARY KEY AUTOINCREMENT, order_no INTEGER);"
                           "INSERT INTO orders VALUES %1;"
                           "INSERT INTO shipments VALUES (1, 7), (2, 9), (3, 100)"_s.arg(old.join(u", "_s));
    Divergence divergence(common, u"INSERT INTO orders VALUES (101, 'of A'); INSERT INTO shipments VALUES (4, 101)"_s,
                          u"INSERT INTO orders VALUES (101, 'of B'); INSERT INTO shipments VALUES (5, 101)"_s);
    const QString project = divergence.path(u"shop.rejoin"_s);
    VERIFY_OK(saveProject(divergence.project(), project));
    MainWindow window(u"dba"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.openProject(project);
    const auto compared = [&] {
        return QTest::qWaitFor([&] { return window.workspace().session() && !window.workspace().jobs().isRunning(); },
                               patience);
    };
    const auto remarked = [&] {
        FindingsModel findings;
        findings.show(window.workspace().session());
        return std::ranges::any_of(findings.findings(), [](const Finding &finding) {
            return finding.text.startsWith(u"shipments.order_no → orders.order_id seems to be a reference"_s);
        });
    };
    const auto proposals = [&] {
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        QTableView *view = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                view = visible<QTableView>(window, u"References that no foreign key declares"_s);
                return view && !window.workspace().jobs().isRunning();
            },
            patience);
        return view;
    };
    QTest::keyClick(&window, Qt::Key_F5);
    QVERIFY(compared());
    QVERIFY(remarked());

    QTableView *view = proposals();
    QVERIFY(view);
    const auto told = [&](int column) { return view->model()->index(0, column).data().toString(); };
    QCOMPARE(view->model()->rowCount(), 1);
    QCOMPARE(told(RelationsModel::ReferenceColumn), u"shipments.order_no → orders.order_id"_s);
    QCOMPARE(told(RelationsModel::AnswerColumn), u"? not followed"_s);
    QVERIFY2(told(RelationsModel::EvidenceColumn).contains(u"named like orders.order_id"_s),
             qPrintable(told(RelationsModel::EvidenceColumn)));
    QVERIFY(click(window, u"Dismiss"_s));
    QCOMPARE(told(RelationsModel::AnswerColumn), u"✕ dismissed"_s);
    QVERIFY(click(window, u"Save and compare"_s));
    QVERIFY(compared());
    QCOMPARE(loadProject(project)->dismissedRelations.size(), 1);
    QVERIFY(!remarked());

    view = proposals();
    QVERIFY(view);
    QCOMPARE(told(RelationsModel::AnswerColumn), u"✕ dismissed"_s);
    QVERIFY(click(window, u"Propose it again"_s));
    QCOMPARE(told(RelationsModel::AnswerColumn), u"? not followed"_s);
    QVERIFY(click(window, u"Follow it"_s));
    QVERIFY(click(window, u"Save and compare"_s));
    QVERIFY(compared());
    const auto saved = loadProject(project);
    VERIFY_OK(saved);
    QCOMPARE(saved->dismissedRelations, QList<VirtualRelation>());
    QCOMPARE(saved->scope.relations.size(), 1);
    QCOMPARE(saved->scope.relations.first().toText(), u"shipments.order_no=orders.order_id"_s);
    QCOMPARE(window.workspace().session()->alignment().relations.size(), 1);
}

QTEST_MAIN(TestScopePage)
#include "tst_scopepage.moc"

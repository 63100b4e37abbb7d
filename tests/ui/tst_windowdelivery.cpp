#include "models/runsmodel.h"
#include "tests/support/divergence.h"
#include "tests/support/printing.h"
#include "tests/ui/windowdriver.h"
#include "ui/deliverpage.h"
#include "ui/rowgrids.h"
#include "ui/rowspage.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <algorithm>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms: the machine may be busy

/// Orders 3 and 4 were given out by both servers; both changed the phone of customer 1.
Divergence shop()
{
    return {u"CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, email TEXT, phone TEXT);"
            "CREATE TABLE orders (order_id INTEGER PRIMARY KEY AUTOINCREMENT, status TEXT);"
            "INSERT INTO customers VALUES (1, 'ann@x', '11'), (2, 'bob@x', '22');"
            "INSERT INTO orders VALUES (1, 'old'), (2, 'old')"_s,
            u"INSERT INTO orders VALUES (3, 'a'), (4, 'a'); UPDATE customers SET phone = '12' WHERE customer_id = 1;"
            "UPDATE customers SET email = 'robert@x' WHERE customer_id = 2"_s,
            u"INSERT INTO orders VALUES (3, 'b'), (4, 'b'); UPDATE customers SET phone = '13' WHERE customer_id = 1"_s};
}

/// The program, started anew, on one project.
struct Started
{
    explicit Started(const QString &project)
    {
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
        window.openProject(project);
    }

    [[nodiscard]] bool enter(Stage stage)
    {
        QToolButton *own = window.findChild<StageBar *>()->button(stage);
        if (!own->isEnabled())
            return false;
        QTest::mouseClick(own, Qt::LeftButton);
        return own->isChecked() && isIdle();
    }
    [[nodiscard]] bool isIdle()
    {
        return QTest::qWaitFor([&] { return !window.workspace().jobs().isRunning(); }, patience);
    }
    [[nodiscard]] bool compare()
    {
        QTest::keyClick(&window, Qt::Key_F5);
        return QTest::qWaitFor([&] { return window.workspace().session() != nullptr; }, patience) && isIdle();
    }
    void decideAll() { decidePhone(Version::A); }
    void decidePhone(Version from)
    {
        Workspace &workspace = window.workspace();
        workspace.acceptSuggestions({});
        workspace.decide({.table = workspace.session()->alignment().tableIndex(u"customers"_s),
                          .key = RowKey{{Value::integer(1)}},
                          .decided = ResolveScope::Decided::Redecide},
                         Take{from}, {});
    }
    [[nodiscard]] bool review()
    {
        return enter(Stage::Review) && click(window, u"Mark as reviewed"_s) && window.workspace().review();
    }
    [[nodiscard]] bool run()
    {
        if (!click(window, u"Deliver →"_s))
            return false;
        for (const QString &label : {u"PRD01"_s, u"PRD02"_s}) {
            if (!type(window, u"Type %1 to confirm that the script may run there"_s.arg(label), label))
                return false;
        }
        return click(window, u"Execute"_s) && said(u"✓ Converged."_s);
    }
    /// A label that begins so is there, or comes soon.
    [[nodiscard]] bool said(const QString &start)
    {
        return QTest::qWaitFor([&] { return !label(start).isEmpty(); }, patience);
    }
    [[nodiscard]] QString label(const QString &start) const
    {
        for (const QLabel *each : window.findChildren<QLabel *>()) {
            if (each->isVisible() && each->text().startsWith(start))
                return each->text();
        }
        return {};
    }
    /// Texts of a column of customers as the grid of A shows them, in the order of keys.
    [[nodiscard]] QStringList shown(const QString &column) const
    {
        const QTableView *view = window.findChild<RowGrids *>()->view(Face::A);
        const QAbstractItemModel *model = view->model();
        const auto *rows = window.findChild<RowsPage *>();
        QStringList texts;
        for (int section = 0; section < model->columnCount(); ++section) {
            const QString name = model->headerData(section, Qt::Horizontal).toString();
            if (!rows->isVisible() || view->isColumnHidden(section) || name.section(u' ', 0, 0) != column)
                continue;
            for (int row = 0; row < model->rowCount(); ++row)
                texts.append(model->index(row, section).data().toString());
        }
        return texts;
    }

    MainWindow window{u"dba"_s};
};

} // namespace

/// What surrounds a run in the window: numbers that are set aside, reviews that grow old, runs of an earlier day, and
/// values that not everybody may see.
class TestWindowDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void numbersAreReservedBeforeTheReview();
    void changesSinceTheReviewAreShown();
    void reviewedScriptsAreFoundInTheSession();
    void runsOfAnEarlierDayAreUndone();
    void aBundleThatIsGoneCannotBeUndone();
    void maskedValuesAreHidden();
    void proposesAFolderWhoseBundleNoServerHas();
    void decidesAndReviewsWithNoServerAtHand();
    void rehearsesAndRollsBack();

private:
    std::unique_ptr<Divergence> m_shop;
    QString m_project;
};

void TestWindowDelivery::initTestCase()
{
    static QTemporaryDir home;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.filePath(u"config"_s));
    QCoreApplication::setApplicationName(u"rejoin"_s);
    QCoreApplication::setOrganizationName(u"rejoin"_s);
}

void TestWindowDelivery::init()
{
    m_shop = std::make_unique<Divergence>(shop());
    m_project = m_shop->path(u"shop.rejoin"_s);
    VERIFY_OK(saveProject(m_shop->project(), m_project));
}

void TestWindowDelivery::numbersAreReservedBeforeTheReview()
{
    Started dba(m_project);
    QVERIFY(dba.compare());
    dba.decideAll();
    QVERIFY(dba.enter(Stage::Review));
    QVERIFY(dba.said(u"A · PRD01 (live) is in use, and numbers for new keys are not set aside there (orders: 2)"_s));
    QVERIFY2(!button(dba.window, u"Reserve on PRD02…"_s), "the standby is not in use");
    const auto given = [&] { return m_shop->file(Version::A).column(u"SELECT seq FROM sqlite_sequence"_s); };
    QCOMPARE(given(), QStringList{u"4"_s});
    QVERIFY(click(dba.window, u"Reserve on PRD01…"_s));
    QCOMPARE(given(), QStringList{u"4"_s}); // asked first
    QVERIFY(agree(dba.window, u"Reserve"_s));
    QVERIFY2(dba.said(u"✓ A · PRD01 (live): orders: reserved 5 to 6."_s),
             qPrintable(dba.label(u"✓ "_s) + dba.label(u"A · PRD01"_s)));
    QCOMPARE(given(), QStringList{u"6"_s});
    QVERIFY(dba.isIdle());
    QVERIFY(!button(dba.window, u"Reserve on PRD01…"_s));
    QVERIFY(click(dba.window, u"Mark as reviewed"_s));
    QVERIFY(dba.run());
    for (const Version version : {Version::A, Version::B})
        QCOMPARE(m_shop->file(version).column(u"SELECT order_id FROM orders ORDER BY order_id"_s),
                 (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}));
}

void TestWindowDelivery::changesSinceTheReviewAreShown()
{
    Started dba(m_project);
    QVERIFY(dba.compare());
    dba.decideAll();
    QVERIFY(dba.review());
    const auto *tabs = visible<QTabBar>(dba.window, u"Scripts"_s);
    QVERIFY(tabs);
    QCOMPARE(tabs->tabText(0), u"merge → A"_s);

    QVERIFY(dba.enter(Stage::Resolve));
    dba.decidePhone(Version::B);
    QVERIFY(dba.enter(Stage::Review));
    QCOMPARE(tabs->tabText(0), u"changes → A"_s);
    QCOMPARE(tabs->tabText(1), u"changes → B"_s);
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY2(dba.said(u"⚠ Outdated: changed since dba reviewed it"_s), complaints(dba.window));
    QVERIFY(dba.label(u"⚠ Outdated"_s).contains(u"places of the merge scripts are others: they are shown first."_s));
    const QStringList lines = visible<QPlainTextEdit>(dba.window, u"Script"_s)->toPlainText().split(u'\n');
    const auto has = [&](QChar sign, const QString &word) {
        return std::ranges::any_of(lines,
                                   [&](const QString &line) { return line.startsWith(sign) && line.contains(word); });
    };
    QVERIFY2(has(u'@', u"customers customer_id=1"_s), qPrintable(lines.join(u'\n')));
    QVERIFY2(has(u'+', u"'13'"_s), qPrintable(lines.join(u'\n')));
    QVERIFY2(!has(u'@', u"insert orders"_s), qPrintable(lines.join(u'\n')));

    dba.decidePhone(Version::A); // as it was reviewed
    QVERIFY(dba.enter(Stage::Resolve) && dba.enter(Stage::Review));
    QCOMPARE(tabs->tabText(0), u"merge → A"_s);
}

/// The window that saw the review is closed, and no bundle was exported from it.
void TestWindowDelivery::reviewedScriptsAreFoundInTheSession()
{
    {
        Started dba(m_project);
        QVERIFY(dba.compare());
        dba.decideAll();
        QVERIFY(dba.review());
        QVERIFY(dba.isIdle());
    }
    Started later(m_project);
    later.decidePhone(Version::B);
    QVERIFY(later.enter(Stage::Review));
    QCOMPARE(visible<QTabBar>(later.window, u"Scripts"_s)->tabText(0), u"changes → A"_s);
    QVERIFY(visible<QPlainTextEdit>(later.window, u"Script"_s)->toPlainText().contains(u"'13'"_s));
}

void TestWindowDelivery::runsOfAnEarlierDayAreUndone()
{
    const auto orders = [&](Version version) {
        return m_shop->file(version).column(u"SELECT order_id || status FROM orders ORDER BY 1"_s);
    };
    const PerVersion<QStringList> before{{}, orders(Version::A), orders(Version::B)};
    {
        Started dba(m_project);
        QVERIFY(dba.compare());
        dba.decideAll();
        QVERIFY(dba.review());
        QVERIFY(dba.run());
    }
    Started later(m_project);
    QVERIFY(later.enter(Stage::Deliver));
    auto *runs = visible<QTableView>(later.window, u"Runs and what they left on the servers"_s);
    QVERIFY(runs);
    const auto told = [&](int row, int column) { return runs->model()->index(row, column).data().toString(); };
    QCOMPARE(runs->model()->rowCount(), 2);
    QStringList servers;
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(told(row, RunsModel::StateColumn), u"has the merge"_s);
        servers.append(told(row, RunsModel::ServerColumn));
    }
    QCOMPARE(servers, (QStringList{u"B · PRD02 (standby)"_s, u"A · PRD01 (live)"_s})); // the latest first
    for (const QString &server : servers) {
        for (int row = 0; row < 2; ++row) {
            if (told(row, RunsModel::ServerColumn) == server)
                runs->selectRow(row);
        }
        QVERIFY(click(later.window, u"Undo the selected run"_s));
        QVERIFY(agree(later.window, u"Undo"_s));
        QVERIFY2(later.said(u"✓ Undone. %1 is as it was before the run."_s.arg(server)), complaints(later.window));
    }
    for (const Version version : {Version::A, Version::B})
        QCOMPARE(orders(version), before[version]);
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(told(row, RunsModel::StateColumn), u"undone: as before the merge"_s);
        runs->selectRow(row);
        QVERIFY(!click(later.window, u"Undo the selected run"_s));
    }
}

/// Only its log is left: the run is told, and why it cannot be undone from here.
void TestWindowDelivery::aBundleThatIsGoneCannotBeUndone()
{
    {
        Started dba(m_project);
        QVERIFY(dba.compare());
        dba.decideAll();
        QVERIFY(dba.review());
        QVERIFY(dba.run());
    }
    QVERIFY(QFile::remove(m_shop->path(u"shop-bundle/manifest.json"_s)));
    const QStringList before = m_shop->file(Version::B).column(u"SELECT order_id || status FROM orders"_s);
    Started later(m_project);
    QVERIFY(later.enter(Stage::Deliver));
    QVERIFY(click(later.window, u"Undo the selected run"_s));
    QVERIFY(agree(later.window, u"Undo"_s));
    QVERIFY2(later.said(u"⚠ Not undone: nothing was changed on B · PRD02 (standby)."_s), complaints(later.window));
    QCOMPARE(m_shop->file(Version::B).column(u"SELECT order_id || status FROM orders"_s), before);
}

void TestWindowDelivery::maskedValuesAreHidden()
{
    m_shop->project().scope.masked = {{u"customers"_s, {u"email"_s}}};
    VERIFY_OK(saveProject(m_shop->project(), m_project));
    Started dba(m_project);
    QVERIFY(dba.compare());
    const int customers = dba.window.workspace().session()->alignment().tableIndex(u"customers"_s);
    const auto showCustomers = [&] {
        QVERIFY(dba.enter(Stage::Resolve));
        dba.window.findChild<RowsPage *>()->showTable(customers);
    };
    showCustomers();
    QTRY_COMPARE(dba.shown(u"email"_s), (QStringList{u"•••"_s, u"•••"_s}));
    QCOMPARE(dba.shown(u"phone"_s), (QStringList{u"12"_s, u"22"_s}));
    QVERIFY(click(dba.window, u"Show masked"_s));
    QCOMPARE(dba.shown(u"email"_s), (QStringList{u"ann@x"_s, u"robert@x"_s}));
    QVERIFY(click(dba.window, u"Show masked"_s));
    QCOMPARE(dba.shown(u"email"_s), (QStringList{u"•••"_s, u"•••"_s}));

    QVERIFY(click(dba.window, u"Show masked"_s));
    QVERIFY(dba.compare()); // what was switched on does not outlast the comparison
    showCustomers();
    QTRY_COMPARE(dba.shown(u"email"_s), (QStringList{u"•••"_s, u"•••"_s}));
    dba.window.findChild<RowsPage *>()->showTable(
        dba.window.workspace().session()->alignment().tableIndex(u"orders"_s));
    QCoreApplication::processEvents();
    QVERIFY2(!button(dba.window, u"Show masked"_s), "orders has no masked column");
}

/// The undo script of what a server has must stay where it is.
void TestWindowDelivery::proposesAFolderWhoseBundleNoServerHas()
{
    const auto proposed = [](const Started &dba) {
        const auto fields = dba.window.findChild<DeliverPage *>()->findChildren<QLineEdit *>();
        return std::ranges::count_if(fields,
                                     [](const QLineEdit *field) { return field->text().endsWith(u"shop-bundle"_s); }) +
               10 * std::ranges::count_if(
                        fields, [](const QLineEdit *field) { return field->text().endsWith(u"shop-bundle-2"_s); });
    };
    {
        Started dba(m_project);
        QVERIFY(dba.compare());
        dba.decideAll();
        QVERIFY(dba.review());
        QCOMPARE(proposed(dba), 1);
        QVERIFY(dba.run());
    }
    Started later(m_project);
    QVERIFY(later.enter(Stage::Deliver));
    QCOMPARE(proposed(later), 10);
}

/// Opened, decided, reviewed and exported on a machine that reaches no server.
void TestWindowDelivery::decidesAndReviewsWithNoServerAtHand()
{
    {
        Started dba(m_project);
        QVERIFY(dba.compare());
    }
    for (const Version version : allVersions) {
        const QString path = m_shop->file(version).path();
        QVERIFY(QFile::rename(path, path + u".away"_s));
    }
    Started later(m_project);
    QVERIFY(later.window.workspace().session());
    QVERIFY(later.enter(Stage::Resolve));
    QVERIFY(later.window.workspace().totals().undecided > 0);
    later.decideAll();
    QCOMPARE(later.window.workspace().totals().open(), 0);
    QVERIFY(later.review());
    QVERIFY(click(later.window, u"Deliver →"_s));
    QVERIFY(click(later.window, u"Export bundle"_s));
    QVERIFY(later.isIdle());
    QVERIFY(QFile::exists(m_shop->path(u"shop-bundle/b/merge.sql"_s)));
    QVERIFY2(complaints(later.window).isEmpty(), complaints(later.window));
}

void TestWindowDelivery::rehearsesAndRollsBack()
{
    const auto orders = [&](Version version) {
        return m_shop->file(version).column(u"SELECT order_id || status FROM orders ORDER BY 1"_s);
    };
    Started dba(m_project);
    QVERIFY(dba.compare());
    dba.decideAll();
    QVERIFY(dba.review());
    QVERIFY(click(dba.window, u"Deliver →"_s));
    const PerVersion<QStringList> before{{}, orders(Version::A), orders(Version::B)};
    QVERIFY(click(dba.window, u"Rehearse"_s));
    QVERIFY2(dba.said(u"✓ Rehearsed. Nothing was written"_s), qPrintable(dba.label(u"⚠"_s)));
    for (const Version version : {Version::A, Version::B})
        QCOMPARE(orders(version), before[version]);
    QVERIFY(dba.isIdle());
    QVERIFY(dba.enter(Stage::Review));
    QVERIFY2(dba.run(), "after a rehearsal it runs as without one");
    QVERIFY(orders(Version::A) != before.a);
}

QTEST_MAIN(TestWindowDelivery)
#include "tst_windowdelivery.moc"

#include "diffcore/odbc/connection.h"
#include "tests/support/printing.h"
#include "tests/ui/windowdriver.h"
#include "ui/rowgrids.h"
#include "ui/rowspage.h"

#include <QCheckBox>
#include <QLabel>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms: the machine may be busy
constexpr int manySteps = 400;

} // namespace

/// One DBA, one window, from the welcome page to two servers that are alike.
class TestWindowJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void demo();
    void connection();
    void comparison();
    void oneConflictEachWay();
    void undoAndRedo();
    void draftIsMarked();
    void theRest();
    void constraints();
    void review();
    void refusal();
    void execution();
    void undoOfTheRun();
    void cleanupTestCase();

private:
    [[nodiscard]] const Session &session() { return *m_window->workspace().session(); }
    [[nodiscard]] QWidget &rows() { return *m_window->findChild<RowsPage *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] bool enter(Stage stage);
    [[nodiscard]] QString labelStarting(const QString &start);
    [[nodiscard]] bool confirm();
    void writeOnB(const QString &sql);
    void decideNext(Outcome outcome, Qt::Key key, Version expected);

    QTemporaryDir m_home;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowJourney::initTestCase()
{
    QVERIFY(m_home.isValid());
    qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toLocal8Bit());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.filePath(u"config"_s));
    QCoreApplication::setApplicationName(u"rejoin"_s);
    QCoreApplication::setOrganizationName(u"rejoin"_s);
    m_window = std::make_unique<MainWindow>(u"dba"_s);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWindowJourney::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    auto *view = m_window->findChild<RowGrids *>()->view(Face::A);
    view->setFocus();
    QTest::keyClick(view, key, modifiers);
}

bool TestWindowJourney::enter(Stage stage)
{
    QToolButton *own = m_window->findChild<StageBar *>()->button(stage);
    if (!own->isEnabled())
        return false;
    QTest::mouseClick(own, Qt::LeftButton);
    return own->isChecked();
}

QString TestWindowJourney::labelStarting(const QString &start)
{
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().startsWith(start))
            return label->text();
    }
    return {};
}

void TestWindowJourney::demo()
{
    QVERIFY(click(*m_window, u"Try the demo"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace().isOpen(), patience);
    QCOMPARE(m_window->workspace().project().servers.a.label, u"PRD01"_s);
    QTRY_VERIFY(button(*m_window, u"Save and compare"_s));
}

void TestWindowJourney::connection()
{
    QVERIFY(click(*m_window, u"Test"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(!labelStarting(u"✓ They can be compared."_s).isEmpty(), complaints(*m_window), patience);
    QVERIFY(!labelStarting(u"✓ Reachable, logged in\n✓ SQLite"_s).isEmpty());
}

void TestWindowJourney::comparison()
{
    QVERIFY(click(*m_window, u"Save and compare"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(m_window->workspace().session() && !m_window->workspace().jobs().isRunning(),
                              complaints(*m_window), patience);
    QVERIFY2(complaints(*m_window).isEmpty(), complaints(*m_window));
    QVERIFY(session().header().finishedAt.isValid());
    QVERIFY(m_window->workspace().totals().undecided > 0);
}

void TestWindowJourney::decideNext(Outcome outcome, Qt::Key key, Version expected)
{
    const auto open = session().ids({.outcomes = {outcome}, .unresolvedOnly = true});
    VERIFY_OK(open);
    QVERIFY(!open->isEmpty());
    const qint64 id = open->first();
    m_window->findChild<RowsPage *>()->showRow(id);
    press(key, Qt::ControlModifier);
    const auto decided = session().difference(id);
    VERIFY_OK(decided);
    QVERIFY2(decided->resolved, complaints(*m_window));
    const auto *take = std::get_if<Take>(&decided->decision.kind);
    QVERIFY(take);
    QCOMPARE(take->from, expected);
    QCOMPARE(decided->decision.origin, Decision::Origin::Person);
    QCOMPARE(decided->decision.by, u"dba"_s);
}

void TestWindowJourney::oneConflictEachWay()
{
    QVERIFY(enter(Stage::Resolve));
    decideNext(Outcome::CellConflict, Qt::Key_1, Version::A);
    decideNext(Outcome::CellConflict, Qt::Key_2, Version::B);
}

void TestWindowJourney::undoAndRedo()
{
    const qint64 before = m_window->workspace().totals().undecided;
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->workspace().totals().undecided, before + 1);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->workspace().totals().undecided, before);
}

void TestWindowJourney::draftIsMarked()
{
    QVERIFY(enter(Stage::Review));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace().jobs().isRunning(), patience);
    QVERIFY(!labelStarting(u"⚠ DRAFT"_s).isEmpty());
    QVERIFY(!click(*m_window, u"Mark as reviewed"_s));
    QVERIFY(enter(Stage::Deliver));
    QVERIFY(!click(*m_window, u"Execute"_s));
    QVERIFY(!click(*m_window, u"Export bundle"_s));
    QVERIFY(enter(Stage::Resolve));
}

void TestWindowJourney::theRest()
{
    QVERIFY(enter(Stage::Compare)); // suggestions are of all tables: no page is needed for them
    QTest::keyClick(m_window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(agree(*m_window, u"Accept all"_s));
    QVERIFY(enter(Stage::Resolve));
    for (int step = 0; step < manySteps && m_window->workspace().totals().undecided > 0; ++step) {
        press(Qt::Key_F8);
        press(Qt::Key_1, Qt::ControlModifier);
    }
    QVERIFY2(complaints(*m_window).isEmpty(), complaints(*m_window));
    QCOMPARE(m_window->workspace().totals().undecided, 0);
}

void TestWindowJourney::constraints()
{
    for (int step = 0; step < manySteps && m_window->workspace().totals().constraintConflicts > 0; ++step) {
        // a layout shows what was put into it when events are processed
        QCoreApplication::processEvents();
        const bool done =
            click(rows(), u"Keep as the one"_s) || click(rows(), u"Bring back"_s) || click(rows(), u"Drop"_s);
        QVERIFY2(done, "a constraint conflict offers no way out");
    }
    QVERIFY2(complaints(*m_window).isEmpty(), complaints(*m_window));
    QCOMPARE(m_window->workspace().totals().open(), 0);
}

void TestWindowJourney::review()
{
    QVERIFY(enter(Stage::Review));
    QTRY_VERIFY_WITH_TIMEOUT(button(*m_window, u"Mark as reviewed"_s)->isEnabled(), patience);
    QCOMPARE(visible<QTabBar>(*m_window, u"Scripts"_s)->count(), 8);
    QVERIFY(labelStarting(u"⚠ DRAFT"_s).isEmpty());
    QVERIFY(type(*m_window, u"Reviewer"_s, u"second pair of eyes"_s));
    QVERIFY(click(*m_window, u"Mark as reviewed"_s));
    QVERIFY(m_window->workspace().review().has_value());
    QVERIFY(click(*m_window, u"Deliver →"_s));
}

bool TestWindowJourney::confirm()
{
    for (const QString &label : {u"PRD01"_s, u"PRD02"_s}) {
        if (!type(*m_window, u"Type %1 to confirm that the script may run there"_s.arg(label), label))
            return false;
    }
    for (QCheckBox *box : m_window->findChildren<QCheckBox *>()) {
        if (box->isVisible() && !box->isChecked())
            QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }
    return true;
}

void TestWindowJourney::writeOnB(const QString &sql)
{
    const auto &where = m_window->workspace().project().servers.b.connection;
    const auto connection = Connection::open(where, {.label = u"B"_s, .readOnly = false});
    VERIFY_OK(connection);
    VERIFY_OK((*connection)->execute(sql));
}

void TestWindowJourney::refusal()
{
    QVERIFY2(!click(*m_window, u"Execute"_s), "it must not run before the servers are named");
    QVERIFY(confirm());
    writeOnB(u"UPDATE orders SET status = status || '!' WHERE order_id = 1001"_s);
    QVERIFY(click(*m_window, u"Execute"_s));
    QTRY_COMPARE_WITH_TIMEOUT(labelStarting(u"⚠ "_s),
                              u"⚠ 1 row changed on B · PRD02 (standby) since the comparison. Nothing was executed. "
                              "Compare again."_s,
                              patience);
    QVERIFY(!click(*m_window, u"Undo this run"_s));
    writeOnB(u"UPDATE orders SET status = rtrim(status, '!') WHERE order_id = 1001"_s);
}

void TestWindowJourney::execution()
{
    QVERIFY(confirm());
    QVERIFY(click(*m_window, u"Execute"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!labelStarting(u"✓ Converged."_s).isEmpty() || !labelStarting(u"⚠ "_s).isEmpty(),
                             patience);
    QCOMPARE(labelStarting(u"⚠ "_s), QString());
    QVERIFY(!labelStarting(u"✓ Converged."_s).isEmpty());
}

void TestWindowJourney::undoOfTheRun()
{
    QVERIFY(click(*m_window, u"Undo this run"_s));
    QVERIFY(agree(*m_window, u"Undo"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!labelStarting(u"✓ Undone."_s).isEmpty() || !labelStarting(u"⚠ "_s).isEmpty(), patience);
    QCOMPARE(labelStarting(u"⚠ "_s), QString());
    QVERIFY(click(*m_window, u"Verify"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!labelStarting(u"⚠ Not converged"_s).isEmpty(), patience);
}

void TestWindowJourney::cleanupTestCase()
{
    m_window.reset();
}

QTEST_MAIN(TestWindowJourney)
#include "tst_windowjourney.moc"

#include "tests/support/printing.h"
#include "tests/support/storysession.h"
#include "tests/ui/windowdriver.h"
#include "ui/connectpage.h"
#include "ui/handbookwindow.h"
#include "ui/helpmenu.h"
#include "ui/keymap.h"
#include "ui/keysdialog.h"
#include "ui/keyslist.h"
#include "ui/preferencesdialog.h"
#include "ui/rowgrids.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

QList<QKeySequence> keysOf(const char *text)
{
    return QKeySequence::listFromString(QString::fromLatin1(text), QKeySequence::PortableText);
}

bool doMeet(const KeyEntry &one, const KeyEntry &other)
{
    return one.place == other.place || (one.place != KeyPlace::Handbook && other.place != KeyPlace::Handbook);
}

/// Those that can be triggered: no separators, no submenus.
QList<QAction *> actionsOf(const QList<QAction *> &actions)
{
    QList<QAction *> all;
    for (QAction *action : actions) {
        if (action->menu())
            all += actionsOf(action->menu()->actions());
        else if (!action->isSeparator())
            all += action;
    }
    return all;
}

QAction *boundTo(const QWidget &window, KeyAction key)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (keyActionOf(*action) == key)
            return action;
    }
    return nullptr;
}

/// What Tab goes through from here, once around.
QList<QWidget *> tabbedThrough(QWidget &from)
{
    QList<QWidget *> visited;
    QWidget *at = QApplication::focusWidget();
    constexpr int most = 500;
    while (at && !visited.contains(at) && visited.size() < most) {
        visited.append(at);
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
    }
    visited.removeIf([&from](const QWidget *widget) { return !from.isAncestorOf(widget); });
    return visited;
}

bool isReachedByTab(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

} // namespace

class TestKeyMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void defaultsAreThoseOfTheDesign_data();
    void defaultsAreThoseOfTheDesign();
    void noTwoActionsShareAKey();
    void idsAreUnique();
    void everyActionOfTheMenusHasAnEntry();
    void everyEntryHasAnAction();
    void rebindingIsKept();
    void refusals_data();
    void refusals();
    void aDefaultComesBack();
    void inThePreferences();
    void refusedInThePreferences();
    void f1ShowsTheMap();
    void tooltipsTellTheKey();
    void theHandbookHasItsOwn();
    void tabReachesEverything_data();
    void tabReachesEverything();
    void tabGoesFromAToBToTheBaseline();

private:
    std::unique_ptr<MainWindow> open();

    QTemporaryDir m_settings;
    std::unique_ptr<StorySession> m_session;
};

void TestKeyMap::initTestCase()
{
    QVERIFY(m_settings.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setApplicationName(u"rejoin"_s);
    QCoreApplication::setOrganizationName(u"rejoin"_s);
    const Story told = switchOverStory();
    m_session = std::make_unique<StorySession>(told, told.input());
}

void TestKeyMap::init()
{
    QSettings().clear();
}

std::unique_ptr<MainWindow> TestKeyMap::open()
{
    auto window = std::make_unique<MainWindow>(u"dba"_s);
    const QString path = m_session->folder(u"story.rejoin"_s);
    if (!saveProject(m_session->project(), path))
        qFatal("the project is not written");
    window->show();
    window->openProject(path);
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("the window is not active");
    return window;
}

void TestKeyMap::defaultsAreThoseOfTheDesign_data()
{
    QTest::addColumn<KeyAction>("action");
    QTest::addColumn<QString>("keys");
    const auto add = [](const char *keys, KeyAction action) {
        QTest::newRow(KeyMap::entry(action).id) << action << QString::fromLatin1(keys);
    };
    add("F7", KeyAction::NextDifference);
    add("Shift+F7", KeyAction::PreviousDifference);
    add("F8", KeyAction::NextUndecided);
    add("Shift+F8", KeyAction::PreviousUndecided);
    add("Ctrl+1", KeyAction::TakeA);
    add("Ctrl+2", KeyAction::TakeB);
    add("Ctrl+0", KeyAction::TakeBaseline);
    add("Ctrl+3", KeyAction::KeepBoth);
    add("Ctrl+Shift+1", KeyAction::TakeTableA);
    add("Ctrl+Shift+2", KeyAction::TakeTableB);
    add("Ctrl+Return; Ctrl+Enter", KeyAction::AcceptAndGoOn);
    add("Ctrl+Shift+A", KeyAction::AcceptAll);
    add("F2", KeyAction::EditCell);
    add("Alt+Del", KeyAction::NullCell);
    add("Ctrl+Backspace", KeyAction::Undecide);
    add("B", KeyAction::ShowBaseline);
    add("R", KeyAction::ShowResult);
    add("F9", KeyAction::ShowMap);
    add("F6", KeyAction::NextPane);
    add("Ctrl+F", KeyAction::Find);
    add("Ctrl+Alt+C", KeyAction::CopySql);
    add("F5", KeyAction::CompareAgain);
    add("Esc", KeyAction::CancelJob);
    add("Ctrl+Z", KeyAction::Undo);
    add("Ctrl+Shift+Z", KeyAction::Redo);
    add("F1", KeyAction::Keys);
}

void TestKeyMap::defaultsAreThoseOfTheDesign()
{
    QFETCH(KeyAction, action);
    QFETCH(QString, keys);
    QCOMPARE(KeyMap::defaults(action), keysOf(keys.toLatin1().constData()));
    QCOMPARE(KeyMap().keys(action), KeyMap::defaults(action));
}

void TestKeyMap::noTwoActionsShareAKey()
{
    QStringList shared;
    for (const KeyEntry &one : KeyMap::entries()) {
        for (const KeyEntry &other : KeyMap::entries()) {
            if (one.action >= other.action || !doMeet(one, other))
                continue;
            for (const QKeySequence &key : KeyMap::defaults(one.action)) {
                if (KeyMap::defaults(other.action).contains(key))
                    shared +=
                        u"%1: %2 and %3"_s.arg(key.toString(), QLatin1StringView(one.id), QLatin1StringView(other.id));
            }
        }
    }
    QCOMPARE(shared, QStringList());
}

void TestKeyMap::idsAreUnique()
{
    QStringList ids;
    for (const KeyEntry &entry : KeyMap::entries()) {
        QVERIFY2(!ids.contains(QLatin1StringView(entry.id)), entry.id);
        ids += QString::fromLatin1(entry.id);
        for (const QKeySequence &key : KeyMap::defaults(entry.action))
            QCOMPARE_NE(key[0].key(), Qt::Key_unknown);
    }
}

void TestKeyMap::everyActionOfTheMenusHasAnEntry()
{
    const auto window = open();
    const QList<QAction *> actions = actionsOf(window->menuBar()->actions());
    QCOMPARE_GE(actions.size(), 20);
    QStringList without;
    for (const QAction *action : actions) {
        if (!keyActionOf(*action))
            without += action->text();
    }
    QCOMPARE(without, QStringList());
}

/// Else the map would name what nothing does.
void TestKeyMap::everyEntryHasAnAction()
{
    const auto window = open();
    window->findChild<HelpMenu *>()->showHandbook();
    QStringList without;
    for (const KeyEntry &entry : KeyMap::entries()) {
        if (!boundTo(*window, entry.action))
            without += QString::fromLatin1(entry.id);
    }
    QCOMPARE(without, QStringList());
}

void TestKeyMap::rebindingIsKept()
{
    {
        KeyMap map;
        VERIFY_OK(map.setKeys(KeyAction::ShowBaseline, keysOf("Ctrl+J")));
        QCOMPARE(map.keysText(KeyAction::ShowBaseline), u"Ctrl+J"_s);
    }
    QCOMPARE(KeyMap().keys(KeyAction::ShowBaseline), keysOf("Ctrl+J"));
    const auto window = open();
    window->goTo(Stage::Resolve);
    auto *grids = window->findChild<RowGrids *>();
    grids->view(Face::A)->setFocus();
    QTest::keyClick(grids->view(Face::A), Qt::Key_B);
    QVERIFY(!grids->isFaceShown(Face::Baseline));
    QTest::keyClick(grids->view(Face::A), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(grids->isFaceShown(Face::Baseline));
}

void TestKeyMap::refusals_data()
{
    QTest::addColumn<KeyAction>("action");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    QTest::newRow("another action's") << KeyAction::Undecide << u"F5"_s
                                      << u"F5 is taken by “Compare again”. Choose another, or change that one first."_s;
    QTest::newRow("typing") << KeyAction::Scope << u"Ctrl+C"_s << u"Ctrl+C is needed for typing and moving."_s;
    QTest::newRow("moving") << KeyAction::TakeA << u"Down"_s << u"Down is needed for typing and moving."_s;
    QTest::newRow("a menu") << KeyAction::TakeA << u"Alt+F"_s << u"Alt+F goes to a menu or a field with this letter."_s;
    QTest::newRow("typed by chance") << KeyAction::TakeA << u"X"_s
                                     << u"X alone is typed too easily. Hold Ctrl or Alt, or take a function key."_s;
}

void TestKeyMap::refusals()
{
    QFETCH(KeyAction, action);
    QFETCH(QString, key);
    QFETCH(QString, words);
    KeyMap map;
    const auto set = map.setKeys(action, {QKeySequence(key)});
    QVERIFY(!set);
    QCOMPARE(describe(set.error()), words);
    QCOMPARE(map.keys(action), KeyMap::defaults(action));
    QCOMPARE(KeyMap().keys(action), KeyMap::defaults(action));
}

void TestKeyMap::aDefaultComesBack()
{
    KeyMap map;
    VERIFY_OK(map.setKeys(KeyAction::TakeA, keysOf("Ctrl+J")));
    VERIFY_OK(map.setKeys(KeyAction::TakeB, keysOf("Ctrl+1")));
    const auto taken = map.setKeys(KeyAction::TakeA, KeyMap::defaults(KeyAction::TakeA));
    QVERIFY(!taken);
    QCOMPARE(taken.error().message, u"Ctrl+1 is taken by “Take B”"_s);
    map.resetAll();
    QCOMPARE(map.keys(KeyAction::TakeA), keysOf("Ctrl+1"));
    QCOMPARE(KeyMap().keys(KeyAction::TakeB), keysOf("Ctrl+2"));
}

void TestKeyMap::inThePreferences()
{
    const auto window = open();
    boundTo(*window, KeyAction::Preferences)->trigger();
    auto *dialog = window->findChild<PreferencesDialog *>();
    QVERIFY(dialog->isVisible());
    dialog->showKeys();
    dialog->findChild<KeysList *>()->setCurrent(KeyAction::CompareAgain);
    auto *edit = dialog->findChild<QKeySequenceEdit *>();
    QTest::keyClick(edit, Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(Testing::button(*dialog, u"Assign"_s)->isEnabled()); // the key is let go
    QVERIFY(click(*dialog, u"Assign"_s));
    QCOMPARE(boundTo(*window, KeyAction::CompareAgain)->shortcuts(), keysOf("Ctrl+J"));
    QVERIFY(click(*dialog, u"No key"_s));
    QCOMPARE(boundTo(*window, KeyAction::CompareAgain)->shortcuts(), QList<QKeySequence>());
    QVERIFY(click(*dialog, u"Default"_s));
    QCOMPARE(boundTo(*window, KeyAction::CompareAgain)->shortcuts(), keysOf("F5"));
    QVERIFY(!QSettings().contains(u"keys/compare"_s));
}

void TestKeyMap::refusedInThePreferences()
{
    const auto window = open();
    boundTo(*window, KeyAction::Preferences)->trigger();
    auto *dialog = window->findChild<PreferencesDialog *>();
    dialog->showKeys();
    dialog->findChild<KeysList *>()->setCurrent(KeyAction::Scope);
    QTest::keyClick(dialog->findChild<QKeySequenceEdit *>(), Qt::Key_F8);
    QTRY_VERIFY(Testing::button(*dialog, u"Assign"_s)->isEnabled()); // the key is let go
    QVERIFY(click(*dialog, u"Assign"_s));
    QCOMPARE(boundTo(*window, KeyAction::Scope)->shortcuts(), keysOf("Ctrl+E"));
    QStringList told;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        told += label->text();
    QVERIFY2(told.contains(u"⚠ Not assigned. F8 is taken by “Next undecided row”. "
                           "Choose another, or change that one first."_s),
             qPrintable(told.join(u'\n')));
}

void TestKeyMap::f1ShowsTheMap()
{
    VERIFY_OK(KeyMap().setKeys(KeyAction::CompareAgain, keysOf("Ctrl+R")));
    const auto window = open();
    QTest::keyClick(window.get(), Qt::Key_F1);
    auto *dialog = window->findChild<KeysDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const auto *list = dialog->findChild<KeysList *>();
    const auto row = list->findItems(u"Compare again"_s, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(row.size(), 1);
    QCOMPARE(row.constFirst()->text(1), u"Ctrl+R"_s);
    QVERIFY(list->findItems(u"Show the overview map"_s, Qt::MatchExactly | Qt::MatchRecursive).isEmpty() !=
            (boundTo(*window, KeyAction::ShowMap) != nullptr));
    QVERIFY(click(*dialog, u"Change keys…"_s));
    QVERIFY(window->findChild<PreferencesDialog *>()->isVisible());
}

void TestKeyMap::tooltipsTellTheKey()
{
    const auto window = open();
    window->goTo(Stage::Resolve);
    auto *button = Testing::button(*window, u"Take A"_s);
    QVERIFY2(button->toolTip().contains(u"Ctrl+1"_s), qPrintable(button->toolTip()));
    boundTo(*window, KeyAction::Preferences)->trigger();
    auto *dialog = window->findChild<PreferencesDialog *>();
    dialog->showKeys();
    dialog->findChild<KeysList *>()->setCurrent(KeyAction::TakeA);
    QTest::keyClick(dialog->findChild<QKeySequenceEdit *>(), Qt::Key_F12);
    QTRY_VERIFY(Testing::button(*dialog, u"Assign"_s)->isEnabled()); // the key is let go
    QVERIFY(click(*dialog, u"Assign"_s));
    QVERIFY2(button->toolTip().contains(u"(F12)"_s), qPrintable(button->toolTip()));
}

void TestKeyMap::theHandbookHasItsOwn()
{
    VERIFY_OK(KeyMap().setKeys(KeyAction::HandbookClose, keysOf("Ctrl+W")));
    const auto window = open();
    HandbookWindow *handbook = window->findChild<HelpMenu *>()->showHandbook();
    QCOMPARE(boundTo(*handbook, KeyAction::HandbookClose)->shortcuts(), keysOf("Ctrl+W"));
    boundTo(*handbook, KeyAction::HandbookClose)->trigger();
    QVERIFY(!handbook->isVisible());
}

void TestKeyMap::tabReachesEverything_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("connect") << int(Stage::Connect);
    QTest::newRow("compare") << int(Stage::Compare);
    QTest::newRow("resolve") << int(Stage::Resolve);
    QTest::newRow("review") << int(Stage::Review);
    QTest::newRow("deliver") << int(Stage::Deliver);
}

void TestKeyMap::tabReachesEverything()
{
    QFETCH(int, stage);
    const auto window = open();
    window->goTo(Stage(stage));
    QTRY_VERIFY(!window->workspace().jobs().isRunning());
    QTest::keyClick(window.get(), Qt::Key_Tab);
    const QList<QWidget *> visited = tabbedThrough(*window);
    QCOMPARE_GE(visited.size(), 5);
    QStringList missed;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (isReachedByTab(*widget) && !visited.contains(widget))
            missed += u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->accessibleName());
    }
    QCOMPARE(missed, QStringList());
}

void TestKeyMap::tabGoesFromAToBToTheBaseline()
{
    const auto window = open();
    window->goTo(Stage::Connect);
    auto *page = window->findChild<ConnectPage *>();
    visible<QLineEdit>(*page, u"A: Label"_s)->setFocus();
    QStringList names;
    for (const QWidget *widget : tabbedThrough(*page)) {
        if (!widget->accessibleName().isEmpty())
            names += widget->accessibleName();
    }
    qsizetype last = -1;
    for (const QString &name :
         {u"A: Label"_s, u"A: role"_s, u"A: driver, data source or connection string"_s, u"A: database file"_s,
          u"B: Label"_s, u"B: database file"_s, u"Apart since, UTC"_s, u"Project file"_s}) {
        const qsizetype at = names.indexOf(name);
        QVERIFY2(at > last, qPrintable(u"%1 in %2"_s.arg(name, names.join(u", "_s))));
        last = at;
    }
}

QTEST_MAIN(TestKeyMap)
#include "tst_keymap.moc"

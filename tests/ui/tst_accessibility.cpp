#include "tests/support/printing.h"
#include "tests/support/storysession.h"
#include "tests/ui/windowdriver.h"
#include "ui/ask.h"
#include "ui/handbookwindow.h"
#include "ui/helpmenu.h"
#include "ui/keysdialog.h"
#include "ui/preferencesdialog.h"
#include "ui/rowgrids.h"
#include "ui/rowspage.h"
#include "ui/scopepage.h"
#include "ui/welcomepage.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// What a person works with: a screen reader must be able to name it.
bool isControl(QAccessible::Role role)
{
    static const QSet<QAccessible::Role> controls{
        QAccessible::PushButton,  QAccessible::ButtonMenu,   QAccessible::ButtonDropDown, QAccessible::CheckBox,
        QAccessible::RadioButton, QAccessible::EditableText, QAccessible::ComboBox,       QAccessible::SpinBox,
        QAccessible::Slider,      QAccessible::ProgressBar,  QAccessible::Link,           QAccessible::MenuItem,
        QAccessible::PageTab,     QAccessible::PageTabList,  QAccessible::List,           QAccessible::Table,
        QAccessible::Tree,        QAccessible::HotkeyField,  QAccessible::Graphic,        QAccessible::Dialog};
    return controls.contains(role);
}

/// Made by Qt within another control, and named by it: the field of a combo box, a table's corner, a tab bar's arrows.
bool isPartOfAControl(QAccessibleInterface *interface)
{
    for (QAccessibleInterface *each = interface->parent(); each; each = each->parent()) {
        const QAccessible::Role role = each->role();
        if (isControl(role) && role != QAccessible::Dialog && role != QAccessible::PageTabList)
            return true;
    }
    return interface->role() == QAccessible::PushButton && interface->parent() &&
           interface->parent()->role() == QAccessible::PageTabList; // its arrows
}

QString describe(QAccessibleInterface *interface)
{
    QStringList path;
    for (QAccessibleInterface *each = interface; each; each = each->parent()) {
        const QObject *object = each->object();
        path.prepend(object ? QString::fromLatin1(object->metaObject()->className()) : u"item"_s);
    }
    return u"%1 (role %2)"_s.arg(path.join(u'/')).arg(int(interface->role()));
}

/// Cells, rows and tabs of a control: of the many only the first ones.
constexpr int looked = 400;

struct Walk
{
    int controls = 0;
    int cells = 0;
    QStringList nameless;
};

void walk(QAccessibleInterface *interface, Walk &found)
{
    if (!interface || !interface->isValid() || interface->state().invisible)
        return;
    const QAccessible::Role role = interface->role();
    const bool isCell = role == QAccessible::Cell || role == QAccessible::ListItem || role == QAccessible::TreeItem;
    found.cells += isCell ? 1 : 0;
    const auto *tabs = qobject_cast<const QTabBar *>(interface->object());
    const bool isEmpty = tabs && tabs->count() == 0;
    const bool isOwn = isControl(role) && !isEmpty && !isPartOfAControl(interface);
    found.controls += isOwn ? 1 : 0;
    if ((isOwn || isCell) && interface->text(QAccessible::Name).trimmed().isEmpty())
        found.nameless += describe(interface);
    for (int child = 0; child < qMin(looked, interface->childCount()); ++child)
        walk(interface->child(child), found);
}

/// The window's tree from its top.
Walk walked(QWidget &window)
{
    Walk found;
    walk(QAccessible::queryAccessibleInterface(&window), found);
    found.nameless.removeDuplicates();
    return found;
}

/// Order 1000 was paid on A and noted on B, 1001 was given out by both; customer 2 has two new mails.
Story story()
{
    Story made = switchOverStory();
    made.put(Version::A, u"customers: 2 a@a"_s);
    made.put(Version::B, u"customers: 2 b@b"_s);
    return made;
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void welcomeHasNames();
    void dialogsHaveNames_data();
    void dialogsHaveNames();
    void everyCellIsSpoken();
    void aCellIsASentence();
    void aCollisionIsASentence();
    void whatsThisTellsWhatTheToolTipTells();
    void typedValuesAreTakenByKey();

private:
    std::unique_ptr<MainWindow> open(const StorySession &made);

    QTemporaryDir m_settings;
};

void TestAccessibility::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setApplicationName(u"rejoin"_s);
    QCoreApplication::setOrganizationName(u"rejoin"_s);
}

std::unique_ptr<MainWindow> TestAccessibility::open(const StorySession &made)
{
    auto window = std::make_unique<MainWindow>(u"dba"_s);
    const QString path = made.folder(u"story.rejoin"_s);
    if (!saveProject(made.project(), path))
        qFatal("the project is not written");
    window->show();
    window->openProject(path);
    return window;
}

void TestAccessibility::everyControlHasAName_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("connect") << int(Stage::Connect);
    QTest::newRow("compare") << int(Stage::Compare);
    QTest::newRow("resolve") << int(Stage::Resolve);
    QTest::newRow("review") << int(Stage::Review);
    QTest::newRow("deliver") << int(Stage::Deliver);
}

void TestAccessibility::everyControlHasAName()
{
    QFETCH(int, stage);
    const Story told = story();
    const StorySession made(told, told.input());
    const auto window = open(made);
    window->goTo(Stage(stage));
    QTRY_VERIFY(!window->workspace().jobs().isRunning());
    const Walk found = walked(*window);
    QCOMPARE(found.nameless.join(u'\n'), QString());
    QCOMPARE_GE(found.controls, 10);
}

void TestAccessibility::welcomeHasNames()
{
    MainWindow window(u"dba"_s);
    window.show();
    QVERIFY(window.findChild<WelcomePage *>()->isVisible());
    const Walk found = walked(window);
    QCOMPARE(found.nameless.join(u'\n'), QString());
    QCOMPARE_GE(found.controls, 4);
}

void TestAccessibility::dialogsHaveNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"preferences", "keys", "handbook", "about", "question", "failure", "scope"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestAccessibility::dialogsHaveNames()
{
    QFETCH(QString, name);
    const Story told = story();
    const StorySession made(told, told.input());
    const auto window = open(made);
    const auto trigger = [&](KeyAction key) {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (keyActionOf(*action) == key) {
                action->trigger();
                return;
            }
        }
    };
    QWidget *dialog = nullptr;
    if (name == "preferences"_L1) {
        trigger(KeyAction::Preferences);
        auto *preferences = window->findChild<PreferencesDialog *>();
        QCOMPARE(walked(*preferences).nameless.join(u'\n'), QString());
        preferences->showKeys();
        dialog = preferences;
    } else if (name == "keys"_L1) {
        trigger(KeyAction::Keys);
        dialog = window->findChild<KeysDialog *>();
    } else if (name == "handbook"_L1) {
        dialog = window->findChild<HelpMenu *>()->showHandbook();
    } else if (name == "about"_L1) {
        trigger(KeyAction::About);
        dialog = window->findChild<QMessageBox *>();
    } else if (name == "question"_L1) {
        ask(window.get(), u"Undo it?"_s, u"It can be done again."_s, u"Undo"_s, [] {});
        dialog = window->findChild<QMessageBox *>();
    } else if (name == "failure"_L1) {
        tellError(window.get(), {.code = ErrorCode::Refused, .message = u"it moved"_s, .rows = {u"orders 1"_s}});
        dialog = window->findChild<QMessageBox *>();
    } else {
        trigger(KeyAction::Scope);
        QTRY_VERIFY(!window->workspace().jobs().isRunning());
        dialog = window->findChild<ScopePage *>();
    }
    QVERIFY(dialog && dialog->isVisible());
    const Walk found = walked(*dialog);
    QCOMPARE(found.nameless.join(u'\n'), QString());
    QCOMPARE_GE(found.controls, 1);
}

/// The grids and lists of the pages: no cell that a screen reader passes over in silence.
void TestAccessibility::everyCellIsSpoken()
{
    const Story told = story();
    const StorySession made(told, told.input());
    const auto window = open(made);
    window->goTo(Stage::Resolve);
    window->findChild<RowsPage *>()->showTable(made.session().alignment().tableIndex(u"orders"_s));
    const Walk found = walked(*window);
    QCOMPARE(found.nameless.join(u'\n'), QString());
    QCOMPARE_GE(found.cells, 20);
}

void TestAccessibility::aCellIsASentence()
{
    const Story told = story();
    const StorySession made(told, told.input());
    const auto window = open(made);
    auto *page = window->findChild<RowsPage *>();
    const auto conflicts = made.session().ids({.outcomes = {Outcome::CellConflict}});
    VERIFY_OK(conflicts);
    QCOMPARE(conflicts->size(), 1);
    window->goTo(Stage::Resolve);
    page->showRow(conflicts->first());
    const auto *view = window->findChild<RowGrids *>()->view(Face::B);
    const QModelIndex cell = view->model()->index(view->currentIndex().row(), view->firstVisibleSection());
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(),
             u"Customer 2, email: baseline y@z, A a@a, B b@b, undecided"_s);
}

void TestAccessibility::aCollisionIsASentence()
{
    const Story told = story();
    const StorySession made(told, told.input());
    const auto window = open(made);
    const auto orders = made.session().alignment().tableIndex(u"orders"_s);
    const auto collisions = made.session().ids({.table = orders, .outcomes = {Outcome::KeyCollision}});
    VERIFY_OK(collisions);
    QCOMPARE(collisions->size(), 1);
    window->goTo(Stage::Resolve);
    window->findChild<RowsPage *>()->showRow(collisions->first());
    QStringList said;
    for (const QLabel *label : window->findChildren<QLabel *>())
        said += label->text();
    QVERIFY2(
        said.contains(u"Order 1001 was entered on both servers: two different orders. "
                      "Keep both: B's becomes 1002, with its 1 order line. Taking A or B would drop the other one."_s),
        qPrintable(said.join(u'\n')));
}

void TestAccessibility::whatsThisTellsWhatTheToolTipTells()
{
    MainWindow window(u"dba"_s);
    window.show();
    QPushButton told(&window);
    told.setToolTip(u"Writes nothing"_s);
    QPushButton silent(&window);
    for (auto &[button, isAnswered] : {std::pair(&told, true), std::pair(&silent, false)}) {
        QEvent question(QEvent::QueryWhatsThis);
        question.ignore();
        QApplication::sendEvent(button, &question);
        QCOMPARE(question.isAccepted(), isAnswered);
    }
}

/// F2, the value, Ctrl+Return: no mouse, and no key of the rows in between.
void TestAccessibility::typedValuesAreTakenByKey()
{
    const Story told = story();
    const StorySession made(told, told.input());
    const auto window = open(made);
    const auto conflicts = made.session().ids({.outcomes = {Outcome::CellConflict}});
    VERIFY_OK(conflicts);
    window->goTo(Stage::Resolve);
    window->findChild<RowsPage *>()->showRow(conflicts->first());
    auto *view = window->findChild<RowGrids *>()->view(Face::A);
    view->setCurrentIndex(view->model()->index(view->currentIndex().row(), view->firstVisibleSection()));
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(view, Qt::Key_F2);
    auto *result = qobject_cast<QPlainTextEdit *>(window->focusWidget());
    QVERIFY(result);
    QTest::keyClicks(result, u"new@x"_s);
    QTest::keyClick(result, Qt::Key_Return, Qt::ControlModifier);
    const auto decided = window->workspace().session()->difference(conflicts->first());
    VERIFY_OK(decided);
    QVERIFY(decided->resolved);
    const auto *cells = std::get_if<Cells>(&decided->decision.kind);
    QVERIFY(cells);
    QVERIFY(*cells == (Cells{{{u"email"_s, Value::text(u"new@x"_s)}}}));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"

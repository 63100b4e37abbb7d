#include "tests/support/printing.h"
#include "tests/support/storysession.h"
#include "tests/ui/windowdriver.h"
#include "ui/rowgrids.h"
#include "ui/rowspage.h"
#include "ui/welcomepage.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

bool isControl(const QWidget *widget)
{
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        return tabs->count() > 0;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QTabBar *>(widget) ||
           (qobject_cast<const QAbstractItemView *>(widget) && !qobject_cast<const QHeaderView *>(widget));
}

/// Made by Qt within another control: a table's corner, a tab bar's arrows.
bool isPartOfAControl(const QWidget *widget)
{
    for (const QWidget *each = widget->parentWidget(); each; each = each->parentWidget()) {
        if (isControl(each))
            return true;
    }
    return false;
}

QString describe(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *each = widget; each; each = each->parentWidget())
        path.prepend(QString::fromLatin1(each->metaObject()->className()));
    return path.join(u'/');
}

/// Visible controls to which a screen reader could give no name.
QStringList nameless(const QWidget &window)
{
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !isControl(widget) || isPartOfAControl(widget))
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            found += describe(widget);
    }
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
    void aCellIsASentence();
    void aCollisionIsASentence();

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
    QCOMPARE(nameless(*window).join(u'\n'), QString());
}

void TestAccessibility::welcomeHasNames()
{
    MainWindow window(u"dba"_s);
    window.show();
    QVERIFY(window.findChild<WelcomePage *>()->isVisible());
    QCOMPARE(nameless(window).join(u'\n'), QString());
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

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"

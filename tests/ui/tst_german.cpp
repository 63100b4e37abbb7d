#include "models/work.h"
#include "tests/support/printing.h"
#include "tests/support/storysession.h"
#include "tests/ui/windowdriver.h"
#include "ui/enginewords.h"
#include "ui/helpmenu.h"
#include "ui/keymap.h"
#include "ui/keysdialog.h"
#include "ui/language.h"
#include "ui/preferencesdialog.h"
#include "ui/rowgrids.h"
#include "ui/rowspage.h"
#include "ui/scopepage.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Order 1000 was paid on A and noted on B, 1001 was given out by both; customer 2 has two new mails.
Story story()
{
    Story made = switchOverStory();
    made.put(Version::A, u"customers: 2 a@a"_s);
    made.put(Version::B, u"customers: 2 b@b"_s);
    return made;
}

void add(QSet<QString> &texts, const QString &text)
{
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        texts.insert(QString(line).remove(u'&').trimmed());
}

void addCells(QSet<QString> &texts, const QAbstractItemModel *model)
{
    constexpr int rows = 40;
    if (!model)
        return;
    for (int column = 0; column < model->columnCount(); ++column) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
            add(texts, model->headerData(column, Qt::Horizontal, role).toString());
        for (int row = 0; row < qMin(rows, model->rowCount()); ++row) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                add(texts, model->index(row, column).data(role).toString());
        }
    }
}

void addMenu(QSet<QString> &texts, const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        add(texts, action->text());
        add(texts, action->toolTip());
        if (action->menu())
            addMenu(texts, action->menu()->actions());
    }
}

/// All that a person can read in the window now: texts, tooltips, what stands in empty fields, what is spoken.
QSet<QString> textsOf(const QWidget &window)
{
    QSet<QString> texts;
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || qobject_cast<const QPlainTextEdit *>(widget))
            continue;
        for (const char *property : {"text", "title", "toolTip", "placeholderText", "accessibleName",
                                     "accessibleDescription", "windowTitle"}) {
            const bool isTyped = qobject_cast<const QLineEdit *>(widget) && property == QByteArray("text");
            if (!isTyped)
                add(texts, widget->property(property).toString());
        }
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int at = 0; at < box->count(); ++at)
                add(texts, box->itemText(at));
        }
        if (const auto *bar = qobject_cast<const QTabBar *>(widget)) {
            for (int at = 0; at < bar->count(); ++at)
                add(texts, bar->tabText(at) + u'\n' + bar->tabToolTip(at));
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view && !qobject_cast<const QHeaderView *>(widget))
            addCells(texts, view->model());
        addMenu(texts, widget->actions());
    }
    return texts;
}

/// Whether a text has words of English, in so far as names, keys, figures and SQL are none.
bool hasEnglish(const QString &text)
{
    static const QRegularExpression word(
        u"\\b(the|is|are|were|and|or|not|of|to|on|for|with|has|have|it|this|that|what|rows?|keys?|tables|columns?|"
        "changed|deleted|undecided|decided|baseline|result|since|take|both|compared?|nothing|only|same|new|by|no)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return word.match(text).hasMatch();
}

QString normalized(const QByteArray &bytes)
{
    static const QRegularExpression folder(QRegularExpression::escape(QDir::tempPath()) + u"/[^/\"; ]+"_s);
    static const QRegularExpression time(uR"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?( UTC|Z)?|\d{4}-\d\d-\d\d)"_s);
    static const QRegularExpression hash(u"[0-9a-f]{64}"_s);
    QString text = QString::fromUtf8(bytes);
    text.replace(folder, u"FOLDER"_s).replace(time, u"TIME"_s).replace(hash, u"HASH"_s);
    return text;
}

QAction *boundTo(const QWidget &window, KeyAction key)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (keyActionOf(*action) == key)
            return action;
    }
    return nullptr;
}

} // namespace

/// The window in German, beside files that stay English.
class TestGerman : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void chosenBySystem_data();
    void chosenBySystem();
    void keptInTheSettings();
    void menusAndQtsOwn();
    void counted();
    void enginesTexts_data();
    void enginesTexts();
    void enginesTextsStayInEnglish();
    void pagesSpeakGerman_data();
    void pagesSpeakGerman();
    void sameBytesInEveryLanguage();

private:
    std::unique_ptr<MainWindow> open(const StorySession &made);
    QMap<QString, QString> bundleIn(Language language);

    QTemporaryDir m_settings;
};

void TestGerman::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setApplicationName(u"rejoin"_s);
    QCoreApplication::setOrganizationName(u"rejoin"_s);
}

void TestGerman::cleanup()
{
    installLanguage(Language::English);
    QSettings().clear();
}

std::unique_ptr<MainWindow> TestGerman::open(const StorySession &made)
{
    auto window = std::make_unique<MainWindow>(u"dba"_s);
    const QString path = made.folder(u"story.rejoin"_s);
    if (!saveProject(made.project(), path))
        qFatal("the project is not written");
    window->show();
    window->openProject(path);
    return window;
}

void TestGerman::chosenBySystem_data()
{
    QTest::addColumn<QStringList>("preferred");
    QTest::addColumn<int>("language");
    QTest::newRow("Austria") << QStringList{u"de-AT"_s, u"de"_s} << int(Language::German);
    QTest::newRow("English first") << QStringList{u"en-US"_s, u"de-DE"_s} << int(Language::English);
    QTest::newRow("one that is not there") << QStringList{u"fr-FR"_s, u"de_CH"_s} << int(Language::German);
    QTest::newRow("none") << QStringList{u"ja"_s} << int(Language::English);
    QTest::newRow("nothing") << QStringList{} << int(Language::English);
    QTest::newRow("C") << QStringList{u"C"_s} << int(Language::English);
}

void TestGerman::chosenBySystem()
{
    QFETCH(QStringList, preferred);
    QFETCH(int, language);
    QCOMPARE(int(languageFor(preferred)), language);
}

void TestGerman::keptInTheSettings()
{
    QCOMPARE(keptLanguage(), Language::System);
    MainWindow window(u"dba"_s);
    window.show();
    boundTo(window, KeyAction::Preferences)->trigger();
    auto *dialog = window.findChild<PreferencesDialog *>();
    auto *box = visible<QComboBox>(*dialog, u"Language"_s);
    QVERIFY(box);
    box->setCurrentIndex(box->findText(u"Deutsch"_s));
    Q_EMIT box->activated(box->currentIndex());
    QCOMPARE(keptLanguage(), Language::German);
}

void TestGerman::menusAndQtsOwn()
{
    installLanguage(Language::German);
    const MainWindow window(u"dba"_s);
    QStringList menus;
    for (const QAction *menu : window.menuBar()->actions())
        menus += menu->text();
    QCOMPARE(menus, QStringList({u"&Datei"_s, u"&Entscheidungen"_s, u"&Ansicht"_s, u"&Hilfe"_s}));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
    installLanguage(Language::English);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    QCOMPARE(QCoreApplication::translate("Rejoin::MainWindow", "&File"), u"&File"_s);
}

void TestGerman::counted()
{
    const auto tables = [](int count) {
        return QCoreApplication::translate("Rejoin::MainWindow", "%n tables", nullptr, count);
    };
    QCOMPARE(tables(1), u"1 table"_s);
    QCOMPARE(tables(7), u"7 tables"_s);
    installLanguage(Language::German);
    QCOMPARE(tables(1), u"1 Tabelle"_s);
    QCOMPARE(tables(7), u"7 Tabellen"_s);
}

void TestGerman::enginesTexts_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    QTest::newRow("a sentence") << u"Compare first"_s << u"Zuerst vergleichen"_s;
    QTest::newRow("with a name") << u"there is no table orders"_s << u"es gibt keine Tabelle orders"_s;
    QTest::newRow("with a text in it") << u"not compared: the table has no key"_s
                                       << u"nicht verglichen: die Tabelle hat keinen Schlüssel"_s;
    QTest::newRow("a part as a sentence")
        << u"There is no baseline, so nothing tells who changed a row."_s
        << u"Es gibt keinen Ausgangsstand, deshalb ist nicht zu erkennen, wer eine Zeile geändert hat."_s;
    QTest::newRow("a row's reason") << u"inserted on A, B unchanged since the baseline"_s
                                    << u"eingefügt auf A, B unverändert seit dem Ausgangsstand"_s;
    QTest::newRow("two sentences")
        << u"The baseline has no such table, so every row counts as inserted since the split. The person chose to use "
           "none."_s
        << u"Der Ausgangsstand hat keine solche Tabelle, deshalb gilt jede Zeile als seit der Trennung eingefügt. Auf "
           "Wunsch wird keiner verwendet."_s;
    QTest::newRow("a server's words") << u"FATAL: role \"merge\" does not exist"_s
                                      << u"FATAL: role \"merge\" does not exist"_s;
    QTest::newRow("a person's words") << u"customer called, A is right"_s << u"customer called, A is right"_s;
    QTest::newRow("a value with a place in it") << u"there is no table %1 %2"_s << u"es gibt keine Tabelle %1 %2"_s;
    QTest::newRow("with a sentence in it")
        << u"the checkpoint x.checkpoint is damaged: a part of it would unpack to more than 128 MB"_s
        << u"der Checkpoint x.checkpoint ist beschädigt: ein Teil davon würde entpackt mehr als 128 MB einnehmen"_s;
    QTest::newRow("why it is not compared")
        << u"not compared: a name in it has a line break, at which clients may part a script"_s
        << u"nicht verglichen: ein Name darin enthält einen Zeilenumbruch, an dem Clients ein Skript teilen können"_s;
    QTest::newRow("a rule's query") << u"rule \"open\": '1 IN (SELECT 1)' is no condition on orders: it holds a query "
                                       u"(SELECT), and a condition sees "
                                       "its own row alone"_s
                                    << u"Regel \"open\": „1 IN (SELECT 1)“ ist keine Bedingung für orders: sie enthält "
                                       u"eine Abfrage (SELECT), und eine "
                                       "Bedingung sieht nur ihre eigene Zeile"_s;
    QTest::newRow("lines") << u"orders: not null\ncancelled"_s << u"orders: not null\nabgebrochen"_s;
}

void TestGerman::enginesTexts()
{
    QFETCH(QString, english);
    QFETCH(QString, german);
    installLanguage(Language::German);
    QCOMPARE(engineText(english), german);
}

void TestGerman::enginesTextsStayInEnglish()
{
    installLanguage(Language::German);
    QCOMPARE(engineText(u"Compare first"_s), u"Zuerst vergleichen"_s);
    installLanguage(Language::English);
    for (const char *text : engineTemplates())
        QCOMPARE(engineText(QString::fromUtf8(text)), QString::fromUtf8(text));
}

void TestGerman::pagesSpeakGerman_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page :
         {"welcome", "connect", "scope", "compare", "resolve", "review", "deliver", "keys", "preferences"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TestGerman::pagesSpeakGerman()
{
    QFETCH(QString, page);
    installLanguage(Language::German);
    const Story told = story();
    const StorySession made(told, told.input());
    const auto window = open(made);
    const QMap<QString, Stage> stages{{u"connect"_s, Stage::Connect},
                                      {u"compare"_s, Stage::Compare},
                                      {u"resolve"_s, Stage::Resolve},
                                      {u"review"_s, Stage::Review},
                                      {u"deliver"_s, Stage::Deliver}};
    const QMap<QString, KeyAction> actions{{u"welcome"_s, KeyAction::StartPage},
                                           {u"scope"_s, KeyAction::Scope},
                                           {u"keys"_s, KeyAction::Keys},
                                           {u"preferences"_s, KeyAction::Preferences}};
    if (stages.contains(page))
        window->goTo(stages.value(page));
    else
        boundTo(*window, actions.value(page))->trigger();
    if (page == "resolve"_L1)
        window->findChild<RowsPage *>()->showTable(made.session().alignment().tableIndex(u"orders"_s));
    QTRY_VERIFY(!window->workspace().jobs().isRunning());
    const QSet<QString> texts = textsOf(*window);
    QCOMPARE_GE(texts.size(), 20);
    QStringList english;
    QSet<QString> columns; // have the names that the database gives them
    for (const AlignedTable &table : made.session().alignment().tables) {
        for (const AlignedColumn &column : table.columns)
            columns.insert(column.name);
    }
    for (const QString &text : texts) {
        if (hasEnglish(text) && !columns.contains(text))
            english += text;
    }
    english.sort();
    QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
}

/// What a person decides in the window, and the files that come of it.
QMap<QString, QString> TestGerman::bundleIn(Language language)
{
    installLanguage(language);
    const Story told = story();
    const StorySession made(told, told.input());
    const auto window = open(made);
    window->goTo(Stage::Resolve);
    auto *page = window->findChild<RowsPage *>();
    page->showTable(made.session().alignment().tableIndex(u"customers"_s));
    const auto conflicts = made.session().ids({.outcomes = {Outcome::CellConflict}}).value_or(QList<qint64>());
    page->showRow(conflicts.value(0));
    boundTo(*window, KeyAction::TakeColumnB)->trigger(); // a rule, with a name
    const auto agree = [&] {
        for (QMessageBox *box : window->findChildren<QMessageBox *>())
            box->defaultButton()->click();
    };
    agree();
    boundTo(*window, KeyAction::AcceptAll)->trigger();
    agree();
    const QString folder = made.folder(u"bundle"_s);
    const auto written = exportBundle(window->workspace().project(), sessionPath(window->workspace().path()), folder,
                                      {.ticket = u"CHG-1"_s, .by = u"dba"_s}, {}, [](const ProgressReport &) {});
    if (!written)
        qWarning("%s", qPrintable(describe(written.error())));
    QMap<QString, QString> files;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(file.fileName().sliced(folder.size()), normalized(file.readAll()));
    }
    const auto journal = made.session().journal().value_or(QList<JournalEntry>());
    for (const JournalEntry &step : journal)
        files[u"journal"_s] += step.text + u'\n';
    return files;
}

void TestGerman::sameBytesInEveryLanguage()
{
    const QMap<QString, QString> english = bundleIn(Language::English);
    const QMap<QString, QString> german = bundleIn(Language::German);
    QVERIFY2(english.contains(u"/a/merge.sql"_s), qPrintable(QStringList(english.keys()).join(u'\n')));
    QVERIFY2(english.value(u"journal"_s).contains(u"email from B"_s), qPrintable(english.value(u"journal"_s)));
    QCOMPARE(german.keys(), english.keys());
    for (auto file = english.cbegin(); file != english.cend(); ++file)
        QVERIFY2(file.value() == german.value(file.key()), qPrintable(file.key() + u'\n' + german.value(file.key())));
}

QTEST_MAIN(TestGerman)
#include "tst_german.moc"

#include "ui/mainwindow.h"

#include "diffcore/demo/demo.h"
#include "ui/ask.h"
#include "ui/celldetail.h"
#include "ui/connectpage.h"
#include "ui/deliverpage.h"
#include "ui/demofolder.h"
#include "ui/enginewords.h"
#include "ui/historyview.h"
#include "ui/identitybanner.h"
#include "ui/jobstrip.h"
#include "ui/logins.h"
#include "ui/recentprojects.h"
#include "ui/reviewpage.h"
#include "ui/rowspage.h"
#include "ui/rulesview.h"
#include "ui/scopepage.h"
#include "ui/silencebar.h"
#include "ui/tablesdock.h"
#include "ui/tablespage.h"
#include "ui/welcomepage.h"
#include "ui/words.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QTime>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Rejoin {

MainWindow::MainWindow(const QString &user, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(user)
    , m_logins(new Logins(m_workspace, this))
    , m_banner(new IdentityBanner(m_workspace, this))
    , m_stages(new StageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_status(new QLabel(this))
{
    resize(1280, 720);
    setAcceptDrops(true);
    buildPages();
    buildDocks();
    buildMenus();
    connectPages();
    statusBar()->addWidget(m_status, 1);
    for (Jobs *jobs : {&m_workspace.deciding(), &m_workspace.jobs()})
        statusBar()->addPermanentWidget(new JobStrip(*jobs, this));
    applyKeys();
    m_factoryLayout = saveState();
    restoreLayout();
    showWelcome();
}

MainWindow::~MainWindow()
{
    delete m_pages; // the pages go before the workspace that they look at
}

void MainWindow::buildPages()
{
    m_welcome = new WelcomePage(m_pages);
    m_connect = new ConnectPage(m_workspace, m_pages);
    m_scope = new ScopePage(m_workspace, m_pages);
    m_tablesPage = new TablesPage(m_workspace, &m_tables, m_pages);
    m_rows = new RowsPage(m_workspace, m_pages);
    m_review = new ReviewPage(m_workspace, m_pages);
    m_deliver = new DeliverPage(m_workspace, m_pages);
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_welcome, m_connect, m_scope, m_tablesPage, m_rows, m_review, m_deliver})
        m_pages->addWidget(page);
    const auto sizeByPage = [this] { // a page that is not shown does not make the window larger
        for (int at = 0; at < m_pages->count(); ++at) {
            const auto policy = at == m_pages->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            m_pages->widget(at)->setSizePolicy(policy, policy);
        }
    };
    connect(m_pages, &QStackedWidget::currentChanged, this, sizeByPage);
    sizeByPage();
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *silence = new SilenceBar(m_workspace, centre);
    layout->addWidget(silence);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);

    // Above the docks, over the whole width.
    auto *head = new QWidget(this);
    auto *headLayout = new QVBoxLayout(head);
    headLayout->setContentsMargins(0, 0, 0, 0);
    headLayout->setSpacing(0);
    headLayout->addWidget(m_banner);
    headLayout->addWidget(m_stages);
    auto *bar = new QToolBar(tr("Servers and stages"), this);
    bar->setObjectName(u"head"_s);
    bar->setMovable(false);
    bar->toggleViewAction()->setEnabled(false);
    bar->addWidget(head);
    addToolBar(Qt::TopToolBarArea, bar);
}

void MainWindow::buildDocks()
{
    const auto add = [this](const QString &title, const QString &name, QWidget *content, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        dock->setWidget(content);
        addDockWidget(area, dock);
        return dock;
    };
    auto *tables = new TablesDock(&m_tables, this);
    m_tablesDock = add(tr("Tables"), u"tables"_s, tables, Qt::LeftDockWidgetArea);
    m_cellDock = add(tr("Cell detail"), u"cell"_s, m_rows->cellDetail(), Qt::BottomDockWidgetArea);
    m_messages = new QListWidget(this);
    m_messages->setObjectName(u"messages"_s);
    m_messages->setAccessibleName(tr("Messages"));
    m_messages->setWordWrap(true);
    m_messagesDock = add(tr("Messages"), u"messages"_s, m_messages, Qt::BottomDockWidgetArea);
    m_history = new HistoryView(this);
    m_rules = new RulesView(m_workspace, this);
    m_rulesDock = add(tr("Rules"), u"rules"_s, m_rules, Qt::BottomDockWidgetArea);
    m_historyDock = add(tr("History"), u"history"_s, m_history, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_cellDock, m_rulesDock);
    tabifyDockWidget(m_cellDock, m_messagesDock);
    tabifyDockWidget(m_cellDock, m_historyDock);
    m_cellDock->raise();
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    resizeDocks({m_tablesDock}, {220}, Qt::Horizontal);
    resizeDocks({m_cellDock}, {130}, Qt::Vertical);
    connect(tables, &TablesDock::tableChosen, m_rows, &RowsPage::showTable);
    connect(m_rows, &RowsPage::tableShown, tables, &TablesDock::showCurrent);
}

void MainWindow::connectPages()
{
    connect(m_welcome, &WelcomePage::newRequested, this, &MainWindow::startNew);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::chooseProject);
    connect(m_welcome, &WelcomePage::projectChosen, this, &MainWindow::openProject);
    connect(m_welcome, &WelcomePage::demoRequested, this, [this] { openDemo(demoFolder()); });
    connect(m_connect, &ConnectPage::compareRequested, this, [this] {
        m_logins->keep();
        compare();
    });
    connect(m_logins, &Logins::message, this, &MainWindow::tell);
    connect(m_scope, &ScopePage::compareRequested, this, &MainWindow::compare);
    connect(m_scope, &ScopePage::message, this, &MainWindow::tell);
    connect(m_scope, &ScopePage::brushed, m_rows, &RowsPage::showWritten);
    connect(m_scope, &ScopePage::rowsRequested, this, [this] { goTo(Stage::Resolve); });
    connect(m_rows, &RowsPage::writtenCleared, m_scope, &ScopePage::clearBrush);
    connect(m_tablesPage, &TablesPage::tableChosen, this, [this](int table) {
        m_rows->showTable(table);
        goTo(Stage::Resolve);
    });
    connect(m_rows, &RowsPage::compareRequested, this, &MainWindow::compare);
    connect(m_rows, &RowsPage::reviewRequested, this, [this] { goTo(Stage::Review); });
    connect(m_rows, &RowsPage::message, this, &MainWindow::tell);
    connect(m_rows, &RowsPage::ruleRequested, this, [this](const QString &table, const QString &column) {
        m_rulesDock->show();
        m_rulesDock->raise();
        m_rules->addRule(table, column);
    });
    connect(m_rules, &RulesView::message, this, &MainWindow::tell);
    connect(m_review, &ReviewPage::rowRequested, this, [this](qint64 difference) {
        goTo(Stage::Resolve);
        m_rows->showRow(difference);
    });
    connect(m_review, &ReviewPage::undecidedRequested, this, [this] {
        goTo(Stage::Resolve);
        m_rows->showUndecided();
    });
    connect(m_review, &ReviewPage::deliverRequested, this, [this] { goTo(Stage::Deliver); });
    connect(m_deliver, &DeliverPage::reviewRequested, this, [this] { goTo(Stage::Review); });
    connect(m_deliver, &DeliverPage::compareRequested, this, &MainWindow::compare);
    connect(m_stages, &StageBar::chosen, this, &MainWindow::goTo);

    connect(&m_workspace, &Workspace::failed, this, &MainWindow::tellFailure);
    connect(&m_workspace, &Workspace::decided, this, [this](const ResolveResult &result) {
        if (result.left > 0)
            tell(tr("%1 decided, %2 left: %3")
                     .arg(Words::rows(result.decided), QString::number(result.left), result.firstReason));
    });
    for (const auto signal : {&Workspace::comparisonChanged, &Workspace::comparisonProgressed,
                              &Workspace::decisionsChanged, &Workspace::projectChanged, &Workspace::reviewChanged}) {
        connect(&m_workspace, signal, this, [this] {
            m_tables.show(m_workspace.session());
            m_history->setSession(m_workspace.session());
            updateStages();
            updateStatus();
        });
    }
    connect(&m_workspace, &Workspace::compared, this, &MainWindow::remember);
    const auto lock = [this] { m_banner->setWriting(m_workspace.jobs().isCritical()); };
    connect(&m_workspace.jobs(), &Jobs::started, this, lock);
    connect(&m_workspace.jobs(), &Jobs::ended, this, lock);
    connect(&m_workspace.jobs(), &Jobs::abandoned, this, [this](const QString &title) {
        tell(tr("%1: no longer waited for. What became of it on the server is looked into when the project is opened "
                "again.")
                 .arg(title));
    });
}

void MainWindow::showWelcome()
{
    m_welcome->reload();
    m_pages->setCurrentWidget(m_welcome);
    for (QDockWidget *dock : {m_tablesDock, m_cellDock, m_rulesDock, m_messagesDock, m_historyDock})
        dock->hide();
    updateStages();
    updateStatus();
}

void MainWindow::goTo(Stage stage)
{
    switch (stage) {
    case Stage::Connect: m_pages->setCurrentWidget(m_connect); break;
    case Stage::Compare: m_pages->setCurrentWidget(m_tablesPage); break;
    case Stage::Resolve:
        m_pages->setCurrentWidget(m_rows);
        m_rows->showAnything();
        break;
    case Stage::Review:
        m_pages->setCurrentWidget(m_review);
        m_review->refresh();
        break;
    case Stage::Deliver: m_pages->setCurrentWidget(m_deliver); break;
    }
    const bool resolving = stage == Stage::Resolve;
    m_tablesDock->setVisible(resolving);
    m_cellDock->setVisible(resolving);
    m_messagesDock->setVisible(resolving && m_messages->count() > 0);
    m_historyDock->setVisible(resolving);
    m_rulesDock->setVisible(resolving);
    if (resolving)
        m_cellDock->raise();
    for (QTabBar *bar : findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
        bar->setAccessibleName(tr("Panels"));
    m_stages->setCurrent(stage);
}

/// Between Connect and Compare: for whoever wants to know, or say, what the past is known by.
void MainWindow::showScope()
{
    if (!m_workspace.isOpen()) {
        tell(tr("Open a project, or save one on the Connect page, first"));
        return;
    }
    goTo(Stage::Connect);
    m_pages->setCurrentWidget(m_scope);
    m_scope->survey();
}

void MainWindow::startNew()
{
    if (m_workspace.jobs().isCritical())
        return;
    m_workspace.close();
    m_connect->startNew();
    goTo(Stage::Connect);
}

void MainWindow::openProject(const QString &path)
{
    const auto opened = m_workspace.openProject(path);
    if (!opened) {
        tellFailure(opened.error());
        return;
    }
    remember();
    m_logins->complete();
    m_workspace.lookAtRuns();
    if (!m_workspace.session())
        goTo(Stage::Connect);
    else
        goTo(Stage::Compare);
}

void MainWindow::openDemo(const QString &folder)
{
    m_workspace.jobs().start(
        tr("Writing the demo"), CancelMeans::Drop,
        [folder](const CancelToken &cancel, const Progress &progress) {
            return makeDemo(folder, {}, cancel, progress);
        },
        [this](const Result<DemoFiles> &files) {
            if (files)
                openProject(files->project);
            else
                tellFailure(files.error());
        });
}

void MainWindow::chooseProject()
{
    auto *dialog = new QFileDialog(this, tr("Open"), {}, tr("Rejoin projects (*.rejoin)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openProject);
    dialog->open();
}

void MainWindow::compare()
{
    goTo(Stage::Compare);
    m_tablesPage->compareAgain();
}

void MainWindow::updateStages()
{
    const bool open = m_workspace.isOpen();
    const bool compared = m_workspace.session();
    const Totals totals = m_workspace.totals();
    m_stages->setStage(Stage::Connect, {}, open);
    m_stages->setStage(Stage::Compare, compared ? tr("%n tables", nullptr, totals.tables) : QString(), open);
    m_stages->setStage(Stage::Resolve,
                       !compared            ? QString()
                       : totals.open() == 0 ? tr("all decided")
                                            : tr("%1 undecided").arg(totals.open()),
                       compared);
    m_stages->setStage(Stage::Review, m_workspace.review() ? tr("reviewed") : QString(), compared);
    m_stages->setStage(Stage::Deliver, {}, compared);
}

void MainWindow::updateStatus()
{
    setWindowTitle(m_workspace.isOpen()
                       ? u"%1 ⇄ %2[*]"_s.arg(m_workspace.project().title(Side::A), m_workspace.project().title(Side::B))
                       : QString());
    if (!m_workspace.session()) {
        m_status->clear();
        return;
    }
    const Totals totals = m_workspace.totals();
    m_status->setText(tr("%1 of %2 conflicts decided · %3 automatic · %4 constraint conflicts · %5 tables not compared")
                          .arg(qMax<qint64>(0, totals.needPerson - totals.undecided))
                          .arg(totals.needPerson)
                          .arg(totals.automatic())
                          .arg(totals.constraintConflicts)
                          .arg(totals.failedTables));
}

void MainWindow::remember()
{
    const Project &project = m_workspace.project();
    rememberProject({.path = m_workspace.path(),
                     .titles = u"%1 ⇄ %2"_s.arg(project.title(Side::A), project.title(Side::B)),
                     .undecided = m_workspace.session() ? m_workspace.totals().open() : -1,
                     .at = QDateTime::currentDateTimeUtc()});
}

void MainWindow::tell(const QString &text)
{
    statusBar()->showMessage(text, 8000);
    m_messages->addItem(u"%1  %2"_s.arg(QTime::currentTime().toString(u"HH:mm:ss"_s), text));
    m_messages->scrollToBottom();
}

void MainWindow::tellFailure(const Error &error)
{
    tell(errorText(error));
    if (error.code != ErrorCode::Cancelled)
        tellError(this, error);
}

void MainWindow::restoreLayout()
{
    QSettings settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    restoreState(settings.value(u"window/state"_s).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workspace.jobs().isCritical()) {
        tell(tr("A script runs. Cancel it, or wait for its end."));
        event->ignore();
        return;
    }
    if (m_workspace.isOpen())
        remember();
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/state"_s, saveState());
    QMainWindow::closeEvent(event);
}

} // namespace Rejoin

#include "ui/mainwindow.h"

#include "ui/helpmenu.h"
#include "ui/logins.h"
#include "ui/preferencesdialog.h"
#include "ui/recentprojects.h"
#include "ui/rowspage.h"
#include "ui/tablespage.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMenuBar>
#include <QMimeData>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Rejoin {

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    bindKey(file->addAction(tr("&New comparison"), this, &MainWindow::startNew), KeyAction::NewComparison);
    bindKey(file->addAction(tr("&Open…"), this, &MainWindow::chooseProject), KeyAction::OpenProject);
    QMenu *recent = file->addMenu(tr("Open re&cent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    bindKey(file->addAction(tr("&Start page"), this, &MainWindow::showWelcome), KeyAction::StartPage);
    bindKey(file->addAction(tr("Save &report…"), this, &MainWindow::saveReport), KeyAction::SaveReport);
    file->addSeparator();
    bindKey(file->addAction(tr("Pass&words…"), m_logins, &Logins::askAgain), KeyAction::Passwords);
    bindKey(file->addAction(tr("&Preferences…"), this, &MainWindow::showPreferences), KeyAction::Preferences);
    file->addSeparator();
    bindKey(file->addAction(tr("&Quit"), this, &QWidget::close), KeyAction::Quit);

    QMenu *edit = menuBar()->addMenu(tr("&Decisions"));
    bindKey(edit->addAction(tr("&Undo"), &m_workspace, &Workspace::undo), KeyAction::Undo);
    bindKey(edit->addAction(tr("&Redo"), &m_workspace, &Workspace::redo), KeyAction::Redo);
    edit->addAction(m_rows->acceptAllAction());
    edit->addSeparator();
    bindKey(edit->addAction(tr("&Scope and evidence"), this, &MainWindow::showScope), KeyAction::Scope);
    bindKey(edit->addAction(tr("&Compare again"), this, &MainWindow::compare), KeyAction::CompareAgain);
    bindKey(edit->addAction(tr("C&ancel what runs"), &m_workspace, &Workspace::cancel), KeyAction::CancelJob);

    buildViewMenu();
    auto *help = new HelpMenu(m_workspace, m_keys, this);
    menuBar()->addMenu(help);
    connect(help, &HelpMenu::message, this, &MainWindow::tell);
    connect(help, &HelpMenu::failed, this, &MainWindow::tellFailure);
    connect(help, &HelpMenu::keysWanted, this, &MainWindow::showKeyPreferences);
}

void MainWindow::applyKeys()
{
    m_keys.apply(*this);
    m_rows->updateKeys();
}

void MainWindow::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_keys, *this, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::keysChanged, this, &MainWindow::applyKeys);
    connect(dialog, &PreferencesDialog::colorsChanged, this, &MainWindow::takeColors);
    dialog->open();
}

void MainWindow::showKeyPreferences()
{
    showPreferences();
    findChild<PreferencesDialog *>()->showKeys();
}

/// A panel that is hidden, or behind another one, comes to the front; the one in front goes.
void MainWindow::togglePanel(QDockWidget &panel)
{
    if (panel.isVisible() && !panel.visibleRegion().isEmpty()) {
        panel.hide();
        return;
    }
    panel.show();
    panel.raise();
    if (QWidget *content = panel.widget())
        content->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::fillRecent(QMenu &menu)
{
    menu.clear();
    menu.setToolTipsVisible(true);
    for (const RecentProject &project : recentProjects()) {
        QAction *action = menu.addAction(QString(project.titles).replace(u'&', u"&&"_s), this,
                                         [this, path = project.path] { openProject(path); });
        action->setToolTip(project.exists ? project.path : tr("%1 · the file is gone").arg(project.path));
        action->setEnabled(project.exists);
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing yet"))->setEnabled(false);
}

/// A project that is dropped on the window is opened.
void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedProject(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedProject(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openProject(path);
}

QString MainWindow::droppedProject(const QMimeData &data)
{
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile() && url.fileName().endsWith(".rejoin"_L1))
            return url.toLocalFile();
    }
    return {};
}

void MainWindow::saveReport()
{
    if (!m_workspace.session()) {
        tell(tr("There is nothing to report: compare first"));
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Save report"), {}, tr("Web pages (*.html)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"html"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_workspace.jobs().start(
            tr("Writing the report"), CancelMeans::Drop,
            [project = m_workspace.project(), session = sessionPath(m_workspace.path()),
             path](const CancelToken &, const Progress &) { return writeReport(project, session, path); },
            [this, path](const Result<void> &written) {
                if (written)
                    tell(tr("Report written to %1").arg(path));
                else
                    tellFailure(written.error());
            });
    });
    dialog->open();
}

void MainWindow::buildViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    const std::array panels{std::pair{m_tablesDock, KeyAction::TablesPanel},
                            std::pair{m_cellDock, KeyAction::CellPanel}, std::pair{m_rulesDock, KeyAction::RulesPanel},
                            std::pair{m_messagesDock, KeyAction::MessagesPanel},
                            std::pair{m_historyDock, KeyAction::HistoryPanel}};
    for (const auto &[dock, key] : panels)
        bindKey(view->addAction(dock->windowTitle(), this, [panel = dock] { togglePanel(*panel); }), key);
    bindKey(view->addAction(tr("&Reset layout"), this, [this] { restoreState(m_factoryLayout); }),
            KeyAction::ResetLayout);
    view->addSeparator();
    auto *schemes = new QActionGroup(this);
    const auto add = [&](const QString &text, ColorScheme scheme, KeyAction key) {
        QAction *action = view->addAction(text, this, [scheme] {
            keepColorScheme(scheme);
            applyColorScheme(scheme);
        });
        bindKey(action, key);
        action->setCheckable(true);
        schemes->addAction(action);
        m_schemes.insert(scheme, action);
    };
    add(tr("Colours of the &system"), ColorScheme::System, KeyAction::SystemColors);
    add(tr("&Light"), ColorScheme::Light, KeyAction::LightColors);
    add(tr("&Dark"), ColorScheme::Dark, KeyAction::DarkColors);
    takeColors();
}

void MainWindow::takeColors()
{
    m_schemes.value(keptColorScheme())->setChecked(true);
}

} // namespace Rejoin

#include "ui/mainwindow.h"

#include "ui/helpmenu.h"
#include "ui/tablespage.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenuBar>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Rejoin {

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New comparison"), QKeySequence::New, this, &MainWindow::startNew);
    file->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::chooseProject);
    file->addAction(tr("&Start page"), this, &MainWindow::showWelcome);
    file->addAction(tr("Save &report…"), this, &MainWindow::saveReport);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    QMenu *edit = menuBar()->addMenu(tr("&Decisions"));
    edit->addAction(tr("&Undo"), QKeySequence::Undo, &m_workspace, &Workspace::undo);
    edit->addAction(tr("&Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, &m_workspace, &Workspace::redo);
    edit->addSeparator();
    edit->addAction(tr("&Scope and evidence"), Qt::CTRL | Qt::Key_E, this, &MainWindow::showScope);
    edit->addAction(tr("&Compare again"), Qt::Key_F5, this, &MainWindow::compare);
    edit->addAction(tr("C&ancel what runs"), Qt::Key_Escape, &m_workspace.jobs(), &Jobs::cancel);

    buildViewMenu();
    auto *help = new HelpMenu(m_workspace, this);
    menuBar()->addMenu(help);
    connect(help, &HelpMenu::message, this, &MainWindow::tell);
    connect(help, &HelpMenu::failed, this, &MainWindow::tellFailure);
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
    for (QDockWidget *dock : {m_tablesDock, m_cellDock, m_messagesDock, m_historyDock})
        view->addAction(dock->toggleViewAction());
    view->addAction(tr("&Reset layout"), this, [this] { restoreState(m_factoryLayout); });
    view->addSeparator();
    auto *schemes = new QActionGroup(this);
    const auto add = [&](const QString &text, ColorScheme scheme) {
        QAction *action = view->addAction(text, this, [scheme] {
            QSettings().setValue(u"colors"_s, int(scheme));
            applyColorScheme(scheme);
        });
        action->setCheckable(true);
        action->setChecked(QSettings().value(u"colors"_s, 0).toInt() == int(scheme));
        schemes->addAction(action);
    };
    add(tr("Colours of the &system"), ColorScheme::System);
    add(tr("&Light"), ColorScheme::Light);
    add(tr("&Dark"), ColorScheme::Dark);
}

} // namespace Rejoin

#include "ui/helpmenu.h"

#include "diffcore/base/log.h"
#include "diffcore/diagnostics/diagnostics.h"
#include "ui/handbookwindow.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Rejoin {

HelpMenu::HelpMenu(Workspace &workspace, QWidget *parent)
    : QMenu(tr("&Help"), parent)
    , m_workspace(workspace)
{
    addAction(tr("&Handbook"), Qt::CTRL | Qt::Key_F1, this, &HelpMenu::showHandbook);
    addAction(tr("&Keys"), Qt::Key_F1, this, &HelpMenu::showKeys);
    addSeparator();
    addAction(tr("Save &diagnostics…"), this, &HelpMenu::saveDiagnostics);
    addAction(tr("About &Rejoin"), this, &HelpMenu::showAbout);
}

HandbookWindow *HelpMenu::showHandbook()
{
    if (!m_handbook)
        m_handbook = new HandbookWindow(parentWidget());
    m_handbook->show();
    m_handbook->raise();
    m_handbook->activateWindow();
    return m_handbook;
}

void HelpMenu::saveDiagnostics()
{
    auto *dialog = new QFileDialog(parentWidget(), tr("Save diagnostics for a bug report"), {}, tr("Texts (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"rejoin-diagnostics.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &HelpMenu::writeDiagnostics);
    dialog->open();
}

void HelpMenu::writeDiagnostics(const QString &path)
{
    const QByteArray text = diagnosticsText({m_workspace.path(), currentLogFile()}).toUtf8();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        Q_EMIT message(tr("Diagnostics written to %1. Read them, then put them into your bug report").arg(path));
    else
        Q_EMIT failed(
            {.code = ErrorCode::CannotWrite, .message = tr("%1 cannot be written: %2").arg(path, file.errorString())});
}

void HelpMenu::showAbout()
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Rejoin"),
                        tr("<h3>Rejoin %1</h3>"
                           "<p>Brings two diverged database servers back in line.</p>"
                           "<p>Copyright 2026 The Rejoin developers. Free software under the MIT licence; it comes "
                           "with no warranty.</p>"
                           "<p>Qt %2, under the LGPL.</p>")
                            .arg(QStringLiteral(REJOIN_VERSION), QString::fromLatin1(qVersion())),
                        QMessageBox::Close, parentWidget());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(parentWidget()->windowIcon().pixmap(64));
    box->open();
}

void HelpMenu::showKeys()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Keys"),
                                tr("Alt+1 … 5\tthe stages, Connect to Deliver\n"
                                   "F7 / Shift+F7\tnext / previous difference\n"
                                   "F8 / Shift+F8\tnext / previous undecided\n"
                                   "Ctrl+1 / 2 / 0\ttake A / B / baseline\n"
                                   "Ctrl+3\tkeep both\n"
                                   "Ctrl+Alt+1 / 2\tconflicting cells from A / B\n"
                                   "Ctrl+Shift+1 / 2\ttake A / B for all undecided of the table\n"
                                   "Ctrl+Enter\taccept the suggestion, go on\n"
                                   "Ctrl+Shift+A\taccept all suggestions\n"
                                   "F2, Alt+Del\tedit the cell, make it NULL\n"
                                   "Ctrl+Del\tdelete the row\n"
                                   "Ctrl+Backspace\tundecide\n"
                                   "B, R\tbaseline, result\n"
                                   "F6\tnext pane\n"
                                   "Ctrl+E\tscope and evidence\n"
                                   "Arrows, Shift\tbrush over a time on the timeline\n"
                                   "Ctrl+T\trows of any time again\n"
                                   "F5, Esc\tcompare again, cancel\n"
                                   "Ctrl+Z / Ctrl+Shift+Z\tundo, redo"),
                                QMessageBox::Close, parentWidget());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace Rejoin

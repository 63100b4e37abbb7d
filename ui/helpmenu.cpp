#include "ui/helpmenu.h"

#include "diffcore/base/log.h"
#include "diffcore/diagnostics/diagnostics.h"
#include "ui/handbookwindow.h"
#include "ui/keymap.h"
#include "ui/keysdialog.h"

#include <QApplication>
#include <QFileDialog>
#include <QHelpEvent>
#include <QMessageBox>
#include <QSaveFile>
#include <QWhatsThis>

using namespace Qt::StringLiterals;

namespace Rejoin {

HelpMenu::HelpMenu(Workspace &workspace, KeyMap &keys, QWidget *parent)
    : QMenu(tr("&Help"), parent)
    , m_workspace(workspace)
    , m_keys(keys)
{
    bindKey(addAction(tr("&Handbook"), this, &HelpMenu::showHandbook), KeyAction::Handbook);
    bindKey(addAction(tr("&What's this?"), this, [] { QWhatsThis::enterWhatsThisMode(); }), KeyAction::WhatsThis);
    bindKey(addAction(tr("&Keys"), this, &HelpMenu::showKeys), KeyAction::Keys);
    qApp->installEventFilter(this);
    addSeparator();
    bindKey(addAction(tr("Save &diagnostics…"), this, &HelpMenu::saveDiagnostics), KeyAction::Diagnostics);
    bindKey(addAction(tr("About &Rejoin"), this, &HelpMenu::showAbout), KeyAction::About);
}

/// What's this? tells what the tooltip tells, of every widget that has no longer text of its own.
bool HelpMenu::eventFilter(QObject *watched, QEvent *event)
{
    const bool isAsked = event->type() == QEvent::QueryWhatsThis || event->type() == QEvent::WhatsThis;
    const auto *widget = isAsked ? qobject_cast<const QWidget *>(watched) : nullptr;
    if (!widget || !widget->whatsThis().isEmpty() || widget->toolTip().isEmpty())
        return QMenu::eventFilter(watched, event);
    if (event->type() == QEvent::WhatsThis)
        QWhatsThis::showText(static_cast<QHelpEvent *>(event)->globalPos(), widget->toolTip());
    event->accept();
    return true;
}

HandbookWindow *HelpMenu::showHandbook()
{
    if (!m_handbook) {
        m_handbook = new HandbookWindow(parentWidget());
        m_keys.apply(*m_handbook);
    }
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
    auto *dialog = new KeysDialog(m_keys, *parentWidget(), parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeysDialog::changeRequested, this, &HelpMenu::keysWanted);
    dialog->open();
}

} // namespace Rejoin

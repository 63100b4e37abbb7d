#pragma once

#include "models/workspace.h"

#include <QMenu>

namespace Rejoin {

class HandbookWindow;

/// Help: the handbook, the keys, diagnostics for a bug report, and what this program is.
class HelpMenu : public QMenu
{
    Q_OBJECT

public:
    explicit HelpMenu(Workspace &workspace, QWidget *parent);

    /// The handbook's window, made when it is first shown.
    HandbookWindow *showHandbook();
    /// Writes the diagnostics of the open project and this run's log.
    void writeDiagnostics(const QString &path);

Q_SIGNALS:
    void message(const QString &text);
    void failed(const Error &error);

private:
    void showKeys();
    void showAbout();
    void saveDiagnostics();

    Workspace &m_workspace;
    HandbookWindow *m_handbook = nullptr;
};

} // namespace Rejoin

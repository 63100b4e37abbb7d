#pragma once

#include "models/workspace.h"

#include <QMenu>

namespace Rejoin {

class HandbookWindow;
class KeyMap;

/// Help: the handbook, the keys, diagnostics for a bug report, and what this program is.
class HelpMenu : public QMenu
{
    Q_OBJECT

public:
    /// `keys` must outlive it.
    HelpMenu(Workspace &workspace, KeyMap &keys, QWidget *parent);

    /// The handbook's window, made when it is first shown.
    HandbookWindow *showHandbook();
    /// Writes the diagnostics of the open project and this run's log.
    void writeDiagnostics(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void message(const QString &text);
    void failed(const Error &error);
    /// The person wants other keys.
    void keysWanted();

private:
    void showKeys();
    void showAbout();
    void saveDiagnostics();

    Workspace &m_workspace;
    KeyMap &m_keys;
    HandbookWindow *m_handbook = nullptr;
};

} // namespace Rejoin

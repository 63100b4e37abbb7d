#pragma once

#include "models/rowcopy.h"
#include "models/workspace.h"

#include <QAction>

class QMenu;

namespace Rejoin {

class RowGrids;

/// The selected rows on the clipboard: of the version whose grid has the focus, in several formats.
class CopyActions : public QObject
{
    Q_OBJECT

public:
    CopyActions(Workspace &workspace, const RowsModel *model, RowGrids *grids, QWidget *parent);

    /// More rows than these are not put on the clipboard.
    static constexpr int mostRows = 5000;
    void fill(QMenu &menu);

Q_SIGNALS:
    void message(const QString &text);

private:
    QAction *make(const QString &text, CopyFormat format);
    void copy(CopyFormat format);
    void copyCell();

    Workspace &m_workspace;
    const RowsModel *m_model;
    RowGrids *m_grids;
    QWidget *m_window;
    QList<QAction *> m_actions;
};

} // namespace Rejoin

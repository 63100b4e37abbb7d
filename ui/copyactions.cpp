#include "ui/copyactions.h"

#include "ui/keymap.h"
#include "ui/rowgrids.h"
#include "ui/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace Rejoin {

CopyActions::CopyActions(Workspace &workspace, const RowsModel *model, RowGrids *grids, QWidget *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_grids(grids)
    , m_window(parent)
{
    bindKey(make(tr("Copy rows"), CopyFormat::Cells), KeyAction::CopyRows);
    bindKey(make(tr("Copy rows with headers"), CopyFormat::CellsWithHeaders), KeyAction::CopyHeaders);
    bindKey(make(tr("Copy rows as SQL"), CopyFormat::Sql), KeyAction::CopySql);
    make(tr("Copy rows as CSV"), CopyFormat::Csv);
    make(tr("Copy rows as JSON"), CopyFormat::Json);
    auto *cell = new QAction(tr("Copy cell"), this);
    connect(cell, &QAction::triggered, this, &CopyActions::copyCell);
    m_actions.prepend(cell);
}

QAction *CopyActions::make(const QString &text, CopyFormat format)
{
    auto *action = new QAction(text, this);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // texts beside the rows copy by themselves
    connect(action, &QAction::triggered, this, [this, format] { copy(format); });
    m_grids->addAction(action);
    m_actions.append(action);
    return action;
}

void CopyActions::fill(QMenu &menu)
{
    QMenu *copying = menu.addMenu(tr("Copy"));
    copying->addActions(m_actions);
}

void CopyActions::copy(CopyFormat format)
{
    const QList<int> rows = m_grids->selectedRows();
    if (rows.isEmpty() || !m_workspace.session())
        return;
    if (rows.size() > mostRows) {
        Q_EMIT message(tr("%1 rows are too many for the clipboard, which takes %2. Save the report instead.")
                           .arg(QLocale().toString(rows.size()), QLocale().toString(mostRows)));
        return;
    }
    const Face face = m_grids->focusedFace();
    const Side side = face == Face::B ? Side::B : Side::A;
    const QString text = copiedRows(*m_model, rows, face, format, m_workspace.session()->header().servers[side]);
    if (text.isEmpty()) {
        Q_EMIT message(tr("%1 has none of these rows").arg(Words::face(face)));
        return;
    }
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT message(tr("Copied %1 of %2").arg(Words::rows(rows.size()), Words::face(face)));
}

void CopyActions::copyCell()
{
    const QModelIndex current = m_grids->currentIndex();
    const RowsModel::Section section = m_model->sectionAt(current.column());
    if (current.isValid() && section.column >= 0)
        QGuiApplication::clipboard()->setText(m_model->textAt(current.row(), section.face, section.column));
}

} // namespace Rejoin

#include "ui/rowgrids.h"
#include "ui/rowspage.h"

#include <QCryptographicHash>
#include <QMenu>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Rejoin {

/// Which columns are shown in which order is the person's own habit: it is kept in the settings, by project and table.
QString RowsPage::columnSetting(const QString &what) const
{
    const QByteArray project =
        QCryptographicHash::hash(m_workspace.path().toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return u"columns/%1/%2/%3"_s.arg(QString::fromLatin1(project), m_source.table()->name.display(), what);
}

void RowsPage::restoreColumns()
{
    if (!m_source.table())
        return;
    const QSettings settings;
    m_grids->setColumnsHidden(settings.value(columnSetting(u"hidden"_s)).toStringList());
    m_grids->setColumnOrder(settings.value(columnSetting(u"order"_s)).toStringList());
}

void RowsPage::keepColumns()
{
    if (!m_source.table())
        return;
    QSettings settings;
    settings.setValue(columnSetting(u"hidden"_s), m_grids->hiddenColumns());
    settings.setValue(columnSetting(u"order"_s), m_grids->columnOrder());
}

void RowsPage::openColumnMenu(const QPoint &globalPosition)
{
    const AlignedTable *table = m_source.table();
    if (!table)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(globalPosition);
}

void RowsPage::fillColumnMenu(QMenu &menu)
{
    menu.clear();
    const AlignedTable *table = m_source.table();
    if (!table)
        return;
    menu.addAction(m_onlyDiffering);
    menu.addSeparator();
    const QStringList order = m_grids->columnOrder();
    for (const QString &name : order) {
        QAction *action = menu.addAction(name, this, [this, name] {
            QStringList hidden = m_grids->hiddenColumns();
            if (!hidden.removeOne(name))
                hidden.append(name);
            m_grids->setColumnsHidden(hidden);
            keepColumns();
        });
        action->setCheckable(true);
        action->setChecked(!m_grids->hiddenColumns().contains(name));
    }
    menu.addSeparator();
    menu.addAction(tr("All columns, in the table's order"), this, [this] {
        m_grids->setColumnsHidden({});
        m_grids->setColumnOrder({});
        keepColumns();
    });
}

} // namespace Rejoin

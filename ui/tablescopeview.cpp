#include "ui/tablescopeview.h"

#include "diffcore/dialect/conditioncheck.h"
#include "ui/enginewords.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

TableScopeView::TableScopeView(QWidget *parent)
    : QWidget(parent)
    , m_conditions{new QLineEdit(this), new QLineEdit(this)}
    , m_whyNot(new QLabel(this))
    , m_columns(new QToolButton(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    for (const Side side : bothSides) {
        QLineEdit *edit = m_conditions[side];
        const QString name = side == Side::A ? tr("Rows of A where") : tr("Rows of B where");
        edit->setAccessibleName(name);
        edit->setPlaceholderText(tr("all rows; else an SQL condition such as region = 'EU'"));
        edit->setToolTip(
            tr("A row is compared where one server's condition lets it through, and then with whatever the "
               "other has under its key"));
        form->addRow(name, edit);
        connect(edit, &QLineEdit::textEdited, this, [this, side](const QString &text) {
            showWhyNot();
            Q_EMIT conditionEdited(m_table.name.display(), side, text.trimmed());
        });
    }
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(new QMenu(m_columns));
    m_columns->setAccessibleName(tr("Columns that no script writes"));
    form->addRow(tr("Not written"), m_columns);
    form->addRow(m_whyNot);
    clear();
}

void TableScopeView::show(const AlignedTable &table, const PerSide<Engine> &engines, const PerSide<QString> &conditions,
                          const QStringList &notWritten)
{
    m_table = table;
    m_engines = engines;
    m_notWritten = notWritten;
    for (const Side side : bothSides)
        m_conditions[side]->setText(conditions[side]);
    fillColumns();
    showWhyNot();
    setVisible(true);
}

void TableScopeView::clear()
{
    m_table = {};
    setVisible(false);
}

void TableScopeView::showWhyNot()
{
    QStringList texts;
    for (const Side side : bothSides) {
        const QString text = m_conditions[side]->text();
        const QString whyNot = text.trimmed().isEmpty() ? QString() : whyNoCondition(text, m_engines[side]);
        if (!whyNot.isEmpty())
            texts.append(tr("The condition of %1 cannot be used: %2.")
                             .arg(side == Side::A ? u"A"_s : u"B"_s, engineText(whyNot)));
    }
    m_whyNot->setText(texts.join(u' '));
    m_whyNot->setVisible(!texts.isEmpty());
}

void TableScopeView::fillColumns()
{
    QMenu *menu = m_columns->menu();
    menu->clear();
    for (int i = 0; i < m_table.columns.size(); ++i) {
        const AlignedColumn &column = m_table.columns[i];
        const bool isOffered = column.in.a && column.in.b && !m_table.keyColumns.contains(i) && !m_table.isKeyless();
        if (!isOffered)
            continue;
        QAction *action = menu->addAction(column.name);
        action->setCheckable(true);
        action->setChecked(m_notWritten.contains(column.name, Qt::CaseInsensitive));
        connect(action, &QAction::toggled, this,
                [this, name = column.name](bool isChecked) { takeColumn(name, !isChecked); });
    }
    m_columns->setEnabled(!menu->isEmpty());
    m_columns->setText(m_notWritten.isEmpty() ? tr("no column") : m_notWritten.join(u", "_s));
}

void TableScopeView::takeColumn(const QString &column, bool isWritten)
{
    m_notWritten.removeIf([&](const QString &name) { return name.compare(column, Qt::CaseInsensitive) == 0; });
    if (!isWritten)
        m_notWritten.append(column);
    m_columns->setText(m_notWritten.isEmpty() ? tr("no column") : m_notWritten.join(u", "_s));
    Q_EMIT notWrittenChanged(m_table.name.display(), m_notWritten);
}

} // namespace Rejoin

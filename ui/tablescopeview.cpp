#include "ui/tablescopeview.h"

#include "diffcore/dialect/conditioncheck.h"
#include "ui/enginewords.h"
#include "ui/menubutton.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int shownLetters = 24; // of what is chosen; the tooltip has all

QString nameOf(TableOption option)
{
    switch (option) {
    case TableOption::Key: return TableScopeView::tr("Rows paired by");
    case TableOption::Ignored: return TableScopeView::tr("Not compared");
    case TableOption::Equality: return TableScopeView::tr("Compared loosely");
    case TableOption::NotWritten: return TableScopeView::tr("Not written");
    }
    return {};
}

QString meaningOf(TableOption option)
{
    switch (option) {
    case TableOption::Key:
        return TableScopeView::tr(
            "Columns whose values tell which row of A is which row of B; none: the table's own key");
    case TableOption::Ignored: return TableScopeView::tr("Columns in which no difference counts");
    case TableOption::Equality:
        return TableScopeView::tr("Columns whose values count as equal although they are not the same");
    case TableOption::NotWritten: return TableScopeView::tr("Columns that no script writes; a trigger fills them, say");
    }
    return {};
}

QString ruleName(const QString &rule)
{
    if (rule.isEmpty())
        return TableScopeView::tr("Exactly");
    if (rule == "trim"_L1)
        return TableScopeView::tr("Without blanks around it");
    if (rule == "ignore-case"_L1)
        return TableScopeView::tr("Without upper and lower case");
    if (rule == "precision:0"_L1)
        return TableScopeView::tr("To the second");
    if (rule == "precision:3"_L1)
        return TableScopeView::tr("To the millisecond");
    if (rule.startsWith("within:"_L1))
        return TableScopeView::tr("Apart by up to %1").arg(rule.section(u':', 1));
    return rule;
}

/// Rules that make sense for the values of a column.
QStringList rulesFor(TypeFamily family)
{
    using enum TypeFamily;
    if (family == Text)
        return {u"trim"_s, u"ignore-case"_s};
    if (family == Decimal || family == Float)
        return {u"within:0.000001"_s, u"within:0.01"_s};
    if (family == Time || family == Timestamp || family == TimestampTz)
        return {u"precision:0"_s, u"precision:3"_s};
    return {};
}

bool isEntryOf(const QString &entry, const QString &column)
{
    return entry.section(u'=', 0, 0).compare(column, Qt::CaseInsensitive) == 0;
}

} // namespace

TableScopeView::TableScopeView(QWidget *parent)
    : QWidget(parent)
    , m_conditions{new QLineEdit(this), new QLineEdit(this)}
    , m_whyNot(new QLabel(this))
    , m_leftOut(new QCheckBox(tr("Leave this table out"), this))
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
    auto *row = new QHBoxLayout;
    for (const TableOption option : allTableOptions) {
        auto *label = new QLabel(nameOf(option), this);
        auto *button = new QToolButton(this);
        giveMenu(*button);
        button->setAccessibleName(meaningOf(option));
        button->setWhatsThis(meaningOf(option));
        label->setToolTip(meaningOf(option));
        row->addWidget(label);
        row->addWidget(button);
        m_buttons.insert(option, button);
    }
    row->addStretch();
    row->addWidget(m_leftOut);
    m_leftOut->setToolTip(tr("It is neither compared nor written"));
    connect(m_leftOut, &QCheckBox::clicked, this,
            [this](bool isLeftOut) { Q_EMIT leftOutChanged(m_table.name.display(), isLeftOut); });
    form->addRow(row);
    form->addRow(m_whyNot);
    clear();
}

void TableScopeView::show(const AlignedTable &table, const PerSide<Engine> &engines, const PerSide<QString> &conditions,
                          const Options &options, bool isLeftOut)
{
    m_table = table;
    m_engines = engines;
    m_options = options;
    m_leftOut->setChecked(isLeftOut);
    for (const Side side : bothSides)
        m_conditions[side]->setText(conditions[side]);
    for (const TableOption option : allTableOptions)
        fillMenu(option);
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

bool TableScopeView::isOffered(TableOption option, int column) const
{
    const AlignedColumn &each = m_table.columns[column];
    if (!each.in.a || !each.in.b)
        return false;
    const bool isKey = m_table.keyColumns.contains(column);
    switch (option) {
    case TableOption::Key: return true;
    case TableOption::Ignored: return !isKey;
    case TableOption::Equality: return !isKey && !rulesFor(each.definition().family).isEmpty();
    case TableOption::NotWritten: return !isKey && !m_table.isKeyless();
    }
    return false;
}

void TableScopeView::fillMenu(TableOption option)
{
    QToolButton *button = m_buttons[option];
    QMenu *menu = button->menu();
    menu->clear();
    for (int column = 0; column < m_table.columns.size(); ++column) {
        if (!isOffered(option, column))
            continue;
        const QString name = m_table.columns[column].name;
        if (option == TableOption::Equality) {
            fillEquality(*menu->addMenu(name), m_table.columns[column]);
            continue;
        }
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_options[option].contains(name, Qt::CaseInsensitive));
        connect(action, &QAction::toggled, this, [this, option, name](bool isChosen) { take(option, name, isChosen); });
    }
    button->setEnabled(!menu->isEmpty());
    tell(option);
}

void TableScopeView::fillEquality(QMenu &menu, const AlignedColumn &column)
{
    QString chosen;
    for (const QString &entry : std::as_const(m_options[TableOption::Equality])) {
        if (isEntryOf(entry, column.name))
            chosen = entry.section(u'=', 1);
    }
    QStringList rules = QStringList{QString()} + rulesFor(column.definition().family);
    if (!rules.contains(chosen))
        rules.append(chosen);
    auto *group = new QActionGroup(&menu);
    for (const QString &rule : std::as_const(rules)) {
        QAction *action = menu.addAction(ruleName(rule));
        action->setCheckable(true);
        action->setChecked(rule == chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name = column.name, rule] { takeEquality(name, rule); });
    }
}

void TableScopeView::take(TableOption option, const QString &column, bool isChosen)
{
    QStringList &columns = m_options[option];
    columns.removeIf([&](const QString &name) { return name.compare(column, Qt::CaseInsensitive) == 0; });
    if (isChosen)
        columns.append(column);
    tell(option);
    Q_EMIT optionChanged(m_table.name.display(), option, columns);
}

void TableScopeView::takeEquality(const QString &column, const QString &rule)
{
    QStringList &entries = m_options[TableOption::Equality];
    entries.removeIf([&](const QString &entry) { return isEntryOf(entry, column); });
    if (!rule.isEmpty())
        entries.append(u"%1=%2"_s.arg(column, rule));
    tell(TableOption::Equality);
    Q_EMIT optionChanged(m_table.name.display(), TableOption::Equality, entries);
}

/// On the option's button: what is chosen.
void TableScopeView::tell(TableOption option)
{
    const QString text = textOf(option);
    QToolButton *button = m_buttons[option];
    button->setText(text.size() > shownLetters ? text.first(shownLetters) + u'…' : text);
    button->setToolTip(u"%1\n%2"_s.arg(meaningOf(option), text));
}

QString TableScopeView::textOf(TableOption option) const
{
    const QStringList chosen = m_options.value(option);
    if (!chosen.isEmpty())
        return chosen.join(u", "_s);
    if (option != TableOption::Key)
        return tr("no column");
    QStringList own;
    for (const int column : m_table.keyColumns)
        own.append(m_table.columns[column].name);
    return own.isEmpty() ? tr("no key") : own.join(u", "_s);
}

} // namespace Rejoin

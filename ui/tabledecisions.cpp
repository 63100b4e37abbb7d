#include "ui/tabledecisions.h"

#include "diffcore/merge/suggestion.h"
#include "models/cellstate.h"
#include "ui/ask.h"

#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// More rows than these are not looked at one by one before the question.
constexpr int countedRows = 5000;

QString nameOf(Side side)
{
    return side == Side::A ? u"A"_s : u"B"_s;
}

} // namespace

TableDecisions::TableDecisions(Workspace &workspace, const RowsSource *source, QWidget *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_source(source)
    , m_window(parent)
{
    for (const Side side : bothSides)
        make(tr("Take %1 for all undecided of the table…").arg(nameOf(side)),
             side == Side::A ? KeyAction::TakeTableA : KeyAction::TakeTableB, [this, side] { takeTable(side); });
    for (const Side side : bothSides)
        m_column[side] = make({}, side == Side::A ? KeyAction::TakeColumnA : KeyAction::TakeColumnB,
                              [this, side] { takeColumn(side); });
    make(tr("Accept all suggestions of all tables…"), KeyAction::AcceptAll, [this] { acceptAll(); });
    setColumn(-1);
}

QAction *TableDecisions::make(const QString &text, KeyAction key, const std::function<void()> &act)
{
    auto *action = new QAction(text, this);
    bindKey(action, key);
    connect(action, &QAction::triggered, this, act);
    m_window->addAction(action);
    m_actions.append(action);
    return action;
}

void TableDecisions::fill(QMenu &menu) const
{
    menu.addActions(m_actions);
}

void TableDecisions::setColumn(int column)
{
    const AlignedTable *table = m_source->table();
    const bool usable = table && column >= 0 && !table->keyColumns.contains(column);
    m_columnIndex = usable ? column : -1;
    for (const Side side : bothSides) {
        m_column[side]->setEnabled(usable);
        m_column[side]->setText(usable ? tr("Conflicts in %1 from %2, in all undecided rows…")
                                             .arg(table->columns.at(column).name, nameOf(side))
                                       : tr("Conflicts in this column from %1…").arg(nameOf(side)));
    }
}

QString TableDecisions::tableName() const
{
    return m_source->table()->name.display();
}

QList<Difference> TableDecisions::undecided() const
{
    if (!m_workspace.session() || !m_source->table())
        return {};
    const DifferenceFilter open{.table = m_source->tableIndex(), .unresolvedOnly = true};
    return m_workspace.session()->page(open, 0, countedRows).value_or(QList<Difference>());
}

void TableDecisions::takeTable(Side side)
{
    const QList<Difference> open = undecided();
    const Take take{versionOf(side)};
    const auto count = std::ranges::count_if(
        open, [&](const Difference &difference) { return whyNot(*m_source->table(), difference, take).isEmpty(); });
    if (count == 0) {
        Q_EMIT message(tr("No row of this table is undecided"));
        return;
    }
    const QString more = open.size() == countedRows ? tr("more than ") : QString();
    ask(m_window,
        tr("Take %1 for %2%3 undecided rows of %4?")
            .arg(m_workspace.project().title(side), more)
            .arg(count)
            .arg(tableName()),
        tr("What %1 has in these rows is dropped. One undo takes it back.").arg(nameOf(other(side))),
        tr("Take %1").arg(nameOf(side)),
        [this, take, table = m_source->tableIndex()] { m_workspace.decide({.table = table}, take, {}); });
}

void TableDecisions::takeColumn(Side side)
{
    if (m_columnIndex < 0 || !m_source->table())
        return;
    const QString column = m_source->table()->columns.at(m_columnIndex).name;
    const QList<Difference> open = undecided();
    const auto count = std::ranges::count_if(open, [&](const Difference &difference) {
        return conflictingColumns(*m_source->table(), difference).contains(m_columnIndex);
    });
    if (count == 0) {
        Q_EMIT message(tr("No undecided row conflicts in %1").arg(column));
        return;
    }
    Rule rule{.name = u"%1 from %2"_s.arg(column, nameOf(side))}; // kept: English in any window
    rule.table = tableName();
    rule.column = column;
    rule.kind = Rule::Kind::TakeColumn;
    rule.from = versionOf(side);
    ask(m_window,
        tr("Take %1 from %2 in %3 undecided rows of %4?").arg(column, nameOf(side)).arg(count).arg(tableName()),
        tr("Rows that conflict in other columns, too, stay undecided there. One undo takes it back."),
        tr("Take %1").arg(nameOf(side)), [this, rule] { m_workspace.applyRules({rule}); });
}

void TableDecisions::acceptAll()
{
    if (!m_workspace.session())
        return;
    const DifferenceFilter collisions{.outcomes = {Outcome::KeyCollision}, .unresolvedOnly = true};
    const auto ids = m_workspace.session()->ids(collisions).value_or(QList<qint64>());
    if (ids.isEmpty()) {
        Q_EMIT message(tr("No suggestion is open"));
        return;
    }
    ask(m_window, tr("Keep both rows of all %1 undecided key collisions?").arg(ids.size()),
        tr("Rows of %1 get new keys, with all that refers to them. One undo takes it back.")
            .arg(m_workspace.project().title(m_workspace.session()->header().moves)),
        tr("Accept all"), [this] { m_workspace.acceptSuggestions({}); });
}

} // namespace Rejoin

#include "ui/tabledecisions.h"

#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/suggestion.h"
#include "ui/ask.h"

#include <QLocale>
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
    m_acceptAll = make(tr("Accept all suggestions of all tables…"), KeyAction::AcceptAll, [this] { acceptAll(); });
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

namespace {

struct Undecided
{
    qint64 meant = 0;
    bool all = true; ///< all undecided rows were looked at
};

Result<Undecided> countUndecided(const Session &session, int table,
                                 const std::function<bool(const AlignedTable &, const Difference &)> &meant)
{
    REJOIN_TRY_VALUE(open, session.page({.table = table, .unresolvedOnly = true}, 0, countedRows));
    const AlignedTable &shape = session.alignment().tables.at(table);
    const auto count =
        std::ranges::count_if(open, [&](const Difference &difference) { return meant(shape, difference); });
    return Undecided{.meant = count, .all = open.size() < countedRows};
}

} // namespace

void TableDecisions::count(const Meant &meant, const std::function<void(const QString &)> &then)
{
    if (!m_workspace.session() || !m_source->table())
        return;
    const int table = m_source->tableIndex();
    const auto tell = [this, table, then](const Result<Undecided> &found) {
        const Undecided undecided = found.value_or(Undecided());
        const auto counts = m_workspace.session() ? m_workspace.session()->counts() : QList<TableCounts>();
        if (undecided.all || !counts)
            then(undecided.meant == 0 ? QString() : QLocale().toString(undecided.meant));
        else
            then(tr("up to %1").arg(QLocale().toString(counts->value(table).unresolved)));
    };
    if (m_workspace.isSmall()) {
        tell(countUndecided(*m_workspace.session(), table, meant));
        return;
    }
    m_counting.start(
        tr("Counting"), CancelMeans::Drop,
        [path = m_workspace.session()->path(), table, meant](const CancelToken &,
                                                             const Progress &) -> Result<Undecided> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            return countUndecided(*opened, table, meant);
        },
        tell);
}

void TableDecisions::takeTable(Side side)
{
    const Take take{versionOf(side)};
    count([take](const AlignedTable &table,
                 const Difference &difference) { return whyNot(table, difference, take).isEmpty(); },
          [this, side](const QString &rows) { askTake(side, rows); });
}

void TableDecisions::askTake(Side side, const QString &rows)
{
    if (rows.isEmpty()) {
        Q_EMIT message(tr("No row of this table is undecided"));
        return;
    }
    ask(m_window, tr("Take %1 for %2 undecided rows of %3?").arg(m_workspace.project().title(side), rows, tableName()),
        tr("What %1 has in these rows is dropped. One undo takes it back.").arg(nameOf(other(side))),
        tr("Take %1").arg(nameOf(side)), [this, take = Take{versionOf(side)}, table = m_source->tableIndex()] {
            m_workspace.decide({.table = table}, take, {});
        });
}

void TableDecisions::takeColumn(Side side)
{
    if (m_columnIndex < 0)
        return;
    count(
        [column = m_columnIndex](const AlignedTable &table, const Difference &difference) {
            return conflictingColumns(table, difference).contains(column);
        },
        [this, side](const QString &rows) { askColumn(side, rows); });
}

void TableDecisions::askColumn(Side side, const QString &rows)
{
    if (m_columnIndex < 0 || !m_source->table())
        return;
    const QString column = m_source->table()->columns.at(m_columnIndex).name;
    if (rows.isEmpty()) {
        Q_EMIT message(tr("No undecided row conflicts in %1").arg(column));
        return;
    }
    Rule rule{.name = u"%1 from %2"_s.arg(column, nameOf(side))}; // kept: English in any window
    rule.table = tableName();
    rule.column = column;
    rule.kind = Rule::Kind::TakeColumn;
    rule.from = versionOf(side);
    ask(m_window, tr("Take %1 from %2 in %3 undecided rows of %4?").arg(column, nameOf(side), rows, tableName()),
        tr("Rows that conflict in other columns, too, stay undecided there. One undo takes it back."),
        tr("Take %1").arg(nameOf(side)), [this, rule] { m_workspace.applyRules({rule}); });
}

void TableDecisions::acceptAll()
{
    if (!m_workspace.session()) {
        askAll(0);
        return;
    }
    const DifferenceFilter collisions{.outcomes = {Outcome::KeyCollision}, .unresolvedOnly = true};
    if (m_workspace.isSmall()) {
        askAll(m_workspace.session()->ids(collisions).value_or(QList<qint64>()).size());
        return;
    }
    m_counting.start(
        tr("Counting"), CancelMeans::Drop,
        [path = m_workspace.session()->path(), collisions](const CancelToken &, const Progress &) -> Result<qsizetype> {
            REJOIN_TRY_VALUE(opened, Session::openExisting(path));
            REJOIN_TRY_VALUE(ids, opened->ids(collisions));
            return ids.size();
        },
        [this](const Result<qsizetype> &found) { askAll(found.value_or(0)); });
}

void TableDecisions::askAll(qsizetype collisions)
{
    if (collisions == 0) {
        Q_EMIT message(tr("No suggestion is open"));
        return;
    }
    ask(m_window, tr("Keep both rows of all %1 undecided key collisions?").arg(QLocale().toString(collisions)),
        tr("Rows of %1 get new keys, with all that refers to them. One undo takes it back.")
            .arg(m_workspace.project().title(m_workspace.session()->header().moves)),
        tr("Accept all"), [this] { m_workspace.acceptSuggestions({}); });
}

} // namespace Rejoin

#include "ui/decisionactions.h"

#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/suggestion.h"
#include "ui/enginewords.h"

#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// Rows beyond these are not looked at to find out which actions can be used.
constexpr qsizetype examinedRows = 50;

Version versionTaken(DecisionActions::Choice choice)
{
    return choice == DecisionActions::Choice::TakeA   ? Version::A
           : choice == DecisionActions::Choice::TakeB ? Version::B
                                                      : Version::Baseline;
}

} // namespace

DecisionActions::DecisionActions(Workspace &workspace, RowsSource *source, QWidget *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_source(source)
{
    make(Choice::TakeA, tr("Take A"), KeyAction::TakeA, parent);
    make(Choice::TakeB, tr("Take B"), KeyAction::TakeB, parent);
    make(Choice::TakeBaseline, tr("Baseline"), KeyAction::TakeBaseline, parent);
    make(Choice::KeepBoth, tr("Keep both"), KeyAction::KeepBoth, parent);
    make(Choice::ConflictsFromA, tr("Conflicts from A"), KeyAction::ConflictsFromA, parent);
    make(Choice::ConflictsFromB, tr("Conflicts from B"), KeyAction::ConflictsFromB, parent);
    make(Choice::Delete, tr("Delete"), KeyAction::DeleteRow, parent);
    make(Choice::Skip, tr("Skip"), KeyAction::SkipRow, parent);
    make(Choice::Accept, tr("Accept suggestion"), KeyAction::Accept, parent);
    make(Choice::Undecide, tr("Undecide"), KeyAction::Undecide, parent);
    m_acceptAndGoOn = new QAction(tr("Accept suggestion, go on"), this);
    bindKey(m_acceptAndGoOn, KeyAction::AcceptAndGoOn);
    parent->addAction(m_acceptAndGoOn);
    connect(m_acceptAndGoOn, &QAction::triggered, this, [this] {
        carryOut(Choice::Accept);
        Q_EMIT goOn();
    });
    connect(source, &RowsSource::changed, this, &DecisionActions::updateActions);
    updateActions();
}

QAction *DecisionActions::make(Choice choice, const QString &text, KeyAction key, QWidget *parent)
{
    auto *action = new QAction(text, this);
    bindKey(action, key);
    parent->addAction(action);
    connect(action, &QAction::triggered, this, [this, choice] { carryOut(choice); });
    m_actions.insert(choice, action);
    return action;
}

void DecisionActions::setRows(const QList<int> &rows)
{
    m_rows = rows;
    updateActions();
}

std::optional<DecisionKind> DecisionActions::kindFor(Choice choice, const Difference &difference) const
{
    switch (choice) {
    case Choice::TakeA:
    case Choice::TakeB:
    case Choice::TakeBaseline: return Take{versionTaken(choice)};
    case Choice::KeepBoth: return KeepBoth{m_workspace.session()->header().moves};
    case Choice::ConflictsFromA:
    case Choice::ConflictsFromB: {
        Cells cells =
            conflictsFrom(m_source->alignment(), difference, choice == Choice::ConflictsFromA ? Side::A : Side::B);
        return cells.choices.isEmpty() ? std::nullopt : std::optional<DecisionKind>(std::move(cells));
    }
    case Choice::Delete: return DeleteRow{};
    case Choice::Skip: return Skip{};
    case Choice::Accept:
    case Choice::Undecide: break;
    }
    return std::nullopt;
}

QString DecisionActions::whyNotFor(Choice choice, const Difference &difference) const
{
    const AlignedTable &table = *m_source->table();
    if (choice == Choice::Undecide)
        return difference.decision.isUnresolved() ? tr("It is undecided") : QString();
    if (choice == Choice::Accept) {
        if (difference.resolved)
            return tr("It is decided");
        const auto suggested = suggestion(table, difference, m_workspace.session()->header().moves);
        return suggested ? QString() : tr("There is no suggestion: a person must decide");
    }
    const auto kind = kindFor(choice, difference);
    return kind ? engineText(whyNot(table, difference, *kind)) : tr("No cell conflicts");
}

void DecisionActions::updateActions()
{
    const bool usable = m_source->table() && m_workspace.session() && !m_rows.isEmpty();
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        QString why = tr("No row is selected");
        bool possible = false;
        for (qsizetype at = 0; usable && !possible && at < qMin(m_rows.size(), examinedRows); ++at) {
            if (const Difference *difference = m_source->at(m_rows.at(at))) {
                why = whyNotFor(it.key(), *difference);
                possible = why.isEmpty();
            }
        }
        QAction *action = it.value();
        action->setEnabled(possible || m_rows.size() > examinedRows);
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString name = key.isEmpty() ? action->text() : u"%1 (%2)"_s.arg(action->text(), key);
        action->setToolTip(why.isEmpty() ? name : u"%1\n%2"_s.arg(name, why));
    }
}

QList<qint64> DecisionActions::ids() const
{
    QList<qint64> ids;
    for (const int row : m_rows) {
        if (row < m_source->count())
            ids.append(m_source->idAt(row));
    }
    return ids;
}

void DecisionActions::carryOut(Choice choice, ResolveScope::Extent extent)
{
    const ResolveScope scope{.ids = ids(), .decided = ResolveScope::Decided::Redecide, .extent = extent};
    if (scope.ids.isEmpty() || !m_workspace.session())
        return;
    switch (choice) {
    case Choice::Accept: m_workspace.acceptSuggestions({.ids = scope.ids}); return;
    case Choice::Undecide: m_workspace.undecide(scope); return;
    case Choice::ConflictsFromA: m_workspace.takeConflicts(scope, Side::A); return;
    case Choice::ConflictsFromB: m_workspace.takeConflicts(scope, Side::B); return;
    case Choice::TakeA:
    case Choice::TakeB:
    case Choice::TakeBaseline:
    case Choice::KeepBoth:
    case Choice::Delete:
    case Choice::Skip: break;
    }
    if (const Difference *first = m_source->at(m_rows.first())) {
        if (const auto kind = kindFor(choice, *first))
            m_workspace.decide(scope, *kind, {});
    }
}

void DecisionActions::fill(QMenu &menu)
{
    for (QAction *action : m_actions)
        menu.addAction(action);
    QMenu *unit = menu.addMenu(tr("With what belongs to it"));
    unit->setToolTipsVisible(true);
    for (const Choice choice : {Choice::TakeA, Choice::TakeB, Choice::TakeBaseline, Choice::Delete, Choice::Skip}) {
        const QAction *alone = m_actions.value(choice);
        QAction *action =
            unit->addAction(alone->text(), this, [this, choice] { carryOut(choice, ResolveScope::Extent::Unit); });
        action->setEnabled(alone->isEnabled());
        action->setToolTip(tr("Also what refers to it, such as the lines and payments of an order; a row with a "
                              "conflict of its own stays as it is"));
    }
}

} // namespace Rejoin

#include "ui/conflictspanel.h"

#include "diffcore/merge/suggestion.h"
#include "models/cellstate.h"
#include "ui/enginewords.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int leastLines = 3; // the page fits a screen of 720 lines

QString heading(int count)
{
    return QCoreApplication::translate("Rejoin::ConflictsPanel", "⚠ Constraints that the merged rows would break: %1")
        .arg(count);
}

/// A version that still has the row, best first.
std::optional<Version> versionWithRow(const Difference &difference)
{
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        if (difference.rows[version])
            return version;
    }
    return std::nullopt;
}

} // namespace

ConflictsPanel::ConflictsPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_list(new QListView(this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_detail(new QVBoxLayout)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *left = new QVBoxLayout;
    left->addWidget(m_title);
    left->addWidget(m_list);
    layout->addLayout(left, 1);
    auto *scroll = new QScrollArea(this);
    auto *detail = new QWidget(scroll);
    detail->setLayout(m_detail);
    m_detail->setContentsMargins(6, 2, 6, 2);
    m_detail->addWidget(m_hint);
    m_detail->addStretch();
    scroll->setWidget(detail);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Rows of the conflict"));
    layout->addWidget(scroll, 1);

    m_hint->setWordWrap(true);
    auto *words = new EngineWordsModel(this);
    words->setSourceModel(&m_model);
    m_list->setModel(words);
    m_list->setWordWrap(true);
    for (QWidget *each : std::initializer_list<QWidget *>{m_list, scroll})
        each->setMinimumHeight(leastLines * fontMetrics().lineSpacing());
    m_list->setAccessibleName(tr("Constraint conflicts"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showConflict(current.isValid() ? current.row() : -1); });
    connect(&m_workspace, &Workspace::decisionsChanged, this, &ConflictsPanel::reload);
    connect(&m_workspace, &Workspace::comparisonChanged, this, &ConflictsPanel::reload);
    reload();
}

void ConflictsPanel::reload()
{
    const int row = m_list->currentIndex().row();
    m_model.show(m_workspace.session());
    m_title->setText(heading(count()));
    setVisible(count() > 0);
    if (count() > 0)
        m_list->setCurrentIndex(m_list->model()->index(qBound(0, row, count() - 1), 0));
    else
        showConflict(-1);
    Q_EMIT changed();
}

void ConflictsPanel::focusFirst()
{
    if (count() == 0)
        return;
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ConflictsPanel::showConflict(int row)
{
    // The buttons of the rows may be what called this.
    if (m_rows) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    new QVBoxLayout(m_rows);
    m_rows->layout()->setContentsMargins(0, 0, 0, 0);
    m_detail->insertWidget(1, m_rows);
    m_hint->clear();
    if (row < 0 || row >= count() || !m_workspace.session())
        return;
    const ConstraintConflict &conflict = m_model.conflict(row);
    m_hint->setText(conflict.choices.isEmpty() ? engineText(conflict.message)
                                               : tr("You can: %1").arg(engineTexts(conflict.choices).join(u" · "_s)));
    for (const qint64 id : conflict.differences) {
        if (const auto difference = m_workspace.session()->difference(id))
            addRow(conflict, *difference);
    }
}

void ConflictsPanel::addRow(const ConstraintConflict &conflict, const Difference &difference)
{
    const AlignedTable &table = m_workspace.session()->alignment().tables.at(difference.table);
    auto *line = new QWidget(m_rows);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *name = new QLabel(u"%1 · %2 · %3"_s.arg(Words::row(table, difference.key), Words::outcome(difference),
                                                  Words::decision(difference)),
                            line);
    name->setTextFormat(Qt::PlainText);
    layout->addWidget(name, 1);
    addChoices(line, conflict, difference);
    m_rows->layout()->addWidget(line);
}

QWidget *ConflictsPanel::addButton(QWidget *line, const QString &text, const QString &tip,
                                   const std::function<void()> &act)
{
    auto *button = new QPushButton(text, line);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    connect(button, &QPushButton::clicked, this, act);
    line->layout()->addWidget(button);
    return button;
}

void ConflictsPanel::addChoices(QWidget *line, const ConstraintConflict &conflict, const Difference &difference)
{
    const AlignedTable &table = m_workspace.session()->alignment().tables.at(difference.table);
    const QString name = Words::row(table, difference.key);
    const qint64 id = difference.id;
    addButton(line, tr("Show"), tr("Show %1").arg(name), [this, id] { Q_EMIT rowRequested(id); });

    const MergedFace merged = mergedFace(table, difference);
    if (!merged.row && !merged.pending) {
        if (const auto version = versionWithRow(difference))
            addButton(line, tr("Bring back"), tr("Bring back %1 as %2 has it").arg(name, Words::version(*version)),
                      [this, id, version] { decide({id}, Take{*version}, u"other rows refer to it"_s); });
        return;
    }
    addButton(line, tr("Drop"), tr("Leave %1 out of the merged rows").arg(name),
              [this, id, message = conflict.message] { decide({id}, DeleteRow{}, message); });
    if (conflict.kind != ConstraintConflict::Kind::Unique)
        return;
    QList<qint64> others = conflict.differences;
    others.removeAll(id);
    if (!canBeJoined(others, difference.key))
        return;
    addButton(line, tr("Keep as the one"),
              tr("They are one: keep %1, what refers to the others refers to it").arg(name),
              [this, others, winner = difference.key, name] {
                  for (const qint64 other : others)
                      decide({other}, sameAs(other, winner), u"the same as %1"_s.arg(name));
              });
}

bool ConflictsPanel::canBeJoined(const QList<qint64> &ids, const RowKey &winner) const
{
    return std::ranges::all_of(ids, [this, &winner](qint64 id) {
        const auto difference = m_workspace.session()->difference(id);
        return difference &&
               whyNot(m_workspace.session()->alignment().tables.at(difference->table), *difference, sameAs(id, winner))
                   .isEmpty();
    });
}

/// Of two rows under one key the one that moves is meant.
SameEntity ConflictsPanel::sameAs(qint64 id, const RowKey &winner) const
{
    const auto difference = m_workspace.session()->difference(id);
    const auto *both = difference ? std::get_if<KeepBoth>(&difference->decision.kind) : nullptr;
    return {winner, both ? std::optional(both->moves) : std::nullopt};
}

/// The reason is kept, and stands in reports: English in any window.
void ConflictsPanel::decide(const QList<qint64> &ids, const DecisionKind &kind, const QString &reason)
{
    m_workspace.decide({.ids = ids, .decided = ResolveScope::Decided::Redecide}, kind, reason);
}

} // namespace Rejoin

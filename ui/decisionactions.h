#pragma once

#include "models/rowssource.h"
#include "models/workspace.h"
#include "ui/keymap.h"

#include <QAction>
#include <QObject>

class QMenu;

namespace Rejoin {

/// The decisions that a person can make for the selected rows, as actions with their keys. Each action is enabled when
/// it can be made for at least one of the rows; its tooltip says why not.
class DecisionActions : public QObject
{
    Q_OBJECT

public:
    enum class Choice : quint8 {
        TakeA,
        TakeB,
        TakeBaseline,
        KeepBoth,
        ConflictsFromA, ///< the conflicting cells from A; what B alone changed stays
        ConflictsFromB,
        Delete,
        Skip,
        Accept, ///< the suggestion
        Undecide,
    };

    DecisionActions(Workspace &workspace, RowsSource *source, QWidget *parent);

    [[nodiscard]] QAction *action(Choice choice) const { return m_actions.value(choice); }
    [[nodiscard]] QAction *acceptAndGoOn() const { return m_acceptAndGoOn; }
    /// The rows that the actions are for, by position in the source.
    void setRows(const QList<int> &rows);
    /// The tooltips tell the keys: after they changed.
    void updateActions();
    void fill(QMenu &menu);

Q_SIGNALS:
    /// "Accept and go on" was carried out.
    void goOn();

private:
    QAction *make(Choice choice, const QString &text, KeyAction key, QWidget *parent);
    void carryOut(Choice choice, ResolveScope::Extent extent = ResolveScope::Extent::Rows);
    /// What the choice means for one row; nothing where it does not apply.
    [[nodiscard]] std::optional<DecisionKind> kindFor(Choice choice, const Difference &difference) const;
    [[nodiscard]] QString whyNotFor(Choice choice, const Difference &difference) const;
    [[nodiscard]] QList<qint64> ids() const;

    Workspace &m_workspace;
    RowsSource *m_source;
    QMap<Choice, QAction *> m_actions;
    QAction *m_acceptAndGoOn = nullptr;
    QList<int> m_rows;
};

} // namespace Rejoin

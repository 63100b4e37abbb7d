#pragma once

#include "models/conflictsmodel.h"
#include "models/workspace.h"

#include <QWidget>

class QLabel;
class QListView;
class QVBoxLayout;

namespace Rejoin {

/// Constraints that the merged state would break, and for the chosen one its rows with what can be done about each.
class ConflictsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictsPanel(Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] int count() const { return m_model.rowCount(); }
    void focusFirst();

Q_SIGNALS:
    void rowRequested(qint64 difference);
    void changed();

private:
    void reload();
    void showConflict(int row);
    void addRow(const ConstraintConflict &conflict, const Difference &difference);
    QWidget *addButton(QWidget *line, const QString &text, const QString &tip, const std::function<void()> &act);
    void addChoices(QWidget *line, const ConstraintConflict &conflict, const Difference &difference);
    [[nodiscard]] SameEntity sameAs(qint64 id, const RowKey &winner) const;
    [[nodiscard]] bool canBeJoined(const QList<qint64> &ids, const RowKey &winner) const;
    void decide(const QList<qint64> &ids, const DecisionKind &kind, const QString &reason);

    Workspace &m_workspace;
    ConflictsModel m_model;
    QListView *m_list;
    QLabel *m_title;
    QLabel *m_hint;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_detail;
};

} // namespace Rejoin

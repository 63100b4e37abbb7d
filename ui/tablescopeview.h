#pragma once

#include "diffcore/schema/alignment.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Rejoin {

/// What a person leaves out of one table: the conditions that rows meet which are compared, of each server in its own
/// words, and the columns that no script writes.
class TableScopeView : public QWidget
{
    Q_OBJECT

public:
    explicit TableScopeView(QWidget *parent = nullptr);

    /// `conditions`: the table's own; those of globs that match it, too, stand in the table's `filters`.
    void show(const AlignedTable &table, const PerSide<Engine> &engines, const PerSide<QString> &conditions,
              const QStringList &notWritten);
    void clear();

Q_SIGNALS:
    /// An empty condition lets all rows through.
    void conditionEdited(const QString &table, Side side, const QString &condition);
    void notWrittenChanged(const QString &table, const QStringList &columns);

private:
    void showWhyNot();
    void fillColumns();
    void takeColumn(const QString &column, bool isWritten);

    AlignedTable m_table;
    PerSide<Engine> m_engines{Engine::Sqlite, Engine::Sqlite};
    QStringList m_notWritten;
    PerSide<QLineEdit *> m_conditions;
    QLabel *m_whyNot;
    QToolButton *m_columns;
};

} // namespace Rejoin

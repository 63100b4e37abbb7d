#pragma once

#include "diffcore/merge/resolver.h"
#include "diffcore/merge/rule.h"

#include <QAbstractTableModel>

namespace Rejoin {

/// Rules in their order, and how many rows each would decide. All but that can be edited; of what a rule does, the edit
/// role is the position in allRuleActions().
class RulesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ActionColumn, TableColumn, ColumnColumn, WhereColumn, RowsColumn, ColumnCount };

    /// What a rule does, with the server that it does it for.
    struct Action
    {
        Rule::Kind kind = Rule::Kind::TakeRow;
        Version from = Version::A; ///< TakeRow, TakeColumn
        Side moves = Side::B;      ///< KeepBoth, Renumber
        [[nodiscard]] bool usesColumn() const;
        friend bool operator==(const Action &, const Action &) = default;
    };
    [[nodiscard]] static const QList<Action> &allRuleActions();
    [[nodiscard]] static QString actionText(const Action &action);

    explicit RulesModel(QObject *parent = nullptr);

    void setRules(const QList<Rule> &rules);
    [[nodiscard]] const QList<Rule> &rules() const { return m_rules; }
    void append(const Rule &rule);
    void remove(int row);
    /// One place up (-1) or down (1).
    void move(int row, int by);
    /// What a preview found: by rule, in their order; void with the next edit.
    void setCounts(const QList<RuleCount> &counts);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// AccessibleTextRole: the rule as a sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited();

private:
    void noteEdit();
    [[nodiscard]] static Action actionOf(const Rule &rule);
    [[nodiscard]] QVariant text(int row, Column column) const;

    QList<Rule> m_rules;
    QList<RuleCount> m_counts; ///< empty = not known
};

} // namespace Rejoin

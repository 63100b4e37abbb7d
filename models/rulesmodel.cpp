#include "models/rulesmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

bool RulesModel::Action::usesColumn() const
{
    return kind != Rule::Kind::TakeRow && kind != Rule::Kind::KeepBoth;
}

const QList<RulesModel::Action> &RulesModel::allRuleActions()
{
    using Kind = Rule::Kind;
    static const QList<Action> all{
        {.kind = Kind::TakeRow, .from = Version::A},
        {.kind = Kind::TakeRow, .from = Version::B},
        {.kind = Kind::TakeColumn, .from = Version::A},
        {.kind = Kind::TakeColumn, .from = Version::B},
        {.kind = Kind::Newest},
        {.kind = Kind::IgnoreColumn},
        {.kind = Kind::KeepBoth, .moves = Side::A},
        {.kind = Kind::KeepBoth, .moves = Side::B},
        {.kind = Kind::SumOfDeltas},
        {.kind = Kind::Renumber, .moves = Side::A},
        {.kind = Kind::Renumber, .moves = Side::B},
        {.kind = Kind::TakeRow, .from = Version::Baseline},
    };
    return all;
}

QString RulesModel::actionText(const Action &action)
{
    const QString from = action.from == Version::A ? tr("A") : action.from == Version::B ? tr("B") : tr("the baseline");
    const QString moves = action.moves == Side::A ? tr("A") : tr("B");
    switch (action.kind) {
    case Rule::Kind::TakeRow: return tr("take the row from %1").arg(from);
    case Rule::Kind::TakeColumn: return tr("take the column from %1").arg(from);
    case Rule::Kind::Newest: return tr("take the row with the later time in the column");
    case Rule::Kind::IgnoreColumn: return tr("ignore conflicts in the column alone");
    case Rule::Kind::KeepBoth: return tr("keep both rows, %1's gets a new key").arg(moves);
    case Rule::Kind::SumOfDeltas: return tr("add up what both did to the column");
    case Rule::Kind::Renumber: return tr("give %1's row the next number in the column").arg(moves);
    }
    return {};
}

RulesModel::Action RulesModel::actionOf(const Rule &rule)
{
    Action action{.kind = rule.kind};
    if (rule.kind == Rule::Kind::TakeRow || rule.kind == Rule::Kind::TakeColumn)
        action.from = rule.from;
    if (rule.kind == Rule::Kind::KeepBoth || rule.kind == Rule::Kind::Renumber)
        action.moves = rule.moves;
    return action;
}

RulesModel::RulesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RulesModel::setRules(const QList<Rule> &rules)
{
    beginResetModel();
    m_rules = rules;
    m_counts.clear();
    endResetModel();
}

void RulesModel::append(const Rule &rule)
{
    beginInsertRows({}, int(m_rules.size()), int(m_rules.size()));
    m_rules.append(rule);
    endInsertRows();
    noteEdit();
}

void RulesModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rules.removeAt(row);
    endRemoveRows();
    noteEdit();
}

void RulesModel::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || to < 0 || row >= m_rules.size() || to >= m_rules.size())
        return;
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    m_rules.move(row, to);
    endMoveRows();
    noteEdit();
}

void RulesModel::setCounts(const QList<RuleCount> &counts)
{
    m_counts = counts;
    if (!m_rules.isEmpty())
        Q_EMIT dataChanged(index(0, RowsColumn), index(rowCount() - 1, RowsColumn));
}

void RulesModel::noteEdit()
{
    setCounts({});
    Q_EMIT edited();
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RulesModel::text(int row, Column column) const
{
    const Rule &rule = m_rules.at(row);
    switch (column) {
    case NameColumn: return rule.name;
    case ActionColumn: return actionText(actionOf(rule));
    case TableColumn: return rule.table;
    case ColumnColumn: return rule.column;
    case WhereColumn: return rule.where;
    case RowsColumn: {
        if (m_counts.size() != m_rules.size())
            return u"…"_s;
        const RuleCount &count = m_counts.at(row);
        return count.followed > 0 ? tr("%1 and %2 that belong to them").arg(count.decided).arg(count.followed)
                                  : QString::number(count.decided);
    }
    case ColumnCount: break;
    }
    return {};
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Rule &rule = m_rules.at(index.row());
    if (role == Qt::EditRole && index.column() == ActionColumn)
        return int(std::max<qsizetype>(0, allRuleActions().indexOf(actionOf(rule))));
    if (role == Qt::AccessibleTextRole)
        return tr("Rule %1: %2, tables %3, column %4, would decide %5")
            .arg(rule.name, actionText(actionOf(rule)), rule.table, rule.column,
                 text(index.row(), RowsColumn).toString());
    if (role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::ToolTipRole)
        return text(index.row(), Column(index.column()));
    return {};
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Rule"),   tr("What it does"),    tr("Tables"),
                       tr("Column"), tr("Only rows where"), tr("Rows it would decide")}
        .value(section);
}

Qt::ItemFlags RulesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != RowsColumn ? flags | Qt::ItemIsEditable : flags;
}

bool RulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    Rule &rule = m_rules[index.row()];
    const QString text = value.toString().trimmed();
    switch (Column(index.column())) {
    case NameColumn: rule.name = text; break;
    case ActionColumn: {
        const Action action = allRuleActions().value(value.toInt());
        rule.kind = action.kind;
        rule.from = action.from;
        rule.moves = action.moves;
        if (!action.usesColumn())
            rule.column.clear();
        break;
    }
    case TableColumn: rule.table = text.isEmpty() ? u"*"_s : text; break;
    case ColumnColumn: rule.column = text; break;
    case WhereColumn: rule.where = text; break;
    case RowsColumn:
    case ColumnCount: return false;
    }
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    noteEdit();
    return true;
}

} // namespace Rejoin

#include "models/schemamodel.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Rejoin {

SchemaModel::SchemaModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SchemaModel::show(const AlignedTable &table, Rows rows)
{
    beginResetModel();
    m_rows = schemaRows(table);
    m_changes = std::ranges::count_if(m_rows, &SchemaRow::isChanged);
    if (rows == Rows::Changed)
        m_rows.removeIf(std::not_fn(&SchemaRow::isChanged));
    endResetModel();
}

void SchemaModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_changes = 0;
    endResetModel();
}

int SchemaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SchemaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SchemaModel::text(const SchemaRow &row, Column column)
{
    const auto said = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
    switch (column) {
    case ObjectColumn: return row.object;
    case BaselineColumn: return said(row.says.baseline);
    case AColumn: return said(row.says.a);
    case BColumn: return said(row.says.b);
    case ChangeColumn: return row.change;
    case ColumnCount: break;
    }
    return {};
}

QVariant SchemaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SchemaRow &row = m_rows[index.row()];
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2: %3")
            .arg(row.object, headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 text(row, Column(index.column())));
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text(row, Column(index.column())))
                                                              : QVariant();
}

QVariant SchemaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Object"), tr("Baseline"), tr("A"), tr("B"), tr("Change")}.value(section);
}

} // namespace Rejoin

#include "ui/tableslist.h"

#include "ui/enginewords.h"
#include "ui/palette.h"
#include "ui/words.h"

#include <QFont>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

bool isCount(int column)
{
    return column >= TablesModel::OnlyAColumn && column <= TablesModel::UndecidedColumn;
}

Tint tintOfCell(int column, TableStage stage)
{
    switch (column) {
    case TablesModel::OnlyAColumn: return Tint::AChanged;
    case TablesModel::OnlyBColumn: return Tint::BChanged;
    case TablesModel::UndecidedColumn: return Tint::Conflict;
    case TablesModel::StageColumn:
        return stage == TableStage::Undecided || stage == TableStage::Failed || stage == TableStage::NotComparable
                   ? Tint::Conflict
                   : Tint::Plain;
    default: return Tint::Plain;
    }
}

} // namespace

TablesList::TablesList(TablesModel *tables, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_tables(tables)
{
    setSourceModel(tables);
    setSortRole(TablesModel::SortRole);
    setDynamicSortFilter(true);
}

void TablesList::setFilter(TableFilter filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool TablesList::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return !parent.isValid() && m_tables->accepts(row, m_filter);
}

QString TablesList::toolTip(int row) const
{
    const QModelIndex index = m_tables->index(row, 0);
    QStringList lines{Words::stageMeaning(m_tables->stage(row))};
    for (const int role : {int(TablesModel::ReasonRole), int(TablesModel::LimitsRole)}) {
        if (const QString text = m_tables->data(index, role).toString(); !text.isEmpty())
            lines.append(engineText(text));
    }
    return (lines + engineTexts(m_tables->data(index, TablesModel::FindingsRole).toStringList())).join(u'\n');
}

QString TablesList::spoken(int row) const
{
    const auto text = [this, row](int column) {
        return m_tables->data(m_tables->index(row, column), Qt::DisplayRole).toString();
    };
    return tr("%1, %2, %3 undecided")
        .arg(text(TablesModel::NameColumn), Words::stageMeaning(m_tables->stage(row)),
             text(TablesModel::UndecidedColumn));
}

QVariant TablesList::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    if (!source.isValid())
        return {};
    const TableStage stage = m_tables->stage(source.row());
    const bool isZero = isCount(source.column()) && m_tables->data(source, Qt::DisplayRole).toLongLong() == 0;
    switch (role) {
    case Qt::DisplayRole:
        if (source.column() == TablesModel::StageColumn)
            return Words::stage(stage);
        if (source.column() == TablesModel::KeyColumn && m_tables->data(source, role).toString().isEmpty())
            return tr("no key");
        if (source.column() == TablesModel::EvidenceColumn)
            return engineText(m_tables->data(source, role).toString());
        return isZero ? QVariant(u"·"_s) : m_tables->data(source, role);
    case Qt::ToolTipRole: return toolTip(source.row());
    case Qt::AccessibleTextRole:
        return source.column() == TablesModel::NameColumn ? QVariant(spoken(source.row()))
                                                          : data(index, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return isCount(source.column()) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ForegroundRole: {
        const Tint tint = tintOfCell(source.column(), stage);
        if (tint == Tint::Plain || isZero)
            return isZero ? QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText)) : QVariant();
        return tintColors(tint, QGuiApplication::palette()).accent;
    }
    default: return QSortFilterProxyModel::data(index, role);
    }
}

QVariant TablesList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return Words::column(TablesModel::Column(section));
    if (role == Qt::TextAlignmentRole)
        return int((isCount(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace Rejoin

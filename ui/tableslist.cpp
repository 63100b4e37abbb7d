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

void TablesList::setGrouping(TableGrouping grouping)
{
    m_grouping = grouping;
    invalidate();
}

bool TablesList::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto role = [this] {
        switch (m_grouping) {
        case TableGrouping::Schema: return int(TablesModel::SchemaRole);
        case TableGrouping::Stage: return int(TablesModel::StageRole);
        case TableGrouping::ParentsFirst: return int(TablesModel::DepthRole);
        case TableGrouping::None: break;
        }
        return -1;
    }();
    if (role < 0)
        return QSortFilterProxyModel::lessThan(left, right);
    const QVariant group = left.data(role);
    const QVariant other = right.data(role);
    if (group == other)
        return QSortFilterProxyModel::lessThan(left, right);
    // groups stand in one order, whichever way the rows within them do
    const bool isBefore = QVariant::compare(group, other) == QPartialOrdering::Less;
    return sortOrder() == Qt::AscendingOrder ? isBefore : !isBefore;
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

QString TablesList::progress(int row) const
{
    const QVariant percent = m_tables->data(m_tables->index(row, TablesModel::ProgressColumn), Qt::DisplayRole);
    return percent.isValid() ? tr("%1 %").arg(percent.toInt()) : u"·"_s;
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
        if (source.column() == TablesModel::ProgressColumn)
            return progress(source.row());
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
        return isCount(source.column()) || source.column() == TablesModel::ProgressColumn
                   ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                   : QVariant();
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

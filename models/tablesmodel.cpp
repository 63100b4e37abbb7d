#include "models/tablesmodel.h"

#include "diffcore/compare/tablecomparer.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

bool needsPerson(Outcome outcome)
{
    switch (outcome) {
    case Outcome::KeyCollision:
    case Outcome::CellConflict:
    case Outcome::DeleteUpdate:
    case Outcome::UpdateDelete:
    case Outcome::MissingUnknown:
    case Outcome::DriftedBefore: return true;
    case Outcome::Unchanged:
    case Outcome::OnlyA:
    case Outcome::OnlyB:
    case Outcome::Convergent:
    case Outcome::CellMerge: return false;
    }
    return false;
}

namespace {

qint64 count(const TableCounts &counts, bool (*matches)(Outcome))
{
    qint64 sum = 0;
    for (auto it = counts.outcomes.cbegin(); it != counts.outcomes.cend(); ++it)
        sum += matches(it.key()) ? it.value() : 0;
    return sum;
}

bool isConflict(Outcome outcome)
{
    return needsPerson(outcome) && outcome != Outcome::KeyCollision;
}

TableStage comparedStage(const TableStatus &status, const TableCounts &counts)
{
    if (counts.unresolved + counts.constraintConflicts > 0)
        return TableStage::Undecided;
    if (count(counts, needsPerson) > 0)
        return TableStage::Decided;
    if (differenceCount(counts) > 0)
        return TableStage::Different;
    return status.extent == TableStatus::Extent::Changes ? TableStage::NoChanges : TableStage::Identical;
}

} // namespace

qint64 differenceCount(const TableCounts &counts)
{
    return count(counts, [](Outcome outcome) { return outcome != Outcome::Unchanged; });
}

TableStage tableStage(const TableStatus &status, const TableCounts &counts)
{
    switch (status.state) {
    case TableStatus::State::Waiting: return TableStage::Waiting;
    case TableStatus::State::Comparing: return TableStage::Comparing;
    case TableStatus::State::Compared: return comparedStage(status, counts);
    case TableStatus::State::NotComparable: return TableStage::NotComparable;
    case TableStatus::State::Failed: return TableStage::Failed;
    case TableStatus::State::Cancelled: return TableStage::Partial;
    }
    return TableStage::Waiting;
}

TablesModel::TablesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<TablesModel::Shape> TablesModel::shapesOf(const Session *session)
{
    QList<Shape> shapes;
    if (!session || !session->hasComparison())
        return shapes;
    for (const AlignedTable &table : session->alignment().tables) {
        Shape shape{.name = table.name.display(), .key = {}, .schemaFindings = {}, .schema = table.name.schema};
        QStringList key;
        for (const int column : table.keyColumns)
            key.append(table.columns.at(column).name);
        shape.key = key.join(u", "_s);
        for (const SchemaDifference &difference : table.differences)
            shape.schemaFindings.append(difference.message);
        shapes.append(shape);
    }
    // as long as something changes, at most once for each table: references may go round in a circle
    const QList<Relation> &relations = session->alignment().relations;
    for (qsizetype pass = 0; pass < shapes.size(); ++pass) {
        bool isChanged = false;
        for (const Relation &relation : relations) {
            const int below = shapes[relation.parent].depth + 1;
            if (relation.child == relation.parent || shapes[relation.child].depth >= below)
                continue;
            shapes[relation.child].depth = below;
            isChanged = true;
        }
        if (!isChanged)
            break;
    }
    return shapes;
}

void TablesModel::takeProgress(const ProgressReport &report)
{
    if (report.total <= 0)
        return;
    for (int row = 0; row < rowCount(); ++row) {
        if (report.doing != comparingText(m_shapes[row].name) || stage(row) != TableStage::Comparing)
            continue;
        m_progress.insert(row, int(qBound(qint64(0), report.done * 100 / report.total, qint64(99))));
        Q_EMIT dataChanged(index(row, ProgressColumn), index(row, ProgressColumn));
        return;
    }
}

void TablesModel::show(const Session *session)
{
    QList<Shape> shapes = shapesOf(session);
    QList<TableStatus> statuses(shapes.size());
    QList<TableCounts> counts(shapes.size());
    if (!shapes.isEmpty()) {
        statuses = session->statuses().value_or(statuses);
        counts = session->counts().value_or(counts);
        statuses.resize(shapes.size());
        counts.resize(shapes.size());
    }
    if (shapes != m_shapes) {
        beginResetModel();
        m_progress.clear();
        m_shapes = std::move(shapes);
        m_statuses = std::move(statuses);
        m_counts = std::move(counts);
        endResetModel();
        return;
    }
    m_statuses = std::move(statuses);
    m_counts = std::move(counts);
    m_progress.removeIf([this](const auto &entry) { return stage(entry.key()) != TableStage::Comparing; });
    if (!m_shapes.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool TablesModel::accepts(int row, TableFilter filter) const
{
    const TableCounts &counts = m_counts.at(row);
    switch (filter) {
    case TableFilter::Undecided: return counts.unresolved + counts.constraintConflicts > 0;
    case TableFilter::Conflicts: return count(counts, needsPerson) + counts.constraintConflicts > 0;
    case TableFilter::Differences: return differenceCount(counts) > 0;
    case TableFilter::All: return true;
    }
    return true;
}

int TablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shapes.size());
}

int TablesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TablesModel::cell(int row, Column column) const
{
    const TableCounts &counts = m_counts.at(row);
    const auto outcomes = [&counts](Outcome outcome) { return counts.outcomes.value(outcome); };
    switch (column) {
    case NameColumn: return m_shapes.at(row).name;
    case KeyColumn: return m_shapes.at(row).key;
    case EvidenceColumn: return m_statuses.at(row).evidence;
    case OnlyAColumn: return outcomes(Outcome::OnlyA);
    case OnlyBColumn: return outcomes(Outcome::OnlyB);
    case MergedCellsColumn: return outcomes(Outcome::CellMerge);
    case CollisionsColumn: return outcomes(Outcome::KeyCollision);
    case ConflictsColumn: return count(counts, isConflict) + counts.constraintConflicts;
    case UndecidedColumn: return counts.unresolved + counts.constraintConflicts;
    case ProgressColumn: return m_progress.contains(row) ? QVariant(m_progress[row]) : QVariant();
    case StageColumn: return int(stage(row));
    case ColumnCount: break;
    }
    return {};
}

QVariant TablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const TableStatus &status = m_statuses.at(row);
    switch (role) {
    case Qt::DisplayRole: return index.column() == StageColumn ? QVariant() : cell(row, Column(index.column()));
    case SortRole: return cell(row, Column(index.column()));
    case StageRole: return int(stage(row));
    case ReasonRole: return status.reason;
    case LimitsRole: return status.limits;
    case FindingsRole: return m_shapes.at(row).schemaFindings + status.findings;
    case SchemaRole: return m_shapes.at(row).schema;
    case DepthRole: return m_shapes.at(row).depth;
    case UndecidedRole: return cell(row, UndecidedColumn);
    default: return {};
    }
}

} // namespace Rejoin

#include "models/rowsmodel.h"

#include "diffcore/merge/masking.h"

#include <utility>

namespace Rejoin {

RowsModel::RowsModel(RowsSource *source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
{
    layOut();
    connect(source, &RowsSource::aboutToReset, this, [this] { beginResetModel(); });
    connect(source, &RowsSource::reset, this, [this] {
        layOut();
        endResetModel();
    });
    connect(source, &RowsSource::aboutToGrow, this, [this](int first, int last) {
        m_grows = last >= first;
        if (m_grows)
            beginInsertRows({}, first, last);
    });
    connect(source, &RowsSource::grown, this, [this] {
        if (std::exchange(m_grows, false))
            endInsertRows();
    });
    connect(source, &RowsSource::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    connect(source, &RowsSource::columnsCounted, this,
            [this] { Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); });
}

void RowsModel::layOut()
{
    using Kind = Section::Kind;
    m_sections = {{.kind = Kind::Decision}, {.kind = Kind::Outcome}};
    m_firstCell = int(m_sections.size());
    const AlignedTable *table = m_source->table();
    if (!table)
        return;
    for (const int column : table->keyColumns)
        m_sections.append({.kind = Kind::Key, .face = Face::A, .column = column});
    m_firstCell = int(m_sections.size());
    for (const Face face : allFaces) {
        for (int column = 0; column < table->columns.size(); ++column) {
            if (!table->keyColumns.contains(column))
                m_sections.append({.kind = Kind::Cell, .face = face, .column = column});
        }
    }
}

int RowsModel::sectionOf(Face face, int column) const
{
    for (int at = 0; at < m_sections.size(); ++at) {
        const Section &section = m_sections.at(at);
        if (section.column == column && (section.kind == Section::Kind::Key || section.face == face))
            return at;
    }
    return -1;
}

RowsModel::Cell RowsModel::cell(const Difference &difference, Face face, int column) const
{
    const auto cellOf = [column](const std::optional<Row> &row) -> Cell {
        if (!row)
            return {};
        const Value value = row->value(column);
        return {value.isAbsent() ? CellKind::Absent : value.isNull() ? CellKind::Null : CellKind::Value, value};
    };
    switch (face) {
    case Face::Baseline: return cellOf(difference.rows.baseline);
    case Face::A: return cellOf(difference.rows.a);
    case Face::B: return cellOf(difference.rows.b);
    case Face::Merged: break;
    }
    const MergedFace merged = mergedFace(*m_source->table(), difference);
    if (merged.pending || merged.conflicting.contains(column))
        return {CellKind::Pending, {}};
    if (!difference.resolved || !m_source->isReference(column))
        return cellOf(merged.row);
    const auto previewed = m_source->preview()->rowOf(difference);
    return cellOf(previewed ? previewed : merged.row);
}

Value RowsModel::valueAt(int row, Face face, int column) const
{
    const Difference *difference = m_source->at(row);
    return difference ? cell(*difference, face, column).value : Value();
}

QString RowsModel::textAt(int row, Face face, int column) const
{
    return shown(valueAt(row, face, column), column).toText();
}

void RowsModel::setMaskedShown(bool shown)
{
    if (m_showsMasked == shown)
        return;
    m_showsMasked = shown;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool RowsModel::isHidden(int column) const
{
    return !m_showsMasked && m_source->table() && m_source->table()->columns.at(column).masked;
}

Value RowsModel::shown(const Value &value, int column) const
{
    return isHidden(column) ? shownValue(m_source->table()->columns.at(column), value) : value;
}

CellKind RowsModel::kindAt(int row, Face face, int column) const
{
    const Difference *difference = m_source->at(row);
    return difference ? cell(*difference, face, column).kind : CellKind::NoRow;
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_source->count();
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sections.size());
}

bool RowsModel::loses(const Difference &difference, const Section &section) const
{
    if (!difference.resolved || section.face == Face::Merged || section.face == Face::Baseline)
        return false;
    const Cell own = cell(difference, section.face, section.column);
    const Cell taken = cell(difference, Face::Merged, section.column);
    if (taken.kind == CellKind::Pending || std::holds_alternative<KeepBoth>(difference.decision.kind))
        return false;
    return own.kind != taken.kind || own.value != taken.value;
}

/// Under a key collision stand two rows: every cell is that of its own side.
CellState RowsModel::state(const Difference &difference, const Section &section) const
{
    if (difference.outcome != Outcome::KeyCollision)
        return cellState(*m_source->table(), difference, section.column);
    switch (section.face) {
    case Face::A: return CellState::ChangedA;
    case Face::B: return CellState::ChangedB;
    case Face::Baseline:
    case Face::Merged: break;
    }
    return CellState::Same;
}

QVariant RowsModel::cellData(const Difference &difference, const Section &section, int role) const
{
    const bool isKey = section.kind == Section::Kind::Key;
    switch (role) {
    case CellStateRole: return int(isKey ? CellState::Same : state(difference, section));
    case LosesRole: return !isKey && loses(difference, section);
    default: break;
    }
    const qsizetype keyAt = isKey ? m_source->table()->keyColumns.indexOf(section.column) : -1;
    const Cell own = isKey ? Cell{CellKind::Value, difference.key.values.value(keyAt)}
                           : cell(difference, section.face, section.column);
    switch (role) {
    case Qt::DisplayRole: return shown(own.value, section.column).toText().left(shownCharacters);
    case CellKindRole: return int(own.kind);
    case ValueRole: return QVariant::fromValue(shown(own.value, section.column));
    default: return {};
    }
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Difference *difference = m_source->at(index.row());
    if (!difference)
        return {};
    switch (role) {
    case DifferenceRole: return difference->id;
    case OutcomeRole: return int(difference->outcome);
    case DecisionRole: return QVariant::fromValue(difference->decision);
    case ResolvedRole: return difference->resolved;
    default: break;
    }
    const Section section = m_sections.at(index.column());
    return section.column < 0 ? QVariant() : cellData(*difference, section, role);
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || !m_source->table())
        return {};
    const int column = m_sections.value(section).column;
    return column < 0 ? QVariant() : m_source->table()->columns.at(column).name;
}

} // namespace Rejoin

#include "diffcore/merge/selfreference.h"

#include "diffcore/merge/rekey.h"

#include <algorithm>

namespace Rejoin {

namespace {

bool refersToItself(const std::optional<Row> &row, const Relation &relation)
{
    const QList<Value> reference = row ? valuesAt(*row, relation.childColumns) : QList<Value>();
    return !reference.isEmpty() && !hasGap(reference) && reference == valuesAt(*row, relation.parentColumns);
}

/// The server takes the reference away with the row.
bool goesAlong(const AlignedTable &table, const Relation &relation)
{
    const auto isOnDelete = [&](Side side) {
        if (!table.in[side])
            return false;
        return std::ranges::any_of(table.in[side]->deleteActions, [&](const DeleteAction &action) {
            return action.child == table.in[side]->name && std::ranges::all_of(relation.childColumns, [&](int column) {
                       return table.columns[column].in[side] &&
                              action.columns.contains(table.columns[column].in[side]->name);
                   });
        });
    };
    return std::ranges::all_of(bothSides, isOnDelete);
}

/// A reference of the operation's row to itself, and the values that it refers to come, go or change.
bool isInTheWay(const RowOperation &operation, const AlignedTable &table, const Relation &relation)
{
    if (!refersToItself(operation.before, relation) && !refersToItself(operation.after, relation))
        return false;
    if (operation.kind != RowOperation::Kind::Update)
        return !goesAlong(table, relation);
    return valuesAt(*operation.before, relation.parentColumns) != valuesAt(*operation.after, relation.parentColumns);
}

class Splitter
{
public:
    explicit Splitter(const QList<int> &columns)
        : m_columns(columns)
    {
    }

    [[nodiscard]] QList<RowOperation> parts(const RowOperation &whole) const
    {
        RowOperation middle = whole;
        middle.before = emptied(whole.before);
        middle.after = emptied(whole.after);
        middle.columns.removeIf([this](int column) { return m_columns.contains(column); });
        QList<RowOperation> parts;
        if (middle.before != whole.before)
            parts.append(update(whole, whole.before, middle.before));
        parts.append(middle);
        if (middle.after != whole.after)
            parts.append(update(whole, middle.after, whole.after));
        return parts;
    }

private:
    [[nodiscard]] std::optional<Row> emptied(std::optional<Row> row) const
    {
        for (const int column : m_columns) {
            if (row && row->at(column).isPresent())
                (*row)[column] = Value::null();
        }
        return row;
    }

    [[nodiscard]] RowOperation update(const RowOperation &whole, const std::optional<Row> &before,
                                      const std::optional<Row> &after) const
    {
        RowOperation update = whole;
        update.kind = RowOperation::Kind::Update;
        update.before = before;
        update.after = after;
        update.columns = m_columns;
        return update;
    }

    const QList<int> &m_columns; ///< that are empty meanwhile
};

} // namespace

Result<QList<RowOperation>> apartFromThemselves(const Alignment &alignment, QList<RowOperation> operations)
{
    QHash<int, QList<const Relation *>> relations;
    for (const Relation &relation : alignment.relations) {
        if (relation.declared && relation.child == relation.parent)
            relations[relation.child].append(&relation);
    }
    if (relations.isEmpty())
        return operations;
    QList<RowOperation> apart;
    apart.reserve(operations.size());
    for (RowOperation &operation : operations) {
        const AlignedTable &table = alignment.tables[operation.table];
        QList<int> columns;
        for (const Relation *relation : relations.value(operation.table)) {
            if (!isInTheWay(operation, table, *relation))
                continue;
            const auto canBeEmpty = [&](int column) {
                return table.columns[column].definition().nullable && !table.keyColumns.contains(column) &&
                       !relation->parentColumns.contains(column);
            };
            const auto column = std::ranges::find_if(relation->childColumns, canBeEmpty);
            if (column == relation->childColumns.end())
                return fail(ErrorCode::Unsupported,
                            QStringLiteral("no order of operations gets %1 past the constraints")
                                .arg(table.describeKey(operation.key)));
            if (!columns.contains(*column))
                columns.append(*column);
        }
        if (columns.isEmpty())
            apart.append(std::move(operation));
        else
            apart.append(Splitter(columns).parts(operation));
    }
    return apart;
}

} // namespace Rejoin

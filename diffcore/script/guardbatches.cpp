#include "diffcore/script/guardbatches.h"

#include <algorithm>

namespace Rejoin {

namespace {

/// The server would change other rows of the same table when one of its rows goes: what goes with it was not there any
/// more had the operations been looked at one by one.
bool refersToItself(const Table &table)
{
    return std::ranges::any_of(table.deleteActions,
                               [&](const DeleteAction &action) { return action.child == table.name; });
}

bool touchesUnique(const RowChange &change)
{
    return std::ranges::any_of(change.table->uniqueKeys, [&](const Key &unique) {
        return std::ranges::any_of(change.after, [&](const auto &cell) { return unique.columns.contains(cell.first); });
    });
}

/// Its precondition may hang on another operation of the batch.
bool standsAlone(const RowChange &change)
{
    switch (change.kind) {
    case RowChange::Kind::Insert: return change.key.isEmpty();
    case RowChange::Kind::Update: return change.key.isEmpty() || touchesUnique(change);
    case RowChange::Kind::Delete: return change.key.isEmpty() || refersToItself(*change.table);
    }
    Q_UNREACHABLE_RETURN(true);
}

std::function<bool(const RowChange &)> aloneWhere(Guarding guarding)
{
    return [guarding](const RowChange &change) { return guarding == Guarding::EachRow || standsAlone(change); };
}

} // namespace

ListRuns guardRuns(Guarding guarding, qsizetype rowsPerList)
{
    return ListRuns(aloneWhere(guarding), rowsPerList);
}

QList<QList<RowChange>> guardBatches(const QList<RowChange> &changes, Guarding guarding, qsizetype rowsPerList)
{
    return listRuns(changes, aloneWhere(guarding), rowsPerList);
}

} // namespace Rejoin

#include "diffcore/script/guardbatches.h"

#include <QSet>

#include <algorithm>

namespace Rejoin {

namespace {

constexpr qsizetype rowsPerBatch = 100;

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

QList<Value> keyOf(const RowChange &change)
{
    QList<Value> key;
    for (const auto &cell : change.key)
        key += cell.second;
    return key;
}

} // namespace

QList<QList<RowChange>> guardBatches(const QList<RowChange> &changes, Guarding guarding)
{
    QList<QList<RowChange>> batches;
    QSet<QList<Value>> keys;
    for (const RowChange &change : changes) {
        const RowChange *last = batches.isEmpty() ? nullptr : &batches.constLast().constLast();
        const bool joins = guarding == Guarding::Batches && last && last->kind == change.kind &&
                           last->table == change.table && batches.constLast().size() < rowsPerBatch &&
                           !standsAlone(*last) && !standsAlone(change) && !keys.contains(keyOf(change));
        if (!joins) {
            batches.emplaceBack();
            keys.clear();
        }
        batches.last().append(change);
        keys.insert(keyOf(change));
    }
    return batches;
}

} // namespace Rejoin

#pragma once

#include "diffcore/base/result.h"
#include "diffcore/compare/difference.h"
#include "diffcore/merge/reservation.h"
#include "diffcore/schema/alignment.h"

#include <QHash>

namespace Rejoin {

/// How far the numbers of a series are on A and B, rows that are no differences among them.
struct NumberSeries
{
    QString table; ///< display name
    QString column;
    QString series; ///< see NumberTemplate
    qint64 highest = 0;

    friend bool operator==(const NumberSeries &, const NumberSeries &) = default;
};

/// Everything the merge is computed from. Computing writes nothing and asks no server.
struct MergeInput
{
    Alignment alignment;
    QList<Difference> differences;                ///< all of the session, by table and key
    QList<PerVersion<GeneratorState>> generators; ///< by table index
    QList<QList<NumberBlock>> reserved;           ///< by table index: numbers that new keys are taken from first
    QList<NumberSeries> series;                   ///< of the columns that the project's rules write anew
};

/// A row of the merged state that differs from what a server has, and where it stands now.
struct Entity
{
    int table = -1;
    qint64 difference = 0;             ///< id of the session's record that it comes from
    PerSide<std::optional<RowKey>> at; ///< its key on each server today; nothing = not there
    std::optional<RowKey> key;         ///< its key in the merged state
    std::optional<Row> row;            ///< nothing = deleted
};

/// One row that got another key.
struct KeyMapEntry
{
    Side server = Side::B;
    int table = -1;
    RowKey oldKey;
    RowKey newKey;
    qint64 difference = 0;
    /// Not the row's key but its number in this column: the keys above are that number alone.
    int column = -1;
};

/// "orders order_id=1001", "orders order_no=ORD-118".
[[nodiscard]] QString describeOld(const AlignedTable &table, const KeyMapEntry &entry);
[[nodiscard]] QString describeNew(const AlignedTable &table, const KeyMapEntry &entry);

/// Baseline with every decision carried out: one state, the same for both servers. Deterministic.
struct MergedState
{
    QList<Entity> entities;    ///< by table, then by difference
    QList<KeyMapEntry> keyMap; ///< by table, then by old key
    QList<qint64> unresolved;  ///< differences that no decision settles
    QList<qint64> skipped;     ///< each server keeps its own
};

[[nodiscard]] MergedState mergedState(const MergeInput &input);

} // namespace Rejoin

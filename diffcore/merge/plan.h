#pragma once

#include "diffcore/merge/mergedstate.h"

namespace Rejoin {

/// One step of a plan: a slot (a key of the target) goes from `before` to `after`.
struct RowOperation
{
    enum class Kind : quint8 { Insert, Update, Delete };
    Kind kind = Kind::Update;
    int table = -1;
    RowKey key;
    std::optional<Row> before; ///< nothing = the slot is free
    std::optional<Row> after;  ///< nothing = it becomes free
    QList<int> columns;        ///< update: the columns that change
    qint64 difference = 0;     ///< the record that it comes from
    qint64 copies = 0;         ///< keyless: equal rows on the target before this operation
    int atOnce = 0; ///< operations of one number, which follow one another, happen in one statement; 0 = by itself
};

/// A generator that must stand at or above `lastGiven` after the merge.
struct GeneratorSetting
{
    int table = -1;
    int column = -1;
    qint64 lastGiven = 0;
    std::optional<qint64> before;
};

/// The ordered operations that bring one target from its own state to the merged one. A value; it writes nothing.
struct Plan
{
    Side target = Side::A;
    QList<RowOperation> operations;
    QList<GeneratorSetting> generators;
    QList<KeyMapEntry> keyMap;
    /// No order satisfies the foreign keys: the script must do without the server's checks, and prove them at its end.
    bool foreignKeysOff = false;
};

/// When the server looks at foreign keys.
enum class ForeignKeyTiming : quint8 {
    Immediate, ///< with each row
    Statement, ///< at the end of a statement, which can carry out several operations (RowOperation::atOnce)
    Deferred,  ///< at the commit: the order is a wish, not a must
};

/// Orders the slot differences: children go before parents are deleted, parents come before children, unique values
/// are freed before they are taken (chains and swaps get through a free value in between). Deterministic.
/// Fails with Undecided, or Unsupported where no order exists.
[[nodiscard]] Result<Plan> makePlan(const MergeInput &input, const MergedState &merged, Side target,
                                    ForeignKeyTiming timing);

/// The same steps backwards.
[[nodiscard]] Plan undoOf(const Plan &plan);

} // namespace Rejoin

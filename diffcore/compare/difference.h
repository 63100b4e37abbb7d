#pragma once

#include "diffcore/base/side.h"
#include "diffcore/compare/outcome.h"
#include "diffcore/merge/decision.h"
#include "diffcore/value/value.h"

#include <QDateTime>
#include <optional>

namespace Rejoin {

/// What the evidence says of the baseline of one key.
struct Knowledge
{
    /// True: `row` is the baseline's (nothing = there was none). False: only `changes` are known, Unknown where not.
    bool baselineKnown = false;
    std::optional<Row> row;
    PerSide<Change> changes{Change::Unknown, Change::Unknown};
    /// When a side wrote its row since the split, as the server itself noted; invalid where it does not tell. UTC.
    PerSide<QDateTime> written = {};
};

/// One key whose rows need the merge's attention: the record of the session.
struct Difference
{
    qint64 id = 0;  ///< in the session; 0 = not yet there
    int table = -1; ///< index into Alignment::tables
    RowKey key;
    Outcome outcome = Outcome::Unchanged;
    PerVersion<std::optional<Row>> rows; ///< nothing = no such row
    PerSide<Change> changes;
    bool baselineKnown = true;
    /// When a side wrote its row after the servers parted, by the evidence or else by a column of the row that notes
    /// it; invalid where neither tells. UTC.
    PerSide<QDateTime> written = {};
    /// A and B are equal in every digit, or in those of a reference, but the digits are a key that names two rows: they
    /// may be two rows, or mean two. See "Equal is not the same" in merge/rekey.h.
    bool entangled = false;
    Decision decision;
    bool resolved = false; ///< the decision settles the row
};

} // namespace Rejoin

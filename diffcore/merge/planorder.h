#pragma once

#include "diffcore/merge/plan.h"

namespace Rejoin {

/// Puts operations into an order that no constraint of the target refuses on the way: a topological order of
///
/// - unique keys: who frees a value goes before who takes it;
/// - foreign keys: a parent comes before what refers to it, and goes after what referred to it;
///
/// and among those that are free, deletes (children first), updates, inserts (parents first), by table and key.
/// A cycle of unique values gets a free value in between (a second update of the same row), unless foreign keys that
/// are looked at meanwhile refer to them. A cycle of foreign keys is left to the commit where they are deferred; else a
/// nullable reference is set afterwards; else the operations happen at once, where the server can do that. A value that
/// goes from one row to another while others may refer to it is such a cycle, too.
/// Fails with Unsupported where neither helps, naming the row. Deterministic.
[[nodiscard]] Result<QList<RowOperation>> orderOperations(const Alignment &alignment, QList<RowOperation> operations,
                                                          ForeignKeyTiming timing);

} // namespace Rejoin

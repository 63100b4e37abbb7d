#pragma once

#include "diffcore/merge/plan.h"

namespace Rejoin {

/// For servers that look at foreign keys with each row. They refuse to take a row away, or the values that are referred
/// to out of it, where it refers to itself: the reference stands until the row is gone. Such an operation becomes
/// several, one behind the other: the reference is emptied, the row goes or changes, a new reference is set; so does
/// one whose undoing would be refused, an insert. Fails with Unsupported, naming the row, where the reference cannot be
/// empty.
[[nodiscard]] Result<QList<RowOperation>> apartFromThemselves(const Alignment &alignment,
                                                              QList<RowOperation> operations);

} // namespace Rejoin

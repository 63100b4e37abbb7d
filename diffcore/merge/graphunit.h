#pragma once

#include "diffcore/merge/mergedstate.h"

#include <QSet>

namespace Rejoin {

/// What belongs to rows through foreign keys and given relations, through any depth (an order: its lines, its
/// payments), and is decided with them. By index of MergeInput::differences, the rows themselves left out.
///
/// A row belongs to another where it refers to it on A, on B or in the baseline. A row with a conflict of its own (both
/// servers changed or deleted it), or that a person or a rule decided, stays as it is, and what belongs to it, too.
/// References of a table to itself are no belonging: a manager does not take his people along.
[[nodiscard]] QList<int> unitOf(const MergeInput &input, const QSet<int> &rows);

} // namespace Rejoin

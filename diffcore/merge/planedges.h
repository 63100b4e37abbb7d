#pragma once

#include <QList>

namespace Rejoin {

/// Why an operation of a plan waits for another one.
enum class EdgeKind : quint8 {
    Unique,      ///< a value is freed, then taken
    ParentComes, ///< a parent comes, then what refers to it
    ChildLeaves, ///< a child leaves, then its parent goes
    ValueStays,  ///< a value that others may refer to is on its new row, then goes from its old one
};

struct PlanEdge
{
    int to; ///< the operation that waits
    EdgeKind kind;
    /// ParentComes and ChildLeaves: by a reference that can be empty for a while.
    bool canWait = false;
};

/// By the index of the operation that goes first.
using PlanEdges = QList<QList<PlanEdge>>;

/// Operations that wait for each other, and for no others that are not done; ascending. Empty where all are done.
[[nodiscard]] QList<int> firstCycle(const PlanEdges &edges, const QList<bool> &done);
/// The operations of a group, who frees a unique value before who takes it, by index among those that are free; empty
/// where that goes round in a circle.
[[nodiscard]] QList<int> inUniqueOrder(const PlanEdges &edges, const QList<int> &group);

} // namespace Rejoin

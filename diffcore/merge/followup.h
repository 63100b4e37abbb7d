#pragma once

#include "diffcore/merge/mergedstate.h"

#include <QSet>

namespace Rejoin {

/// What follows from decisions for rows that belong to the decided ones.
class FollowUp
{
public:
    explicit FollowUp(MergeInput &input);

    /// Gives the undecided relatives of the rows at `decided` (indexes of MergeInput::differences) their decisions, in
    /// `input` itself; returns the indexes of those rows.
    [[nodiscard]] QSet<int> follow(const QSet<int> &decided);
    /// Opens again what is decided and conflicts in the merged state, keeps the cells that were chosen, and returns the
    /// indexes of those rows.
    [[nodiscard]] QSet<int> reopen(const MergedState &merged);

private:
    [[nodiscard]] QList<int> undecidedChildren(int index) const;
    [[nodiscard]] bool followParent(int child, const Decision &parent);

    MergeInput &m_input;
    QList<PerSide<QHash<QList<Value>, QList<int>>>> m_openChildren; ///< by relation, by what they refer to
};

} // namespace Rejoin

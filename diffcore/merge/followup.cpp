#include "diffcore/merge/followup.h"

#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/rekey.h"
#include "diffcore/merge/suggestion.h"

namespace Rejoin {

namespace {

bool mayFollow(const Difference &difference)
{
    return !difference.resolved && (difference.entangled || difference.outcome == Outcome::KeyCollision);
}

} // namespace

FollowUp::FollowUp(MergeInput &input)
    : m_input(input)
    , m_openChildren(input.alignment.relations.size())
{
    for (int relation = 0; relation < input.alignment.relations.size(); ++relation) {
        const Relation &link = input.alignment.relations[relation];
        for (int i = 0; i < input.differences.size(); ++i) {
            if (input.differences[i].table != link.child || !mayFollow(input.differences[i]))
                continue;
            for (const Side side : bothSides) {
                const std::optional<Row> &row = input.differences[i].rows[side];
                const QList<Value> tuple = row ? valuesAt(*row, link.childColumns) : QList<Value>();
                if (!tuple.isEmpty() && !hasGap(tuple))
                    m_openChildren[relation][side][tuple].append(i);
            }
        }
    }
}

QList<int> FollowUp::undecidedChildren(int index) const
{
    QSet<int> children;
    const Difference &parent = m_input.differences[index];
    for (int relation = 0; relation < m_openChildren.size(); ++relation) {
        const Relation &link = m_input.alignment.relations[relation];
        if (link.parent != parent.table)
            continue;
        for (const Side side : bothSides) {
            if (!parent.rows[side])
                continue;
            for (const int child :
                 m_openChildren[relation][side].value(valuesAt(*parent.rows[side], link.parentColumns)))
                children.insert(child);
        }
    }
    QList<int> sorted = children.values();
    std::ranges::sort(sorted);
    return sorted;
}

bool FollowUp::followParent(int child, const Decision &parent)
{
    Difference &difference = m_input.differences[child];
    if (difference.resolved)
        return false;
    Decision decision;
    decision.origin = parent.origin;
    decision.rule = parent.rule;
    decision.by = parent.by;
    decision.at = parent.at;
    const auto *same = std::get_if<SameEntity>(&parent.kind);
    const auto *both = std::get_if<KeepBoth>(&parent.kind);
    if (both || (same && same->of)) {
        if (difference.outcome != Outcome::KeyCollision)
            return false; // a cell conflict asks whose reference is meant
        decision.kind = KeepBoth{both ? both->moves : *same->of};
        decision.reason = QStringLiteral("belongs to a row that is two rows");
    } else {
        if (!difference.entangled || parent.isUnresolved() || std::holds_alternative<Skip>(parent.kind))
            return false;
        const bool isEqual = difference.rows.a == difference.rows.b;
        if (!conflictingColumns(m_input.alignment.tables[difference.table], difference).isEmpty())
            return false; // other cells conflict, too
        decision.kind = isEqual ? DecisionKind(Take{Version::A}) : DecisionKind(Cells{});
        decision.reason = isEqual
                              ? QStringLiteral("the same on both, and what it belongs to is one row")
                              : QStringLiteral("A and B changed different columns, and what it refers to is one row");
    }
    difference.decision = decision;
    difference.resolved = true;
    return true;
}

QSet<int> FollowUp::follow(const QSet<int> &decided)
{
    QSet<int> followed;
    QList<int> queue = decided.values();
    std::ranges::sort(queue);
    while (!queue.isEmpty()) {
        const int index = queue.takeFirst();
        const Difference &parent = m_input.differences[index];
        if (!parent.resolved || parent.outcome != Outcome::KeyCollision)
            continue;
        for (const int child : undecidedChildren(index)) {
            if (child != index && followParent(child, parent.decision)) {
                followed.insert(child);
                queue.append(child);
            }
        }
    }
    return followed;
}

QSet<int> FollowUp::reopen(const MergedState &merged)
{
    const QSet<qint64> open(merged.unresolved.begin(), merged.unresolved.end());
    QSet<int> reopened;
    for (int i = 0; i < m_input.differences.size(); ++i) {
        Difference &difference = m_input.differences[i];
        if (!difference.resolved || !open.contains(difference.id))
            continue;
        const bool both = std::holds_alternative<KeepBoth>(difference.decision.kind);
        const auto *cells = std::get_if<Cells>(&difference.decision.kind);
        if (!cells || cells->choices.isEmpty()) // cells that were chosen stay, for the others to come
            difference.decision = {};
        difference.decision.reason = both ? QStringLiteral("both cannot stay: what the key refers to is one row")
                                          : QStringLiteral("a key in it names two rows, so A and B differ");
        difference.resolved = false;
        reopened.insert(i);
    }
    return reopened;
}

} // namespace Rejoin

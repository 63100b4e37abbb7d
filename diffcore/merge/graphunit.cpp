#include "diffcore/merge/graphunit.h"

#include "diffcore/merge/rekey.h"

namespace Rejoin {

namespace {

bool isItsOwn(const Difference &difference)
{
    switch (difference.decision.origin) {
    case Decision::Origin::Automatic: break;
    case Decision::Origin::Suggestion:
    case Decision::Origin::Rule:
    case Decision::Origin::Person:
        if (difference.resolved)
            return true;
        break;
    }
    return !difference.resolved &&
           (difference.outcome == Outcome::CellConflict || difference.outcome == Outcome::DeleteUpdate ||
            difference.outcome == Outcome::UpdateDelete);
}

/// The rows of a relation's child by what they refer to in each version.
using References = PerVersion<QMultiHash<QList<Value>, int>>;

References referencesOf(const MergeInput &input, const Relation &relation)
{
    References references;
    for (int i = 0; i < input.differences.size(); ++i) {
        const Difference &difference = input.differences[i];
        if (difference.table != relation.child || isItsOwn(difference))
            continue;
        for (const Version version : allVersions) {
            const std::optional<Row> &row = difference.rows[version];
            const QList<Value> tuple = row ? valuesAt(*row, relation.childColumns) : QList<Value>();
            if (!tuple.isEmpty() && !hasGap(tuple))
                references[version].insert(tuple, i);
        }
    }
    return references;
}

} // namespace

QList<int> unitOf(const MergeInput &input, const QSet<int> &rows)
{
    QHash<int, References> references; // by relation, made where it is needed
    QSet<int> found;
    QList<int> queue = rows.values();
    while (!queue.isEmpty()) {
        const Difference &parent = input.differences[queue.takeFirst()];
        for (int i = 0; i < input.alignment.relations.size(); ++i) {
            const Relation &relation = input.alignment.relations[i];
            if (relation.parent != parent.table || relation.child == relation.parent)
                continue;
            if (!references.contains(i))
                references.insert(i, referencesOf(input, relation));
            for (const Version version : allVersions) {
                if (!parent.rows[version])
                    continue;
                const QList<Value> tuple = valuesAt(*parent.rows[version], relation.parentColumns);
                for (const int child : references[i][version].values(tuple)) {
                    if (rows.contains(child) || found.contains(child))
                        continue;
                    found.insert(child);
                    queue.append(child);
                }
            }
        }
    }
    QList<int> sorted = found.values();
    std::ranges::sort(sorted);
    return sorted;
}

} // namespace Rejoin

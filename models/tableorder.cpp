#include "models/tableorder.h"

#include <QSet>

#include <algorithm>

namespace Rejoin {

namespace {

/// Parents that are not in `placed` yet.
bool waits(const Alignment &alignment, int table, const QSet<int> &placed)
{
    return std::ranges::any_of(alignment.relations, [&](const Relation &relation) {
        return relation.child == table && relation.parent != table && !placed.contains(relation.parent);
    });
}

} // namespace

QList<int> parentsFirst(const Alignment &alignment)
{
    QList<int> order;
    QSet<int> placed;
    const int count = int(alignment.tables.size());
    while (order.size() < count) {
        QList<int> ready;
        for (int table = 0; table < count; ++table) {
            if (!placed.contains(table) && !waits(alignment, table, placed))
                ready.append(table);
        }
        for (int table = 0; ready.isEmpty() && table < count; ++table) {
            if (!placed.contains(table))
                ready.append(table); // a cycle: the first of it goes on
        }
        order += ready;
        placed.unite(QSet<int>(ready.cbegin(), ready.cend()));
    }
    return order;
}

} // namespace Rejoin

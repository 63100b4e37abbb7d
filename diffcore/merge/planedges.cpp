#include "diffcore/merge/planedges.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <set>

namespace Rejoin {

namespace {

QList<int> reachable(const PlanEdges &edges, int start, QList<bool> &reached)
{
    QList<int> found{start};
    reached[start] = true;
    for (qsizetype next = 0; next < found.size(); ++next) {
        for (const PlanEdge &edge : edges[found[next]]) {
            if (!reached[edge.to]) {
                reached[edge.to] = true;
                found.append(edge.to);
            }
        }
    }
    return found;
}

} // namespace

QList<int> firstCycle(const PlanEdges &edges, const QList<bool> &done)
{
    QList<QList<int>> waitsFor(edges.size());
    QList<bool> reached = done;
    int last = -1; // only what it reaches itself reaches it
    for (int start = 0; start < edges.size(); ++start) {
        if (reached[start])
            continue;
        last = start;
        for (const int index : reachable(edges, start, reached)) {
            for (const PlanEdge &edge : edges[index]) {
                if (!done[edge.to])
                    waitsFor[edge.to].append(index);
            }
        }
    }
    QList<int> cycle;
    QSet<int> known;
    const auto add = [&](int index) {
        if (!known.contains(index)) {
            known.insert(index);
            cycle.append(index);
        }
    };
    if (last >= 0)
        add(last);
    for (qsizetype next = 0; next < cycle.size(); ++next) {
        for (const int index : std::as_const(waitsFor[cycle[next]]))
            add(index);
    }
    std::ranges::sort(cycle);
    return cycle;
}

QList<int> inUniqueOrder(const PlanEdges &edges, const QList<int> &group)
{
    const QSet<int> members(group.begin(), group.end());
    QHash<int, int> before;
    for (const int index : group) {
        for (const PlanEdge &edge : edges[index])
            before[edge.to] += edge.kind == EdgeKind::Unique ? 1 : 0;
    }
    std::set<int> free;
    for (const int index : group) {
        if (before.value(index) == 0)
            free.insert(index);
    }
    QList<int> ordered;
    while (!free.empty()) {
        const int index = *free.begin();
        free.erase(free.begin());
        ordered.append(index);
        for (const PlanEdge &edge : edges[index]) {
            if (edge.kind == EdgeKind::Unique && --before[edge.to] == 0 && members.contains(edge.to))
                free.insert(edge.to);
        }
    }
    return ordered.size() == group.size() ? ordered : QList<int>();
}

} // namespace Rejoin

#include "diffcore/schema/nearestname.h"

#include <algorithm>

namespace Rejoin {

/// Levenshtein's distance: how many letters must be put in, left out or replaced.
static qsizetype spellingDistance(const QString &left, const QString &right)
{
    QList<qsizetype> distances(right.size() + 1);
    std::ranges::generate(distances, [next = qsizetype(0)]() mutable { return next++; });
    for (qsizetype i = 0; i < left.size(); ++i) {
        qsizetype diagonal = distances[0];
        distances[0] = i + 1;
        for (qsizetype j = 0; j < right.size(); ++j) {
            const qsizetype replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = distances[j + 1];
            distances[j + 1] = std::min({replaced, diagonal + 1, distances[j] + 1});
        }
    }
    return distances.last();
}

QString nearestName(const QString &mistyped, const QStringList &names)
{
    const auto distance = [&](const QString &name) { return spellingDistance(mistyped.toLower(), name.toLower()); };
    const auto nearest = std::ranges::min_element(names, {}, distance);
    return nearest == names.end() ? QString() : *nearest;
}

QString didYouMean(const QString &mistyped, const QStringList &names)
{
    const QString nearest = nearestName(mistyped, names);
    return nearest.isEmpty() ? QString() : QStringLiteral("Did you mean %1?").arg(nearest);
}

} // namespace Rejoin

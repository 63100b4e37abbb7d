#include "diffcore/compare/filteredkeys.h"

#include "diffcore/compare/classifier.h"

#include <QSet>

namespace Rejoin {

FilteredKeys::FilteredKeys(KeySource &source, const AlignedTable &table, PerSide<RowFetcher *> from, Saw saw)
    : m_source(source)
    , m_table(table)
    , m_from(from)
    , m_saw(saw)
{
}

Result<QList<Candidate>> FilteredKeys::next()
{
    for (;;) {
        REJOIN_TRY_VALUE(candidates, m_source.next());
        if (candidates.isEmpty() || !m_table.isFiltered())
            return candidates;
        REJOIN_TRY(m_saw == Saw::Filtered ? addHidden(candidates) : dropOthers(candidates));
        if (!candidates.isEmpty())
            return candidates;
    }
}

/// Fetches the rows that a side's own condition hides. Keys that turn out to be alike are no candidates, unless a
/// server hands them out: both may have done so.
Result<void> FilteredKeys::addHidden(QList<Candidate> &candidates)
{
    for (const Side side : bothSides) {
        QHash<RowKey, qsizetype> missing;
        for (qsizetype i = 0; i < candidates.size() && !m_table.filters[side].isEmpty(); ++i) {
            if (candidates[i].rows && !(*candidates[i].rows)[side])
                missing.insert(candidates[i].key, i);
        }
        if (missing.isEmpty())
            continue;
        REJOIN_TRY_VALUE(rows, m_from[side]->withKeys(missing.keys()));
        for (const Row &row : std::as_const(rows)) {
            if (const auto at = missing.constFind(m_table.keyOf(row)); at != missing.constEnd())
                (*candidates[*at].rows)[side] = row;
        }
    }
    candidates.removeIf([&](const Candidate &candidate) {
        return m_table.generatedKeyColumn() < 0 && candidate.rows && candidate.rows->a && candidate.rows->b &&
               differingColumns(m_table, *candidate.rows->a, *candidate.rows->b).isEmpty();
    });
    return {};
}

Result<void> FilteredKeys::dropOthers(QList<Candidate> &candidates)
{
    QList<RowKey> keys;
    for (const Candidate &candidate : std::as_const(candidates))
        keys.append(candidate.key);
    QSet<RowKey> inQuestion;
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(through, m_from[side]->letThrough(keys));
        inQuestion.unite({through.begin(), through.end()});
    }
    candidates.removeIf([&](const Candidate &candidate) { return !inQuestion.contains(candidate.key); });
    return {};
}

} // namespace Rejoin

#include "diffcore/compare/knownkeys.h"

#include "diffcore/compare/rowfetcher.h"

#include <algorithm>

namespace Rejoin {

KnownKeys::KnownKeys(QList<RowKey> keys)
    : m_keys(std::move(keys))
{
    std::ranges::sort(m_keys);
}

Result<QList<RowKey>> KnownKeys::page(Side side, const std::optional<QList<Value>> &after, int limit)
{
    if (side == Side::B) // one list for both
        return QList<RowKey>();
    const auto from = after ? std::ranges::upper_bound(m_keys, RowKey{*after}) : m_keys.begin();
    return m_keys.mid(from - m_keys.begin(), limit);
}

Result<QSet<RowKey>> KnownKeys::among(Side, const QList<RowKey> &keys)
{
    QSet<RowKey> known;
    for (const RowKey &key : keys) {
        if (std::ranges::binary_search(m_keys, key))
            known.insert(key);
    }
    return known;
}

KnownAlike::KnownAlike(QList<RowKey> keys, const AlignedTable &table, PerSide<RowFetcher *> from, int pageRows)
    : m_keys(std::move(keys))
    , m_table(table)
    , m_from(from)
    , m_pageRows(std::max(1, pageRows))
{
}

Result<QList<Candidate>> KnownAlike::next()
{
    while (!m_keys.isEmpty()) {
        const QList<RowKey> keys = m_keys.first(std::min<qsizetype>(m_pageRows, m_keys.size()));
        m_keys.remove(0, keys.size());
        QHash<RowKey, PerSide<std::optional<Row>>> rows;
        for (const Side side : bothSides) {
            REJOIN_TRY_VALUE(found, m_from[side]->withKeys(keys));
            for (const Row &row : std::as_const(found))
                rows[m_table.keyOf(row)][side] = row;
        }
        QList<Candidate> candidates;
        for (const RowKey &key : keys) {
            if (rows.contains(key)) // one that went on both differs in nothing
                candidates.append({key, rows.value(key)});
        }
        if (!candidates.isEmpty())
            return candidates;
    }
    return QList<Candidate>();
}

} // namespace Rejoin

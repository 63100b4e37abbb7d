#include "diffcore/compare/listedkeys.h"

#include "diffcore/compare/classifier.h"

#include <algorithm>

namespace Rejoin {

ListedKeys::ListedKeys(KeyList &list, const AlignedTable &table, PerSide<RowFetcher *> from, int pageRows)
    : m_list(list)
    , m_table(table)
    , m_from(from)
    , m_pageRows(std::max(1, pageRows))
{
    Q_ASSERT(!table.isKeyless());
}

Result<QList<Candidate>> ListedKeys::next()
{
    while (!m_atEnd) {
        REJOIN_TRY_VALUE(candidates, page());
        if (!candidates.isEmpty())
            return candidates;
    }
    return QList<Candidate>();
}

Result<QList<Candidate>> ListedKeys::page()
{
    REJOIN_TRY_VALUE(keys, m_list.page(m_side, m_after, m_pageRows));
    const bool isLast = keys.size() < m_pageRows;
    if (!isLast)
        m_after = keys.last().values;
    if (m_side == Side::B && !keys.isEmpty()) {
        REJOIN_TRY_VALUE(came, m_list.among(Side::A, keys));
        keys.removeIf([&](const RowKey &key) { return came.contains(key); });
    }
    REJOIN_TRY_VALUE(candidates, unlike(keys));
    if (isLast) {
        m_atEnd = m_side == Side::B;
        m_side = Side::B;
        m_after.reset();
    }
    return candidates;
}

Result<QList<Candidate>> ListedKeys::unlike(const QList<RowKey> &keys)
{
    QHash<RowKey, PerSide<std::optional<Row>>> rows;
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(found, m_from[side]->withKeys(keys));
        for (const Row &row : std::as_const(found))
            rows[m_table.keyOf(row)][side] = row;
    }
    QList<Candidate> candidates;
    for (const RowKey &key : keys) {
        const PerSide<std::optional<Row>> both = rows.value(key);
        const bool isThere = both.a || both.b;
        const bool isAlike = both.a && both.b && differingColumns(m_table, *both.a, *both.b).isEmpty();
        if (isThere && !isAlike)
            candidates.append({key, both});
    }
    return candidates;
}

} // namespace Rejoin

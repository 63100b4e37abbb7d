#include "diffcore/compare/joinedkeys.h"

#include <algorithm>

namespace Rejoin {

bool JoinedKeys::suits(const PerSide<const Dialect *> &dialects, const AlignedTable &table)
{
    return RowPairs::areHeldAlike(dialects, table) && !table.isFiltered() &&
           std::ranges::all_of(table.keyColumns, [&](int index) {
               const AlignedColumn &column = table.columns[index];
               return dialects.a->joinsBy(*column.in.a, *column.in.b);
           });
}

JoinedKeys::JoinedKeys(PerSide<RowFetcher *> from, const AlignedTable &table, const QString &neighbour, int pageRows,
                       const KeyRange &range)
    : m_from(from)
    , m_neighbour(neighbour)
    , m_pageRows(std::max(1, pageRows))
    , m_pairs(from, table)
    , m_range(range)
    , m_left(range)
{
    for (int column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].compared && !table.keyColumns.contains(column))
            m_columns.append(column);
    }
}

bool JoinedKeys::isAllowed()
{
    return page(0).has_value();
}

Result<QList<RowKey>> JoinedKeys::page(int limit)
{
    return m_from.a->unlike(*m_from.b, m_columns, m_neighbour, m_looking, m_left, limit);
}

Result<QList<Candidate>> JoinedKeys::next()
{
    while (!m_atEnd) {
        REJOIN_TRY_VALUE(keys, page(m_pageRows));
        if (keys.size() == m_pageRows) {
            m_left.after = keys.last().values;
        } else if (m_looking == Joining::Looking::Unlike) {
            m_looking = Joining::Looking::Missing;
            m_left = m_range;
        } else {
            m_atEnd = true;
        }
        if (keys.isEmpty())
            continue;
        REJOIN_TRY_VALUE(candidates, m_pairs.differing(keys));
        if (!candidates.isEmpty())
            return candidates;
    }
    return QList<Candidate>();
}

} // namespace Rejoin

#include "diffcore/compare/rowpairs.h"

#include "diffcore/compare/atonce.h"
#include "diffcore/compare/classifier.h"

#include <algorithm>

namespace Rejoin {

bool RowPairs::areHeldAlike(const PerSide<const Dialect *> &dialects, const AlignedTable &table)
{
    return !table.isKeyless() && table.isKeyPromised() && dialects.a->engine() == dialects.b->engine() &&
           std::ranges::none_of(table.columns, [](const AlignedColumn &column) {
               return column.in.a && column.in.b && column.isRetyped();
           });
}

RowPairs::RowPairs(PerSide<RowFetcher *> from, const AlignedTable &table)
    : m_from(from)
    , m_table(table)
{
    for (int column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].byOption && table.columns[column].compared)
            m_columnsByOption.append(column);
    }
}

bool RowPairs::differ(const Row &a, const Row &b)
{
    if (!differingColumns(m_table, a, b).isEmpty())
        return true;
    if (std::ranges::any_of(m_columnsByOption, [&](int column) { return a[column] != b[column]; }))
        ++m_equalByOption;
    return false;
}

Result<QList<Candidate>> RowPairs::differing(const QList<RowKey> &keys)
{
    REJOIN_TRY_VALUE(rows, atOnce<QList<Row>>([&](Side side) { return m_from[side]->withKeys(keys); }));
    QHash<RowKey, qsizetype> places;
    QList<Candidate> candidates;
    for (const RowKey &key : keys) {
        places.insert(key, candidates.size());
        candidates.append({key, PerSide<std::optional<Row>>()});
    }
    for (const Side side : bothSides) {
        for (const Row &row : std::as_const(rows[side])) {
            if (const auto place = places.constFind(m_table.keyOf(row)); place != places.constEnd())
                (*candidates[*place].rows)[side] = row;
        }
    }
    candidates.removeIf([&](const Candidate &candidate) {
        const auto &[a, b] = *candidate.rows;
        return a && b ? !differ(*a, *b) : !a && !b;
    });
    return candidates;
}

} // namespace Rejoin

#pragma once

#include "diffcore/compare/keysource.h"
#include "diffcore/compare/rowfetcher.h"

namespace Rejoin {

/// Tells rows of A and B that differ from those that do not, and counts those that would, but for how the person wants
/// columns compared.
class RowPairs
{
public:
    /// Whether both servers hold the rows alike, so that they can look for unlike ones themselves: one engine, a key
    /// that the schema promises, and no column of another type on B.
    [[nodiscard]] static bool areHeldAlike(const PerSide<const Dialect *> &dialects, const AlignedTable &table);

    RowPairs(PerSide<RowFetcher *> from, const AlignedTable &table);

    /// Whether the rows, which are there on both sides, differ.
    [[nodiscard]] bool differ(const Row &a, const Row &b);
    /// Reads the rows under these keys, on both sides at once; those that do not differ are left out.
    [[nodiscard]] Result<QList<Candidate>> differing(const QList<RowKey> &keys);
    /// Rows seen that are no differences only by a rule that was asked for.
    [[nodiscard]] qint64 equalByOption() const { return m_equalByOption; }

private:
    PerSide<RowFetcher *> m_from;
    const AlignedTable &m_table;
    QList<int> m_columnsByOption;
    qint64 m_equalByOption = 0;
};

} // namespace Rejoin

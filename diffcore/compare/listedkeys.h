#pragma once

#include "diffcore/compare/keysource.h"
#include "diffcore/compare/rowfetcher.h"

#include <QSet>

namespace Rejoin {

/// Knows which keys of one table were touched on each side since the split, those of deleted rows among them.
class KeyList
{
public:
    virtual ~KeyList() = default;
    /// Up to `limit` keys of a side behind `after` (nothing = from the start), in an order of its own.
    [[nodiscard]] virtual Result<QList<RowKey>> page(Side side, const std::optional<QList<Value>> &after,
                                                     int limit) = 0;
    /// Those of `keys` that are on the list of a side.
    [[nodiscard]] virtual Result<QSet<RowKey>> among(Side side, const QList<RowKey> &keys) = 0;
};

/// Proposes the keys of such a list: A's first, then those that are on B's alone. Rows that are alike are left out.
/// Memory: at most `pageRows` keys, and their rows.
class ListedKeys final : public KeySource
{
public:
    ListedKeys(KeyList &list, const AlignedTable &table, PerSide<RowFetcher *> from, int pageRows);

    [[nodiscard]] Result<QList<Candidate>> next() override;
    /// Nothing: it does not see every row.
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override { return {}; }

private:
    [[nodiscard]] Result<QList<Candidate>> page();
    [[nodiscard]] Result<QList<Candidate>> unlike(const QList<RowKey> &keys);

    KeyList &m_list;
    const AlignedTable &m_table;
    PerSide<RowFetcher *> m_from;
    int m_pageRows;
    Side m_side = Side::A;
    std::optional<QList<Value>> m_after;
    bool m_atEnd = false;
};

} // namespace Rejoin

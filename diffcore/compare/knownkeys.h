#pragma once

#include "diffcore/compare/listedkeys.h"

namespace Rejoin {

/// A list of keys that is at hand: those of rows that differed before.
class KnownKeys final : public KeyList
{
public:
    explicit KnownKeys(QList<RowKey> keys);

    [[nodiscard]] Result<QList<RowKey>> page(Side side, const std::optional<QList<Value>> &after, int limit) override;
    [[nodiscard]] Result<QSet<RowKey>> among(Side side, const QList<RowKey> &keys) override;

private:
    QList<RowKey> m_keys; ///< sorted
};

/// Proposes rows that were alike on both servers and stood among the differences all the same: inserted alike, say.
class KnownAlike final : public KeySource
{
public:
    KnownAlike(QList<RowKey> keys, const AlignedTable &table, PerSide<RowFetcher *> from, int pageRows);

    [[nodiscard]] Result<QList<Candidate>> next() override;
    /// Nothing: it does not see every row.
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override { return {}; }

private:
    QList<RowKey> m_keys; ///< still to be proposed
    const AlignedTable &m_table;
    PerSide<RowFetcher *> m_from;
    int m_pageRows;
};

} // namespace Rejoin

#pragma once

#include "diffcore/compare/keysource.h"
#include "diffcore/compare/rowfetcher.h"

namespace Rejoin {

/// Reads both tables in key order and compares every row: the fallback that needs nothing of a server.
///
/// The tables are cut into like pieces: a page of A ends at some key, and B's piece goes through the same key (or the
/// other way round where B has more rows in it). Keys are put in order by the servers only, and matched within a piece
/// by a hash. Memory: at most `pageRows` rows a side.
///
/// Fails with Unsupported where a row has no key or two rows have one, so that rows could not be paired.
class OrderedRead final : public KeySource
{
public:
    /// `newAbove`: rows that are equal on A and B are proposed too where their generated key is higher: both servers
    /// gave it out after the split. Nothing = equal rows are never proposed.
    OrderedRead(PerSide<RowFetcher *> from, const AlignedTable &table, std::optional<qint64> newAbove, int pageRows);

    [[nodiscard]] Result<QList<Candidate>> next() override;
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override;
    /// Rows that are no differences only because of how the person wants columns compared.
    [[nodiscard]] qint64 equalByOption() const { return m_equalByOption; }

private:
    /// Rows and their keys of a side, in the server's order.
    struct Page
    {
        QList<Row> rows;
        QList<RowKey> keys;
    };

    [[nodiscard]] Result<Page> readPage(Side side, const KeyRange &range);
    [[nodiscard]] Result<void> cutAt(const RowKey &last, Page &page);
    [[nodiscard]] Result<PerSide<Page>> nextPiece();
    [[nodiscard]] Result<QList<Candidate>> compared(const PerSide<Page> &piece);
    [[nodiscard]] Result<QHash<RowKey, qsizetype>> places(Side side, const QList<RowKey> &keys) const;
    [[nodiscard]] bool isProposed(const Row &a, const Row &b) const;
    [[nodiscard]] Result<void> proveCounts();

    PerSide<RowFetcher *> m_from;
    const AlignedTable &m_table;
    std::optional<qint64> m_newAbove;
    int m_pageRows;
    int m_generatedKey;
    QList<int> m_columnsByOption;
    qint64 m_equalByOption = 0;
    std::optional<QList<Value>> m_after;
    bool m_atEnd = false;
    PerSide<qint64> m_seen;
};

} // namespace Rejoin

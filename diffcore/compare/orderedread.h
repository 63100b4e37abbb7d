#pragma once

#include "diffcore/compare/rowpairs.h"

namespace Rejoin {

/// Reads both tables in key order and compares every row: the fallback that needs nothing of a server.
///
/// The tables are cut into like pieces: a page of A ends at some key, and B's piece goes through the same key (or the
/// other way round where B has more rows in it). Keys are put in order by the servers only, and matched within a piece
/// by a hash. Both servers read at once. Memory: at most `pageRows` rows a side.
///
/// Fails with Unsupported where a row has no key or two rows have one, so that rows could not be paired.
class OrderedRead final : public KeySource
{
public:
    /// `newAbove`: rows that are equal on A and B are proposed too where their generated key is higher: both servers
    /// gave it out after the split. Nothing = equal rows are never proposed.
    /// `range`: only these keys are read.
    OrderedRead(PerSide<RowFetcher *> from, const AlignedTable &table, std::optional<qint64> newAbove, int pageRows,
                const KeyRange &range = {});

    [[nodiscard]] Result<QList<Candidate>> next() override;
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override;
    /// Rows that are no differences only because of how the person wants columns compared.
    [[nodiscard]] qint64 equalByOption() const { return m_pairs.equalByOption(); }

private:
    /// Rows and their keys of a side, in the server's order.
    struct Page
    {
        QList<Row> rows;
        QList<RowKey> keys;
    };

    [[nodiscard]] Result<Page> readPage(Side side, const KeyRange &range);
    [[nodiscard]] Result<void> cutAt(Side side, const RowKey &last, Page &page);
    [[nodiscard]] Result<PerSide<Page>> nextPiece();
    [[nodiscard]] Result<QList<Candidate>> compared(const PerSide<Page> &piece);
    [[nodiscard]] Result<QHash<RowKey, qsizetype>> places(Side side, const QList<RowKey> &keys) const;
    [[nodiscard]] bool isProposed(const Row &a, const Row &b);
    [[nodiscard]] Result<void> proveCounts();

    PerSide<RowFetcher *> m_from;
    const AlignedTable &m_table;
    std::optional<qint64> m_newAbove;
    int m_pageRows;
    int m_generatedKey;
    RowPairs m_pairs;
    KeyRange m_left; ///< what is still to be read
    bool m_atEnd = false;
    PerSide<qint64> m_seen;
};

} // namespace Rejoin

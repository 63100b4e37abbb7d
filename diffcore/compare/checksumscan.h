#pragma once

#include "diffcore/compare/rowpairs.h"

#include <functional>

namespace Rejoin {

/// Lets both servers sum up their rows, segment by segment and both at once, and reads only the rows whose own hashes
/// are unlike, of the segments whose sums are unlike.
///
/// A segment holds about `rowsASegment` rows: runs of the key where that is one integer column, cut finer where a run
/// turns out to hold many more; else buckets of a hash of the key. No order of the server's is relied on.
///
/// Sums are of 64 bits: that an unlike segment has like sums, and so a difference is missed, happens by chance once in
/// 2^64 (1.8 × 10^19) unlike segments; among a million of them with a probability of 5 × 10^-14.
class ChecksumScan final : public KeySource
{
public:
    /// Whether both servers can sum up this table so that the sums can be compared.
    [[nodiscard]] static bool suits(const PerSide<const Dialect *> &dialects, const AlignedTable &table);

    /// `range`: only keys through KeyRange::through are looked at, which is for integer keys alone.
    ChecksumScan(PerSide<RowFetcher *> from, const AlignedTable &table, int pageRows, std::optional<qint64> through);

    static constexpr int rowsASegment = 64;

    /// Has the sums made. To be called once, before next(). `rows`: about how many there are on a side. False, and no
    /// sums, where only a part of the table was asked for and its keys are no runs of numbers.
    [[nodiscard]] Result<bool> sum(qint64 rows);
    /// Rows in segments with unlike sums, of the side that has more of them; after sum().
    [[nodiscard]] qint64 rowsInQuestion() const { return m_rowsInQuestion; }

    [[nodiscard]] Result<QList<Candidate>> next() override;
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override { return {m_seen.a, m_seen.b}; }
    [[nodiscard]] qint64 equalByOption() const { return m_pairs.equalByOption(); }

private:
    struct Unlike
    {
        Segmenting segmenting;
        qint64 segment = 0;
        qint64 rows = 0; ///< of the side that has more
    };

    [[nodiscard]] Result<std::optional<Segmenting>> runs(qint64 rows);
    [[nodiscard]] Result<QList<Unlike>> unlikeSegments(const Segmenting &segmenting,
                                                       const std::optional<NumberSpan> &within, PerSide<qint64> &seen);
    /// `summed`: how a side makes its sums.
    [[nodiscard]] Result<QList<Unlike>>
    unlikeSegments(const Segmenting &segmenting, PerSide<qint64> &seen,
                   const std::function<Result<QHash<qint64, SegmentSum>>(RowFetcher &)> &summed);
    [[nodiscard]] Result<void> sumInPieces(const Segmenting &segmenting);
    [[nodiscard]] Result<void> refine(const Unlike &large);
    [[nodiscard]] Result<void> readSums();

    PerSide<RowFetcher *> m_from;
    const AlignedTable &m_table;
    int m_pageRows;
    std::optional<qint64> m_through;
    QList<int> m_columns;
    RowPairs m_pairs;
    NumberSpan m_numbers; ///< of both sides, where the segments are runs
    QList<Unlike> m_unlike;
    QList<RowKey> m_keys; ///< whose rows are unlike, still to be read
    PerSide<qint64> m_seen;
    qint64 m_rowsInQuestion = 0;
};

} // namespace Rejoin

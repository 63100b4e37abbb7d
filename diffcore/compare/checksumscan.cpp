#include "diffcore/compare/checksumscan.h"

#include "diffcore/compare/atonce.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace Rejoin {

namespace {

constexpr qint64 mostSegments = 1 << 17; ///< both servers' sums of so many are held in memory: some 20 MB
constexpr qint64 tooLarge = 20;          ///< times rowsASegment: such a run is cut finer
constexpr qint64 mostNumbers = std::numeric_limits<qint64>::max() / 2;
constexpr int gentlePiece = 50'000;      ///< rows that a server which is to be treated gently sums up at a time
constexpr qint64 hashesAtOnce = 100'000; ///< rows a side whose keys and hashes are held in memory

} // namespace

bool ChecksumScan::suits(const PerSide<const Dialect *> &dialects, const AlignedTable &table)
{
    return RowPairs::areHeldAlike(dialects, table) && !table.isAcrossEngines() &&
           !dialects.a->summingMeans().isEmpty() && dialects.a->summingMeans() == dialects.b->summingMeans();
}

ChecksumScan::ChecksumScan(PerSide<RowFetcher *> from, const AlignedTable &table, int pageRows,
                           std::optional<qint64> through)
    : m_from(from)
    , m_table(table)
    , m_pageRows(std::max(1, pageRows))
    , m_through(through)
    , m_pairs(from, table)
{
    for (int column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].compared || table.keyColumns.contains(column))
            m_columns.append(column);
    }
}

/// Runs of numbers, where the key is one and its numbers lie not so far apart that they cannot be counted.
Result<std::optional<Segmenting>> ChecksumScan::runs(qint64 rows)
{
    if (m_table.keyColumns.size() != 1)
        return std::nullopt;
    const int key = m_table.keyColumns.first();
    for (const Side side : bothSides) {
        if (m_table.columns[key].in[side]->family != TypeFamily::Integer)
            return std::nullopt;
    }
    std::optional<NumberSpan> all;
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(span, m_from[side]->span(key));
        if (span)
            all = all ? NumberSpan{std::min(all->lowest, span->lowest), std::max(all->highest, span->highest)} : *span;
    }
    if (!all || all->lowest < -mostNumbers || all->highest > mostNumbers)
        return std::nullopt;
    m_numbers = *all;
    if (m_through)
        m_numbers.highest = std::min(m_numbers.highest, *m_through);
    const qint64 segments = std::clamp<qint64>(rows / rowsASegment, 1, mostSegments);
    return Segmenting{.by = Segmenting::By::Runs,
                      .origin = all->lowest,
                      .width = std::max<qint64>(1, (m_numbers.highest - all->lowest) / segments + 1)};
}

Result<bool> ChecksumScan::sum(qint64 rows)
{
    REJOIN_TRY_VALUE(runs, this->runs(rows));
    if (m_through && !runs)
        return false;
    std::optional<NumberSpan> within;
    Segmenting segmenting{.count = static_cast<qint64>(std::bit_ceil(
                              static_cast<quint64>(std::clamp<qint64>(rows / rowsASegment, 1, mostSegments))))};
    if (runs) {
        segmenting = *runs;
        if (m_through)
            within = m_numbers;
    }
    if (m_from.a->isPaced() && runs) {
        REJOIN_TRY(sumInPieces(segmenting));
    } else if (m_from.a->isPaced()) {
        // each side in its own order: pieces are added up to sums of the whole table
        REJOIN_TRY_VALUE(unlike, unlikeSegments(segmenting, m_seen, [&](RowFetcher &from) {
                             return from.sumsByPieces(m_columns, segmenting, gentlePiece);
                         }));
        m_unlike = unlike;
    } else {
        REJOIN_TRY_VALUE(unlike, unlikeSegments(segmenting, within, m_seen));
        m_unlike = unlike;
    }
    for (const Unlike &segment : std::as_const(m_unlike))
        m_rowsInQuestion += segment.rows;
    return true;
}

/// One query after the other, each of some segments, so that there can be pauses between them.
Result<void> ChecksumScan::sumInPieces(const Segmenting &segmenting)
{
    const qint64 segments = (m_numbers.highest - segmenting.origin) / segmenting.width + 1;
    const qint64 piece = std::max<qint64>(1, gentlePiece / rowsASegment);
    for (qint64 first = 0; first < segments; first += piece) {
        const NumberSpan within{
            segmenting.numbersOf(first).lowest,
            std::min(m_numbers.highest, segmenting.numbersOf(std::min(first + piece, segments) - 1).highest)};
        REJOIN_TRY_VALUE(unlike, unlikeSegments(segmenting, within, m_seen));
        m_unlike += unlike;
    }
    return {};
}

Result<QList<ChecksumScan::Unlike>> ChecksumScan::unlikeSegments(const Segmenting &segmenting,
                                                                 const std::optional<NumberSpan> &within,
                                                                 PerSide<qint64> &seen)
{
    return unlikeSegments(segmenting, seen, [&](RowFetcher &from) { return from.sums(m_columns, segmenting, within); });
}

Result<QList<ChecksumScan::Unlike>>
ChecksumScan::unlikeSegments(const Segmenting &segmenting, PerSide<qint64> &seen,
                             const std::function<Result<QHash<qint64, SegmentSum>>(RowFetcher &)> &summed)
{
    using Sums = QHash<qint64, SegmentSum>;
    REJOIN_TRY_VALUE(sums, atOnce<Sums>([&](Side side) { return summed(*m_from[side]); }));
    QList<Unlike> unlike;
    for (const auto [segment, a] : sums.a.asKeyValueRange()) {
        seen.a += a.rows;
        const SegmentSum b = sums.b.value(segment);
        if (a != b)
            unlike.append({segmenting, segment, std::max(a.rows, b.rows)});
    }
    for (const auto [segment, b] : sums.b.asKeyValueRange()) {
        seen.b += b.rows;
        if (!sums.a.contains(segment))
            unlike.append({segmenting, segment, b.rows});
    }
    std::ranges::sort(unlike, {}, &Unlike::segment);
    return unlike;
}

/// A run that holds many rows, since they lie close together there, is summed up again in finer ones.
Result<void> ChecksumScan::refine(const Unlike &large)
{
    NumberSpan numbers = large.segmenting.numbersOf(large.segment);
    numbers.highest = std::min(numbers.highest, m_numbers.highest);
    const Segmenting finer{
        .by = Segmenting::By::Runs,
        .origin = numbers.lowest,
        .width = std::max<qint64>(
            1,
            (numbers.highest - numbers.lowest) / std::clamp<qint64>(large.rows / rowsASegment, 2, mostSegments) + 1)};
    PerSide<qint64> seenBefore;
    REJOIN_TRY_VALUE(unlike, unlikeSegments(finer, numbers, seenBefore));
    m_unlike = unlike + m_unlike;
    return {};
}

/// Reads the hashes of the rows in some of the unlike segments, and keeps the keys of those that are unlike.
Result<void> ChecksumScan::readSums()
{
    const Unlike first = m_unlike.first();
    if (first.segmenting.by == Segmenting::By::Runs && first.segmenting.width > 1 &&
        first.rows > tooLarge * rowsASegment) {
        m_unlike.removeFirst();
        return refine(first);
    }
    // of runs, little more than a page of rows that differ; of buckets as many as can be, since each time all keys are
    // looked at
    const qint64 rowsAtOnce = first.segmenting.by == Segmenting::By::Runs ? m_pageRows * 4LL : hashesAtOnce;
    QList<qint64> segments;
    qint64 rows = 0;
    while (!m_unlike.isEmpty() && m_unlike.first().segmenting == first.segmenting &&
           (segments.isEmpty() || rows + m_unlike.first().rows <= rowsAtOnce)) {
        rows += m_unlike.first().rows;
        segments.append(m_unlike.takeFirst().segment);
    }
    using Sums = QHash<RowKey, quint64>;
    REJOIN_TRY_VALUE(
        sums, atOnce<Sums>([&](Side side) { return m_from[side]->rowSums(m_columns, first.segmenting, segments); }));
    const qsizetype before = m_keys.size();
    for (const auto [key, a] : sums.a.asKeyValueRange()) {
        const auto b = sums.b.constFind(key);
        if (b == sums.b.constEnd() || *b != a)
            m_keys.append(key);
    }
    for (const RowKey &key : sums.b.keys()) {
        if (!sums.a.contains(key))
            m_keys.append(key);
    }
    std::sort(m_keys.begin() + before, m_keys.end());
    return {};
}

Result<QList<Candidate>> ChecksumScan::next()
{
    while (true) {
        while (m_keys.size() < m_pageRows && !m_unlike.isEmpty())
            REJOIN_TRY(readSums());
        if (m_keys.isEmpty())
            return QList<Candidate>();
        const QList<RowKey> keys = m_keys.first(std::min<qsizetype>(m_keys.size(), m_pageRows));
        m_keys.remove(0, keys.size());
        REJOIN_TRY_VALUE(candidates, m_pairs.differing(keys));
        if (!candidates.isEmpty())
            return candidates;
    }
}

} // namespace Rejoin

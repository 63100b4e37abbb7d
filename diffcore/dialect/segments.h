#pragma once

#include "diffcore/dialect/keyrange.h"
#include "diffcore/schema/catalog.h"

#include <QStringList>
#include <optional>

namespace Rejoin {

/// Numbers of an integer column, both ends among them.
struct NumberSpan
{
    qint64 lowest = 0;
    qint64 highest = 0;

    friend bool operator==(const NumberSpan &, const NumberSpan &) = default;
};

/// How rows are put into segments, which two servers do alike.
struct Segmenting
{
    enum class By : quint8 {
        Runs, ///< of the one column of the key, an integer: the segment is (number - origin) / width
        Hash, ///< of the key, whatever it is: the segment is a number below `count`
    };
    By by = By::Hash;
    qint64 origin = 0; ///< Runs: at most the lowest number
    qint64 width = 1;  ///< Runs: at least 1
    qint64 count = 1;  ///< Hash: a power of two

    /// Runs: the numbers of a segment; `highest` is cut at the highest that there is.
    [[nodiscard]] NumberSpan numbersOf(qint64 segment) const;
    friend bool operator==(const Segmenting &, const Segmenting &) = default;
};

/// Rows that a server sums up, so that like sums mean like rows. Two servers agree where their dialects sum by the same
/// means (Dialect::summingMeans()) and the columns are named in the same order.
struct Summing
{
    const Table *table = nullptr;
    QStringList columns; ///< those that are compared and those of the key
    QStringList keyColumns;
    QString condition; ///< as Selection has it
    Segmenting segmenting;
    std::optional<NumberSpan> within = std::nullopt; ///< Runs: only these numbers
    KeyRange range = {};                             ///< only these keys
};

/// What a server says of one segment.
struct SegmentSum
{
    qint64 rows = 0;
    quint64 sum = 0; ///< of the rows' hashes, in whatever order they came

    friend bool operator==(const SegmentSum &, const SegmentSum &) = default;
};

/// "t.k BETWEEN 5 AND 9"
[[nodiscard]] QString spanCondition(const QString &column, const NumberSpan &span);
/// "t.k BETWEEN 5 AND 9 OR t.k BETWEEN 20 AND 24": the numbers of segments, neighbours in one piece.
[[nodiscard]] QString numbersCondition(const QString &column, const Segmenting &segmenting, QList<qint64> segments);
/// "3, 5, 8"
[[nodiscard]] QString numberList(const QList<qint64> &numbers);

} // namespace Rejoin

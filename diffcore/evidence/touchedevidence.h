#pragma once

#include "diffcore/dialect/dialect.h"
#include "diffcore/evidence/evidence.h"

#include <QDateTime>
#include <chrono>

namespace Rejoin {

/// The split, as the times of both servers tell it: times nearer to it than the difference of their clocks tell
/// nothing.
struct SplitTime
{
    QDateTime at; ///< UTC
    std::chrono::milliseconds margin{0};

    /// Touched at or after the split, None before it, Unknown near it or where there is no time.
    [[nodiscard]] Change changeAt(const std::optional<QDateTime> &written) const;
    /// The first moment that may be since the split.
    [[nodiscard]] QDateTime earliest() const;
};

/// What became of a row since the split, and when that was, where the server itself noted it (else invalid).
struct Touch
{
    Change change = Change::Unknown;
    QDateTime at; ///< UTC
};

/// Evidence that knows when each row was last written, on each side. Of rows that are not there it knows nothing: a row
/// that is missing may have been deleted before or after the split, or inserted on the other side.
class TouchedEvidence : public Evidence
{
public:
    [[nodiscard]] Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                               const QList<PerSide<std::optional<Row>>> &rows) final;
    [[nodiscard]] std::unique_ptr<KeySource> changes(PerSide<RowFetcher *> from, int pageRows) final;

    /// What became of each of these rows of one side since the split; Unknown where nothing stands.
    [[nodiscard]] virtual Result<QList<Touch>> changesOf(Side side, const QList<RowKey> &keys,
                                                         const QList<PerSide<std::optional<Row>>> &rows) = 0;
    /// Which rows of a side its server is to list.
    [[nodiscard]] virtual WrittenSince writtenSince(Side side) const = 0;

protected:
    TouchedEvidence(const AlignedTable &table, SplitTime split);

    const AlignedTable &m_table;
    SplitTime m_split;
};

} // namespace Rejoin

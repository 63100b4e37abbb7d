#pragma once

#include "diffcore/compare/keysource.h"
#include "diffcore/compare/rowfetcher.h"

namespace Rejoin {

class TouchedEvidence;

/// Proposes the keys that a server says were written since the split, and no others: with an index on the time, the
/// cost follows the changes and not the table. Rows that went, and rows whose write left no time, are not among them.
///
/// Memory: at most `pageRows` rows a side. The rows that were written on A come first, with their partners on B, then
/// those that were written on B alone.
class ChangeFeed final : public KeySource
{
public:
    ChangeFeed(TouchedEvidence &evidence, const AlignedTable &table, PerSide<RowFetcher *> from, int pageRows);

    [[nodiscard]] Result<QList<Candidate>> next() override;
    /// Nothing: it does not see every row.
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override { return {}; }

private:
    [[nodiscard]] Result<QList<Candidate>> page();
    [[nodiscard]] Result<QList<Candidate>> unlike(const QList<Row> &written);

    TouchedEvidence &m_evidence;
    const AlignedTable &m_table;
    PerSide<RowFetcher *> m_from;
    int m_pageRows;
    Side m_side = Side::A;
    std::optional<QList<Value>> m_after;
    bool m_atEnd = false;
};

} // namespace Rejoin

#pragma once

#include "diffcore/compare/orderedread.h"

namespace Rejoin {

/// Proposes the rows whose counter A moved since the baseline. Where B moved it by the same amount, A and B are equal
/// and no other source proposes them, though two sales of one each are two: rules that add up counters need them.
/// Costs one more read of A's table and one of the baseline's.
class EqualCounters final : public KeySource
{
public:
    /// `counters`: indexes of columns. `a` and `baseline` read those versions of the table.
    EqualCounters(RowFetcher &a, RowFetcher &baseline, const AlignedTable &table, QList<int> counters, int pageRows);

    [[nodiscard]] Result<QList<Candidate>> next() override;
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override { return {}; }

private:
    [[nodiscard]] bool isMoved(const PerSide<std::optional<Row>> &rows) const;

    OrderedRead m_read;
    QList<int> m_counters;
};

} // namespace Rejoin

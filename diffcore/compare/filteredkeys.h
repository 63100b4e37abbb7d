#pragma once

#include "diffcore/compare/keysource.h"
#include "diffcore/compare/rowfetcher.h"

namespace Rejoin {

/// What a source proposes, by the person's conditions on rows (AlignedTable::filters): a key is in question where one
/// side's condition lets its row through, and then with whatever the other side has under it. So a row that no longer
/// meets the condition of one side is never taken for deleted there. Where the table has no condition, everything goes
/// through as it is.
class FilteredKeys final : public KeySource
{
public:
    /// Which rows the source itself saw: those that the conditions let through, or all of them.
    enum class Saw : quint8 { Filtered, All };

    FilteredKeys(KeySource &source, const AlignedTable &table, PerSide<RowFetcher *> from, Saw saw);

    [[nodiscard]] Result<QList<Candidate>> next() override;
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override { return m_source.rowsSeen(); }

private:
    [[nodiscard]] Result<void> addHidden(QList<Candidate> &candidates);
    [[nodiscard]] Result<void> dropOthers(QList<Candidate> &candidates);

    KeySource &m_source;
    const AlignedTable &m_table;
    PerSide<RowFetcher *> m_from;
    Saw m_saw;
};

} // namespace Rejoin

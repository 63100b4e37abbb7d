#pragma once

#include "diffcore/compare/rowfetcher.h"
#include "diffcore/evidence/evidence.h"

namespace Rejoin {

/// A restored backup, snapshot or copy of the common state: rows are looked up by key, never scanned. A table that the
/// baseline does not have had no rows at the split.
class BaselineDatabase final : public Evidence
{
public:
    /// Why the baseline's table cannot be asked by key; empty where it can.
    [[nodiscard]] static QString whyNot(const AlignedTable &table);

    BaselineDatabase(Connection &baseline, const AlignedTable &table, const CancelToken &cancel);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                               const QList<PerSide<std::optional<Row>>> &rows) override;
    [[nodiscard]] Result<QList<std::optional<qint64>>> askCounts(const QList<Row> &rows) override;

private:
    const AlignedTable &m_table;
    std::optional<RowFetcher> m_fetcher; ///< nothing where the baseline has no such table
};

} // namespace Rejoin

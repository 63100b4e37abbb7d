#pragma once

#include "diffcore/compare/keysource.h"
#include "diffcore/compare/rowfetcher.h"

#include <memory>

namespace Rejoin {

struct Servers;

/// Proposes what differs in a table as a whole by the cheapest means: a join, where one connection reaches both
/// databases; else the servers' sums of segments; else, where they cannot be had or most segments are unlike, or in a
/// small table, every row.
class WholeRead final : public KeySource
{
public:
    enum class Means : quint8 { Ordered, Sums, Joined };

    /// Tables that are smaller are read, which is as fast.
    static constexpr qint64 fewestRowsToSum = 20'000;

    /// `newAbove` as OrderedRead has it.
    WholeRead(const Servers &servers, PerSide<RowFetcher *> from, const AlignedTable &table,
              std::optional<qint64> newAbove, int pageRows);
    ~WholeRead() override;

    /// Chooses the means. To be called once, before next().
    [[nodiscard]] Result<void> begin();
    /// About how many rows both sides have, after begin().
    [[nodiscard]] qint64 expectedRows() const { return m_rows.a.rows + m_rows.b.rows; }
    [[nodiscard]] Means means() const { return m_means; }

    [[nodiscard]] Result<QList<Candidate>> next() override;
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override;
    [[nodiscard]] qint64 equalByOption() const;

private:
    /// A source and what it counts.
    struct Part
    {
        std::unique_ptr<KeySource> source;
        std::function<qint64()> equalByOption;
    };

    [[nodiscard]] Result<void> readJoined(const QString &neighbour, const KeyRange &range);
    [[nodiscard]] Result<void> readSums(std::optional<qint64> through, const KeyRange &range);
    void readOrdered(const KeyRange &range);
    template <typename Source> void add(std::unique_ptr<Source> source);

    const Servers &m_servers;
    PerSide<RowFetcher *> m_from;
    const AlignedTable &m_table;
    std::optional<qint64> m_newAbove;
    int m_pageRows;
    Means m_means = Means::Ordered;
    PerSide<RowFetcher::RowCount> m_rows;
    std::vector<Part> m_parts; ///< of the table, one after the other
    std::size_t m_current = 0;
};

} // namespace Rejoin

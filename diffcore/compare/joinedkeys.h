#pragma once

#include "diffcore/compare/rowpairs.h"

namespace Rejoin {

/// Where A's connection reaches B's database, too: one server joins both tables by their keys and tells those of the
/// rows that are unlike. Of B's connection only those rows are read.
class JoinedKeys final : public KeySource
{
public:
    /// Whether the keys can be joined; AlignedTable's conditions on rows are not for this.
    [[nodiscard]] static bool suits(const PerSide<const Dialect *> &dialects, const AlignedTable &table);

    /// `neighbour`: B's database, as A's connection knows it. `range`: only these keys.
    JoinedKeys(PerSide<RowFetcher *> from, const AlignedTable &table, const QString &neighbour, int pageRows,
               const KeyRange &range);

    /// Whether A's server lets the two be joined: its user may not read B's, say. To be asked before next().
    [[nodiscard]] bool isAllowed();

    [[nodiscard]] Result<QList<Candidate>> next() override;
    /// Nothing: the server alone sees every row.
    [[nodiscard]] PerSide<std::optional<qint64>> rowsSeen() const override { return {}; }
    [[nodiscard]] qint64 equalByOption() const { return m_pairs.equalByOption(); }

private:
    [[nodiscard]] Result<QList<RowKey>> page(int limit);

    PerSide<RowFetcher *> m_from;
    QString m_neighbour;
    int m_pageRows;
    QList<int> m_columns;
    RowPairs m_pairs;
    KeyRange m_range;
    Joining::Looking m_looking = Joining::Looking::Unlike;
    KeyRange m_left;
    bool m_atEnd = false;
};

} // namespace Rejoin

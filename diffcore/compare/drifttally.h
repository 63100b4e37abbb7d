#pragma once

#include "diffcore/compare/difference.h"
#include "diffcore/schema/alignment.h"

#include <QMap>

namespace Rejoin {

/// Counts, while the differences of one table are found, what an upgrade leaves behind: rows that changed in one column
/// alone, and values that have no place on the other server.
class DriftTally
{
public:
    explicit DriftTally(const AlignedTable &table);

    void count(const QList<Difference> &differences);
    /// "back-fill: 1998211 rows changed only in channel, on B", one sentence each.
    [[nodiscard]] QStringList findings() const;

private:
    /// Who changed the one column: a side, or both, or nobody can tell.
    enum class By : quint8 { A, B, Both };

    /// A column that one side alone has.
    struct Lonely
    {
        int column = -1;
        Side side = Side::A;
        std::optional<Value> standard; ///< its default, where that is a constant
    };

    void countChange(const Difference &difference);
    void countLosses(const Difference &difference);
    [[nodiscard]] QStringList unwritten() const;
    [[nodiscard]] bool isWorthSaying(int column, By by, qint64 rows) const;

    const AlignedTable &m_table;
    QList<Lonely> m_lonely;
    QMap<std::pair<int, By>, qint64> m_onlyIn; ///< by column: rows that differ in it alone
    QMap<By, qint64> m_changed;                ///< rows that are on both sides and differ
    qint64 m_unwritable = 0; ///< rows that are on both sides and differ in columns alone that no script writes
    QMap<std::pair<int, Version>, qint64> m_lost; ///< by column and the side that has it: new rows with a value in it
};

} // namespace Rejoin

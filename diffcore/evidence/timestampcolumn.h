#pragma once

#include "diffcore/evidence/touchedevidence.h"

namespace Rejoin {

/// A column in which the application, a default or a trigger notes when the row was last written.
class TimestampColumn final : public TouchedEvidence
{
public:
    /// `column`: index into the table's columns. `zone`: of times that carry none.
    TimestampColumn(const AlignedTable &table, int column, const QTimeZone &zone, const SplitTime &split);

    /// Columns that may tell when a row was last written, the likeliest first, by name and type: on both sides,
    /// compared or not.
    [[nodiscard]] static QList<int> proposed(const AlignedTable &table);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Touch>> changesOf(Side side, const QList<RowKey> &keys,
                                                 const QList<PerSide<std::optional<Row>>> &rows) override;
    [[nodiscard]] WrittenSince writtenSince(Side side) const override;

private:
    int m_column;
    QTimeZone m_zone;
};

} // namespace Rejoin

#pragma once

#include "diffcore/evidence/evidence.h"

namespace Rejoin {

/// The highest number that a generated key had at the split: rows above it were inserted since, whatever became of
/// them. Of rows up to it nothing is known, since numbers may be given late, or by hand.
class HighestKey final : public Evidence
{
public:
    /// The table must have a generated key and outlive the evidence.
    HighestKey(const AlignedTable &table, qint64 highest);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                               const QList<PerSide<std::optional<Row>>> &rows) override;
    [[nodiscard]] GeneratorState generatorAtSplit() const override;

private:
    const AlignedTable &m_table;
    qint64 m_highest;
    qsizetype m_keyPart; ///< place of the generated column in the key
};

} // namespace Rejoin

#pragma once

#include "diffcore/evidence/checkpoint.h"
#include "diffcore/evidence/evidence.h"

namespace Rejoin {

/// A checkpoint file that Rejoin made at the split. With values it is a baseline; with hashes only it tells who
/// changed, inserted and deleted rows, and no old values.
class CheckpointEvidence final : public Evidence
{
public:
    /// Why the checkpoint's table cannot be asked by key; empty where it can. `table.in.baseline` is the checkpoint's.
    [[nodiscard]] static QString whyNot(const Checkpoint &checkpoint, const AlignedTable &table);

    /// What that server wrote between the split and the checkpoint would count as the common state, and be undone. Only
    /// the person can tell that it wrote nothing. Empty where the checkpoint was not taken late.
    [[nodiscard]] static QString lateness(const Checkpoint &checkpoint, const QDateTime &split);

    /// The checkpoint and the table must outlive the evidence.
    CheckpointEvidence(Checkpoint &checkpoint, const AlignedTable &table, const QDateTime &split);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                               const QList<PerSide<std::optional<Row>>> &rows) override;
    [[nodiscard]] Result<QList<std::optional<qint64>>> askCounts(const QList<Row> &rows) override;
    [[nodiscard]] GeneratorState generatorAtSplit() const override;

private:
    [[nodiscard]] bool keepsValues() const;
    [[nodiscard]] std::optional<Row> rowOf(const QByteArray &payload) const;
    [[nodiscard]] Change changeOf(Side side, const std::optional<Row> &row, const QByteArray &hash) const;
    [[nodiscard]] QByteArray storedKey(const RowKey &key) const;

    Checkpoint &m_checkpoint;
    const AlignedTable &m_table;
    QDateTime m_split;
    int m_index;           ///< of the table in the checkpoint; -1 = it was not there
    QList<int> m_places;   ///< by the checkpoint's column: index into the table's columns
    QList<int> m_keyOrder; ///< by the checkpoint's part of the key: index into the table's key
    /// Whether the hash of a side's row can be compared at all, and whether an unlike one means a change.
    PerSide<bool> m_isHashable{true, true};
    bool m_isExact = true;
};

} // namespace Rejoin

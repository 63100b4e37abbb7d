#pragma once

#include "diffcore/compare/classifier.h"
#include "diffcore/compare/multisetread.h"
#include "diffcore/evidence/evidence.h"

namespace Rejoin {

/// Makes records of candidates: asks the evidence, classifies, decides what needs no person.
class DifferenceMaker
{
public:
    /// `since`: the split; invalid where it is not known. The alignment's table and the evidence must outlive it.
    DifferenceMaker(const Alignment &alignment, int table, Evidence &evidence, const QDateTime &since);

    /// `rows`: the rows of A and B by key. Unchanged ones are left out.
    [[nodiscard]] Result<QList<Difference>> make(const QList<RowKey> &keys,
                                                 const QList<PerSide<std::optional<Row>>> &rows);
    /// The same for a keyless table: a record for each copy of these row values that A and B do not share.
    [[nodiscard]] Result<QList<Difference>> makeCopies(const QList<CountedRow> &counted);
    /// The same for rows that are equal on both sides, because their `reference` (indexes of columns) names two rows.
    /// KeyCollision where the row itself is two rows (`nature` HandedOut), else CellConflict. Rows whose reference was
    /// the same at the split are left out.
    [[nodiscard]] Result<QList<Difference>> makeEntangled(const QList<RowKey> &keys, const QList<Row> &rows,
                                                          const QList<int> &reference, KeyNature nature);

private:
    [[nodiscard]] Result<QList<Knowledge>> askEntangled(const QList<RowKey> &keys, const QList<Row> &rows,
                                                        const QList<PerSide<std::optional<Row>>> &both);
    [[nodiscard]] Difference started(const RowKey &key, const PerSide<std::optional<Row>> &rows,
                                     const Knowledge &knowledge) const;
    void decideAndAppend(QList<Difference> &differences, Difference &&difference) const;

    const AlignedTable &m_aligned;
    int m_table;
    KeyNature m_nature;
    Evidence &m_evidence;
    QDateTime m_since;
    int m_writeTime; ///< column, -1 = none
};

} // namespace Rejoin

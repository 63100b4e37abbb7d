#pragma once

#include "diffcore/compare/rowfetcher.h"
#include "diffcore/evidence/evidence.h"

namespace Rejoin {

/// Edits of columns that one server dropped since the split. The other server still has them, so its rows may have
/// changed there, and no comparison of A and B sees it. Reads the table of the server that has the column once more,
/// and asks the evidence for every row; costs nothing where no column was dropped.
class DroppedEdits
{
public:
    DroppedEdits(const AlignedTable &table, Evidence &evidence, PerSide<RowFetcher *> from, int pageRows);

    /// "2 rows of A were changed in note, which B has no column for: …", with the first keys; one for each column.
    /// Nothing where the evidence knows no old values.
    [[nodiscard]] Result<QStringList> findings(const CancelToken &cancel);

private:
    struct Edited
    {
        int column = -1;
        qint64 rows = 0;
        QStringList first; ///< described keys
    };

    [[nodiscard]] QList<Edited> dropped(Side side) const;
    [[nodiscard]] Result<void> read(Side side, QList<Edited> &edited, const CancelToken &cancel);
    void count(const QList<Row> &rows, const QList<Knowledge> &knowledge, QList<Edited> &edited) const;
    [[nodiscard]] QString text(Side side, const Edited &edited) const;

    const AlignedTable &m_table;
    Evidence &m_evidence;
    PerSide<RowFetcher *> m_from;
    int m_pageRows;
};

} // namespace Rejoin

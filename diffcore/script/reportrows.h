#pragma once

#include "diffcore/merge/mergedstate.h"

namespace Rejoin {

/// How the report shows the rows of a merge, cell by cell, as mark-up. What it is given must outlive it.
class ReportRows
{
public:
    ReportRows(const MergeInput &input, const MergedState &merged);

    [[nodiscard]] QString decisionText(const Difference &difference) const; ///< no mark-up
    /// Columns in which the versions differ; all where only one version has the row.
    [[nodiscard]] QList<int> shownColumns(const Difference &difference) const;
    [[nodiscard]] QString versionHtml(const Difference &difference, Version version, const QList<int> &columns) const;
    [[nodiscard]] QString resultHtml(const Difference &difference, const QList<int> &columns) const;
    /// "status: open → paid", or the row that comes.
    [[nodiscard]] QString changeHtml(const Difference &difference) const;

private:
    [[nodiscard]] const AlignedTable &table(int index) const { return m_input.alignment.tables[index]; }
    [[nodiscard]] QString rowHtml(int tableIndex, const Row &row, const QList<int> &columns) const;
    [[nodiscard]] QString changedCells(const Difference &difference, const Row &row) const;
    [[nodiscard]] QString resultRowHtml(const Difference &difference, const Row &row, const QList<int> &columns) const;
    /// The key names the row already.
    [[nodiscard]] bool isInKey(const Difference &difference, int column) const;

    const MergeInput &m_input;
    QHash<qint64, QList<const Entity *>> m_results;
};

} // namespace Rejoin

#pragma once

#include "diffcore/dialect/dialect.h"
#include "diffcore/merge/plan.h"

#include <QSet>
#include <vector>

namespace Rejoin {

/// A plan's operations in the words of its target: names as the target has them, and only columns that it has.
/// Refers to the alignment of `input`, which must outlive it.
class ScriptRows
{
public:
    ScriptRows(const MergeInput &input, const Plan &plan);

    [[nodiscard]] RowChange change(const RowOperation &operation) const;
    /// How every touched row stands when the plan is carried out, once each, as changes that have happened:
    /// an insert where the row is there, a delete where it is gone. In the order of the plan. Refers to this.
    [[nodiscard]] RowChanges finalRows() const;
    /// The rows that A and B do not share and that the plan leaves as the target has them, in the same form; skipped
    /// ones are left out.
    [[nodiscard]] QList<RowChange> keptRows() const;
    /// Up to `limit` of the final rows, spread evenly.
    [[nodiscard]] static QList<RowChange> sample(const RowChanges &rows, int limit);
    /// The tables of operations, generators and these rows, by table index; where the plan switches foreign keys off,
    /// those that refer to them, too.
    [[nodiscard]] QList<const Table *> tables(const QList<RowChange> &alsoOf) const;
    [[nodiscard]] GeneratorChange change(const GeneratorSetting &setting) const;

private:
    using Cells = QList<QPair<QString, Value>>;

    [[nodiscard]] const AlignedTable &aligned(int table) const { return m_input.alignment.tables[table]; }
    [[nodiscard]] const Table *table(int table) const;
    [[nodiscard]] const QString &name(int table, int column) const;
    [[nodiscard]] Value held(int table, int column, const Value &value) const;
    [[nodiscard]] Cells key(int table, const RowKey &key) const;
    void addChildren(QSet<const Table *> &tables) const;
    [[nodiscard]] std::pair<int, RowKey> slot(int table, RowKey key) const;
    [[nodiscard]] QList<RowChange> keptOf(const QList<const Difference *> &differences) const;
    void keep(const Difference &difference, RowChange &row) const;
    [[nodiscard]] Cells cells(int table, const Row &row, const QList<int> &columns) const;
    [[nodiscard]] RowChange finalRow(const RowOperation &operation) const;
    [[nodiscard]] std::vector<qsizetype> lastOperations() const;

    const MergeInput &m_input;
    const Plan &m_plan;
    QList<QStringList> m_names;   ///< by table and column, as the target has them; null where it has none
    QList<QList<int>> m_written;  ///< by table: columns that the target has and that can be written
    QList<QList<int>> m_compared; ///< by table: those of them that are compared
};

} // namespace Rejoin

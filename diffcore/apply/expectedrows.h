#pragma once

#include "diffcore/merge/mergedstate.h"

#include <QHash>
#include <QSet>

namespace Rejoin {

/// How the touched rows of one table must stand on both servers after the merge.
class ExpectedRows
{
public:
    ExpectedRows(const MergeInput &input, const MergedState &merged, int table);

    /// Every key that the merge touches, old and new ones; skipped rows are not among them.
    [[nodiscard]] const QList<RowKey> &keys() const { return m_keys; }
    [[nodiscard]] bool contains(const RowKey &key) const { return m_known.contains(key) || m_skipped.contains(key); }
    /// False for rows without a decision: nobody knows how they shall be.
    [[nodiscard]] bool isKnown(const RowKey &key) const { return m_known.value(key); }
    [[nodiscard]] std::optional<Row> row(const RowKey &key) const { return m_rows.value(key); }

    /// Keyless tables: a row, and how many equal ones there must be; nothing where a decision is missing.
    [[nodiscard]] const QList<std::pair<Row, std::optional<qint64>>> &copies() const { return m_copies; }
    [[nodiscard]] bool containsCopies(const Row &row) const;
    [[nodiscard]] qsizetype skipped() const { return m_skipped.size(); }

private:
    void addKey(const RowKey &key, bool known);
    void addKeyed(const MergeInput &input, const MergedState &merged, int table);
    void addCopies(const MergeInput &input, const MergedState &merged, int table);
    [[nodiscard]] static RowKey withoutOrdinal(RowKey key);

    const AlignedTable &m_table;
    QList<RowKey> m_keys;
    QHash<RowKey, bool> m_known;
    QHash<RowKey, std::optional<Row>> m_rows;
    QSet<RowKey> m_skipped;
    QList<std::pair<Row, std::optional<qint64>>> m_copies;
    QSet<RowKey> m_copied; ///< without ordinals
};

} // namespace Rejoin

#pragma once

#include "models/mergepreview.h"

#include <QCache>
#include <QObject>
#include <QTimer>

namespace Rejoin {

/// The rows of one table that a page shows: ids in memory, eight bytes each; records come from the session when they
/// are looked at, the last few thousand are kept.
class RowsSource : public QObject
{
    Q_OBJECT

public:
    explicit RowsSource(QObject *parent = nullptr);

    /// Shows the rows that pass; a null session or a filter without a table shows nothing. The list stays as it is when
    /// decisions change, so that no row slips away under the cursor. The session must outlive the next call.
    void show(const Session *session, const DifferenceFilter &filter);
    /// Decisions changed: records are read again.
    void refresh();
    /// Where the preview comes from when something of it is shown.
    using PreviewProvider = std::function<std::shared_ptr<const MergePreview>()>;
    void setPreviewProvider(PreviewProvider provider);

    [[nodiscard]] int count() const { return int(m_ids.size()); }
    [[nodiscard]] qint64 idAt(int row) const { return m_ids.at(row); }
    [[nodiscard]] int rowOf(qint64 id) const { return int(m_ids.indexOf(id)); } ///< -1 where it is not shown
    /// The record; nothing where it cannot be read. Valid until the next call of a member.
    [[nodiscard]] const Difference *at(int row) const;
    [[nodiscard]] const AlignedTable *table() const; ///< null where nothing is shown
    [[nodiscard]] int tableIndex() const { return m_filter.table.value_or(-1); }
    [[nodiscard]] std::shared_ptr<const MergePreview> preview() const;
    /// The column refers to another table's row, so that its merged value may be a key that moved.
    [[nodiscard]] bool isReference(int column) const;
    [[nodiscard]] const Alignment &alignment() const { return m_session->alignment(); }

    /// Rows in which A and B, both there, differ in a column; by column index. Counted in idle moments: complete when
    /// isCounted().
    [[nodiscard]] qint64 differencesIn(int column) const { return m_columnCounts.value(column); }
    [[nodiscard]] bool isCounted() const { return m_counted; }
    /// The column holds a difference that is worth showing: also where one of the rows stands alone.
    [[nodiscard]] bool isColumnDiffering(int column) const { return differencesIn(column) > 0; }

Q_SIGNALS:
    void aboutToReset();
    void reset();
    void changed();
    void columnsCounted();

private:
    void countSome();

    const Session *m_session = nullptr;
    DifferenceFilter m_filter;
    QList<qint64> m_ids;
    mutable QCache<qint64, Difference> m_records;
    PreviewProvider m_previewProvider;
    QHash<int, qint64> m_columnCounts;
    qint64 m_countedUpTo = 0;
    bool m_counted = false;
    QTimer m_counting;
};

} // namespace Rejoin

#pragma once

#include "diffcore/session/roworder.h"
#include "models/jobs.h"
#include "models/mergepreview.h"

#include <QCache>
#include <QObject>

namespace Rejoin {

/// The rows of one table that a page shows: ids in memory, eight bytes each, and eight more for each column in which a
/// row differs; records come from the session when they are looked at, the last few thousand are kept.
///
/// A table of a few thousand rows is there when show() returns. Of a larger one the first rows are; the others are read
/// on a thread and come as aboutToGrow(), grown().
class RowsSource : public QObject
{
    Q_OBJECT

public:
    explicit RowsSource(QObject *parent = nullptr);
    ~RowsSource() override;

    /// What is shown of a table.
    struct Shown
    {
        DifferenceFilter filter;
        RowOrder order = RowOrder::Key;
        int differingIn = -1; ///< only rows that differ in this column; -1 = all
    };

    /// Shows the rows that pass; a null session or a filter without a table shows nothing. The list stays as it is when
    /// decisions change, so that no row slips away under the cursor. The session must outlive the next call.
    void show(const Session *session, const Shown &shown);
    void show(const Session *session, const DifferenceFilter &filter) { show(session, Shown{.filter = filter}); }
    /// Decisions changed: records are read again.
    void refresh();
    /// Where the preview comes from when something of it is shown.
    using PreviewProvider = std::function<std::shared_ptr<const MergePreview>()>;
    void setPreviewProvider(PreviewProvider provider);

    /// More rows than these are not waited for.
    static constexpr int readAtOnce = 5000;

    [[nodiscard]] int count() const { return int(m_ids.size()); }
    [[nodiscard]] const QList<qint64> &ids() const { return m_ids; }
    /// All rows that pass are in the list.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// The table has so few rows that nobody waits for them.
    [[nodiscard]] bool isSmall() const { return m_small; }
    [[nodiscard]] qint64 idAt(int row) const { return m_ids.at(row); }
    [[nodiscard]] int rowOf(qint64 id) const { return int(m_ids.indexOf(id)); } ///< -1 where it is not shown
    /// The record; nothing where it cannot be read. Valid until the next call of a member.
    [[nodiscard]] const Difference *at(int row) const;
    [[nodiscard]] const AlignedTable *table() const; ///< null where nothing is shown
    [[nodiscard]] int tableIndex() const { return m_shown.filter.table.value_or(-1); }
    [[nodiscard]] const Shown &shown() const { return m_shown; }
    [[nodiscard]] std::shared_ptr<const MergePreview> preview() const;
    /// The column refers to another table's row, so that its merged value may be a key that moved.
    [[nodiscard]] bool isReference(int column) const;
    [[nodiscard]] const Alignment &alignment() const { return m_session->alignment(); }

    /// Rows in which A and B, both there, differ in a column; by column index. Counted on a thread: complete when
    /// isCounted().
    [[nodiscard]] qint64 differencesIn(int column) const { return m_differing.value(column).size(); }
    [[nodiscard]] bool isCounted() const { return m_counted; }
    /// The column holds a difference that is worth showing: also where one of the rows stands alone.
    [[nodiscard]] bool isColumnDiffering(int column) const { return differencesIn(column) > 0; }

Q_SIGNALS:
    void aboutToReset();
    void reset();
    void aboutToGrow(int first, int last);
    void grown();
    void changed();
    void columnsCounted();

private:
    /// What was counted of some rows: ids by column, and where to go on.
    struct Counted
    {
        QHash<int, QList<qint64>> differing;
        qint64 upTo = 0;
        bool complete = false;
    };

    [[nodiscard]] static Result<Counted> countSome(const QString &session, const DifferenceFilter &filter,
                                                   qint64 afterId, const CancelToken &cancel);
    [[nodiscard]] qint64 rowsOfTable() const;
    void readFirst();
    void readAll();
    void takeAll(const QList<qint64> &ids);
    void countOn();
    void takeCounted(const Counted &counted);
    [[nodiscard]] QList<qint64> passing(const QList<qint64> &ids) const;
    void append(const QList<qint64> &ids);

    const Session *m_session = nullptr;
    Shown m_shown;
    QList<qint64> m_all; ///< before differingIn
    QList<qint64> m_ids;
    bool m_complete = true;
    bool m_small = true;
    mutable QCache<qint64, Difference> m_records;
    PreviewProvider m_previewProvider;
    QHash<int, QList<qint64>> m_differing; ///< by column, in the order of keys
    qint64 m_countedUpTo = 0;
    bool m_counted = false;
    Jobs m_reading;
    Jobs m_counting;
};

} // namespace Rejoin

#pragma once

#include "diffcore/compare/pace.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/connection.h"
#include "diffcore/schema/alignment.h"

#include <functional>
#include <memory>

namespace Rejoin {

/// Takes one row; its error ends the reading.
using RowVisitor = std::function<Result<void>(const Row &)>;

/// Reads rows of one aligned table from one version. Every row is as wide as the aligned table: cells of columns that
/// the version lacks are absent. Used on the connection's thread; must not outlive connection and table. Errors carry
/// the server's label and the table.
class RowFetcher
{
public:
    RowFetcher(Connection &connection, const AlignedTable &table, Version version, CancelToken cancel);

    /// From now on its queries keep to it.
    void setPace(std::shared_ptr<Pace> pace) { m_pace = std::move(pace); }
    [[nodiscard]] bool isPaced() const { return m_pace != nullptr; }

    /// Up to `limit` rows in the server's order of the key; the range's keys are in the order of keyColumns. Of A and B
    /// only those that the table's filter lets through, as in each(), countRows() and letThrough() and nowhere else.
    [[nodiscard]] Result<QList<Row>> page(const KeyRange &range, int limit);
    /// The same of the rows that were written since, as far as the server can tell.
    [[nodiscard]] Result<QList<Row>> pageWritten(const WrittenSince &since, const KeyRange &range, int limit);
    /// The rows that have one of `tuples` in `columns` (indexes of the aligned table), in no order; any number of
    /// tuples.
    [[nodiscard]] Result<QList<Row>> matching(const QList<int> &columns, const QList<QList<Value>> &tuples);
    /// The rows that have one of these keys.
    [[nodiscard]] Result<QList<Row>> withKeys(const QList<RowKey> &keys);
    /// Those of `keys` whose rows the filter of the version lets through, in no order.
    [[nodiscard]] Result<QList<RowKey>> letThrough(const QList<RowKey> &keys);
    /// The rows that had one of these keys at a moment, of a table whose server keeps versions.
    [[nodiscard]] Result<QList<Row>> withKeysAsOf(const QDateTime &moment, const QList<RowKey> &keys);
    /// Up to `limit` keys in the server's order, of which a version began or ended since; see RowVersions::Touched.
    [[nodiscard]] Result<QList<RowKey>> keysTouched(const RowVersions &since, const KeyRange &range, int limit);
    /// Those of `keys`, in no order.
    [[nodiscard]] Result<QList<RowKey>> touchedOf(const RowVersions &since, const QList<RowKey> &keys);
    /// Every row, in no order.
    [[nodiscard]] Result<void> each(const RowVisitor &visit);
    /// How many rows have the compared values of `row`.
    [[nodiscard]] Result<qint64> countEqual(const Row &row);
    [[nodiscard]] Result<qint64> countRows();
    struct RowCount
    {
        qint64 rows = 0;
        bool isExact = false; ///< of this very moment, by the table's filter
    };
    /// About how many rows there are: at no cost where the server has an idea, else counted.
    [[nodiscard]] Result<RowCount> estimateRows();

    /// The lowest and highest number in a column; nothing where there is none, or one that no qint64 holds.
    [[nodiscard]] Result<std::optional<NumberSpan>> span(int column);
    /// The sums of the segments that have rows, those behind the filter left out. `columns`: indexes of the aligned
    /// table, the same on both sides.
    [[nodiscard]] Result<QHash<qint64, SegmentSum>> sums(const QList<int> &columns, const Segmenting &segmenting,
                                                         const std::optional<NumberSpan> &within);
    /// The same of the whole table, by any key, a piece of `pieceRows` rows at a time in the server's order of the key:
    /// for a server that is to have pauses.
    [[nodiscard]] Result<QHash<qint64, SegmentSum>> sumsByPieces(const QList<int> &columns,
                                                                 const Segmenting &segmenting, int pieceRows);
    /// The hash of each row in these segments, by its key.
    [[nodiscard]] Result<QHash<RowKey, quint64>> rowSums(const QList<int> &columns, const Segmenting &segmenting,
                                                         const QList<qint64> &segments);
    /// Up to `limit` keys of a joined neighbour's rows or of own ones; see Joining. `other` reads the same table.
    [[nodiscard]] Result<QList<RowKey>> unlike(const RowFetcher &other, const QList<int> &columns,
                                               const QString &neighbour, Joining::Looking looking,
                                               const KeyRange &range, int limit);

private:
    [[nodiscard]] const Table &shape() const { return *m_table.in[m_version]; }
    [[nodiscard]] QStringList names(const QList<int> &columns) const;
    [[nodiscard]] QString condition() const;
    [[nodiscard]] Selection selection(const QList<int> &keyColumns) const;
    [[nodiscard]] Selection filtered(const QList<int> &keyColumns) const;
    [[nodiscard]] Selection keySelection(const std::optional<RowVersions> &versions) const;
    [[nodiscard]] Result<QList<Row>> matching(const Selection &what, const QList<QList<Value>> &tuples,
                                              const QList<int> &columns);
    [[nodiscard]] Result<QList<Row>> rows(const QString &sql, const QList<int> &columns);
    [[nodiscard]] Result<void> read(const QString &sql, const QList<int> &columns, const RowVisitor &visit);
    /// Cell by cell, for what are no rows.
    [[nodiscard]] Result<void> readCells(const QString &sql,
                                         const std::function<Result<void>(const BlockReader &, int row)> &visit);
    [[nodiscard]] Result<QHash<qint64, SegmentSum>> sumsOf(const Summing &what);
    /// The last of up to `limit` keys of a range; nothing where there are fewer.
    [[nodiscard]] Result<std::optional<QList<Value>>> lastOf(const KeyRange &range, int limit);
    [[nodiscard]] Summing summing(const QList<int> &columns, const Segmenting &segmenting) const;
    [[nodiscard]] RowKey keyIn(const BlockReader &reader, int row) const;
    [[nodiscard]] Row decoded(const BlockReader &reader, int row, const QList<int> &columns) const;
    [[nodiscard]] QList<RowKey> keysOf(const QList<Row> &rows) const;
    [[nodiscard]] Result<qint64> number(const QString &sql);
    [[nodiscard]] Result<void> run(const QString &statement);
    [[nodiscard]] Error placed(Error error) const;

    Connection &m_connection;
    const AlignedTable &m_table;
    Version m_version;
    CancelToken m_cancel;
    QList<int> m_columns;
    std::shared_ptr<Pace> m_pace;
};

} // namespace Rejoin

#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// How a server keeps the versions that the rows of a table had.
struct KeptVersions
{
    QString start; ///< columns of a version's period, times in UTC; empty where changes cannot be found by them
    QString end;
    /// Why what is not there as of the moment may have been there all the same; empty = the history is whole.
    QString doubt;
    /// The person's word that no history was deleted dispels the doubt.
    bool isDoubtWaived = false;
};

/// A list that a server keeps of the changes of its tables, or what stands for one.
enum class Watch : quint8 {
    ChangeTracking,    ///< keys with the sort of their change
    ChangeDataCapture, ///< every change, written down by a job of the server some time after
    RowVersion,        ///< a number in each row that grows with every write of the database
};

/// The list of one table's changes since the split.
struct ChangeList
{
    QString source; ///< for RowVersions::list
    /// Until when the server has written its list; invalid = it is never behind. UTC.
    QDateTime until;

    /// The column that says what became of a key first: I = it was not there at the split, U and D = it was, T = it was
    /// inserted or updated, which of them is not known.
    static constexpr auto letterColumn = QLatin1StringView("rejoin_change");
};

/// A question when the servers may have parted.
struct SplitSource
{
    QString name; ///< "restore history"
    /// Rows of a moment (ISO 8601 UTC, or NULL where none is told) and of words for what happened then.
    QString query;
};

/// What an engine can tell of the past, beside a baseline. No state, as Dialect; an engine that cannot tell leaves
/// these as they are. Servers refuse what a user may not ask, or what they lack: that is an answer, too.
class Past
{
public:
    virtual ~Past() = default;

    /// Query for the tables that keep versions of their rows, or of whose changes there is such a list: rows of schema
    /// (as TableName has it) and name. Empty where each table has to be asked.
    [[nodiscard]] virtual QString selectVersionedTables() const { return {}; }
    [[nodiscard]] virtual QString selectWatchedTables(Watch watch) const
    {
        Q_UNUSED(watch)
        return {};
    }
    /// Whether the versions of a table's rows go back to a moment, so that RowVersions can be read. Fails with
    /// Unsupported, saying why, where the table keeps none, or none that are so old.
    [[nodiscard]] virtual Result<KeptVersions> readKeptVersions(Connection &connection, const Table &table,
                                                                const QDateTime &moment) const;
    /// Query for the highest value that a column had at a moment, of a table that keeps versions.
    [[nodiscard]] virtual QString selectHighestAsOf(const Table &table, const QString &column,
                                                    const QDateTime &moment) const;

    /// The changes of a table since a point that the server itself counts ("1207", "0x00000000000007D1"), or since the
    /// moment, where the point is empty and the server knows times. `keyColumns`: by which rows are told apart. Fails
    /// with Unsupported, saying why, where there is no list, or none that reaches back to the split.
    [[nodiscard]] virtual Result<ChangeList> readChangeList(Connection &connection, const Table &table,
                                                            const QStringList &keyColumns, Watch watch,
                                                            const QString &point, const QDateTime &moment) const;
    /// Query for where the lists of this database stand now, rows of words ("change tracking") and the point: what to
    /// write down at the split. Empty = there are none.
    [[nodiscard]] virtual QString selectPoints() const { return {}; }

    /// The point in the server's stream of writes: while the text stays the same, nobody wrote. Empty where the server
    /// cannot tell. To be asked within a consistent read.
    [[nodiscard]] virtual QString readWritePosition(Connection &connection) const;

    [[nodiscard]] virtual QList<SplitSource> splitSources() const { return {}; }
};

/// "change tracking 1207", by Past::selectPoints(); nothing where the server refuses.
[[nodiscard]] QStringList pointsOf(Connection &server);

/// The one cell of a query as text; empty for NULL, for no row, and where the server refuses.
[[nodiscard]] QString onlyCell(Connection &connection, const QString &query);

/// A moment as a server's literals of times take it, "2026-11-22 10:00:00.123", in UTC.
[[nodiscard]] QString momentText(const QDateTime &moment);

} // namespace Rejoin

#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "diffcore/dialect/engine.h"
#include "diffcore/dialect/keyrange.h"
#include "diffcore/dialect/rowchange.h"
#include "diffcore/dialect/segments.h"
#include "diffcore/schema/catalog.h"
#include "diffcore/value/value.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>
#include <QTimeZone>
#include <memory>
#include <optional>

namespace Rejoin {

class Connection;
class Past;

/// What a connection may do.
enum class Access : quint8 { ReadOnly, ReadWrite };

/// Rows that were written at a moment or later, as the server itself can tell.
struct WrittenSince
{
    QString column;  ///< that notes the time; empty = by the commit of the transaction that wrote the row last
    QTimeZone zone;  ///< of times in the column that carry none; invalid = UTC
    QDateTime since; ///< UTC
};

/// What a server keeps of the past of a table's rows, read instead of the rows as they are.
struct RowVersions
{
    enum class Which : quint8 {
        AsOf,    ///< the rows that were there at the moment
        Touched, ///< each key once of which a version began or ended at the moment or later: written or deleted since
        Listed,  ///< each key once that a list of changes has, with ChangeList::letterColumn
    };
    Which which = Which::AsOf;
    QDateTime moment; ///< AsOf, Touched: UTC
    QString start;    ///< Touched: the columns of the period in which a version was there
    QString end;
    QString list; ///< Listed: ChangeList::source
};

/// Columns to read from a table and how to find the rows; names as the table has them.
struct Selection
{
    const Table *table = nullptr;
    QStringList columns; ///< where keys alone are read, nothing but keyColumns
    QStringList keyColumns;
    /// In selectPage() and selectMatching(), for a table of whose past the server told; see Past.
    std::optional<RowVersions> versions = std::nullopt;
    /// Only these rows, in selectPage() alone. A dialect that cannot tell leaves it out and gives all of them.
    std::optional<WrittenSince> writtenSince = std::nullopt;
    /// Only rows that meet this condition of the person's, against which whyNoCondition() has nothing; empty = all. It
    /// names the table's columns, and the table by no name.
    QString condition;
};

/// How one connection reaches the database of another one.
struct Neighbour
{
    QStringList begin; ///< statements to be run once, outside a transaction
    QString database;  ///< the name by which it is then known
};

/// Two tables of one connection, to be joined by their keys. The columns of both are in the same order.
struct Joining
{
    Selection here;   ///< of the connection's own database
    Selection there;  ///< of its neighbour
    QString database; ///< Neighbour::database
    enum class Looking : quint8 {
        Unlike,  ///< for the keys of rows here that are unlike there, or missing
        Missing, ///< for the keys of rows there that are missing here
    };
    Looking looking = Looking::Unlike;
    KeyRange range;
    int limit = 1;
};

/// A generator to set: the number that it last gave out shall be `lastGiven` at least.
struct GeneratorChange
{
    const Table *table = nullptr;
    QString column;
    qint64 lastGiven = 0;
    std::optional<qint64> before; ///< undo: exactly back to this, where the generator still stands at `lastGiven`
    bool restore = false;         ///< true: the undo's way
};

/// Numbers to be taken out of the generator of a server that is in use.
struct NumberRequest
{
    const Table *table = nullptr;
    QString column;
    qint64 above = 0; ///< all of them lie above this
    qint64 count = 0;
};

/// How they are taken, so that nobody else is given them, and the generator never goes back. Each statement is run by
/// itself; what a failed one left open is ended by `giveUp`.
struct NumberStatements
{
    QStringList begin;
    QString take; ///< query: first, last and step of each run of numbers, in their order; others may lie in between
    QStringList end;
    QStringList giveUp;
};

/// What a script says and checks before its first operation.
struct ScriptHead
{
    QStringList comments; ///< one a line
    ServerInfo target;
    QList<const Table *> tables;    ///< touched ones: their shape is checked
    QList<RowChange> appliedProbes; ///< operations whose results, all there, mean "already applied"
    QString appliedMessage;         ///< "already applied"
    /// Every row of the operations and of ScriptTail::kept as it must be before the first operation, as changes that
    /// have happened; only for a dialect that checksRowsFirst().
    RowChanges expected;
    /// Those of the tail, for an engine that cannot set them within the transaction.
    QList<GeneratorChange> generators;
    bool foreignKeysOff = false; ///< see Plan; only for a dialect that switchesForeignKeysOff()
};

struct ScriptTail
{
    /// Dialect::rowChecks() of rows that decisions rest on and that the target keeps as it has them: they must still be
    /// as they were compared.
    QStringList kept;
    QStringList postconditions; ///< the same: touched rows have the merged values (insert/update) or are gone (delete)
    QList<GeneratorChange> generators;
    QList<const Table *> tables; ///< whose foreign keys are checked
    bool foreignKeysOff = false; ///< as in the head
};

/// A statement of a script file, as the applier runs it.
struct ScriptStatement
{
    QByteArray script;    ///< the whole of it, which `text` is a part of
    QByteArrayView text;  ///< without the end mark
    int line = 1;         ///< of the file, from 1
    bool commits = false; ///< it is the COMMIT: what comes after it cannot be rolled back with the rest
};

/// Everything that engines do differently. Query text stands in this folder only. No state but the server's version and
/// abilities; any thread may use it once they are asked.
class Dialect
{
public:
    virtual ~Dialect() = default;

    /// Null for an engine that has no dialect yet.
    [[nodiscard]] static std::unique_ptr<Dialect> make(const ServerInfo &server);

    [[nodiscard]] virtual Engine engine() const = 0;
    [[nodiscard]] virtual QString name(const QString &identifier) const = 0; ///< quoted
    [[nodiscard]] QString name(const TableName &table) const;
    /// The value as an expression of the column's type that the server reads back the same.
    [[nodiscard]] virtual QString literal(const Value &value, const Column &column) const = 0;

    /// Statements that a new connection runs first; the last of them reaches the database.
    [[nodiscard]] virtual QStringList beginSession(Access access) const = 0;
    /// Query for ServerInfo::identity, one cell, for a connection that has begun its session; empty where what the
    /// driver tells will do, which also holds where the server does not answer.
    [[nodiscard]] virtual QString selectIdentity() const { return {}; }

    /// Asks once, after the session has begun, what the server allows that its version does not tell. What it does not
    /// answer counts as not allowed.
    virtual void askAbilities(Connection &connection) { Q_UNUSED(connection) }
    /// How reads fall short on the server that was asked: "not of one moment, since …"; empty where they do not.
    [[nodiscard]] virtual QString readLimits() const { return {}; }

    // Catalog
    [[nodiscard]] virtual Result<Catalog> readCatalog(Connection &connection, const CancelToken &cancel) const = 0;
    [[nodiscard]] virtual Result<GeneratorState> readGenerator(Connection &connection, const Table &table,
                                                               const QString &column) const = 0;
    /// Query for what the connection's user may not do with these tables: rows of the table's index, the right in the
    /// engine's words ("UPDATE"; with " on " where it is another object's: "USAGE on schema sales"), and "reading" or
    /// "writing". Empty where the engine has no users, or does not tell.
    [[nodiscard]] virtual QString selectMissingRights(const QList<const Table *> &tables) const
    {
        Q_UNUSED(tables)
        return {};
    }

    // Reading. Cells of the selected columns come in the order of Selection::columns, to be decoded with decode().
    /// Up to `limit` rows of a range in key order.
    [[nodiscard]] virtual QString selectPage(const Selection &what, const KeyRange &range, int limit) const = 0;
    /// The rows whose `what.keyColumns` are one of `tuples`, in the order of those columns. No NULLs in the tuples.
    [[nodiscard]] virtual QString selectMatching(const Selection &what, const QList<QList<Value>> &tuples) const = 0;
    /// Every row, in no order: keyless tables.
    [[nodiscard]] virtual QString selectAll(const Selection &what) const = 0;
    /// How many rows have just these values (null-safe), one number: keyless tables.
    [[nodiscard]] virtual QString countEqual(const Table &table, const QList<QPair<QString, Value>> &values) const = 0;
    /// `condition` as Selection has it.
    [[nodiscard]] virtual QString countRows(const Table &table, const QString &condition) const = 0;
    /// A query that reads no row, and that the server refuses where it does not understand the condition.
    [[nodiscard]] QString proveCondition(const Table &table, const QString &condition) const;
    [[nodiscard]] virtual Value decode(const Column &column, std::optional<QByteArrayView> cell) const = 0;

    // Summing up rows, so that few of them need to be read
    /// What the server's sums are made with; two servers can be compared where it is the same. Empty = the engine or
    /// its version cannot.
    [[nodiscard]] virtual QString summingMeans() const { return {}; }
    /// One row a segment that has rows: its number, how many rows, and their sum, a 64-bit integer with or without
    /// sign.
    [[nodiscard]] virtual QString selectSums(const Summing &what) const;
    /// Each row of these segments: the cells of its key, then its hash, which alone makes up the sum of one row.
    [[nodiscard]] virtual QString selectRowSums(const Summing &what, const QList<qint64> &segments) const;
    /// The sum of the rows of two pieces of one segment, from the pieces' sums; the same whatever the pieces.
    [[nodiscard]] virtual quint64 addedSums(quint64 left, quint64 right) const { return left ^ right; }
    /// The condition that a row of the alias t lies in the range of `what.keyColumns`; empty = every row does.
    [[nodiscard]] virtual QString withinRange(const Selection &what, const KeyRange &range) const = 0;
    /// A query whose rows all come at once, so that the server may use several processes for it.
    struct WholeQuery
    {
        QStringList before; ///< statements
        QString query;
        QStringList after;
    };
    [[nodiscard]] virtual WholeQuery wholeQuery(const QString &query) const { return {{}, query, {}}; }
    /// Query for how many statements other sessions run on the server at this moment, one cell. Empty = the engine
    /// does not tell.
    [[nodiscard]] virtual QString selectRunningStatements() const { return {}; }
    /// About how many rows there are, at no cost; one cell, NULL or below 0 where the server has no idea. Empty = the
    /// engine has none.
    [[nodiscard]] virtual QString selectRowEstimate(const Table &table) const;
    /// The lowest and the highest value of a column, two cells, NULL where there are no rows.
    [[nodiscard]] QString selectSpan(const Table &table, const QString &column) const;

    // Two databases that one connection reaches
    /// Nothing where a connection to `here` cannot read the database `there`.
    [[nodiscard]] virtual std::optional<Neighbour> neighbour(const ServerInfo &here, const ServerInfo &there) const;
    /// Whether rows can be joined by these columns, which find an index and tell keys apart as Rejoin does.
    [[nodiscard]] virtual bool joinsBy(const Column &here, const Column &there) const;
    /// Up to `limit` keys in their order, as cells of the key.
    [[nodiscard]] virtual QString selectUnlike(const Joining &what) const;

    /// Statements that begin and end a consistent read.
    [[nodiscard]] virtual QStringList beginRead() const = 0;
    [[nodiscard]] virtual QStringList endRead() const = 0;
    /// The server's clock as ISO 8601 UTC with milliseconds, one cell.
    [[nodiscard]] virtual QString selectClock() const = 0;

    // The past. An engine that cannot tell leaves these as they are.
    /// Query for the earliest moment since which the server keeps the commit time of every row, ISO 8601 UTC, one cell;
    /// NULL where it keeps none. Empty = the engine has no such thing.
    [[nodiscard]] virtual QString selectCommitTimesKept() const { return {}; }
    /// The rows whose `what.keyColumns` are one of `tuples`: their columns, then the time at which the transaction that
    /// wrote the row last was committed (ISO 8601 UTC, or NULL), then 1 where the row is older than all that is kept.
    [[nodiscard]] virtual QString selectCommitTimes(const Selection &what, const QList<QList<Value>> &tuples) const;

    /// What the engine knows of its past by other means.
    [[nodiscard]] virtual const Past &past() const;

    // Scripts. Each gives whole statements with their end marks; the engine's own client runs them as they are.
    [[nodiscard]] virtual QString comment(const QString &text) const = 0;
    [[nodiscard]] virtual QStringList scriptHead(const ScriptHead &head) const = 0;
    /// Operations leave traces that no rollback takes back: a script looks at all rows before the first of them.
    [[nodiscard]] virtual bool checksRowsFirst() const { return false; }
    [[nodiscard]] virtual QStringList scriptOperation(const RowChange &change) const = 0;
    /// How many rows stand in one list of scriptOperations() and rowChecks() at most: few enough that a server looks
    /// each row up by its key.
    [[nodiscard]] virtual qsizetype rowsPerList() const { return 300; }
    /// The same for several operations of one kind and table, none of which changes what another one expects: their
    /// rows are looked at together, by one count or one condition, and one by one only where one of them is not as
    /// expected, to be named. Refuses as scriptOperation() does. An engine without such a form does one after the
    /// other.
    [[nodiscard]] virtual QStringList scriptOperations(const QList<RowChange> &changes) const;
    /// Whether the engine checks foreign keys at the end of a statement, and one statement can change rows of several
    /// tables.
    [[nodiscard]] virtual bool changesAtOnce() const { return false; }
    /// The same for keyed operations of which foreign keys allow none before the others: one statement carries them
    /// out, in their order. Only where changesAtOnce().
    [[nodiscard]] virtual QStringList scriptAtOnce(const QList<RowChange> &changes) const
    {
        return scriptOperations(changes);
    }
    /// For the tail and the check: notes those rows that are not as `rows`, changes that have happened, leave them.
    [[nodiscard]] virtual QStringList rowChecks(const RowChanges &rows) const = 0;
    [[nodiscard]] virtual QStringList scriptTail(const ScriptTail &tail) const = 0;
    /// A read-only script of rowChecks() alone: fails like merge.sql does where a row is not as they say.
    [[nodiscard]] virtual QStringList checkScript(const ScriptHead &head, const QStringList &checks) const = 0;
    /// Statements of a script that this dialect wrote, client directives and comments left out.
    [[nodiscard]] virtual Result<QList<ScriptStatement>> split(const QByteArray &script) const = 0;
    /// To be asked before abandonScript() for the names of all rows that made a script refuse: statements, the last one
    /// a query. Errors mean none.
    [[nodiscard]] virtual QStringList unlikeRows() const = 0;
    /// Query that makes this session the only one of Rejoin that works on the database's rows, until it ends: one cell,
    /// 1 where it is, 0 where another one still is. Empty where a session ends with its program. What a killed program
    /// sent last may still run, or be rolled back, on its server.
    [[nodiscard]] virtual QString selectHold() const { return {}; }
    /// Undoes what an interrupted script left open on its connection; errors are of no interest.
    [[nodiscard]] virtual QStringList abandonScript() const = 0;
    /// Classifies what a server said to a script's statement: Refused, AlreadyApplied, WrongTarget (with the guard's
    /// message), else the error as it is.
    [[nodiscard]] virtual Error scriptError(const Error &error) const = 0;
    /// Foreign keys are checked at commit, not at once: operations need no order for them.
    [[nodiscard]] virtual bool defersForeignKeys() const = 0;
    /// A script can do without the server's checks and prove the foreign keys itself, where no order satisfies them.
    [[nodiscard]] virtual bool switchesForeignKeysOff() const { return false; }

    /// For a generator that keeps a count of its own (GeneratorState::lastGiven). Where others take numbers at the same
    /// time, there may be fewer than were asked for.
    [[nodiscard]] virtual NumberStatements takeNumbers(const NumberRequest &request) const = 0;

    // Rehearsals
    /// Query for how many rows this connection changed so far, triggers and cascades included: display name of the
    /// table, inserted, updated, deleted; an empty name where the engine counts all tables together. Empty where it
    /// does not count.
    [[nodiscard]] virtual QString selectRowChanges() const { return {}; }
    /// Query for the locks that this connection holds, one text a row.
    [[nodiscard]] virtual QString selectLocks() const = 0;
    /// What a script leaves behind although it is rolled back, one sentence; empty = nothing.
    [[nodiscard]] virtual QString rollbackLeaves() const { return {}; }
};

} // namespace Rejoin

#pragma once

#include "diffcore/base/result.h"
#include "diffcore/compare/difference.h"
#include "diffcore/merge/constraintcheck.h"
#include "diffcore/merge/mergedstate.h"
#include "diffcore/merge/reservation.h"
#include "diffcore/schema/alignment.h"
#include "diffcore/schema/relationproposal.h"
#include "diffcore/session/history.h"

#include <QDateTime>
#include <QHash>
#include <functional>
#include <memory>

namespace Rejoin {

/// How far one table is.
struct TableStatus
{
    enum class State : quint8 { Waiting, Comparing, Compared, NotComparable, Failed, Cancelled };
    State state = State::Waiting;
    /// Changes: only the rows that the evidence lists as touched since the split were compared; what that list lacks
    /// is a finding.
    enum class Extent : quint8 { Whole, Changes } extent = Extent::Whole;
    QString reason;   ///< why it is not compared or failed
    QString evidence; ///< name of the evidence
    QString limits;   ///< what the evidence cannot tell
    PerSide<std::optional<qint64>> rows;
    PerVersion<GeneratorState> generators;
    QStringList findings; ///< "7 rows are equal on both under a key given after the split: they could be two each"
    QStringList counters; ///< columns whose equal changes on both servers were looked for
};
[[nodiscard]] QString stateName(TableStatus::State state); ///< "compared", "not comparable", …

/// Rows of one table by outcome.
struct TableCounts
{
    QHash<Outcome, qint64> outcomes;
    qint64 unresolved = 0;          ///< rows
    qint64 constraintConflicts = 0; ///< conflicts of the table's constraints
};

/// What a comparison was made of.
struct ComparisonHeader
{
    QString projectHash; ///< SHA-256 of projectJson()
    PerSide<QString> titles;
    PerSide<QString> identities; ///< ServerInfo::identity
    PerSide<ServerInfo> servers;
    QDateTime since;
    QDateTime startedAt;
    QDateTime finishedAt;                                        ///< invalid = not finished
    Side moves = Side::B;                                        ///< the side whose rows get new keys
    std::optional<double> clockDifferenceSeconds = std::nullopt; ///< A's minus B's, as measured
};

/// From a moment on, up to another and without it; UTC.
struct TimeSpan
{
    QDateTime from;
    QDateTime until;

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

struct DifferenceFilter
{
    std::optional<int> table;
    QList<Outcome> outcomes; ///< empty = all
    bool unresolvedOnly = false;
    std::optional<RowKey> key = std::nullopt;
    std::optional<TimeSpan> written = std::nullopt; ///< a side wrote the row in this time
};

struct JournalEntry
{
    qint64 step = 0;
    QDateTime at; ///< that of the step's entry in the history
    QString by;
    QString text; ///< "take B for 212 rows of orders"
    qint64 rows = 0;
    bool undone = false;
};

/// What happens to the decisions of earlier comparisons.
enum class KeptDecisions : quint8 { Unmoved, Fresh };

/// What other objects or programs did to a session's file.
enum class News : quint8 {
    Nothing,
    Content,    ///< decisions, rows or statuses of the same comparison
    Comparison, ///< a new comparison: table indexes, ids, header and alignment are no longer those that were read
};

/// NAME.session: the work, in an SQLite file. Differences and decisions are on disk, each decision before it shows;
/// killing the program loses nothing decided. One object on one thread; several objects may have one file open.
class Session
{
public:
    /// Creates the file where there is none. Fails with BadFile (not a session, newer version), CannotWrite.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(const QString &path);
    /// Fails with BadFile where there is no file ("compare first").
    [[nodiscard]] static Result<std::unique_ptr<Session>> openExisting(const QString &path);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;
    [[nodiscard]] QString path() const;

    // Filling, by compare()
    /// Starts anew with this alignment; the undo journal starts afresh. Decisions that a person, a rule or an accepted
    /// suggestion made are set aside for finishComparison(); with Fresh they are dropped.
    [[nodiscard]] Result<void> beginComparison(const ComparisonHeader &header, const Alignment &alignment,
                                               KeptDecisions kept);
    /// Starts anew for `tables` (indexes into `alignment`) alone: what was found of them goes, as by clearTable(), and
    /// is to be added again. The other tables stay as they are, with status, ids and decisions; with Fresh only the
    /// decisions of `tables` are dropped. The undo journal starts afresh. To be ended by finishComparison() too.
    /// Fails with Refused, changing nothing, where the other tables or the order of tables are not those of the
    /// session's own alignment (then all must be compared again), or where there is no comparison yet.
    [[nodiscard]] Result<void> beginPartialComparison(const ComparisonHeader &header, const Alignment &alignment,
                                                      const QList<int> &tables, KeptDecisions kept);
    /// Adds records in one transaction and gives each its id. A key that is there already is left as it is.
    [[nodiscard]] Result<void> add(QList<Difference> &differences);
    /// Like add(), but a key that is there already is classified anew: the record is replaced, its id stays, and its
    /// decision is set aside for finishComparison().
    [[nodiscard]] Result<void> addOrReplace(QList<Difference> &differences);
    [[nodiscard]] Result<void> setStatus(int table, const TableStatus &status);
    /// Takes away what was found of a table (it is compared again, or failed half way). Its decisions are set aside
    /// for finishComparison().
    [[nodiscard]] Result<void> clearTable(int table);
    /// Gives the decisions that were set aside to the rows that did not move: same table name and columns, key,
    /// outcome and three versions, and nothing but an automatic decision yet. Those of tables that were not compared
    /// now (failed, cancelled, out of scope) stay aside for the next comparison. Sets the header's finishedAt.
    /// To be called after a cancelled comparison too, when the statuses are set.
    [[nodiscard]] Result<void> finishComparison();

    // Reading. Indexes and ids are those of the comparison that this object last saw. Where another object began a new
    // one since, everything below and decide() fail with Refused until refresh() was called. Ids are never used twice.
    /// Looks for what other objects did to the file since the last call, and reads header and alignment again where
    /// they are new (references to them are void then).
    [[nodiscard]] Result<News> refresh();
    [[nodiscard]] bool hasComparison() const;
    [[nodiscard]] const ComparisonHeader &header() const;
    [[nodiscard]] const Alignment &alignment() const;
    [[nodiscard]] Result<QList<TableStatus>> statuses() const;
    [[nodiscard]] Result<QList<TableCounts>> counts() const; ///< by table index; kept, not counted
    [[nodiscard]] Result<Difference> difference(qint64 id) const;
    [[nodiscard]] Result<std::optional<Difference>> find(int table, const RowKey &key) const;
    /// Up to `limit` records after `afterId` in the order (table, key); 0 = from the start.
    [[nodiscard]] Result<QList<Difference>> page(const DifferenceFilter &filter, qint64 afterId, int limit) const;
    /// Ids in the order (table, key): eight bytes a row, for grids.
    [[nodiscard]] Result<QList<qint64>> ids(const DifferenceFilter &filter) const;
    /// All there is, or the differences of these tables alone.
    [[nodiscard]] Result<MergeInput> mergeInput(const std::optional<QList<int>> &tables = {}) const;

    // Deciding. Callers use Resolver, which adds what follows from a decision.
    struct NewDecision
    {
        qint64 id = 0;
        Decision decision;
        bool resolved = false;
    };
    /// One undo step: journalled and committed before it returns. Drops what was undone.
    [[nodiscard]] Result<void> decide(const QList<NewDecision> &decisions, const QString &text, const QString &by);
    [[nodiscard]] Result<bool> undo(const QString &by); ///< false: nothing to undo
    [[nodiscard]] Result<bool> redo(const QString &by);
    [[nodiscard]] Result<QList<JournalEntry>> journal() const;
    [[nodiscard]] Result<void> setConstraintConflicts(const QList<ConstraintConflict> &conflicts);
    [[nodiscard]] Result<QList<ConstraintConflict>> constraintConflicts() const;
    /// References that no foreign key declares, as this comparison found them.
    [[nodiscard]] Result<QList<RelationProposal>> relationProposals() const;
    [[nodiscard]] Result<void> setRelationProposals(const QList<RelationProposal> &proposals);
    /// The counters of natural numbers that rules may write anew, as this comparison found them.
    [[nodiscard]] Result<void> setNumberSeries(const QList<NumberSeries> &series);
    /// The numbers that are reserved for rows which get new keys; kept over comparisons. Those of servers that were not
    /// compared are among them.
    [[nodiscard]] Result<QList<Reservation>> reservations() const;
    /// In place of the ones there are, with a line of history, in one step.
    [[nodiscard]] Result<void> setReservations(const QList<Reservation> &reservations, const HistoryEntry &entry);
    /// Remembers a bundle that was written from this session, by its folder; once for each.
    [[nodiscard]] Result<void> addBundle(const QString &folder);
    [[nodiscard]] Result<QStringList> bundles() const; ///< oldest first; kept over comparisons

    // History and review
    /// Appends to the history, which nothing takes away: a decision, undo or redo is in it already. An invalid time is
    /// now, an empty machine this one.
    [[nodiscard]] Result<void> record(const HistoryEntry &entry);
    /// The same for what may be known already: an entry that is there, word for word, is not added again.
    [[nodiscard]] Result<void> recordOnce(const QList<HistoryEntry> &entries);
    [[nodiscard]] Result<QList<HistoryEntry>> history() const; ///< oldest first; kept over comparisons
    /// Appends a review, and one entry to the history for each of its scripts. `merge`: their texts, kept until the
    /// next review, so that it can be told what changed since.
    [[nodiscard]] Result<void> addReview(const Review &review, const PerSide<QByteArray> &merge);
    [[nodiscard]] Result<std::optional<Review>> review() const; ///< the latest
    /// The merge script for the target as it was reviewed last; empty where none was.
    [[nodiscard]] Result<QByteArray> reviewedScript(Side target) const;
    /// SHA-256 of what was compared, every difference with its rows, and every decision: another one where any of it
    /// changed, the same again where a change was taken back.
    [[nodiscard]] Result<QString> fingerprint() const;
    [[nodiscard]] Result<QStringList> deciders() const; ///< users whose decisions stand, sorted

private:
    struct State;
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Rejoin

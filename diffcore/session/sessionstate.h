#pragma once

#include "diffcore/session/secondreader.h"
#include "diffcore/session/session.h"
#include "diffcore/session/sessionfile.h"

#include <span>

namespace Rejoin {

/// The decisions of a session's file by their ids: equal decisions of many rows are stored once. Lives within one
/// transaction; its memory is bounded.
class DecisionTable
{
public:
    explicit DecisionTable(SessionFile &file)
        : m_file(file)
    {
    }

    [[nodiscard]] Result<qint64> idOf(const Decision &decision);
    [[nodiscard]] Result<Decision> decision(qint64 id);

private:
    SessionFile &m_file;
    QHash<QByteArray, qint64> m_ids;
    QHash<qint64, Decision> m_decisions;
};

/// What a Session object knows of its file.
struct Session::State
{
    std::unique_ptr<SessionFile> file;
    qint64 generation = 0;  ///< number of the comparison that header and alignment are of; 0 = none
    qint64 dataVersion = 0; ///< SQLite's count of what others committed
    ComparisonHeader header;
    Alignment alignment;

    enum class Moment : quint8 { Before, After };

    /// Reads header and alignment.
    [[nodiscard]] Result<void> load();
    /// Fails with Refused where another object began a comparison that this one has not read.
    [[nodiscard]] Result<void> checkGeneration();
    [[nodiscard]] Result<qint64> storedGeneration();
    [[nodiscard]] Result<void> setMeta(const QString &name, const QVariant &value);
    /// What setMeta() stored; an empty list where nothing was.
    template <typename Type>
    [[nodiscard]] Result<QList<Type>> list(const QString &name,
                                           std::optional<QList<Type>> (*decode)(const QByteArray &))
    {
        REJOIN_TRY_VALUE(stored, file->value(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {name}));
        if (!stored)
            return QList<Type>();
        std::optional<QList<Type>> read = decode(stored->toByteArray());
        if (!read)
            return fail(file->damaged(name));
        return std::move(*read);
    }
    /// Stores header and alignment under the next generation, which it returns, and empties what belongs to one
    /// comparison.
    [[nodiscard]] Result<qint64> startGeneration(const ComparisonHeader &newHeader, const Alignment &newAlignment);
    /// Once it is committed: makes it what this object knows.
    [[nodiscard]] Result<void> adopt(const Result<qint64> &begun, const ComparisonHeader &newHeader,
                                     const Alignment &newAlignment);

    /// A transaction that sees the comparison that this object knows.
    template <typename Work> [[nodiscard]] auto reading(Work work) -> decltype(work())
    {
        return checked(SessionFile::Access::Read, std::move(work));
    }
    template <typename Work> [[nodiscard]] auto writing(Work work) -> decltype(work())
    {
        return checked(SessionFile::Access::Write, std::move(work));
    }
    template <typename Work> [[nodiscard]] auto filling(Work work) -> decltype(work())
    {
        return checked(SessionFile::Access::Fill, std::move(work));
    }

    /// Within a transaction: appends to the history.
    [[nodiscard]] Result<void> append(const HistoryEntry &entry);
    /// The same for a step of the journal; `words` hold "%1" for its text.
    [[nodiscard]] Result<void> appendStep(qint64 step, const QString &words, const QString &by);

    enum class KnownKeys : quint8 { Leave, Replace };
    [[nodiscard]] Result<void> addRows(QList<Difference> &differences, KnownKeys known);

    // Within a transaction
    [[nodiscard]] Result<void> insertTable(int table, const AlignedTable &aligned);
    [[nodiscard]] Result<void> dropTableRows(int table);
    /// Gives the differences of a step's changes the decisions that they had before it or have after it, and keeps the
    /// counts.
    [[nodiscard]] Result<void> settle(qint64 step, Moment moment);
    [[nodiscard]] Result<QList<TableStatus>> statuses();
    [[nodiscard]] Result<QList<qint64>> ids(const DifferenceFilter &filter, qint64 afterId, int limit);
    [[nodiscard]] Result<std::optional<Difference>> difference(qint64 id, DecisionTable &decisions);
    /// Fills a new one where it stands: a difference is large to move.
    [[nodiscard]] Result<void> readDifference(const QSqlQuery &query, DecisionTable &decisions, Difference &difference);
    /// Fills `differences` with all that `which` (from WHERE on) lets through, which are as many; where there is a
    /// second reader, it reads the second half of them.
    [[nodiscard]] Result<void> readDifferences(const QString &which, std::span<Difference> differences,
                                               std::optional<SecondReader> &second);

private:
    template <typename Work> [[nodiscard]] auto checked(SessionFile::Access access, Work work) -> decltype(work())
    {
        return file->transaction(access, [&]() -> decltype(work()) {
            REJOIN_TRY(checkGeneration());
            return work();
        });
    }
};

} // namespace Rejoin

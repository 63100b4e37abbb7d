#pragma once

#include "diffcore/compare/comparer.h"
#include "diffcore/compare/desk.h"
#include "diffcore/compare/differencemaker.h"
#include "diffcore/compare/drifttally.h"
#include "diffcore/compare/keysource.h"
#include "diffcore/compare/knownkeys.h"
#include "diffcore/compare/rowfetcher.h"
#include "diffcore/evidence/evidencechooser.h"

namespace Rejoin {

/// Compares one table: reads, asks, classifies, fills the session and says how it went. On any thread that has the
/// servers for itself; the session is written at the desk.
class TableComparer
{
public:
    TableComparer(Servers &servers, Session &session, Desk &desk, int table, const CompareOptions &options,
                  const CancelToken &cancel, const Progress &progress);

    /// Columns whose equal changes on both servers are looked for too.
    void setCounters(QList<int> columns) { m_counters = std::move(columns); }

    /// Instead of looking for rows that differ: these alone are read, and what is known of the table otherwise stays.
    /// `alike`: those of them that were alike on both servers.
    void setKnown(QList<RowKey> keys, QList<RowKey> alike, const TableStatus &before);

    /// Sets the table's status in the session, whatever comes of it. An error is one of the session itself, or
    /// Cancelled; what the servers refuse stands in the status.
    [[nodiscard]] Result<void> run(const ChosenEvidence &chosen);

private:
    struct Unlisted
    {
        qint64 missing = 0;
        qint64 unlike = 0;
        [[nodiscard]] qint64 rows() const { return missing + unlike; }
    };

    [[nodiscard]] Result<void> compareRows(const ChosenEvidence &chosen, TableStatus &status);
    [[nodiscard]] Result<void> readChanges(Evidence &evidence, KeySource &changes, PerSide<RowFetcher *> from,
                                           TableStatus &status);
    [[nodiscard]] Result<void> readKeyed(Evidence &evidence, PerSide<RowFetcher *> from, TableStatus &status);
    /// Adds the differences among what the source proposes.
    [[nodiscard]] Result<void> readFrom(KeySource &source, DifferenceMaker &maker, PerSide<RowFetcher *> from);
    [[nodiscard]] Result<void> readCounters(DifferenceMaker &maker, PerSide<RowFetcher *> from, TableStatus &status);
    [[nodiscard]] Result<void> countRows(PerSide<RowFetcher *> from);
    [[nodiscard]] Result<void> readKeyless(Evidence &evidence, PerSide<RowFetcher *> from, TableStatus &status);
    void noteReadLimits(TableStatus &status) const;
    [[nodiscard]] Result<void> readGenerators(TableStatus &status);
    [[nodiscard]] Result<void> set(const TableStatus &status);
    [[nodiscard]] Result<void> add(QList<Difference> &differences);
    void countUnlisted(const QList<Difference> &differences);
    [[nodiscard]] QString unlistedText(const QString &evidence) const;
    void report(const PerSide<std::optional<qint64>> &seen) const;

    Servers &m_servers;
    Session &m_session;
    Desk &m_desk;
    int m_table;
    CompareOptions m_options;
    QList<int> m_counters;
    std::optional<KnownKeys> m_known;
    QList<RowKey> m_knownAlike;
    TableStatus m_before; ///< where the keys are known
    CancelToken m_cancel;
    Progress m_progress;
    Unlisted m_unlisted;
    DriftTally m_drift;
    qint64 m_total = 0; ///< rows of both sides
};

/// What progress says while a table is compared: rows of both servers of about how many.
[[nodiscard]] QString comparingText(const QString &table);

} // namespace Rejoin

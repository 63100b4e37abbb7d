#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "diffcore/base/result.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// How far the work of a session is, as `compare`, `status` and `resolve` end.
struct Overview
{
    QList<TableStatus> statuses; ///< by table index
    QList<TableCounts> counts;   ///< by table index
    QList<ConstraintConflict> conflicts;
    qint64 differences = 0;
    qint64 unresolvedRows = 0;
    bool suggestions = false; ///< Rejoin suggests what to do with some undecided rows
    bool canBeMerged = true;  ///< the servers are of one engine
    int notCompared = 0;      ///< tables that were to be compared and were not
    int filtered = 0;         ///< tables of which a condition leaves rows out
    int changesOnly = 0;      ///< tables of which only what was written since the split was compared

    [[nodiscard]] qint64 missingDecisions() const { return unresolvedRows + conflicts.size(); }
    [[nodiscard]] bool converged() const { return differences == 0 && notCompared == 0 && changesOnly == 0; }
    /// Undecided before differences before tables that cannot be compared.
    [[nodiscard]] Exit exit() const;
};

[[nodiscard]] Result<Overview> overviewOf(const Session &session);

/// What the person leaves out of a table: "not written: total", "only rows where region = 'EU'".
[[nodiscard]] QStringList scopeRemarks(const AlignedTable &table);
void printOverview(const Session &session, const Overview &overview, Output &output);
/// The document of `compare --json` and `status --json`.
[[nodiscard]] QJsonObject overviewJson(const Session &session, const Overview &overview);
/// The last line: what is missing and which command comes next.
void printNextStep(const QString &projectPath, const Overview &overview, Output &output);

/// Names of the conflict's rows: "customers customer_id=62".
[[nodiscard]] Result<QStringList> conflictRows(const Session &session, const ConstraintConflict &conflict);
[[nodiscard]] Result<QJsonArray> conflictsJson(const Session &session, const QList<ConstraintConflict> &conflicts);

} // namespace Rejoin

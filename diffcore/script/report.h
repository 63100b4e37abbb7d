#pragma once

#include "diffcore/script/script.h"
#include "diffcore/session/project.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// The scripts of one target as they were written.
struct WrittenTarget
{
    Side side = Side::A;
    QString mergeHash; ///< SHA-256 of merge.sql, as --approve takes it; empty = not written
    QString undoHash;
    QHash<QString, qint64> counts; ///< "insert", "update", "delete"
    QMap<QString, RowCounts> tables;
};

/// The report as one HTML file without scripts and without anything from the network; every text from data is escaped.
/// `scripts` are those of the bundle that the report goes into, or latestScripts().
[[nodiscard]] Result<QByteArray> htmlReport(const Session &session, const Project &project,
                                            const QList<WrittenTarget> &scripts = {});
/// The same for a merge that was read from the session before.
[[nodiscard]] Result<QByteArray> htmlReport(const Session &session, const Project &project, const MergeInput &input,
                                            const MergedState &merged, const QList<WrittenTarget> &scripts);
/// Every decision, one a line, by table and key: table, key, outcome, decision, origin, reason, by, at (RFC 4180).
[[nodiscard]] QByteArray decisionsCsv(const MergeInput &input);
[[nodiscard]] Result<QByteArray> decisionsCsv(const Session &session);
/// server, table, old key, new key (RFC 4180). `titles` are those of the servers.
[[nodiscard]] QByteArray keyMapCsv(const MergeInput &input, const MergedState &merged, const PerSide<QString> &titles);

} // namespace Rejoin

#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/compare/servers.h"
#include "diffcore/session/session.h"

namespace Rejoin {

enum class VerifyScope : quint8 { Touched, Full };

struct VerifyResult
{
    bool converged = false;
    qint64 rowsCompared = 0;
    /// Rows that differ between A and B, or that are not as the merged state says; described, the first 100.
    QStringList unlike;
    qint64 unlikeCount = 0;
    /// Generators below the highest key: "orders on A gives 1050 next, but 1100 is taken".
    QStringList generators;
    QStringList notConverged; ///< tables with skipped rows or that are not compared, with the reason
    /// "orders: channel (not on B)": columns that the servers do not share, and of which nothing is said.
    QStringList columnsNotCompared;
    QStringList columnsNotWritten; ///< "orders: total": compared, but left to the servers
    QStringList filters;           ///< "orders: only rows where region = 'EU'": of the others nothing is said
};

/// Compares again what the merge touched (Full: all tables, without storing), and proves the generators.
[[nodiscard]] Result<VerifyResult> verify(Servers &servers, const Project &project, const Session &session,
                                          VerifyScope scope, const CancelToken &cancel, const Progress &progress);

} // namespace Rejoin

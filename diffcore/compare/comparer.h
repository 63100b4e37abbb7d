#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/compare/pace.h"
#include "diffcore/compare/servers.h"
#include "diffcore/session/session.h"

namespace Rejoin {

struct CompareOptions
{
    QStringList tables; ///< globs: only these are compared again; empty = all
    /// Decisions of rows that did not move are kept unless Fresh.
    enum class Decisions : quint8 { Keep, Fresh } decisions = Decisions::Keep;
    /// Whole: also where the evidence lists what was touched since the split, the tables are read whole, and what the
    /// list lacks is a finding. Known: nothing but the rows that the session has already, by their keys: what moved of
    /// them since is seen, at a cost that follows the differences; what else was written is not.
    enum class Reading : quint8 { Cheapest, Whole, Known } reading = Reading::Cheapest;
    /// Goes on after an interruption: the tables that are compared stay as they are, the others are compared.
    bool onlyUnfinished = false;
    Gentleness gentleness; ///< towards both servers, as each waits for the other
    int connections = 3;   ///< to each server, so that several large tables are compared at a time
    int pageRows = 5000;   ///< rows a side that are held in memory at once
};

/// Finds the divergence and fills the session: catalogs, alignment, every table, entangled rows, automatic decisions,
/// constraint conflicts. Large tables first, several at a time. One failed table does not stop the others; its reason
/// stands in its TableStatus. Tables that a user may not read are left out; when all others are done it fails with
/// RightsMissing, naming the rights. Memory is bounded by `pageRows`, not by the tables. Cancelled keeps the finished
/// tables.
[[nodiscard]] Result<void> compare(Servers &servers, const Project &project, Session &session,
                                   const CompareOptions &options, const CancelToken &cancel, const Progress &progress);

} // namespace Rejoin

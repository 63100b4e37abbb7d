#pragma once

#include "diffcore/apply/applier.h"

namespace Rejoin {

/// What a rehearsed script did to one table; the name is empty where the engine counts all tables together.
struct TableEffect
{
    QString table;
    RowCounts planned;
    RowCounts done;

    friend bool operator==(const TableEffect &, const TableEffect &) = default;
};

struct Rehearsal
{
    Side target = Side::A;
    QString title;
    qint64 statements = 0;
    qint64 milliseconds = 0;    ///< how long the script ran, and its locks were held
    QList<TableEffect> effects; ///< by table; every table that the plan or the script changes
    QStringList beyondPlan;     ///< "stock_log: 3 rows inserted beyond the plan", what triggers and cascades did
    QStringList locks;          ///< "orders RowExclusiveLock": held until the commit
    QStringList warnings;       ///< what could not be told, and what the rollback leaves behind
};

/// Runs the approved script (of `options.kind`) of a bundle on its target up to its commit, looks at what it did, and
/// rolls it back. Logged like a run. Fails like applyScript(); the target is as it was, but for what
/// Dialect::rollbackLeaves() says.
[[nodiscard]] Result<Rehearsal> rehearse(const Bundle &bundle, const ApplyOptions &options, const CancelToken &cancel,
                                         const Progress &progress);

} // namespace Rejoin

#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/dialect/engine.h"
#include "diffcore/odbc/connectionstring.h"

namespace Rejoin {

struct DemoOptions
{
    int orders = 200; ///< orders at the split; at least minimalOrders
    Engine engine = Engine::Sqlite;
    /// Where the databases are made; every user must be allowed to. For SQLite they are files in the folder instead.
    PerVersion<ConnectionString> servers;
    static constexpr int minimalOrders = 60;
};

/// What makeDemo wrote.
struct DemoFiles
{
    QString project;  ///< path of shop.rejoin
    QString rules;    ///< path of rules.json: decides most of what no suggestion does
    QString baseline; ///< path of the file, or name of the database; so the others
    QString a;
    QString b;
    PerVersion<ConnectionString> connections;
};

/// Writes the story of the switch-over: baseline, A and B as SQLite files or as databases of servers, a project and
/// rules. The story itself stands in resources/demo. Deterministic: the same options give the same rows. The folder is
/// made; what an earlier demo left in it, its session included, is replaced, and so are its databases.
/// Fails with Usage (too few orders; a database of the demo's name that is no demo), CannotWrite, Unsupported (an
/// engine that it is not told for), or DriverMissing and the like where a server cannot be reached.
[[nodiscard]] Result<DemoFiles> makeDemo(const QString &folder, const DemoOptions &options, const CancelToken &cancel,
                                         const Progress &progress);

} // namespace Rejoin

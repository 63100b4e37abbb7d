#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"

namespace Rejoin {

struct DemoOptions
{
    int orders = 200; ///< orders at the split; at least minimalOrders
    static constexpr int minimalOrders = 60;
};

/// Paths of what makeDemo wrote.
struct DemoFiles
{
    QString project; ///< shop.rejoin
    QString rules;   ///< rules.json: decides most of what no suggestion does
    QString baseline;
    QString a;
    QString b;
};

/// Writes the story of the switch-over: baseline, A and B as SQLite files, a project and rules. The story itself stands
/// in resources/demo. Deterministic: the same options give the same rows. The folder is made; files of an earlier demo
/// in it, its session included, are replaced.
/// Fails with Usage (too few orders), CannotWrite, or DriverMissing where there is no SQLite ODBC driver.
[[nodiscard]] Result<DemoFiles> makeDemo(const QString &folder, const DemoOptions &options, const CancelToken &cancel,
                                         const Progress &progress);

} // namespace Rejoin

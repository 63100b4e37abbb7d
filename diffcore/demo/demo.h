#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"

namespace Rejoin {

struct DemoOptions
{
    int orders = 200; ///< orders at the split
};

/// Paths of what makeDemo wrote.
struct DemoFiles
{
    QString project; ///< shop.rejoin
    QString baseline;
    QString a;
    QString b;
};

/// Writes the story of the switch-over: baseline, A and B as SQLite files, and a project. Deterministic: the same
/// options give the same rows. The folder is made; files of an earlier demo in it are replaced.
/// Fails with CannotWrite, or DriverMissing where there is no SQLite ODBC driver.
[[nodiscard]] Result<DemoFiles> makeDemo(const QString &folder, const DemoOptions &options, const CancelToken &cancel,
                                         const Progress &progress);

} // namespace Rejoin

#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "diffcore/odbc/connection.h"

namespace Rejoin {

/// Puts the rows of every table of `from` into the empty table of that name in `to`, in one transaction, tables in the
/// given order, parents first. Columns are matched by name.
[[nodiscard]] Result<void> copyRows(Connection &from, Connection &to, const QStringList &tables,
                                    const CancelToken &cancel);

} // namespace Rejoin

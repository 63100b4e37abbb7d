#pragma once

#include "diffcore/evidence/writetimes.h"
#include "diffcore/odbc/connection.h"

namespace Rejoin {

/// Of each table with a generated key, by the last comparison: the highest key under which A and B have the same row,
/// and when that row was entered, or else written, as its own column tells: the servers parted after. (The highest key
/// at the split may be higher, since rows above may have been changed.) Tables whose rows carry no time, or that were
/// not compared whole, are left out.
[[nodiscard]] Result<QList<SplitProposal>> lastSharedRows(Connection &a, const Session &session,
                                                          const CancelToken &cancel);

} // namespace Rejoin

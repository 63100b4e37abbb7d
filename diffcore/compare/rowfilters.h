#pragma once

#include "diffcore/base/result.h"
#include "diffcore/compare/servers.h"

namespace Rejoin {

/// Whether the conditions on rows (AlignmentOptions::filters, of which the alignment was made) can be put into queries:
/// each by its signs, before anything is sent; then by the word of the servers, which are asked with queries that read
/// no row. Fails with Usage, naming table, side and condition. Nothing may be read by an alignment that fails here.
[[nodiscard]] Result<void> proveFilters(Servers &servers, const Alignment &alignment,
                                        const PerSide<QMap<QString, QString>> &filters);

} // namespace Rejoin

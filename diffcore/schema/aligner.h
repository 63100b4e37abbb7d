#pragma once

#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// Whether the versions of a table are of one engine.
enum class Engines : quint8 { Alike, Unlike };

/// Puts the versions of one table side by side: columns by name, what is compared and how, the key, the differences,
/// and why the table cannot be compared if it cannot. `display name` keyed members of `options` are those of this
/// table. Fails with Usage where a chosen key or an ignored column is not there.
[[nodiscard]] Result<AlignedTable> alignTable(const PerVersion<const Table *> &in, const QList<Version> &versions,
                                              const AlignmentOptions &options, Engines engines);

} // namespace Rejoin

#pragma once

#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// "on A", "on B", "in the baseline".
[[nodiscard]] QString placeOf(Version version);

/// What the versions of one table do not share: columns first, then keys, then triggers.
[[nodiscard]] QList<SchemaDifference> schemaDifferences(const AlignedTable &table);

/// The table does not exist everywhere. `versions`: those that are compared at all.
[[nodiscard]] std::optional<SchemaDifference> missingTable(const AlignedTable &table, const QList<Version> &versions);

} // namespace Rejoin

#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// Whether the engine checks foreign keys at the end of a statement, and one statement can change rows of several
/// tables.
[[nodiscard]] bool changesAtOnce(const Dialect &dialect);
/// The statements of a script for keyed operations of which foreign keys allow none before the others: each proves its
/// row as in Dialect::scriptOperation(), and one statement carries them out, in their order. Only for a dialect that
/// changesAtOnce().
[[nodiscard]] QStringList scriptAtOnce(const Dialect &dialect, const QList<RowChange> &changes);

} // namespace Rejoin

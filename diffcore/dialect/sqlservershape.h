#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// One batch that refuses tables which have not the columns, the triggers, or the foreign keys that act on a delete,
/// that they had when they were compared: such a key takes rows along that nobody compared.
[[nodiscard]] QString shapeGuard(const Dialect &dialect, const QList<const Table *> &tables);

} // namespace Rejoin

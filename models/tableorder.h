#pragma once

#include "diffcore/schema/alignment.h"

namespace Rejoin {

/// Table indexes, each table after those that it refers to; tables of one rank, and those in a cycle, as they stand.
/// Who decides in this order decides on an order before its lines.
[[nodiscard]] QList<int> parentsFirst(const Alignment &alignment);

} // namespace Rejoin

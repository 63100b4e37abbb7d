#pragma once

#include "diffcore/schema/catalog.h"

namespace Rejoin {

/// "`shop`.`numbers`", where the column's default asks a sequence of MariaDB for the next number; else empty.
[[nodiscard]] QString mariaDbSequence(const Column &column);

/// The number that the sequence gives out next, an expression. Sequences hand their numbers out of a stock, which alone
/// is told: those that lie in it count as given.
[[nodiscard]] QString nextOfSequence(const QString &sequence);

} // namespace Rejoin

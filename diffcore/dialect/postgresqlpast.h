#pragma once

#include <QDateTime>
#include <QString>

namespace Rejoin {

/// See Dialect::selectPromotion(): when the history file of the present timeline was written.
[[nodiscard]] QString postgresPromotion();
/// See Dialect::selectCommitTimesKept(). Nothing is told where transaction numbers have wrapped around: a frozen row's
/// number could then be a new transaction's.
[[nodiscard]] QString postgresCommitTimesKept();
/// The two cells that Dialect::selectCommitTimes() adds, for rows of the alias `t`.
[[nodiscard]] QString postgresCommitTimeCells();
/// Condition on rows of the alias `t`.
[[nodiscard]] QString postgresCommittedSince(const QDateTime &since);

} // namespace Rejoin

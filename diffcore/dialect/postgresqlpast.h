#pragma once

#include "diffcore/dialect/past.h"

namespace Rejoin {

class PostgreSqlPast final : public Past
{
public:
    [[nodiscard]] QString readWritePosition(Connection &connection) const override;
    /// When the history file of the present timeline was written, and the last commit that came from another server.
    [[nodiscard]] QList<SplitSource> splitSources() const override;
};

/// See Dialect::selectCommitTimesKept(). Nothing is told where transaction numbers have wrapped around: a frozen row's
/// number could then be a new transaction's.
[[nodiscard]] QString postgresCommitTimesKept();
/// The two cells that Dialect::selectCommitTimes() adds, for rows of the alias `t`.
[[nodiscard]] QString postgresCommitTimeCells();
/// Condition on rows of the alias `t`.
[[nodiscard]] QString postgresCommittedSince(const QDateTime &since);

} // namespace Rejoin

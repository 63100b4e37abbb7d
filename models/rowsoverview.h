#pragma once

#include "diffcore/session/session.h"

namespace Rejoin {

/// What a stretch of a long list of rows holds.
struct OverviewPart
{
    bool undecided = false; ///< a row that needs a person, and is not decided
    bool conflict = false;  ///< such a row, decided or not
    PerSide<bool> changed;  ///< a row that this side alone changed, or cells of both merge

    friend bool operator==(const OverviewPart &, const OverviewPart &) = default;
};

/// The list in so many parts of about equal length, or one part a row where there are fewer rows. `ids` are rows of the
/// table, in any order. Reads no row itself, but ids by outcome: for a worker where they are many.
[[nodiscard]] Result<QList<OverviewPart>> overviewOf(const Session &session, int table, const QList<qint64> &ids,
                                                     int parts);

} // namespace Rejoin

#pragma once

#include "diffcore/session/session.h"

#include <functional>

namespace Rejoin {

/// When a side wrote a row that differs; see Difference::written.
struct WriteTime
{
    Side side = Side::A;
    QDateTime at;                           ///< UTC
    const Difference *difference = nullptr; ///< valid during the visit
};

/// Visits the writes of a session whose times are known. Memory does not grow with the session.
[[nodiscard]] Result<void> eachWriteTime(const Session &session, const std::function<void(const WriteTime &)> &visit);

/// Writes per minute on each server, of the rows that differ.
struct Timeline
{
    QDateTime from;              ///< start of the first minute, UTC; invalid = no row that differs carries a time
    QList<PerSide<int>> minutes; ///< one after the other
    qint64 writes = 0;
    qint64 outside = 0; ///< before the split, or after the longest time that is shown

    /// Several minutes in one, where there are more than `most` spans; those without a write are left out.
    struct Span
    {
        QDateTime from;
        int minutes = 1;
        PerSide<int> writes;
    };
    [[nodiscard]] QList<Span> spans(int most) const;

    /// So many minutes are kept: two weeks.
    static constexpr qsizetype longest = 14 * 24 * 60;
};

/// "10:02 to 10:05 UTC", with the days where they are not the same.
[[nodiscard]] QString timeSpanText(const TimeSpan &span);

/// From the split on; where it is not known, from the first time on.
[[nodiscard]] Result<Timeline> timelineOf(const Session &session);
/// The same of differences that were read before.
[[nodiscard]] Timeline timelineOf(const QList<Difference> &differences, const QDateTime &since);

/// A moment at which the servers may have parted, and how that is known.
struct SplitProposal
{
    QDateTime at; ///< UTC
    QString source;
};

/// The first row that A and B wrote apart, as its own time tells: the servers parted before. Nothing where no
/// difference carries a time.
[[nodiscard]] Result<std::optional<SplitProposal>> firstUnlikeTime(const Session &session);

} // namespace Rejoin

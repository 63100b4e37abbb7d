#pragma once

#include "tests/bench/rounds.h"

#include <QJsonObject>
#include <optional>

namespace Rejoin::Bench {

/// What a figure must reach.
struct Bound
{
    enum class Kind : quint8 { AtMost, AtLeast, Exactly };
    Kind kind = Kind::AtMost;
    double value = 0;

    [[nodiscard]] bool holds(double figure) const;
};

enum class Unit : quint8 { Ratio, Milliseconds, Seconds, Megabytes, Rows };

/// Something that a run must have found; where it did not, its times mean nothing.
struct Count
{
    QString what;
    qint64 found = 0;
    qint64 expected = 0;
};

/// One line of the bench's table.
struct Figure
{
    QString row;     ///< name of the row that it belongs to, "full"
    QString measure; ///< "PostgreSQL: full comparison"
    QString of;      ///< what it is a ratio or the median of: "both servers' checksum queries side by side"
    Unit unit = Unit::Ratio;
    std::optional<double> reached; ///< nothing: not measured, and `reason` says why
    std::optional<Bound> bound;    ///< nothing: told for comparison only
    QList<Samples> samples;
    QList<Count> counts;
    QString reason;
    bool failed = false; ///< it should have been measured

    /// Measured, with every count as expected.
    [[nodiscard]] bool isSound() const;
    /// Sound, and within its bound.
    [[nodiscard]] bool meets() const;
};

/// A ratio of two medians.
[[nodiscard]] Figure ratioOf(const Samples &over, const Samples &under);

/// A figure as people read it: "1.25 s", "310,000 rows/s".
[[nodiscard]] QString sampleText(double figure, Samples::Unit unit);

/// The table for people: measure, reached, must reach, verdict, ratio of what.
[[nodiscard]] QString tableOf(const QList<Figure> &figures);
[[nodiscard]] QJsonObject jsonOf(const Figure &figure);

} // namespace Rejoin::Bench

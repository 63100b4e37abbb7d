#pragma once

#include "diffcore/base/result.h"

#include <QList>
#include <functional>

namespace Rejoin::Bench {

/// The middle of some figures; of an even number the mean of the two in the middle. There must be one.
[[nodiscard]] double median(QList<double> figures);

/// Figures of one kind, one a round.
struct Samples
{
    enum class Unit : quint8 { Seconds, Bytes, RowsPerSecond };
    QString what;
    Unit unit = Unit::Seconds;
    QList<double> figures;

    [[nodiscard]] double middle() const { return median(figures); }
};

/// What is measured beside others.
struct Contestant
{
    QString what;
    std::function<Result<double>()> run;
    Samples::Unit unit = Samples::Unit::Seconds;
};

/// Runs all of them in each round, every other round backwards, so that none always comes after the same other.
/// `report` is told of each figure, the last one of the samples. Samples stand in the order of the contestants.
[[nodiscard]] Result<QList<Samples>>
runInAlternation(const QList<Contestant> &contestants, int rounds,
                 const std::function<void(int round, const Samples &samples)> &report);

} // namespace Rejoin::Bench

#pragma once

#include "tests/bench/benchrows.h"

namespace Rejoin::Bench {

/// Options as the command line gives them, and where the result goes.
struct BenchCall
{
    BenchOptions options;
    QString jsonFile;
    QString told; ///< to be printed in place of measuring
};

/// Understands the arguments; `call` has what is meant where they do not say. Fails with Usage, in words for a person.
[[nodiscard]] Result<BenchCall> understand(const QStringList &arguments, BenchCall call);

/// The whole result: parameters, machine, figures.
[[nodiscard]] QJsonObject documentOf(const BenchOptions &options, const QList<Figure> &figures);

/// Measures and prints. Its exit: 0 measured, 1 a figure failed or is unsound, 2 wrong usage.
[[nodiscard]] int runBench(const QStringList &arguments, const BenchCall &defaults);

} // namespace Rejoin::Bench

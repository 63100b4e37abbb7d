#pragma once

#include "tests/bench/testbed.h"

namespace Rejoin::Bench {

/// A row of what Rejoin must reach: one figure or several.
struct BenchRow
{
    QString name;
    QString title;
    QList<Figure> (*measure)(Testbed &bench);
};

[[nodiscard]] QList<BenchRow> benchRows();

QList<Figure> measureFull(Testbed &bench);     ///< a full comparison beside its peer and its limits
QList<Figure> measureFeed(Testbed &bench);     ///< ten times the rows, the same changes
QList<Figure> measureMemory(Testbed &bench);   ///< peak of the process, ten times the rows
QList<Figure> measureEveryRow(Testbed &bench); ///< every row different
QList<Figure> measureWindow(Testbed &bench);   ///< on 1,000,000 differences, drawn off screen and on a display
QList<Figure> measureScript(Testbed &bench);   ///< written, and applied beside the engine's own client
QList<Figure> measureCancel(Testbed &bench);   ///< Ctrl+C in the middle of a comparison
QList<Figure> measureOneCell(Testbed &bench);  ///< one cell under a text key and unlike collations

/// Measures the rows that were asked for, one after the other. A failure is a figure with its reason.
[[nodiscard]] QList<Figure> measure(Testbed &bench);

/// Calls `measure` for each engine that was asked for, also where another failed. Figures get the row's name, and those
/// of a failure the engine's name before `title`.
[[nodiscard]] QList<Figure> forEachEngine(Testbed &bench, const QString &row, const QString &title,
                                          const std::function<Result<QList<Figure>>(Engine)> &measure);
/// "PostgreSQL: full comparison"
[[nodiscard]] QString titleFor(Engine engine, const QString &title);
/// "2,000,000"
[[nodiscard]] QString grouped(qint64 number);

} // namespace Rejoin::Bench

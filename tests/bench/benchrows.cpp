#include "tests/bench/benchrows.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

QList<BenchRow> benchRows()
{
    return {
        {u"full"_s, u"a full comparison beside its peer and its limits"_s, measureFull},
        {u"feed"_s, u"the change feed at ten times the rows"_s, measureFeed},
        {u"memory"_s, u"peak memory at ten times the rows"_s, measureMemory},
        {u"every-row"_s, u"every row different"_s, measureEveryRow},
        {u"window"_s, u"the window on 1,000,000 differences, and a script of 100 MB"_s, measureWindow},
        {u"script"_s, u"a script written, and applied beside the engine's own client"_s, measureScript},
        {u"cancel"_s, u"Ctrl+C in the middle of a comparison"_s, measureCancel},
        {u"one-cell"_s, u"one differing cell under a text key and unlike collations"_s, measureOneCell},
    };
}

QList<Figure> measure(Testbed &bench)
{
    QList<Figure> figures;
    for (const BenchRow &row : benchRows()) {
        if (!bench.options().only.isEmpty() && !bench.options().only.contains(row.name))
            continue;
        bench.note(u"%1: %2"_s.arg(row.name, row.title));
        figures += row.measure(bench);
    }
    return figures;
}

QList<Figure> forEachEngine(Testbed &bench, const QString &row, const QString &title,
                            const std::function<Result<QList<Figure>>(Engine)> &measure)
{
    QList<Figure> all;
    for (const Engine engine : bench.options().engines) {
        Result<QList<Figure>> figures = measure(engine);
        if (!figures) {
            const QString reason = describe(figures.error());
            bench.note(u"  failed: "_s + reason);
            figures = QList{Figure{.measure = titleFor(engine, title), .reason = reason, .failed = true}};
        }
        for (Figure &figure : *figures) {
            figure.row = row;
            all += figure;
        }
    }
    return all;
}

QString titleFor(Engine engine, const QString &title)
{
    return engineName(engine) + u": "_s + title;
}

QString grouped(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

} // namespace Rejoin::Bench

#include "tests/bench/benchrows.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

const QString peakMemory = u"peak memory of a full comparison"_s;

/// One run: what stays in memory does not depend on how busy the machine is.
Result<Samples> peakOf(Testbed &bench, Engine engine, const ShopData &data, QList<Count> &counts)
{
    REJOIN_TRY_VALUE(databases, bench.databases(engine, data));
    REJOIN_TRY_VALUE(project, bench.makeProject(*databases, data));
    REJOIN_TRY_VALUE(done, bench.program().run({u"compare"_s, project, u"--fresh"_s}, comparedExits()));
    const Samples peak{.what = u"peak at %1 rows"_s.arg(grouped(data.rows)),
                       .unit = Samples::Unit::Bytes,
                       .figures = {double(done.run.peakBytes)}};
    bench.note(u"  %1: %2"_s.arg(peak.what, sampleText(peak.middle(), peak.unit)));
    counts +=
        Count{u"differences found in %1 rows"_s.arg(grouped(data.rows)), differencesIn(done.json), differencesIn(data)};
    if (data.rows > bench.options().rows)
        REJOIN_TRY(databases->remove(data));
    return peak;
}

Result<QList<Figure>> measureMemoryOf(Testbed &bench, Engine engine)
{
    const ShopData many{Content::Diverged, bench.options().memoryRows};
    const ShopData few{Content::Diverged, qMax(many.rows / 10, ShopData::fewest)};
    QList<Count> counts;
    REJOIN_TRY_VALUE(smaller, peakOf(bench, engine, few, counts));
    REJOIN_TRY_VALUE(larger, peakOf(bench, engine, many, counts));
    Figure growth = ratioOf(larger, smaller);
    growth.measure = titleFor(engine, u"peak memory at %1 rows"_s.arg(grouped(many.rows)));
    growth.bound = Bound{.value = 1.1};
    growth.counts = counts;
    const Figure inAll{.measure = growth.measure,
                       .of = u"the process in all"_s,
                       .unit = Unit::Megabytes,
                       .reached = larger.middle() / 1e6,
                       .bound = Bound{.value = 150},
                       .samples = {larger},
                       .counts = counts};
    return QList{growth, inAll};
}

} // namespace

QList<Figure> measureMemory(Testbed &bench)
{
    return forEachEngine(bench, u"memory"_s, peakMemory, [&](Engine engine) { return measureMemoryOf(bench, engine); });
}

} // namespace Rejoin::Bench

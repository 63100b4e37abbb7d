#include "tests/bench/benchrows.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

const QString everyRow = u"every row different, rows classified and stored a second"_s;

Result<QList<Figure>> measureEveryRowOf(Testbed &bench, Engine engine)
{
    const ShopData data{Content::EveryRow, qMax(bench.options().rows / 4, ShopData::fewest)};
    REJOIN_TRY_VALUE(databases, bench.databases(engine, data));
    REJOIN_TRY_VALUE(project, bench.makeProject(*databases, data));
    Count count{u"differences found"_s, 0, differencesIn(data)};
    const auto comparing = [&]() -> Result<double> {
        bench.program().forgetSession(project);
        REJOIN_TRY_VALUE(done, bench.program().run({u"compare"_s, project, u"--fresh"_s}, comparedExits()));
        count.found = differencesIn(done.json);
        return double(data.rows) / done.run.seconds;
    };
    const auto reading = [&]() -> Result<double> {
        REJOIN_TRY_VALUE(seconds, runSideBySide({bench.reading(*databases, data, Side::A)}));
        return double(data.rows) / seconds;
    };
    REJOIN_TRY_VALUE(
        samples, bench.alternate(
                     {{u"rows classified and stored"_s, comparing, Samples::Unit::RowsPerSecond},
                      {u"rows of one side read by the bare block reader"_s, reading, Samples::Unit::RowsPerSecond}}));
    Figure figure = ratioOf(samples.first(), samples.last());
    figure.measure = titleFor(engine, everyRow);
    figure.bound = Bound{.kind = Bound::Kind::AtLeast, .value = 0.5};
    figure.counts = {count};
    return QList{figure};
}

} // namespace

QList<Figure> measureEveryRow(Testbed &bench)
{
    return forEachEngine(bench, u"every-row"_s, everyRow,
                         [&](Engine engine) { return measureEveryRowOf(bench, engine); });
}

} // namespace Rejoin::Bench

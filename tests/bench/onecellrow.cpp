#include "tests/bench/benchrows.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

const QString oneCell = u"one cell, text key, unlike collations: rows found"_s;

Result<QList<Figure>> measureOneCellOf(Testbed &bench, Engine engine)
{
    const ShopData data{Content::OneCell, bench.options().rows};
    REJOIN_TRY_VALUE(databases, bench.databases(engine, data));
    REJOIN_TRY_VALUE(project, bench.makeProject(*databases, data));
    REJOIN_TRY_VALUE(done, bench.program().run({u"compare"_s, project, u"--fresh"_s}, comparedExits()));
    return QList{Figure{
        .measure = titleFor(engine, oneCell),
        .of = u"in %1 rows a side, %2"_s.arg(grouped(data.rows), sampleText(done.run.seconds, Samples::Unit::Seconds)),
        .unit = Unit::Rows,
        .reached = double(differencesIn(done.json)),
        .bound = Bound{.kind = Bound::Kind::Exactly, .value = 1},
        .samples = {{.what = u"full comparison"_s, .figures = {done.run.seconds}}}}};
}

} // namespace

QList<Figure> measureOneCell(Testbed &bench)
{
    return forEachEngine(bench, u"one-cell"_s, oneCell, [&](Engine engine) { return measureOneCellOf(bench, engine); });
}

} // namespace Rejoin::Bench

#include "tests/bench/benchrows.h"
#include "tests/bench/tabletext.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

const QString changeFeed = u"change feed, time at ten times the rows"_s;

/// A pair whose changes are told by a timestamp column with an index.
struct FeedPair
{
    ShopData data;
    QString project;
};

Result<FeedPair> makeFeed(Testbed &bench, Engine engine, qint64 rows)
{
    const ShopData data{Content::Diverged, rows};
    REJOIN_TRY_VALUE(databases, bench.databases(engine, data));
    for (const Side side : bothSides)
        REJOIN_TRY(databases->run(data, side, indexingTimes(engine)));
    REJOIN_TRY_VALUE(
        project, bench.makeProject(*databases, data,
                                   {u"--evidence"_s, u"orders=timestamp:changed_at@UTC"_s, u"--since"_s, splitTime()}));
    return FeedPair{data, project};
}

Result<QList<Figure>> measureFeedOf(Testbed &bench, Engine engine)
{
    const qint64 many = bench.options().rows;
    const qint64 few = qMax(many / 10, ShopData::fewest);
    QList<Contestant> contestants;
    QList<Count> counts;
    for (const qint64 rows : {many, few}) {
        REJOIN_TRY_VALUE(feed, makeFeed(bench, engine, rows));
        const qsizetype at = counts.size();
        counts += Count{u"changes found in %1 rows"_s.arg(grouped(rows)), 0, differencesSinceSplit(feed.data)};
        contestants += Contestant{
            u"change feed over %1 rows"_s.arg(grouped(rows)), [&bench, &counts, at, feed]() -> Result<double> {
                const RejoinProgram &program = bench.program();
                program.forgetSession(feed.project);
                REJOIN_TRY_VALUE(done, program.run({u"compare"_s, feed.project, u"--fresh"_s}, comparedExits()));
                counts[at].found = differencesIn(done.json);
                return done.run.seconds;
            }};
    }
    REJOIN_TRY_VALUE(samples, bench.alternate(contestants));
    Figure figure = ratioOf(samples.first(), samples.last());
    figure.measure = titleFor(engine, changeFeed);
    figure.bound = Bound{.value = 1.2};
    figure.counts = counts;
    return QList{figure};
}

} // namespace

QList<Figure> measureFeed(Testbed &bench)
{
    return forEachEngine(bench, u"feed"_s, changeFeed, [&](Engine engine) { return measureFeedOf(bench, engine); });
}

} // namespace Rejoin::Bench

#include "tests/bench/benchrows.h"

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

const QString cancelling = u"Ctrl+C during a full comparison, until the process is gone"_s;
constexpr int cancelledExit = 130;

/// Seconds from the signal to the end of a comparison that was interrupted after `after` seconds of its run.
Result<double> interruptedAfter(double after, const ProgramCall &call, Count &cancelled)
{
    REJOIN_TRY_VALUE(process, MeasuredProcess::start(call));
    if (process.endsWithin(std::chrono::milliseconds(qRound64(after * 1000))))
        return fail(ErrorCode::Unsupported, u"the comparison was done before it could be interrupted"_s);
    const auto asked = Clock::now();
    process.signal(SIGINT);
    REJOIN_TRY_VALUE(run, process.wait());
    const double seconds = secondsSince(asked);
    cancelled.found += run.exit == cancelledExit ? 1 : 0;
    ++cancelled.expected;
    return seconds;
}

Result<QList<Figure>> measureCancelOf(Testbed &bench, Engine engine)
{
    const ShopData data{Content::Diverged, bench.options().rows};
    const RejoinProgram &program = bench.program();
    REJOIN_TRY_VALUE(databases, bench.databases(engine, data));
    REJOIN_TRY_VALUE(project, bench.makeProject(*databases, data));
    REJOIN_TRY_VALUE(whole, program.run({u"compare"_s, project, u"--fresh"_s}, comparedExits()));
    program.forgetSession(project);
    const ProgramCall call = program.call({u"compare"_s, project});
    Count cancelled{u"runs that ended as cancelled"_s};
    REJOIN_TRY_VALUE(samples, bench.alternate({{u"from the signal to the end"_s, [&] {
                                                    return interruptedAfter(whole.run.seconds / 2, call, cancelled);
                                                }}}));
    REJOIN_TRY_VALUE(next, program.run({u"compare"_s, project}, comparedExits()));
    return QList{
        Figure{.measure = titleFor(engine, cancelling),
               .of = u"in the middle of %1 rows a side"_s.arg(grouped(data.rows)),
               .unit = Unit::Milliseconds,
               .reached = samples.first().middle() * 1000,
               .bound = Bound{.value = 200},
               .samples = samples,
               .counts = {cancelled,
                          {u"differences found by the next run"_s, differencesIn(next.json), differencesIn(data)}}}};
}

} // namespace

QList<Figure> measureCancel(Testbed &bench)
{
    return forEachEngine(bench, u"cancel"_s, cancelling, [&](Engine engine) { return measureCancelOf(bench, engine); });
}

} // namespace Rejoin::Bench

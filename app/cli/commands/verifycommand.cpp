#include "app/cli/work.h"
#include "diffcore/apply/verifier.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

void print(const VerifyResult &result, Output &output)
{
    const QString compared = counted(result.rowsCompared, u"row"_s);
    if (result.converged)
        output.line(u"Converged: %1 compared, generators stand past the highest keys."_s.arg(compared));
    else
        output.line(u"Not converged: %1 compared, %2."_s.arg(
            compared, counted(result.unlikeCount, u"is not as it should be"_s, u"are not as they should be"_s)));
    for (const QStringList &list : {result.unlike, result.generators, result.notConverged}) {
        for (const QString &text : list)
            output.line(u"  "_s + printable(text));
    }
    if (const qint64 more = result.unlikeCount - result.unlike.size(); more > 0)
        output.line(u"  … and %1"_s.arg(counted(more, u"more row"_s)));
    const QList<std::pair<QString, QStringList>> limits{
        {u"Columns that A and B do not share were not compared:"_s, result.columnsNotCompared},
        {u"Columns that no script writes, as was asked for:"_s, result.columnsNotWritten},
        {u"Not all rows were compared, as was asked for:"_s, result.filters}};
    for (const auto &[heading, texts] : limits) {
        if (!texts.isEmpty())
            output.line(heading);
        for (const QString &text : texts)
            output.line(u"  "_s + printable(text));
    }
}

Result<Exit> runVerify(Invocation &invocation)
{
    REJOIN_TRY_VALUE(work, openWork(invocation));
    REJOIN_TRY(takePassword(invocation, work.project));
    REJOIN_TRY_VALUE(servers, openServers(work.project));
    const VerifyScope scope = invocation.isSet(u"full"_s) ? VerifyScope::Full : VerifyScope::Touched;
    REJOIN_TRY_VALUE(
        result, verify(servers, work.project, *work.session, scope, invocation.cancel(), invocation.output.progress()));
    print(result, invocation.output);
    invocation.output.json({{u"rejoin"_s, 1},
                            {u"converged"_s, result.converged},
                            {u"rowsCompared"_s, result.rowsCompared},
                            {u"unlike"_s, QJsonArray::fromStringList(result.unlike)},
                            {u"unlikeCount"_s, result.unlikeCount},
                            {u"generators"_s, QJsonArray::fromStringList(result.generators)},
                            {u"notConverged"_s, QJsonArray::fromStringList(result.notConverged)},
                            {u"columnsNotCompared"_s, QJsonArray::fromStringList(result.columnsNotCompared)},
                            {u"columnsNotWritten"_s, QJsonArray::fromStringList(result.columnsNotWritten)},
                            {u"filters"_s, QJsonArray::fromStringList(result.filters)}});
    return result.converged ? Exit::Done : Exit::Differences;
}

} // namespace

Command verifyCommand()
{
    return {
        .name = u"verify"_s,
        .summary = u"compares again what the merge touched, and proves the generators"_s,
        .examples = {u"rejoin verify shop.rejoin"_s, u"rejoin verify shop.rejoin --full"_s},
        .positional = {u"FILE"_s},
        .options = {{u"full"_s, {}, u"compare every row of every table"_s}, passwordOption()},
        .notes = {u"Exit: 0 converged, 1 not."_s},
        .run = runVerify,
    };
}

} // namespace Rejoin

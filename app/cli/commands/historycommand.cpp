#include "app/cli/work.h"
#include "diffcore/apply/runhistory.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QJsonObject json(const HistoryEntry &entry)
{
    return {{u"at"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)},
            {u"event"_s, eventName(entry.event)},
            {u"by"_s, entry.by},
            {u"machine"_s, entry.machine},
            {u"server"_s, entry.target},
            {u"state"_s, entry.state},
            {u"rows"_s, entry.rows ? QJsonValue(*entry.rows) : QJsonValue()},
            {u"sha256"_s, entry.hash},
            {u"what"_s, entry.text}};
}

void print(const QList<HistoryEntry> &entries, Output &output)
{
    constexpr int shownHash = 12;
    using Align = TextTable::Align;
    TextTable table({Align::Left, Align::Left, Align::Left, Align::Left, Align::Left, Align::Left});
    table.add({u"at"_s, u"event"_s, u"by"_s, u"server"_s, u"SHA-256"_s, u"what"_s});
    for (const HistoryEntry &entry : entries)
        table.add({timeText(entry.at),
                   eventName(entry.event) + (entry.state.isEmpty() ? QString() : u' ' + entry.state),
                   printable(u"%1@%2"_s.arg(entry.by, entry.machine)), printable(entry.target),
                   entry.hash.first(qMin(shownHash, entry.hash.size())), printable(entry.text)});
    table.print(output);
}

Result<Exit> runHistory(Invocation &invocation)
{
    REJOIN_TRY_VALUE(work, openWork(invocation));
    if (const Result<void> gathered = gatherRuns(*work.session); !gathered)
        invocation.output.warn(describe(gathered.error()));
    REJOIN_TRY_VALUE(entries, work.session->history());
    QJsonArray array;
    for (const HistoryEntry &entry : std::as_const(entries))
        array.append(json(entry));
    invocation.output.json({{u"rejoin"_s, 1}, {u"history"_s, array}});
    const QString out = invocation.value(u"out"_s);
    if (out.isEmpty()) {
        print(entries, invocation.output);
        return Exit::Done;
    }
    QSaveFile file(out);
    const QByteArray bytes = historyCsv(entries);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::CannotWrite, u"cannot write %1: %2"_s.arg(out, file.errorString()));
    invocation.output.line(u"Wrote %1: %2."_s.arg(out, counted(entries.size(), u"entry"_s, u"entries"_s)));
    return Exit::Done;
}

} // namespace

Command historyCommand()
{
    return {
        .name = u"history"_s,
        .summary = u"who decided, reviewed, wrote, rehearsed, ran and undid what, and when"_s,
        .examples = {u"rejoin history shop.rejoin"_s, u"rejoin history shop.rejoin --out history.csv"_s},
        .positional = {u"FILE"_s},
        .options = {{u"out"_s, u"FILE.csv"_s, u"write it as a table, one line an entry"_s}},
        .notes = {u"The history is only added to; decisions that were taken back stay in it. Runs come from the logs"_s,
                  u"(runs.jsonl) of the session's bundles, and stay when a bundle is thrown away. Needs no server."_s},
        .run = runHistory,
    };
}

} // namespace Rejoin

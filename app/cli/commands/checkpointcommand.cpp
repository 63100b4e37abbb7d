#include "app/cli/work.h"
#include "diffcore/compare/servers.h"
#include "diffcore/evidence/checkpointwriter.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

void print(const TakenCheckpoint &taken, const QString &title, const Project &project, Output &output)
{
    output.line(u"Wrote %1: %2 of %3 from %4, as of %5 by its clock, %6 KB."_s.arg(
        taken.path, counted(taken.rows, u"row"_s), counted(taken.tables, u"table"_s), title, timeText(taken.takenAt),
        QString::number((taken.bytes + 1023) / 1024)));
    if (taken.resumedRows > 0)
        output.line(u"%1 of them were there from an interrupted run; nobody wrote since."_s.arg(
            counted(taken.resumedRows, u"row"_s)));
    if (!taken.points.isEmpty())
        output.line(u"%1 counted %2 then: for --evidence, if it is taken at the split."_s.arg(
            title, printable(taken.points.join(u", "_s))));
    for (const QString &table : taken.leftOut)
        output.warn(u"left out: "_s + printable(table));
    if (project.since.isValid() && project.since < taken.takenAt)
        output.note(u"rejoin: it is taken after the split (%1): if %2 took no writes since then, say so later by "
                    "--evidence '*=checkpoint'"_s.arg(timeText(project.since), title));
}

QJsonObject json(const TakenCheckpoint &taken)
{
    return {{u"rejoin"_s, 1},
            {u"checkpoint"_s, taken.path},
            {u"takenAt"_s, timeJson(taken.takenAt)},
            {u"tables"_s, taken.tables},
            {u"rows"_s, taken.rows},
            {u"resumedRows"_s, taken.resumedRows},
            {u"bytes"_s, taken.bytes},
            {u"points"_s, QJsonArray::fromStringList(taken.points)},
            {u"leftOut"_s, QJsonArray::fromStringList(taken.leftOut)}};
}

Result<Exit> runCheckpoint(Invocation &invocation)
{
    REJOIN_TRY_VALUE(project, loadProject(invocation.positional(0)));
    const QString word = invocation.value(u"side"_s);
    if (word != "a"_L1 && word != "b"_L1)
        return invocation.usage(u"--side is a or b: the server to record"_s);
    const Side side = word == "a"_L1 ? Side::A : Side::B;
    const QString path = invocation.value(u"out"_s);
    if (!path.endsWith(".checkpoint"_L1))
        return invocation.usage(u"--out is missing, or does not end in .checkpoint"_s);
    REJOIN_TRY(takePassword(invocation, project));
    REJOIN_TRY_VALUE(server, openServer(project, versionOf(side)));
    CheckpointOptions options;
    if (invocation.isSet(u"hashes-only"_s))
        options.content = CheckpointContent::Hashes;
    REJOIN_TRY_VALUE(taken, takeCheckpoint(*server, project, side, path, options, invocation.cancel(),
                                           invocation.output.progress()));
    invocation.output.clearProgress();
    print(taken, project.title(side), project, invocation.output);
    invocation.output.json(json(taken));
    return Exit::Done;
}

} // namespace

Command checkpointCommand()
{
    return {
        .name = u"checkpoint"_s,
        .summary = u"records the rows of one server at the split, in place of a baseline database"_s,
        .examples = {u"rejoin checkpoint shop.rejoin --side b --out shop.checkpoint"_s,
                     u"rejoin init later.rejoin --a CONN --b CONN --checkpoint shop.checkpoint"_s},
        .positional = {u"FILE"_s},
        .options =
            {{u"side"_s, u"SIDE"_s, u"a or b: the server to record"_s, {u"a"_s, u"b"_s}},
             {u"out"_s, u"FILE.checkpoint"_s, u"the file to write"_s},
             {u"hashes-only"_s,
              {},
              u"keep a hash of each row in place of its values: only keys leave the server; cells cannot be merged"_s},
             passwordOption()},
        .notes =
            {u"Take it when the servers part: before either has written anything that the other did not receive."_s,
             u"One consistent read; writes nothing to the server. Interrupted, it leaves FILE.checkpoint.part:"_s,
             u"the same command goes on from it if the server proves that nobody wrote since, and starts anew otherwise."_s,
             u"PostgreSQL tells by its transactions, MariaDB and MySQL by InnoDB's log, SQLite by the file's counter of"_s,
             u"changes, which WAL mode does not keep. SQL Server counts nothing that every write moves: there it starts anew."_s,
             u"The file holds the rows of the tables, unless --hashes-only: keep it as safe as a backup."_s},
        .run = runCheckpoint,
    };
}

} // namespace Rejoin

#include "app/cli/work.h"
#include "diffcore/dialect/conditioncheck.h"
#include "diffcore/evidence/checkpoint.h"

#include <QFileInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// ISO 8601; without a zone it is the local time of this machine, and that is said.
Result<QDateTime> parseSince(Invocation &invocation, const QString &text)
{
    QString iso = text;
    if (const qsizetype blank = iso.indexOf(u' '); blank > 0)
        iso[blank] = u'T';
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    if (!time.isValid())
        return invocation.usage(
            u"--since takes a time like 2026-11-22T10:00Z or '2026-11-22 10:00', not '%1'"_s.arg(text));
    if (time.timeSpec() == Qt::LocalTime)
        invocation.output.note(u"rejoin: %1 is taken as local time (%2), which is %3"_s.arg(
            text, time.timeZoneAbbreviation(), timeText(time)));
    return time.toUTC();
}

Result<ConnectionString> parseConnection(Invocation &invocation, const QString &option)
{
    Result<ConnectionString> connection = ConnectionString::parse(invocation.value(option));
    if (!connection)
        return invocation.usage(u"--%1: %2"_s.arg(option, connection.error().message));
    if (connection->hasLiteralSecret())
        invocation.output.warn(
            u"the password in --%1 is not saved. Write Pwd=env:NAME to have it read from the variable "
            "NAME, or give it with --password-stdin"_s.arg(option));
    return connection;
}

Result<ServerEntry> parseServer(Invocation &invocation, Side side)
{
    const QString option = sideName(side);
    if (invocation.value(option).isEmpty())
        return invocation.usage(
            u"--%1 is missing: the ODBC connection string of server %2"_s.arg(option, option.toUpper()));
    REJOIN_TRY_VALUE(connection, parseConnection(invocation, option));
    return ServerEntry{connection, invocation.value(u"label-"_s + option), Role::Standby};
}

Result<void> setRoles(const Invocation &invocation, Project &project)
{
    const QString live = invocation.isSet(u"live"_s) ? invocation.value(u"live"_s) : u"a"_s;
    if (live != "a"_L1 && live != "b"_L1 && live != "both"_L1)
        return invocation.usage(u"--live is a, b or both, not '%1'"_s.arg(live));
    for (const Side side : bothSides) {
        if (live == sideName(side) || live == "both"_L1)
            project.servers[side].role = Role::Live;
    }
    return {};
}

/// Adds what "TABLE.COLUMN" and the like name to an option that is given by table. `rest` is what comes after the sign.
Result<void> addByTable(const Invocation &invocation, const QString &option, const QString &form, QChar sign,
                        QHash<QString, QStringList> &byTable)
{
    for (const QString &text : invocation.values(option)) {
        // a column may be part of a rename, and a table may have its schema before it
        const qsizetype end = text.indexOf(u'=') < 0 ? text.size() : text.indexOf(u'=');
        const qsizetype at = sign == u'=' ? text.indexOf(sign) : text.lastIndexOf(sign, end - text.size() - 1);
        if (at <= 0 || at + 1 >= text.size())
            return invocation.usage(u"--%1 takes %2, not '%3'"_s.arg(option, form, text));
        const QString rest = text.sliced(at + 1);
        byTable[text.first(at).trimmed()] += sign == u'=' ? rest.split(u',') : QStringList{rest};
    }
    return {};
}

/// "TABLE=CONDITION": the first sign parts them. What no engine would take is refused here; the rest the server does.
Result<void> addCondition(const Invocation &invocation, const QString &option, const QString &text,
                          QMap<QString, QString> &conditions)
{
    const qsizetype sign = text.indexOf(u'=');
    const QString table = text.first(qMax<qsizetype>(sign, 0)).trimmed();
    if (table.isEmpty())
        return invocation.usage(
            u"--%1 takes TABLE=CONDITION, such as \"orders=region = 'EU'\", not '%2'"_s.arg(option, text));
    const QString condition = text.sliced(sign + 1).trimmed();
    QString whyNot;
    for (const Engine engine : {Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb, Engine::SqlServer}) {
        whyNot = whyNoCondition(condition, engine);
        if (whyNot.isEmpty())
            break;
    }
    if (!whyNot.isEmpty())
        return invocation.usage(
            u"--%1: the condition \"%2\" for %3 cannot be used: %4"_s.arg(option, condition, table, whyNot));
    if (conditions.contains(table))
        return invocation.usage(u"--%1: %2 has a condition already; join the two with AND"_s.arg(option, table));
    conditions.insert(table, condition);
    return {};
}

Result<void> readConditions(const Invocation &invocation, AlignmentOptions &scope)
{
    for (const Side side : bothSides) {
        for (const QString &option : {u"where"_s, u"where-"_s + sideName(side)}) {
            for (const QString &text : invocation.values(option))
                REJOIN_TRY(addCondition(invocation, option, text, scope.filters[side]));
        }
    }
    return {};
}

Result<void> readScope(const Invocation &invocation, AlignmentOptions &scope)
{
    scope.include = invocation.values(u"table"_s);
    scope.exclude = invocation.values(u"exclude"_s);
    REJOIN_TRY(addByTable(invocation, u"key"_s, u"TABLE=COLUMN,COLUMN"_s, u'=', scope.keys));
    REJOIN_TRY(addByTable(invocation, u"ignore"_s, u"TABLE.COLUMN"_s, u'.', scope.ignored));
    REJOIN_TRY(addByTable(invocation, u"mask"_s, u"TABLE.COLUMN"_s, u'.', scope.masked));
    REJOIN_TRY(addByTable(invocation, u"rename"_s, u"TABLE.COLUMN=COLUMN"_s, u'.', scope.renamed));
    REJOIN_TRY(addByTable(invocation, u"equal"_s, u"TABLE.COLUMN=RULE"_s, u'.', scope.equality));
    REJOIN_TRY(addByTable(invocation, u"no-write"_s, u"TABLE.COLUMN"_s, u'.', scope.notWritten));
    REJOIN_TRY(readConditions(invocation, scope));
    for (const QString &text : invocation.values(u"relation"_s)) {
        const Result<VirtualRelation> relation = VirtualRelation::parse(text);
        if (!relation)
            return invocation.usage(u"--relation: %1"_s.arg(relation.error().message));
        scope.relations.append(*relation);
    }
    return {};
}

Result<void> readReviewRule(const Invocation &invocation, Project &project)
{
    const QString word = invocation.value(u"review"_s);
    if (word == "required"_L1)
        project.review = ReviewRule::Required;
    else if (word == "four-eyes"_L1)
        project.review = ReviewRule::FourEyes;
    else if (invocation.isSet(u"review"_s))
        return invocation.usage(u"--review is required or four-eyes, not '%1'"_s.arg(word));
    return {};
}

Result<Project> projectFrom(Invocation &invocation)
{
    Project project;
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(server, parseServer(invocation, side));
        project.servers[side] = server;
    }
    REJOIN_TRY(setRoles(invocation, project));
    if (invocation.isSet(u"baseline"_s)) {
        REJOIN_TRY_VALUE(connection, parseConnection(invocation, u"baseline"_s));
        project.baseline = ServerEntry{connection, {}, Role::Standby};
    }
    project.baselineSchema = invocation.value(u"baseline-schema"_s);
    if (!project.baselineSchema.isEmpty() && !project.baseline)
        return invocation.usage(u"--baseline-schema goes with --baseline: the database that the schema is in"_s);
    if (invocation.isSet(u"checkpoint"_s)) {
        if (project.baseline)
            return invocation.usage(u"--baseline and --checkpoint are two ways to know the common state; give one"_s);
        REJOIN_TRY_VALUE(checkpoint, Checkpoint::open(invocation.value(u"checkpoint"_s)));
        project.checkpoint = QFileInfo(checkpoint->path()).absoluteFilePath();
        project.since =
            checkpoint->header().split.isValid() ? checkpoint->header().split : checkpoint->header().takenAt;
    }
    for (const QString &text : invocation.values(u"evidence"_s)) {
        const auto choice = EvidenceChoice::parse(text);
        if (!choice)
            return invocation.usage(u"--evidence: %1. %2"_s.arg(choice.error().message, choice.error().advice));
        project.evidence.append(*choice);
    }
    if (invocation.isSet(u"since"_s)) {
        REJOIN_TRY_VALUE(since, parseSince(invocation, invocation.value(u"since"_s)));
        project.since = since;
    }
    REJOIN_TRY(readScope(invocation, project.scope));
    REJOIN_TRY(readReviewRule(invocation, project));
    return project;
}

Result<Exit> runInit(Invocation &invocation)
{
    const QString path = invocation.positional(0);
    if (!path.endsWith(".rejoin"_L1))
        return invocation.usage(u"a project file ends in .rejoin: %1.rejoin"_s.arg(path));
    if (QFileInfo::exists(path))
        return fail(ErrorCode::CannotWrite, u"%1 exists already"_s.arg(path), u"Choose another name, or delete it"_s);

    REJOIN_TRY_VALUE(project, projectFrom(invocation));
    REJOIN_TRY(saveProject(project, path));
    Output &output = invocation.output;
    output.line(u"Wrote %1: %2  ⇄  %3, since %4."_s.arg(path, project.title(Side::A), project.title(Side::B),
                                                        timeText(project.since)));
    if (!project.baseline && project.checkpoint.isEmpty() && project.evidence.isEmpty())
        output.warn(
            u"without --baseline, --checkpoint or --evidence Rejoin cannot tell who changed a row, so every difference needs a decision"_s);
    output.line(u"Next: rejoin check %1"_s.arg(shellWord(path)));
    output.json({{u"rejoin"_s, 1},
                 {u"project"_s, QFileInfo(path).absoluteFilePath()},
                 {u"a"_s, project.title(Side::A)},
                 {u"b"_s, project.title(Side::B)},
                 {u"since"_s, timeJson(project.since)}});
    return Exit::Done;
}

} // namespace

Command initCommand()
{
    return {
        .name = u"init"_s,
        .summary = u"writes a project: which two servers, and since when"_s,
        .examples =
            {u"rejoin init shop.rejoin --a 'DSN=prd01;Pwd=env:PRD01_PW' --b 'DSN=prd02;Pwd=env:PRD02_PW' \\"_s,
             u"    --baseline 'DSN=backup' --since 2026-11-22T10:00Z"_s,
             u"rejoin init shop.rejoin --a 'Driver=SQLite3;Database=/srv/a.sqlite' \\"_s,
             u"    --b 'Driver=SQLite3;Database=/srv/b.sqlite' --relation audit_log.order_id=orders.order_id"_s},
        .positional = {u"FILE.rejoin"_s},
        .options = {{u"a"_s, u"CONN"_s, u"server A: an ODBC connection string, or DSN=NAME"_s},
                    {u"b"_s, u"CONN"_s, u"server B"_s},
                    {u"baseline"_s, u"CONN"_s, u"the common state at the split: a restored backup or a copy"_s},
                    {u"baseline-schema"_s, u"NAME"_s,
                     u"the schema that the baseline's tables stand in, where it is not that of A's and B's"_s},
                    {u"checkpoint"_s, u"FILE"_s,
                     u"in place of a baseline: the file that rejoin checkpoint wrote at the split"_s},
                    {u"evidence"_s, u"TABLES=MEANS"_s, u"how the past of these tables is known; may be repeated"_s},
                    {u"since"_s, u"TIME"_s,
                     u"when the servers stopped to receive each other's writes (default: the checkpoint's)"_s},
                    {u"label-a"_s, u"TEXT"_s, u"what people call server A, such as PRD01"_s},
                    {u"label-b"_s, u"TEXT"_s, u"what people call server B"_s},
                    {u"live"_s,
                     u"SIDE"_s,
                     u"a (default), b or both: which server is in use; the rows of the other get "
                     "new keys where both gave out the same"_s,
                     {u"a"_s, u"b"_s, u"both"_s}},
                    {u"table"_s, u"GLOB"_s, u"compare only these tables; may be repeated"_s},
                    {u"exclude"_s, u"GLOB"_s, u"leave these tables out; may be repeated"_s},
                    {u"relation"_s, u"CHILD.COL=PARENT.COL"_s,
                     u"a reference that no foreign key declares; may be repeated"_s},
                    {u"key"_s, u"TABLE=COL,COL"_s,
                     u"the columns that tell the rows of a table apart, where its own key does not; may be repeated"_s},
                    {u"where"_s, u"TABLE=CONDITION"_s,
                     u"look only for rows that meet this SQL condition; may be repeated"_s},
                    {u"where-a"_s, u"TABLE=CONDITION"_s, u"the same on server A alone, in its own words"_s},
                    {u"where-b"_s, u"TABLE=CONDITION"_s, u"the same on server B alone"_s},
                    {u"ignore"_s, u"TABLE.COL"_s, u"do not compare this column; may be repeated"_s},
                    {u"no-write"_s, u"TABLE.COL"_s,
                     u"compare this column, but let no script write it (a trigger fills it, say); with --ignore it is "
                     "neither; may be repeated"_s},
                    {u"equal"_s, u"TABLE.COL=RULE"_s,
                     u"values of this column are the same by RULE: trim, ignore-case, within:NUMBER or "
                     "precision:DIGITS (of the fraction of a second); may be repeated"_s},
                    {u"mask"_s, u"TABLE.COL"_s,
                     u"show no value of this column in reports, lists, messages and logs (scripts hold them); may be "
                     "repeated"_s},
                    {u"review"_s,
                     u"RULE"_s,
                     u"required: a script runs only after rejoin approve; four-eyes: and nobody approves what he "
                     "decided"_s,
                     {u"required"_s, u"four-eyes"_s}},
                    {u"rename"_s, u"TABLE.COL=COL"_s,
                     u"two columns are one, which the upgrade renamed on one server; may be repeated"_s}},
        .notes =
            {u"MEANS is baseline, system-versions, checkpoint, change-capture, change-tracking:OF-A/OF-B,"_s,
             u"commit-timestamps, rowversion:OF-A/OF-B, timestamp[:COLUMN[@ZONE]], highest-key:NUMBER or none;"_s,
             u"several are joined by +."_s,
             u"Without --evidence each table has the best that both servers offer; rejoin check shows it."_s,
             u"A timestamp column is used only where you name it: it tells the truth if every write sets it."_s,
             u"system-versions: MariaDB's tables WITH SYSTEM VERSIONING and SQL Server's temporal tables. Naming it says"_s,
             u"that nothing was deleted from their history."_s,
             u"change-tracking, rowversion (SQL Server): what each server counted at the split. rejoin check prints what"_s,
             u"it counts now; a number of A's says nothing of B."_s,
             u"TABLE of --where may be a GLOB. CONDITION is what a WHERE of the server would take: columns without the"_s,
             u"table's name, no comment, no ';'. A row is compared where A's condition or B's lets it through, and then"_s,
             u"with whatever the other server has under its key: a row that left the condition there is not taken for"_s,
             u"deleted. rejoin check tells whether the servers understand the conditions."_s,
             u"Two schemas of PostgreSQL are the two sides where each connection names its own, and no other:"_s,
             u"ConnSettings={SET search_path TO SCHEMA}."_s,
             u"TIME is ISO 8601; without a zone it is the local time of this machine."_s,
             u"A password is never saved: write Pwd=env:NAME, or RejoinLogin=keychain where the window has put it there,"_s,
             u"use --password-stdin with each command, or type it when you are asked."_s},
        .run = runInit,
    };
}

} // namespace Rejoin

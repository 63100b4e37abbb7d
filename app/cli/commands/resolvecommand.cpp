#include "app/cli/resolving.h"
#include "app/cli/rowkeys.h"
#include "app/cli/statusview.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

const AlignedColumn *columnNamed(const AlignedTable &table, const QString &name)
{
    const int index = table.columnIndex(name);
    return index < 0 ? nullptr : &table.columns.at(index);
}

Error noColumn(const AlignedTable &table, const QString &name)
{
    return fail(ErrorCode::Usage, u"%1 has no column '%2'"_s.arg(table.name.display(), name)).error();
}

std::optional<Version> versionNamed(const QString &name)
{
    if (name == "baseline"_L1)
        return Version::Baseline;
    for (const Side side : bothSides) {
        if (name == sideName(side))
            return versionOf(side);
    }
    return std::nullopt;
}

/// --set COL=VALUE and --column C --take VERSION.
Result<Cells> cellsOf(const Invocation &invocation, const AlignedTable &table)
{
    Cells cells;
    for (const QString &assignment : invocation.values(u"set"_s)) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return invocation.usage(u"--set takes COLUMN=VALUE, not '%1'"_s.arg(assignment));
        const AlignedColumn *column = columnNamed(table, assignment.left(equals));
        if (!column)
            return fail(noColumn(table, assignment.left(equals)));
        cells.choices.insert(column->name, parseValue(*column, assignment.mid(equals + 1)));
    }
    for (const QString &name : invocation.values(u"column"_s)) {
        const AlignedColumn *column = columnNamed(table, name);
        if (!column)
            return fail(noColumn(table, name));
        const std::optional<Version> from = versionNamed(invocation.value(u"take"_s));
        if (!from)
            return invocation.usage(u"--column goes with --take a, b or baseline"_s);
        cells.choices.insert(column->name, *from);
    }
    return cells;
}

/// --take both with --set: the row that moves gets these values.
Result<DecisionKind> bothWith(const Cells &cells, Side moves)
{
    KeepBoth both{moves};
    for (const auto &[column, choice] : cells.choices.asKeyValueRange())
        both.values.insert(column, std::get<Value>(choice));
    return both;
}

Result<DecisionKind> rowDecision(const Invocation &invocation, Side moves)
{
    const QString take = invocation.value(u"take"_s);
    if (const std::optional<Version> from = versionNamed(take))
        return Take{*from};
    if (take == "both"_L1)
        return KeepBoth{moves};
    if (take == "skip"_L1)
        return Skip{};
    if (take == "delete"_L1)
        return DeleteRow{};
    return invocation.usage(u"--take is a, b, baseline, both, skip or delete, not '%1'"_s.arg(take));
}

/// --of: whose of two rows under one key.
Result<std::optional<Side>> sideMeant(const Invocation &invocation)
{
    if (!invocation.isSet(u"of"_s))
        return std::optional<Side>();
    for (const Side side : bothSides) {
        if (invocation.value(u"of"_s) == sideName(side))
            return std::optional(side);
    }
    return invocation.usage(u"--of is a or b, not '%1'"_s.arg(invocation.value(u"of"_s)));
}

Result<DecisionKind> decisionOf(const Invocation &invocation, const AlignedTable &table, Side moves)
{
    if (invocation.isSet(u"same-as"_s)) {
        REJOIN_TRY_VALUE(winner, parseKey(table, {invocation.value(u"same-as"_s)}));
        REJOIN_TRY_VALUE(of, sideMeant(invocation));
        return SameEntity{winner, of};
    }
    if (invocation.isSet(u"set"_s) || invocation.isSet(u"column"_s)) {
        REJOIN_TRY_VALUE(cells, cellsOf(invocation, table));
        if (invocation.value(u"take"_s) == "both"_L1)
            return bothWith(cells, moves);
        return cells;
    }
    if (invocation.isSet(u"take"_s))
        return rowDecision(invocation, moves);
    return invocation.usage(u"nothing says how to decide: give --take, --set or --same-as"_s);
}

Result<ResolveScope> scopeOf(const Invocation &invocation, const Session &session, int table)
{
    ResolveScope scope{.table = table};
    if (invocation.isSet(u"redecide"_s))
        scope.decided = ResolveScope::Decided::Redecide;
    if (invocation.isSet(u"unit"_s))
        scope.extent = ResolveScope::Extent::Unit;
    const bool byKey = invocation.isSet(u"key"_s);
    if (!byKey && !invocation.isSet(u"id"_s)) {
        if (invocation.isSet(u"same-as"_s))
            return invocation.usage(u"--same-as needs --key: which row is the same as it"_s);
        return scope;
    }
    qint64 id = invocation.value(u"id"_s).toLongLong();
    if (byKey) {
        REJOIN_TRY_VALUE(key, parseKey(session.alignment().tables.at(table), invocation.values(u"key"_s)));
        REJOIN_TRY_VALUE(row, findRow(session, table, key));
        id = row.id;
    }
    scope.ids = {id};
    scope.decided = ResolveScope::Decided::Redecide; // who names a row means it
    return scope;
}

Result<ResolveResult> decideRows(Invocation &invocation, Session &session, int table)
{
    REJOIN_TRY_VALUE(kind, decisionOf(invocation, session.alignment().tables.at(table), session.header().moves));
    REJOIN_TRY_VALUE(scope, scopeOf(invocation, session, table));
    const QString reason = invocation.isSet(u"reason"_s) ? invocation.value(u"reason"_s) : u"decided by a person"_s;
    Resolver resolver(session, userName());
    REJOIN_TRY_VALUE(result, resolver.decide(scope, kind, reason, invocation.cancel()));
    if (!scope.ids.isEmpty() && result.decided == 0)
        return fail(ErrorCode::Usage, u"the row cannot be decided so: %1"_s.arg(result.firstReason));
    QString text = resolvedText(result);
    text[0] = text[0].toUpper();
    invocation.output.line(text);
    return result;
}

Result<ResolveResult> decideInBulk(Invocation &invocation, Work &work, std::optional<int> table)
{
    for (const char *single : {"take", "set", "same-as", "key", "id", "column", "unit"}) {
        if (invocation.isSet(QLatin1StringView(single)))
            return invocation.usage(
                u"--%1 does not go with rules or --accept-suggestions"_s.arg(QLatin1StringView(single)));
    }
    if (invocation.isSet(u"rules"_s) && invocation.isSet(u"project-rules"_s))
        return invocation.usage(u"--rules and --project-rules: give one of them"_s);
    REJOIN_TRY_VALUE(rules, wantedRules(invocation, work.project, invocation.isSet(u"project-rules"_s)));
    if (!invocation.isSet(u"preview"_s))
        return resolveInBulk(invocation, *work.session, rules, table);
    if (rules.isEmpty())
        return invocation.usage(u"--preview goes with --rules or --project-rules: what to look at"_s);
    return previewRules(invocation, *work.session, rules);
}

Result<ResolveResult> carryOut(Invocation &invocation, Work &work)
{
    Session &session = *work.session;
    std::optional<int> table;
    if (invocation.isSet(u"table"_s)) {
        REJOIN_TRY_VALUE(index, tableNamed(invocation, session.alignment(), invocation.value(u"table"_s)));
        table = index;
    }
    for (const char *bulk : {"accept-suggestions", "rules", "project-rules", "preview", "keep-rules"}) {
        if (invocation.isSet(QLatin1StringView(bulk)))
            return decideInBulk(invocation, work, table);
    }
    if (!table)
        return invocation.usage(u"--table is missing: which table to decide in"_s);
    return decideRows(invocation, session, *table);
}

Result<Exit> runResolve(Invocation &invocation)
{
    REJOIN_TRY_VALUE(work, openWork(invocation));
    REJOIN_TRY_VALUE(result, carryOut(invocation, work));
    REJOIN_TRY_VALUE(overview, overviewOf(*work.session));
    printNextStep(work.path, overview, invocation.output);
    invocation.output.json({{u"rejoin"_s, 1},
                            {u"decided"_s, result.decided},
                            {u"left"_s, result.left},
                            {u"reason"_s, result.firstReason},
                            {u"warnings"_s, QJsonArray::fromStringList(result.warnings)},
                            {u"unresolved"_s, overview.missingDecisions()}});
    return overview.exit();
}

} // namespace

Command resolveCommand()
{
    return {
        .name = u"resolve"_s,
        .summary = u"decides rows"_s,
        .examples =
            {
                u"rejoin resolve shop.rejoin --accept-suggestions"_s,
                u"rejoin resolve shop.rejoin --rules rules.json"_s,
                u"rejoin resolve shop.rejoin --rules rules.json --preview"_s,
                u"rejoin resolve shop.rejoin --table settings --column deployed_at --take a"_s,
                u"rejoin resolve shop.rejoin --table orders --key 955 --take b --unit"_s,
                u"rejoin resolve shop.rejoin --table order_lines --key order_id=1001,line_no=2 --take b"_s,
                u"rejoin resolve shop.rejoin --table customers --key 63 --same-as 62 --reason 'entered twice'"_s,
                u"rejoin resolve shop.rejoin --table products --key 32 --set tax_class=standard"_s,
            },
        .positional = {u"FILE"_s},
        .options = bulkOptions() +
                   QList<Option>{
                       {u"project-rules"_s, {}, u"decide by the rules that the project holds"_s},
                       {u"preview"_s, {}, u"say what each rule would decide, and decide nothing"_s},
                       {u"table"_s, u"TABLE"_s, u"the table to decide in"_s},
                       {u"key"_s, u"KEY"_s,
                        u"one row: order_id=1001, or 1001; parts of a key with commas between, or one "
                        "--key for each"_s},
                       {u"id"_s, u"N"_s, u"one row by its number in rejoin show"_s},
                       {u"take"_s,
                        u"WHAT"_s,
                        u"a, b or baseline: that row; both: two rows, one gets a new key; delete; "
                        "skip: leave each server as it is"_s,
                        {u"a"_s, u"b"_s, u"baseline"_s, u"both"_s, u"delete"_s, u"skip"_s}},
                       {u"column"_s, u"COL"_s, u"with --take: this cell only; may be repeated"_s},
                       {u"set"_s, u"COL=VALUE"_s,
                        u"this value; COL=NULL is NULL, COL=\"'NULL'\" the text; with --take both: in the row that "
                        "gets a new key; may be repeated"_s},
                       {u"same-as"_s, u"KEY"_s,
                        u"the row is the row KEY, entered twice: it goes, what refers to it refers "
                        "to KEY"_s},
                       {u"of"_s,
                        u"SIDE"_s,
                        u"with --same-as, where the key names two rows: whose is meant, a or b"_s,
                        {u"a"_s, u"b"_s}},
                       {u"unit"_s,
                        {},
                        u"with --take: what belongs to the row, too (an order: its lines and payments); a "
                        "row with a conflict of its own stays"_s},
                       {u"reason"_s, u"TEXT"_s, u"why, for the report"_s},
                       {u"redecide"_s, {}, u"decide again what is decided already"_s},
                   },
        .notes =
            {u"Rules are a JSON array of {\"name\": \"…\", \"table\": \"GLOB\", ACTION}. ACTION is one of"_s,
             u"  \"take\": \"a\", \"b\" or \"baseline\"; with \"column\": \"COLUMN\" the cell alone"_s,
             u"  \"newest\": \"COLUMN\"              the row whose time stamp is later"_s,
             u"  \"sum\": \"COLUMN\"                 a counter: the baseline plus what each server added"_s,
             u"  \"renumber\": \"COLUMN\", \"template\": \"{prefix}{n:3}\"   natural numbers that both servers gave out:"_s,
             u"      one row gets the next number; \"moves\": \"a\" or \"b\" (default), \"from\": the first counter"_s,
             u"  \"ignore\": true, \"column\": \"…\"  conflicts in that column do not matter: A's value stays"_s,
             u"  \"keepBoth\": \"a\" or \"b\"          two rows; that server's gets a new key"_s,
             u"and \"where\": \"CONDITION\" with any of them, as in SQL: b.status = 'open'. A column without a. or b."_s,
             u"must satisfy it on each server that has the row. It sees that row alone: no SELECT in it."_s,
             u"Without --key or --id only what is undecided in the table is decided."_s,
             u"--rules and --accept-suggestions may be given together; rules go first."_s,
             u"Exit: 1 all is decided, 2 decisions are missing."_s},
        .run = runResolve,
    };
}

} // namespace Rejoin

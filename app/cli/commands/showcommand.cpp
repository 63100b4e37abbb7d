#include "app/cli/rowview.h"
#include "app/cli/statusview.h"
#include "app/cli/work.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int pageRows = 500;
constexpr qint64 defaultLimit = 100;
const QLatin1StringView constraintConflict("ConstraintConflict");

/// What of the session is shown.
struct Choice
{
    DifferenceFilter filter;
    bool rows = true;      ///< false: constraint conflicts alone
    bool conflicts = true; ///< constraint conflicts are listed
    std::optional<qint64> limit;
};

Result<Choice> choiceOf(const Invocation &invocation, const Alignment &alignment)
{
    Choice choice;
    choice.filter.unresolvedOnly = invocation.isSet(u"unresolved"_s);
    if (invocation.isSet(u"table"_s)) {
        REJOIN_TRY_VALUE(index, tableNamed(invocation, alignment, invocation.value(u"table"_s)));
        choice.filter.table = index;
    }
    const QStringList names = invocation.values(u"outcome"_s);
    for (const QString &name : names) {
        if (name == constraintConflict)
            continue;
        const std::optional<Outcome> outcome = outcomeFromName(name);
        if (!outcome)
            return invocation.usage(
                u"there is no outcome '%1'; outcomes are those of rejoin status --json"_s.arg(name));
        choice.filter.outcomes += *outcome;
    }
    choice.conflicts = names.isEmpty() || names.contains(constraintConflict);
    choice.rows = names.isEmpty() || !choice.filter.outcomes.isEmpty();
    if (!invocation.output.isJson())
        choice.limit = defaultLimit;
    if (invocation.isSet(u"limit"_s)) {
        bool isNumber = false;
        choice.limit = invocation.value(u"limit"_s).toLongLong(&isNumber);
        if (!isNumber || *choice.limit < 0)
            return invocation.usage(u"--limit takes a number, not '%1'"_s.arg(invocation.value(u"limit"_s)));
    }
    return choice;
}

/// Calls `show` for each row of the choice, page by page; how many were shown.
template <typename Show> Result<qint64> forEachRow(const Session &session, const Choice &choice, Show show)
{
    qint64 shown = 0;
    qint64 last = 0;
    while (choice.rows) {
        const qint64 wanted = choice.limit ? qMin<qint64>(pageRows, *choice.limit - shown) : pageRows;
        if (wanted <= 0)
            break;
        REJOIN_TRY_VALUE(page, session.page(choice.filter, last, int(wanted)));
        if (page.isEmpty())
            break;
        for (const Difference &difference : page)
            show(difference);
        shown += page.size();
        last = page.constLast().id;
    }
    return shown;
}

Result<QList<ConstraintConflict>> conflictsOf(const Session &session, const Choice &choice)
{
    if (!choice.conflicts)
        return QList<ConstraintConflict>();
    REJOIN_TRY_VALUE(all, session.constraintConflicts());
    if (choice.filter.table)
        all.removeIf([&](const ConstraintConflict &conflict) { return conflict.table != *choice.filter.table; });
    return all;
}

/// In pieces, so that a million rows need no memory.
Result<void> printJson(const Session &session, const Choice &choice, Output &output)
{
    REJOIN_TRY_VALUE(conflicts, conflictsOf(session, choice));
    REJOIN_TRY_VALUE(conflictArray, conflictsJson(session, conflicts));
    output.raw("{\"rows\": [");
    QByteArray separator = "\n";
    const auto shown = forEachRow(session, choice, [&](const Difference &difference) {
        const QJsonObject row = rowJson(session.alignment().tables.at(difference.table), difference);
        output.raw(separator + QJsonDocument(row).toJson(QJsonDocument::Compact));
        separator = ",\n";
    });
    output.raw("],\n\"constraintConflicts\": " + QJsonDocument(conflictArray).toJson(QJsonDocument::Compact) + "}\n");
    return shown ? Result<void>() : std::unexpected(shown.error());
}

Result<void> printText(const Session &session, const Choice &choice, Output &output)
{
    REJOIN_TRY_VALUE(conflicts, conflictsOf(session, choice));
    REJOIN_TRY_VALUE(shown, forEachRow(session, choice, [&](const Difference &difference) {
                         printRow(session.alignment().tables.at(difference.table), difference, session.header().moves,
                                  output);
                     }));
    for (const ConstraintConflict &conflict : conflicts)
        printConflict(conflict, output);
    if (choice.rows) {
        REJOIN_TRY_VALUE(ids, session.ids(choice.filter));
        if (const qint64 more = ids.size() - shown; more > 0)
            output.line(u"… and %1. Show them with --limit %2, or narrow down with --table or --outcome."_s.arg(
                counted(more, u"more row"_s), QString::number(ids.size())));
    }
    if (choice.filter.unresolvedOnly && (shown > 0 || !conflicts.isEmpty()))
        output.line(
            u"Decide: rejoin resolve FILE --table T --key K, and --take a|b|baseline|both|delete, --set COL=VALUE, "
            "or --same-as KEY."_s);
    if (shown == 0 && conflicts.isEmpty())
        output.line(u"No such rows."_s);
    return {};
}

Result<Exit> runShow(Invocation &invocation)
{
    REJOIN_TRY_VALUE(work, openWork(invocation));
    REJOIN_TRY_VALUE(choice, choiceOf(invocation, work.session->alignment()));
    Output &output = invocation.output;
    REJOIN_TRY(output.isJson() ? printJson(*work.session, choice, output) : printText(*work.session, choice, output));
    return Exit::Done;
}

/// What --outcome takes.
QStringList outcomeNames()
{
    QStringList names;
    for (const Outcome outcome : allOutcomes) {
        if (outcome != Outcome::Unchanged)
            names += outcomeName(outcome);
    }
    return names << constraintConflict;
}

} // namespace

Command showCommand()
{
    return {
        .name = u"show"_s,
        .summary = u"shows rows: key, outcome, baseline, A, B, decision and reason"_s,
        .examples = {u"rejoin show shop.rejoin --unresolved"_s, u"rejoin show shop.rejoin --table orders --limit 20"_s,
                     u"rejoin show shop.rejoin --outcome KeyCollision --outcome CellConflict --json"_s},
        .positional = {u"FILE"_s},
        .options =
            {{u"table"_s, u"TABLE"_s, u"rows of this table only"_s},
             {u"outcome"_s, u"NAME"_s,
              u"rows with this outcome only, such as OnlyA, KeyCollision, CellConflict, ConstraintConflict; may be "
              "repeated"_s,
              outcomeNames()},
             {u"unresolved"_s, {}, u"only rows that need a decision"_s},
             {u"limit"_s, u"N"_s, u"show so many rows at most (100; with --json all)"_s}},
        .notes = {u"A number such as #17 in front of a row is what rejoin resolve --id takes."_s},
        .run = runShow,
    };
}

} // namespace Rejoin

#include "app/cli/resolving.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

void add(ResolveResult &sum, const ResolveResult &part)
{
    sum.decided += part.decided;
    sum.followed += part.followed;
    sum.left += part.left;
    if (sum.firstReason.isEmpty())
        sum.firstReason = part.firstReason;
    sum.rules += part.rules;
    sum.warnings += part.warnings;
}

void printRules(Invocation &invocation, const ResolveResult &result, const QString &verb)
{
    for (const QString &warning : result.warnings)
        invocation.output.warn(warning);
    for (const RuleCount &count : result.rules) {
        QString text = u"Rule \"%1\" %2 %3."_s.arg(printable(count.rule), verb, counted(count.decided, u"row"_s));
        if (count.followed > 0)
            text += u" %1 to them."_s.arg(counted(count.followed, u"more row belongs"_s, u"more rows belong"_s));
        invocation.output.line(text);
    }
}

} // namespace

QList<Option> bulkOptions()
{
    return {{u"accept-suggestions"_s,
             {},
             u"decide what Rejoin suggests: two rows under one generated number are both kept"_s},
            {u"rules"_s, u"RULES.json"_s, u"decide by the rules of a file, in their order"_s},
            {u"keep-rules"_s, {}, u"with --rules: save them in the project"_s}};
}

Result<QList<Rule>> wantedRules(Invocation &invocation, Project &project, bool projectRules)
{
    const bool fromFile = invocation.isSet(u"rules"_s);
    if (invocation.isSet(u"keep-rules"_s) && !fromFile)
        return invocation.usage(u"--keep-rules goes with --rules: which rules to save"_s);
    if (!fromFile)
        return projectRules ? project.rules : QList<Rule>();
    REJOIN_TRY_VALUE(rules, loadRules(invocation.value(u"rules"_s)));
    if (invocation.isSet(u"keep-rules"_s)) {
        project.rules = rules;
        REJOIN_TRY(saveProject(project, invocation.positional(0)));
        invocation.output.line(u"Saved %1 in the project."_s.arg(counted(rules.size(), u"rule"_s)));
    }
    return rules;
}

Result<ResolveResult> resolveInBulk(Invocation &invocation, Session &session, const QList<Rule> &rules,
                                    std::optional<int> table)
{
    ResolveResult sum;
    Resolver resolver(session, userName());
    if (!rules.isEmpty()) {
        REJOIN_TRY_VALUE(result, resolver.applyRules(rules, invocation.cancel()));
        printRules(invocation, result, u"decided"_s);
        add(sum, result);
    }
    if (invocation.isSet(u"accept-suggestions"_s)) {
        ResolveScope scope;
        scope.table = table;
        REJOIN_TRY_VALUE(result, resolver.acceptSuggestions(scope, invocation.cancel()));
        invocation.output.line(u"Suggestions: %1"_s.arg(resolvedText(result)));
        add(sum, result);
    }
    return sum;
}

Result<ResolveResult> previewRules(Invocation &invocation, Session &session, const QList<Rule> &rules)
{
    REJOIN_TRY_VALUE(result, Resolver(session, userName()).previewRules(rules, invocation.cancel()));
    printRules(invocation, result, u"would decide"_s);
    return result;
}

QString resolvedText(const ResolveResult &result)
{
    QString text = u"decided %1."_s.arg(counted(result.decided, u"row"_s));
    if (result.followed > 0)
        text += u" %1 with them."_s.arg(counted(result.followed, u"row that belongs to them was decided"_s,
                                                u"rows that belong to them were decided"_s));
    if (result.left > 0 && !result.firstReason.isEmpty())
        text +=
            u" %1 left: %2."_s.arg(counted(result.left, u"row was"_s, u"rows were"_s), printable(result.firstReason));
    return text;
}

} // namespace Rejoin

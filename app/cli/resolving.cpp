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
}

} // namespace

QList<Option> bulkOptions()
{
    return {{u"accept-suggestions"_s,
             {},
             u"decide what Rejoin suggests: two rows under one generated number are both kept"_s},
            {u"rules"_s, u"RULES.json"_s, u"decide by the rules of a file, in their order"_s}};
}

Result<ResolveResult> resolveInBulk(Invocation &invocation, Session &session, std::optional<int> table)
{
    ResolveResult sum;
    Resolver resolver(session, userName());
    if (invocation.isSet(u"rules"_s)) {
        REJOIN_TRY_VALUE(rules, loadRules(invocation.value(u"rules"_s)));
        REJOIN_TRY_VALUE(result, resolver.applyRules(rules, invocation.cancel()));
        invocation.output.line(u"Rules: %1"_s.arg(resolvedText(result)));
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

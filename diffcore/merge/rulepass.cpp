#include "diffcore/merge/rulepass.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Error named(const Rule &rule, Error error)
{
    error.message = u"rule \"%1\": %2"_s.arg(rule.name, error.message);
    return error;
}

Error misfit(const Rule &rule, const QString &message, const QString &advice)
{
    return named(rule, {.code = ErrorCode::Usage, .message = message, .advice = advice});
}

} // namespace

Result<RulePass> RulePass::make(const Rule &rule, const Alignment &alignment)
{
    QList<int> tables;
    for (int i = 0; i < alignment.tables.size(); ++i) {
        if (matchesGlob(rule.table, alignment.tables[i].name))
            tables.append(i);
    }
    if (tables.isEmpty())
        return fail(misfit(rule, u"no table matches '%1'"_s.arg(rule.table), u"rejoin status lists the tables"_s));
    if (!rule.column.isEmpty()) {
        tables.removeIf([&](int table) { return alignment.tables[table].columnIndex(rule.column) < 0; });
        if (tables.isEmpty())
            return fail(misfit(rule, u"no table that '%1' matches has a column '%2'"_s.arg(rule.table, rule.column),
                               u"Correct the column or the table"_s));
    }
    RulePass pass(rule, alignment);
    if (!rule.where.isEmpty())
        REJOIN_TRY(pass.prepare(tables));
    return pass;
}

Result<void> RulePass::prepare(const QList<int> &tables)
{
    std::optional<Error> first;
    for (const int table : tables) {
        Result<RowCondition> condition = RowCondition::make(m_rule->where, m_alignment->tables[table]);
        if (condition)
            m_conditions.emplace(table, std::move(*condition));
        else if (!first)
            first = condition.error();
    }
    if (m_conditions.empty() && first)
        return fail(named(*m_rule, *first));
    return {};
}

Result<std::optional<Decision>> RulePass::decide(const Difference &difference)
{
    const std::optional<Decision> decision = applyRule(*m_rule, m_alignment->tables.at(difference.table), difference);
    if (!decision || m_rule->where.isEmpty())
        return decision;
    const auto condition = m_conditions.find(difference.table);
    if (condition == m_conditions.end())
        return std::nullopt;
    Result<bool> holds = condition->second.holds(difference);
    if (!holds)
        return fail(named(*m_rule, holds.error()));
    return *holds ? decision : std::nullopt;
}

} // namespace Rejoin

#include "diffcore/merge/rulepass.h"

#include "diffcore/value/valuetime.h"

#include <cmath>

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

Result<RulePass> RulePass::make(const Rule &rule, const Alignment &alignment,
                                std::optional<double> clockDifferenceSeconds)
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
    RulePass pass(rule, alignment, clockDifferenceSeconds);
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

Result<bool> RulePass::isMeant(const Difference &difference)
{
    if (m_rule->where.isEmpty())
        return true;
    const auto condition = m_conditions.find(difference.table);
    if (condition == m_conditions.end())
        return false;
    Result<bool> holds = condition->second.holds(difference);
    if (!holds)
        return fail(named(*m_rule, holds.error()));
    return holds;
}

bool RulePass::isWithinClocks(const Difference &difference) const
{
    const int column = m_alignment->tables.at(difference.table).columnIndex(m_rule->column);
    if (m_rule->kind != Rule::Kind::Newest || !m_clockDifference || column < 0)
        return false;
    const std::optional<QDateTime> a = timeOf(difference.rows.a->at(column));
    const std::optional<QDateTime> b = timeOf(difference.rows.b->at(column));
    const double milliseconds = std::abs(*m_clockDifference) * 1000.0;
    return a && b && double(std::abs(a->msecsTo(*b))) <= milliseconds;
}

Result<std::optional<Decision>> RulePass::decide(const Difference &difference)
{
    const AlignedTable &table = m_alignment->tables.at(difference.table);
    const std::optional<Decision> decision = applyRule(*m_rule, table, difference);
    if (!decision)
        return decision;
    REJOIN_TRY_VALUE(meant, isMeant(difference));
    if (!meant)
        return std::nullopt;
    if (isWithinClocks(difference)) {
        m_unsure.append(table.describeKey(difference.key));
        return std::nullopt;
    }
    return decision;
}

} // namespace Rejoin

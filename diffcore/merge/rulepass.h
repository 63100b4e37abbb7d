#pragma once

#include "diffcore/merge/rowcondition.h"
#include "diffcore/merge/rule.h"

#include <unordered_map>

namespace Rejoin {

/// One rule made ready for the tables of an alignment. Belongs to the thread that made it; what it is made of must
/// outlive it.
class RulePass
{
public:
    /// Fails with Usage where no table is meant, or the rule's column or condition fits none of those that are.
    [[nodiscard]] static Result<RulePass> make(const Rule &rule, const Alignment &alignment);

    /// What the rule makes of a row; nothing where it does not apply. Fails as RowCondition::holds().
    [[nodiscard]] Result<std::optional<Decision>> decide(const Difference &difference);

private:
    RulePass(const Rule &rule, const Alignment &alignment)
        : m_rule(&rule)
        , m_alignment(&alignment)
    {
    }
    [[nodiscard]] Result<void> prepare(const QList<int> &tables);

    const Rule *m_rule;
    const Alignment *m_alignment;
    std::unordered_map<int, RowCondition> m_conditions; ///< by table; tables that it does not fit are left out
};

} // namespace Rejoin

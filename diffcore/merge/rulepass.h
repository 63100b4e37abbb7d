#pragma once

#include "diffcore/merge/rowcondition.h"
#include "diffcore/merge/rule.h"

#include <QStringList>

#include <unordered_map>

namespace Rejoin {

/// One rule made ready for the tables of an alignment. Belongs to the thread that made it; what it is made of must
/// outlive it.
class RulePass
{
public:
    /// Fails with Usage where no table is meant, or the rule's column or condition fits none of those that are.
    /// `clockDifferenceSeconds`: by how much the servers' clocks differ, where that was measured; the newest row of two
    /// that were written within it is not known.
    [[nodiscard]] static Result<RulePass> make(const Rule &rule, const Alignment &alignment,
                                               std::optional<double> clockDifferenceSeconds = std::nullopt);

    /// What the rule makes of a row; nothing where it does not apply. Fails as RowCondition::holds().
    [[nodiscard]] Result<std::optional<Decision>> decide(const Difference &difference);
    /// Whether the rule's condition holds for the row.
    [[nodiscard]] Result<bool> isMeant(const Difference &difference);
    /// Of Newest: the rows whose times are nearer to each other than the clocks are; not decided.
    [[nodiscard]] const QStringList &unsure() const { return m_unsure; }

private:
    RulePass(const Rule &rule, const Alignment &alignment, std::optional<double> clockDifferenceSeconds)
        : m_rule(&rule)
        , m_alignment(&alignment)
        , m_clockDifference(clockDifferenceSeconds)
    {
    }
    [[nodiscard]] bool isWithinClocks(const Difference &difference) const;
    [[nodiscard]] Result<void> prepare(const QList<int> &tables);

    const Rule *m_rule;
    const Alignment *m_alignment;
    std::optional<double> m_clockDifference;
    QStringList m_unsure;
    std::unordered_map<int, RowCondition> m_conditions; ///< by table; tables that it does not fit are left out
};

} // namespace Rejoin

#include "diffcore/merge/resolver.h"

#include "diffcore/merge/followup.h"
#include "diffcore/merge/rulepass.h"
#include "diffcore/merge/suggestion.h"

#include <functional>

namespace Rejoin {

namespace {

/// What a step makes of one row: a decision, nothing (the row is not meant), or why it cannot be.
struct Offer
{
    std::optional<Decision> decision;
    QString whyNot;
};

using Decider = std::function<Result<Offer>(const AlignedTable &, const Difference &)>;

bool isInScope(const ResolveScope &scope, const QSet<qint64> &ids, const Difference &difference)
{
    if (difference.resolved && scope.decided == ResolveScope::Decided::Leave)
        return false;
    return (!scope.table || *scope.table == difference.table) && (!scope.key || *scope.key == difference.key) &&
           (ids.isEmpty() || ids.contains(difference.id));
}

Cells joined(const Decision &present, const Cells &added)
{
    const auto *cells = std::get_if<Cells>(&present.kind);
    Cells all = cells ? *cells : Cells{};
    for (auto choice = added.choices.begin(); choice != added.choices.end(); ++choice)
        all.choices.insert(choice.key(), choice.value());
    return all;
}

/// One undo step over the whole session.
class Step
{
public:
    enum class Writing : quint8 { Store, Preview };

    Step(Session &session, const QString &user, Writing writing = Writing::Store)
        : m_session(session)
        , m_user(user)
        , m_writing(writing)
        , m_now(QDateTime::currentDateTimeUtc())
    {
    }

    [[nodiscard]] Result<void> load()
    {
        REJOIN_TRY_VALUE(input, m_session.mergeInput());
        m_input = std::move(input);
        return {};
    }

    [[nodiscard]] Result<void> offer(const ResolveScope &scope, const Decider &decider, const CancelToken &cancel)
    {
        const QSet<qint64> ids(scope.ids.begin(), scope.ids.end());
        for (int i = 0; i < m_input.differences.size(); ++i) {
            if (cancel.isCancelled())
                return fail(ErrorCode::Cancelled, QStringLiteral("cancelled, nothing was decided"));
            Difference &difference = m_input.differences[i];
            if (!isInScope(scope, ids, difference))
                continue;
            REJOIN_TRY_VALUE(offer, decider(m_input.alignment.tables[difference.table], difference));
            if (offer.decision)
                take(i, *offer.decision);
            else if (!offer.whyNot.isEmpty())
                leave(difference, offer.whyNot);
        }
        return {};
    }

    /// Decides what follows from the offers since the last call and stores it all as one undo step; how much that was.
    [[nodiscard]] Result<RuleCount> commit(const QString &text)
    {
        RuleCount count{.decided = m_changed.size()};
        FollowUp followUp(m_input);
        const QSet<int> followed = followUp.follow(m_changed);
        count.followed = followed.size();
        m_changed.unite(followed);
        m_merged = mergedState(m_input);
        m_changed.unite(followUp.reopen(m_merged));
        if (!m_changed.isEmpty() && m_writing == Writing::Store)
            REJOIN_TRY(m_session.decide(
                changes(), QStringLiteral("%1 for %2 rows").arg(text).arg(count.decided + count.followed), m_user));
        m_changed.clear();
        m_result.decided += count.decided;
        m_result.followed += count.followed;
        return count;
    }

    [[nodiscard]] Result<ResolveResult> finish()
    {
        if (m_writing == Writing::Store)
            REJOIN_TRY(m_session.setConstraintConflicts(checkConstraints(m_input, m_merged)));
        return m_result;
    }

    [[nodiscard]] Result<ResolveResult> runRules(const QList<Rule> &rules, const CancelToken &cancel)
    {
        REJOIN_TRY(load());
        std::vector<RulePass> passes;
        for (const Rule &rule : rules) {
            REJOIN_TRY_VALUE(pass, RulePass::make(rule, m_input.alignment));
            passes.push_back(std::move(pass));
        }
        m_merged = mergedState(m_input);
        for (qsizetype i = 0; i < rules.size(); ++i) {
            const Decider decider = [&](const AlignedTable &, const Difference &difference) -> Result<Offer> {
                REJOIN_TRY_VALUE(decision, passes[i].decide(difference));
                return Offer{decision, {}};
            };
            REJOIN_TRY(offer({.decided = ResolveScope::Decided::Redecide}, decider, cancel));
            REJOIN_TRY_VALUE(count, commit(QStringLiteral("rule \"%1\"").arg(rules[i].name)));
            count.rule = rules[i].name;
            m_result.rules.append(count);
        }
        REJOIN_TRY(warnOfCounters(rules));
        return finish();
    }

private:
    /// Rows whose counter both servers moved alike are in the session only where the comparison knew of the rule.
    [[nodiscard]] Result<void> warnOfCounters(const QList<Rule> &rules)
    {
        REJOIN_TRY_VALUE(statuses, m_session.statuses());
        for (int i = 0; i < m_input.alignment.tables.size(); ++i) {
            const AlignedTable &table = m_input.alignment.tables[i];
            for (const int column : counterColumns(rules, table)) {
                const QString &name = table.columns[column].name;
                if (table.in.baseline && !statuses[i].counters.contains(name))
                    m_result.warnings.append(
                        QStringLiteral("%1: rows whose %2 both servers moved by the same amount are missing, since "
                                       "the rule was not in the project when the table was compared: save it there "
                                       "(--keep-rules) and compare again")
                            .arg(table.name.display(), name));
            }
        }
        return {};
    }

    void take(int index, Decision decision)
    {
        Difference &difference = m_input.differences[index];
        const AlignedTable &table = m_input.alignment.tables[difference.table];
        if (decision.origin != Decision::Origin::Automatic) {
            decision.by = m_user;
            decision.at = m_now;
        }
        difference.resolved = settles(table, difference, decision.kind);
        difference.decision = std::move(decision);
        m_changed.insert(index);
    }

    void leave(const Difference &difference, const QString &reason)
    {
        if (m_result.left++ == 0)
            m_result.firstReason = QStringLiteral("%1: %2").arg(
                m_input.alignment.tables[difference.table].describeKey(difference.key), reason);
    }

    [[nodiscard]] QList<Session::NewDecision> changes() const
    {
        QList<int> indexes = m_changed.values();
        std::ranges::sort(indexes);
        QList<Session::NewDecision> decisions;
        for (const int index : std::as_const(indexes)) {
            const Difference &difference = m_input.differences[index];
            decisions.append({difference.id, difference.decision, difference.resolved});
        }
        return decisions;
    }

    Session &m_session;
    QString m_user;
    Writing m_writing;
    QDateTime m_now;
    MergeInput m_input;
    MergedState m_merged;
    QSet<int> m_changed;
    ResolveResult m_result;
};

Result<ResolveResult> runStep(Session &session, const QString &user, const ResolveScope &scope, const QString &text,
                              const Decider &decider, const CancelToken &cancel)
{
    Step step(session, user);
    REJOIN_TRY(step.load());
    REJOIN_TRY(step.offer(scope, decider, cancel));
    REJOIN_TRY(step.commit(text));
    return step.finish();
}

Decision byPerson(DecisionKind kind, const QString &reason)
{
    Decision decision;
    decision.kind = std::move(kind);
    decision.origin = Decision::Origin::Person;
    decision.reason = reason;
    return decision;
}

} // namespace

Resolver::Resolver(Session &session, QString user)
    : m_session(session)
    , m_user(std::move(user))
{
}

Result<ResolveResult> Resolver::acceptSuggestions(const ResolveScope &scope, const CancelToken &cancel)
{
    const Side moves = m_session.header().moves;
    const Decider decider = [moves](const AlignedTable &table, const Difference &difference) -> Result<Offer> {
        return Offer{suggestion(table, difference, moves), {}};
    };
    return runStep(m_session, m_user, scope, QStringLiteral("accept suggestions"), decider, cancel);
}

Result<ResolveResult> Resolver::applyRules(const QList<Rule> &rules, const CancelToken &cancel)
{
    return Step(m_session, m_user).runRules(rules, cancel);
}

Result<ResolveResult> Resolver::previewRules(const QList<Rule> &rules, const CancelToken &cancel)
{
    return Step(m_session, m_user, Step::Writing::Preview).runRules(rules, cancel);
}

Result<ResolveResult> Resolver::decide(const ResolveScope &scope, const DecisionKind &kind, const QString &reason,
                                       const CancelToken &cancel)
{
    const Decider decider = [&](const AlignedTable &table, const Difference &difference) -> Result<Offer> {
        const auto *cells = std::get_if<Cells>(&kind);
        const DecisionKind wanted = cells ? DecisionKind(joined(difference.decision, *cells)) : kind;
        const QString why = whyNot(table, difference, wanted);
        if (!why.isEmpty())
            return Offer{std::nullopt, why};
        return Offer{byPerson(wanted, reason), {}};
    };
    return runStep(m_session, m_user, scope, kindText(kind), decider, cancel);
}

Result<ResolveResult> Resolver::undecide(const ResolveScope &scope)
{
    ResolveScope all = scope;
    all.decided = ResolveScope::Decided::Redecide;
    const Decider decider = [](const AlignedTable &table, const Difference &difference) -> Result<Offer> {
        return Offer{automaticDecision(table, difference), {}};
    };
    return runStep(m_session, m_user, all, QStringLiteral("take decisions back"), decider, {});
}

Result<void> Resolver::checkConstraints()
{
    REJOIN_TRY_VALUE(input, m_session.mergeInput());
    return m_session.setConstraintConflicts(Rejoin::checkConstraints(input, mergedState(input)));
}

Result<bool> Resolver::undo()
{
    REJOIN_TRY_VALUE(undone, m_session.undo());
    REJOIN_TRY(checkConstraints());
    return undone;
}

Result<bool> Resolver::redo()
{
    REJOIN_TRY_VALUE(redone, m_session.redo());
    REJOIN_TRY(checkConstraints());
    return redone;
}

} // namespace Rejoin

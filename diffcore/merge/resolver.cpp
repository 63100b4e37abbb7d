#include "diffcore/merge/resolver.h"

#include "diffcore/merge/masking.h"

#include "diffcore/merge/cellmerge.h"
#include "diffcore/merge/followup.h"
#include "diffcore/merge/graphunit.h"
#include "diffcore/merge/renumber.h"
#include "diffcore/merge/rulepass.h"
#include "diffcore/merge/suggestion.h"

#include <cmath>

#include <functional>

namespace Rejoin {

namespace {

/// What a step makes of one row: a decision, nothing (the row is not meant), or why it cannot be.
struct Offer
{
    std::optional<Decision> decision;
    QString whyNot;
};

/// Differences of clocks up to this many seconds are the question's own time.
constexpr double noticedClockSeconds = 2.0;

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

    /// The same for what belongs to the rows that were decided by it.
    [[nodiscard]] Result<void> offerUnits(const Decider &decider)
    {
        for (const int index : unitOf(m_input, m_changed)) {
            REJOIN_TRY_VALUE(
                offer, decider(m_input.alignment.tables[m_input.differences[index].table], m_input.differences[index]));
            if (!offer.decision)
                continue;
            offer.decision->reason = QStringLiteral("decided with the row that it belongs to");
            take(index, *offer.decision);
            ++m_belonging;
        }
        return {};
    }

    /// Decides what follows from the offers since the last call and stores it all as one undo step; how much that was.
    [[nodiscard]] Result<RuleCount> commit(const QString &text)
    {
        RuleCount count{.decided = m_changed.size() - m_belonging};
        FollowUp followUp(m_input);
        const QSet<int> followed = followUp.follow(m_changed);
        count.followed = followed.size() + m_belonging;
        m_belonging = 0;
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
            REJOIN_TRY_VALUE(pass, RulePass::make(rule, m_input.alignment, m_session.header().clockDifferenceSeconds));
            passes.push_back(std::move(pass));
        }
        m_merged = mergedState(m_input);
        for (qsizetype i = 0; i < rules.size(); ++i) {
            REJOIN_TRY(offerRule(rules[i], passes[i], cancel));
            REJOIN_TRY_VALUE(count, commit(QStringLiteral("rule \"%1\"").arg(rules[i].name)));
            count.rule = rules[i].name;
            m_result.rules.append(count);
        }
        REJOIN_TRY(warnOfCounters(rules));
        for (qsizetype i = 0; i < rules.size(); ++i)
            warnOfClocks(rules[i], passes[i]);
        return finish();
    }

private:
    [[nodiscard]] Result<void> offerRule(const Rule &rule, RulePass &pass, const CancelToken &cancel)
    {
        if (rule.kind == Rule::Kind::Renumber)
            return offerNumbers(rule, pass);
        const Decider decider = [&](const AlignedTable &, const Difference &difference) -> Result<Offer> {
            REJOIN_TRY_VALUE(decision, pass.decide(difference));
            return Offer{decision, {}};
        };
        return offer({.decided = ResolveScope::Decided::Redecide}, decider, cancel);
    }

    [[nodiscard]] Result<void> offerNumbers(const Rule &rule, RulePass &pass)
    {
        for (int table = 0; table < m_input.alignment.tables.size(); ++table) {
            const AlignedTable &aligned = m_input.alignment.tables[table];
            if (!matchesGlob(rule.table, aligned.name) || aligned.columnIndex(rule.column) < 0)
                continue;
            REJOIN_TRY_VALUE(decisions, renumber(rule, m_input, table));
            for (auto decision = decisions.begin(); decision != decisions.end(); ++decision) {
                const Difference &difference = m_input.differences[decision.key()];
                REJOIN_TRY_VALUE(meant, pass.isMeant(difference));
                const QString why = whyNot(aligned, difference, decision->kind);
                if (meant && why.isEmpty())
                    take(decision.key(), *decision);
                else if (meant)
                    leave(difference, why);
            }
            if (!decisions.isEmpty() && !rule.firstNumber)
                warnOfSeries(aligned, rule);
        }
        return {};
    }

    /// How far the numbers are on the servers is known only where the comparison knew of the rule.
    void warnOfSeries(const AlignedTable &table, const Rule &rule)
    {
        const bool known = std::ranges::any_of(m_input.series, [&](const NumberSeries &series) {
            return series.table == table.name.display() &&
                   table.columnIndex(series.column) == table.columnIndex(rule.column);
        });
        if (!known)
            m_result.warnings.append(
                QStringLiteral(
                    "%1: the new numbers of %2 go on behind those of the rows that differ, since the rule was "
                    "not in the project when the table was compared: save it there (--keep-rules) and "
                    "compare again, or give the first number as \"from\"")
                    .arg(table.name.display(), rule.column));
    }

    void warnOfClocks(const Rule &rule, const RulePass &pass)
    {
        constexpr qsizetype named = 5;
        const std::optional<double> difference = m_session.header().clockDifferenceSeconds;
        if (rule.kind != Rule::Kind::Newest)
            return;
        const QString seconds = QString::number(std::abs(difference.value_or(0)), 'f', 1);
        if (!difference) {
            m_result.warnings.append(QStringLiteral("rule \"%1\": the clocks of A and B were not compared; times were "
                                                    "taken as they are")
                                         .arg(rule.name));
        } else if (!pass.unsure().isEmpty()) {
            const QStringList rows = pass.unsure();
            QString text = rows.first(std::min(named, rows.size())).join(QStringLiteral("; "));
            if (rows.size() > named)
                text += QStringLiteral("; and %1 more").arg(rows.size() - named);
            m_result.warnings.append(
                QStringLiteral("rule \"%1\": the clocks of A and B differ by %2 s, and the times of "
                               "%3 are nearer to each other than that; not decided: %4")
                    .arg(rule.name, seconds,
                         rows.size() == 1 ? QStringLiteral("1 row") : QStringLiteral("%1 rows").arg(rows.size()),
                         text));
        } else if (std::abs(*difference) > noticedClockSeconds) {
            m_result.warnings.append(
                QStringLiteral("rule \"%1\": the clocks of A and B differ by %2 s").arg(rule.name, seconds));
        }
    }

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
    qint64 m_belonging = 0; ///< of m_changed: rows that were decided with others
    ResolveResult m_result;
};

Result<ResolveResult> runStep(Session &session, const QString &user, const ResolveScope &scope, const QString &text,
                              const Decider &decider, const CancelToken &cancel)
{
    Step step(session, user);
    REJOIN_TRY(step.load());
    REJOIN_TRY(step.offer(scope, decider, cancel));
    if (scope.extent == ResolveScope::Extent::Unit)
        REJOIN_TRY(step.offerUnits(decider));
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
    const bool ofWholeRow = std::holds_alternative<Take>(kind) || std::holds_alternative<DeleteRow>(kind) ||
                            std::holds_alternative<Skip>(kind);
    if (scope.extent == ResolveScope::Extent::Unit && !ofWholeRow)
        return fail(ErrorCode::Usage, QStringLiteral("only a whole row is decided with what belongs to it"),
                    QStringLiteral("Take one version of it, delete it or skip it"));
    const Decider decider = [&](const AlignedTable &table, const Difference &difference) -> Result<Offer> {
        const auto *cells = std::get_if<Cells>(&kind);
        const DecisionKind wanted = cells ? DecisionKind(joined(difference.decision, *cells)) : kind;
        const QString why = whyNot(table, difference, wanted);
        if (!why.isEmpty())
            return Offer{std::nullopt, why};
        return Offer{byPerson(wanted, reason), {}};
    };
    const DecisionKind shown = scope.table ? shownKind(m_session.alignment().tables[*scope.table], kind) : kind;
    return runStep(m_session, m_user, scope, kindText(shown), decider, cancel);
}

Result<ResolveResult> Resolver::takeConflicts(const ResolveScope &scope, Side from, const CancelToken &cancel)
{
    const Alignment &alignment = m_session.alignment();
    const Decider decider = [&](const AlignedTable &table, const Difference &difference) -> Result<Offer> {
        const Cells cells = conflictsFrom(alignment, difference, from);
        if (cells.choices.isEmpty())
            return Offer{std::nullopt, QStringLiteral("no cell conflicts")};
        const DecisionKind wanted = joined(difference.decision, cells);
        const QString why = whyNot(table, difference, wanted);
        return why.isEmpty() ? Offer{byPerson(wanted, {}), {}} : Offer{std::nullopt, why};
    };
    const QString name = from == Side::A ? QStringLiteral("A") : QStringLiteral("B");
    return runStep(m_session, m_user, scope, QStringLiteral("take the conflicts from %1").arg(name), decider, cancel);
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
    // a table that may hold a million differences is not read for nothing
    REJOIN_TRY_VALUE(deciders, m_session.deciders());
    std::optional<QList<int>> tables;
    if (deciders.isEmpty())
        tables = tablesThatCanConflict(m_session.alignment());
    REJOIN_TRY_VALUE(input, m_session.mergeInput(tables));
    return m_session.setConstraintConflicts(Rejoin::checkConstraints(input, mergedState(input)));
}

Result<bool> Resolver::undo()
{
    REJOIN_TRY_VALUE(undone, m_session.undo(m_user));
    REJOIN_TRY(checkConstraints());
    return undone;
}

Result<bool> Resolver::redo()
{
    REJOIN_TRY_VALUE(redone, m_session.redo(m_user));
    REJOIN_TRY(checkConstraints());
    return redone;
}

} // namespace Rejoin

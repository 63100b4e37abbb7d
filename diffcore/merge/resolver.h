#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/base/result.h"
#include "diffcore/merge/rule.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// What one rule decided, or would.
struct RuleCount
{
    QString rule;
    qint64 decided = 0;
    qint64 followed = 0; ///< rows that belong to those

    friend bool operator==(const RuleCount &, const RuleCount &) = default;
};

/// How many rows a step decided, and how many it left because the decision cannot be made for them.
struct ResolveResult
{
    qint64 decided = 0;  ///< rows of the scope that got a decision
    qint64 followed = 0; ///< rows that were decided with them, because they belong to them
    qint64 left = 0;     ///< rows of the scope for which the decision cannot be made
    QString firstReason; ///< why the first of them was left
    /// What a person should know of the rules: "products: …", one a line.
    QStringList warnings;
    QList<RuleCount> rules; ///< of applyRules() and previewRules(): one for each rule, in their order
};

/// Which rows a decision is for.
struct ResolveScope
{
    std::optional<int> table;
    std::optional<RowKey> key;
    QList<qint64> ids; ///< where given, just these
    enum class Decided : quint8 { Leave, Redecide } decided = Decided::Leave;
    /// Unit: with each row what belongs to it, see unitOf(); of decide() alone, and only where a whole row is taken,
    /// deleted or left as it is.
    enum class Extent : quint8 { Rows, Unit } extent = Extent::Rows;
};

/// Makes decisions in a session: each call is one undo step (rules: each rule), on disk when it returns, with what
/// follows from it, and the constraint conflicts found anew:
///
/// - a collision that is kept as two rows takes its undecided colliding children with it (line 1 of two orders 1001);
/// - a collision that is one row settles the children that are equal on both (they are one row then, too);
/// - a row that was decided automatically and now conflicts, since a key in it names two rows, is opened again.
class Resolver
{
public:
    Resolver(Session &session, QString user);

    [[nodiscard]] Result<ResolveResult> acceptSuggestions(const ResolveScope &scope, const CancelToken &cancel = {});
    /// Each rule that decides a row is an undo step of its own. Fails with Usage where a rule fits no table (RulePass);
    /// then none of them has decided anything.
    [[nodiscard]] Result<ResolveResult> applyRules(const QList<Rule> &rules, const CancelToken &cancel = {});
    /// What applyRules() would decide; writes nothing.
    [[nodiscard]] Result<ResolveResult> previewRules(const QList<Rule> &rules, const CancelToken &cancel = {});
    /// For Cells the choices are added to those that a row has.
    [[nodiscard]] Result<ResolveResult> decide(const ResolveScope &scope, const DecisionKind &kind,
                                               const QString &reason, const CancelToken &cancel = {});
    /// Of each row the cells that conflict from one side; what the other side alone changed stays. Rows without such a
    /// cell are left.
    [[nodiscard]] Result<ResolveResult> takeConflicts(const ResolveScope &scope, Side from,
                                                      const CancelToken &cancel = {});
    /// Back to undecided, or to what is decided automatically.
    [[nodiscard]] Result<ResolveResult> undecide(const ResolveScope &scope);
    /// Finds the constraint conflicts of the merged state anew and stores them.
    [[nodiscard]] Result<void> checkConstraints();
    /// Undo and redo of one step, constraint conflicts found anew. False where there is nothing to undo.
    [[nodiscard]] Result<bool> undo();
    [[nodiscard]] Result<bool> redo();

private:
    Session &m_session;
    QString m_user;
};

} // namespace Rejoin

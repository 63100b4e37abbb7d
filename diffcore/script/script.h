#pragma once

#include "diffcore/dialect/dialect.h"
#include "diffcore/merge/plan.h"
#include "diffcore/script/checkhashes.h"
#include "diffcore/script/guardbatches.h"
#include "diffcore/session/session.h"

#include <functional>

namespace Rejoin {

/// How many rows a script inserts, updates and deletes in a table.
struct RowCounts
{
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 deleted = 0;

    friend bool operator==(const RowCounts &, const RowCounts &) = default;
};

enum class ScriptKind : quint8 { Merge, Undo };

/// What the comments of a script say of where it comes from.
struct ScriptOrigin
{
    ScriptKind kind = ScriptKind::Merge;
    QString title; ///< "merge → A · PRD01 (live)"
    QString projectHash;
    QDateTime since;
    QString ticket;
    QString reason;
    std::optional<Guarding> guarding;                 ///< nothing: batches where the plan is large
    std::optional<CheckHashes> checks = std::nullopt; ///< of the same target
};

/// Which operation a line of the script belongs to: the window jumps by it.
struct ScriptMark
{
    int line = 1; ///< of the operation's first statement, in a batch of its comment, from 1
    qint64 difference = 0;
};

/// Takes the text of a script piece by piece, in order, while it is written.
using ScriptSink = std::function<void(QByteArrayView bytes)>;

/// The plan as SQL text of the target's dialect: guarded, in one transaction. The same inputs give the same bytes.
struct Script
{
    QByteArray text; ///< UTF-8; empty where a sink took it
    QString hash;    ///< SHA-256 of the text, of a check alone
    QList<ScriptMark> marks;
    QHash<QString, qint64> counts; ///< "insert", "update", "delete"
    QMap<QString, RowCounts> tables;
};

/// `origin.kind` is Undo for a plan that undoOf() made: generators go back to where they stood.
[[nodiscard]] Script writeScript(const Plan &plan, const MergeInput &input, const ServerInfo &target,
                                 const ScriptOrigin &origin);
/// Checks, writing nothing, that the rows are as the plan found them (before) or left them (after).
enum class CheckMoment : quint8 { Before, After };
[[nodiscard]] Script writeCheck(const Plan &plan, const MergeInput &input, const ServerInfo &target,
                                const ScriptOrigin &origin, CheckMoment moment);

/// A script, and the check of the rows as it leaves them.
struct CheckedScript
{
    Script script;
    Script check;
};

/// Where the texts of a script and its check go; those without a sink are kept.
struct CheckedSinks
{
    ScriptSink script;
    ScriptSink check;
};

/// Gives the hashes of both checks of a target, once that of one of them is known; may wait for the other.
using BothChecks = std::function<CheckHashes(const QString &check)>;

/// The same as writeCheck() of `plan` and then writeScript(), in one go; `checkTitle` takes the place of the origin's
/// title, what `checks` gives that of its checks.
[[nodiscard]] CheckedScript writeCheckedScript(const Plan &plan, const MergeInput &input, const ServerInfo &target,
                                               const ScriptOrigin &origin, const QString &checkTitle,
                                               const BothChecks &checks, const CheckedSinks &sinks = {});

} // namespace Rejoin

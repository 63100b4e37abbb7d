#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"

#include <QDateTime>
#include <optional>

namespace Rejoin {

inline const QString runLogName = QStringLiteral("runs.jsonl");

/// One thing that was done with a bundle on a server, or begun.
struct RunRecord
{
    enum class Work : quint8 {
        Apply,
        Undo,
        Rehearse,
        Ask, ///< the target was asked: Done where it has the merge, Failed where it has not
    };
    enum class State : quint8 {
        Begun,   ///< the last word where the process was killed or the machine stopped
        Done,    ///< committed; a rehearsal: rolled back after it came through
        Failed,  ///< refused or interrupted; nothing was changed
        Unknown, ///< the connection was lost while committing
    };

    QDateTime at; ///< UTC
    QString by;   ///< user name
    QString machine;
    Work work = Work::Apply;
    Side target = Side::A;
    QString hash;         ///< SHA-256 of the script
    QDateTime comparedAt; ///< when the comparison began that the script rests on
    QString mergedState;  ///< as in Manifest; empty: not known
    State state = State::Begun;
    QString message; ///< of a failure

    friend bool operator==(const RunRecord &, const RunRecord &) = default;
};

[[nodiscard]] QString workName(RunRecord::Work work);    ///< "apply", "undo", "rehearse", "ask"
[[nodiscard]] QString stateName(RunRecord::State state); ///< "begun", "done", "failed", "unknown"

/// What the runs say of a server.
enum class Standing : quint8 {
    Before,  ///< as it was: nothing came through, or it was undone
    Applied, ///< it has the merge
    Open,    ///< a run began and its end is not known: the server has to be asked
};

/// The runs of a bundle: a file in its folder to which lines are appended, so that it goes where the bundle goes and
/// outlives a killed process. No hash covers it. No state; any thread.
class RunLog
{
public:
    explicit RunLog(QString bundleFolder);

    /// On disk when it returns. Fails with CannotWrite, and with BadFile as records().
    [[nodiscard]] Result<void> append(const RunRecord &record) const;
    /// In the order of the file; empty where there is none yet. A last line that was cut off is left out. Fails with
    /// BadFile: damaged, no regular file, larger than any log can be.
    [[nodiscard]] Result<QList<RunRecord>> records() const;

private:
    QString m_path;
};

/// What the records say of a target, and the record that says so (nothing where none is about it). Rehearsals change
/// nothing.
struct TargetStanding
{
    Standing standing = Standing::Before;
    std::optional<RunRecord> record;
};
[[nodiscard]] PerSide<TargetStanding> standings(const QList<RunRecord> &records);

} // namespace Rejoin

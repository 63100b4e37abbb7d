#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/script/report.h"
#include "diffcore/script/script.h"
#include "diffcore/session/history.h"
#include "diffcore/session/project.h"
#include "diffcore/session/session.h"

namespace Rejoin {

struct BundleOptions
{
    QList<Side> targets{Side::A, Side::B};
    QString ticket;
    QString reason;
    QString by; ///< user name, for the session's history
};

/// The scripts of one target, in memory: what the review page shows is what the bundle holds.
struct TargetScripts
{
    Side target = Side::A;
    Plan plan;
    Script merge;
    Script undo;
    Script precheck;
    Script postcheck;
};

/// Plans and writes the scripts of one target. Fails with Undecided (rows or constraint conflicts without a decision,
/// named) or Unsupported.
[[nodiscard]] Result<TargetScripts> makeScripts(const Session &session, const Project &project, Side target,
                                                const BundleOptions &options);

struct WrittenBundle
{
    QString folder;
    using Target = WrittenTarget;
    QList<Target> targets;
    qint64 movedKeys = 0;
};

/// Writes manifest.json, SHA256SUMS, report.html, decisions.csv, keymap.csv, and a/ or b/ with the scripts. The folder
/// must be new, empty, or a bundle (which it replaces). Nothing half-written stays behind on failure.
[[nodiscard]] Result<WrittenBundle> writeBundle(Session &session, const Project &project, const QString &folder,
                                                const BundleOptions &options, const CancelToken &cancel,
                                                const Progress &progress);

/// A target of a bundle on disk, its hashes proved.
struct BundleTarget
{
    Side side = Side::A;
    QString title;               ///< "A · PRD01 (live)"
    ConnectionString connection; ///< as the project had it, no literal secrets
    QString identity;            ///< of the database
    QString mergePath;
    QString undoPath;
    QString mergeHash;
    QString undoHash;
    QMap<QString, RowCounts> planned; ///< of merge.sql, by table
};

struct Bundle
{
    QString folder;
    QList<BundleTarget> targets;
    PerSide<QString> identities; ///< of both databases, targets or not
    QString projectHash;
    QDateTime comparedAt; ///< when the comparison began that it rests on
    QString mergedState;  ///< as in Manifest
    qint64 movedKeys = 0;
    QString ticket;
    QString reason;
    bool masksValues = false;
    bool needsReview = false;
    std::optional<Review> review; ///< as in the manifest
    QString scriptHash;           ///< that openBundle() was given, where a file has it
    QByteArray script;            ///< that file's bytes

    [[nodiscard]] const BundleTarget *target(Side side) const; ///< null where it has no script for it
};

/// Reads a bundle. Fails with BadFile: no folder, no manifest, a file that is missing or whose bytes are not those of
/// the manifest (named). The bytes of the file with the SHA-256 `approved` are kept as they were looked at, to be run.
[[nodiscard]] Result<Bundle> openBundle(const QString &folder, const QString &approved = {});

} // namespace Rejoin

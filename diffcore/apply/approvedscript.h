#pragma once

#include "diffcore/apply/applier.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/connection.h"

namespace Rejoin {

/// A script of a bundle whose bytes are those that were approved, and its target's connection, open for writing.
struct ApprovedScript
{
    BundleTarget target;
    QString name; ///< "merge.sql"
    std::unique_ptr<Connection> connection;
    QList<ScriptStatement> statements;
    std::optional<CheckHashes> checks; ///< that it names; scripts before 0.1.0 was released name none
};

/// Fails with NotApproved, BadFile, WrongTarget (the bundle's other server), CannotConnect and the like.
[[nodiscard]] Result<ApprovedScript> openApproved(const Bundle &bundle, const ApplyOptions &options);

/// What a run ended with, for people and logs: without the server's own words where they might hold masked values.
[[nodiscard]] Result<void> shownOutcome(const Bundle &bundle, Result<void> ran);
/// The target that has the approved script. Fails with NotApproved.
[[nodiscard]] Result<BundleTarget> approvedTarget(const Bundle &bundle, const ApplyOptions &options);
/// Waits up to a minute for the end of another session of Rejoin there, that of a killed program among them. Fails with
/// Refused where it goes on.
[[nodiscard]] Result<std::unique_ptr<Connection>> openTarget(const Bundle &bundle, const BundleTarget &target,
                                                             const ApplyOptions &options);
/// The checks that the target's script with this SHA-256 names. Fails with NotApproved where it has no such script, or
/// one that names none.
[[nodiscard]] Result<CheckHashes> checksOf(const Bundle &bundle, const BundleTarget &target, const QString &approved);
[[nodiscard]] QString fileOf(CheckMoment moment); ///< "precheck.sql"
/// One of the target's checks, if it is the one that an approved script names. Fails with BadFile or NotApproved.
[[nodiscard]] Result<QByteArray> checkBytes(const BundleTarget &target, const CheckHashes &approved,
                                            CheckMoment moment);

/// Begin and end of a run in the bundle's log.
class LoggedRun
{
public:
    LoggedRun(const Bundle &bundle, const BundleTarget &target, const ApplyOptions &options, RunRecord::Work work);

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> end(const Result<void> &ran);
    /// The run tells nothing of an earlier one whose end is not known.
    [[nodiscard]] Result<void> stayOpen(const Error &error);

private:
    [[nodiscard]] Result<void> append(RunRecord::State state, const QString &message);

    RunLog m_log;
    RunRecord m_record;
};

} // namespace Rejoin

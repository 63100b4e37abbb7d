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
/// One of the target's files, such as "precheck.sql". Fails with BadFile.
[[nodiscard]] Result<QByteArray> scriptBytes(const BundleTarget &target, const QString &name);

/// Begin and end of a run in the bundle's log.
class LoggedRun
{
public:
    LoggedRun(const Bundle &bundle, const BundleTarget &target, const ApplyOptions &options, RunRecord::Work work);

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> end(const Result<void> &ran);

private:
    [[nodiscard]] Result<void> append(RunRecord::State state, const QString &message);

    RunLog m_log;
    RunRecord m_record;
};

} // namespace Rejoin

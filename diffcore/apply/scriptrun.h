#pragma once

#include "diffcore/base/progress.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/connection.h"

namespace Rejoin {

/// Runs the statements of one script on a connection that is open for writing. After every failure but CommitUnknown
/// nothing was changed.
class ScriptRun
{
public:
    /// `name`: of the file, for errors. Everything given must outlive the run.
    ScriptRun(Connection &connection, QString name, const CancelToken &cancel, const Progress &progress);

    [[nodiscard]] Result<void> run(const QList<ScriptStatement> &statements);
    /// Runs everything up to the commit, then `look`, then rolls back whatever came of it.
    [[nodiscard]] Result<void> rehearse(const QList<ScriptStatement> &statements,
                                        const std::function<Result<void>()> &look);

private:
    [[nodiscard]] Result<void> runUpToCommit(const QList<ScriptStatement> &statements);
    /// The statement that failed and its error; nothing where all ran.
    [[nodiscard]] std::pair<qint64, std::optional<Error>> runUntilError(const QList<ScriptStatement> &statements);
    [[nodiscard]] Result<void> commit(const ScriptStatement &statement);
    [[nodiscard]] Result<void> runAfterCommit(const QList<ScriptStatement> &statements);
    [[nodiscard]] Error refusal(const Error &error, const ScriptStatement &statement);
    void nameRights(Error &error, const QList<ScriptStatement> &statements);
    [[nodiscard]] Error cancelled() const;

    Connection &m_connection;
    QString m_name;
    const CancelToken &m_cancel;
    const Progress &m_progress;
    qint64 m_total = 0;
};

} // namespace Rejoin

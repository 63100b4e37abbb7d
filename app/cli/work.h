#pragma once

#include "app/cli/command.h"
#include "diffcore/base/timetext.h"
#include "diffcore/base/username.h"
#include "diffcore/session/project.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// The project of FILE and its session, opened for a command that needs a comparison.
struct Work
{
    QString path;
    Project project;
    std::unique_ptr<Session> session;
};

/// Fails with BadFile where nothing was compared yet. Warns where the project changed since the comparison.
[[nodiscard]] Result<Work> openWork(Invocation &invocation);

/// With --password-stdin: reads one line and puts it into the connections, which never save it.
[[nodiscard]] Option passwordOption();
[[nodiscard]] Result<void> takePassword(const Invocation &invocation, Project &project);
[[nodiscard]] Result<QString> readPassword(const Invocation &invocation);
/// The password that a connection lacks, from the keychain or from the person at the terminal, as the connection says.
/// LoginFailed where the keychain has none. `label` names the server.
[[nodiscard]] Result<void> completeLogin(const Invocation &invocation, ConnectionString &connection,
                                         const QString &label);

/// `a`, `b` or, where `both` is allowed, `both`.
[[nodiscard]] Result<QList<Side>> parseTarget(const Invocation &invocation);

/// Index of --table; fails with Usage, naming the tables there are.
[[nodiscard]] Result<int> tableNamed(const Invocation &invocation, const Alignment &alignment, const QString &name);

/// `word`, or quoted for a shell: for commands to copy.
[[nodiscard]] QString shellWord(const QString &word);

/// ISO 8601 in UTC for JSON; null where it is invalid.
[[nodiscard]] QJsonValue timeJson(const QDateTime &time);

[[nodiscard]] QString sideName(Side side); ///< "a", "b"

} // namespace Rejoin

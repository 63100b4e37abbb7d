#pragma once

#include "diffcore/session/project.h"
#include "diffcore/session/session.h"
#include "tests/support/sqliteshell.h"
#include "tests/support/storydatabase.h"

namespace Rejoin::Testing {

/// A story's two servers as SQLite files, with a project and a session that holds the differences as they are given:
/// what a comparison leaves behind.
class StorySession
{
public:
    StorySession(const Story &story, const MergeInput &input);

    [[nodiscard]] Session &session() const { return *m_session; }
    [[nodiscard]] const Project &project() const { return m_project; }
    [[nodiscard]] const SqliteShell &shell(Side side) const { return m_shells[side]; }
    [[nodiscard]] QString folder(const QString &name) const { return m_folder.filePath(name); }
    /// All lines of the database as SQL text, sorted: the rows, whatever their order on disk.
    [[nodiscard]] QString rows(Side side) const;

private:
    QTemporaryDir m_folder;
    PerSide<SqliteShell> m_shells{SqliteShell(QStringLiteral("prd01.sqlite")),
                                  SqliteShell(QStringLiteral("prd02.sqlite"))};
    Project m_project;
    std::unique_ptr<Session> m_session;
};

/// The story of the switch-over in small: both servers gave out order 1001, each has its own lines and log.
[[nodiscard]] Story switchOverStory();
/// Its differences, every one decided; colliding keys are kept both, B moves.
[[nodiscard]] MergeInput decidedInput(const Story &story);

} // namespace Rejoin::Testing

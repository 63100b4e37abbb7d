#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace Rejoin {

/// A project that was opened, as the welcome page lists it.
struct RecentProject
{
    QString path;
    QString titles;        ///< "A · PRD01 (live) ⇄ B · PRD02 (standby)"
    qint64 undecided = -1; ///< -1 = not compared
    QDateTime at;
    bool exists = true;
};

/// The last ten, newest first, from the person's settings.
[[nodiscard]] QList<RecentProject> recentProjects();
void rememberProject(const RecentProject &project);

} // namespace Rejoin

#include "ui/recentprojects.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype kept = 10;

} // namespace

QList<RecentProject> recentProjects()
{
    QSettings settings;
    QList<RecentProject> projects;
    const int count = settings.beginReadArray(u"recent"_s);
    for (int at = 0; at < count; ++at) {
        settings.setArrayIndex(at);
        RecentProject project{.path = settings.value(u"path"_s).toString(),
                              .titles = settings.value(u"titles"_s).toString(),
                              .undecided = settings.value(u"undecided"_s, -1).toLongLong(),
                              .at = settings.value(u"at"_s).toDateTime()};
        project.exists = QFileInfo::exists(project.path);
        projects.append(project);
    }
    return projects;
}

void rememberProject(const RecentProject &project)
{
    QList<RecentProject> projects = recentProjects();
    projects.removeIf([&project](const RecentProject &each) { return each.path == project.path; });
    projects.prepend(project);
    projects.resize(qMin(projects.size(), kept));
    QSettings settings;
    settings.beginWriteArray(u"recent"_s, int(projects.size()));
    for (int at = 0; at < projects.size(); ++at) {
        settings.setArrayIndex(at);
        settings.setValue(u"path"_s, projects.at(at).path);
        settings.setValue(u"titles"_s, projects.at(at).titles);
        settings.setValue(u"undecided"_s, projects.at(at).undecided);
        settings.setValue(u"at"_s, projects.at(at).at);
    }
    settings.endArray();
}

} // namespace Rejoin

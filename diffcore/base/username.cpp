#include "diffcore/base/username.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace Rejoin {

namespace {

QString systemName()
{
#ifdef Q_OS_UNIX
    constexpr int roomForNames = 16384;
    passwd entry{};
    passwd *found = nullptr;
    QByteArray room(roomForNames, Qt::Uninitialized);
    if (::getpwuid_r(::geteuid(), &entry, room.data(), static_cast<size_t>(room.size()), &found) == 0 && found)
        return QFile::decodeName(entry.pw_name);
#endif
    return {};
}

} // namespace

QString userName()
{
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    const QString name = systemName();
    return name.isEmpty() ? QStringLiteral("unknown") : name;
}

} // namespace Rejoin

#include "diffcore/apply/ownruns.h"

#include "diffcore/base/log.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString ownRunsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/rejoin/runs"_s;
}

} // namespace

void rememberOwnRun(const QString &hash)
{
    if (isOwnRun(hash))
        return;
    const QString path = ownRunsPath();
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    const QByteArray line = hash.toLatin1() + '\n';
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(line) != line.size() || !file.flush())
        log(LogLevel::Warning, u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    else if (isNew)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

bool isOwnRun(const QString &hash)
{
    QFile file(ownRunsPath());
    if (hash.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    while (!file.atEnd()) {
        if (QString::fromLatin1(file.readLine().trimmed()) == hash)
            return true;
    }
    return false;
}

} // namespace Rejoin

#include "tests/support/sqliteshell.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

ClientRun runSqlite(const QString &path, const QByteArray &script)
{
    QProcess process;
    process.start(u"sqlite3"_s, {u"-batch"_s, u"-bail"_s, path});
    process.write(script);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000))
        return {.errors = u"sqlite3: "_s + process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString askSqlite(const QString &path, const QString &query)
{
    const ClientRun result = runSqlite(path, query.toUtf8() + ";\n");
    return result.exitCode == 0 ? result.output.trimmed() : result.errors;
}

SqliteShell::SqliteShell(const QString &fileName)
    : m_fileName(fileName)
{
}

SqliteShell::Run SqliteShell::run(const QByteArray &script) const
{
    return runSqlite(path(), script);
}

QString SqliteShell::ask(const QString &query) const
{
    return askSqlite(path(), query);
}

QString SqliteShell::dump() const
{
    return run(".dump\n").output;
}

} // namespace Rejoin::Testing

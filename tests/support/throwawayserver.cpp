#include "tests/support/throwawayserver.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

constexpr int patience = 120000; // milliseconds; the machine may be busy

/// Runs the server ("$@" after the signal and the folder) and, when the server ends or this shell is told to stop,
/// stops it and removes its folder.
constexpr auto keeper = R"(
signal=$1 folder=$2
shift 2
"$@" &
server=$!
trap 'kill -"$signal" "$server" 2>/dev/null' TERM INT HUP
while kill -0 "$server" 2>/dev/null; do wait "$server"; done
cd /
rm -rf -- "$folder"
)";

const QString folderPattern = u"rejoin-server-*"_s;
const QString ownerFile = u"owner"_s; ///< in a server's folder: the process number of the program that uses it

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Stops the server of a folder whose program is gone. Numbers of processes are given anew, so its command line must
/// name the folder.
void stopServerOf(const QDir &folder)
{
    for (const QString &name : {u"data/postmaster.pid"_s, u"pid"_s}) {
        const int server = contentOf(folder.filePath(name)).split('\n').constFirst().trimmed().toInt();
        const QByteArray command = contentOf(u"/proc/%1/cmdline"_s.arg(server));
        if (server > 0 && command.contains(QFile::encodeName(folder.path())))
            kill(server, SIGKILL);
    }
}

/// Removes what programs left behind that were killed together with the keepers of their servers.
void removeOrphans()
{
    const QDir temporary(QDir::tempPath());
    for (const QString &name : temporary.entryList({folderPattern}, QDir::Dirs)) {
        QDir folder(temporary.filePath(name));
        const int owner = contentOf(folder.filePath(ownerFile)).toInt();
        if (owner <= 0 || kill(owner, 0) == 0 || errno != ESRCH)
            continue;
        stopServerOf(folder);
        folder.removeRecursively();
    }
}

struct Account
{
    uid_t user = 0;
    gid_t group = 0;
};

/// The engines refuse to run as root, so root runs them as the user that their package made.
Account accountFor(Engine engine)
{
    if (geteuid() != 0)
        return {geteuid(), getegid()};
    const passwd *entry = getpwnam(engine == Engine::PostgreSql ? "postgres" : "mysql");
    return entry ? Account{entry->pw_uid, entry->pw_gid} : Account{};
}

/// Between fork and exec: only calls that are safe there.
void become(const Account &account, int signalAtParentsDeath)
{
    if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(account.group) != 0 || setuid(account.user) != 0))
        _exit(126);
    prctl(PR_SET_PDEATHSIG, signalAtParentsDeath);
}

QString programPath(Engine engine, const QString &name)
{
    QStringList folders;
    if (engine == Engine::PostgreSql) {
        const QDir versions(u"/usr/lib/postgresql"_s);
        QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        std::ranges::sort(names, std::greater(), [](const QString &version) { return version.toInt(); });
        for (const QString &version : std::as_const(names))
            folders += versions.filePath(version + u"/bin"_s);
    }
    folders += {u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s, u"/usr/local/bin"_s};
    return QStandardPaths::findExecutable(name, folders);
}

int freePort()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *asked = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    const bool bound = probe >= 0 && bind(probe, asked, size) == 0 && getsockname(probe, asked, &size) == 0;
    close(probe);
    return bound ? ntohs(address.sin_port) : 0;
}

QString quoted(Engine engine, const QString &name)
{
    const QChar quote = engine == Engine::PostgreSql ? u'"' : u'`';
    return quote + QString(name).replace(quote, QString(2, quote)) + quote;
}

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("PG"_L1) || name.startsWith("MYSQL"_L1))
            environment.remove(name);
    }
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return environment;
}

ClientRun runProgram(const QString &program, const QStringList &arguments, const QByteArray &input,
                     const std::function<void()> &inChild = {})
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    if (inChild)
        process.setChildProcessModifier(inChild);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience))
        return {.errors = program + u": "_s + process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

ThrowawayServer::ThrowawayServer(Engine engine)
    : m_engine(engine)
    , m_folder(QDir::tempPath() + u"/rejoin-server-XXXXXX"_s)
{
}

ThrowawayServer::~ThrowawayServer()
{
    m_process.terminate();
    m_process.waitForFinished(patience);
}

Result<std::unique_ptr<ThrowawayServer>> ThrowawayServer::start(Engine engine, const QStringList &settings)
{
    const bool postgreSql = engine == Engine::PostgreSql;
    for (const QString &needed : postgreSql ? QStringList{u"postgres"_s, u"initdb"_s, u"psql"_s}
                                            : QStringList{u"mariadbd"_s, u"mariadb-install-db"_s, u"mariadb"_s}) {
        if (programPath(engine, needed).isEmpty())
            return fail(ErrorCode::Unsupported, u"%1 is not installed"_s.arg(needed));
    }
    if (geteuid() == 0 && accountFor(engine).user == 0)
        return fail(ErrorCode::Unsupported, u"there is no user to run %1 as"_s.arg(engineName(engine)));
    removeOrphans();
    std::unique_ptr<ThrowawayServer> server(new ThrowawayServer(engine));
    REJOIN_TRY(server->initialise());
    REJOIN_TRY(server->launch(settings));
    REJOIN_TRY(server->waitUntilReady());
    return server;
}

Result<void> ThrowawayServer::initialise() const
{
    const Account account = accountFor(m_engine);
    const QByteArray folder = QFile::encodeName(m_folder.path());
    if (!m_folder.isValid() || (geteuid() == 0 && chown(folder.constData(), account.user, account.group) != 0))
        return fail(ErrorCode::CannotWrite, u"no folder for a server: %1"_s.arg(m_folder.errorString()));
    QFile owner(file(ownerFile));
    if (!owner.open(QIODevice::WriteOnly) || owner.write(QByteArray::number(getpid())) < 0)
        return fail(ErrorCode::CannotWrite, owner.errorString());
    owner.close();
    const auto inChild = [account] { become(account, SIGKILL); };
    const ClientRun made =
        m_engine == Engine::PostgreSql
            ? runProgram(programPath(m_engine, u"initdb"_s),
                         {u"--pgdata"_s, file(u"data"_s), u"--no-sync"_s, u"--no-instructions"_s, u"--auth=trust"_s,
                          u"--username=postgres"_s, u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s},
                         {}, inChild)
            : runProgram(programPath(m_engine, u"mariadb-install-db"_s),
                         {u"--no-defaults"_s, u"--datadir="_s + file(u"data"_s), u"--tmpdir="_s + m_folder.path(),
                          u"--auth-root-authentication-method=normal"_s, u"--skip-test-db"_s, u"--skip-name-resolve"_s},
                         {}, inChild);
    if (made.exitCode != 0)
        return fail(ErrorCode::CannotConnect,
                    u"no data folder for %1: %2"_s.arg(engineName(m_engine), made.errors + made.output));
    return {};
}

Result<void> ThrowawayServer::launch(const QStringList &settings)
{
    m_port = freePort();
    const QString port = QString::number(m_port);
    QStringList command;
    if (m_engine == Engine::PostgreSql) {
        command = {u"QUIT"_s,
                   m_folder.path(),
                   programPath(m_engine, u"postgres"_s),
                   u"-D"_s,
                   file(u"data"_s),
                   u"-p"_s,
                   port,
                   u"-k"_s,
                   m_folder.path(),
                   u"-c"_s,
                   u"listen_addresses=127.0.0.1"_s};
        for (const QString &setting :
             {u"fsync=off"_s, u"synchronous_commit=off"_s, u"full_page_writes=off"_s, u"shared_buffers=32MB"_s,
              u"max_connections=40"_s, u"autovacuum=off"_s, u"max_wal_senders=0"_s, u"wal_level=minimal"_s,
              u"unix_socket_permissions=0777"_s, u"track_commit_timestamp=on"_s})
            command += {u"-c"_s, setting};
    } else {
        command = {u"KILL"_s,
                   m_folder.path(),
                   programPath(m_engine, u"mariadbd"_s),
                   u"--no-defaults"_s,
                   u"--datadir="_s + file(u"data"_s),
                   u"--tmpdir="_s + m_folder.path(), // a starting server deletes all temporary tables in its folder
                   u"--socket="_s + file(u"socket"_s),
                   u"--pid-file="_s + file(u"pid"_s),
                   u"--port="_s + port,
                   u"--bind-address=127.0.0.1"_s,
                   u"--skip-name-resolve"_s,
                   u"--character-set-server=utf8mb4"_s,
                   u"--innodb-flush-log-at-trx-commit=0"_s,
                   u"--innodb-flush-method=nosync"_s,
                   u"--innodb-doublewrite=0"_s,
                   u"--innodb-buffer-pool-size=64M"_s,
                   u"--innodb-log-file-size=32M"_s,
                   u"--max-allowed-packet=64M"_s,
                   u"--skip-log-bin"_s};
    }
    command += settings;
    const Account account = accountFor(m_engine);
    m_process.setProcessEnvironment(plainEnvironment());
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setStandardErrorFile(file(u"log"_s));
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([account] { become(account, SIGTERM); });
    m_process.start(u"/bin/sh"_s, QStringList{u"-c"_s, QString::fromLatin1(keeper), u"keeper"_s} + command);
    if (!m_process.waitForStarted())
        return fail(ErrorCode::CannotConnect, m_process.errorString());
    return {};
}

Result<void> ThrowawayServer::waitUntilReady()
{
    const QString anyDatabase = m_engine == Engine::PostgreSql ? u"postgres"_s : u"mysql"_s;
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        if (run(anyDatabase, "SELECT 1;\n").exitCode == 0)
            return {};
        if (m_process.waitForFinished(100))
            break;
    }
    QFile log(file(u"log"_s));
    const QString said = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
    return fail(ErrorCode::CannotConnect, u"%1 does not start: %2"_s.arg(engineName(m_engine), said));
}

QStringList ThrowawayServer::clientArguments(const QString &database) const
{
    if (m_engine == Engine::PostgreSql)
        return {u"-X"_s, u"-h"_s,       m_folder.path(), u"-p"_s, QString::number(m_port),
                u"-U"_s, u"postgres"_s, u"-d"_s,         database};
    return {u"--no-defaults"_s,
            u"--socket="_s + file(u"socket"_s),
            u"--user=root"_s,
            u"--default-character-set=utf8mb4"_s,
            u"--max-allowed-packet=64M"_s,
            u"--database="_s + database};
}

QStringList ThrowawayServer::clientCommand(const QString &database) const
{
    const QStringList arguments = clientArguments(database);
    if (m_engine == Engine::PostgreSql)
        return QStringList{programPath(m_engine, u"psql"_s)} + arguments +
               QStringList{u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-A"_s, u"-t"_s, u"-q"_s, u"-f"_s, u"-"_s};
    return QStringList{programPath(m_engine, u"mariadb"_s)} + arguments + QStringList{u"--skip-column-names"_s};
}

ClientRun ThrowawayServer::run(const QString &database, const QByteArray &script) const
{
    const QStringList command = clientCommand(database);
    return runProgram(command.first(), command.sliced(1), script);
}

QString ThrowawayServer::ask(const QString &database, const QString &query) const
{
    const ClientRun result = run(database, query.toUtf8() + ";\n");
    return result.exitCode == 0 ? result.output.trimmed() : result.errors;
}

QString ThrowawayServer::dump(const QString &database, const QString &schema) const
{
    if (m_engine != Engine::PostgreSql) {
        QStringList arguments = clientArguments(database);
        arguments.removeLast();
        return runProgram(programPath(m_engine, u"mariadb-dump"_s),
                          arguments + QStringList{u"--skip-dump-date"_s, u"--order-by-primary"_s,
                                                  u"--skip-extended-insert"_s, u"--hex-blob"_s, database},
                          {})
            .output;
    }
    QStringList arguments = clientArguments(database).sliced(1) + QStringList{u"--inserts"_s};
    if (!schema.isEmpty())
        arguments += u"--schema="_s + schema;
    QStringList lines = runProgram(programPath(m_engine, u"pg_dump"_s), arguments, {}).output.split(u'\n');
    lines.removeIf([](const QString &line) { return line.startsWith(u'\\'); }); // keys that differ with every dump
    return lines.join(u'\n');
}

Result<void> ThrowawayServer::makeDatabase(const QString &database) const
{
    const QString name = quoted(m_engine, database);
    const QString script = u"DROP DATABASE IF EXISTS %1;\nCREATE DATABASE %1;\n"_s.arg(name);
    const ClientRun made = run(m_engine == Engine::PostgreSql ? u"postgres"_s : u"mysql"_s, script.toUtf8());
    if (made.exitCode != 0)
        return fail(ErrorCode::ServerRefused, made.errors);
    return {};
}

ConnectionString ThrowawayServer::connection(const QString &database) const
{
    ConnectionString where;
    where.set(u"Driver"_s, m_engine == Engine::PostgreSql ? u"PostgreSQL Unicode"_s : u"MariaDB Unicode"_s);
    where.set(u"Server"_s, u"127.0.0.1"_s);
    where.set(u"Port"_s, QString::number(m_port));
    where.set(u"Database"_s, database);
    where.set(m_engine == Engine::PostgreSql ? u"Uid"_s : u"User"_s,
              m_engine == Engine::PostgreSql ? u"postgres"_s : u"root"_s);
    return where;
}

} // namespace Rejoin::Testing

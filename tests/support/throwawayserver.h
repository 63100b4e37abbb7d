#pragma once

#include "diffcore/base/result.h"
#include "diffcore/dialect/engine.h"
#include "diffcore/odbc/connectionstring.h"
#include "tests/support/clientrun.h"

#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace Rejoin::Testing {

/// A server of this program alone: its own data in a temporary folder, a private socket and a free loopback port, and
/// settings that care for speed and not for power cuts. It ends, and its folder goes, with the object or, however this
/// program ends, with the program. What could not go then (the machine stopped, all processes were killed at once) goes
/// when the next server is started.
class ThrowawayServer
{
public:
    /// PostgreSQL or MariaDB. `settings` are words of the server's command line and win over those that it is given
    /// here. Fails with Unsupported, saying why, where the engine is not installed.
    [[nodiscard]] static Result<std::unique_ptr<ThrowawayServer>> start(Engine engine,
                                                                        const QStringList &settings = {});
    ~ThrowawayServer();
    ThrowawayServer(const ThrowawayServer &) = delete;
    ThrowawayServer &operator=(const ThrowawayServer &) = delete;

    [[nodiscard]] Engine engine() const { return m_engine; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Makes an empty database; one of that name is replaced.
    [[nodiscard]] Result<void> makeDatabase(const QString &database) const;
    [[nodiscard]] ConnectionString connection(const QString &database) const;
    /// Runs a script in the engine's own client (`psql`, `mariadb`), which stops at the first error. The client reads
    /// no start-up files of the person.
    [[nodiscard]] ClientRun run(const QString &database, const QByteArray &script) const;
    /// The words of the command that does so with the script on its standard input.
    [[nodiscard]] QStringList clientCommand(const QString &database) const;
    /// The output of a query, one row a line, cells joined by `|` (MariaDB: by a tab); the client's error text where it
    /// fails.
    [[nodiscard]] QString ask(const QString &database, const QString &query) const;
    /// Everything in the database as SQL text.
    /// `schema`: of PostgreSQL, that one alone; empty = all.
    [[nodiscard]] QString dump(const QString &database, const QString &schema = {}) const;

private:
    explicit ThrowawayServer(Engine engine);

    [[nodiscard]] Result<void> initialise() const;
    [[nodiscard]] Result<void> launch(const QStringList &settings);
    [[nodiscard]] Result<void> waitUntilReady();
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList clientArguments(const QString &database) const;

    Engine m_engine;
    QTemporaryDir m_folder;
    int m_port = 0;
    QProcess m_process;
};

} // namespace Rejoin::Testing

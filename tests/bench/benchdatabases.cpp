#include "tests/bench/benchdatabases.h"

#include "tests/bench/tabletext.h"
#include "tests/support/throwawayserver.h"

#include <QFile>

using namespace Qt::StringLiterals;
using Rejoin::Testing::ThrowawayServer;

namespace Rejoin::Bench {

namespace {

/// Memory for the tables, as a server in use has it; the rest is as the engine comes.
QStringList settingsFor(Engine engine)
{
    if (engine == Engine::PostgreSql)
        return {u"-c"_s, u"shared_buffers=512MB"_s, u"-c"_s, u"max_wal_size=8GB"_s};
    return {u"--innodb-buffer-pool-size=768M"_s, u"--innodb-log-file-size=512M"_s};
}

class ServerDatabases final : public BenchDatabases
{
public:
    ServerDatabases(Engine engine, const DataCache &cache, const QString &workFolder)
        : BenchDatabases(workFolder)
        , m_engine(engine)
        , m_cache(cache)
    {
    }

    [[nodiscard]] Result<void> start()
    {
        for (const Side side : bothSides) {
            REJOIN_TRY_VALUE(server, ThrowawayServer::start(m_engine, settingsFor(m_engine)));
            m_servers[side] = std::move(server);
        }
        return {};
    }

    [[nodiscard]] Engine engine() const override { return m_engine; }

    [[nodiscard]] Result<void> provide(const ShopData &data) override
    {
        if (m_there.contains(data))
            return {};
        for (const Side side : bothSides) {
            REJOIN_TRY_VALUE(rows, m_cache.rows(data, side));
            REJOIN_TRY(m_servers[side]->makeDatabase(nameOf(data)));
            REJOIN_TRY(run(data, side, makingTable(m_engine, data, side, rows)));
        }
        m_there += data;
        return {};
    }

    [[nodiscard]] Result<void> restore(const ShopData &data, Side side) override
    {
        REJOIN_TRY_VALUE(rows, m_cache.rows(data, side));
        return run(data, side, reloadingTable(m_engine, data, rows));
    }

    [[nodiscard]] Result<void> remove(const ShopData &data) override
    {
        m_there.removeAll(data);
        for (const Side side : bothSides)
            REJOIN_TRY(m_servers[side]->makeDatabase(nameOf(data)));
        return {};
    }

    [[nodiscard]] ConnectionString connection(const ShopData &data, Side side) const override
    {
        return m_servers[side]->connection(nameOf(data));
    }

    [[nodiscard]] ProgramCall client(const ShopData &data, Side side, const QString &scriptFile) const override
    {
        const QStringList command =
            throughTheNetwork(m_servers[side]->clientCommand(nameOf(data)), connection(data, side));
        return {.program = command.first(),
                .arguments = command.sliced(1),
                .input = scriptFile,
                .errors = workFolder() + u"/client-errors"_s};
    }

private:
    /// As Rejoin reaches the server, and not through its socket.
    [[nodiscard]] static QStringList throughTheNetwork(const QStringList &command, const ConnectionString &where)
    {
        QStringList words;
        for (const QString &word : command) {
            if (word.startsWith("--socket="_L1))
                words += {u"--protocol=tcp"_s, u"--host="_s + where.value(u"Server"_s),
                          u"--port="_s + where.value(u"Port"_s), u"--skip-ssl"_s};
            else if (!words.isEmpty() && words.last() == "-h"_L1)
                words += where.value(u"Server"_s);
            else
                words += word;
        }
        return words;
    }

    Engine m_engine;
    const DataCache &m_cache;
    PerSide<std::unique_ptr<ThrowawayServer>> m_servers;
    QList<ShopData> m_there;
};

/// Files of the cache; what is written to is a copy.
class SqliteDatabases final : public BenchDatabases
{
public:
    SqliteDatabases(const DataCache &cache, const QString &workFolder)
        : BenchDatabases(workFolder)
        , m_cache(cache)
    {
    }

    [[nodiscard]] Engine engine() const override { return Engine::Sqlite; }

    [[nodiscard]] Result<void> provide(const ShopData &data) override
    {
        for (const Side side : bothSides) {
            if (!QFile::exists(path(data, side)))
                REJOIN_TRY(restore(data, side));
        }
        return {};
    }

    [[nodiscard]] Result<void> restore(const ShopData &data, Side side) override
    {
        REJOIN_TRY_VALUE(cached, m_cache.sqliteFile(data, side));
        REJOIN_TRY(remove(data, side));
        if (!QFile::copy(cached, path(data, side)))
            return fail(ErrorCode::CannotWrite, u"%1 cannot be copied"_s.arg(cached));
        return {};
    }

    [[nodiscard]] Result<void> remove(const ShopData &data) override
    {
        for (const Side side : bothSides)
            REJOIN_TRY(remove(data, side));
        return {};
    }

    [[nodiscard]] ConnectionString connection(const ShopData &data, Side side) const override
    {
        ConnectionString where;
        where.set(u"Driver"_s, u"SQLite3"_s);
        where.set(u"Database"_s, path(data, side));
        return where;
    }

    [[nodiscard]] ProgramCall client(const ShopData &data, Side side, const QString &scriptFile) const override
    {
        return {.program = u"sqlite3"_s,
                .arguments = {u"-batch"_s, u"-bail"_s, path(data, side)},
                .input = scriptFile,
                .errors = workFolder() + u"/client-errors"_s};
    }

private:
    [[nodiscard]] QString path(const ShopData &data, Side side) const
    {
        return u"%1/%2_%3.sqlite"_s.arg(workFolder(), nameOf(data), side == Side::A ? u"a"_s : u"b"_s);
    }

    [[nodiscard]] Result<void> remove(const ShopData &data, Side side) const
    {
        for (const QString &ending : {QString(), u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
            const QString file = path(data, side) + ending;
            if (QFile::exists(file) && !QFile::remove(file))
                return fail(ErrorCode::CannotWrite, u"%1 cannot be removed"_s.arg(file));
        }
        return {};
    }

    const DataCache &m_cache;
};

} // namespace

Result<std::unique_ptr<BenchDatabases>> BenchDatabases::start(Engine engine, const DataCache &cache,
                                                              const QString &workFolder)
{
    if (engine == Engine::Sqlite)
        return std::make_unique<SqliteDatabases>(cache, workFolder);
    auto servers = std::make_unique<ServerDatabases>(engine, cache, workFolder);
    REJOIN_TRY(servers->start());
    return servers;
}

Result<QString> BenchDatabases::scriptFile(const QString &name, const QString &script) const
{
    const QString path = m_workFolder + u'/' + name;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(script.toUtf8()) < 0)
        return fail(ErrorCode::CannotWrite, u"%1: %2"_s.arg(path, file.errorString()));
    return path;
}

Result<void> BenchDatabases::run(const ShopData &data, Side side, const QString &script) const
{
    REJOIN_TRY_VALUE(path, scriptFile(u"script.sql"_s, script));
    const ProgramCall call = client(data, side, path);
    REJOIN_TRY_VALUE(done, runMeasured(call));
    return requireExit(done, call, {0});
}

} // namespace Rejoin::Bench

#include "diffcore/odbc/connection.h"

#include "diffcore/base/log.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/odbc/nativeconnection.h"
#include "diffcore/odbc/opening.h"
#include "diffcore/odbc/rowreading.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Rejoin {

struct Connection::State
{
    NativeConnection native;
    QString qtName = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database;
    ServerInfo server;
    std::unique_ptr<Dialect> dialect;

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    ~State()
    {
        if (native.idle != SQL_NULL_HSTMT)
            SQLFreeHandle(SQL_HANDLE_STMT, native.idle);
        database.close();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(qtName);
    }

    /// Qt opens the connection; everything after that goes through its native handle.
    Result<void> open(const Preparation &prepared, const ConnectOptions &options)
    {
        native.where = prepared.where;
        native.quirks = prepared.quirks;
        native.label = options.label;
        REJOIN_TRY_VALUE(name, qtDatabaseName(prepared.where));
        database = QSqlDatabase::addDatabase(u"QODBC"_s, qtName);
        if (!database.isValid())
            return fail(ErrorCode::DriverMissing, u"Qt's ODBC driver is not installed"_s,
                        u"Install the package libqt6sql6-odbc"_s);
        database.setDatabaseName(name);
        QString connectOptions = u"SQL_ATTR_LOGIN_TIMEOUT=%1"_s.arg(options.timeoutSeconds);
        if (native.quirks->takesBatches) // FreeTDS fetches single rows for a client of ODBC 2, as which Qt comes
            connectOptions += u";SQL_ATTR_ODBC_VERSION=SQL_OV_ODBC3"_s;
        database.setConnectOptions(connectOptions);
        if (!database.open())
            return fail(openError(database.lastError(), prepared));
        const QVariant handle = database.driver()->handle();
        if (qstrcmp(handle.typeName(), "void*") != 0 && qstrcmp(handle.typeName(), "SQLHANDLE") != 0)
            return fail(ErrorCode::Bug, u"Qt's ODBC driver gives no native handle"_s);
        native.handle = *static_cast<SQLHANDLE const *>(handle.constData());
        SQLAllocHandle(SQL_HANDLE_STMT, native.handle, &native.idle);
        return {};
    }

    /// Asks the server who it is.
    Result<void> meet(const Preparation &prepared)
    {
        REJOIN_TRY_VALUE(info, serverInfo(native.handle, native.quirks->text));
        server = info;
        if (prepared.quirks->databaseIsFile) {
            // a data source names the file by itself
            REJOIN_TRY_VALUE(named, provedDatabaseFile(prepared.file.isEmpty() ? info.database : prepared.file));
            server.database = named;
            server.identity = named;
            server.serverName.clear();
        }
        dialect = Dialect::make(server);
        if (!dialect)
            return fail(ErrorCode::Unsupported, u"%1 servers are not supported yet"_s.arg(engineName(server.engine)),
                        u"SQLite, PostgreSQL, MariaDB and MySQL databases are"_s);
        return {};
    }
};

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionString &where, const ConnectOptions &options)
{
    const auto labelled = [&](Error error) {
        error.server = options.label;
        error.message = where.scrub(error.message);
        log(LogLevel::Info, u"%1: no connection by %2"_s.arg(options.label, where.redacted()));
        return fail(std::move(error));
    };
    const auto began = std::chrono::steady_clock::now();
    auto prepared = prepare(where, options);
    if (!prepared)
        return labelled(prepared.error());
    auto state = std::make_unique<State>();
    if (auto opened = state->open(*prepared, options); !opened)
        return labelled(opened.error());
    if (auto met = state->meet(*prepared); !met)
        return labelled(met.error());
    const Access access = options.readOnly ? Access::ReadOnly : Access::ReadWrite;
    const QStringList statements = state->dialect->beginSession(access);
    std::unique_ptr<Connection> connection(new Connection(std::move(state)));
    for (const QString &statement : statements) {
        if (auto done = connection->execute(statement); !done)
            return labelled(done.error());
    }
    connection->askIdentity();
    connection->m_state->dialect->askAbilities(*connection);
    const ServerInfo &server = connection->server();
    log(LogLevel::Info, u"%1: connected in %2 to %3 %4, %5, by %6"_s.arg(
                            options.label, elapsedText(began), engineName(server.engine), server.version.toString(),
                            options.readOnly ? u"to read"_s : u"to write"_s, where.redacted()));
    return connection;
}

void Connection::askIdentity()
{
    const QString query = m_state->dialect->selectIdentity();
    if (query.isEmpty())
        return;
    const auto answer = this->query(query);
    if (answer && !answer->isEmpty() && answer->first().first())
        m_state->server.identity = QString::fromUtf8(*answer->first().first());
}

Connection::Connection(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Connection::~Connection() = default;

const ServerInfo &Connection::server() const
{
    return m_state->server;
}

const Dialect &Connection::dialect() const
{
    return *m_state->dialect;
}

const QString &Connection::label() const
{
    return m_state->native.label;
}

Result<qint64> Connection::execute(const QString &sql)
{
    REJOIN_TRY_VALUE(statement, Statement::create(m_state->native, Statement::Cursor::Static));
    REJOIN_TRY(statement.run(sql));
    REJOIN_TRY(statement.finish());
    return statement.affectedRows();
}

Result<TextRows> Connection::query(const QString &sql)
{
    REJOIN_TRY_VALUE(statement, Statement::create(m_state->native, Statement::Cursor::Static));
    REJOIN_TRY(statement.run(sql));
    REJOIN_TRY_VALUE(columns, statement.columnCount());
    QList<CellKind> kinds;
    for (int column = 0; column < columns; ++column)
        kinds += cellKindOf(statement.handle(), column, *m_state->native.quirks);
    TextRows rows;
    while (columns > 0) {
        REJOIN_TRY_VALUE(more, statement.fetch());
        if (!more)
            break;
        QList<std::optional<QByteArray>> row;
        for (int column = 0; column < columns; ++column) {
            REJOIN_TRY_VALUE(cell, readCell(statement, column, kinds[column]));
            row += cell;
        }
        rows += row;
    }
    return rows;
}

Result<std::unique_ptr<BlockReader>> Connection::read(const QString &sql, const CancelToken &cancel)
{
    REJOIN_TRY_VALUE(state, BlockReader::State::start(m_state->native, sql, cancel));
    return std::unique_ptr<BlockReader>(new BlockReader(std::move(state)));
}

void Connection::cancel()
{
    m_state->native.cancel();
}

} // namespace Rejoin

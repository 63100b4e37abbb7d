#include "diffcore/odbc/opening.h"

#include "diffcore/odbc/actingattributes.h"
#include "diffcore/odbc/enginedrivers.h"
#include "diffcore/odbc/nativeconnection.h"
#include "diffcore/odbc/serveraddress.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>
#include <array>
#include <sqlext.h>
#include <sqlucode.h>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

std::unexpected<Error> driverMissing(const QString &driver)
{
    const QString means = howToInstallDriver(driver);
    const QString install = means.isEmpty() ? u"Install it"_s : u"Install it (%1)"_s.arg(means);
    const QStringList drivers = installedDrivers();
    return fail(ErrorCode::DriverMissing, u"the ODBC driver %1 is not installed"_s.arg(driver),
                drivers.isEmpty() ? install + u"; this machine has no driver yet"_s
                                  : install + u", or use one of these: %1"_s.arg(drivers.join(u", "_s)));
}

bool isListed(const QStringList &names, const QString &name)
{
    return names.contains(name, Qt::CaseInsensitive);
}

/// The driver that a connection string leads to: a name, or the path of a library. DriverMissing where there is none.
Result<QString> provedDriver(const ConnectionString &where)
{
    const QString driver = where.value(u"Driver"_s);
    if (!driver.isEmpty()) {
        const bool there = driver.contains(u'/') ? QFileInfo(driver).isFile() : isListed(installedDrivers(), driver);
        if (!there)
            return driverMissing(driver);
        return driver;
    }
    const QString source = where.value(u"DSN"_s);
    if (source.isEmpty())
        return fail(ErrorCode::Usage, u"the connection string names neither a driver nor a data source"_s,
                    u"Begin it with Driver={…} or DSN=…"_s);
    if (!isListed(installedDataSources(), source)) {
        const QString sources = installedDataSources().join(u", "_s);
        return fail(ErrorCode::DriverMissing, u"there is no ODBC data source %1"_s.arg(source),
                    sources.isEmpty() ? u"None is set up: use Driver={…}"_s : u"There are: %1"_s.arg(sources));
    }
    return driverOfDataSource(source);
}

ConnectionString withDriverAttributes(ConnectionString where, const DriverQuirks &quirks, const ConnectOptions &options)
{
    const auto otherAccess = options.readOnly ? DriverAttribute::For::ReadWrite : DriverAttribute::For::ReadOnly;
    for (const DriverAttribute &attribute : quirks.attributes) {
        if (attribute.connections == otherAccess)
            continue;
        const QString value = QString(attribute.value).replace("%1"_L1, QString::number(options.timeoutSeconds * 1000));
        if (!where.contains(attribute.name))
            where.set(attribute.name, value);
    }
    if (quirks.portIsInServer &&
        where.contains(u"Port"_s)) // the driver would go to the engine's own port without a word
        setAddress(where, addressOf(where));
    return where;
}

QString informationOf(SQLHDBC handle, SQLUSMALLINT what, DriverQuirks::Text text)
{
    SQLSMALLINT bytes = 0;
    if (text == DriverQuirks::Text::NarrowUtf8) {
        std::array<char, 4096> answer{};
        SQLGetInfo(handle, what, answer.data(), answer.size() - 1, &bytes);
        return QString::fromUtf8(answer.data());
    }
    std::array<char16_t, 2048> answer{};
    SQLGetInfoW(handle, what, answer.data(), sizeof answer - sizeof(SQLWCHAR), &bytes);
    return QString::fromUtf16(answer.data());
}

/// Qt puts the SQLSTATEs behind the text: "…, 08001;HY000". The text comes as one line, with the first of them.
QPair<QString, QString> partedFromStates(const QString &said)
{
    static const QRegularExpression states(u",\\s*([0-9A-Z]{5})(;[0-9A-Z]{5})*$"_s);
    const QString line = said.simplified();
    const QRegularExpressionMatch match = states.match(line);
    return match.hasMatch() ? qMakePair(line.first(match.capturedStart()).trimmed(), match.captured(1))
                            : qMakePair(line, QString());
}

Result<Engine> engineOf(const QString &product)
{
    struct Known
    {
        QLatin1StringView part;
        Engine engine;
    };
    constexpr std::array all{Known{"SQLite"_L1, Engine::Sqlite}, Known{"PostgreSQL"_L1, Engine::PostgreSql},
                             Known{"MariaDB"_L1, Engine::MariaDb}, Known{"MySQL"_L1, Engine::MySql},
                             Known{"SQL Server"_L1, Engine::SqlServer}};
    for (const Known &known : all) {
        if (product.contains(known.part, Qt::CaseInsensitive))
            return known.engine;
    }
    return fail(ErrorCode::Unsupported, u"the server is a %1, which Rejoin does not know"_s.arg(product));
}

/// "17.0.12" is what psqlODBC makes of 17.12, which has no third part.
QVersionNumber versionOf(Engine engine, const QString &told)
{
    const QVersionNumber version = QVersionNumber::fromString(told);
    const bool filled = engine == Engine::PostgreSql && version.segmentCount() == 3 && version.majorVersion() >= 10;
    return filled ? QVersionNumber(version.majorVersion(), version.microVersion()) : version;
}

} // namespace

Result<Preparation> prepare(const ConnectionString &where, const ConnectOptions &options)
{
    REJOIN_TRY(refuseActing(where));
    REJOIN_TRY_VALUE(driver, provedDriver(where));
    Preparation prepared;
    prepared.displayName = where.displayName();
    prepared.quirks = &quirksOf(driver);
    prepared.where = withDriverAttributes(where, *prepared.quirks, options);
    const bool named = where.contains(u"Database"_s) || !where.contains(u"DSN"_s);
    if (!prepared.quirks->databaseIsFile || !named)
        return prepared;
    REJOIN_TRY_VALUE(file, provedDatabaseFile(where.value(u"Database"_s)));
    REJOIN_TRY_VALUE(path, DriverPath::to(file));
    prepared.file = file;
    prepared.where.set(u"Database"_s, path.path());
    prepared.driverPath = std::move(path);
    return prepared;
}

Result<QString> qtDatabaseName(const ConnectionString &where)
{
    REJOIN_TRY_VALUE(text, where.forDriver());
    const bool asItIs =
        text.contains("DRIVER="_L1, Qt::CaseInsensitive) || text.contains("SERVER="_L1, Qt::CaseInsensitive);
    if (asItIs)
        return text;
    ConnectionString rest = where;
    rest.remove(u"DSN"_s);
    REJOIN_TRY_VALUE(others, rest.forDriver());
    return where.value(u"DSN"_s) + u';' + others;
}

Error openError(const QSqlError &said, const Preparation &prepared)
{
    const auto [text, state] =
        partedFromStates(said.databaseText().isEmpty() ? said.driverText() : said.databaseText());
    Error error{.code = classify(state, said.nativeErrorCode().section(u';', 0, 0).toInt(), text)};
    if (error.code == ErrorCode::ServerRefused)
        error.code = ErrorCode::CannotConnect;
    error.message = u"no connection to %1"_s.arg(prepared.displayName);
    error.driverText = prepared.where.scrub(text);
    if (error.code == ErrorCode::LoginFailed) {
        error.message = u"the login to %1 was refused"_s.arg(prepared.displayName);
        error.advice = u"Check the user name and the password"_s;
    }
    return error;
}

Result<ServerInfo> serverInfo(SQLHDBC handle, DriverQuirks::Text text)
{
    ServerInfo server;
    server.product = informationOf(handle, SQL_DBMS_NAME, text);
    REJOIN_TRY_VALUE(engine, engineOf(server.product));
    server.engine = engine;
    server.version = versionOf(engine, informationOf(handle, SQL_DBMS_VER, text));
    server.serverName = informationOf(handle, SQL_SERVER_NAME, text);
    server.database = informationOf(handle, SQL_DATABASE_NAME, text);
    server.identity = engineName(engine) + u' ' + server.serverName + u' ' + server.database;
    return server;
}

} // namespace Rejoin

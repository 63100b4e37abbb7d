#include "diffcore/odbc/enginedrivers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

struct Known
{
    Engine engine;
    QLatin1StringView part; ///< of the driver's name, without case
    QLatin1StringView name;
    QLatin1StringView install;
    QLatin1StringView attributes;
};

constexpr auto serverAttributes = "Server=db1.example.com;Port=%1;Database=shop;Uid=merge;Pwd=env:SHOP_PW"_L1;

// Names as the packages register them: Debian 13's, Microsoft's and Oracle's own. The best driver of an engine first; a
// name is taken by the first part that fits it.
constexpr std::array known{
    Known{Engine::Sqlite, "sqlite3"_L1, "SQLite3"_L1, "apt install libsqliteodbc"_L1, "Database=/srv/shop.sqlite"_L1},
    Known{Engine::Sqlite, "sqlite"_L1, {}, {}, {}},
    Known{Engine::PostgreSql, "postgresql unicode"_L1, "PostgreSQL Unicode"_L1, "apt install odbc-postgresql"_L1,
          serverAttributes},
    Known{Engine::PostgreSql, "psqlodbcw"_L1, {}, {}, {}},
    Known{Engine::PostgreSql, "postgres"_L1, {}, {}, {}},
    Known{Engine::MariaDb, "mariadb"_L1, "MariaDB Unicode"_L1, "apt install odbc-mariadb"_L1, serverAttributes},
    Known{Engine::MySql, "mysql"_L1, "MySQL ODBC 9.1 Unicode Driver"_L1,
          "MySQL Connector/ODBC from https://dev.mysql.com/downloads/connector/odbc/"_L1, serverAttributes},
    Known{Engine::MySql, "mariadb"_L1, "MariaDB Unicode"_L1, "apt install odbc-mariadb"_L1, serverAttributes},
    Known{Engine::SqlServer, "for sql server"_L1, "ODBC Driver 18 for SQL Server"_L1,
          "msodbcsql18 from https://learn.microsoft.com/sql/connect/odbc/linux-mac/"
          "installing-the-microsoft-odbc-driver-for-sql-server"_L1,
          "Server=db1.example.com,1433;Database=shop;Uid=merge;Pwd=env:SHOP_PW;Encrypt=yes"_L1},
    Known{Engine::SqlServer, "freetds"_L1, "FreeTDS"_L1, "apt install tdsodbc"_L1,
          "Server=db1.example.com;Port=1433;Database=shop;Uid=merge;Pwd=env:SHOP_PW;TDS_Version=7.4;"
          "ClientCharset=UTF-8"_L1},
};

constexpr std::array allEngines{Engine::Sqlite, Engine::PostgreSql, Engine::MariaDb, Engine::MySql, Engine::SqlServer};

QString portOf(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite: return {};
    case Engine::PostgreSql: return u"5432"_s;
    case Engine::MariaDb:
    case Engine::MySql: return u"3306"_s;
    case Engine::SqlServer: return u"1433"_s;
    }
    Q_UNREACHABLE();
}

QString exampleOf(const Known &driver, const QString &name)
{
    return u"Driver={%1};"_s.arg(name) + QString(driver.attributes).replace("%1"_L1, portOf(driver.engine));
}

/// The attributes that a driver without an offer of its own takes: those of its engine's first.
const Known &attributesFor(const Known &driver)
{
    return driver.attributes.isEmpty() ? *std::ranges::find(known, driver.engine, &Known::engine) : driver;
}

void add(EngineDrivers &found, const Known &driver, const QStringList &installed)
{
    for (const QString &name : installed) {
        if (!name.contains(driver.part, Qt::CaseInsensitive) || found.installed.contains(name))
            continue;
        if (found.installed.isEmpty())
            found.example = exampleOf(attributesFor(driver), name);
        found.installed += name;
    }
    if (!driver.install.isEmpty())
        found.offers += {driver.name, driver.install, exampleOf(driver, driver.name)};
}

} // namespace

QString EngineDrivers::howToInstall() const
{
    QStringList ways;
    for (const DriverOffer &offer : offers)
        ways += offer.install;
    return ways.join(u", or "_s);
}

QList<EngineDrivers> engineDrivers(const QStringList &installed)
{
    QList<EngineDrivers> all;
    for (const Engine engine : allEngines) {
        EngineDrivers found{.engine = engine};
        for (const Known &driver : known) {
            if (driver.engine == engine)
                add(found, driver, installed);
        }
        if (found.installed.isEmpty())
            found.example = found.offers.constFirst().example;
        all += found;
    }
    return all;
}

QString howToInstallDriver(const QString &name)
{
    for (const Known &driver : known) {
        if (name.contains(driver.part, Qt::CaseInsensitive))
            return attributesFor(driver).install;
    }
    return {};
}

} // namespace Rejoin

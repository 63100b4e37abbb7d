#include "diffcore/odbc/driverquirks.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

// StepAPI: rows come as they are fetched instead of all at once into memory.
// SyncPragma: the driver's own default (NORMAL) can lose a commit when the power fails.
constexpr std::array sqliteAttributes{
    DriverAttribute{"StepAPI"_L1, "1"_L1},
    DriverAttribute{"NoCreat"_L1, "1"_L1},
    DriverAttribute{"SyncPragma"_L1, "FULL"_L1},
    DriverAttribute{"Timeout"_L1, "%1"_L1},
};

// UseDeclareFetch: rows come in portions instead of all at once into memory; for that the driver begins transactions.
// Protocol: what it does when a statement fails. 2: rolls that statement back (by savepoints), so that the next one
// still sees what the transaction sees. 0: nothing, so that a script stays as the server leaves it.
// CommLog, Debug: the driver would write statements, and the password, to a file.
constexpr std::array postgreSqlAttributes{
    DriverAttribute{"UseDeclareFetch"_L1, "1"_L1, DriverAttribute::For::ReadOnly},
    DriverAttribute{"UseDeclareFetch"_L1, "0"_L1, DriverAttribute::For::ReadWrite},
    DriverAttribute{"Protocol"_L1, "7.4-2"_L1, DriverAttribute::For::ReadOnly},
    DriverAttribute{"Protocol"_L1, "7.4-0"_L1, DriverAttribute::For::ReadWrite},
    DriverAttribute{"Fetch"_L1, "1000"_L1},
    DriverAttribute{"UpdatableCursors"_L1, "0"_L1},
    DriverAttribute{"LFConversion"_L1, "0"_L1},
    DriverAttribute{"ByteaAsLongVarBinary"_L1, "1"_L1},
    DriverAttribute{"CommLog"_L1, "0"_L1},
    DriverAttribute{"Debug"_L1, "0"_L1},
};

// Without these, FreeTDS speaks the protocol of the year 2000, which has no datetime2, and loses what is not ASCII.
constexpr std::array freeTdsAttributes{
    DriverAttribute{"TDS_Version"_L1, "7.4"_L1},
    DriverAttribute{"ClientCharset"_L1, "UTF-8"_L1},
    DriverAttribute{"APP"_L1, "Rejoin"_L1},
};

constexpr std::array sqlServerAttributes{DriverAttribute{"APP"_L1, "Rejoin"_L1}};

constexpr DriverQuirks byTheBook{};

constexpr DriverQuirks sqlite{
    .text = DriverQuirks::Text::NarrowUtf8,
    .databaseIsFile = true,
    .stepsForwardOnly = true,
    .cancelThroughIdleStatement = true,
    .attributes = sqliteAttributes,
};

constexpr DriverQuirks postgreSql{.attributes = postgreSqlAttributes};
constexpr DriverQuirks freeTds{.takesBatches = true, .attributes = freeTdsAttributes};
constexpr DriverQuirks sqlServer{.takesBatches = true, .portIsInServer = true, .attributes = sqlServerAttributes};

} // namespace

const DriverQuirks &quirksOf(const QString &driver)
{
    if (driver.contains("sqlite"_L1, Qt::CaseInsensitive))
        return sqlite;
    if (driver.contains("postgresql"_L1, Qt::CaseInsensitive) || driver.contains("psqlodbc"_L1, Qt::CaseInsensitive))
        return postgreSql;
    if (driver.contains("freetds"_L1, Qt::CaseInsensitive) || driver.contains("tdsodbc"_L1, Qt::CaseInsensitive))
        return freeTds;
    if (driver.contains("sql server"_L1, Qt::CaseInsensitive) || driver.contains("msodbcsql"_L1, Qt::CaseInsensitive))
        return sqlServer;
    return byTheBook;
}

} // namespace Rejoin

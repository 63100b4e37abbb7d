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

constexpr DriverQuirks byTheBook{};

constexpr DriverQuirks sqlite{
    .text = DriverQuirks::Text::NarrowUtf8,
    .databaseIsFile = true,
    .stepsForwardOnly = true,
    .cancelThroughIdleStatement = true,
    .attributes = sqliteAttributes,
};

} // namespace

const DriverQuirks &quirksOf(const QString &driver)
{
    return driver.contains("sqlite"_L1, Qt::CaseInsensitive) ? sqlite : byTheBook;
}

} // namespace Rejoin

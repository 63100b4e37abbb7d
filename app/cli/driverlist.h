#pragma once

#include "app/cli/output.h"

namespace Rejoin {

/// Prints the ODBC drivers and data sources of this machine, what is missing for which engine, and an example
/// connection string for each.
void printDrivers(Output &output);

} // namespace Rejoin

#pragma once

#include "diffcore/dialect/engine.h"

namespace Rejoin {

/// Query for how many statements other sessions run on the server at this moment, one cell. Empty for an engine that
/// does not tell.
[[nodiscard]] QString selectRunningStatements(Engine engine);

} // namespace Rejoin

#pragma once

#include <QString>

namespace Rejoin {

/// Where the window puts the demo: a folder of the user's data, or that of an earlier release where a demo lies there.
[[nodiscard]] QString demoFolder();

} // namespace Rejoin

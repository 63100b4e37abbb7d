#pragma once

#include <QString>

namespace Rejoin {

/// What the diagnostics tell of beside the machine; either may be empty.
struct DiagnosticsSubject
{
    QString project; ///< NAME.rejoin
    QString log;     ///< a file that `--log` wrote
};

/// What whoever looks into a bug report needs to know, as text that its sender can read first: versions of Rejoin, Qt,
/// system and drivers, settings of the window, the project's kind (no name of a server, user or table, no value), and
/// the end of the log without lines at debug and trace. What cannot be read is said in its place. Asks no server.
[[nodiscard]] QString diagnosticsText(const DiagnosticsSubject &subject);

} // namespace Rejoin

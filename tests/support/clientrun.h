#pragma once

#include <QString>

namespace Rejoin::Testing {

/// What an engine's own client said of a script.
struct ClientRun
{
    int exitCode = -1;
    QString output;
    QString errors;
};

} // namespace Rejoin::Testing

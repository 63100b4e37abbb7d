#pragma once

#include "diffcore/base/result.h"
#include "diffcore/base/side.h"
#include "diffcore/odbc/connection.h"
#include "diffcore/session/project.h"

#include <memory>

namespace Rejoin {

/// The open connections of a comparison. `baseline` is null where the project names none.
struct Servers
{
    PerVersion<std::unique_ptr<Connection>> at;
    QString neighbour; ///< B's database or schema, as A's connection knows it; empty where that reaches it not

    [[nodiscard]] Connection &operator[](Side side) const { return *at[side]; }
    [[nodiscard]] Connection *baseline() const { return at.baseline.get(); }
};

/// Opens a read-only connection to one of them, which the project must name.
[[nodiscard]] Result<std::unique_ptr<Connection>> openServer(const Project &project, Version version);
/// Opens read-only connections to all that the project names. Refuses (Usage) one database on both sides, but for
/// two schemas of it.
[[nodiscard]] Result<Servers> openServers(const Project &project);

} // namespace Rejoin

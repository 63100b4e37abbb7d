#pragma once

#include "diffcore/session/session.h"

namespace Rejoin::Bench {

/// A session as a comparison of one large table leaves it: a project at `path`, and beside it a session of so many
/// differences. Of ten rows four conflict in a cell, three were inserted on one server, one merges by cells, one was
/// deleted on A and changed on B, one key names two rows.
[[nodiscard]] Result<void> makeLargeSession(const QString &path, qint64 rows);

} // namespace Rejoin::Bench

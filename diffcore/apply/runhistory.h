#pragma once

#include "diffcore/session/session.h"

namespace Rejoin {

/// Takes what the logs of the session's bundles tell of rehearsals, runs and undos into the session's history: a bundle
/// may be moved or thrown away. What is in it already is not taken twice. Fails with BadFile where a log is damaged.
[[nodiscard]] Result<void> gatherRuns(Session &session);

/// The history, one line an entry, oldest first: at, event, by, machine, server, state, rows, sha256, what (RFC 4180).
[[nodiscard]] QByteArray historyCsv(const QList<HistoryEntry> &entries);

} // namespace Rejoin

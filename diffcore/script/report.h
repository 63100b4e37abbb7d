#pragma once

#include "diffcore/session/project.h"
#include "diffcore/session/session.h"

namespace Rejoin {

/// The report as one HTML file without scripts and without anything from the network; every text from data is escaped.
[[nodiscard]] Result<QByteArray> htmlReport(const Session &session, const Project &project);
/// Every decision, one a line: table, key, outcome, decision, origin, reason, by, at (RFC 4180).
[[nodiscard]] Result<QByteArray> decisionsCsv(const Session &session);
/// server, table, old key, new key (RFC 4180).
[[nodiscard]] Result<QByteArray> keyMapCsv(const Session &session);

} // namespace Rejoin

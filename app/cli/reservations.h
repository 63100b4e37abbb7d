#pragma once

#include "diffcore/base/result.h"
#include "diffcore/merge/reservation.h"
#include "diffcore/session/session.h"

#include <QJsonArray>
#include <QStringList>

namespace Rejoin {

[[nodiscard]] QJsonArray blocksJson(const QList<NumberBlock> &blocks);

/// What the servers of the session hold back for new keys: "orders: 20 numbers are reserved on A: 5001 to 5020".
[[nodiscard]] Result<QStringList> reservationTexts(const Session &session);
[[nodiscard]] Result<QJsonArray> reservationsJson(const Session &session);

} // namespace Rejoin

#pragma once

#include <QString>

namespace Rejoin {

/// Remembers, for this user on this machine, that the script with this SHA-256 was approved and begun from here. What a
/// bundle's own log says of runs came with the bundle and proves nothing. Where it cannot be written, runs whose end is
/// not known must be looked into by hand.
void rememberOwnRun(const QString &hash);
[[nodiscard]] bool isOwnRun(const QString &hash);

} // namespace Rejoin

#pragma once

#include <QByteArray>

namespace Rejoin {

/// rejoin(1), in man's macros, made from what `--help` is made from. The same program gives the same bytes.
[[nodiscard]] QByteArray manPage();

} // namespace Rejoin

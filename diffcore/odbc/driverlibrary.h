#pragma once

#include <QString>

namespace Rejoin {

/// The shared library of an installed ODBC driver; empty where the driver manager does not tell.
[[nodiscard]] QString libraryOfDriver(const QString &name);

} // namespace Rejoin

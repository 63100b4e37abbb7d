#pragma once

#include <QStringList>

namespace Rejoin {

/// The name that is spelled most like a mistyped one, without case; empty where there are no names.
[[nodiscard]] QString nearestName(const QString &mistyped, const QStringList &names);

/// "Did you mean orders?"; empty where there are no names.
[[nodiscard]] QString didYouMean(const QString &mistyped, const QStringList &names);

} // namespace Rejoin

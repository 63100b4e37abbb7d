#pragma once

#include <QByteArray>
#include <QStringList>

namespace Rejoin {

/// One record as RFC 4180 has it: fields quoted where they must be, ended by CR LF, in UTF-8.
[[nodiscard]] QByteArray csvLine(const QStringList &fields);

} // namespace Rejoin

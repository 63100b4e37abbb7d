#pragma once

#include <QByteArray>

namespace Rejoin {

/// The shortest text that reads back the same 64-bit float; the text as it is where it is no number.
[[nodiscard]] QByteArray canonicalFloat(QByteArrayView text);
/// The shortest text that reads back the same 32-bit float, of a text that has all of its digits.
[[nodiscard]] QByteArray canonicalSingle(QByteArrayView text);

} // namespace Rejoin

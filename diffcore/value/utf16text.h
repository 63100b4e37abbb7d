#pragma once

#include <QByteArray>
#include <QString>

namespace Rejoin {

// Text whose surrogates need not come in pairs, as SQL Server keeps it where a character was cut in half, in the bytes
// of a value: UTF-8, in which a surrogate by itself stands as its three bytes (WTF-8). Text without such is plain
// UTF-8.

[[nodiscard]] bool hasHalfCharacters(QByteArrayView bytes);
[[nodiscard]] QByteArray bytesOfUtf16(QStringView text);
[[nodiscard]] QString utf16OfBytes(QByteArrayView bytes);

} // namespace Rejoin

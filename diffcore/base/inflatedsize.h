#pragma once

#include <QByteArrayView>
#include <optional>

namespace Rejoin {

/// How many bytes a zlib stream (RFC 1950) unpacks to, found without unpacking it: what others wrote can say that it is
/// small and become more than the machine's memory, which qUncompress() would take. Counting ends once there are more
/// than `most`; what it gives then is more than `most`. Nothing where the bytes are no such stream. Whether distances
/// and checksum are right is left to who unpacks it. Takes no memory that grows with the stream.
[[nodiscard]] std::optional<qint64> inflatedSize(QByteArrayView stream, qint64 most);

} // namespace Rejoin

#pragma once

#include <QCryptographicHash>
#include <QString>

namespace Rejoin {

/// SHA-256 of the bytes, as 64 small hex digits: what `--approve`, manifests and SHA256SUMS spell.
[[nodiscard]] inline QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace Rejoin

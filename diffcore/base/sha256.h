#pragma once

#include <QByteArrayView>
#include <QString>
#include <memory>

using EVP_MD_CTX = struct evp_md_ctx_st;

namespace Rejoin {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece. OpenSSL's, which puts the processor's own instructions to
/// it.
class Sha256
{
public:
    Sha256();

    void add(QByteArrayView bytes);
    /// Of all bytes so far, 32 bytes; nothing can be added after it.
    [[nodiscard]] QByteArray result();
    [[nodiscard]] QString hex(); ///< the same as 64 small hex digits

private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> m_context;
};

/// SHA-256 of the bytes, as 64 small hex digits: what `--approve`, manifests and SHA256SUMS spell.
[[nodiscard]] QString sha256Hex(QByteArrayView bytes);

} // namespace Rejoin

#include "diffcore/base/sha256.h"

#include <new>
#include <openssl/evp.h>

namespace Rejoin {

namespace {

/// It fails for want of memory alone.
void require(int done)
{
    if (done != 1)
        throw std::bad_alloc();
}

} // namespace

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
{
    require(m_context ? EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) : 0);
}

void Sha256::add(QByteArrayView bytes)
{
    require(EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size())));
}

QByteArray Sha256::result()
{
    QByteArray digest(EVP_MD_get_size(EVP_sha256()), '\0');
    require(EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr));
    return digest;
}

QString Sha256::hex()
{
    return QString::fromLatin1(result().toHex());
}

QString sha256Hex(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

} // namespace Rejoin

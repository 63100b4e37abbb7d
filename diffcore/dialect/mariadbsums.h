#pragma once

#include "diffcore/dialect/sumtext.h"

namespace Rejoin {

/// How MariaDB and MySQL sum up rows; the sum is the exclusive or of their hashes. Hashed are the cells, each text with
/// its length before it and NULL as a mark of its own. The segment of a key that is no number is taken from its CRC32.
///
/// From MariaDB 10.8, which has CRC32C() and takes a sum up where another ended, a row's hash is the product of its
/// CRC32 and CRC32C, a quarter of the time that MD5 takes. Either alone is linear, so that two rows which swap a cell
/// would keep their sum; the product is not. Two products of 32-bit numbers are equal by chance once in about 2^59
/// (there are some 27 ways to write such a number as one). Others: the first 64 bits of the MD5.
class MariaDbSums final : public SumText
{
public:
    MariaDbSums(const Dialect &dialect, const ServerInfo &server, const Summing &what);

    [[nodiscard]] static QString means(const ServerInfo &server); ///< as Dialect::summingMeans()

protected:
    [[nodiscard]] QString cell(const Column &column) const override;
    [[nodiscard]] QString hash() const override;
    [[nodiscard]] QString sum(const QString &hash) const override;
    [[nodiscard]] QString run(const QString &number) const override;
    [[nodiscard]] QString bucket() const override;

private:
    [[nodiscard]] QString joined(const QStringList &columns) const;
    [[nodiscard]] QString chained(const QString &function, const QStringList &columns) const;

    bool m_hasBothSums;
};

} // namespace Rejoin

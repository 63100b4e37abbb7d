#pragma once

#include "diffcore/dialect/sumtext.h"

namespace Rejoin {

/// How SQL Server 2016 and later sum up rows: a row's hash is the first 64 bits of HASHBYTES('MD5', …) of its cells as
/// they are read, each with its length before it and NULL as a mark of its own; the sum is one of decimal(38), modulo a
/// prime of 63 bits, as the server has no exclusive or of rows. (CHECKSUM and BINARY_CHECKSUM are linear and of 32
/// bits.) The segment of a key that is no number is taken from its MD5.
class SqlServerSums final : public SumText
{
public:
    SqlServerSums(const Dialect &dialect, const Summing &what);

protected:
    [[nodiscard]] QString cell(const Column &column) const override;
    [[nodiscard]] QString hash() const override;
    [[nodiscard]] QString sum(const QString &hash) const override;
    [[nodiscard]] QString run(const QString &number) const override;
    [[nodiscard]] QString bucket() const override;

private:
    [[nodiscard]] QString joined(const QStringList &columns) const;
};

} // namespace Rejoin

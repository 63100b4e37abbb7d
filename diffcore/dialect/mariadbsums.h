#pragma once

#include "diffcore/dialect/sumtext.h"

namespace Rejoin {

/// How MariaDB and MySQL sum up rows: a row's hash is the first 64 bits of the MD5 of its cells as they are read, each
/// text with its length before it and NULL as a mark of its own; the sum is the exclusive or. (CRC32, three times as
/// fast, is too weak for a verdict.) The segment of a key that is no number is taken from its CRC32.
class MariaDbSums final : public SumText
{
public:
    MariaDbSums(const Dialect &dialect, const Summing &what);

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

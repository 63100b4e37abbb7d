#pragma once

#include "diffcore/dialect/sumtext.h"

#include <QVersionNumber>

namespace Rejoin {

/// How PostgreSQL sums up rows.
///
/// From version 14 a row's hash is hash_record_extended() of its values, seeded by its key: without the seed the hash
/// is linear in those of the values, and two rows that swap one would keep their sum. Values go in as their own types
/// where the type's hash has 64 good bits and says "like" no more often than Rejoin does; integers, whose hash
/// folds them to 32 bits first, together with their upper half, and times as their bytes; all else as the text that is
/// read. The sum is the exclusive or. Older versions hash the text of the row, and the sum is one modulo a prime of 63
/// bits.
class PostgreSqlSums final : public SumText
{
public:
    PostgreSqlSums(const Dialect &dialect, const QVersionNumber &version, const Summing &what);

    [[nodiscard]] static QString means(const QVersionNumber &version); ///< as Dialect::summingMeans()
    [[nodiscard]] static quint64 added(const QVersionNumber &version, quint64 left, quint64 right);

protected:
    [[nodiscard]] QString cell(const Column &column) const override;
    [[nodiscard]] QString hash() const override;
    [[nodiscard]] QString sum(const QString &hash) const override;
    [[nodiscard]] QString run(const QString &number) const override;
    [[nodiscard]] QString bucket() const override;

private:
    [[nodiscard]] QString hashed(const Column &column) const;
    [[nodiscard]] QString hash(const QStringList &columns, const QString &seed) const;
    [[nodiscard]] QString keyHash() const;
    [[nodiscard]] bool isSeeded() const; ///< by the number that is the key
    [[nodiscard]] bool isSeed(const Column &column) const;

    bool m_hashesRecords;
};

} // namespace Rejoin

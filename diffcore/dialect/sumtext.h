#pragma once

#include "diffcore/dialect/dialect.h"

namespace Rejoin {

/// Writes the queries of Dialect::selectSums() and selectRowSums(); what a dialect does in its own way stands in a
/// class of its own.
class SumText
{
public:
    virtual ~SumText() = default;
    SumText(const SumText &) = delete;
    SumText &operator=(const SumText &) = delete;

    [[nodiscard]] QString segments() const;
    [[nodiscard]] QString rows(const QList<qint64> &segments) const;

protected:
    /// The table has the alias t.
    SumText(const Dialect &dialect, const Summing &what);

    [[nodiscard]] virtual QString cell(const Column &column) const = 0; ///< as Dialect::decode() takes it
    [[nodiscard]] virtual QString hash() const = 0;                     ///< of the row, 64 bits
    /// Of such hashes, whatever their order; see addedModuloPrime() for one that may be of either sign.
    [[nodiscard]] virtual QString sum(const QString &hash) const = 0;
    /// The number of the segment, by Segmenting::By::Runs.
    [[nodiscard]] virtual QString run(const QString &number) const = 0;
    /// The number of the segment, by Segmenting::By::Hash.
    [[nodiscard]] virtual QString bucket() const = 0;

    [[nodiscard]] const Summing &what() const { return m_what; }
    [[nodiscard]] QString number() const { return named(m_what.keyColumns.first()); } ///< the key, by Runs
    [[nodiscard]] Column columnOf(const QString &name) const;
    [[nodiscard]] QString named(const QString &column) const;

private:
    [[nodiscard]] QString segment() const;
    [[nodiscard]] QString from(const QString &more) const;

    const Dialect &m_dialect;
    const Summing &m_what;
};

/// Of the sums that are remainders by primeOfSums, whatever their sign: the remainder from 0 on.
[[nodiscard]] quint64 addedModuloPrime(quint64 left, quint64 right);
constexpr qint64 primeOfSums = 9223372036854775783; ///< the largest below 2^63

} // namespace Rejoin

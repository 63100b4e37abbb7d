#pragma once

#include "diffcore/evidence/evidence.h"

#include <vector>

namespace Rejoin {

/// Several means for one table: what one cannot tell of a key, the next is asked.
class SeveralMeans final : public Evidence
{
public:
    explicit SeveralMeans(std::vector<std::unique_ptr<Evidence>> means);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString limits() const override;
    [[nodiscard]] Result<QList<Knowledge>> ask(const QList<RowKey> &keys,
                                               const QList<PerSide<std::optional<Row>>> &rows) override;
    [[nodiscard]] Result<QList<std::optional<qint64>>> askCounts(const QList<Row> &rows) override;
    [[nodiscard]] GeneratorState generatorAtSplit() const override;
    [[nodiscard]] std::unique_ptr<KeySource> changes(PerSide<RowFetcher *> from, int pageRows) override;
    [[nodiscard]] QString unlisted() const override;

private:
    std::vector<std::unique_ptr<Evidence>> m_means;
    const Evidence *m_listing = nullptr; ///< whose list of changes was taken
};

/// What two means tell together of one key: a known baseline goes before known changes, and the first before the
/// second.
[[nodiscard]] Knowledge together(const Knowledge &first, const Knowledge &second);

} // namespace Rejoin

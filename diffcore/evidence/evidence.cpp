#include "diffcore/evidence/evidence.h"

namespace Rejoin {

Result<QList<std::optional<qint64>>> Evidence::askCounts(const QList<Row> &rows)
{
    return QList<std::optional<qint64>>(rows.size());
}

std::unique_ptr<KeySource> Evidence::changes(PerSide<RowFetcher *>, int)
{
    return nullptr;
}

} // namespace Rejoin

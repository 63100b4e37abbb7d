#include "diffcore/dialect/atonce.h"

#include "diffcore/dialect/postgresqlatonce.h"

namespace Rejoin {

bool changesAtOnce(const Dialect &dialect)
{
    return dialect.engine() == Engine::PostgreSql;
}

QStringList scriptAtOnce(const Dialect &dialect, const QList<RowChange> &changes)
{
    Q_ASSERT(changesAtOnce(dialect));
    return postgresAtOnce(static_cast<const PostgreSqlDialect &>(dialect), changes);
}

} // namespace Rejoin

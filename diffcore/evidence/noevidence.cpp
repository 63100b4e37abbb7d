#include "diffcore/evidence/noevidence.h"

namespace Rejoin {

NoEvidence::NoEvidence(QString reason)
    : m_reason(std::move(reason))
{
}

QString NoEvidence::name() const
{
    return QStringLiteral("none");
}

QString NoEvidence::limits() const
{
    return m_reason;
}

Result<QList<Knowledge>> NoEvidence::ask(const QList<RowKey> &keys, const QList<PerSide<std::optional<Row>>> &)
{
    return QList<Knowledge>(keys.size());
}

Result<QList<std::optional<qint64>>> NoEvidence::askCounts(const QList<Row> &rows)
{
    return QList<std::optional<qint64>>(rows.size());
}

} // namespace Rejoin

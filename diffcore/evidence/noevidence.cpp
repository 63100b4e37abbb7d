#include "diffcore/evidence/noevidence.h"

#include "diffcore/evidence/means.h"

namespace Rejoin {

NoEvidence::NoEvidence(QString reason)
    : m_reason(std::move(reason))
{
}

QString NoEvidence::name() const
{
    return meansName(Means::None);
}

QString NoEvidence::limits() const
{
    return m_reason;
}

Result<QList<Knowledge>> NoEvidence::ask(const QList<RowKey> &keys, const QList<PerSide<std::optional<Row>>> &)
{
    return QList<Knowledge>(keys.size());
}

} // namespace Rejoin

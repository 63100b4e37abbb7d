#include "diffcore/evidence/evidence.h"

#include "diffcore/evidence/baselinedatabase.h"
#include "diffcore/evidence/noevidence.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

/// Why the baseline's table cannot be asked by key; empty where it can.
static QString whyNotAsked(const AlignedTable &table)
{
    const std::optional<Table> &baseline = table.in.baseline;
    if (!baseline)
        return {};
    if (!baseline->whyNotComparable.isEmpty())
        return u"The baseline's table cannot be read: %1."_s.arg(baseline->whyNotComparable);
    for (int i = 0; i < table.columns.size(); ++i) {
        const AlignedColumn &column = table.columns[i];
        const bool identifies = table.isKeyless() ? column.compared : table.keyColumns.contains(i);
        if (identifies && !column.in.baseline)
            return u"The baseline's table has no column %1, so its rows cannot be told apart."_s.arg(column.name);
        if (identifies && !table.isKeyless() && column.in.baseline->family != column.definition().family)
            return u"Key column %1 has another type in the baseline."_s.arg(column.name);
    }
    return {};
}

std::unique_ptr<Evidence> makeEvidence(Connection *baseline, const AlignedTable &table, const CancelToken &cancel)
{
    if (!baseline)
        return std::make_unique<NoEvidence>(u"There is no baseline, so nothing tells who changed a row."_s);
    if (const QString reason = whyNotAsked(table); !reason.isEmpty())
        return std::make_unique<NoEvidence>(reason);
    return std::make_unique<BaselineDatabase>(*baseline, table, cancel);
}

} // namespace Rejoin

#include "diffcore/session/roworder.h"

#include "diffcore/session/idrange.h"
#include "diffcore/session/sessionfile.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString sortedBy(RowOrder order)
{
    switch (order) {
    case RowOrder::Key: break;
    case RowOrder::Outcome: return u"d.outcome, "_s;
    case RowOrder::LatestWrite: return u"max(coalesce(d.written_a, 0), coalesce(d.written_b, 0)) DESC, "_s;
    case RowOrder::Decision: return u"d.resolved, d.decision, "_s;
    }
    return {};
}

} // namespace

Result<QList<qint64>> orderedIds(const QString &session, const DifferenceFilter &filter, RowOrder order)
{
    REJOIN_TRY_VALUE(file, SessionFile::open(session, SessionFile::Missing::Refuse));
    QStringList parts;
    QVariantList values;
    for (const IdRange &range : rangesOf(filter, std::nullopt)) {
        parts.append(range.sql);
        values.append(range.values);
    }
    const QString passing = parts.join(u" UNION ALL "_s);
    const QString sql = order == RowOrder::Key ? passing + u" ORDER BY table_id, key"_s
                                               : u"SELECT p.id FROM (%1) p CROSS JOIN differences d WHERE d.id = p.id "
                                                 "ORDER BY %2p.table_id, p.key"_s.arg(passing, sortedBy(order));
    QList<qint64> ids;
    REJOIN_TRY(file->each(sql, values, [&](const QSqlQuery &row) -> Result<void> {
        ids.append(row.value(0).toLongLong());
        return {};
    }));
    return ids;
}

} // namespace Rejoin

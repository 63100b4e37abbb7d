#include "diffcore/session/roworder.h"

#include "diffcore/session/idrange.h"
#include "diffcore/session/sessionfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString sortedBy(RowOrder order)
{
    switch (order) {
    case RowOrder::Key:
    case RowOrder::Parent: break;
    case RowOrder::Outcome: return u"d.outcome, "_s;
    case RowOrder::LatestWrite: return u"max(coalesce(d.written_a, 0), coalesce(d.written_b, 0)) DESC, "_s;
    case RowOrder::Decision: return u"d.resolved, d.decision, "_s;
    }
    return {};
}

constexpr int rowsAtOnce = 5000;

/// Of the version that has the row, A's first.
RowKey parentOf(const Difference &difference, const Relation &relation)
{
    RowKey parent;
    for (const Version version : {Version::A, Version::B, Version::Baseline}) {
        if (!difference.rows[version])
            continue;
        for (const int column : relation.childColumns)
            parent.values.append(difference.rows[version]->at(column));
        break;
    }
    return parent;
}

/// The values that refer are within the rows: all of them are read.
Result<QList<qint64>> idsByParent(const QString &path, const DifferenceFilter &filter)
{
    REJOIN_TRY_VALUE(session, Session::openExisting(path));
    const QList<Relation> &relations = session->alignment().relations;
    const auto relation = std::ranges::find_if(
        relations, [&](const Relation &each) { return filter.table == each.child && each.parent != each.child; });
    if (relation == relations.end())
        return orderedIds(path, filter, RowOrder::Key);
    QList<std::pair<RowKey, qint64>> rows;
    for (qint64 after = 0;;) {
        REJOIN_TRY_VALUE(page, session->page(filter, after, rowsAtOnce));
        for (const Difference &difference : std::as_const(page))
            rows.append({parentOf(difference, *relation), difference.id});
        if (page.size() < rowsAtOnce)
            break;
        after = page.constLast().id;
    }
    std::ranges::stable_sort(rows, {}, &std::pair<RowKey, qint64>::first);
    QList<qint64> ids;
    ids.reserve(rows.size());
    for (const auto &[parent, id] : std::as_const(rows))
        ids.append(id);
    return ids;
}

} // namespace

Result<QList<qint64>> orderedIds(const QString &session, const DifferenceFilter &filter, RowOrder order)
{
    if (order == RowOrder::Parent)
        return idsByParent(session, filter);
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

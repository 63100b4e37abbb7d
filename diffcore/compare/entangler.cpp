#include "diffcore/compare/entangler.h"

#include "diffcore/compare/differencemaker.h"
#include "diffcore/compare/rowfetcher.h"
#include "diffcore/merge/rekey.h"

#include <QSet>

namespace Rejoin {

namespace {

constexpr int pageRows = 1000;

/// What the rows of a collision are referred to by: A's and B's, which are equal where they are parts of the key.
QList<QList<Value>> referredTuples(const QList<Difference> &collisions, const Relation &relation)
{
    QSet<QList<Value>> seen;
    QList<QList<Value>> tuples;
    for (const Difference &collision : collisions) {
        if (collision.table != relation.parent)
            continue;
        for (const Side side : bothSides) {
            if (!collision.rows[side])
                continue;
            const QList<Value> tuple = valuesAt(*collision.rows[side], relation.parentColumns);
            if (!hasGap(tuple) && !seen.contains(tuple)) {
                seen.insert(tuple);
                tuples.append(tuple);
            }
        }
    }
    return tuples;
}

/// Rows by key; the copies of a keyless table are counted up.
QHash<RowKey, Row> byKey(const AlignedTable &table, const QList<Row> &rows)
{
    QHash<RowKey, Row> keyed;
    for (const Row &row : rows) {
        qint64 ordinal = 1;
        while (table.isKeyless() && keyed.contains(table.keyOf(row, ordinal)))
            ++ordinal;
        keyed.insert(table.keyOf(row, ordinal), row);
    }
    return keyed;
}

} // namespace

Entangler::Entangler(Servers &servers, Session &session, const CancelToken &cancel)
    : m_servers(servers)
    , m_session(session)
    , m_cancel(cancel)
{
}

Result<QList<Difference>> Entangler::collisions() const
{
    QList<Difference> all;
    DifferenceFilter filter;
    filter.outcomes = {Outcome::KeyCollision};
    for (qint64 after = 0;;) {
        REJOIN_TRY_VALUE(page, m_session.page(filter, after, pageRows));
        if (page.isEmpty())
            return all;
        after = page.last().id;
        all.append(page);
    }
}

Result<void> Entangler::run()
{
    REJOIN_TRY_VALUE(first, collisions());
    QList<Difference> parents = std::move(first);
    while (!parents.isEmpty()) {
        QList<Difference> found;
        for (const Relation &relation : m_session.alignment().relations) {
            const QList<QList<Value>> tuples = referredTuples(parents, relation);
            if (tuples.isEmpty())
                continue;
            REJOIN_TRY_VALUE(children, childrenOf(relation, tuples));
            found.append(children);
        }
        parents.clear();
        for (const Difference &child : std::as_const(found)) {
            if (child.outcome == Outcome::KeyCollision)
                parents.append(child);
        }
    }
    return {};
}

Result<QList<Difference>> Entangler::childrenOf(const Relation &relation, const QList<QList<Value>> &tuples)
{
    const AlignedTable &table = m_session.alignment().tables[relation.child];
    if (!table.whyNotCompared.isEmpty())
        return QList<Difference>();
    PerSide<QHash<RowKey, Row>> rows;
    for (const Side side : bothSides) {
        RowFetcher reader(m_servers[side], table, versionOf(side), m_cancel);
        REJOIN_TRY_VALUE(read, reader.matching(relation.childColumns, tuples));
        rows[side] = byKey(table, read);
    }
    QList<RowKey> keys;
    for (auto row = rows.a.begin(); row != rows.a.end(); ++row) {
        const auto other = rows.b.constFind(row.key());
        if (other != rows.b.constEnd() && differingColumns(table, row.value(), *other).isEmpty())
            keys.append(row.key());
    }
    std::ranges::sort(keys);
    QList<Row> equalRows;
    for (const RowKey &key : std::as_const(keys))
        equalRows.append(rows.a[key]);
    return makeRecords(relation.child, keys, equalRows);
}

/// Records of the rows that the session does not have as entangled ones yet.
Result<QList<Difference>> Entangler::makeRecords(int table, const QList<RowKey> &keys, const QList<Row> &rows)
{
    QList<RowKey> newKeys;
    QList<Row> newRows;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        REJOIN_TRY_VALUE(known, m_session.find(table, keys[i]));
        // a row that looked convergent is known, but not for what it is
        if (known && known->outcome != Outcome::Convergent)
            continue;
        newKeys.append(keys[i]);
        newRows.append(rows[i]);
    }
    if (newKeys.isEmpty())
        return QList<Difference>();
    const std::unique_ptr<Evidence> evidence =
        makeEvidence(m_servers.baseline(), m_session.alignment().tables[table], m_cancel);
    REJOIN_TRY_VALUE(records, DifferenceMaker(m_session.alignment(), table, *evidence).makeEntangled(newKeys, newRows));
    REJOIN_TRY(m_session.addOrReplace(records));
    return records;
}

} // namespace Rejoin

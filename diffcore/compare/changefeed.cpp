#include "diffcore/compare/changefeed.h"

#include "diffcore/compare/classifier.h"
#include "diffcore/evidence/touchedevidence.h"

#include <algorithm>

namespace Rejoin {

ChangeFeed::ChangeFeed(TouchedEvidence &evidence, const AlignedTable &table, PerSide<RowFetcher *> from, int pageRows)
    : m_evidence(evidence)
    , m_table(table)
    , m_from(from)
    , m_pageRows(std::max(1, pageRows))
{
    Q_ASSERT(!table.isKeyless());
}

Result<QList<Candidate>> ChangeFeed::next()
{
    while (!m_atEnd) {
        REJOIN_TRY_VALUE(candidates, page());
        if (!candidates.isEmpty())
            return candidates;
    }
    return QList<Candidate>();
}

Result<QList<Candidate>> ChangeFeed::page()
{
    REJOIN_TRY_VALUE(written,
                     m_from[m_side]->pageWritten(m_evidence.writtenSince(m_side), {m_after, std::nullopt}, m_pageRows));
    const bool isLast = written.size() < m_pageRows;
    if (!isLast)
        m_after = m_table.keyOf(written.last()).values;
    REJOIN_TRY_VALUE(candidates, unlike(written));
    if (isLast) {
        m_atEnd = m_side == Side::B;
        m_side = Side::B;
        m_after.reset();
    }
    return std::move(candidates);
}

/// The rows of one side that differ from the other's, with both; those that the other side wrote too come with A's.
Result<QList<Candidate>> ChangeFeed::unlike(const QList<Row> &written)
{
    QList<RowKey> keys;
    for (const Row &row : written)
        keys.append(m_table.keyOf(row));
    const Side rest = other(m_side);
    QHash<RowKey, Row> partners;
    REJOIN_TRY_VALUE(found, m_from[rest]->withKeys(keys));
    for (const Row &row : std::as_const(found))
        partners.insert(m_table.keyOf(row), row);
    QList<PerSide<std::optional<Row>>> rows(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i) {
        rows[i][m_side] = written[i];
        if (const auto partner = partners.constFind(keys[i]); partner != partners.constEnd())
            rows[i][rest] = *partner;
    }
    QList<Touch> others(keys.size(), Touch{.change = Change::None});
    if (m_side == Side::B) {
        REJOIN_TRY_VALUE(changes, m_evidence.changesOf(rest, keys, rows));
        others = changes;
    }
    QList<Candidate> candidates;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const bool bothThere = rows[i].a && rows[i].b;
        const bool cameBefore = bothThere && others[i].change == Change::Touched;
        const bool isAlike = bothThere && differingColumns(m_table, *rows[i].a, *rows[i].b).isEmpty();
        if (!cameBefore && !isAlike)
            candidates.append({keys[i], rows[i]});
    }
    return candidates;
}

} // namespace Rejoin

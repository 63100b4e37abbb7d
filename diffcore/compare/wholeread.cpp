#include "diffcore/compare/wholeread.h"

#include "diffcore/compare/atonce.h"
#include "diffcore/compare/checksumscan.h"
#include "diffcore/compare/joinedkeys.h"
#include "diffcore/compare/orderedread.h"
#include "diffcore/compare/servers.h"

#include <algorithm>

namespace Rejoin {

WholeRead::WholeRead(const Servers &servers, PerSide<RowFetcher *> from, const AlignedTable &table,
                     std::optional<qint64> newAbove, int pageRows)
    : m_servers(servers)
    , m_from(from)
    , m_table(table)
    , m_newAbove(newAbove)
    , m_pageRows(pageRows)
{
}

WholeRead::~WholeRead() = default;

Result<void> WholeRead::begin()
{
    REJOIN_TRY_VALUE(rows, atOnce<RowFetcher::RowCount>([&](Side side) { return m_from[side]->estimateRows(); }));
    m_rows = rows;
    // rows that both servers may have inserted are read, alike or not; the others lie below them in the key
    const int generated = m_table.generatedKeyColumn();
    const bool looksAbove = m_newAbove && generated >= 0;
    const bool isSmall = std::max(rows.a.rows, rows.b.rows) < fewestRowsToSum;
    if (isSmall || (looksAbove && m_table.keyColumns.size() > 1)) {
        readOrdered({});
        return {};
    }
    KeyRange below;
    KeyRange above;
    if (looksAbove) {
        below.through = above.after = QList<Value>{Value::integer(*m_newAbove)};
    }
    const PerSide<const Dialect *> dialects{&m_servers[Side::A].dialect(), &m_servers[Side::B].dialect()};
    if (!m_servers.neighbour.isEmpty() && JoinedKeys::suits(dialects, m_table))
        REJOIN_TRY(readJoined(m_servers.neighbour, below));
    if (m_parts.empty() && ChecksumScan::suits(dialects, m_table))
        REJOIN_TRY(readSums(looksAbove ? m_newAbove : std::nullopt, below));
    if (m_parts.empty())
        readOrdered({});
    else if (looksAbove)
        readOrdered(above);
    return {};
}

Result<void> WholeRead::readJoined(const QString &neighbour, const KeyRange &range)
{
    auto joined = std::make_unique<JoinedKeys>(m_from, m_table, neighbour, m_pageRows, range);
    if (!joined->isAllowed())
        return {};
    if (!m_rows.a.isExact || !m_rows.b.isExact) {
        REJOIN_TRY_VALUE(counts, atOnce<qint64>([&](Side side) { return m_from[side]->countRows(); }));
        m_rows = {{counts.a, true}, {counts.b, true}};
    }
    m_means = Means::Joined;
    add(std::move(joined));
    return {};
}

Result<void> WholeRead::readSums(std::optional<qint64> through, const KeyRange &range)
{
    auto sums = std::make_unique<ChecksumScan>(m_from, m_table, m_pageRows, through);
    REJOIN_TRY_VALUE(summed, sums->sum(std::max(m_rows.a.rows, m_rows.b.rows)));
    if (!summed)
        return {};
    if (sums->rowsInQuestion() * 2 > std::max(m_rows.a.rows, m_rows.b.rows)) {
        readOrdered(range); // most rows would be read anyway
        return {};
    }
    m_means = Means::Sums;
    add(std::move(sums));
    return {};
}

void WholeRead::readOrdered(const KeyRange &range)
{
    add(std::make_unique<OrderedRead>(m_from, m_table, m_newAbove, m_pageRows, range));
}

template <typename Source> void WholeRead::add(std::unique_ptr<Source> source)
{
    Part part;
    part.equalByOption = [counted = source.get()] { return counted->equalByOption(); };
    part.source = std::move(source);
    m_parts.push_back(std::move(part));
}

Result<QList<Candidate>> WholeRead::next()
{
    for (; m_current < m_parts.size(); ++m_current) {
        REJOIN_TRY_VALUE(candidates, m_parts[m_current].source->next());
        if (!candidates.isEmpty())
            return candidates;
    }
    return QList<Candidate>();
}

PerSide<std::optional<qint64>> WholeRead::rowsSeen() const
{
    if (m_means == Means::Joined)
        return {m_rows.a.rows, m_rows.b.rows};
    PerSide<std::optional<qint64>> seen{0, 0};
    for (const Part &part : m_parts) {
        const auto some = part.source->rowsSeen();
        for (const Side side : bothSides)
            *seen[side] += some[side].value_or(0);
    }
    return seen;
}

qint64 WholeRead::equalByOption() const
{
    qint64 rows = 0;
    for (const Part &part : m_parts)
        rows += part.equalByOption();
    return rows;
}

} // namespace Rejoin

#include "diffcore/compare/equalcounters.h"

namespace Rejoin {

EqualCounters::EqualCounters(RowFetcher &a, RowFetcher &baseline, const AlignedTable &table, QList<int> counters,
                             int pageRows)
    : m_read({&a, &baseline}, table, std::nullopt, pageRows)
    , m_counters(std::move(counters))
{
}

Result<QList<Candidate>> EqualCounters::next()
{
    for (;;) {
        REJOIN_TRY_VALUE(read, m_read.next());
        if (read.isEmpty())
            return read;
        QList<Candidate> moved;
        for (const Candidate &candidate : std::as_const(read)) {
            if (candidate.rows && isMoved(*candidate.rows))
                moved.append({candidate.key, std::nullopt});
        }
        if (!moved.isEmpty())
            return moved;
    }
}

bool EqualCounters::isMoved(const PerSide<std::optional<Row>> &rows) const
{
    if (!rows.a || !rows.b)
        return false;
    return std::ranges::any_of(m_counters, [&](int column) {
        return !equal(rows.a->at(column), rows.b->at(column), {Equality::Rule::ByNumber});
    });
}

} // namespace Rejoin

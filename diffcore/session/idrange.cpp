#include "diffcore/session/idrange.h"

#include "diffcore/value/value.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

IdRange rangeOf(const DifferenceFilter &filter, const std::optional<Outcome> &outcome,
                const std::optional<KeyPosition> &after)
{
    QStringList where;
    QVariantList values;
    const auto require = [&](const QString &condition, const QVariantList &bound) {
        where.append(condition);
        values.append(bound);
    };
    if (outcome)
        require(u"outcome = ?"_s, {static_cast<int>(*outcome)});
    if (filter.unresolvedOnly)
        require(u"resolved = 0"_s, {});
    if (filter.table)
        require(u"table_id = ?"_s, {*filter.table});
    else if (filter.key)
        require(u"table_id IN (SELECT id FROM tables)"_s, {});
    if (filter.key)
        require(u"key = ?"_s, {encodeKey(*filter.key)});
    if (filter.written) {
        const QVariantList span{filter.written->from.toMSecsSinceEpoch(), filter.written->until.toMSecsSinceEpoch()};
        require(u"(written_a >= ? AND written_a < ? OR written_b >= ? AND written_b < ?)"_s, span + span);
    }
    if (after)
        require(u"(table_id, key) > (?, ?)"_s, {after->table, after->key});

    const QString index = filter.key || !outcome  ? u"by_key"_s
                          : filter.unresolvedOnly ? u"unresolved_by_outcome"_s
                                                  : u"by_outcome"_s;
    QString sql = u"SELECT id, table_id, key FROM differences INDEXED BY "_s + index;
    if (!where.isEmpty())
        sql += u" WHERE "_s + where.join(u" AND "_s);
    return {sql, values};
}

} // namespace

QList<IdRange> rangesOf(const DifferenceFilter &filter, const std::optional<KeyPosition> &after)
{
    QList<Outcome> outcomes = filter.outcomes;
    if (outcomes.isEmpty() && filter.unresolvedOnly)
        outcomes = QList<Outcome>(allOutcomes.begin(), allOutcomes.end());
    if (outcomes.isEmpty())
        return {rangeOf(filter, std::nullopt, after)};
    QList<IdRange> ranges;
    for (const Outcome outcome : allOutcomes) {
        if (outcomes.contains(outcome))
            ranges.append(rangeOf(filter, outcome, after));
    }
    return ranges;
}

} // namespace Rejoin

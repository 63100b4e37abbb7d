#include "models/rowsoverview.h"

#include "models/tablesmodel.h"

#include <algorithm>

namespace Rejoin {

namespace {

void mark(OverviewPart &part, Outcome outcome)
{
    part.conflict = part.conflict || needsPerson(outcome);
    part.changed.a = part.changed.a || outcome == Outcome::OnlyA || outcome == Outcome::CellMerge;
    part.changed.b = part.changed.b || outcome == Outcome::OnlyB || outcome == Outcome::CellMerge;
}

} // namespace

Result<QList<OverviewPart>> overviewOf(const Session &session, int table, const QList<qint64> &ids, int parts)
{
    QList<OverviewPart> overview(std::min<qsizetype>(parts, ids.size()));
    if (overview.isEmpty())
        return overview;
    QHash<qint64, qsizetype> partOf;
    partOf.reserve(ids.size());
    for (qsizetype row = 0; row < ids.size(); ++row)
        partOf.insert(ids[row], row * overview.size() / ids.size());
    const auto each = [&](const DifferenceFilter &filter, const auto &work) -> Result<void> {
        REJOIN_TRY_VALUE(found, session.ids(filter));
        for (const qint64 id : std::as_const(found)) {
            if (const auto part = partOf.constFind(id); part != partOf.constEnd())
                work(overview[*part]);
        }
        return {};
    };
    for (const Outcome outcome : allOutcomes)
        REJOIN_TRY(
            each({.table = table, .outcomes = {outcome}}, [outcome](OverviewPart &part) { mark(part, outcome); }));
    REJOIN_TRY(each({.table = table, .unresolvedOnly = true}, [](OverviewPart &part) { part.undecided = true; }));
    return overview;
}

} // namespace Rejoin

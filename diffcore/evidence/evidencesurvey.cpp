#include "diffcore/evidence/evidencesurvey.h"

#include "diffcore/compare/catalogs.h"
#include "diffcore/compare/relationfinder.h"
#include "diffcore/compare/rowfetcher.h"
#include "diffcore/compare/rowfilters.h"
#include "diffcore/dialect/past.h"
#include "diffcore/evidence/sharedkeys.h"
#include "diffcore/value/valuetime.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What a source of a server tells; why it does not, where the server refuses, goes to `notTold`.
QList<SplitProposal> proposalsOf(Connection &server, const SplitSource &source, QStringList &notTold)
{
    QList<SplitProposal> proposals;
    const Result<TextRows> rows = server.query(source.query);
    if (!rows) {
        const Error &error = rows.error();
        const QString why = error.driverText.isEmpty() ? error.message : error.driverText;
        notTold += u"%1 of %2: %3"_s.arg(source.name, server.label(), why.simplified());
        return proposals;
    }
    for (const auto &row : *rows) {
        const auto at = row.value(0) ? timeOf(Value::of(TypeFamily::Timestamp, *row[0])) : std::nullopt;
        if (at)
            proposals.append({*at, u"%1, by its %2: %3"_s.arg(server.label(), source.name,
                                                              QString::fromUtf8(row.value(1).value_or(QByteArray())))});
    }
    return proposals;
}

QList<SplitProposal> splitsOf(Servers &servers, const Checkpoint *checkpoint, const Session *session,
                              QStringList &notTold, const CancelToken &cancel)
{
    QList<SplitProposal> splits;
    for (const Side side : bothSides) {
        for (const SplitSource &source : servers[side].dialect().past().splitSources())
            splits += proposalsOf(servers[side], source, notTold);
    }
    if (checkpoint)
        splits.append(
            {checkpoint->header().takenAt, u"the checkpoint was taken on %1"_s.arg(checkpoint->header().title)});
    if (session && session->hasComparison()) {
        if (const auto first = firstUnlikeTime(*session); first && *first)
            splits.append(**first);
        if (const auto shared = lastSharedRows(servers[Side::A], *session, cancel))
            splits += *shared;
        else
            notTold += u"highest keys of A: %1"_s.arg(describe(shared.error()));
    }
    std::ranges::stable_sort(splits, {}, &SplitProposal::at);
    return splits;
}

PerSide<std::optional<qint64>> rowsOf(Servers &servers, const AlignedTable &table, const CancelToken &cancel)
{
    PerSide<std::optional<qint64>> rows;
    if (!table.whyNotCompared.isEmpty())
        return rows;
    for (const Side side : bothSides) {
        if (const auto estimate = RowFetcher(servers[side], table, versionOf(side), cancel).estimateRows())
            rows[side] = estimate->rows;
    }
    return rows;
}

} // namespace

PerSide<qint64> EvidenceSurvey::wholeRows() const
{
    PerSide<qint64> sum{0, 0};
    for (const PerSide<std::optional<qint64>> &table : rows) {
        for (const Side side : bothSides)
            sum[side] += table[side].value_or(0);
    }
    return sum;
}

Result<EvidenceSurvey> surveyEvidence(const Project &project, const Session *session, const CancelToken &cancel,
                                      const Progress &progress, RowEstimates rows)
{
    REJOIN_TRY_VALUE(servers, openServers(project));
    REJOIN_TRY_VALUE(chooser, EvidenceChooser::make(servers, project, cancel));
    REJOIN_TRY_VALUE(alignment, readAlignment(servers, project, chooser->checkpoint(), cancel, progress));
    EvidenceSurvey survey{.alignment = alignment,
                          .offers = {},
                          .clockDifferenceSeconds = chooser->clockDifferenceSeconds(),
                          .splits = {},
                          .points = {pointsOf(servers[Side::A]), pointsOf(servers[Side::B])},
                          .splitsNotTold = {},
                          .refusedFilter = {},
                          .relations = {},
                          .rows = {}};
    if (const auto proved = proveFilters(servers, alignment, project.scope.filters); !proved)
        survey.refusedFilter = proved.error();
    survey.splits = splitsOf(servers, chooser->checkpoint(), session, survey.splitsNotTold, cancel);
    for (const AlignedTable &table : std::as_const(survey.alignment.tables))
        survey.offers += table.whyNotCompared.isEmpty() ? chooser->offers(table) : QList<EvidenceOffer>();
    if (survey.refusedFilter)
        return survey;
    if (rows == RowEstimates::Asked) {
        for (const AlignedTable &table : std::as_const(survey.alignment.tables))
            survey.rows += rowsOf(servers, table, cancel);
    }
    RekeyedValues rekeyed;
    if (session && session->hasComparison() && session->alignment().tables.size() == alignment.tables.size())
        rekeyed = rekeyedValues(*session).value_or(RekeyedValues());
    REJOIN_TRY_VALUE(relations, findRelations(servers, survey.alignment, rekeyed, cancel));
    survey.relations = std::move(relations);
    return survey;
}

QString chosenNames(const QList<EvidenceOffer> &offers)
{
    QStringList names;
    for (const EvidenceOffer &offer : offers) {
        if (offer.chosen)
            names.append(offer.name);
    }
    return names.isEmpty() ? meansName(Means::None) : names.join(u", "_s);
}

} // namespace Rejoin

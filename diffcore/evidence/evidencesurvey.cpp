#include "diffcore/evidence/evidencesurvey.h"

#include "diffcore/compare/catalogs.h"
#include "diffcore/dialect/dialect.h"
#include "diffcore/value/valuetime.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What a server knows of the moment at which it began to take writes of its own; nothing where it may not be asked.
std::optional<SplitProposal> promotionOf(Connection &server)
{
    const QString query = server.dialect().selectPromotion();
    const Result<TextRows> rows = query.isEmpty() ? Result<TextRows>(TextRows()) : server.query(query);
    if (!rows || rows->isEmpty() || rows->first().size() < 2 || !rows->first()[0] || !rows->first()[1])
        return std::nullopt;
    const auto at = timeOf(Value::of(TypeFamily::Timestamp, *rows->first()[0]));
    if (!at)
        return std::nullopt;
    return SplitProposal{
        *at, u"%1 became a server of its own: %2"_s.arg(server.label(), QString::fromUtf8(*rows->first()[1]))};
}

QList<SplitProposal> splitsOf(Servers &servers, const Checkpoint *checkpoint, const Session *session)
{
    QList<SplitProposal> splits;
    for (const Side side : bothSides) {
        if (const auto promotion = promotionOf(servers[side]))
            splits.append(*promotion);
    }
    if (checkpoint)
        splits.append(
            {checkpoint->header().takenAt, u"the checkpoint was taken on %1"_s.arg(checkpoint->header().title)});
    if (session && session->hasComparison()) {
        if (const auto first = firstUnlikeTime(*session); first && *first)
            splits.append(**first);
    }
    std::ranges::stable_sort(splits, {}, &SplitProposal::at);
    return splits;
}

} // namespace

Result<EvidenceSurvey> surveyEvidence(const Project &project, const Session *session, const CancelToken &cancel,
                                      const Progress &progress)
{
    REJOIN_TRY_VALUE(servers, openServers(project));
    REJOIN_TRY_VALUE(chooser, EvidenceChooser::make(servers, project, cancel));
    REJOIN_TRY_VALUE(alignment, readAlignment(servers, project, chooser->checkpoint(), cancel, progress));
    EvidenceSurvey survey{.alignment = alignment,
                          .offers = {},
                          .clockDifferenceSeconds = chooser->clockDifferenceSeconds(),
                          .splits = splitsOf(servers, chooser->checkpoint(), session)};
    for (const AlignedTable &table : std::as_const(survey.alignment.tables))
        survey.offers += table.whyNotCompared.isEmpty() ? chooser->offers(table) : QList<EvidenceOffer>();
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

#pragma once

#include "diffcore/evidence/evidencechooser.h"
#include "diffcore/evidence/writetimes.h"
#include "diffcore/schema/relationproposal.h"

namespace Rejoin {

/// What the servers can tell of the past, before anything is compared.
struct EvidenceSurvey
{
    Alignment alignment;
    QList<QList<EvidenceOffer>> offers;           ///< by table; empty for tables that are not compared
    std::optional<double> clockDifferenceSeconds; ///< A's minus B's
    QList<SplitProposal> splits;                  ///< earliest first
    PerSide<QStringList> points; ///< "change tracking 1207": where the servers' own lists of changes stand now
    QStringList splitsNotTold;   ///< "restore history of A · PRD01: the table is not there": sources that gave nothing
    /// Why a condition on rows (AlignmentOptions::filters) cannot be used, so that nothing can be compared.
    std::optional<Error> refusedFilter;
    QList<RelationProposal> relations; ///< references that no foreign key declares, as it seems; dismissed ones, too
    /// By table: how many rows a server has, as it estimates or else counts; nothing where it is not compared, or the
    /// server does not tell. Empty where nobody asked.
    QList<PerSide<std::optional<qint64>>> rows;

    /// Of all tables: what a comparison of whole tables would look at.
    [[nodiscard]] PerSide<qint64> wholeRows() const;
};

/// Whether a survey asks how many rows there are, which a server without an idea has to count.
enum class RowEstimates : quint8 { LeftOut, Asked };

/// Opens all servers of the project and asks them; writes nothing. `session` is that of the last comparison, whose
/// differences tell when the servers parted; null where there is none.
[[nodiscard]] Result<EvidenceSurvey> surveyEvidence(const Project &project, const Session *session,
                                                    const CancelToken &cancel, const Progress &progress,
                                                    RowEstimates rows = RowEstimates::LeftOut);

/// The names of what is chosen, "none" where nothing is.
[[nodiscard]] QString chosenNames(const QList<EvidenceOffer> &offers);

} // namespace Rejoin

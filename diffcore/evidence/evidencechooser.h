#pragma once

#include "diffcore/compare/servers.h"
#include "diffcore/dialect/past.h"
#include "diffcore/evidence/checkpoint.h"
#include "diffcore/evidence/keptpasts.h"
#include "diffcore/evidence/touchedevidence.h"

namespace Rejoin {

/// A means that can be chosen for a table, or why it cannot.
struct EvidenceOffer
{
    MeansChoice means;
    QString name;   ///< "timestamp column updated_at"
    QString limits; ///< what it cannot tell; empty = it tells everything
    QString whyNot; ///< empty = it can be used
    bool chosen = false;
};

/// What a table's evidence is, and whether the person named it.
struct ChosenEvidence
{
    std::unique_ptr<Evidence> evidence;
    bool isNamed = false;
};

/// Chooses the evidence of each table: what the project names, else the best that both servers have. A timestamp column
/// or a highest key is taken for the truth only where the project names it, since nothing but the person's word stands
/// for it. Used on the connections' thread; servers and project must outlive it.
class EvidenceChooser
{
public:
    /// Asks the servers for their clocks and for what they keep of the past. Fails with BadFile where the project's
    /// checkpoint is none, is damaged, or is of another database.
    [[nodiscard]] static Result<std::unique_ptr<EvidenceChooser>> make(Servers &servers, const Project &project,
                                                                       const CancelToken &cancel);
    ~EvidenceChooser();
    EvidenceChooser(const EvidenceChooser &) = delete;
    EvidenceChooser &operator=(const EvidenceChooser &) = delete;

    /// The table must outlive the evidence.
    [[nodiscard]] ChosenEvidence choose(const AlignedTable &table) const;
    /// Every means, best first.
    [[nodiscard]] QList<EvidenceOffer> offers(const AlignedTable &table) const;
    /// The project's, opened; null where it names none.
    [[nodiscard]] Checkpoint *checkpoint() const { return m_checkpoint.get(); }
    /// A's clock minus B's; nothing where one of them does not tell.
    [[nodiscard]] std::optional<double> clockDifferenceSeconds() const { return m_clockDifference; }

private:
    EvidenceChooser(Servers &servers, const Project &project, CancelToken cancel);
    void askServers();
    [[nodiscard]] PerSide<Connection *> bothServers() const;
    [[nodiscard]] Result<std::unique_ptr<Evidence>> makeVersions(const MeansChoice &choice,
                                                                 const AlignedTable &table) const;
    [[nodiscard]] Result<std::unique_ptr<Evidence>> makeListed(Watch watch, const MeansChoice &choice,
                                                               const AlignedTable &table) const;
    [[nodiscard]] bool isNamed(const MeansChoice &means, const AlignedTable &table) const;
    [[nodiscard]] Result<void> openCheckpoint();
    [[nodiscard]] Result<std::unique_ptr<Evidence>> make(const MeansChoice &choice, const AlignedTable &table) const;
    [[nodiscard]] Result<std::unique_ptr<Evidence>> makeTimestampColumn(const MeansChoice &choice,
                                                                        const AlignedTable &table) const;
    [[nodiscard]] Result<std::unique_ptr<Evidence>> makeHighestKey(const MeansChoice &choice,
                                                                   const AlignedTable &table) const;
    [[nodiscard]] std::unique_ptr<Evidence> named(const EvidenceChoice &choice, const AlignedTable &table) const;
    [[nodiscard]] std::unique_ptr<Evidence> best(const AlignedTable &table) const;

    Servers &m_servers;
    const Project &m_project;
    CancelToken m_cancel;
    std::optional<double> m_clockDifference;
    SplitTime m_split;
    std::unique_ptr<Checkpoint> m_checkpoint;
    std::unique_ptr<KeptPasts> m_pasts;
    Result<void> m_commitTimes; ///< whether both servers keep them, and why not
};

} // namespace Rejoin

#include "diffcore/evidence/evidencechooser.h"

#include "diffcore/compare/serverclock.h"
#include "diffcore/evidence/baselinedatabase.h"
#include "diffcore/evidence/checkpointevidence.h"
#include "diffcore/evidence/committimestamps.h"
#include "diffcore/evidence/highestkey.h"
#include "diffcore/evidence/listedchanges.h"
#include "diffcore/evidence/noevidence.h"
#include "diffcore/evidence/severalmeans.h"
#include "diffcore/evidence/systemversions.h"
#include "diffcore/evidence/timestampcolumn.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What is taken unasked; best first.
constexpr std::array unasked{Means::BaselineDatabase, Means::SystemVersions, Means::Checkpoint,
                             Means::CommitTimestamps};

std::unexpected<Error> unsupported(const QString &reason)
{
    return fail(ErrorCode::Unsupported, reason);
}

/// A way in words to choose what is there but not taken unasked.
QString proposal(const AlignedTable &table)
{
    const QList<int> columns = TimestampColumn::proposed(table);
    if (columns.isEmpty() || table.isKeyless())
        return {};
    const QString column = table.columns[columns.first()].name;
    return u" If every write sets %1, choose it: \"evidence\": [\"%2=timestamp:%1\"] in the project."_s.arg(
        column, table.name.display());
}

} // namespace

EvidenceChooser::EvidenceChooser(Servers &servers, const Project &project, CancelToken cancel)
    : m_servers(servers)
    , m_project(project)
    , m_cancel(std::move(cancel))
    , m_pasts(std::make_unique<KeptPasts>(bothServers()))
{
}

EvidenceChooser::~EvidenceChooser() = default;

Result<std::unique_ptr<EvidenceChooser>> EvidenceChooser::make(Servers &servers, const Project &project,
                                                               const CancelToken &cancel)
{
    std::unique_ptr<EvidenceChooser> chooser(new EvidenceChooser(servers, project, cancel));
    chooser->askServers();
    REJOIN_TRY(chooser->openCheckpoint());
    return chooser;
}

Result<void> EvidenceChooser::openCheckpoint()
{
    if (m_project.checkpoint.isEmpty())
        return {};
    REJOIN_TRY_VALUE(opened, Checkpoint::open(m_project.checkpoint));
    const Engine engine = opened->header().server.engine;
    const Engine own = m_servers[Side::A].server().engine;
    if (engine != own)
        return fail(ErrorCode::BadFile,
                    u"the checkpoint %1 was taken on %2, and A is %3"_s.arg(m_project.checkpoint, engineName(engine),
                                                                            engineName(own)),
                    u"Name the checkpoint that was taken of A or B"_s);
    m_checkpoint = std::move(opened);
    return {};
}

void EvidenceChooser::askServers()
{
    PerSide<std::optional<ServerClock>> clocks;
    for (const Side side : bothSides)
        clocks[side] = askClock(m_servers[side]);
    if (clocks.a && clocks.b)
        m_clockDifference = clocks.a->aheadSeconds - clocks.b->aheadSeconds;
    m_split.at = m_project.since;
    if (m_clockDifference && std::abs(*m_clockDifference) > toleratedClockSeconds)
        m_split.margin = std::chrono::milliseconds(std::llround(std::abs(*m_clockDifference) * 1000.0));
    for (const Side side : bothSides) {
        if (m_commitTimes && m_split.at.isValid())
            m_commitTimes = CommitTimestamps::prove(m_servers[side], m_split);
    }
}

ChosenEvidence EvidenceChooser::choose(const AlignedTable &table) const
{
    if (const EvidenceChoice *choice = choiceFor(m_project.evidence, table.name))
        return {named(*choice, table), true};
    return {best(table), false};
}

/// What of the named means can be used; where none can, nothing else is taken in their place.
std::unique_ptr<Evidence> EvidenceChooser::named(const EvidenceChoice &choice, const AlignedTable &table) const
{
    std::vector<std::unique_ptr<Evidence>> usable;
    QStringList reasons;
    for (const MeansChoice &means : choice.means) {
        if (auto made = make(means, table))
            usable.push_back(std::move(*made));
        else
            reasons.append(made.error().message);
    }
    if (usable.empty())
        return std::make_unique<NoEvidence>(
            u"The evidence that the project names cannot be used: %1."_s.arg(reasons.join(u"; "_s)));
    if (usable.size() == 1)
        return std::move(usable.front());
    return std::make_unique<SeveralMeans>(std::move(usable));
}

std::unique_ptr<Evidence> EvidenceChooser::best(const AlignedTable &table) const
{
    QString reason = u"there is no baseline, so nothing tells who changed a row"_s;
    std::unique_ptr<Evidence> doubtful; ///< it tells less than a checkpoint
    for (const Means means : unasked) {
        const QString late = means == Means::Checkpoint && m_checkpoint && !m_servers.baseline()
                                 ? CheckpointEvidence::lateness(*m_checkpoint, m_split.at)
                                 : QString();
        if (!late.isEmpty()) {
            reason =
                late + u"; if it wrote nothing, say so: --evidence '*=checkpoint', or \"evidence\" in the project"_s;
            continue;
        }
        auto made = make({.means = means, .column = {}, .zone = {}}, table);
        const bool isDoubtful = made && means == Means::SystemVersions && !(*made)->limits().isEmpty();
        if (made && !isDoubtful)
            return std::move(*made);
        if (isDoubtful)
            doubtful = std::move(*made);
        if (doubtful && means == Means::Checkpoint)
            return doubtful;
        if (made)
            continue;
        const bool isGiven = means == Means::BaselineDatabase ? m_servers.baseline() != nullptr
                                                              : means == Means::Checkpoint && m_checkpoint;
        if (isGiven)
            reason = made.error().message;
    }
    reason[0] = reason[0].toUpper();
    return std::make_unique<NoEvidence>(reason + u'.' + proposal(table));
}

Result<std::unique_ptr<Evidence>> EvidenceChooser::make(const MeansChoice &choice, const AlignedTable &table) const
{
    switch (choice.means) {
    case Means::BaselineDatabase: {
        if (!m_servers.baseline())
            return unsupported(u"the project names no baseline"_s);
        if (const QString reason = BaselineDatabase::whyNot(table); !reason.isEmpty())
            return unsupported(reason);
        return std::make_unique<BaselineDatabase>(*m_servers.baseline(), table, m_cancel);
    }
    case Means::SystemVersions: return makeVersions(choice, table);
    case Means::Checkpoint: {
        if (!m_checkpoint || m_servers.baseline())
            return unsupported(m_checkpoint ? u"the project names a baseline database, which tells more"_s
                                            : u"the project names no checkpoint"_s);
        if (const QString reason = CheckpointEvidence::whyNot(*m_checkpoint, table); !reason.isEmpty())
            return unsupported(reason);
        return std::make_unique<CheckpointEvidence>(*m_checkpoint, table, m_split.at);
    }
    case Means::ChangeCapture: return makeListed(Watch::ChangeDataCapture, choice, table);
    case Means::ChangeTracking: return makeListed(Watch::ChangeTracking, choice, table);
    case Means::RowVersion: return makeListed(Watch::RowVersion, choice, table);
    case Means::CommitTimestamps: {
        if (!m_split.at.isValid())
            return unsupported(u"it is not given since when the servers are apart"_s);
        if (table.isKeyless())
            return unsupported(u"the table has no key"_s);
        REJOIN_TRY(m_commitTimes);
        return std::make_unique<CommitTimestamps>(bothServers(), table, m_split, m_cancel);
    }
    case Means::TimestampColumn: return makeTimestampColumn(choice, table);
    case Means::HighestKey: return makeHighestKey(choice, table);
    case Means::None: return std::make_unique<NoEvidence>(u"The person chose to use none."_s);
    }
    return unsupported({});
}

Result<std::unique_ptr<Evidence>> EvidenceChooser::makeVersions(const MeansChoice &choice,
                                                                const AlignedTable &table) const
{
    for (const Side side : bothSides) {
        if (m_pasts->lacksVersions(side, table.in[side]->name))
            return unsupported(u"%1 keeps no versions of the table"_s.arg(m_servers[side].label()));
    }
    return SystemVersions::make(bothServers(), table, m_split,
                                isNamed(choice, table) ? SystemVersions::Word::Named : SystemVersions::Word::Unasked,
                                m_cancel);
}

Result<std::unique_ptr<Evidence>> EvidenceChooser::makeListed(Watch watch, const MeansChoice &choice,
                                                              const AlignedTable &table) const
{
    for (const Side side : bothSides) {
        if (m_pasts->lacksList(side, table.in[side]->name, watch))
            return unsupported(u"%1 keeps no such list of the table's changes"_s.arg(m_servers[side].label()));
    }
    return ListedChanges::make(bothServers(), table, watch, choice.points, m_split.earliest(), m_cancel);
}

bool EvidenceChooser::isNamed(const MeansChoice &means, const AlignedTable &table) const
{
    const EvidenceChoice *choice = choiceFor(m_project.evidence, table.name);
    return choice && choice->means.contains(means);
}

PerSide<Connection *> EvidenceChooser::bothServers() const
{
    return {&m_servers[Side::A], &m_servers[Side::B]};
}

Result<std::unique_ptr<Evidence>> EvidenceChooser::makeTimestampColumn(const MeansChoice &choice,
                                                                       const AlignedTable &table) const
{
    if (!m_split.at.isValid())
        return unsupported(u"it is not given since when the servers are apart"_s);
    if (table.isKeyless())
        return unsupported(u"the table has no key"_s);
    const int column =
        choice.column.isEmpty() ? TimestampColumn::proposed(table).value(0, -1) : table.columnIndex(choice.column);
    if (column < 0)
        return unsupported(choice.column.isEmpty() ? u"no column looks like the time of the last write"_s
                                                   : u"there is no column %1"_s.arg(choice.column));
    for (const Side side : bothSides) {
        if (!table.columnsOf(versionOf(side)).contains(column))
            return unsupported(u"%1 is not a column of both servers that can be read"_s.arg(choice.column));
    }
    return std::make_unique<TimestampColumn>(table, column, choice.zone, m_split);
}

Result<std::unique_ptr<Evidence>> EvidenceChooser::makeHighestKey(const MeansChoice &choice,
                                                                  const AlignedTable &table) const
{
    if (table.generatedKeyColumn() < 0)
        return unsupported(u"the key is not generated by the servers"_s);
    return std::make_unique<HighestKey>(table, choice.highestKey);
}

QList<EvidenceOffer> EvidenceChooser::offers(const AlignedTable &table) const
{
    QList<MeansChoice> all;
    for (const Means means : {Means::BaselineDatabase, Means::SystemVersions, Means::Checkpoint, Means::ChangeCapture,
                              Means::ChangeTracking, Means::CommitTimestamps, Means::RowVersion})
        all.append({.means = means, .column = {}, .zone = {}});
    for (const int column : TimestampColumn::proposed(table))
        all.append({.means = Means::TimestampColumn, .column = table.columns[column].name, .zone = {}});
    const EvidenceChoice *choice = choiceFor(m_project.evidence, table.name);
    const QList<MeansChoice> named = choice ? choice->means : QList<MeansChoice>();
    for (const MeansChoice &means : named) {
        if (!all.contains(means))
            all.append(means);
    }
    if (!all.contains(MeansChoice{.means = Means::None, .column = {}, .zone = {}}))
        all.append({.means = Means::None, .column = {}, .zone = {}});
    const ChosenEvidence taken = choose(table);
    const QString chosen = taken.evidence->name();
    QList<EvidenceOffer> offers;
    for (const MeansChoice &means : std::as_const(all)) {
        EvidenceOffer offer{.means = means, .name = meansName(means.means), .limits = {}, .whyNot = {}};
        if (const auto made = make(means, table)) {
            offer.name = (*made)->name();
            offer.limits = (*made)->limits();
        } else {
            offer.whyNot = made.error().message;
        }
        offer.chosen = offer.whyNot.isEmpty() && (named.contains(means) || offer.name == chosen);
        if (offer.chosen && means.means == Means::None) // why there is none; what else could be named is offered itself
            offer.limits = taken.evidence->limits().remove(proposal(table));
        offers.append(offer);
    }
    return offers;
}

} // namespace Rejoin

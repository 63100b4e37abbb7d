#include "diffcore/apply/runhistory.h"

#include "diffcore/script/csv.h"
#include "diffcore/script/runlog.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

HistoryEntry::Event eventOf(RunRecord::Work work)
{
    switch (work) {
    case RunRecord::Work::Apply: return HistoryEntry::Event::Apply;
    case RunRecord::Work::Undo: return HistoryEntry::Event::Undo;
    case RunRecord::Work::Rehearse: return HistoryEntry::Event::Rehearse;
    case RunRecord::Work::Ask: return HistoryEntry::Event::Ask;
    }
    Q_UNREACHABLE_RETURN({});
}

HistoryEntry entryOf(const RunRecord &record, const PerSide<QString> &titles)
{
    return {.event = eventOf(record.work),
            .at = record.at,
            .by = record.by,
            .machine = record.machine,
            .target = titles[record.target],
            .state = stateName(record.state),
            .hash = record.hash,
            .text = record.message};
}

} // namespace

Result<void> gatherRuns(Session &session)
{
    REJOIN_TRY_VALUE(folders, session.bundles());
    QList<HistoryEntry> entries;
    for (const QString &folder : std::as_const(folders)) {
        REJOIN_TRY_VALUE(records, RunLog(folder).records());
        for (const RunRecord &record : std::as_const(records))
            entries.append(entryOf(record, session.header().titles));
    }
    return session.recordOnce(entries);
}

QByteArray historyCsv(const QList<HistoryEntry> &entries)
{
    QByteArray csv = csvLine(
        {u"at"_s, u"event"_s, u"by"_s, u"machine"_s, u"server"_s, u"state"_s, u"rows"_s, u"sha256"_s, u"what"_s});
    for (const HistoryEntry &entry : entries)
        csv += csvLine({entry.at.toUTC().toString(Qt::ISODateWithMs), eventName(entry.event), entry.by, entry.machine,
                        entry.target, entry.state, entry.rows ? QString::number(*entry.rows) : QString(), entry.hash,
                        entry.text});
    return csv;
}

} // namespace Rejoin

#include "diffcore/session/sessionjson.h"
#include "diffcore/session/sessionstate.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

Result<void> dropUndone(SessionFile &file)
{
    REJOIN_TRY(file.run(u"DELETE FROM changes WHERE step IN (SELECT step FROM steps WHERE undone = 1)"_s));
    REJOIN_TRY(file.run(u"DELETE FROM steps WHERE undone = 1"_s));
    return {};
}

Result<qint64> addStep(SessionFile &file, const HistoryEntry &entry)
{
    REJOIN_TRY(file.run(u"INSERT INTO steps (text, by, at, decided) VALUES (?, ?, ?, ?)"_s,
                        {entry.text, entry.by, entry.at.toString(Qt::ISODateWithMs), entry.rows.value_or(0)}));
    REJOIN_TRY_VALUE(step, file.value(u"SELECT max(step) FROM steps"_s));
    return step.value_or(0).toLongLong();
}

/// Notes what a row's decision was and will be. A row that is named twice ends as it is named last.
Result<void> addChange(SessionFile &file, qint64 step, const Session::NewDecision &change, qint64 decision)
{
    REJOIN_TRY_VALUE(noted,
                     file.run(u"INSERT INTO changes (step, difference, before, before_resolved, after, after_resolved) "
                              "SELECT ?, id, decision, resolved, ?, ? FROM differences WHERE id = ? "
                              "ON CONFLICT (step, difference) DO UPDATE SET after = excluded.after, "
                              "after_resolved = excluded.after_resolved"_s,
                              {step, decision, change.resolved ? 1 : 0, change.id}));
    if (noted == 0)
        return fail(ErrorCode::Refused, u"row %1 is no longer in the session"_s.arg(change.id),
                    u"Look at its rows again"_s);
    return {};
}

} // namespace

Result<void> Session::State::settle(qint64 step, Moment moment)
{
    const QString source = moment == Moment::Before
                               ? u"SELECT difference AS id, before AS decision, before_resolved AS resolved "
                                 "FROM changes WHERE step = ?"_s
                               : u"SELECT difference AS id, after AS decision, after_resolved AS resolved "
                                 "FROM changes WHERE step = ?"_s;
    REJOIN_TRY(file->run(
        u"INSERT INTO counts (table_id, outcome, found, unresolved) "
        "SELECT d.table_id, d.outcome, 0, sum(d.resolved - s.resolved) FROM (%1) s "
        "CROSS JOIN differences d WHERE d.id = s.id GROUP BY d.table_id, d.outcome "
        "ON CONFLICT (table_id, outcome) DO UPDATE SET unresolved = unresolved + excluded.unresolved"_s.arg(source),
        {step}));
    REJOIN_TRY(file->run(u"UPDATE differences SET decision = s.decision, resolved = s.resolved FROM (%1) s "
                         "WHERE differences.id = s.id"_s.arg(source),
                         {step}));
    return {};
}

Result<void> Session::decide(const QList<NewDecision> &decisions, const QString &text, const QString &by)
{
    if (decisions.isEmpty())
        return {};
    SessionFile &file = *m_state->file;
    return m_state->writing([&]() -> Result<void> {
        REJOIN_TRY(dropUndone(file));
        const HistoryEntry entry{
            .at = QDateTime::currentDateTimeUtc(), .by = by, .rows = decisions.size(), .text = text};
        REJOIN_TRY_VALUE(step, addStep(file, entry));
        DecisionTable stored(file);
        for (const NewDecision &change : decisions) {
            REJOIN_TRY_VALUE(decision, stored.idOf(change.decision));
            REJOIN_TRY(addChange(file, step, change, decision));
        }
        REJOIN_TRY(m_state->settle(step, State::Moment::After));
        return m_state->append(entry);
    });
}

Result<bool> Session::undo(const QString &by)
{
    SessionFile &file = *m_state->file;
    return m_state->writing([&]() -> Result<bool> {
        REJOIN_TRY_VALUE(step, file.value(u"SELECT max(step) FROM steps WHERE undone = 0"_s));
        if (!step || step->isNull())
            return false;
        REJOIN_TRY(m_state->settle(step->toLongLong(), State::Moment::Before));
        REJOIN_TRY(file.run(u"UPDATE steps SET undone = 1 WHERE step = ?"_s, {*step}));
        REJOIN_TRY(m_state->appendStep(step->toLongLong(), u"took back: %1"_s, by));
        return true;
    });
}

Result<bool> Session::redo(const QString &by)
{
    SessionFile &file = *m_state->file;
    return m_state->writing([&]() -> Result<bool> {
        REJOIN_TRY_VALUE(step, file.value(u"SELECT min(step) FROM steps WHERE undone = 1"_s));
        if (!step || step->isNull())
            return false;
        REJOIN_TRY(m_state->settle(step->toLongLong(), State::Moment::After));
        REJOIN_TRY(file.run(u"UPDATE steps SET undone = 0 WHERE step = ?"_s, {*step}));
        REJOIN_TRY(m_state->appendStep(step->toLongLong(), u"made again: %1"_s, by));
        return true;
    });
}

Result<QList<JournalEntry>> Session::journal() const
{
    return m_state->reading([&]() -> Result<QList<JournalEntry>> {
        QList<JournalEntry> entries;
        REJOIN_TRY(m_state->file->each(u"SELECT step, at, by, text, decided, undone FROM steps ORDER BY step"_s, {},
                                       [&](const QSqlQuery &row) -> Result<void> {
                                           entries.append(
                                               {.step = row.value(0).toLongLong(),
                                                .at = QDateTime::fromString(row.value(1).toString(), Qt::ISODateWithMs),
                                                .by = row.value(2).toString(),
                                                .text = row.value(3).toString(),
                                                .rows = row.value(4).toLongLong(),
                                                .undone = row.value(5).toInt() != 0});
                                           return {};
                                       }));
        return entries;
    });
}

Result<void> Session::setConstraintConflicts(const QList<ConstraintConflict> &conflicts)
{
    SessionFile &file = *m_state->file;
    return m_state->writing([&]() -> Result<void> {
        REJOIN_TRY(file.run(u"DELETE FROM conflicts"_s));
        QMap<int, qint64> perTable;
        for (const ConstraintConflict &conflict : conflicts) {
            REJOIN_TRY(file.run(u"INSERT INTO conflicts (value) VALUES (?)"_s, {encodeConflict(conflict)}));
            perTable[conflict.table] += 1;
        }
        REJOIN_TRY(file.run(u"UPDATE tables SET conflicts = 0 WHERE conflicts <> 0"_s));
        for (const auto &[table, count] : perTable.asKeyValueRange())
            REJOIN_TRY(file.run(u"UPDATE tables SET conflicts = ? WHERE id = ?"_s, {count, table}));
        return {};
    });
}

Result<QList<ConstraintConflict>> Session::constraintConflicts() const
{
    return m_state->reading([&]() -> Result<QList<ConstraintConflict>> {
        QList<ConstraintConflict> conflicts;
        REJOIN_TRY(m_state->file->each(u"SELECT value FROM conflicts ORDER BY id"_s, {},
                                       [&](const QSqlQuery &row) -> Result<void> {
                                           const auto conflict = decodeConflict(row.value(0).toByteArray());
                                           if (!conflict)
                                               return fail(m_state->file->damaged(u"a constraint conflict"_s));
                                           conflicts.append(*conflict);
                                           return {};
                                       }));
        return conflicts;
    });
}

} // namespace Rejoin

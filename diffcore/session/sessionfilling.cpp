#include "diffcore/merge/movedrow.h"
#include "diffcore/session/alignmentjson.h"
#include "diffcore/session/sessionjson.h"
#include "diffcore/session/sessionstate.h"
#include "diffcore/session/storedrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

/// What a batch adds to the kept counts.
using CountKey = std::pair<int, int>; // table, outcome
struct CountDelta
{
    qint64 found = 0;
    qint64 unresolved = 0;
};
using CountDeltas = std::map<CountKey, CountDelta>;

ComparisonHeader unfinished(ComparisonHeader header)
{
    header.finishedAt = {};
    return header;
}

/// No step of the journal: the changes by which decisions are carried over, while they are.
constexpr qint64 carrying = 0;

/// Notes the rows that lie as they lay, with the decisions that were set aside for them. The order of the joins is
/// fixed (CROSS): from the other end it takes hours.
Result<void> findUnmoved(SessionFile &file)
{
    REJOIN_TRY(file.run(
        u"INSERT INTO changes (step, difference, before, before_resolved, after, after_resolved) "
        "SELECT ?, d.id, d.decision, d.resolved, k.decision, k.resolved FROM tables t "
        "CROSS JOIN kept k ON k.name = t.name AND k.shape = t.shape "
        "CROSS JOIN differences d INDEXED BY by_key ON d.table_id = t.id AND d.key = k.key "
        "CROSS JOIN decisions made ON made.id = d.decision "
        "WHERE made.origin = ? AND d.outcome = k.outcome AND d.change_a = k.change_a AND d.change_b = k.change_b "
        "AND d.flags = k.flags AND d.baseline IS k.baseline AND d.a IS k.a AND d.b IS k.b"_s,
        {carrying, static_cast<int>(Decision::Origin::Automatic)}));
    return {};
}

/// Notes the rows that moved and whose decisions, set aside for them, still say what was meant.
Result<void> findStanding(SessionFile &file, const Alignment &alignment)
{
    enum Cell {
        Id,
        Table,
        Outcome,
        Made,
        MadeResolved,
        Kept,
        KeptResolved,
        Bytes,
        Flags,
        Rows,
        KeptFlags = Rows + 3,
        KeptRows
    };
    const auto stored = [](const QSqlQuery &row, int flags, int rows) {
        return StoredRows{.flags = row.value(flags).toInt(),
                          .rows = {row.value(rows), row.value(rows + 1), row.value(rows + 2)}};
    };
    return file.each(
        u"SELECT d.id, d.table_id, d.outcome, d.decision, d.resolved, k.decision, k.resolved, was.bytes, "
        "d.flags, d.baseline, d.a, d.b, k.flags, k.baseline, k.a, k.b FROM tables t "
        "CROSS JOIN kept k ON k.name = t.name AND k.shape = t.shape "
        "CROSS JOIN differences d INDEXED BY by_key ON d.table_id = t.id AND d.key = k.key "
        "CROSS JOIN decisions made ON made.id = d.decision CROSS JOIN decisions was ON was.id = k.decision "
        "WHERE made.origin = ? AND d.outcome = k.outcome "
        "AND NOT EXISTS (SELECT 1 FROM changes c WHERE c.step = ? AND c.difference = d.id)"_s,
        {static_cast<int>(Decision::Origin::Automatic), carrying}, [&](const QSqlQuery &row) -> Result<void> {
            Difference before{.outcome = Rejoin::Outcome(row.value(Outcome).toInt())};
            Difference now = before;
            const std::optional<Decision> decision = decodeDecision(row.value(Bytes).toByteArray());
            if (!decision || !readRows(stored(row, KeptFlags, KeptRows), before) ||
                !readRows(stored(row, Flags, Rows), now))
                return fail(file.damaged(u"difference %1"_s.arg(row.value(Id).toLongLong())));
            if (!standsAfterMove(alignment.tables[row.value(Table).toInt()], before, now, *decision))
                return {};
            REJOIN_TRY(
                file.run(u"INSERT INTO changes (step, difference, before, before_resolved, after, after_resolved) "
                         "VALUES (?, ?, ?, ?, ?, ?)"_s,
                         {carrying, row.value(Id), row.value(Made), row.value(MadeResolved), row.value(Kept),
                          row.value(KeptResolved)}));
            return {};
        });
}

QVariant millisecondsOf(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qlonglong>());
}

Result<bool> insertDifference(SessionFile &file, const Difference &difference, qint64 id, qint64 decision)
{
    static const QString insert =
        u"INSERT OR IGNORE INTO differences (id, table_id, outcome, change_a, change_b, flags, decision, "
        "resolved, written_a, written_b, key, baseline, a, b) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
    const StoredRows stored = storedRows(difference);
    REJOIN_TRY_VALUE(inserted,
                     file.run(insert, {id, difference.table, static_cast<int>(difference.outcome),
                                       static_cast<int>(difference.changes.a), static_cast<int>(difference.changes.b),
                                       stored.flags, decision, difference.resolved ? 1 : 0,
                                       millisecondsOf(difference.written.a), millisecondsOf(difference.written.b),
                                       encodeKey(difference.key), stored.rows.baseline, stored.rows.a, stored.rows.b}));
    return inserted > 0;
}

Result<qint64> idOfKey(SessionFile &file, const Difference &difference)
{
    REJOIN_TRY_VALUE(id, file.value(u"SELECT id FROM differences WHERE table_id = ? AND key = ?"_s,
                                    {difference.table, encodeKey(difference.key)}));
    return id.value_or(0).toLongLong();
}

void count(CountDeltas &deltas, int table, int outcome, bool resolved, qint64 rows)
{
    CountDelta &delta = deltas[{table, outcome}];
    delta.found += rows;
    delta.unresolved += resolved ? 0 : rows;
}

/// Sets aside what was decided, other than automatically, about the differences that `condition` lets through.
Result<void> keepDecisions(SessionFile &file, const QString &condition, const QVariantList &values)
{
    REJOIN_TRY(file.run(
        u"INSERT OR REPLACE INTO kept (name, shape, key, outcome, change_a, change_b, flags, decision, "
        "resolved, baseline, a, b) "
        "SELECT t.name, t.shape, d.key, d.outcome, d.change_a, d.change_b, d.flags, d.decision, "
        "d.resolved, d.baseline, d.a, d.b FROM differences d CROSS JOIN decisions made ON made.id = d.decision "
        "CROSS JOIN tables t ON t.id = d.table_id WHERE made.origin <> 0 AND %1"_s.arg(condition),
        values));
    return {};
}

Result<void> keepAllDecisions(SessionFile &file)
{
    return keepDecisions(file, u"true"_s, {});
}

Result<void> keepTableDecisions(SessionFile &file, int table)
{
    return keepDecisions(file, u"d.table_id = ?"_s, {table});
}

/// Removes the record of a key and sets its decision aside; gives its id, 0 where there is none.
Result<qint64> takeAway(SessionFile &file, const Difference &difference, CountDeltas &deltas)
{
    REJOIN_TRY_VALUE(there, idOfKey(file, difference));
    if (there == 0)
        return 0;
    REJOIN_TRY_VALUE(outcome, file.value(u"SELECT outcome FROM differences WHERE id = ?"_s, {there}));
    REJOIN_TRY_VALUE(resolved, file.value(u"SELECT resolved FROM differences WHERE id = ?"_s, {there}));
    REJOIN_TRY(keepDecisions(file, u"d.id = ?"_s, {there}));
    REJOIN_TRY(file.run(u"DELETE FROM differences WHERE id = ?"_s, {there}));
    count(deltas, difference.table, outcome->toInt(), resolved->toBool(), -1);
    return there;
}

Result<void> addCounts(SessionFile &file, const CountDeltas &deltas)
{
    for (const auto &[key, delta] : deltas)
        REJOIN_TRY(file.run(u"INSERT INTO counts (table_id, outcome, found, unresolved) VALUES (?, ?, ?, ?) "
                            "ON CONFLICT (table_id, outcome) DO UPDATE SET found = found + excluded.found, "
                            "unresolved = unresolved + excluded.unresolved"_s,
                            {key.first, key.second, delta.found, delta.unresolved}));
    return {};
}

/// Tables that are not compared again must lie in the session as the new alignment has them.
Result<void> requireSameShapes(const Alignment &known, const Alignment &next, const QList<int> &comparedAgain)
{
    const auto advice = u"Compare all tables again"_s;
    if (known.tables.size() != next.tables.size())
        return fail(ErrorCode::Refused, u"the set of tables changed since the comparison"_s, advice);
    for (int table = 0; table < next.tables.size(); ++table) {
        const AlignedTable &before = known.tables[table];
        const AlignedTable &after = next.tables[table];
        if (before.name != after.name)
            return fail(ErrorCode::Refused, u"the set of tables changed since the comparison"_s, advice);
        if (!comparedAgain.contains(table) && shapeOf(before) != shapeOf(after))
            return fail(ErrorCode::Refused,
                        u"the columns of %1 changed since the comparison"_s.arg(after.name.display()), advice);
    }
    return {};
}

} // namespace

Result<void> Session::beginComparison(const ComparisonHeader &header, const Alignment &alignment, KeptDecisions kept)
{
    SessionFile &file = *m_state->file;
    auto begun = file.transaction(SessionFile::Access::Write, [&]() -> Result<qint64> {
        if (kept == KeptDecisions::Unmoved)
            REJOIN_TRY(keepAllDecisions(file));
        else
            REJOIN_TRY(file.run(u"DELETE FROM kept"_s));
        for (const QString &table : {u"differences"_s, u"counts"_s, u"tables"_s})
            REJOIN_TRY(file.run(u"DELETE FROM "_s + table));
        REJOIN_TRY(file.run(u"DELETE FROM decisions WHERE id NOT IN (SELECT decision FROM kept)"_s));
        for (int table = 0; table < alignment.tables.size(); ++table)
            REJOIN_TRY(m_state->insertTable(table, alignment.tables[table]));
        return m_state->startGeneration(header, alignment);
    });
    return m_state->adopt(begun, header, alignment);
}

Result<void> Session::beginPartialComparison(const ComparisonHeader &header, const Alignment &alignment,
                                             const QList<int> &tables, KeptDecisions kept)
{
    if (!hasComparison())
        return fail(ErrorCode::Refused, u"there is no comparison yet"_s, u"Compare all tables first"_s);
    SessionFile &file = *m_state->file;
    auto begun = m_state->writing([&]() -> Result<qint64> {
        REJOIN_TRY(requireSameShapes(m_state->alignment, alignment, tables));
        for (const int table : tables) {
            if (kept == KeptDecisions::Unmoved)
                REJOIN_TRY(keepTableDecisions(file, table));
            else
                REJOIN_TRY(file.run(u"DELETE FROM kept WHERE name = ?"_s, {alignment.tables[table].name.display()}));
            REJOIN_TRY(m_state->dropTableRows(table));
            REJOIN_TRY(file.run(u"DELETE FROM tables WHERE id = ?"_s, {table}));
            REJOIN_TRY(m_state->insertTable(table, alignment.tables[table]));
        }
        return m_state->startGeneration(header, alignment);
    });
    return m_state->adopt(begun, header, alignment);
}

Result<qint64> Session::State::startGeneration(const ComparisonHeader &newHeader, const Alignment &newAlignment)
{
    for (const QString &table : {u"changes"_s, u"steps"_s, u"conflicts"_s})
        REJOIN_TRY(file->run(u"DELETE FROM "_s + table));
    REJOIN_TRY(file->run(u"UPDATE tables SET conflicts = 0"_s));
    REJOIN_TRY(file->run(u"DELETE FROM meta WHERE name IN ('proposals', 'series')"_s));
    REJOIN_TRY_VALUE(stored, storedGeneration());
    REJOIN_TRY(setMeta(u"generation"_s, stored + 1));
    REJOIN_TRY(setMeta(u"header"_s, encodeHeader(unfinished(newHeader))));
    REJOIN_TRY(setMeta(u"alignment"_s, encodeAlignment(newAlignment)));
    return stored + 1;
}

Result<void> Session::State::adopt(const Result<qint64> &begun, const ComparisonHeader &newHeader,
                                   const Alignment &newAlignment)
{
    if (!begun)
        return fail(begun.error());
    generation = *begun;
    header = unfinished(newHeader);
    alignment = newAlignment;
    return {};
}

Result<void> Session::State::insertTable(int table, const AlignedTable &aligned)
{
    const TableStatus waiting;
    REJOIN_TRY(file->run(
        u"INSERT INTO tables (id, name, shape, state, status) VALUES (?, ?, ?, ?, ?)"_s,
        {table, aligned.name.display(), shapeOf(aligned), static_cast<int>(waiting.state), encodeStatus(waiting)}));
    return {};
}

Result<void> Session::State::dropTableRows(int table)
{
    REJOIN_TRY(file->run(u"DELETE FROM differences WHERE table_id = ?"_s, {table}));
    REJOIN_TRY(file->run(u"DELETE FROM counts WHERE table_id = ?"_s, {table}));
    return {};
}

Result<void> Session::add(QList<Difference> &differences)
{
    return m_state->addRows(differences, State::KnownKeys::Leave);
}

Result<void> Session::addOrReplace(QList<Difference> &differences)
{
    return m_state->addRows(differences, State::KnownKeys::Replace);
}

Result<void> Session::State::addRows(QList<Difference> &differences, KnownKeys known)
{
    return filling([&]() -> Result<void> {
        REJOIN_TRY_VALUE(stored, file->value(u"SELECT value FROM meta WHERE name = 'nextId'"_s));
        qint64 nextId = stored.value_or(1).toLongLong();
        CountDeltas deltas;
        DecisionTable decisions(*file);
        for (Difference &difference : differences) {
            Q_ASSERT(difference.table >= 0 && difference.table < alignment.tables.size());
            REJOIN_TRY_VALUE(decision, decisions.idOf(difference.decision));
            qint64 freedId = 0;
            if (known == KnownKeys::Replace) {
                REJOIN_TRY_VALUE(taken, takeAway(*file, difference, deltas));
                freedId = taken;
            }
            difference.id = freedId > 0 ? freedId : nextId;
            REJOIN_TRY_VALUE(inserted, insertDifference(*file, difference, difference.id, decision));
            if (!inserted) {
                REJOIN_TRY_VALUE(there, idOfKey(*file, difference));
                difference.id = there;
                continue;
            }
            nextId += freedId > 0 ? 0 : 1;
            count(deltas, difference.table, static_cast<int>(difference.outcome), difference.resolved, 1);
        }
        REJOIN_TRY(addCounts(*file, deltas));
        return setMeta(u"nextId"_s, nextId);
    });
}

Result<void> Session::setStatus(int table, const TableStatus &status)
{
    return m_state->writing([&]() -> Result<void> {
        REJOIN_TRY(m_state->file->run(u"UPDATE tables SET state = ?, status = ? WHERE id = ?"_s,
                                      {static_cast<int>(status.state), encodeStatus(status), table}));
        return {};
    });
}

Result<void> Session::clearTable(int table)
{
    return m_state->writing([&]() -> Result<void> {
        REJOIN_TRY(keepTableDecisions(*m_state->file, table));
        return m_state->dropTableRows(table);
    });
}

Result<void> Session::finishComparison()
{
    SessionFile &file = *m_state->file;
    ComparisonHeader finished = m_state->header;
    finished.finishedAt = QDateTime::currentDateTimeUtc();
    const Result<void> stored = m_state->writing([&]() -> Result<void> {
        REJOIN_TRY(findUnmoved(file));
        REJOIN_TRY(findStanding(file, m_state->alignment));
        REJOIN_TRY(m_state->settle(carrying, State::Moment::After));
        REJOIN_TRY(file.run(u"DELETE FROM changes WHERE step = ?"_s, {carrying}));
        REJOIN_TRY(file.run(u"DELETE FROM kept WHERE name IN (SELECT name FROM tables WHERE state = ?)"_s,
                            {static_cast<int>(TableStatus::State::Compared)}));
        return m_state->setMeta(u"header"_s, encodeHeader(finished));
    });
    if (stored)
        m_state->header = std::move(finished);
    return stored;
}

} // namespace Rejoin

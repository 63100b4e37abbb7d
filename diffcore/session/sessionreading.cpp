#include "diffcore/session/idrange.h"
#include "diffcore/session/secondreader.h"
#include "diffcore/session/sessionjson.h"
#include "diffcore/session/sessionstate.h"
#include "diffcore/session/storedrows.h"

#include <QTimeZone>
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype cachedDecisions = 10000;
constexpr qint64 mostCounted = qint64(1) << 48; ///< rows of an outcome: their sums stay numbers
constexpr qint64 rowsForTwo = 20'000;           ///< from so many on a second connection saves more than it costs

/// In the order that readDifference() reads.
QString selectDifference()
{
    return u"SELECT id, table_id, outcome, change_a, change_b, flags, decision, resolved, written_a, written_b, key, "
           "baseline, a, b FROM differences"_s;
}

enum Field {
    Id,
    TableId,
    OutcomeField,
    ChangeA,
    ChangeB,
    Flags,
    DecisionId,
    Resolved,
    WrittenA,
    WrittenB,
    KeyField,
    Baseline,
    RowA,
    RowB
};

QDateTime momentOf(const QVariant &milliseconds)
{
    return milliseconds.isNull() ? QDateTime()
                                 : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), QTimeZone::UTC);
}

/// Rows and key are as wide as those of the table: everything else takes their values by their place.
bool isOf(const AlignedTable &table, const Difference &difference)
{
    const qsizetype compared = std::ranges::count_if(table.columns, &AlignedColumn::compared);
    const qsizetype keyParts = table.isKeyless() ? compared + 1 : table.keyColumns.size();
    return difference.key.values.size() == keyParts && std::ranges::all_of(allVersions, [&](Version version) {
               const std::optional<Row> &row = difference.rows[version];
               return !row || row->size() == table.columns.size();
           });
}

template <typename Enum> std::optional<Enum> enumOf(const QVariant &stored, Enum last)
{
    const int number = stored.toInt();
    return number >= 0 && number <= static_cast<int>(last) ? std::optional(static_cast<Enum>(number)) : std::nullopt;
}

} // namespace

Result<qint64> DecisionTable::idOf(const Decision &decision)
{
    const QByteArray bytes = encodeDecision(decision);
    if (const auto known = m_ids.constFind(bytes); known != m_ids.constEnd())
        return *known;
    REJOIN_TRY(m_file.run(u"INSERT OR IGNORE INTO decisions (bytes, origin) VALUES (?, ?)"_s,
                          {bytes, static_cast<int>(decision.origin)}));
    REJOIN_TRY_VALUE(id, m_file.value(u"SELECT id FROM decisions WHERE bytes = ?"_s, {bytes}));
    if (m_ids.size() >= cachedDecisions)
        m_ids.clear();
    m_ids.insert(bytes, id.value_or(0).toLongLong());
    return m_ids.value(bytes);
}

Result<Decision> DecisionTable::decision(qint64 id)
{
    if (const auto known = m_decisions.constFind(id); known != m_decisions.constEnd())
        return *known;
    REJOIN_TRY_VALUE(bytes, m_file.value(u"SELECT bytes FROM decisions WHERE id = ?"_s, {id}));
    const std::optional<Decision> decision = decodeDecision(bytes.value_or(QVariant()).toByteArray());
    if (!decision)
        return fail(m_file.damaged(u"decision %1"_s.arg(id)));
    if (m_decisions.size() >= cachedDecisions)
        m_decisions.clear();
    m_decisions.insert(id, *decision);
    return *decision;
}

Result<void> Session::State::readDifference(const QSqlQuery &query, DecisionTable &decisions, Difference &difference)
{
    difference.id = query.value(Id).toLongLong();
    difference.table = query.value(TableId).toInt();
    std::optional<RowKey> key = decodeKey(query.value(KeyField).toByteArray());
    const std::optional<Outcome> outcome = enumOf(query.value(OutcomeField), allOutcomes.back());
    const std::optional<Change> changeA = enumOf(query.value(ChangeA), Change::Touched);
    const std::optional<Change> changeB = enumOf(query.value(ChangeB), Change::Touched);
    if (!key || !outcome || !changeA || !changeB || difference.table < 0 || difference.table >= alignment.tables.size())
        return fail(file->damaged(u"difference %1"_s.arg(difference.id)));
    difference.key = std::move(*key);
    difference.outcome = *outcome;
    difference.changes = {*changeA, *changeB};
    difference.written = {momentOf(query.value(WrittenA)), momentOf(query.value(WrittenB))};
    difference.resolved = query.value(Resolved).toInt() != 0;
    const StoredRows stored{.flags = query.value(Flags).toInt(),
                            .rows = {query.value(Baseline), query.value(RowA), query.value(RowB)}};
    if (!readRows(stored, difference) || !isOf(alignment.tables.at(difference.table), difference))
        return fail(file->damaged(u"difference %1"_s.arg(difference.id)));
    REJOIN_TRY_VALUE(decision, decisions.decision(query.value(DecisionId).toLongLong()));
    difference.decision = std::move(decision);
    return {};
}

Result<std::optional<Difference>> Session::State::difference(qint64 id, DecisionTable &decisions)
{
    std::optional<Difference> found;
    REJOIN_TRY(file->each(selectDifference() + u" WHERE id = ?"_s, {id}, [&](const QSqlQuery &row) -> Result<void> {
        return readDifference(row, decisions, found.emplace());
    }));
    return found;
}

Result<QList<qint64>> Session::State::ids(const DifferenceFilter &filter, qint64 afterId, int limit)
{
    std::optional<KeyPosition> after;
    if (afterId != 0) {
        REJOIN_TRY(file->each(u"SELECT table_id, key FROM differences WHERE id = ?"_s, {afterId},
                              [&](const QSqlQuery &row) -> Result<void> {
                                  after = KeyPosition{row.value(0).toInt(), row.value(1).toByteArray()};
                                  return {};
                              }));
        if (!after)
            return fail(ErrorCode::Refused, u"row %1 is no longer in the session"_s.arg(afterId),
                        u"Look at its rows again"_s);
    }
    QStringList parts;
    QVariantList values;
    for (const IdRange &range : rangesOf(filter, after)) {
        parts.append(range.sql);
        values.append(range.values);
    }
    values.append(limit);
    QList<qint64> found;
    REJOIN_TRY(file->each(parts.join(u" UNION ALL "_s) + u" ORDER BY table_id, key LIMIT ?"_s, values,
                          [&](const QSqlQuery &row) -> Result<void> {
                              found.append(row.value(0).toLongLong());
                              return {};
                          }));
    return found;
}

Result<QList<TableStatus>> Session::State::statuses()
{
    QList<TableStatus> all(alignment.tables.size());
    REJOIN_TRY(file->each(u"SELECT id, status FROM tables"_s, {}, [&](const QSqlQuery &row) -> Result<void> {
        const std::optional<TableStatus> status = decodeStatus(row.value(1).toByteArray());
        const qsizetype table = row.value(0).toLongLong();
        if (!status || table < 0 || table >= all.size())
            return fail(file->damaged(u"the status of table %1"_s.arg(table)));
        all[table] = *status;
        return {};
    }));
    return all;
}

Result<QList<TableStatus>> Session::statuses() const
{
    return m_state->reading([&] { return m_state->statuses(); });
}

Result<QList<TableCounts>> Session::counts() const
{
    return m_state->reading([&]() -> Result<QList<TableCounts>> {
        QList<TableCounts> all(m_state->alignment.tables.size());
        const auto tableOf = [&](const QSqlQuery &row) -> TableCounts * {
            const qint64 table = row.value(0).toLongLong();
            return table >= 0 && table < all.size() ? &all[table] : nullptr;
        };
        REJOIN_TRY(m_state->file->each(u"SELECT table_id, outcome, found, unresolved FROM counts"_s, {},
                                       [&](const QSqlQuery &row) -> Result<void> {
                                           const auto outcome = enumOf(row.value(1), allOutcomes.back());
                                           const qint64 found = row.value(2).toLongLong();
                                           const qint64 unresolved = row.value(3).toLongLong();
                                           TableCounts *table = tableOf(row);
                                           if (!table || !outcome || found > mostCounted || unresolved > mostCounted ||
                                               unresolved < -mostCounted)
                                               return fail(m_state->file->damaged(u"its counts"_s));
                                           if (found > 0)
                                               table->outcomes[*outcome] += found;
                                           table->unresolved += unresolved;
                                           return {};
                                       }));
        REJOIN_TRY(m_state->file->each(u"SELECT id, conflicts FROM tables WHERE conflicts > 0"_s, {},
                                       [&](const QSqlQuery &row) -> Result<void> {
                                           TableCounts *table = tableOf(row);
                                           if (!table)
                                               return fail(m_state->file->damaged(u"its conflicts"_s));
                                           table->constraintConflicts = row.value(1).toLongLong();
                                           return {};
                                       }));
        return all;
    });
}

Result<Difference> Session::difference(qint64 id) const
{
    return m_state->reading([&]() -> Result<Difference> {
        DecisionTable decisions(*m_state->file);
        REJOIN_TRY_VALUE(found, m_state->difference(id, decisions));
        if (!found)
            return fail(ErrorCode::Refused, u"row %1 is no longer in the session"_s.arg(id),
                        u"Look at its rows again"_s);
        return std::move(*found);
    });
}

Result<std::optional<Difference>> Session::find(int table, const RowKey &key) const
{
    const DifferenceFilter filter{.table = table, .key = key};
    REJOIN_TRY_VALUE(found, page(filter, 0, 1));
    return found.isEmpty() ? std::optional<Difference>() : std::optional(std::move(found.first()));
}

Result<QList<Difference>> Session::page(const DifferenceFilter &filter, qint64 afterId, int limit) const
{
    return m_state->reading([&]() -> Result<QList<Difference>> {
        REJOIN_TRY_VALUE(ids, m_state->ids(filter, afterId, limit));
        DecisionTable decisions(*m_state->file);
        QList<Difference> found;
        found.reserve(ids.size());
        for (const qint64 id : ids) {
            REJOIN_TRY_VALUE(difference, m_state->difference(id, decisions));
            if (!difference)
                return fail(m_state->file->damaged(u"difference %1"_s.arg(id)));
            found.append(std::move(*difference));
        }
        return found;
    });
}

Result<QList<qint64>> Session::ids(const DifferenceFilter &filter) const
{
    return m_state->reading([&] { return m_state->ids(filter, 0, std::numeric_limits<int>::max()); });
}

Result<MergeInput> Session::mergeInput(const std::optional<QList<int>> &tables) const
{
    QStringList wanted;
    for (const int table : tables.value_or(QList<int>()))
        wanted.append(QString::number(table));
    const QString which = tables ? u" WHERE table_id IN ("_s + wanted.join(u',') + u')' : u" WHERE true"_s;
    REJOIN_TRY_VALUE(expected, m_state->file->value(u"SELECT sum(found) FROM counts"_s + which));
    std::optional<SecondReader> second;
    if (expected.value_or(0).toLongLong() >= rowsForTwo)
        second.emplace(path());
    return m_state->reading([&]() -> Result<MergeInput> {
        MergeInput input{.alignment = m_state->alignment};
        REJOIN_TRY_VALUE(statuses, m_state->statuses());
        for (const TableStatus &status : statuses)
            input.generators.append(status.generators);
        REJOIN_TRY_VALUE(reservations, reservations());
        REJOIN_TRY_VALUE(series, m_state->list(u"series"_s, decodeSeries));
        input.series = std::move(series);
        input.reserved = reservedBlocks(reservations, m_state->alignment, m_state->header.identities);
        REJOIN_TRY_VALUE(count, m_state->file->value(u"SELECT count(*) FROM differences"_s + which));
        input.differences.resize(count.value_or(0).toLongLong());
        REJOIN_TRY(m_state->readDifferences(which, input.differences, second));
        return input;
    });
}

Result<void> Session::State::readDifferences(const QString &which, std::span<Difference> differences,
                                             std::optional<SecondReader> &second)
{
    const auto read = [this, which](SessionFile &from, const QString &part, const QVariantList &values,
                                    std::span<Difference> into) -> Result<void> {
        DecisionTable decisions(from);
        size_t next = 0;
        REJOIN_TRY(from.each(selectDifference() + which + part + u" ORDER BY table_id, key"_s, values,
                             [&](const QSqlQuery &row) -> Result<void> {
                                 if (next == into.size())
                                     return fail(file->damaged(u"an index"_s));
                                 return readDifference(row, decisions, into[next++]);
                             }));
        return next == into.size() ? Result<void>() : fail(file->damaged(u"an index"_s));
    };
    const qsizetype half = qsizetype(differences.size()) / 2;
    QVariantList middle;
    if (second && half > 0)
        REJOIN_TRY(file->each(u"SELECT table_id, key FROM differences"_s + which +
                                  u" ORDER BY table_id, key LIMIT 1 OFFSET ?"_s,
                              {half}, [&](const QSqlQuery &row) -> Result<void> {
                                  middle = {row.value(0), row.value(1)};
                                  return {};
                              }));
    if (middle.isEmpty())
        return read(*file, {}, {}, differences);
    const auto readBack = [&](SessionFile &from) {
        return read(from, u" AND (table_id, key) >= (?, ?)"_s, middle, differences.subspan(half));
    };
    second->start(readBack);
    const Result<void> front = read(*file, u" AND (table_id, key) < (?, ?)"_s, middle, differences.first(half));
    REJOIN_TRY_VALUE(isBackRead, second->finish());
    REJOIN_TRY(front);
    return isBackRead ? Result<void>() : readBack(*file);
}

} // namespace Rejoin

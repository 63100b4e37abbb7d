#include "diffcore/base/sha256.h"
#include "diffcore/session/sessionjson.h"
#include "diffcore/session/sessionstate.h"

#include <QSet>
#include <QSqlRecord>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString reviewedName(Side target)
{
    return target == Side::A ? u"reviewed script for A"_s : u"reviewed script for B"_s;
}

QVariantList valuesOf(const HistoryEntry &entry)
{
    const QDateTime at = entry.at.isValid() ? entry.at : QDateTime::currentDateTimeUtc();
    return {static_cast<int>(entry.event),
            at.toUTC().toString(Qt::ISODateWithMs),
            notNull(entry.by),
            entry.machine.isEmpty() ? QSysInfo::machineHostName() : entry.machine,
            notNull(entry.target),
            notNull(entry.state),
            notNull(entry.hash),
            entry.rows ? QVariant(*entry.rows) : QVariant(QMetaType::fromType<qlonglong>()),
            notNull(entry.text)};
}

HistoryEntry entryOf(const QSqlQuery &row)
{
    return {.event = HistoryEntry::Event(row.value(0).toInt()),
            .at = QDateTime::fromString(row.value(1).toString(), Qt::ISODateWithMs),
            .by = row.value(2).toString(),
            .machine = row.value(3).toString(),
            .target = row.value(4).toString(),
            .state = row.value(5).toString(),
            .hash = row.value(6).toString(),
            .rows = row.value(7).isNull() ? std::nullopt : std::optional(row.value(7).toLongLong()),
            .text = row.value(8).toString()};
}

/// A length before each part: parts cannot run into each other.
void addPart(Sha256 &hash, const QByteArray &part)
{
    hash.add(QByteArray::number(part.size()) + ':');
    hash.add(part);
}

/// Scripts do not tell when the comparison was.
ComparisonHeader withoutTimes(ComparisonHeader header)
{
    header.startedAt = header.finishedAt = {};
    header.clockDifferenceSeconds.reset();
    return header;
}

/// What scripts are made from; how many rows there are, and what was noticed, is not.
TableStatus scriptInput(const TableStatus &status)
{
    return {.state = status.state, .evidence = status.evidence, .generators = status.generators};
}

} // namespace

QString eventName(HistoryEntry::Event event)
{
    switch (event) {
    case HistoryEntry::Event::Decision: return u"decision"_s;
    case HistoryEntry::Event::Export: return u"export"_s;
    case HistoryEntry::Event::Review: return u"review"_s;
    case HistoryEntry::Event::Rehearse: return u"rehearse"_s;
    case HistoryEntry::Event::Apply: return u"apply"_s;
    case HistoryEntry::Event::Undo: return u"undo"_s;
    case HistoryEntry::Event::Ask: return u"ask"_s;
    case HistoryEntry::Event::Reserve: return u"reserve"_s;
    }
    return {};
}

Result<void> Session::State::append(const HistoryEntry &entry)
{
    REJOIN_TRY(file->run(u"INSERT INTO history (event, at, by, machine, target, state, hash, rows, text) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                         valuesOf(entry)));
    return {};
}

Result<void> Session::State::appendStep(qint64 step, const QString &words, const QString &by)
{
    HistoryEntry entry{.by = by};
    REJOIN_TRY(file->each(u"SELECT text, decided FROM steps WHERE step = ?"_s, {step},
                          [&](const QSqlQuery &row) -> Result<void> {
                              entry.text = words.arg(row.value(0).toString());
                              entry.rows = row.value(1).toLongLong();
                              return {};
                          }));
    return append(entry);
}

Result<void> Session::record(const HistoryEntry &entry)
{
    return m_state->file->transaction(SessionFile::Access::Write, [&] { return m_state->append(entry); });
}

Result<void> Session::recordOnce(const QList<HistoryEntry> &entries)
{
    if (entries.isEmpty())
        return {};
    return m_state->file->transaction(SessionFile::Access::Write, [&]() -> Result<void> {
        for (const HistoryEntry &entry : entries) {
            REJOIN_TRY_VALUE(known, m_state->file->value(u"SELECT 1 FROM history WHERE event = ? AND at = ? AND by = ? "
                                                         "AND machine = ? AND target = ? AND state = ? AND hash = ? "
                                                         "AND rows IS ? AND text = ?"_s,
                                                         valuesOf(entry)));
            if (!known)
                REJOIN_TRY(m_state->append(entry));
        }
        return {};
    });
}

Result<QList<HistoryEntry>> Session::history() const
{
    QList<HistoryEntry> entries;
    REJOIN_TRY(m_state->file->each(u"SELECT event, at, by, machine, target, state, hash, rows, text FROM history "
                                   "ORDER BY at, id"_s,
                                   {}, [&](const QSqlQuery &row) -> Result<void> {
                                       entries.append(entryOf(row));
                                       return {};
                                   }));
    return entries;
}

Result<void> Session::addReview(const Review &review, const PerSide<QByteArray> &merge)
{
    return m_state->writing([&]() -> Result<void> {
        REJOIN_TRY(m_state->file->run(u"INSERT INTO reviews (value) VALUES (?)"_s, {encodeReview(review)}));
        for (const Side side : bothSides) {
            REJOIN_TRY(m_state->setMeta(reviewedName(side), merge[side]));
            if (review.merge[side].isEmpty())
                continue;
            REJOIN_TRY(m_state->append(
                {.event = HistoryEntry::Event::Review,
                 .at = review.at,
                 .by = review.by,
                 .machine = review.machine,
                 .target = review.titles[side],
                 .hash = review.merge[side],
                 .text = u"reviewed by %1; ticket %2; %3"_s.arg(review.reviewer, review.ticket, review.reason)}));
        }
        return {};
    });
}

Result<std::optional<Review>> Session::review() const
{
    REJOIN_TRY_VALUE(bytes, m_state->file->value(u"SELECT value FROM reviews ORDER BY id DESC LIMIT 1"_s));
    if (!bytes)
        return std::nullopt;
    std::optional<Review> review = decodeReview(bytes->toByteArray());
    if (!review)
        return fail(m_state->file->damaged(u"a review"_s));
    return review;
}

Result<QByteArray> Session::reviewedScript(Side target) const
{
    REJOIN_TRY_VALUE(text, m_state->file->value(u"SELECT value FROM meta WHERE name = ?"_s, {reviewedName(target)}));
    return text.value_or(QVariant()).toByteArray();
}

Result<QString> Session::fingerprint() const
{
    return m_state->reading([&]() -> Result<QString> {
        Sha256 hash;
        addPart(hash, encodeHeader(withoutTimes(m_state->header)));
        REJOIN_TRY_VALUE(reserved, m_state->file->value(u"SELECT value FROM meta WHERE name = 'reservations'"_s));
        addPart(hash, reserved.value_or(QVariant()).toByteArray());
        const auto addRow = [&](const QSqlQuery &row) -> Result<void> {
            for (int column = 0; column < row.record().count(); ++column) {
                const QVariant value = row.value(column);
                addPart(hash, value.isNull() ? QByteArray("NULL") : value.toByteArray());
            }
            return {};
        };
        REJOIN_TRY(m_state->file->each(u"SELECT name, shape FROM tables ORDER BY id"_s, {}, addRow));
        REJOIN_TRY_VALUE(statuses, m_state->statuses());
        for (const TableStatus &status : statuses)
            addPart(hash, encodeStatus(scriptInput(status)));
        REJOIN_TRY(m_state->file->each(u"SELECT d.table_id, d.outcome, d.flags, d.resolved, d.key, "
                                       "d.baseline IS NULL, d.baseline, d.a IS NULL, d.a, d.b IS NULL, d.b, made.bytes "
                                       "FROM differences d INDEXED BY by_key "
                                       "CROSS JOIN decisions made ON made.id = d.decision ORDER BY d.table_id, d.key"_s,
                                       {}, addRow));
        return hash.hex();
    });
}

Result<QStringList> Session::deciders() const
{
    return m_state->reading([&]() -> Result<QStringList> {
        QSet<QString> users;
        REJOIN_TRY(m_state->file->each(
            u"SELECT bytes FROM decisions WHERE origin <> 0 AND id IN (SELECT decision FROM differences)"_s, {},
            [&](const QSqlQuery &row) -> Result<void> {
                const auto decision = decodeDecision(row.value(0).toByteArray());
                if (!decision)
                    return fail(m_state->file->damaged(u"a decision"_s));
                users.insert(decision->by);
                return {};
            }));
        QStringList sorted(users.begin(), users.end());
        sorted.sort();
        return sorted;
    });
}

} // namespace Rejoin

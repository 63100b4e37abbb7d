#include "diffcore/evidence/writetimes.h"

#include "diffcore/evidence/timestampcolumn.h"
#include "diffcore/value/valuetime.h"

#include <map>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int pageRows = 1000;

PerSide<std::optional<QDateTime>> timesOf(const Difference &difference, int column)
{
    PerSide<std::optional<QDateTime>> times;
    for (const Side side : bothSides) {
        if (difference.rows[side])
            times[side] = timeOf(difference.rows[side]->at(column));
    }
    return times;
}

/// Whether a side's time is that of a write after the servers parted.
bool isOfItsOwn(const PerSide<std::optional<QDateTime>> &times, Side side, const QDateTime &since)
{
    const auto &own = times[side];
    const auto &rest = times[other(side)];
    if (!own)
        return false;
    if (since.isValid() && *own >= since && own != rest)
        return true;
    return rest && *own > *rest;
}

} // namespace

Result<void> eachWriteTime(const Session &session, const std::function<void(const WriteTime &)> &visit)
{
    const QList<AlignedTable> &tables = session.alignment().tables;
    const QDateTime since = session.header().since;
    for (int table = 0; table < tables.size(); ++table) {
        const int column = TimestampColumn::proposed(tables[table]).value(0, -1);
        if (column < 0)
            continue;
        const DifferenceFilter filter{.table = table, .outcomes = {}, .unresolvedOnly = false, .key = {}};
        for (qint64 after = 0;;) {
            REJOIN_TRY_VALUE(page, session.page(filter, after, pageRows));
            for (const Difference &difference : std::as_const(page)) {
                const auto times = timesOf(difference, column);
                for (const Side side : bothSides) {
                    if (isOfItsOwn(times, side, since))
                        visit({side, *times[side], &difference, tables[table].columns[column].name});
                }
            }
            if (page.size() < pageRows)
                break;
            after = page.last().id;
        }
    }
    return {};
}

Result<Timeline> timelineOf(const Session &session)
{
    std::map<qint64, PerSide<int>> counts; // by minute since 1970
    Timeline timeline;
    const QDateTime since = session.header().since;
    REJOIN_TRY(eachWriteTime(session, [&](const WriteTime &write) {
        const bool isBefore = since.isValid() && write.at < since;
        const bool isFull = counts.size() >= size_t(Timeline::longest);
        const qint64 minute = write.at.toSecsSinceEpoch() / 60;
        if (isBefore || (isFull && !counts.contains(minute))) {
            ++timeline.outside;
            return;
        }
        ++counts[minute][write.side];
        ++timeline.writes;
    }));
    if (counts.empty())
        return timeline;
    const qint64 first = since.isValid() ? since.toSecsSinceEpoch() / 60 : counts.begin()->first;
    timeline.from = QDateTime::fromSecsSinceEpoch(first * 60, QTimeZone::UTC);
    for (const auto &[minute, sides] : counts) {
        if (minute - first >= Timeline::longest) {
            timeline.outside += sides.a + sides.b;
            timeline.writes -= sides.a + sides.b;
            continue;
        }
        timeline.minutes.resize(minute - first + 1);
        timeline.minutes.last() = sides;
    }
    return timeline;
}

QList<Timeline::Span> Timeline::spans(int most) const
{
    QList<Span> spans;
    const int width = int((minutes.size() + most - 1) / std::max(most, 1));
    for (qsizetype start = 0; start < minutes.size(); start += width) {
        Span span{.from = from.addSecs(start * 60), .minutes = width, .writes = {}};
        for (const PerSide<int> &minute : minutes.mid(start, width)) {
            for (const Side side : bothSides)
                span.writes[side] += minute[side];
        }
        if (span.writes.a > 0 || span.writes.b > 0)
            spans.append(span);
    }
    return spans;
}

Result<std::optional<SplitProposal>> firstUnlikeTime(const Session &session)
{
    std::optional<SplitProposal> first;
    REJOIN_TRY(eachWriteTime(session, [&](const WriteTime &write) {
        if (first && first->at <= write.at)
            return;
        const AlignedTable &table = session.alignment().tables[write.difference->table];
        first = {write.at,
                 u"the first row that was written apart: %1 of %2 on %3; the servers parted before"_s.arg(
                     write.column, table.describeKey(write.difference->key), write.side == Side::A ? u"A"_s : u"B"_s)};
    }));
    return first;
}

} // namespace Rejoin

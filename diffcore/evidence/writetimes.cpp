#include "diffcore/evidence/writetimes.h"

#include "diffcore/evidence/timestampcolumn.h"
#include "diffcore/value/valuetime.h"

#include <map>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr int pageRows = 1000;

/// The column that holds a row's time; empty where the server itself noted it.
QString columnOf(const AlignedTable &table, const Difference &difference, Side side)
{
    const int column = TimestampColumn::proposed(table).value(0, -1);
    const auto time = column >= 0 && difference.rows[side] ? timeOf(difference.rows[side]->at(column)) : std::nullopt;
    return time == difference.written[side] ? table.columns[column].name : QString();
}

void visitWrites(const QList<Difference> &differences, const std::function<void(const WriteTime &)> &visit)
{
    for (const Difference &difference : differences) {
        for (const Side side : bothSides) {
            if (difference.written[side].isValid())
                visit({side, difference.written[side], &difference});
        }
    }
}

class TimelineMaker
{
public:
    explicit TimelineMaker(const QDateTime &since)
        : m_since(since)
    {
    }

    void add(const WriteTime &write)
    {
        const bool isBefore = m_since.isValid() && write.at < m_since;
        const bool isFull = m_counts.size() >= size_t(Timeline::longest);
        const qint64 minute = write.at.toSecsSinceEpoch() / 60;
        if (isBefore || (isFull && !m_counts.contains(minute))) {
            ++m_timeline.outside;
            return;
        }
        ++m_counts[minute][write.side];
        ++m_timeline.writes;
    }

    Timeline finish()
    {
        if (m_counts.empty())
            return m_timeline;
        const qint64 first = m_since.isValid() ? m_since.toSecsSinceEpoch() / 60 : m_counts.begin()->first;
        m_timeline.from = QDateTime::fromSecsSinceEpoch(first * 60, QTimeZone::UTC);
        for (const auto &[minute, sides] : m_counts) {
            if (minute - first >= Timeline::longest) {
                m_timeline.outside += sides.a + sides.b;
                m_timeline.writes -= sides.a + sides.b;
                continue;
            }
            m_timeline.minutes.resize(minute - first + 1);
            m_timeline.minutes.last() = sides;
        }
        return m_timeline;
    }

private:
    QDateTime m_since;
    std::map<qint64, PerSide<int>> m_counts; ///< by minute since 1970
    Timeline m_timeline;
};

} // namespace

Result<void> eachWriteTime(const Session &session, const std::function<void(const WriteTime &)> &visit)
{
    for (qint64 after = 0;;) {
        REJOIN_TRY_VALUE(page, session.page({}, after, pageRows));
        visitWrites(page, visit);
        if (page.size() < pageRows)
            return {};
        after = page.last().id;
    }
}

Result<Timeline> timelineOf(const Session &session)
{
    TimelineMaker maker(session.header().since);
    REJOIN_TRY(eachWriteTime(session, [&](const WriteTime &write) { maker.add(write); }));
    return maker.finish();
}

Timeline timelineOf(const QList<Difference> &differences, const QDateTime &since)
{
    TimelineMaker maker(since);
    visitWrites(differences, [&](const WriteTime &write) { maker.add(write); });
    return maker.finish();
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

QString timeSpanText(const TimeSpan &span)
{
    const bool isOneDay = span.from.date() == span.until.addMSecs(-1).date();
    const QString format = isOneDay ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s;
    return u"%1 to %2 UTC"_s.arg(span.from.toUTC().toString(format), span.until.toUTC().toString(format));
}

Result<std::optional<SplitProposal>> firstUnlikeTime(const Session &session)
{
    std::optional<SplitProposal> first;
    REJOIN_TRY(eachWriteTime(session, [&](const WriteTime &write) {
        if (first && first->at <= write.at)
            return;
        const AlignedTable &table = session.alignment().tables[write.difference->table];
        const QString column = columnOf(table, *write.difference, write.side);
        first = {write.at, u"the first row that was written apart: %1 of %2 on %3; the servers parted before"_s.arg(
                               column.isEmpty() ? u"the commit"_s : column, table.describeKey(write.difference->key),
                               write.side == Side::A ? u"A"_s : u"B"_s)};
    }));
    return first;
}

} // namespace Rejoin

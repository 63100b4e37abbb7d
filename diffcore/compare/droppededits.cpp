#include "diffcore/compare/droppededits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

static constexpr qsizetype namedRows = 3;

DroppedEdits::DroppedEdits(const AlignedTable &table, Evidence &evidence, PerSide<RowFetcher *> from, int pageRows)
    : m_table(table)
    , m_evidence(evidence)
    , m_from(from)
    , m_pageRows(std::max(1, pageRows))
{
    Q_ASSERT(!table.isKeyless());
}

Result<QStringList> DroppedEdits::findings(const CancelToken &cancel)
{
    QStringList findings;
    for (const Side side : bothSides) {
        QList<Edited> edited = dropped(side);
        if (edited.isEmpty())
            continue;
        REJOIN_TRY(read(side, edited, cancel));
        for (const Edited &column : std::as_const(edited)) {
            if (column.rows > 0)
                findings.append(text(side, column));
        }
    }
    return findings;
}

/// Columns of a side that the other side has no more.
QList<DroppedEdits::Edited> DroppedEdits::dropped(Side side) const
{
    QList<Edited> edited;
    for (int i = 0; i < m_table.columns.size(); ++i) {
        const AlignedColumn &column = m_table.columns[i];
        const bool isDropped = column.in[side] && column.in.baseline && !column.in[other(side)];
        const bool isIgnored = column.equality.rule == Equality::Rule::Ignored;
        if (isDropped && !isIgnored && column.in[side]->source == ValueSource::Written)
            edited.append({.column = i, .first = {}});
    }
    return edited;
}

Result<void> DroppedEdits::read(Side side, QList<Edited> &edited, const CancelToken &cancel)
{
    KeyRange range;
    for (;;) {
        if (cancel.isCancelled())
            return fail(ErrorCode::Cancelled, u"cancelled"_s);
        REJOIN_TRY_VALUE(page, m_from[side]->page(range, m_pageRows));
        QList<RowKey> keys;
        QList<PerSide<std::optional<Row>>> rows(page.size());
        for (qsizetype i = 0; i < page.size(); ++i) {
            keys.append(m_table.keyOf(page[i]));
            rows[i][side] = page[i];
        }
        REJOIN_TRY_VALUE(knowledge, m_evidence.ask(keys, rows));
        if (std::ranges::none_of(knowledge, &Knowledge::baselineKnown))
            return {};
        count(page, knowledge, edited);
        if (page.size() < m_pageRows)
            return {};
        range.after = keys.last().values;
    }
}

void DroppedEdits::count(const QList<Row> &rows, const QList<Knowledge> &knowledge, QList<Edited> &edited) const
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!knowledge[i].row)
            continue;
        for (Edited &each : edited) {
            const Value &old = knowledge[i].row->at(each.column);
            if (old.isAbsent() || equal(old, rows[i][each.column], m_table.columns[each.column].equality))
                continue;
            ++each.rows;
            if (each.first.size() < namedRows)
                each.first.append(m_table.describeKey(m_table.keyOf(rows[i])));
        }
    }
}

QString DroppedEdits::text(Side side, const Edited &edited) const
{
    const QString here = side == Side::A ? u"A"_s : u"B"_s;
    const QString there = side == Side::A ? u"B"_s : u"A"_s;
    const QString more = edited.rows > edited.first.size() ? u", …"_s : QString();
    return u"%1 of %2 changed in %3, which was dropped on %4, so that %4 does not get it: %5%6"_s.arg(
        edited.rows == 1 ? u"1 row"_s : u"%1 rows"_s.arg(edited.rows), here, m_table.columns[edited.column].name, there,
        edited.first.join(u"; "_s), more);
}

} // namespace Rejoin

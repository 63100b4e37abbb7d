#include "diffcore/compare/orderedread.h"

#include "diffcore/compare/atonce.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

QString sideName(Side side)
{
    return side == Side::A ? u"A"_s : u"B"_s;
}

} // namespace

OrderedRead::OrderedRead(PerSide<RowFetcher *> from, const AlignedTable &table, std::optional<qint64> newAbove,
                         int pageRows, const KeyRange &range)
    : m_from(from)
    , m_table(table)
    , m_newAbove(newAbove)
    , m_pageRows(std::max(1, pageRows))
    , m_generatedKey(table.generatedKeyColumn())
    , m_pairs(from, table)
    , m_left(range)
{
    Q_ASSERT(!table.isKeyless());
}

Result<QList<Candidate>> OrderedRead::next()
{
    while (!m_atEnd) {
        REJOIN_TRY_VALUE(piece, nextPiece());
        for (const Side side : bothSides)
            m_seen[side] += piece[side].rows.size();
        REJOIN_TRY_VALUE(candidates, compared(piece));
        if (m_atEnd && !m_table.isKeyPromised())
            REJOIN_TRY(proveCounts());
        if (!candidates.isEmpty())
            return candidates;
    }
    return QList<Candidate>();
}

PerSide<std::optional<qint64>> OrderedRead::rowsSeen() const
{
    return {m_seen.a, m_seen.b};
}

Result<OrderedRead::Page> OrderedRead::readPage(Side side, const KeyRange &range)
{
    REJOIN_TRY_VALUE(rows, m_from[side]->page(range, m_pageRows));
    Page page{.rows = std::move(rows)};
    page.keys.reserve(page.rows.size());
    for (const Row &row : std::as_const(page.rows)) {
        page.keys.append(m_table.keyOf(row));
        if (!std::ranges::all_of(page.keys.last().values, &Value::isPresent))
            return fail(
                ErrorCode::Unsupported,
                u"a row on %1 has no value in its key: %2"_s.arg(sideName(side), m_table.describeKey(page.keys.last())),
                u"Choose a key whose columns are never NULL"_s);
    }
    return page;
}

/// Takes away a side's rows behind a key: they are cut off where the page has it, and else read again.
Result<void> OrderedRead::cutAt(Side side, const RowKey &last, Page &page)
{
    if (page.keys.isEmpty())
        return {};
    const qsizetype place = page.keys.lastIndexOf(last);
    if (place >= 0) {
        page.rows.resize(place + 1);
        page.keys.resize(place + 1);
        return {};
    }
    REJOIN_TRY_VALUE(shorter, readPage(side, {m_left.after, last.values}));
    page = std::move(shorter);
    return {};
}

/// The next rows of both sides, through one key that the piece ends at.
Result<PerSide<OrderedRead::Page>> OrderedRead::nextPiece()
{
    REJOIN_TRY_VALUE(piece, atOnce<Page>([&](Side side) { return readPage(side, m_left); }));
    const auto isFull = [&](Side side) { return piece[side].rows.size() == m_pageRows; };
    m_atEnd = !isFull(Side::A) && !isFull(Side::B);
    if (m_atEnd)
        return piece;
    // where a page is full, both end at its last key
    std::optional<QList<Value>> end;
    if (isFull(Side::A)) {
        end = piece.a.keys.last().values;
        REJOIN_TRY(cutAt(Side::B, piece.a.keys.last(), piece.b));
    }
    if (isFull(Side::B)) {
        end = piece.b.keys.last().values;
        REJOIN_TRY(cutAt(Side::A, piece.b.keys.last(), piece.a));
    }
    m_left.after = end;
    return piece;
}

Result<QList<Candidate>> OrderedRead::compared(const PerSide<Page> &piece)
{
    REJOIN_TRY_VALUE(placesInA, places(Side::A, piece.a.keys));
    REJOIN_TRY_VALUE(placesInB, places(Side::B, piece.b.keys));
    QList<Candidate> candidates;
    const auto propose = [&](const RowKey &key, std::optional<Row> a, std::optional<Row> b) {
        candidates.append({key, PerSide<std::optional<Row>>{std::move(a), std::move(b)}});
    };
    for (qsizetype i = 0; i < piece.a.rows.size(); ++i) {
        const auto place = placesInB.constFind(piece.a.keys[i]);
        if (place == placesInB.constEnd())
            propose(piece.a.keys[i], piece.a.rows[i], std::nullopt);
        else if (isProposed(piece.a.rows[i], piece.b.rows[*place]))
            propose(piece.a.keys[i], piece.a.rows[i], piece.b.rows[*place]);
    }
    for (qsizetype i = 0; i < piece.b.rows.size(); ++i) {
        if (!placesInA.contains(piece.b.keys[i]))
            propose(piece.b.keys[i], std::nullopt, piece.b.rows[i]);
    }
    return candidates;
}

Result<QHash<RowKey, qsizetype>> OrderedRead::places(Side side, const QList<RowKey> &keys) const
{
    QHash<RowKey, qsizetype> places;
    places.reserve(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (places.contains(keys[i]))
            return fail(ErrorCode::Unsupported,
                        u"two rows on %1 have one key: %2"_s.arg(sideName(side), m_table.describeKey(keys[i])),
                        u"Choose a key that tells the rows apart"_s);
        places.insert(keys[i], i);
    }
    return places;
}

bool OrderedRead::isProposed(const Row &a, const Row &b)
{
    if (m_pairs.differ(a, b))
        return true;
    const std::optional<qint64> number =
        m_newAbove && m_generatedKey >= 0 ? a[m_generatedKey].toInteger() : std::nullopt;
    return number && *number > *m_newAbove;
}

/// Rows without a key, or that share one, fall between the pieces: then the pieces hold fewer rows than the table.
Result<void> OrderedRead::proveCounts()
{
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(count, m_from[side]->countRows());
        if (count != m_seen[side])
            return fail(ErrorCode::Unsupported,
                        u"%1 of %2 rows on %3 have no key of their own (NULL, or a key that another row has)"_s
                            .arg(count - m_seen[side])
                            .arg(count)
                            .arg(sideName(side)),
                        u"Choose a key that tells the rows apart"_s);
    }
    return {};
}

} // namespace Rejoin

#include "diffcore/compare/rowfetcher.h"

#include "diffcore/schema/columnfit.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

/// Servers limit how long a statement may be and how many terms it may have.
static constexpr qsizetype tuplesAStatement = 500;

RowFetcher::RowFetcher(Connection &connection, const AlignedTable &table, Version version, CancelToken cancel)
    : m_connection(connection)
    , m_table(table)
    , m_version(version)
    , m_cancel(std::move(cancel))
    , m_columns(table.columnsOf(version))
{
    Q_ASSERT(table.in[version]);
}

Result<QList<Row>> RowFetcher::page(const KeyRange &range, int limit)
{
    return rows(m_connection.dialect().selectPage(filtered(m_table.keyColumns), range, limit), m_columns);
}

Result<QList<Row>> RowFetcher::pageWritten(const WrittenSince &since, const KeyRange &range, int limit)
{
    Selection what = selection(m_table.keyColumns);
    what.writtenSince = since;
    return rows(m_connection.dialect().selectPage(what, range, limit), m_columns);
}

Result<QList<Row>> RowFetcher::matching(const QList<int> &columns, const QList<QList<Value>> &tuples)
{
    return matching(selection(columns), tuples, m_columns);
}

Result<QList<Row>> RowFetcher::matching(const Selection &what, const QList<QList<Value>> &tuples,
                                        const QList<int> &columns)
{
    QList<Row> found;
    for (qsizetype from = 0; from < tuples.size(); from += tuplesAStatement) {
        const QString sql = m_connection.dialect().selectMatching(what, tuples.mid(from, tuplesAStatement));
        REJOIN_TRY_VALUE(some, rows(sql, columns));
        found.append(some);
    }
    return found;
}

static QList<QList<Value>> tuplesOf(const QList<RowKey> &keys)
{
    QList<QList<Value>> tuples;
    tuples.reserve(keys.size());
    for (const RowKey &key : keys)
        tuples.append(key.values);
    return tuples;
}

Result<QList<Row>> RowFetcher::withKeys(const QList<RowKey> &keys)
{
    return matching(m_table.keyColumns, tuplesOf(keys));
}

Result<QList<RowKey>> RowFetcher::letThrough(const QList<RowKey> &keys)
{
    Selection what = keySelection(std::nullopt);
    what.condition = condition();
    REJOIN_TRY_VALUE(found, matching(what, tuplesOf(keys), m_table.keyColumns));
    return keysOf(found);
}

Result<QList<Row>> RowFetcher::withKeysAsOf(const QDateTime &moment, const QList<RowKey> &keys)
{
    Selection what = selection(m_table.keyColumns);
    what.versions = {.which = RowVersions::Which::AsOf, .moment = moment, .start = {}, .end = {}};
    return matching(what, tuplesOf(keys), m_columns);
}

Result<QList<RowKey>> RowFetcher::keysTouched(const RowVersions &since, const KeyRange &range, int limit)
{
    REJOIN_TRY_VALUE(found,
                     rows(m_connection.dialect().selectPage(keySelection(since), range, limit), m_table.keyColumns));
    return keysOf(found);
}

Result<QList<RowKey>> RowFetcher::touchedOf(const RowVersions &since, const QList<RowKey> &keys)
{
    REJOIN_TRY_VALUE(found, matching(keySelection(since), tuplesOf(keys), m_table.keyColumns));
    return keysOf(found);
}

QList<RowKey> RowFetcher::keysOf(const QList<Row> &rows) const
{
    QList<RowKey> keys;
    for (const Row &row : rows)
        keys.append(m_table.keyOf(row));
    return keys;
}

Result<void> RowFetcher::each(const RowVisitor &visit)
{
    return read(m_connection.dialect().selectAll(filtered({})), m_columns, visit);
}

Result<qint64> RowFetcher::countEqual(const Row &row)
{
    QList<QPair<QString, Value>> values;
    for (const int column : m_columns) {
        const AlignedColumn &aligned = m_table.columns[column];
        const Column &here = *aligned.in[m_version];
        if (aligned.compared)
            values.append({here.name, aligned.isRetyped() ? asColumnHolds(row[column], here) : row[column]});
    }
    return number(m_connection.dialect().countEqual(shape(), values));
}

Result<qint64> RowFetcher::countRows()
{
    return number(m_connection.dialect().countRows(shape(), condition()));
}

Result<RowFetcher::RowCount> RowFetcher::estimateRows()
{
    const QString estimate = m_connection.dialect().selectRowEstimate(shape());
    if (!estimate.isEmpty()) {
        const Result<TextRows> answer = m_connection.query(estimate);
        if (!answer)
            return fail(placed(answer.error()));
        const bool hasCell = answer->size() == 1 && answer->first().size() == 1 && answer->first().first();
        const qint64 rows = hasCell ? answer->first().first()->toLongLong() : 0;
        if (rows > 0)
            return RowCount{rows, false};
    }
    REJOIN_TRY_VALUE(rows, countRows());
    return RowCount{rows, true};
}

Result<std::optional<NumberSpan>> RowFetcher::span(int column)
{
    const Column &own = *m_table.columns[column].in[m_version];
    const Result<TextRows> answer = m_connection.query(m_connection.dialect().selectSpan(shape(), own.name));
    if (!answer)
        return fail(placed(answer.error()));
    if (answer->size() != 1 || answer->first().size() != 2 || !answer->first()[0] || !answer->first()[1])
        return std::nullopt;
    bool isLowest = false;
    bool isHighest = false;
    const NumberSpan span{answer->first()[0]->toLongLong(&isLowest), answer->first()[1]->toLongLong(&isHighest)};
    return isLowest && isHighest ? std::optional(span) : std::nullopt;
}

/// A 64-bit integer, with or without sign.
static quint64 bitsOf(const std::optional<QByteArrayView> &cell)
{
    if (!cell)
        return 0;
    return cell->startsWith('-') ? static_cast<quint64>(cell->toLongLong()) : cell->toULongLong();
}

Summing RowFetcher::summing(const QList<int> &columns, const Segmenting &segmenting) const
{
    return {.table = &shape(),
            .columns = names(columns),
            .keyColumns = names(m_table.keyColumns),
            .condition = condition(),
            .segmenting = segmenting,
            .within = std::nullopt};
}

Result<QHash<qint64, SegmentSum>> RowFetcher::sums(const QList<int> &columns, const Segmenting &segmenting,
                                                   const std::optional<NumberSpan> &within)
{
    Summing what = summing(columns, segmenting);
    what.within = within;
    return sumsOf(what);
}

Result<QHash<qint64, SegmentSum>> RowFetcher::sumsOf(const Summing &what)
{
    const QString query = m_connection.dialect().selectSums(what);
    // a server that is treated gently shall not put several processes to it
    const Dialect::WholeQuery whole =
        m_pace ? Dialect::WholeQuery{{}, query, {}} : m_connection.dialect().wholeQuery(query);
    for (const QString &statement : whole.before)
        REJOIN_TRY(run(statement));
    QHash<qint64, SegmentSum> sums;
    REJOIN_TRY(readCells(whole.query, [&](const BlockReader &reader, int row) -> Result<void> {
        const qint64 segment = static_cast<qint64>(bitsOf(reader.cell(row, 0)));
        sums.insert(segment,
                    {.rows = static_cast<qint64>(bitsOf(reader.cell(row, 1))), .sum = bitsOf(reader.cell(row, 2))});
        return {};
    }));
    for (const QString &statement : whole.after)
        REJOIN_TRY(run(statement));
    return sums;
}

Result<void> RowFetcher::run(const QString &statement)
{
    auto done = m_connection.execute(statement);
    return done ? Result<void>() : fail(placed(std::move(done).error()));
}

Result<std::optional<QList<Value>>> RowFetcher::lastOf(const KeyRange &range, int limit)
{
    Selection what = keySelection(std::nullopt);
    what.condition = condition();
    qint64 keys = 0;
    Row last;
    REJOIN_TRY(read(m_connection.dialect().selectPage(what, range, limit), m_table.keyColumns,
                    [&](const Row &row) -> Result<void> {
                        ++keys;
                        last = row;
                        return {};
                    }));
    return keys == limit ? std::optional(m_table.keyOf(last).values) : std::nullopt;
}

Result<QHash<qint64, SegmentSum>> RowFetcher::sumsByPieces(const QList<int> &columns, const Segmenting &segmenting,
                                                           int pieceRows)
{
    Summing what = summing(columns, segmenting);
    QHash<qint64, SegmentSum> all;
    do {
        REJOIN_TRY_VALUE(last, lastOf({what.range.after, std::nullopt}, pieceRows));
        what.range.through = last;
        REJOIN_TRY_VALUE(some, sumsOf(what));
        for (const auto [segment, sum] : some.asKeyValueRange()) {
            const auto known = all.find(segment);
            if (known == all.end())
                all.insert(segment, {sum.rows, m_connection.dialect().addedSums(0, sum.sum)});
            else
                *known = {known->rows + sum.rows, m_connection.dialect().addedSums(known->sum, sum.sum)};
        }
        what.range.after = last;
    } while (what.range.through);
    return all;
}

RowKey RowFetcher::keyIn(const BlockReader &reader, int row) const
{
    RowKey key;
    for (int i = 0; i < m_table.keyColumns.size(); ++i) {
        const Column &column = *m_table.columns[m_table.keyColumns[i]].in[m_version];
        key.values.append(m_connection.dialect().decode(column, reader.cell(row, i)));
    }
    return key;
}

Result<QHash<RowKey, quint64>> RowFetcher::rowSums(const QList<int> &columns, const Segmenting &segmenting,
                                                   const QList<qint64> &segments)
{
    const QString sql = m_connection.dialect().selectRowSums(summing(columns, segmenting), segments);
    const int hash = static_cast<int>(m_table.keyColumns.size());
    QHash<RowKey, quint64> sums;
    REJOIN_TRY(readCells(sql, [&](const BlockReader &reader, int row) -> Result<void> {
        sums.insert(keyIn(reader, row), bitsOf(reader.cell(row, hash)));
        return {};
    }));
    return sums;
}

Result<QList<RowKey>> RowFetcher::unlike(const RowFetcher &other, const QList<int> &columns, const QString &neighbour,
                                         Joining::Looking looking, const KeyRange &range, int limit)
{
    const auto side = [&](const RowFetcher &fetcher) {
        Selection what = fetcher.selection(m_table.keyColumns);
        what.columns = fetcher.names(columns);
        return what;
    };
    const Joining what{.here = side(*this),
                       .there = side(other),
                       .database = neighbour,
                       .looking = looking,
                       .range = range,
                       .limit = limit};
    QList<RowKey> keys;
    REJOIN_TRY(
        readCells(m_connection.dialect().selectUnlike(what), [&](const BlockReader &reader, int row) -> Result<void> {
            keys.append(keyIn(reader, row));
            return {};
        }));
    return keys;
}

QStringList RowFetcher::names(const QList<int> &columns) const
{
    QStringList names;
    for (const int column : columns)
        names.append(m_table.columns[column].in[m_version]->name);
    return names;
}

Selection RowFetcher::selection(const QList<int> &keyColumns) const
{
    return {.table = &shape(), .columns = names(m_columns), .keyColumns = names(keyColumns)};
}

Selection RowFetcher::filtered(const QList<int> &keyColumns) const
{
    Selection what = selection(keyColumns);
    what.condition = condition();
    return what;
}

QString RowFetcher::condition() const
{
    switch (m_version) {
    case Version::Baseline: return {};
    case Version::A: return m_table.filters.a;
    case Version::B: return m_table.filters.b;
    }
    Q_UNREACHABLE_RETURN({});
}

Selection RowFetcher::keySelection(const std::optional<RowVersions> &versions) const
{
    const QStringList key = names(m_table.keyColumns);
    return {.table = &shape(), .columns = key, .keyColumns = key, .versions = versions};
}

Result<QList<Row>> RowFetcher::rows(const QString &sql, const QList<int> &columns)
{
    QList<Row> found;
    REJOIN_TRY(read(sql, columns, [&](const Row &row) -> Result<void> {
        found.append(row);
        return {};
    }));
    return found;
}

Result<void> RowFetcher::read(const QString &sql, const QList<int> &columns, const RowVisitor &visit)
{
    return readCells(sql, [&](const BlockReader &reader, int row) { return visit(decoded(reader, row, columns)); });
}

Result<void> RowFetcher::readCells(const QString &sql,
                                   const std::function<Result<void>(const BlockReader &, int row)> &visit)
{
    if (m_pace)
        REJOIN_TRY(m_pace->begin());
    auto reader = m_connection.read(sql, m_cancel);
    if (!reader)
        return fail(placed(std::move(reader).error()));
    while (true) {
        const Result<bool> more = (*reader)->next();
        if (!more)
            return fail(placed(more.error()));
        if (!*more)
            break;
        for (int row = 0; row < (*reader)->rowCount(); ++row)
            REJOIN_TRY(visit(**reader, row));
    }
    if (m_pace)
        m_pace->end();
    return {};
}

Row RowFetcher::decoded(const BlockReader &reader, int row, const QList<int> &columns) const
{
    Row values(m_table.columns.size());
    for (int i = 0; i < columns.size(); ++i) {
        const Column &column = *m_table.columns[columns[i]].in[m_version];
        values[columns[i]] = m_connection.dialect().decode(column, reader.cell(row, i));
    }
    return values;
}

Result<qint64> RowFetcher::number(const QString &sql)
{
    const Result<TextRows> answer = m_connection.query(sql);
    if (!answer)
        return fail(placed(answer.error()));
    bool isNumber = false;
    const bool hasCell = answer->size() == 1 && answer->first().size() == 1 && answer->first().first();
    const qint64 count = hasCell ? answer->first().first()->toLongLong(&isNumber) : 0;
    if (!isNumber)
        return fail(placed({.code = ErrorCode::Bug, .message = u"a count gave no number"_s}));
    return count;
}

Error RowFetcher::placed(Error error) const
{
    if (error.server.isEmpty())
        error.server = m_connection.label();
    if (error.table.isEmpty())
        error.table = m_table.name.display();
    return error;
}

} // namespace Rejoin

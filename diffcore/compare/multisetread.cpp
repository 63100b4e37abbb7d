#include "diffcore/compare/multisetread.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryFile>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Rejoin {

QList<RowCopy> unsharedCopies(const PerSide<qint64> &copies, std::optional<qint64> baseline)
{
    QList<RowCopy> unshared;
    if (copies.a == copies.b)
        return unshared;
    const qint64 both = std::min(copies.a, copies.b);
    const qint64 old = baseline.value_or(both);
    // what the baseline had and one side still has
    const qint64 lastKept = std::min(old, std::max(copies.a, copies.b));
    for (qint64 ordinal = std::min(old, both) + 1; ordinal <= lastKept; ++ordinal)
        unshared.append({ordinal, {.baseline = true, .a = ordinal <= copies.a, .b = ordinal <= copies.b}});
    qint64 ordinal = old;
    for (const Side side : bothSides) {
        for (qint64 added = copies[side] - old; added > 0; --added)
            unshared.append({++ordinal, {.baseline = false, .a = side == Side::A, .b = side == Side::B}});
    }
    return unshared;
}

struct MultisetRead::State
{
    PerSide<RowFetcher *> from;
    const AlignedTable &table;
    QTemporaryFile file;
    QString connection = QUuid::createUuid().toString();
    QSqlDatabase database;
    std::unique_ptr<QSqlQuery> unlike;
    PerSide<qint64> seen;

    State(PerSide<RowFetcher *> fetchers, const AlignedTable &aligned)
        : from(fetchers)
        , table(aligned)
    {
    }

    ~State()
    {
        unlike.reset();
        database = {};
        if (QSqlDatabase::contains(connection))
            QSqlDatabase::removeDatabase(connection);
    }

    [[nodiscard]] std::unexpected<Error> failed(const QSqlError &error) const
    {
        return fail({.code = ErrorCode::CannotWrite,
                     .message = u"the temporary file %1 cannot be used"_s.arg(file.fileName()),
                     .advice = u"Make room in the folder for temporary files"_s,
                     .driverText = error.text()});
    }

    Result<void> run(const QString &sql)
    {
        QSqlQuery query(database);
        if (!query.exec(sql))
            return failed(query.lastError());
        return {};
    }

    Result<void> open()
    {
        if (!file.open())
            return fail(ErrorCode::CannotWrite, u"a temporary file cannot be made: %1"_s.arg(file.errorString()),
                        u"Make room in the folder for temporary files"_s);
        database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(file.fileName());
        if (!database.open())
            return failed(database.lastError());
        REJOIN_TRY(run(u"PRAGMA journal_mode = OFF"_s));
        REJOIN_TRY(run(u"PRAGMA synchronous = OFF"_s));
        return run(u"CREATE TABLE counted (row BLOB PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, "
                   "row_a BLOB, row_b BLOB) WITHOUT ROWID"_s);
    }

    /// Numbers of all equal rows in place of those that the filters let through.
    Result<void> countHidden(CountedRow &counted) const
    {
        const std::optional<Row> &known = counted.rows.a ? counted.rows.a : counted.rows.b;
        for (const Side side : bothSides) {
            if (table.filters[side].isEmpty())
                continue;
            REJOIN_TRY_VALUE(copies, from[side]->countEqual(*known));
            counted.copies[side] = copies;
            if (copies > 0 && !counted.rows[side])
                counted.rows[side] = known;
        }
        return {};
    }

    [[nodiscard]] QByteArray comparedBytes(const Row &row) const
    {
        RowKey key = table.keyOf(row);
        key.values.removeLast(); // the ordinal
        return encodeKey(key);
    }
};

MultisetRead::MultisetRead(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

MultisetRead::~MultisetRead() = default;

Result<std::unique_ptr<MultisetRead>> MultisetRead::make(PerSide<RowFetcher *> from, const AlignedTable &table)
{
    Q_ASSERT(table.isKeyless());
    auto state = std::make_unique<State>(from, table);
    REJOIN_TRY(state->open());
    return std::unique_ptr<MultisetRead>(new MultisetRead(std::move(state)));
}

Result<void> MultisetRead::read(Side side)
{
    const QString name = side == Side::A ? u"a"_s : u"b"_s;
    QSqlQuery count(m_state->database);
    count.prepare(u"INSERT INTO counted (row, a, b, row_%1) VALUES (?, ?, ?, ?) ON CONFLICT (row) DO UPDATE "
                  "SET %1 = %1 + 1, row_%1 = coalesce(row_%1, excluded.row_%1)"_s.arg(name));
    REJOIN_TRY(m_state->run(u"BEGIN"_s));
    REJOIN_TRY(m_state->from[side]->each([&](const Row &row) -> Result<void> {
        count.bindValue(0, m_state->comparedBytes(row));
        count.bindValue(1, side == Side::A ? 1 : 0);
        count.bindValue(2, side == Side::B ? 1 : 0);
        count.bindValue(3, encodeRow(row));
        ++m_state->seen[side];
        if (!count.exec())
            return m_state->failed(count.lastError());
        return {};
    }));
    return m_state->run(u"COMMIT"_s);
}

static std::optional<Row> storedRow(const QVariant &cell)
{
    return cell.isNull() ? std::nullopt : decodeRow(cell.toByteArray());
}

Result<QList<CountedRow>> MultisetRead::next(int limit)
{
    if (!m_state->unlike) {
        m_state->unlike = std::make_unique<QSqlQuery>(m_state->database);
        m_state->unlike->setForwardOnly(true);
        if (!m_state->unlike->exec(u"SELECT a, b, row_a, row_b FROM counted WHERE a <> b ORDER BY row"_s))
            return m_state->failed(m_state->unlike->lastError());
    }
    QList<CountedRow> counted;
    while (counted.size() < limit && m_state->unlike->next()) {
        const QSqlQuery &query = *m_state->unlike;
        CountedRow row{.rows = {storedRow(query.value(2)), storedRow(query.value(3))},
                       .copies = {query.value(0).toLongLong(), query.value(1).toLongLong()}};
        REJOIN_TRY(m_state->countHidden(row));
        if (row.copies.a != row.copies.b)
            counted.append(std::move(row));
    }
    return counted;
}

PerSide<std::optional<qint64>> MultisetRead::rowsSeen() const
{
    return {m_state->seen.a, m_state->seen.b};
}

} // namespace Rejoin

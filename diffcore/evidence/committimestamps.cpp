#include "diffcore/evidence/committimestamps.h"

#include "diffcore/evidence/means.h"
#include "diffcore/value/valuetime.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype tuplesAStatement = 500;

QString textOf(std::optional<QByteArrayView> cell)
{
    return cell ? QString::fromUtf8(*cell) : QString();
}

} // namespace

Result<void> CommitTimestamps::prove(Connection &connection, const SplitTime &split)
{
    const QString query = connection.dialect().selectCommitTimesKept();
    if (query.isEmpty())
        return fail(ErrorCode::Unsupported,
                    u"%1 keeps no commit timestamps"_s.arg(engineName(connection.server().engine)));
    const Result<TextRows> rows = connection.query(query);
    if (!rows)
        return fail(ErrorCode::Unsupported,
                    u"the server does not tell its commit timestamps: %1"_s.arg(describe(rows.error())));
    const QString oldest = rows->isEmpty() || !rows->first().value(0) ? QString() : textOf(*rows->first().first());
    if (oldest.isEmpty())
        return fail(ErrorCode::Unsupported,
                    u"%1 does not keep commit timestamps (track_commit_timestamp)"_s.arg(connection.label()));
    const auto since = timeOf(Value::text(oldest));
    if (!since || *since >= split.earliest())
        return fail(ErrorCode::Unsupported,
                    u"%1 keeps commit timestamps since %2 only, after the split"_s.arg(connection.label(), oldest));
    return {};
}

CommitTimestamps::CommitTimestamps(PerSide<Connection *> servers, const AlignedTable &table, const SplitTime &split,
                                   CancelToken cancel)
    : TouchedEvidence(table, split)
    , m_servers(servers)
    , m_cancel(std::move(cancel))
{
}

QString CommitTimestamps::name() const
{
    return meansName(Means::CommitTimestamps);
}

QString CommitTimestamps::limits() const
{
    return u"Commit timestamps tell who inserted or updated a row; not who deleted one, and no old values."_s;
}

/// Cells: the key's columns, the time, and whether the row is older than all times that the server keeps.
Result<void> CommitTimestamps::readSome(Side side, const QList<QList<Value>> &tuples, QHash<RowKey, Touch> &found)
{
    const Table &shape = *m_table.in[side];
    QStringList names;
    for (const int column : m_table.keyColumns)
        names.append(m_table.columns[column].in[side]->name);
    Connection &server = *m_servers[side];
    const QString query =
        server.dialect().selectCommitTimes({.table = &shape, .columns = names, .keyColumns = names}, tuples);
    REJOIN_TRY_VALUE(reader, server.read(query, m_cancel));
    const int timeCell = int(names.size());
    for (;;) {
        REJOIN_TRY_VALUE(more, reader->next());
        if (!more)
            return {};
        for (int row = 0; row < reader->rowCount(); ++row) {
            RowKey key;
            for (int i = 0; i < timeCell; ++i)
                key.values.append(server.dialect().decode(*shape.column(names[i]), reader->cell(row, i)));
            const QString time = textOf(reader->cell(row, timeCell));
            const bool isOlder = textOf(reader->cell(row, timeCell + 1)) == "1"_L1;
            const auto at = timeOf(Value::text(time));
            found.insert(key,
                         {isOlder && time.isEmpty() ? Change::None : m_split.changeAt(at), at.value_or(QDateTime())});
        }
    }
}

Result<QList<Touch>> CommitTimestamps::changesOf(Side side, const QList<RowKey> &keys,
                                                 const QList<PerSide<std::optional<Row>>> &rows)
{
    QList<QList<Value>> tuples;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (rows[i][side])
            tuples.append(keys[i].values);
    }
    QHash<RowKey, Touch> found;
    for (qsizetype from = 0; from < tuples.size(); from += tuplesAStatement)
        REJOIN_TRY(readSome(side, tuples.mid(from, tuplesAStatement), found));
    QList<Touch> changes;
    changes.reserve(keys.size());
    for (const RowKey &key : keys)
        changes.append(found.value(key));
    return changes;
}

WrittenSince CommitTimestamps::writtenSince(Side) const
{
    return {.column = {}, .zone = {}, .since = m_split.earliest()};
}

} // namespace Rejoin

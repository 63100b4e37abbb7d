#include "diffcore/evidence/listedchanges.h"

#include "diffcore/evidence/means.h"

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

constexpr qsizetype tuplesAStatement = 500;

/// Asks the servers themselves.
class ServerLists final : public ChangeReader
{
public:
    ServerLists(PerSide<Connection *> servers, const AlignedTable &table, PerSide<ChangeList> lists,
                const CancelToken &cancel)
        : m_servers(servers)
        , m_table(table)
        , m_lists(std::move(lists))
        , m_cancel(cancel)
        , m_fetchers{RowFetcher(*servers.a, table, Version::A, cancel),
                     RowFetcher(*servers.b, table, Version::B, cancel)}
    {
    }

    Result<QList<RowKey>> page(Side side, const std::optional<QList<Value>> &after, int limit) override
    {
        return m_fetchers[side].keysTouched(versions(side), {after, std::nullopt}, limit);
    }

    Result<QSet<RowKey>> among(Side side, const QList<RowKey> &keys) override
    {
        REJOIN_TRY_VALUE(found, m_fetchers[side].touchedOf(versions(side), keys));
        return QSet<RowKey>(found.begin(), found.end());
    }

    Result<QHash<RowKey, QChar>> letters(Side side, const QList<RowKey> &keys) override
    {
        QHash<RowKey, QChar> found;
        for (qsizetype from = 0; from < keys.size(); from += tuplesAStatement)
            REJOIN_TRY(readSome(side, keys.mid(from, tuplesAStatement), found));
        return found;
    }

private:
    RowVersions versions(Side side) const
    {
        return {.which = RowVersions::Which::Listed, .list = m_lists[side].source};
    }

    /// Cells: the key's columns, and the letter.
    Result<void> readSome(Side side, const QList<RowKey> &keys, QHash<RowKey, QChar> &found)
    {
        const Table &shape = *m_table.in[side];
        Selection what{.table = &shape, .columns = {}, .keyColumns = {}, .versions = versions(side)};
        for (const int column : m_table.keyColumns)
            what.keyColumns += m_table.columns[column].in[side]->name;
        what.columns = what.keyColumns + QStringList{ChangeList::letterColumn};
        QList<QList<Value>> tuples;
        for (const RowKey &key : keys)
            tuples.append(key.values);
        const Dialect &dialect = m_servers[side]->dialect();
        REJOIN_TRY_VALUE(reader, m_servers[side]->read(dialect.selectMatching(what, tuples), m_cancel));
        const int letterCell = int(what.keyColumns.size());
        for (;;) {
            REJOIN_TRY_VALUE(more, reader->next());
            if (!more)
                return {};
            for (int row = 0; row < reader->rowCount(); ++row) {
                RowKey key;
                for (int i = 0; i < letterCell; ++i)
                    key.values += dialect.decode(*shape.column(what.keyColumns[i]), reader->cell(row, i));
                const auto letter = reader->cell(row, letterCell);
                found.insert(key, letter && !letter->isEmpty() ? QChar::fromLatin1(letter->front()) : QChar());
            }
        }
    }

    PerSide<Connection *> m_servers;
    const AlignedTable &m_table;
    PerSide<ChangeList> m_lists;
    CancelToken m_cancel;
    PerSide<RowFetcher> m_fetchers;
};

QString behindText(const PerSide<ChangeList> &lists)
{
    QStringList untils;
    for (const Side side : bothSides) {
        if (lists[side].until.isValid())
            untils += u"%1's until %2 UTC"_s.arg(side == Side::A ? u"A"_s : u"B"_s, momentText(lists[side].until));
    }
    return untils.isEmpty() ? QString()
                            : u" Changes are captured %1: what was written after that counts as untouched."_s.arg(
                                  untils.join(u", "_s));
}

Means meansOf(Watch watch)
{
    switch (watch) {
    case Watch::ChangeTracking: return Means::ChangeTracking;
    case Watch::ChangeDataCapture: return Means::ChangeCapture;
    case Watch::RowVersion: return Means::RowVersion;
    }
    Q_UNREACHABLE_RETURN(Means::None);
}

} // namespace

/// A list that knows of deletes knows, too, of what it does not hold: that nobody touched it.
Change listedChange(Watch watch, QChar letter, bool isThere)
{
    switch (letter.unicode()) {
    case u'I': return isThere ? Change::Inserted : Change::None;
    case u'U':
    case u'D': return isThere ? Change::Updated : Change::Deleted;
    case u'T': return isThere ? Change::Touched : Change::Unknown;
    default: break;
    }
    return watch == Watch::RowVersion && !isThere ? Change::Unknown : Change::None;
}

ListedChanges::ListedChanges(std::unique_ptr<ChangeReader> reader, const AlignedTable &table, Watch watch,
                             QString behind)
    : m_reader(std::move(reader))
    , m_table(table)
    , m_watch(watch)
    , m_behind(std::move(behind))
{
}

Result<std::unique_ptr<ListedChanges>> ListedChanges::make(PerSide<Connection *> servers, const AlignedTable &table,
                                                           Watch watch, const PerSide<QString> &points,
                                                           const QDateTime &moment, const CancelToken &cancel)
{
    if (table.isKeyless())
        return fail(ErrorCode::Unsupported, u"the table has no key"_s);
    if (watch == Watch::ChangeDataCapture && !moment.isValid())
        return fail(ErrorCode::Unsupported, u"it is not given since when the servers are apart"_s);
    PerSide<ChangeList> lists;
    for (const Side side : bothSides) {
        QStringList key;
        for (const int column : table.keyColumns)
            key += table.columns[column].in[side]->name;
        Connection &server = *servers[side];
        const auto list =
            server.dialect().past().readChangeList(server, *table.in[side], key, watch, points[side], moment);
        if (!list)
            return fail(ErrorCode::Unsupported,
                        list.error().code == ErrorCode::Unsupported ? list.error().message : describe(list.error()));
        lists[side] = *list;
    }
    return std::make_unique<ListedChanges>(std::make_unique<ServerLists>(servers, table, lists, cancel), table, watch,
                                           behindText(lists));
}

QString ListedChanges::name() const
{
    return meansName(meansOf(m_watch));
}

QString ListedChanges::limits() const
{
    switch (m_watch) {
    case Watch::ChangeTracking:
        return u"Change tracking tells who inserted, updated or deleted a row, and no old values; a row that was "
               "deleted and entered again counts as inserted."_s;
    case Watch::ChangeDataCapture:
        return u"Change data capture tells who inserted, updated or deleted a row, and no old values."_s + m_behind;
    case Watch::RowVersion:
        return u"A row version tells who inserted or updated a row; not who deleted one, and no old values."_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Result<QList<Knowledge>> ListedChanges::ask(const QList<RowKey> &keys, const QList<PerSide<std::optional<Row>>> &rows)
{
    QList<Knowledge> answers(keys.size());
    for (const Side side : bothSides) {
        REJOIN_TRY_VALUE(letters, m_reader->letters(side, keys));
        for (qsizetype i = 0; i < keys.size(); ++i)
            answers[i].changes[side] = listedChange(m_watch, letters.value(keys[i]), rows[i][side].has_value());
    }
    return answers;
}

std::unique_ptr<KeySource> ListedChanges::changes(PerSide<RowFetcher *> from, int pageRows)
{
    return std::make_unique<ListedKeys>(*m_reader, m_table, from, pageRows);
}

QString ListedChanges::unlisted() const
{
    switch (m_watch) {
    case Watch::ChangeTracking:
    case Watch::ChangeDataCapture: return u"those that differed before"_s;
    case Watch::RowVersion: break;
    }
    return Evidence::unlisted();
}

} // namespace Rejoin

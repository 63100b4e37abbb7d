#include "diffcore/evidence/checkpointwriter.h"

#include "diffcore/compare/multisetread.h"
#include "diffcore/compare/readtransactions.h"
#include "diffcore/compare/serverclock.h"
#include "diffcore/dialect/past.h"
#include "diffcore/evidence/checkpointpart.h"
#include "diffcore/session/alignmentjson.h"

#include <QFileInfo>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Rejoin {

namespace {

using CheckpointFormat::Entry;

constexpr qsizetype blockRows = 1000;
constexpr qsizetype blockBytes = 1'000'000;

/// Writes the tables of one server into a part file.
class TableWriter
{
public:
    TableWriter(Connection &server, CheckpointPart &part, const CheckpointOptions &options, const CancelToken &cancel,
                const Progress &progress)
        : m_server(server)
        , m_part(part)
        , m_options(options)
        , m_cancel(cancel)
        , m_progress(progress)
    {
    }

    Result<void> writeAll()
    {
        const QList<AlignedTable> &tables = m_part.header().tables.tables;
        for (const AlignedTable &table : tables) {
            RowFetcher fetcher(m_server, table, Version::A, m_cancel);
            REJOIN_TRY_VALUE(rows, fetcher.countRows());
            m_total += rows;
        }
        for (int table = 0; table < tables.size(); ++table) {
            if (m_part.table(table).isComplete)
                m_done += m_part.table(table).rows;
            else
                REJOIN_TRY(write(table));
        }
        return {};
    }

private:
    Result<void> write(int table)
    {
        const AlignedTable &shape = m_part.header().tables.tables[table];
        RowFetcher fetcher(m_server, shape, Version::A, m_cancel);
        m_table = table;
        const Result<void> written = shape.isKeyless() ? writeKeyless(fetcher, shape) : writeKeyed(fetcher, shape);
        if (written || written.error().code == ErrorCode::Cancelled)
            REJOIN_TRY(flush());
        REJOIN_TRY(written);
        CheckpointTable end{.isComplete = true, .rows = m_part.table(table).rows, .generator = {}};
        if (const int column = shape.generatedKeyColumn(); column >= 0) {
            const QString name = shape.columns[column].in.a->name;
            REJOIN_TRY_VALUE(generator, m_server.dialect().readGenerator(m_server, *shape.in.a, name));
            end.generator = generator;
        }
        return m_part.endTable(table, end);
    }

    Result<void> writeKeyed(RowFetcher &fetcher, const AlignedTable &shape)
    {
        KeyRange range{.after = m_part.resumeAfter(m_table), .through = {}};
        m_done += m_part.table(m_table).rows;
        for (;;) {
            REJOIN_TRY(goOn(shape));
            REJOIN_TRY_VALUE(rows, fetcher.page(range, m_options.pageRows));
            for (const Row &row : std::as_const(rows)) {
                const RowKey key = shape.keyOf(row);
                if (!std::ranges::all_of(key.values, &Value::isPresent))
                    return fail(ErrorCode::Unsupported,
                                u"a row has no value in its key: %1"_s.arg(shape.describeKey(key)),
                                u"Choose a key whose columns are never NULL, or exclude the table"_s);
                const bool keepsValues = m_options.content == CheckpointContent::Values;
                REJOIN_TRY(add(
                    {.key = encodeKey(key), .payload = keepsValues ? encodeRow(row) : CheckpointFormat::hashOf(row)}));
            }
            if (rows.size() < m_options.pageRows)
                return {};
            range.after = shape.keyOf(rows.last()).values;
        }
    }

    /// Equal rows are counted first; each stands once, with its number.
    Result<void> writeKeyless(RowFetcher &fetcher, const AlignedTable &shape)
    {
        REJOIN_TRY(goOn(shape));
        REJOIN_TRY_VALUE(counting, MultisetRead::make({&fetcher, &fetcher}, shape));
        REJOIN_TRY(counting->read(Side::A));
        for (;;) {
            REJOIN_TRY(goOn(shape));
            REJOIN_TRY_VALUE(counted, counting->next(m_options.pageRows));
            if (counted.isEmpty())
                return {};
            for (const CountedRow &row : std::as_const(counted)) {
                RowKey key = shape.keyOf(*row.rows.a);
                key.values.removeLast(); // the ordinal
                const bool keepsValues = m_options.content == CheckpointContent::Values;
                QByteArray copies(sizeof(qint64), '\0');
                qToBigEndian<qint64>(row.copies.a, copies.data());
                REJOIN_TRY(add(
                    {.key = keepsValues ? encodeKey(key) : CheckpointFormat::hashOf(key.values), .payload = copies}));
            }
        }
    }

    Result<void> goOn(const AlignedTable &shape)
    {
        if (m_cancel.isCancelled())
            return fail(ErrorCode::Cancelled, u"cancelled; the next run goes on where this one stopped, if the server "
                                              "proves that nobody wrote until then"_s);
        if (m_progress)
            m_progress({u"recording %1"_s.arg(shape.name.display()), m_done, m_total});
        return {};
    }

    Result<void> add(Entry entry)
    {
        const qsizetype bytes = entry.key.size() + entry.payload.size();
        if (bytes > m_options.largestEntry)
            return fail(ErrorCode::Unsupported,
                        u"a row of %1 is larger than a checkpoint keeps (%2 MB)"_s.arg(
                            m_part.header().tables.tables[m_table].name.display(),
                            QString::number(m_options.largestEntry / (1024 * 1024))),
                        u"Take the checkpoint with --hashes-only, or exclude the table"_s);
        m_bytes += bytes;
        m_entries.append(std::move(entry));
        ++m_done;
        return m_entries.size() >= blockRows || m_bytes >= blockBytes ? flush() : Result<void>();
    }

    Result<void> flush()
    {
        if (!m_entries.isEmpty())
            REJOIN_TRY(m_part.addBlock(m_table, m_entries));
        m_entries.clear();
        m_bytes = 0;
        return {};
    }

    Connection &m_server;
    CheckpointPart &m_part;
    const CheckpointOptions &m_options;
    CancelToken m_cancel;
    const Progress &m_progress;
    int m_table = -1;
    QList<Entry> m_entries;
    qsizetype m_bytes = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

/// The project's scope as far as it is about tables that this server has: others may be on the other server alone.
AlignmentOptions scopeOf(const Project &project, const Catalog &catalog)
{
    const auto isUnused = [&](const QString &glob) {
        return std::ranges::none_of(catalog.tables, [&](const Table &table) { return matchesGlob(glob, table.name); });
    };
    AlignmentOptions scope = project.scope;
    scope.renamed.clear(); // one server is read, and nothing compared
    scope.equality.clear();
    scope.relations.clear();
    scope.filters = {}; // a row that they let through later must be told from one that was not there
    scope.exclude.removeIf(isUnused);
    if (!std::ranges::all_of(scope.include, isUnused))
        scope.include.removeIf(isUnused);
    for (QHash<QString, QStringList> *option : {&scope.keys, &scope.ignored, &scope.notWritten})
        option->removeIf([&](const auto &entry) { return isUnused(entry.key()); });
    return scope;
}

/// The scope's tables of one server, each aligned with itself. Those that cannot be read go to `leftOut`.
Result<Alignment> tablesOf(Connection &server, const Project &project, const CancelToken &cancel, QStringList &leftOut)
{
    REJOIN_TRY_VALUE(catalog, server.dialect().readCatalog(server, cancel));
    catalog.engine = server.server().engine;
    REJOIN_TRY_VALUE(alignment, align(catalog, catalog, nullptr, scopeOf(project, catalog)));
    for (const AlignedTable &table : std::as_const(alignment.tables)) {
        if (!table.whyNotCompared.isEmpty())
            leftOut.append(table.name.display() + u": "_s + table.whyNotCompared);
    }
    Alignment kept;
    for (const AlignedTable &table : std::as_const(alignment.tables)) {
        if (table.whyNotCompared.isEmpty())
            kept.tables.append(table);
    }
    return kept;
}

} // namespace

Result<TakenCheckpoint> takeCheckpoint(Connection &server, const Project &project, Side side, const QString &path,
                                       const CheckpointOptions &options, const CancelToken &cancel,
                                       const Progress &progress)
{
    TakenCheckpoint taken{.path = path, .takenAt = {}, .points = {}, .leftOut = {}};
    ReadTransactions transaction({&server});
    REJOIN_TRY(transaction.begin());
    CheckpointHeader header{.title = project.title(side),
                            .server = server.server(),
                            .takenAt = {},
                            .split = project.since,
                            .content = options.content,
                            .position = server.dialect().past().readWritePosition(server),
                            .tables = {}};
    const auto clock = askClock(server);
    header.takenAt = clock ? clock->now : QDateTime::currentDateTimeUtc();
    taken.points = pointsOf(server);
    REJOIN_TRY_VALUE(tables, tablesOf(server, project, cancel, taken.leftOut));
    header.tables = tables;
    REJOIN_TRY_VALUE(part, CheckpointPart::open(path, header));
    taken.resumedRows = part->rows();
    REJOIN_TRY(TableWriter(server, *part, options, cancel, progress).writeAll());
    taken.takenAt = part->header().takenAt;
    taken.tables = tables.tables.size();
    taken.rows = part->rows();
    REJOIN_TRY(part->finish());
    taken.bytes = QFileInfo(path).size();
    return taken;
}

} // namespace Rejoin

#include "tests/bench/testbed.h"

#include "tests/bench/tabletext.h"

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

Testbed::Testbed(BenchOptions options, std::function<void(const QString &)> note)
    : m_options(std::move(options))
    , m_note(std::move(note))
    , m_folder(QDir::tempPath() + u"/rejoin-bench-XXXXXX"_s)
    , m_cache(m_options.cacheFolder)
    , m_program(m_options.rejoin, m_folder.path())
{
    if (m_options.memoryRows == 0)
        m_options.memoryRows = m_options.rows;
}

Result<BenchDatabases *> Testbed::databases(Engine engine, const ShopData &data)
{
    std::unique_ptr<BenchDatabases> &databases = m_databases[engine];
    if (!databases) {
        note(u"%1: starting"_s.arg(engineName(engine)));
        REJOIN_TRY_VALUE(started, BenchDatabases::start(engine, m_cache, m_folder.path()));
        databases = std::move(started);
    }
    note(u"%1: loading %2"_s.arg(engineName(engine), nameOf(data)));
    REJOIN_TRY(databases->provide(data));
    return databases.get();
}

Result<QList<Samples>> Testbed::alternate(const QList<Contestant> &contestants) const
{
    return runInAlternation(contestants, m_options.rounds, [this](int round, const Samples &samples) {
        note(u"  %1/%2  %3: %4"_s.arg(QString::number(round), QString::number(m_options.rounds), samples.what,
                                      sampleText(samples.figures.last(), samples.unit)));
    });
}

Result<QString> Testbed::makeProject(const BenchDatabases &databases, const ShopData &data,
                                     const QStringList &more) const
{
    const PerSide<ConnectionString> servers{databases.connection(data, Side::A), databases.connection(data, Side::B)};
    return m_program.makeProject(nameOf(data), servers, more);
}

ProgramCall Testbed::reading(const BenchDatabases &databases, const ShopData &data, Side side) const
{
    return {.program = m_options.reader,
            .arguments = {u"--read"_s, databases.connection(data, side).saved(), readingAll(data)},
            .errors = path(u"reader-errors.txt"_s)};
}

} // namespace Rejoin::Bench

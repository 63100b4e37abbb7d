#pragma once

#include "tests/bench/benchdatabases.h"
#include "tests/bench/figure.h"
#include "tests/bench/rejoinprogram.h"

#include <QTemporaryDir>
#include <functional>
#include <map>
#include <memory>

namespace Rejoin::Bench {

struct BenchOptions
{
    int rounds = 5;
    qint64 rows = 2'000'000;     ///< a side
    qint64 memoryRows = 0;       ///< of the larger pair whose memory is measured; 0 = as `rows`
    qint64 operations = 100'000; ///< of the script
    QList<QString> only;         ///< names of rows; empty = all
    QList<Engine> engines{Engine::PostgreSql, Engine::MariaDb, Engine::Sqlite};
    QString rejoin; ///< the program that is measured
    QString reader; ///< the program that understands `--read` (readBare)
    QString cacheFolder;
    QString windowBench;                  ///< the program that measures the window; empty: built without one
    qint64 windowDifferences = 1'000'000; ///< of the session that it opens
};

/// What the rows of the table share: options, data, servers and the program, and a place for files. Servers are started
/// when they are first asked for and end with it.
class Testbed
{
public:
    /// `note` is told what is going on, a line at a time.
    Testbed(BenchOptions options, std::function<void(const QString &)> note);

    [[nodiscard]] const BenchOptions &options() const { return m_options; }
    [[nodiscard]] const RejoinProgram &program() const { return m_program; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void note(const QString &text) const { m_note(text); }

    /// The pair of an engine with this data in it. Lives as long as the bench.
    [[nodiscard]] Result<BenchDatabases *> databases(Engine engine, const ShopData &data);
    [[nodiscard]] Result<QList<Samples>> alternate(const QList<Contestant> &contestants) const;

    /// A project of the pair, with nothing compared yet.
    [[nodiscard]] Result<QString> makeProject(const BenchDatabases &databases, const ShopData &data,
                                              const QStringList &more = {}) const;
    /// The bare block reader over a side in the order of its key, in a process of its own.
    [[nodiscard]] ProgramCall reading(const BenchDatabases &databases, const ShopData &data, Side side) const;

private:
    BenchOptions m_options;
    std::function<void(const QString &)> m_note;
    QTemporaryDir m_folder;
    DataCache m_cache;
    RejoinProgram m_program;
    std::map<Engine, std::unique_ptr<BenchDatabases>> m_databases;
};

} // namespace Rejoin::Bench

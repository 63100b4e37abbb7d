#include "tests/bench/benchrows.h"
#include "tests/bench/tabletext.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

const QString fullComparison = u"full comparison"_s;
const QString checksums = u"both servers' checksum queries side by side"_s;

/// Another way to the same differences, or a part of the work that no way can do without.
struct Beside
{
    Contestant contestant;
    std::optional<Bound> bound;
};

/// One full comparison of one pair, and what is measured beside it.
class FullComparison
{
public:
    FullComparison(const Testbed &bench, const BenchDatabases &databases, const ShopData &data)
        : m_bench(bench)
        , m_databases(databases)
        , m_data(data)
    {
    }

    [[nodiscard]] Result<QList<Figure>> measure()
    {
        REJOIN_TRY_VALUE(project, m_bench.makeProject(m_databases, m_data));
        QList<Contestant> contestants{{fullComparison, [&] { return compare(project); }}};
        const QList<Beside> all = besides();
        for (const Beside &beside : all)
            contestants += beside.contestant;
        REJOIN_TRY_VALUE(samples, m_bench.alternate(contestants));
        QList<Figure> figures;
        for (qsizetype i = 0; i < all.size(); ++i) {
            Figure figure = ratioOf(samples.first(), samples.at(i + 1));
            figure.measure = titleFor(m_databases.engine(), fullComparison);
            figure.bound = all.at(i).bound;
            figure.counts = m_counts;
            figures += figure;
        }
        return figures;
    }

private:
    [[nodiscard]] Result<double> compare(const QString &project)
    {
        m_bench.program().forgetSession(project);
        REJOIN_TRY_VALUE(done, m_bench.program().run({u"compare"_s, project, u"--fresh"_s}, comparedExits()));
        count(u"differences found"_s, differencesIn(done.json));
        return done.run.seconds;
    }

    /// The last figure stays, unless an earlier one was wrong.
    void count(const QString &what, qint64 found)
    {
        const Count counted{what, found, differencesIn(m_data)};
        for (Count &known : m_counts) {
            if (known.what != what)
                continue;
            if (known.found == known.expected)
                known = counted;
            return;
        }
        m_counts += counted;
    }

    [[nodiscard]] QList<Beside> besides()
    {
        const Contestant readers{u"both sides read by the bare block reader"_s, [this] {
                                     return runSideBySide({m_bench.reading(m_databases, m_data, Side::A),
                                                           m_bench.reading(m_databases, m_data, Side::B)});
                                 }};
        const Contestant sums{checksums, [this] { return bothClients(checksumOfAll(m_databases.engine())); }};
        switch (m_databases.engine()) {
        case Engine::PostgreSql:
            return {{sums, Bound{.value = 1.3}},
                    {{u"both sides copied out of the server"_s, [this] { return bothClients(copying()); }}, {}},
                    {readers, {}}};
        case Engine::MariaDb:
        case Engine::MySql:
            return {{{u"pt-table-sync --print"_s, [this] { return peer(ptTableSync()); }}, Bound{.value = 0.25}},
                    {sums, {}},
                    {readers, {}}};
        case Engine::Sqlite:
            return {{{u"sqldiff"_s, [this] { return peer(sqldiff()); }}, Bound{.value = 1.0}}, {readers, {}}};
        case Engine::SqlServer: break;
        }
        return {};
    }

    [[nodiscard]] QString copying() const { return u"\\copy (%1) TO '/dev/null'\n"_s.arg(readingAll(m_data)); }

    [[nodiscard]] Result<double> bothClients(const QString &script) const
    {
        REJOIN_TRY_VALUE(file, m_databases.scriptFile(u"beside.sql"_s, script));
        return runSideBySide({m_databases.client(m_data, Side::A, file), m_databases.client(m_data, Side::B, file)});
    }

    [[nodiscard]] ProgramCall ptTableSync() const
    {
        QStringList arguments{u"--print"_s, u"--no-version-check"_s, u"--no-check-slave"_s, u"--charset=utf8"_s};
        for (const Side side : bothSides) {
            const ConnectionString where = m_databases.connection(m_data, side);
            arguments += u"h=127.0.0.1,P=%1,u=%2,D=%3,t=orders"_s.arg(where.value(u"Port"_s), where.value(u"User"_s),
                                                                      where.value(u"Database"_s));
        }
        return withFiles({.program = u"pt-table-sync"_s, .arguments = arguments});
    }

    [[nodiscard]] ProgramCall sqldiff() const
    {
        return withFiles(
            {.program = u"sqldiff"_s,
             .arguments = {u"--table"_s, tableOf(m_data), m_databases.connection(m_data, Side::A).value(u"Database"_s),
                           m_databases.connection(m_data, Side::B).value(u"Database"_s)}});
    }

    [[nodiscard]] ProgramCall withFiles(ProgramCall call) const
    {
        call.output = m_bench.path(u"peer-output.sql"_s);
        call.errors = m_bench.path(u"peer-errors.txt"_s);
        return call;
    }

    /// It prints one statement a difference, each on a line.
    [[nodiscard]] Result<double> peer(const ProgramCall &call)
    {
        REJOIN_TRY_VALUE(run, runMeasured(call));
        const bool tellsByExit = call.program == "pt-table-sync"_L1; // 2: the tables differ
        REJOIN_TRY(requireExit(run, call, tellsByExit ? QList{0, 2} : QList{0}));
        QFile output(call.output);
        qint64 lines = 0;
        if (output.open(QIODevice::ReadOnly)) {
            while (!output.atEnd())
                lines += output.readLine().trimmed().isEmpty() ? 0 : 1;
        }
        count(u"statements of %1"_s.arg(call.program), lines);
        return run.seconds;
    }

    const Testbed &m_bench;
    const BenchDatabases &m_databases;
    const ShopData &m_data;
    QList<Count> m_counts;
};

} // namespace

QList<Figure> measureFull(Testbed &bench)
{
    const ShopData data{Content::Diverged, bench.options().rows};
    return forEachEngine(bench, u"full"_s, fullComparison, [&](Engine engine) -> Result<QList<Figure>> {
        REJOIN_TRY_VALUE(databases, bench.databases(engine, data));
        return FullComparison(bench, *databases, data).measure();
    });
}

} // namespace Rejoin::Bench

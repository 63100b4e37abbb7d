#include "tests/bench/benchrows.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Rejoin::Bench {

namespace {

const QString writing = u"script written"_s;

Result<void> copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(file);
        if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !QFile::copy(file, target))
            return fail(ErrorCode::CannotWrite, u"%1 cannot be copied"_s.arg(file));
    }
    return {};
}

/// B is brought to A's rows by one script, which Rejoin and the engine's own client apply in turn.
class ScriptOfOperations
{
public:
    ScriptOfOperations(const Testbed &bench, BenchDatabases &databases, const ShopData &data)
        : m_bench(bench)
        , m_databases(databases)
        , m_data(data)
        , m_bundle(bench.path(u"bundle"_s))
    {
    }

    [[nodiscard]] Result<QList<Figure>> measure()
    {
        REJOIN_TRY_VALUE(project, m_bench.makeProject(m_databases, m_data));
        m_project = project;
        REJOIN_TRY_VALUE(found, compare());
        const RejoinProgram &program = m_bench.program();
        REJOIN_TRY(program.run({u"resolve"_s, m_project, u"--table"_s, u"orders"_s, u"--take"_s, u"a"_s}, {0, 1}));
        REJOIN_TRY_VALUE(written, m_bench.alternate({{writing, [this] { return write(); }}}));
        REJOIN_TRY_VALUE(applied, m_bench.alternate({{u"applied by Rejoin"_s, [this] { return applyByRejoin(); }},
                                                     {u"the same script through the engine's own client"_s,
                                                      [this] { return applyByClient(); }}}));
        REJOIN_TRY_VALUE(left, compare());
        const QList<Count> counts{{u"differences found"_s, found, differencesIn(m_data)},
                                  {u"operations in the script"_s, m_operations, differencesIn(m_data)},
                                  {u"differences left after it"_s, left, 0}};
        return QList{writingFigure(written.first(), counts), applyingFigure(applied, counts)};
    }

private:
    [[nodiscard]] Result<qint64> compare() const
    {
        REJOIN_TRY_VALUE(done, m_bench.program().run({u"compare"_s, m_project}, comparedExits()));
        return differencesIn(done.json);
    }

    [[nodiscard]] Result<double> write()
    {
        QDir(m_bundle).removeRecursively();
        REJOIN_TRY_VALUE(
            done, m_bench.program().run({u"script"_s, m_project, u"--target"_s, u"b"_s, u"--out"_s, m_bundle}, {0}));
        const QJsonObject target = done.json.value("targets"_L1).toArray().first().toObject();
        m_hash = target.value("merge"_L1).toString();
        m_operations = 0;
        const QJsonObject operations = target.value("counts"_L1).toObject();
        for (const QJsonValue &number : operations)
            m_operations += number.toInteger();
        return done.run.seconds;
    }

    /// A bundle remembers that it was applied, so each run has a copy that was not.
    [[nodiscard]] Result<double> applyByRejoin() const
    {
        REJOIN_TRY(m_databases.restore(m_data, Side::B));
        const QString copy = m_bundle + u"-copy"_s;
        REJOIN_TRY(copyFolder(m_bundle, copy));
        REJOIN_TRY_VALUE(done, m_bench.program().run({u"apply"_s, copy, u"--approve"_s, m_hash}, {0}));
        return done.run.seconds;
    }

    [[nodiscard]] Result<double> applyByClient() const
    {
        REJOIN_TRY(m_databases.restore(m_data, Side::B));
        const ProgramCall call = m_databases.client(m_data, Side::B, m_bundle + u"/b/merge.sql"_s);
        REJOIN_TRY_VALUE(run, runMeasured(call));
        REJOIN_TRY(requireExit(run, call, {0}));
        return run.seconds;
    }

    [[nodiscard]] Figure writingFigure(const Samples &written, const QList<Count> &counts) const
    {
        return {.measure =
                    titleFor(m_databases.engine(), u"script of %1 operations written"_s.arg(grouped(m_data.rows))),
                .of = u"the whole bundle"_s,
                .unit = Unit::Seconds,
                .reached = written.middle(),
                .bound = Bound{.value = 2},
                .samples = {written},
                .counts = counts};
    }

    [[nodiscard]] Figure applyingFigure(const QList<Samples> &applied, const QList<Count> &counts) const
    {
        Figure figure = ratioOf(applied.first(), applied.last());
        figure.measure = titleFor(m_databases.engine(), u"script of %1 operations applied"_s.arg(grouped(m_data.rows)));
        figure.bound = Bound{.value = 1.2};
        figure.counts = counts;
        return figure;
    }

    const Testbed &m_bench;
    BenchDatabases &m_databases;
    const ShopData &m_data;
    QString m_bundle;
    QString m_project;
    QString m_hash;
    qint64 m_operations = 0;
};

} // namespace

QList<Figure> measureScript(Testbed &bench)
{
    const ShopData data{Content::Operations, bench.options().operations};
    return forEachEngine(bench, u"script"_s, writing, [&](Engine engine) -> Result<QList<Figure>> {
        REJOIN_TRY_VALUE(databases, bench.databases(engine, data));
        return ScriptOfOperations(bench, *databases, data).measure();
    });
}

} // namespace Rejoin::Bench

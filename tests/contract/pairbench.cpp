#include "tests/contract/pairbench.h"

#include "diffcore/script/bundle.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <ranges>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

const PerVersion<QString> databases{u"pair_base"_s, u"pair_a"_s, u"pair_b"_s};

} // namespace

QString PairBench::databaseOf(Version version)
{
    return databases[version];
}

PairBench::PairBench(ContractEngine &engine)
    : m_engine(engine)
{
}

void PairBench::startEngine()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(m_engine.title() + u": "_s + started.error().message));
    VERIFY_OK(started);
}

void PairBench::beginCase()
{
    for (const Version version : allVersions)
        VERIFY_OK(m_engine.emptyDatabase(databases[version]));
    ++m_case;
    m_project = m_folder.filePath(u"pair%1.rejoin"_s.arg(m_case));
    m_bundle = m_folder.filePath(u"bundle%1"_s.arg(m_case));
}

void PairBench::run(Version version, const QStringList &statements)
{
    const auto connection =
        must(Connection::open(m_engine.connection(databases[version]), {.label = u"pair"_s, .readOnly = false}));
    const QHash<QString, QString> words = m_engine.words();
    for (QString statement : statements) {
        for (auto word = words.begin(); word != words.end(); ++word)
            statement.replace(u'{' + word.key() + u'}', word.value());
        must(connection->execute(m_engine.spoken(statement)));
    }
}

void PairBench::runEverywhere(const QStringList &statements)
{
    for (const Version version : allVersions)
        run(version, statements);
}

QString PairBench::dump(Side side) const
{
    QStringList lines = m_engine.dump(databases[side]).split(u'\n');
    lines.sort();
    return lines.join(u'\n');
}

QByteArrayList PairBench::ask(Side side, const QString &query) const
{
    const auto connection = must(Connection::open(m_engine.connection(databases[side]), {.label = u"pair"_s}));
    QByteArrayList cells;
    for (const auto &row : must(connection->query(query)))
        cells += row.first().value_or("NULL");
    return cells;
}

QStringList PairBench::rows(Side side, const QString &query) const
{
    const auto connection = must(Connection::open(m_engine.connection(databases[side]), {.label = u"pair"_s}));
    QStringList rows;
    for (const auto &row : must(connection->query(query))) {
        QStringList cells;
        for (const auto &cell : row)
            cells += QString::fromUtf8(cell.value_or("NULL"));
        rows += cells.join(u' ');
    }
    return rows;
}

bool PairBench::lacks(const QString &ability) const
{
    const QHash<QString, QString> lacking = m_engine.lacks();
    if (lacking.contains(ability))
        QTest::qSkip(qPrintable(u"%1 has no %2: %3"_s.arg(m_engine.title(), ability, lacking.value(ability))), __FILE__,
                     __LINE__);
    return lacking.contains(ability);
}

QString PairBench::expect(int exit, const QStringList &arguments)
{
    const CommandRun ran = rejoin(arguments);
    if (ran.exit != exit)
        QTest::qFail((arguments.join(u' ').toUtf8() + '\n' + text(ran)).constData(), __FILE__, __LINE__);
    return ran.out;
}

void PairBench::makeProject(const QStringList &options)
{
    const auto where = [this](Version version) { return m_engine.connection(databases[version]).saved(); };
    expect(0, QStringList{u"init"_s, m_project, u"--a"_s, where(Version::A), u"--b"_s, where(Version::B),
                          u"--baseline"_s, where(Version::Baseline)} +
                  options);
}

void PairBench::makeBundle(const QStringList &options)
{
    makeProject(options);
    const CommandRun compared = rejoin({u"compare"_s, m_project});
    if (compared.exit == 2)
        expect(1, {u"resolve"_s, m_project, u"--accept-suggestions"_s});
    else if (compared.exit != 1)
        QTest::qFail(text(compared).constData(), __FILE__, __LINE__);
    expect(0, {u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
}

void PairBench::applyBoth()
{
    for (const BundleTarget &target : must(openBundle(m_bundle)).targets)
        expect(0, {u"apply"_s, m_bundle, u"--approve"_s, target.mergeHash});
    expect(0, {u"verify"_s, m_project, u"--full"_s});
}

void PairBench::thereAndBackAndThere()
{
    const PerSide<QString> before{dump(Side::A), dump(Side::B)};
    applyBoth();
    const QList<BundleTarget> targets = must(openBundle(m_bundle)).targets;
    for (const BundleTarget &target : std::views::reverse(targets))
        expect(0, {u"undo"_s, m_bundle, u"--approve"_s, target.undoHash});
    for (const Side side : bothSides)
        QCOMPARE(dump(side), before[side]);
    applyBoth();
}

} // namespace Rejoin::Testing

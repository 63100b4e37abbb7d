#include "tests/contract/killsuite.h"

#include "app/cli/demostory.h"
#include "diffcore/script/bundle.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

constexpr int kills = 10;
constexpr int orders = 1000;
constexpr qint64 notKilled = 600'000; // ms

int numberOf(const char *variable, int otherwise)
{
    bool given = false;
    const int number = qEnvironmentVariableIntValue(variable, &given);
    return given ? number : otherwise;
}

} // namespace

KillSuite::KillSuite(ContractEngine &engine, QString program)
    : m_engine(engine)
    , m_program(std::move(program))
{
}

void KillSuite::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(m_engine.title() + u": "_s + started.error().message));
    VERIFY_OK(started);
    makeBundle();
}

void KillSuite::makeBundle()
{
    DemoOptions options{.orders = orders, .engine = m_engine.engine()};
    const ConnectionString server = m_engine.server();
    options.servers = {server, server, server};
    const auto files = makeDemo(m_folder.path(), options, {}, {});
    VERIFY_OK(files);
    m_project = files->project;
    m_database = m_engine.databaseOf(files->connections.b);
    for (const DemoStep &step : demoSteps(*files))
        EXPECT_EXIT(rejoin(step.arguments), int(step.expected));
    m_bundle = demoBundle(*files);
    const auto bundle = openBundle(m_bundle);
    VERIFY_OK(bundle);
    QVERIFY(bundle->target(Side::B));
    m_merge = bundle->target(Side::B)->mergeHash;
    m_undo = bundle->target(Side::B)->undoHash;
}

void KillSuite::run(const QString &command, const QString &hash) const
{
    EXPECT_EXIT(rejoin({command, m_bundle, u"--approve"_s, hash}), 0);
}

qint64 KillSuite::applyUntil(qint64 milliseconds) const
{
    QProcess process;
    QElapsedTimer clock;
    clock.start();
    process.start(m_program, {u"apply"_s, m_bundle, u"--approve"_s, m_merge});
    if (!process.waitForFinished(int(milliseconds)))
        process.kill();
    process.waitForFinished();
    return clock.elapsed();
}

/// Without where generators stand: PostgreSQL does not roll setval back, and MariaDB's ALTER TABLE commits. Numbers
/// that were let go are a gap, no change of a row.
QString KillSuite::dump() const
{
    static const QRegularExpression counter(u" AUTO_INCREMENT=\\d+"_s);
    QStringList lines = m_engine.dump(m_database).remove(counter).split(u'\n');
    lines.removeIf([](const QString &line) { return line.contains(u"pg_catalog.setval("_s); });
    lines.sort();
    return lines.join(u'\n');
}

void KillSuite::wholeOrNotAtAll()
{
    const QString before = dump();
    const qint64 whole = applyUntil(notKilled);
    const QString after = dump();
    QVERIFY(after != before);
    run(u"undo"_s, m_undo);
    QCOMPARE(dump(), before);

    const auto seed = quint32(numberOf("REJOIN_SEED", int(QRandomGenerator::global()->bounded(1 << 30))));
    QRandomGenerator random(seed);
    int found = 0;
    const int times = numberOf("REJOIN_KILLS", kills);
    for (int kill = 0; kill < times; ++kill) {
        const qint64 moment = random.bounded(int(whole + whole / 10));
        static_cast<void>(applyUntil(moment));
        const CommandRun status = rejoin({u"status"_s, m_project, u"--json"_s});
        const QString says = status.json()[u"merge"_s][u"b"_s].toString(u"before"_s); // before its first word
        const QString is = dump();
        const QByteArray where = u"seed %1, kill %2 after %3 of %4 ms: status says '%5'\n%6"_s
                                     .arg(QString::number(seed), QString::number(kill), QString::number(moment),
                                          QString::number(whole), says, status.err)
                                     .toUtf8();
        QVERIFY2(is == before || is == after, where.constData());
        QVERIFY2(says == (is == after ? u"applied"_s : u"before"_s), where.constData());
        if (is == before)
            continue;
        ++found;
        run(u"undo"_s, m_undo);
        QVERIFY2(dump() == before, where.constData());
    }
    qInfo("%s: killed %d times within %lld ms (seed %u): %d wholly after, %d wholly before, status right each time",
          qPrintable(m_engine.title()), times, static_cast<long long>(whole), seed, found, times - found);
}

} // namespace Rejoin::Testing

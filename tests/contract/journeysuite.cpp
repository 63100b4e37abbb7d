#include "tests/contract/journeysuite.h"

#include "app/cli/cli.h"
#include "app/cli/demostory.h"
#include "diffcore/script/bundle.h"
#include "tests/contract/hostiletexts.h"
#include "tests/contract/workbench.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

QString sorted(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.sort();
    return lines.join(u'\n');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

JourneySuite::JourneySuite(ContractEngine &engine)
    : m_engine(engine)
{
}

void JourneySuite::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(m_engine.title() + u": "_s + started.error().message));
    VERIFY_OK(started);
}

JourneySuite::Ran JourneySuite::rejoin(const QStringList &arguments)
{
    Ran ran;
    Terminal terminal;
    const auto keep = [&](const QByteArray &said) { ran.said += QString::fromUtf8(said); };
    terminal.out = keep;
    terminal.err = keep;
    terminal.readLine = [] { return QByteArray(); };
    ran.exit = runCommandLine(arguments, terminal);
    return ran;
}

void JourneySuite::expect(int exit, const QStringList &arguments)
{
    const Ran ran = rejoin(arguments);
    if (ran.exit != exit)
        QTest::qFail(qPrintable(arguments.join(u' ') + u": "_s + QString::number(ran.exit) + u'\n' + ran.said),
                     __FILE__, __LINE__);
}

QString JourneySuite::decidedBundle()
{
    DemoOptions options{.engine = m_engine.engine()};
    const ConnectionString server = m_engine.server();
    options.servers = {server, server, server};
    const auto files = makeDemo(m_folder.filePath(u"demo"_s), options, {}, {});
    if (!files) {
        QTest::qFail(qPrintable(describe(files.error())), __FILE__, __LINE__);
        return {};
    }
    m_databases = {m_engine.databaseOf(files->connections.a), m_engine.databaseOf(files->connections.b)};
    for (const DemoStep &step : demoSteps(*files))
        expect(int(step.expected), step.arguments);
    return demoBundle(*files);
}

QString JourneySuite::dump(Side side) const
{
    return sorted(m_engine.dump(m_databases[side]));
}

QString JourneySuite::ask(Side side, const QString &query) const
{
    return m_engine.run(m_databases[side], query.toUtf8() + ";\n").output.trimmed();
}

/// With more orders than a page holds.
void JourneySuite::thereAndBackAgain()
{
    const QString name = engineName(m_engine.engine()).toLower().remove(u' ');
    const QString where = m_engine.server().saved();
    const Ran ran = rejoin({u"demo"_s, m_folder.filePath(u"journey"_s), u"--orders"_s, u"6000"_s, u"--engine"_s, name,
                            u"--connection"_s, where, u"--journey"_s});
    QVERIFY2(ran.exit == 0, qPrintable(ran.said));
    QVERIFY2(ran.said.contains(u"Converged after apply, restored after undo"_s), qPrintable(ran.said));
}

void JourneySuite::clientAndProgramAgree()
{
    const QString folder = decidedBundle();
    const auto bundle = openBundle(folder);
    VERIFY_OK(bundle);
    const PerSide<QString> before{dump(Side::A), dump(Side::B)};
    for (const BundleTarget &target : bundle->targets) {
        expect(0, {u"apply"_s, folder, u"--approve"_s, target.mergeHash});
    }
    const PerSide<QString> byRejoin{dump(Side::A), dump(Side::B)};
    for (const BundleTarget &target : bundle->targets) {
        expect(0, {u"undo"_s, folder, u"--approve"_s, target.undoHash});
    }
    for (const Side side : bothSides)
        QCOMPARE(dump(side), before[side]);
    for (const Side side : bothSides) {
        const QString scripts = folder + (side == Side::A ? u"/a/"_s : u"/b/"_s);
        for (const QString &name : {u"precheck.sql"_s, u"merge.sql"_s, u"postcheck.sql"_s}) {
            const ClientRun run = m_engine.run(m_databases[side], contentOf(scripts + name));
            QVERIFY2(run.exitCode == 0, qPrintable(name + u": "_s + run.errors));
        }
        QCOMPARE(dump(side), byRejoin[side]);
        QVERIFY(m_engine.run(m_databases[side], contentOf(scripts + u"merge.sql"_s)).exitCode != 0);
        const ClientRun undone = m_engine.run(m_databases[side], contentOf(scripts + u"undo.sql"_s));
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        QCOMPARE(dump(side), before[side]);
    }
}

void JourneySuite::aRehearsalChangesNothing()
{
    const QString folder = decidedBundle();
    const auto bundle = openBundle(folder);
    VERIFY_OK(bundle);
    const QString orders = u"SELECT count(*) FROM orders"_s;
    const PerSide<QString> before{ask(Side::A, orders), ask(Side::B, orders)};
    const Ran ran = rejoin({u"rehearse"_s, folder, u"--json"_s});
    QVERIFY2(ran.exit == 0, qPrintable(ran.said));
    const QJsonArray rehearsals = QJsonDocument::fromJson(ran.said.toUtf8())[u"rehearsals"_s].toArray();
    QCOMPARE(rehearsals.size(), 2);
    for (const auto &rehearsal : rehearsals) {
        QVERIFY2(rehearsal[u"beyondPlan"_s].toArray().isEmpty(), qPrintable(ran.said));
        const bool mayNotAsk = m_engine.engine() == Engine::SqlServer && // and may lack the view
                               ran.said.contains(u"the locks could not be asked for"_s);
        QVERIFY2(mayNotAsk || !rehearsal[u"locks"_s].toArray().isEmpty(), qPrintable(ran.said));
        const QJsonArray tables = rehearsal[u"tables"_s].toArray();
        for (const auto &table : tables)
            QCOMPARE(table[u"done"_s], table[u"planned"_s]);
    }
    for (const Side side : bothSides)
        QCOMPARE(ask(side, orders), before[side]);
    for (const BundleTarget &target : bundle->targets) {
        expect(0, {u"apply"_s, folder, u"--approve"_s, target.mergeHash});
    }
}

void JourneySuite::everyOrderIsThereOnce()
{
    const QString folder = decidedBundle();
    const QString orders = u"SELECT count(*) FROM orders WHERE ordered_at >= '2026-11-22 10:00:00'"_s;
    const int entered = ask(Side::A, orders).toInt() + ask(Side::B, orders).toInt();
    const auto bundle = openBundle(folder);
    VERIFY_OK(bundle);
    for (const BundleTarget &target : bundle->targets) {
        expect(0, {u"apply"_s, folder, u"--approve"_s, target.mergeHash});
    }
    for (const Side side : bothSides)
        QCOMPARE(ask(side, orders).toInt(), entered);
    expect(0, {u"verify"_s, m_folder.filePath(u"demo/shop.rejoin"_s), u"--full"_s});
    // the next order gets a number of its own
    const QString next = u"INSERT INTO orders (customer_id, ordered_at, updated_at) VALUES (1, '2026-11-23 08:00:00', "
                         "'2026-11-23 08:00:00')"_s;
    for (const Side side : bothSides)
        QCOMPARE(m_engine.run(m_databases[side], next.toUtf8() + ";\n").errors, QString());
}

void JourneySuite::movedRowsStopTheScript()
{
    const QString folder = decidedBundle();
    const auto bundle = openBundle(folder);
    VERIFY_OK(bundle);
    QCOMPARE(m_engine.run(m_databases.a, "UPDATE customers SET phone = 'moved' WHERE customer_id = 24;\n").errors,
             QString());
    const QString before = dump(Side::A);
    const Ran ran = rejoin({u"apply"_s, folder, u"--approve"_s, bundle->targets[0].mergeHash});
    QVERIFY2(ran.exit == 3, qPrintable(ran.said));
    QVERIFY2(ran.said.contains(u"customers customer_id=24"_s), qPrintable(ran.said));
    QCOMPARE(dump(Side::A), before);
}

void JourneySuite::makeHostile(Version version, const QString &database)
{
    Workbench bench(m_engine, database);
    must(bench.open());
    const Dialect &dialect = bench.dialect();
    Column text;
    text.declaredType = m_engine.words().value(u"text"_s);
    text.family = TypeFamily::Text;
    for (const QString &name : hostileNames()) {
        if (!m_engine.takesName(name))
            continue;
        const QString table = dialect.name(name);
        bench.run({u"CREATE TABLE %1 (%1 {integer} PRIMARY KEY, v {text})"_s.arg(table)});
        const QString row = u"INSERT INTO %1 VALUES (%2, %3)"_s;
        QStringList texts = hostileTexts();
        if (!m_engine.lacks().contains(u"text with NUL"_s))
            texts += u"NUL "_s + QChar(0) + u" within"_s;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QString &other = texts[(i + 1) % texts.size()];
            must(bench.connection().execute(
                row.arg(table, QString::number(i),
                        dialect.literal(Value::text(version == Version::A ? other : texts[i]), text))));
        }
        if (version == Version::B)
            must(bench.connection().execute(row.arg(table, u"1000"_s, u"NULL"_s)));
    }
}

void JourneySuite::hostileNamesAndTextsGoThrough()
{
    const PerVersion<QString> names{u"it's \"base\""_s, u"it's \"a\""_s, u"it's \"b\""_s};
    QStringList init{u"init"_s, m_folder.filePath(u"hostile.rejoin"_s)};
    for (const auto &[version, option] : {std::pair(Version::Baseline, u"--baseline"_s),
                                          std::pair(Version::A, u"--a"_s), std::pair(Version::B, u"--b"_s)}) {
        makeHostile(version, names[version]);
        init += {option, m_engine.connection(names[version]).saved()};
    }
    const PerSide<QString> before{sorted(m_engine.dump(names.a)), sorted(m_engine.dump(names.b))};
    expect(0, init);
    const QString folder = m_folder.filePath(u"hostile bundle"_s);
    expect(1, {u"compare"_s, init[1]});
    expect(0, {u"script"_s, init[1], u"--target"_s, u"both"_s, u"--out"_s, folder});
    const auto bundle = openBundle(folder);
    VERIFY_OK(bundle);
    for (const BundleTarget &target : bundle->targets)
        expect(0, {u"apply"_s, folder, u"--approve"_s, target.mergeHash});
    expect(0, {u"verify"_s, init[1], u"--full"_s});
    const ClientRun again = m_engine.run(names.a, contentOf(folder + u"/a/merge.sql"_s));
    QVERIFY2(again.exitCode != 0 && again.errors.contains(u"already applied"_s), qPrintable(again.errors));
    const ClientRun undone = m_engine.run(names.a, contentOf(folder + u"/a/undo.sql"_s));
    QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
    expect(0, {u"undo"_s, folder, u"--approve"_s, bundle->targets[1].undoHash});
    QCOMPARE(sorted(m_engine.dump(names.a)), before.a);
    QCOMPARE(sorted(m_engine.dump(names.b)), before.b);
}

} // namespace Rejoin::Testing

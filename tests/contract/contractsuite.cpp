#include "tests/contract/contractsuite.h"

#include <QFile>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

namespace {

constexpr const char *inBatches = ", rows looked at in batches";

} // namespace

ContractSuite::ContractSuite(ContractEngine &engine)
    : m_engine(engine)
    , m_bench(engine, u"contract"_s)
{
}

void ContractSuite::initTestCase()
{
    const Result<void> started = m_engine.start();
    if (!started && started.error().code == ErrorCode::Unsupported)
        QSKIP(qPrintable(m_engine.title() + u": "_s + started.error().message));
    VERIFY_OK(started);
}

void ContractSuite::init()
{
    VERIFY_OK(m_bench.open());
    m_guarding = QByteArray(QTest::currentDataTag()).contains(inBatches) ? Guarding::Batches : Guarding::EachRow;
}

void ContractSuite::cleanup()
{
    m_bench.close();
    m_ran = true;
}

void ContractSuite::cleanupTestCase()
{
    if (!m_ran)
        return;
    QStringList lacking;
    const QHash<QString, QString> lacks = m_engine.lacks();
    for (auto one = lacks.begin(); one != lacks.end(); ++one)
        lacking += one.key() + u" ("_s + one.value() + u')';
    lacking.sort();
    const QString line =
        u"%1 does not have, and was not asked for: %2\n"_s.arg(m_engine.title(), lacking.join(u", "_s));
    std::printf("%s", qPrintable(line));
    std::fflush(stdout);
    const QString results = qEnvironmentVariable("REJOIN_RESULTS"); // where the suite's summary looks
    QFile file(results + u"/contract-"_s + m_engine.title() + u".txt"_s);
    if (!results.isEmpty() && file.open(QIODevice::WriteOnly))
        file.write(line.toUtf8());
}

void ContractSuite::ways()
{
    QTest::addColumn<Workbench::Way>("way");
    for (const QByteArray &guards : {QByteArray(), QByteArray(inBatches)}) {
        QTest::newRow("by the engine's own client" + guards) << Workbench::Way::Client;
        QTest::newRow("statement by statement" + guards) << Workbench::Way::Statements;
    }
}

bool ContractSuite::lacks(const QString &ability) const
{
    const QHash<QString, QString> lacking = m_engine.lacks();
    if (lacking.contains(ability))
        qInfo("%s has no %s: %s", qPrintable(m_engine.title()), qPrintable(ability),
              qPrintable(lacking.value(ability)));
    return lacking.contains(ability);
}

bool ContractSuite::skips(const QString &ability) const
{
    const bool lacking = lacks(ability);
    if (lacking)
        QTest::qSkip(qPrintable(u"it has no %1: %2"_s.arg(ability, m_engine.lacks().value(ability))), __FILE__,
                     __LINE__);
    return lacking;
}

Table ContractSuite::makeOrders()
{
    m_bench.run({u"CREATE TABLE orders (order_id {generated key}, status {text} NOT NULL, note {text})"_s,
                 u"INSERT INTO orders (order_id, status, note) VALUES (1001, 'open', NULL), (1002, 'open', 'call'), "
                 "(1003, 'open', '')"_s});
    return m_bench.table(u"orders"_s);
}

} // namespace Rejoin::Testing

#include "diffcore/script/script.h"
#include "diffcore/script/targetplan.h"
#include "tests/support/printing.h"
#include "tests/support/story.h"

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

class TestTargetPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignKeysGoOffWhereNoOrderDoes_data();
    void foreignKeysGoOffWhereNoOrderDoes();
    void theyStayOnWhereAnOrderDoes();
};

namespace {

ServerInfo serverOf(Engine engine)
{
    ServerInfo server;
    server.engine = engine;
    server.database = u"shop"_s;
    return server;
}

} // namespace

void TestTargetPlan::foreignKeysGoOffWhereNoOrderDoes_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<bool>("planned");
    QTest::addColumn<bool>("off");
    QTest::newRow("deferred anyway") << Engine::Sqlite << true << false;
    QTest::newRow("in one statement") << Engine::PostgreSql << true << false;
    QTest::newRow("can be switched off") << Engine::MariaDb << true << true;
}

void TestTargetPlan::foreignKeysGoOffWhereNoOrderDoes()
{
    QFETCH(Engine, engine);
    QFETCH(bool, planned);
    QFETCH(bool, off);
    Story story(u"e id# next>e"_s);
    story.put(Version::A, u"e: 1 2; 2 1"_s);
    const MergeInput input = story.input();
    const auto plan = targetPlan(input, mergedState(input), Side::B, serverOf(engine));
    QCOMPARE(plan.has_value(), planned);
    if (!planned) {
        QCOMPARE(plan.error().code, ErrorCode::Unsupported);
        return;
    }
    QCOMPARE(plan->operations.size(), 2);
    QCOMPARE(plan->foreignKeysOff, off);
    const QByteArray script = writeScript(*plan, input, serverOf(engine), {}).text;
    QCOMPARE(script.contains("foreign_key_checks = 0"), off);
    QCOMPARE(script.contains("  WITH rejoin_1 AS ("), engine == Engine::PostgreSql);
    QCOMPARE(script.count("> @rejoin_orphans"), off ? 1 : 0);
}

void TestTargetPlan::theyStayOnWhereAnOrderDoes()
{
    Story story(u"e id# next?>e"_s);
    story.put(Version::A, u"e: 1 2; 2 1"_s);
    const MergeInput input = story.input();
    const auto plan = targetPlan(input, mergedState(input), Side::B, serverOf(Engine::MariaDb));
    VERIFY_OK(plan);
    QVERIFY(!plan->foreignKeysOff);
    QVERIFY(!writeScript(*plan, input, serverOf(Engine::MariaDb), {}).text.contains("foreign_key_checks = 0"));
}

QTEST_GUILESS_MAIN(TestTargetPlan)
#include "tst_targetplan.moc"

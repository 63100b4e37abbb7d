#include "tests/support/shopsession.h"

using namespace Rejoin;
using namespace Rejoin::Shop;
using namespace Qt::StringLiterals;

class SessionComparingTest : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { m_session.reset(); }

    void decisionsOutliveAComparisonWhereTheRowDidNotMove_data()
    {
        QTest::addColumn<Difference>("again");
        QTest::addColumn<bool>("kept");
        const Difference before = conflict(1, u"paid"_s, u"closed"_s);
        QTest::newRow("same row") << before << true;
        QTest::newRow("A moved") << conflict(1, u"shipped"_s, u"closed"_s) << false;
        QTest::newRow("B moved") << conflict(1, u"paid"_s, u"lost"_s) << false;
        Difference changed = before;
        changed.rows.baseline = row(1, u"new"_s);
        QTest::newRow("baseline moved") << changed << false;
        changed = before;
        changed.rows.b.reset();
        QTest::newRow("B is gone") << changed << false;
        changed = before;
        changed.outcome = Outcome::DriftedBefore;
        QTest::newRow("outcome changed") << changed << false;
        changed = before;
        changed.table = Customers;
        QTest::newRow("another table") << changed << false;
        QTest::newRow("another key") << conflict(2, u"paid"_s, u"closed"_s) << false;
    }

    void decisionsOutliveAComparisonWhereTheRowDidNotMove()
    {
        QFETCH(Difference, again);
        QFETCH(bool, kept);
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        decide(1, Take{Version::B});
        compare({again});
        const Difference now = found(again.table, again.key.values.first().toInteger().value());
        QCOMPARE(now.decision.isUnresolved(), !kept);
        QCOMPARE(now.resolved, kept);
        QCOMPARE(unresolved(again.table), kept ? 0 : 1);
        QCOMPARE(*m_session->undo(u"anna"_s), false);
    }

    void manyDecisionsAreKept()
    {
        QList<Difference> many;
        for (int number = 1; number <= 20'000; ++number)
            many.append(conflict(number, u"paid"_s, u"closed"_s));
        compare(many);
        QList<Session::NewDecision> decisions;
        const QList<qint64> ids = *m_session->ids({});
        for (const qint64 id : ids)
            decisions.append({id, byPerson(Take{Version::B}), true});
        VERIFY_OK(m_session->decide(decisions, u"take B"_s, u"anna"_s));
        many[7] = conflict(8, u"moved"_s, u"closed"_s);
        compare(many);
        QCOMPARE(unresolved(Orders), 1);
        QCOMPARE(m_session->ids({.unresolvedOnly = true})->size(), 1);
        QCOMPARE(m_session->counts()->value(Orders).outcomes.value(Outcome::CellConflict), 20'000);
    }

    void automaticDecisionsAreMadeAnew()
    {
        compare({onlyA(7)});
        Difference asked = onlyA(7);
        asked.decision = {};
        asked.resolved = false;
        compare({asked});
        QVERIFY(found(Customers, 7).decision.isUnresolved());
    }

    void freshForgetsDecisions()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        decide(1, Take{Version::B});
        compare({conflict(1, u"paid"_s, u"closed"_s)}, KeptDecisions::Fresh);
        QVERIFY(found(Orders, 1).decision.isUnresolved());
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        QVERIFY(found(Orders, 1).decision.isUnresolved());
    }

    void decisionsAreNotKeptWhenColumnsChanged()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        decide(1, Take{Version::B});
        Alignment renamed = shop();
        renamed.tables[Orders].columns[1].name = u"state"_s;
        QList<Difference> again{conflict(1, u"paid"_s, u"closed"_s)};
        VERIFY_OK(m_session->beginComparison(header(), renamed, KeptDecisions::Unmoved));
        VERIFY_OK(m_session->add(again));
        VERIFY_OK(m_session->finishComparison());
        QVERIFY(found(Orders, 1).decision.isUnresolved());
    }

    void decisionsOutliveAComparisonThatWasInterrupted()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        decide(1, Take{Version::B});
        VERIFY_OK(m_session->beginComparison(header(), shop(), KeptDecisions::Unmoved));
        m_session = open(); // killed before the rows were found
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        QCOMPARE(found(Orders, 1).decision, byPerson(Take{Version::B}));
    }

    void decisionsOutliveATableThatFailed()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        decide(1, Take{Version::B});
        VERIFY_OK(m_session->beginComparison(header(), shop(), KeptDecisions::Unmoved));
        VERIFY_OK(m_session->setStatus(Orders, {.state = TableStatus::State::Failed, .reason = u"no answer"_s}));
        VERIFY_OK(m_session->finishComparison());
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        QCOMPARE(found(Orders, 1).decision, byPerson(Take{Version::B}));
    }

    void aDecisionMadeWhileComparingWins()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        decide(1, Take{Version::B});
        VERIFY_OK(m_session->beginComparison(header(), shop(), KeptDecisions::Unmoved));
        QList<Difference> again{conflict(1, u"paid"_s, u"closed"_s)};
        VERIFY_OK(m_session->add(again));
        decide(1, Skip{});
        VERIFY_OK(m_session->finishComparison());
        QCOMPARE(found(Orders, 1).decision, byPerson(Skip{}));
    }

    void comparingOneTableAgainLeavesTheOthers()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s), conflict(2, u"paid"_s, u"closed"_s), onlyA(7)});
        decide(1, Take{Version::B});
        decide(2, Take{Version::B});
        const qint64 customer = found(Customers, 7).id;
        VERIFY_OK(m_session->beginPartialComparison(header(), shop(), {Orders}, KeptDecisions::Unmoved));
        QCOMPARE(m_session->statuses()->value(Customers).state, TableStatus::State::Compared);
        QCOMPARE(m_session->statuses()->value(Orders).state, TableStatus::State::Waiting);
        QCOMPARE(m_session->page({}, 0, 10)->size(), 1);
        QList<Difference> again{conflict(1, u"paid"_s, u"closed"_s), conflict(2, u"moved"_s, u"closed"_s)};
        VERIFY_OK(m_session->add(again));
        VERIFY_OK(m_session->setStatus(Orders, compared()));
        VERIFY_OK(m_session->finishComparison());
        QCOMPARE(found(Customers, 7).id, customer);
        QCOMPARE(found(Orders, 1).decision, byPerson(Take{Version::B}));
        QVERIFY(found(Orders, 2).decision.isUnresolved());
        QCOMPARE(unresolved(Orders), 1);
        QVERIFY(m_session->journal()->isEmpty());
    }

    void aRowOfAnotherTableThatIsFoundAgainKeepsItsDecision()
    {
        Difference entangled = conflict(1, u"paid"_s, u"paid"_s);
        entangled.entangled = true;
        compare({entangled, onlyA(7)});
        decide(1, Skip{});
        VERIFY_OK(m_session->beginPartialComparison(header(), shop(), {Customers}, KeptDecisions::Unmoved));
        QList<Difference> again{entangled};
        VERIFY_OK(m_session->addOrReplace(again));
        VERIFY_OK(m_session->setStatus(Customers, compared()));
        VERIFY_OK(m_session->finishComparison());
        QCOMPARE(found(Orders, 1).decision, byPerson(Skip{}));
        QCOMPARE(unresolved(Orders), 0);
    }

    void aPartialComparisonRefusesOtherShapes()
    {
        QCOMPARE(m_session->beginPartialComparison(header(), shop(), {Orders}, KeptDecisions::Unmoved).error().code,
                 ErrorCode::Refused);
        compare({onlyA(7)});
        Alignment changed = shop();
        changed.tables[Customers].columns[1].compared = false;
        QCOMPARE(m_session->beginPartialComparison(header(), changed, {Orders}, KeptDecisions::Unmoved).error().code,
                 ErrorCode::Refused);
        VERIFY_OK(m_session->beginPartialComparison(header(), changed, {Customers}, KeptDecisions::Unmoved));
        changed.tables.removeLast();
        QCOMPARE(m_session->beginPartialComparison(header(), changed, {Customers}, KeptDecisions::Unmoved).error().code,
                 ErrorCode::Refused);
    }

    void anotherObjectsComparisonIsNoticed()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        const auto other = open();
        QCOMPARE(*other->refresh(), News::Nothing);
        decide(1, Take{Version::B});
        QCOMPARE(*other->refresh(), News::Content);
        QCOMPARE(*other->refresh(), News::Nothing);
        const qint64 id = found(Orders, 1).id;
        compare({onlyA(7)});
        QCOMPARE(other->page({}, 0, 10).error().code, ErrorCode::Refused);
        QCOMPARE(other->decide({{id, byPerson(Skip{}), true}}, u"skip"_s, u"ben"_s).error().code, ErrorCode::Refused);
        QCOMPARE(*other->refresh(), News::Comparison);
        QCOMPARE(keysOf(*other->page({}, 0, 10)), QList<RowKey>{key(7)});
        QCOMPARE(other->difference(id).error().code, ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(SessionComparingTest)
#include "tst_sessioncomparing.moc"

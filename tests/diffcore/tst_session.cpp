#include "diffcore/session/session.h"
#include "tests/support/printing.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Rejoin;
using namespace Qt::StringLiterals;

namespace {

AlignedTable tableOf(const QString &name, const QStringList &columns)
{
    AlignedTable table{.name = {{}, name}, .keyColumns = {0}};
    for (const QString &column : columns)
        table.columns.append({.name = column});
    return table;
}

Alignment shop()
{
    return {.tables = {tableOf(u"customers"_s, {u"customer_id"_s, u"name"_s}),
                       tableOf(u"orders"_s, {u"order_id"_s, u"status"_s})}};
}

enum Tables { Customers, Orders };

ComparisonHeader header()
{
    return {.projectHash = u"abc"_s, .titles = {u"A · PRD01 (live)"_s, u"B · PRD02 (standby)"_s}, .moves = Side::A};
}

RowKey key(qint64 number)
{
    return {{Value::integer(number)}};
}

Row row(qint64 number, const QString &text)
{
    return {Value::integer(number), Value::text(text)};
}

/// A row of `orders` that both sides changed: baseline "open".
Difference conflict(qint64 number, const QString &a, const QString &b)
{
    Difference difference{.table = Orders, .key = key(number), .outcome = Outcome::CellConflict};
    difference.rows = {row(number, u"open"_s), row(number, a), row(number, b)};
    difference.changes = {Change::Updated, Change::Updated};
    return difference;
}

/// A row of `customers` that A alone has.
Difference onlyA(qint64 number)
{
    Difference difference{.table = Customers, .key = key(number), .outcome = Outcome::OnlyA};
    difference.rows.a = row(number, u"new"_s);
    difference.changes = {Change::Inserted, Change::None};
    difference.decision = {.kind = Take{Version::A}, .reason = u"B unchanged since the baseline"_s};
    difference.resolved = true;
    return difference;
}

Decision byPerson(const DecisionKind &kind)
{
    return {.kind = kind,
            .origin = Decision::Origin::Person,
            .reason = u"seen on the invoice"_s,
            .by = u"anna"_s,
            .at = QDateTime({2026, 11, 22}, {10, 40}, QTimeZone::UTC)};
}

TableStatus compared()
{
    return {.state = TableStatus::State::Compared, .evidence = u"baseline database"_s};
}

QList<RowKey> keysOf(const QList<Difference> &differences)
{
    QList<RowKey> keys;
    for (const Difference &difference : differences)
        keys.append(difference.key);
    return keys;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void runInSqlite(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : statements)
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(u"foreign"_s);
}

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Session> m_session;

    std::unique_ptr<Session> open()
    {
        auto session = Session::open(m_path);
        return session ? std::move(*session) : nullptr;
    }

    /// Compares: every table of the shop is compared and has these differences.
    void compare(QList<Difference> differences, KeptDecisions kept = KeptDecisions::Unmoved)
    {
        VERIFY_OK(m_session->beginComparison(header(), shop(), kept));
        VERIFY_OK(m_session->add(differences));
        for (const int table : {Customers, Orders})
            VERIFY_OK(m_session->setStatus(table, compared()));
        VERIFY_OK(m_session->finishComparison());
    }

    Difference found(int table, qint64 number)
    {
        auto difference = m_session->find(table, key(number));
        return difference && *difference ? **difference : Difference();
    }

    void decide(qint64 number, const DecisionKind &kind, bool resolved = true)
    {
        VERIFY_OK(m_session->decide({{found(Orders, number).id, byPerson(kind), resolved}}, u"decide"_s, u"anna"_s));
    }

    qint64 unresolved(int table)
    {
        const auto counts = m_session->counts();
        return counts ? counts->value(table).unresolved : -1;
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_path = m_folder.filePath(u"shop%1.session"_s.arg(++number));
        m_session = open();
        QVERIFY(m_session);
    }

    void cleanup() { m_session.reset(); }

    void aNewSessionIsEmpty()
    {
        QVERIFY(!m_session->hasComparison());
        QCOMPARE(m_session->alignment(), Alignment());
        QVERIFY(m_session->page({}, 0, 10)->isEmpty());
        QVERIFY(m_session->statuses()->isEmpty());
        QCOMPARE(*m_session->undo(), false);
        QCOMPARE(*m_session->redo(), false);
    }

    void readsBackWhatWasAdded()
    {
        QList<Difference> added{conflict(1001, u"paid"_s, u"closed"_s), onlyA(7)};
        added[0].entangled = true;
        added[0].baselineKnown = false;
        added[0].rows.a = Row{Value::null(), Value::binary(QByteArray(3'000'000, '\0'))};
        compare(added);
        const Difference order = found(Orders, 1001);
        QCOMPARE(order.key, key(1001));
        QCOMPARE(order.outcome, Outcome::CellConflict);
        QCOMPARE(order.rows, added[0].rows);
        QCOMPARE(order.changes, added[0].changes);
        QVERIFY(order.entangled);
        QVERIFY(!order.baselineKnown);
        QVERIFY(!order.resolved);
        QVERIFY(order.decision.isUnresolved());

        const Difference customer = found(Customers, 7);
        QCOMPARE(customer.rows, added[1].rows);
        QVERIFY(!customer.entangled);
        QVERIFY(customer.baselineKnown);
        QVERIFY(customer.resolved);
        QCOMPARE(customer.decision, added[1].decision);
        QCOMPARE(m_session->difference(customer.id)->key, key(7));
    }

    void classifiesAnewWhatIsThere()
    {
        compare({onlyA(7), onlyA(8)});
        const qint64 id = found(Customers, 7).id;
        Difference entangled = onlyA(7);
        entangled.outcome = Outcome::KeyCollision;
        entangled.entangled = true;
        entangled.decision = {};
        entangled.resolved = false;
        QList<Difference> again{entangled, onlyA(9)};
        VERIFY_OK(m_session->addOrReplace(again));
        QCOMPARE(again[0].id, id);
        QVERIFY(again[1].id > found(Customers, 8).id);
        QCOMPARE(found(Customers, 7).outcome, Outcome::KeyCollision);
        QVERIFY(found(Customers, 7).entangled);
        QVERIFY(!found(Customers, 7).resolved);
        const TableCounts counts = m_session->counts()->at(Customers);
        QCOMPARE(counts.outcomes.value(Outcome::OnlyA), 2);
        QCOMPARE(counts.outcomes.value(Outcome::KeyCollision), 1);
        QCOMPARE(counts.unresolved, 1);
    }

    void equalRowsReadBack_data()
    {
        QTest::addColumn<PerVersion<std::optional<Row>>>("rows");
        using Rows = PerVersion<std::optional<Row>>;
        const Row one = row(1, u"one"_s);
        const Row two = row(1, u"two"_s);
        QTest::newRow("all equal") << Rows{one, one, one};
        QTest::newRow("A changed") << Rows{one, two, one};
        QTest::newRow("B changed") << Rows{one, one, two};
        QTest::newRow("changed alike") << Rows{one, two, two};
        QTest::newRow("inserted alike") << Rows{std::nullopt, one, one};
        QTest::newRow("deleted on A") << Rows{one, std::nullopt, one};
        QTest::newRow("deleted on both") << Rows{one, std::nullopt, std::nullopt};
    }

    void equalRowsReadBack()
    {
        using Rows = PerVersion<std::optional<Row>>;
        QFETCH(Rows, rows);
        Difference difference = conflict(1, {}, {});
        difference.rows = rows;
        compare({difference});
        QCOMPARE(found(Orders, 1).rows, rows);
        decide(1, Skip{});
        compare({difference});
        QCOMPARE(found(Orders, 1).decision, byPerson(Skip{}));
    }

    void keepsHeaderStatusesAndHistory()
    {
        TableStatus status = compared();
        status.rows.a = 200;
        status.generators.b = {.lastGiven = std::numeric_limits<qint64>::max(), .highest = 1050};
        status.findings = {u"7 rows are equal on both"_s};
        compare({});
        VERIFY_OK(m_session->setStatus(Orders, status));
        VERIFY_OK(m_session->record(u"script written"_s, u"anna"_s));

        const auto other = Session::openExisting(m_path);
        VERIFY_OK(other);
        QCOMPARE((*other)->alignment(), shop());
        QCOMPARE((*other)->header().titles, header().titles);
        QCOMPARE((*other)->header().moves, Side::A);
        QVERIFY((*other)->header().finishedAt.isValid());
        const TableStatus read = (*other)->statuses()->value(Orders);
        QCOMPARE(read.rows.a, std::optional<qint64>(200));
        QCOMPARE(read.rows.b, std::nullopt);
        QCOMPARE(read.generators, status.generators);
        QCOMPARE(read.findings, status.findings);
        QCOMPARE((*other)->history()->size(), 1);
        QCOMPARE((*other)->history()->first().text, u"script written"_s);
    }

    void aKeyThatIsThereIsLeft()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        QList<Difference> again{conflict(1, u"other"_s, u"closed"_s), conflict(2, u"paid"_s, u"closed"_s)};
        VERIFY_OK(m_session->add(again));
        QCOMPARE(again[0].id, found(Orders, 1).id);
        QCOMPARE(found(Orders, 1).rows.a, std::optional(row(1, u"paid"_s)));
        QCOMPARE(m_session->counts()->value(Orders).outcomes.value(Outcome::CellConflict), 2);
    }

    void everyKindOfDecisionReadsBack_data()
    {
        QTest::addColumn<DecisionKind>("kind");
        QTest::newRow("unresolved") << DecisionKind(Unresolved{});
        QTest::newRow("take baseline") << DecisionKind(Take{Version::Baseline});
        QTest::newRow("take B") << DecisionKind(Take{Version::B});
        QTest::newRow("cells") << DecisionKind(
            Cells{{{u"status"_s, Version::B}, {u"note"_s, Value::null()}, {u"picture"_s, Value::binary("\x00\xff")}}});
        QTest::newRow("keep both") << DecisionKind(KeepBoth{Side::A});
        QTest::newRow("same entity") << DecisionKind(SameEntity{key(1000)});
        QTest::newRow("delete") << DecisionKind(DeleteRow{});
        QTest::newRow("skip") << DecisionKind(Skip{});
    }

    void everyKindOfDecisionReadsBack()
    {
        QFETCH(DecisionKind, kind);
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        decide(1, kind);
        QCOMPARE(found(Orders, 1).decision, byPerson(kind));
    }

    void aDecisionIsOnDiskAtOnce()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        const auto other = open();
        decide(1, Take{Version::B});
        QCOMPARE((*other->find(Orders, key(1)))->decision, byPerson(Take{Version::B}));
        QCOMPARE(other->counts()->value(Orders).unresolved, 0);
        QCOMPARE(other->journal()->size(), 1);

        // What a killed program leaves: the file and its log as they are now.
        const QString copy = m_path + u".killed"_s;
        QVERIFY(QFile::copy(m_path, copy));
        QVERIFY(QFile::copy(m_path + u"-wal"_s, copy + u"-wal"_s));
        const auto revived = Session::openExisting(copy);
        VERIFY_OK(revived);
        QCOMPARE((*(*revived)->find(Orders, key(1)))->decision, byPerson(Take{Version::B}));
    }

    void undoAndRedoRevertExactly()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s), conflict(2, u"paid"_s, u"closed"_s), onlyA(7)});
        const Difference before = found(Orders, 1);
        QCOMPARE(unresolved(Orders), 2);
        decide(1, Take{Version::B});
        decide(1, Cells{}, false);
        decide(2, Take{Version::A});
        QCOMPARE(unresolved(Orders), 1);

        QCOMPARE(*m_session->undo(), true);
        QCOMPARE(unresolved(Orders), 2);
        QCOMPARE(*m_session->undo(), true);
        QCOMPARE(found(Orders, 1).decision, byPerson(Take{Version::B}));
        QVERIFY(found(Orders, 1).resolved);
        QCOMPARE(unresolved(Orders), 1);
        QCOMPARE(*m_session->undo(), true);
        QCOMPARE(found(Orders, 1).decision, before.decision);
        QVERIFY(!found(Orders, 1).resolved);
        QCOMPARE(unresolved(Orders), 2);
        QCOMPARE(*m_session->undo(), false);

        QCOMPARE(*m_session->redo(), true);
        QCOMPARE(*m_session->redo(), true);
        QVERIFY(!found(Orders, 1).resolved);
        QCOMPARE(found(Orders, 1).decision, byPerson(Cells{}));
        const auto journal = m_session->journal();
        QCOMPARE(journal->size(), 3);
        QVERIFY(!journal->value(1).undone);
        QVERIFY(journal->value(2).undone);
    }

    void aNewDecisionDropsRedo()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s), conflict(2, u"paid"_s, u"closed"_s)});
        decide(1, Take{Version::B});
        QCOMPARE(*m_session->undo(), true);
        decide(2, Take{Version::A});
        QCOMPARE(*m_session->redo(), false);
        QCOMPARE(m_session->journal()->size(), 1);
        QVERIFY(found(Orders, 1).decision.isUnresolved());
    }

    void aStepOfManyRowsIsOneStep()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s), conflict(2, u"paid"_s, u"closed"_s)});
        const QList<qint64> ids = *m_session->ids({});
        VERIFY_OK(m_session->decide({{ids[0], byPerson(Take{Version::A}), true},
                                     {ids[1], byPerson(Take{Version::A}), true},
                                     {ids[1], byPerson(Skip{}), true}},
                                    u"take A for 2 rows"_s, u"anna"_s));
        QCOMPARE(found(Orders, 2).decision, byPerson(Skip{}));
        QCOMPARE(unresolved(Orders), 0);
        QCOMPARE(*m_session->undo(), true);
        QCOMPARE(unresolved(Orders), 2);
    }

    void aStepWithAnUnknownRowChangesNothing()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        const auto refused = m_session->decide(
            {{found(Orders, 1).id, byPerson(Take{Version::A}), true}, {99, byPerson(Take{Version::A}), true}},
            u"take A"_s, u"anna"_s);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QCOMPARE(unresolved(Orders), 1);
        QVERIFY(m_session->journal()->isEmpty());
    }

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
        QCOMPARE(*m_session->undo(), false);
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

    void idsAreNeverUsedTwice()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        const qint64 first = found(Orders, 1).id;
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        QVERIFY(found(Orders, 1).id > first);
    }

    void clearingATableTakesItsCounts()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s), onlyA(7)});
        VERIFY_OK(m_session->clearTable(Orders));
        QCOMPARE(keysOf(*m_session->page({}, 0, 10)), QList<RowKey>{key(7)});
        QVERIFY(m_session->counts()->value(Orders).outcomes.isEmpty());
        QCOMPARE(unresolved(Orders), 0);
        QCOMPARE(m_session->counts()->value(Customers).outcomes.value(Outcome::OnlyA), 1);
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

    void pagesAndFilters()
    {
        QList<Difference> added;
        for (int number = 10'000; number > 0; --number) {
            Difference difference = conflict(number, u"paid"_s, u"closed"_s);
            if (number % 3 == 0)
                difference.outcome = Outcome::KeyCollision;
            difference.resolved = number % 10 != 0;
            added.append(difference);
        }
        added.append(onlyA(7));
        compare(added);

        QList<Difference> all;
        for (qint64 after = 0;;) {
            const auto page = m_session->page({.table = Orders}, after, 777);
            VERIFY_OK(page);
            if (page->isEmpty())
                break;
            all += *page;
            after = page->last().id;
        }
        QCOMPARE(all.size(), 10'000);
        QVERIFY(std::ranges::is_sorted(all, {}, &Difference::key));
        QCOMPARE(m_session->ids({})->size(), 10'001);
        QCOMPARE(m_session->page({}, 0, 1)->first().table, int(Customers));

        const auto expect = [&](const DifferenceFilter &filter, const auto &accept) {
            QList<qint64> expected;
            for (const Difference &difference : std::as_const(all)) {
                if (accept(difference))
                    expected.append(difference.id);
            }
            QCOMPARE(*m_session->ids(filter), expected);
            const auto page = m_session->page(filter, expected.value(20), 5);
            VERIFY_OK(page);
            QCOMPARE(page->size(), 5);
            QCOMPARE(page->first().id, expected.value(21));
        };
        expect({.table = Orders, .unresolvedOnly = true}, [](const Difference &d) { return !d.resolved; });
        expect({.outcomes = {Outcome::KeyCollision}},
               [](const Difference &d) { return d.outcome == Outcome::KeyCollision; });
        expect({.outcomes = {Outcome::KeyCollision, Outcome::CellConflict, Outcome::CellConflict}},
               [](const Difference &) { return true; });
        expect({.outcomes = {Outcome::KeyCollision}, .unresolvedOnly = true},
               [](const Difference &d) { return d.outcome == Outcome::KeyCollision && !d.resolved; });
        QCOMPARE(m_session->page({.key = key(7)}, 0, 10)->size(), 2);
        QCOMPARE(m_session->page({.outcomes = {Outcome::OnlyA}, .key = key(7)}, 0, 10)->size(), 1);
        QCOMPARE(m_session->page({}, 123456789, 10).error().code, ErrorCode::Refused);
        QCOMPARE(unresolved(Orders), 1000);
    }

    void mergeInputHasEverythingInOrder()
    {
        TableStatus status = compared();
        status.generators.a = {.lastGiven = 1050, .highest = 1049};
        compare({conflict(2, u"paid"_s, u"closed"_s), conflict(1, u"paid"_s, u"closed"_s), onlyA(9)});
        VERIFY_OK(m_session->setStatus(Orders, status));
        const auto input = m_session->mergeInput();
        VERIFY_OK(input);
        QCOMPARE(input->alignment, shop());
        QCOMPARE(keysOf(input->differences), (QList<RowKey>{key(9), key(1), key(2)}));
        QCOMPARE(input->generators.size(), 2);
        QCOMPARE(input->generators[Orders], status.generators);
    }

    void constraintConflictsAreKeptAndCounted()
    {
        compare({onlyA(7), onlyA(8)});
        const QList<qint64> ids = *m_session->ids({});
        const ConstraintConflict unique{.kind = ConstraintConflict::Kind::Unique,
                                        .table = Customers,
                                        .constraint = u"customers_email"_s,
                                        .differences = ids,
                                        .message = u"email 'x@y' is in 2 rows"_s,
                                        .choices = {u"treat them as one row"_s, u"drop one"_s}};
        VERIFY_OK(m_session->setConstraintConflicts({unique, unique}));
        QCOMPARE(m_session->counts()->value(Customers).constraintConflicts, 2);
        const auto read = m_session->constraintConflicts();
        QCOMPARE(read->size(), 2);
        QCOMPARE(read->first().differences, ids);
        QCOMPARE(read->first().choices, unique.choices);
        VERIFY_OK(m_session->setConstraintConflicts({}));
        QCOMPARE(m_session->counts()->value(Customers).constraintConflicts, 0);
        VERIFY_OK(m_session->setConstraintConflicts({unique}));
        compare({});
        QVERIFY(m_session->constraintConflicts()->isEmpty());
    }

    void refusesWhatIsNoSession_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("message");
        QTest::newRow("missing") << u"missing"_s << u"there is no session"_s;
        QTest::newRow("folder") << u"folder"_s << u"is a folder"_s;
        QTest::newRow("text") << u"text"_s << u"is not a session of Rejoin"_s;
        QTest::newRow("empty") << u"empty"_s << u"is empty"_s;
        QTest::newRow("database") << u"database"_s << u"is an SQLite file, but not a session of Rejoin"_s;
        QTest::newRow("newer") << u"newer"_s << u"is a session of version 2"_s;
        QTest::newRow("torn") << u"torn"_s << u"is damaged"_s;
    }

    void refusesWhatIsNoSession()
    {
        QFETCH(QString, kind);
        QFETCH(QString, message);
        const QString path = m_folder.filePath(kind);
        if (kind == u"folder"_s)
            QVERIFY(QDir().mkdir(path));
        else if (kind == u"text"_s)
            writeFile(path, "customer_id,name\n1,Anna\n");
        else if (kind == u"empty"_s)
            writeFile(path, {});
        else if (kind == u"database"_s)
            runInSqlite(path, {u"CREATE TABLE t (x)"_s});
        else if (kind == u"torn"_s)
            writeFile(path, QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x'));
        else if (kind == u"newer"_s) {
            VERIFY_OK(Session::open(path));
            runInSqlite(path, {u"PRAGMA user_version = 2"_s});
        }
        const auto refused = Session::openExisting(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadFile);
        QVERIFY2(describe(refused.error()).contains(message), qPrintable(describe(refused.error())));
        QVERIFY(!refused.error().advice.isEmpty());
        if (kind != u"missing"_s && kind != u"empty"_s)
            QCOMPARE(Session::open(path).error().code, ErrorCode::BadFile);
    }

    void aFolderThatIsNotThereCannotBeWritten()
    {
        const auto refused = Session::open(m_folder.filePath(u"nowhere/shop.session"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CannotWrite);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"

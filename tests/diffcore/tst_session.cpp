#include "tests/support/shopsession.h"

#include <QProcess>

using namespace Rejoin;
using namespace Rejoin::Shop;
using namespace Qt::StringLiterals;

class SessionRowsTest : public SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { m_session.reset(); }

    void aNewSessionIsEmpty()
    {
        QVERIFY(!m_session->hasComparison());
        QCOMPARE(m_session->alignment(), Alignment());
        QVERIFY(m_session->page({}, 0, 10)->isEmpty());
        QVERIFY(m_session->statuses()->isEmpty());
        QCOMPARE(*m_session->undo(u"anna"_s), false);
        QCOMPARE(*m_session->redo(u"anna"_s), false);
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

    void filtersByTheTimeOfWriting()
    {
        const QDateTime ten(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::UTC);
        QList<Difference> added{conflict(1, u"a"_s, u"b"_s), conflict(2, u"a"_s, u"b"_s), conflict(3, u"a"_s, u"b"_s)};
        added[0].written = {ten, ten.addSecs(90)};
        added[1].written = {ten.addSecs(60), {}};
        compare(added);
        QCOMPARE(found(Orders, 1).written, added[0].written);
        QCOMPARE(found(Orders, 3).written, PerSide<QDateTime>());
        const auto keysOf = [this](const std::optional<TimeSpan> &span) {
            QStringList keys;
            const auto page = m_session->page({.table = Orders, .written = span}, 0, 10);
            for (const Difference &row : *page)
                keys += row.key.values.first().toText();
            return keys.join(u' ');
        };
        QCOMPARE(keysOf(std::nullopt), u"1 2 3"_s);
        QCOMPARE(keysOf(TimeSpan{ten, ten.addSecs(60)}), u"1"_s);
        QCOMPARE(keysOf(TimeSpan{ten.addSecs(60), ten.addSecs(120)}), u"1 2"_s);
        QCOMPARE(keysOf(TimeSpan{ten.addSecs(120), ten.addSecs(180)}), QString());
        const DifferenceFilter open{.table = Orders, .unresolvedOnly = true, .written = TimeSpan{ten, ten.addSecs(61)}};
        QCOMPARE(m_session->ids(open)->size(), 2);
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
        VERIFY_OK(
            m_session->record({.event = HistoryEntry::Event::Export, .by = u"anna"_s, .text = u"script written"_s}));

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

    void theHistoryIsOnlyAddedTo()
    {
        compare({conflict(1, u"paid"_s, u"closed"_s)});
        const qint64 id = found(Orders, 1).id;
        const QString before = *m_session->fingerprint();
        VERIFY_OK(m_session->decide({{id, byPerson(Take{Version::A}), true}}, u"take A"_s, u"anna"_s));
        QVERIFY(*m_session->fingerprint() != before);
        QCOMPARE(*m_session->undo(u"bert"_s), true);
        QCOMPARE(*m_session->fingerprint(), before);
        VERIFY_OK(m_session->decide({{id, byPerson(Take{Version::B}), true}}, u"take B"_s, u"bert"_s));
        QStringList told;
        const auto history = m_session->history();
        for (const HistoryEntry &entry : *history)
            told += entry.by + u": "_s + entry.text;
        QCOMPARE(told, QStringList({u"anna: take A"_s, u"bert: took back: take A"_s, u"bert: take B"_s}));
        for (const QString &attempt : {u"DELETE FROM history"_s, u"UPDATE history SET by = 'eve'"_s}) {
            QProcess shell;
            shell.start(u"sqlite3"_s, {m_path, attempt});
            QVERIFY(shell.waitForFinished());
            QVERIFY(shell.readAllStandardError().contains("only added to"));
        }
        QCOMPARE(m_session->history()->size(), 3);
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

        QCOMPARE(*m_session->undo(u"anna"_s), true);
        QCOMPARE(unresolved(Orders), 2);
        QCOMPARE(*m_session->undo(u"anna"_s), true);
        QCOMPARE(found(Orders, 1).decision, byPerson(Take{Version::B}));
        QVERIFY(found(Orders, 1).resolved);
        QCOMPARE(unresolved(Orders), 1);
        QCOMPARE(*m_session->undo(u"anna"_s), true);
        QCOMPARE(found(Orders, 1).decision, before.decision);
        QVERIFY(!found(Orders, 1).resolved);
        QCOMPARE(unresolved(Orders), 2);
        QCOMPARE(*m_session->undo(u"anna"_s), false);

        QCOMPARE(*m_session->redo(u"anna"_s), true);
        QCOMPARE(*m_session->redo(u"anna"_s), true);
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
        QCOMPARE(*m_session->undo(u"anna"_s), true);
        decide(2, Take{Version::A});
        QCOMPARE(*m_session->redo(u"anna"_s), false);
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
        QCOMPARE(*m_session->undo(u"anna"_s), true);
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

    /// The window holds a table while it asks for more.
    void readingLeavesTheAlignmentWhereItIs()
    {
        compare({conflict(2, u"paid"_s, u"closed"_s), onlyA(9)});
        const AlignedTable *held = &m_session->alignment().tables.at(Orders);
        {
            const auto input = m_session->mergeInput();
            VERIFY_OK(input);
            QVERIFY(!input->differences.isEmpty());
        }
        QCOMPARE(&m_session->alignment().tables.at(Orders), held);
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

    /// So many are read by two connections, half and half.
    void mergeInputOfManyHasEverythingInOrder()
    {
        QList<Difference> added;
        for (int number = 30'000; number > 0; --number)
            added.append(number % 4 == 0 ? onlyA(number) : conflict(number, u"paid"_s, u"closed"_s));
        compare(added);
        const auto input = m_session->mergeInput();
        VERIFY_OK(input);
        QList<qint64> ids;
        for (const Difference &difference : std::as_const(input->differences))
            ids.append(difference.id);
        QCOMPARE(ids, *m_session->ids({}));
        for (const qsizetype place : {0, 14'999, 15'000, 15'001, 29'999}) {
            const Difference &read = input->differences[place];
            const auto alone = m_session->difference(read.id);
            VERIFY_OK(alone);
            QCOMPARE(read.table, alone->table);
            QCOMPARE(read.key, alone->key);
            QCOMPARE(read.rows, alone->rows);
            QCOMPARE(read.decision, alone->decision);
        }
        const auto orders = m_session->mergeInput(QList<int>{Orders});
        VERIFY_OK(orders);
        QCOMPARE(orders->differences.size(), 22'500);
        QVERIFY(std::ranges::all_of(orders->differences, [](const Difference &d) { return d.table == Orders; }));
        QVERIFY(std::ranges::is_sorted(orders->differences, {}, &Difference::key));
        QVERIFY(m_session->mergeInput(QList<int>())->differences.isEmpty());
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
};

QTEST_GUILESS_MAIN(SessionRowsTest)
#include "tst_session.moc"

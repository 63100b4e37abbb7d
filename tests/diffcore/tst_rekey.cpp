#include "diffcore/merge/constraintcheck.h"
#include "diffcore/merge/followup.h"
#include "diffcore/merge/rekey.h"
#include "diffcore/merge/suggestion.h"
#include "tests/support/printing.h"
#include "tests/support/story.h"

using namespace Rejoin;
using namespace Rejoin::Testing;
using namespace Qt::StringLiterals;

namespace {

const QString shop = uR"(
    employees   employee_id# name manager_id?>employees
    customers   customer_id# email! rep?>employees
    orders      order_id# customer_id>customers total
    order_lines order_id*>orders line_no* product
    payments    payment_id# order_id>orders amount
    notes       note_id# order_id~>orders text
    audit_log   order_id~>orders event
)"_s;

Story shopStory()
{
    Story story(shop);
    story.putEverywhere(uR"(
        employees: 1 Ann -; 2 Bob 1
        customers: 1 a@x 1; 2 b@x 2
        orders: 1000 1 10
        order_lines: 1000 1 5
        payments: 500 1000 10
        audit_log: 1000 created)"_s);
    return story;
}

/// Both servers gave out 1001, for two different orders; line 1, payment 501 and the audit line are equal by chance.
Story collidingOrders()
{
    Story story = shopStory();
    story.put(Version::A, uR"(
        orders: 1001 1 11
        order_lines: 1001 1 5; 1001 2 6
        payments: 501 1001 7
        audit_log: 1001 created)"_s);
    story.put(Version::B, uR"(
        orders: 1001 2 22; 1002 2 5
        order_lines: 1001 1 5; 1001 3 8; 1002 1 1
        payments: 501 1001 7; 502 1002 5
        notes: 1 1001 gift
        audit_log: 1001 created; 1002 created)"_s);
    return story;
}

/// Both servers hired a number 3, and customer 1 is with it: this e-mail address on each.
Story hiredTwice(const QString &emailOnA, const QString &emailOnB)
{
    Story story = shopStory();
    story.put(Version::A, u"employees: 3 Carl 1\ncustomers: 1 %1 3"_s.arg(emailOnA));
    story.put(Version::B, u"employees: 3 Dora 2\ncustomers: 1 %1 3"_s.arg(emailOnB));
    return story;
}

void acceptAll(MergeInput &input)
{
    for (Difference &difference : input.differences) {
        const AlignedTable &table = input.alignment.tables[difference.table];
        if (difference.resolved)
            continue;
        if (const std::optional<Decision> accepted = suggestion(table, difference, Side::B)) {
            difference.decision = *accepted;
            difference.resolved = true;
        }
    }
}

struct Merged
{
    State a;
    State b;
    QString wrong;
};

/// Plans for both targets, carries them out, undoes them again on copies, and says what went wrong.
Merged mergeBoth(const Story &story, const MergeInput &input, ForeignKeyTiming timing = ForeignKeyTiming::Deferred)
{
    Story copy = story;
    Merged result{copy.state(Version::A), copy.state(Version::B), {}};
    const MergedState merged = mergedState(input);
    for (const Side side : bothSides) {
        State &state = side == Side::A ? result.a : result.b;
        const State before = state;
        const Result<Plan> plan = makePlan(input, merged, side, timing);
        if (!plan) {
            result.wrong = describe(plan.error());
            return result;
        }
        result.wrong += carryOut(*plan, input.alignment, state, timing);
        State undone = state;
        result.wrong += carryOut(undoOf(*plan), input.alignment, undone, timing);
        undone.removeIf([](const auto &table) { return table.value().isEmpty(); });
        State expected = before;
        expected.removeIf([](const auto &table) { return table.value().isEmpty(); });
        if (undone != expected)
            result.wrong += u" the undo does not bring back what was"_s;
    }
    return result;
}

} // namespace

class RekeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reservedNumbersComeFirst();
    void twoOrdersUnderOneNumberAreBothKeptWithAllThatBelongsToThem()
    {
        const Story story = collidingOrders();
        MergeInput input = story.input();
        acceptAll(input);
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.a, u"orders"_s), u"1000 1 10; 1001 1 11; 1002 2 5; 1003 2 22"_s);
        QCOMPARE(story.text(merged.a, u"order_lines"_s),
                 u"1000 1 5; 1001 1 5; 1001 2 6; 1002 1 1; 1003 1 5; 1003 3 8"_s);
        QCOMPARE(story.text(merged.a, u"payments"_s), u"500 1000 10; 501 1001 7; 502 1002 5; 503 1003 7"_s);
        QCOMPARE(story.text(merged.a, u"notes"_s), u"1 1003 gift"_s);
        QCOMPARE(story.text(merged.a, u"audit_log"_s), u"1000 created; 1001 created; 1002 created; 1003 created"_s);
        for (const auto &table : input.alignment.tables)
            QCOMPARE(story.text(merged.a, table.name.name), story.text(merged.b, table.name.name));
    }

    void equalLinesAndPaymentsOfTwoOrdersAreEntangled()
    {
        const Story story = collidingOrders();
        MergeInput input = story.input();
        for (const QString &row : {u"order_lines 1001 1"_s, u"payments 501"_s, u"audit_log 1001 created 1"_s}) {
            const Difference *difference = story.find(input, row);
            QVERIFY2(difference->entangled, qPrintable(row));
            QCOMPARE(outcomeName(difference->outcome), u"KeyCollision"_s);
            QVERIFY(!difference->resolved);
        }
    }

    void theKeyMapListsEveryMovedNumber()
    {
        const Story story = collidingOrders();
        MergeInput input = story.input();
        acceptAll(input);
        QStringList moves;
        for (const KeyMapEntry &entry : mergedState(input).keyMap)
            moves.append(input.alignment.tables[entry.table].describeKey(entry.oldKey) + u" → "_s +
                         input.alignment.tables[entry.table].describeKey(entry.newKey));
        QCOMPARE(moves, QStringList({u"order_lines order_id=1001, line_no=1 → order_lines order_id=1003, line_no=1"_s,
                                     u"order_lines order_id=1001, line_no=3 → order_lines order_id=1003, line_no=3"_s,
                                     u"orders order_id=1001 → orders order_id=1003"_s,
                                     u"payments payment_id=501 → payments payment_id=503"_s}));
    }

    void newNumbersAreAboveTheGenerators()
    {
        const Story story = collidingOrders();
        MergeInput input = story.input();
        acceptAll(input);
        const int orders = input.alignment.tableIndex(u"orders"_s);
        input.generators[orders].a.lastGiven = 5000;
        const QList<KeyMapEntry> moves = mergedState(input).keyMap;
        const auto entry = std::ranges::find(moves, orders, &KeyMapEntry::table);
        QVERIFY(entry != moves.end());
        QCOMPARE(entry->newKey.values.first(), Value::integer(5001));
        const Result<Plan> plan = makePlan(input, mergedState(input), Side::B, ForeignKeyTiming::Deferred);
        VERIFY_OK(plan);
        const auto setting = std::ranges::find(plan->generators, orders, &GeneratorSetting::table);
        QVERIFY(setting != plan->generators.end());
        QCOMPARE(setting->lastGiven, 5001);
    }

    void aNumberDoesNotDependOnOtherDecisions()
    {
        Story story = shopStory();
        story.put(Version::A, u"orders: 1001 1 1; 1002 1 2"_s);
        story.put(Version::B, u"orders: 1001 2 1; 1002 2 2"_s);
        MergeInput input = story.input();
        decide(input, *story.find(input, u"orders 1001"_s), Take{Version::A});
        decide(input, *story.find(input, u"orders 1002"_s), KeepBoth{Side::B});
        QCOMPARE(mergedState(input).keyMap.first().newKey.values.first(), Value::integer(1004));
    }

    void oneOrderMeansOneLineAndOnePayment()
    {
        Story story = shopStory();
        story.put(Version::A, u"orders: 1001 1 11\norder_lines: 1001 1 5\npayments: 501 1001 7"_s);
        story.put(Version::B, u"orders: 1001 1 12\norder_lines: 1001 1 5\npayments: 501 1001 7"_s);
        MergeInput input = story.input();
        Difference &order = *story.find(input, u"orders 1001"_s);
        decide(input, order, Take{Version::A});
        FollowUp followUp(input);
        QCOMPARE(followUp.follow({static_cast<int>(&order - input.differences.data())}).size(), 2);
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.b, u"orders"_s), u"1000 1 10; 1001 1 11"_s);
        QCOMPARE(story.text(merged.b, u"order_lines"_s), u"1000 1 5; 1001 1 5"_s);
        QCOMPARE(story.text(merged.b, u"payments"_s), u"500 1000 10; 501 1001 7"_s);
    }

    void twoOrdersTakeTheirCollidingChildrenWithThem()
    {
        const Story story = collidingOrders();
        MergeInput input = story.input();
        Difference &order = *story.find(input, u"orders 1001"_s);
        decide(input, order, KeepBoth{Side::A});
        FollowUp followUp(input);
        const QSet<int> followed = followUp.follow({static_cast<int>(&order - input.differences.data())});
        QCOMPARE(followed.size(), 3); // line 1, payment 501, the audit line
        QVERIFY(std::ranges::all_of(followed, [&](int index) {
            return input.differences[index].decision.kind == DecisionKind(KeepBoth{Side::A});
        }));
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.b, u"orders"_s), u"1000 1 10; 1001 2 22; 1002 2 5; 1003 1 11"_s);
        QCOMPARE(story.text(merged.b, u"order_lines"_s),
                 u"1000 1 5; 1001 1 5; 1001 3 8; 1002 1 1; 1003 1 5; 1003 2 6"_s);
    }

    void equalReferencesToAnEmployeeHiredTwiceConflict()
    {
        const Story story = hiredTwice(u"a@x"_s, u"a@x"_s);
        MergeInput input = story.input();
        decide(input, *story.find(input, u"employees 3"_s), KeepBoth{Side::B});
        Difference &customer = *story.find(input, u"customers 1"_s);
        QVERIFY(customer.entangled);
        QCOMPARE(outcomeName(customer.outcome), u"CellConflict"_s);
        QVERIFY(!customer.resolved);
        decide(input, customer, Cells{{{u"rep"_s, Version::B}}});
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.a, u"employees"_s), u"1 Ann -; 2 Bob 1; 3 Carl 1; 4 Dora 2"_s);
        QCOMPARE(story.text(merged.a, u"customers"_s), u"1 a@x 4; 2 b@x 2"_s);
        QCOMPARE(story.text(merged.b, u"customers"_s), u"1 a@x 4; 2 b@x 2"_s);
    }

    /// What one side changed besides must not go with the doubt.
    void oneEmployeeMeansOneReferenceAndEachChange()
    {
        const Story story = hiredTwice(u"a@x"_s, u"new@x"_s);
        MergeInput input = story.input();
        Difference &customer = *story.find(input, u"customers 1"_s);
        customer.outcome = Outcome::CellConflict;
        customer.entangled = true;
        customer.decision = {};
        customer.resolved = false;
        Difference &employee = *story.find(input, u"employees 3"_s);
        decide(input, employee, Take{Version::A});
        FollowUp followUp(input);
        QCOMPARE(followUp.follow({static_cast<int>(&employee - input.differences.data())}).size(), 1);
        QVERIFY(customer.resolved);
        QCOMPARE(customer.decision.kind, DecisionKind(Cells{}));
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.a, u"customers"_s), u"1 new@x 3; 2 b@x 2"_s);
        QCOMPARE(story.text(merged.b, u"customers"_s), u"1 new@x 3; 2 b@x 2"_s);
    }

    void anAutomaticDecisionIsReopenedWhereAKeyInItNamesTwoRows()
    {
        const Story story = hiredTwice(u"new@x"_s, u"a@x"_s); // A also changed the e-mail
        MergeInput input = story.input();
        Difference &customer = *story.find(input, u"customers 1"_s);
        QVERIFY(customer.resolved);
        decide(input, *story.find(input, u"employees 3"_s), KeepBoth{Side::B});
        FollowUp followUp(input);
        QCOMPARE(followUp.reopen(mergedState(input)).size(), 1);
        QVERIFY(!customer.resolved);
        decide(input, customer, Cells{{{u"rep"_s, Version::A}}});
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.b, u"customers"_s), u"1 new@x 3; 2 b@x 2"_s);
    }

    /// A customer changed on both, and given the number of an employee, which both gave out.
    void chosenCellsStayWhereAKeyOpensTheRowAgain()
    {
        const Story story = hiredTwice(u"a1@x"_s, u"b1@x"_s);
        MergeInput input = story.input();
        decide(input, *story.find(input, u"employees 3"_s), KeepBoth{Side::B});
        Difference &customer = *story.find(input, u"customers 1"_s);
        QCOMPARE(outcomeName(customer.outcome), u"CellConflict"_s);
        decide(input, customer, Cells{{{u"email"_s, Version::B}}});
        QVERIFY(customer.resolved);
        FollowUp followUp(input);
        QCOMPARE(followUp.reopen(mergedState(input)).size(), 1);
        QVERIFY(!customer.resolved);
        QCOMPARE(customer.decision.kind, DecisionKind(Cells{{{u"email"_s, Version::B}}}));
        QVERIFY(!customer.decision.reason.isEmpty());
        decide(input, customer, Cells{{{u"email"_s, Version::B}, {u"rep"_s, Version::A}}});
        QVERIFY(followUp.reopen(mergedState(input)).isEmpty());
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.a, u"customers"_s), u"1 b1@x 3; 2 b@x 2"_s);
        QCOMPARE(story.text(merged.b, u"customers"_s), u"1 b1@x 3; 2 b@x 2"_s);
    }

    void selfReferencesFollowThroughAnyDepth()
    {
        Story story = shopStory();
        story.put(Version::A, u"employees: 3 Carl 1"_s);
        story.put(Version::B, u"employees: 3 Dora 2; 4 Emil 3; 5 Fred 4"_s);
        MergeInput input = story.input();
        decide(input, *story.find(input, u"employees 3"_s), KeepBoth{Side::B});
        const Merged merged = mergeBoth(story, input, ForeignKeyTiming::Immediate);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.b, u"employees"_s), u"1 Ann -; 2 Bob 1; 3 Carl 1; 4 Emil 6; 5 Fred 4; 6 Dora 2"_s);
    }

    void aRowJoinedWithAnotherGivesItsChildrenAway()
    {
        Story story = shopStory();
        story.put(Version::A, u"customers: 3 new@x 1\norders: 1001 3 5"_s);
        story.put(Version::B, u"customers: 4 new@x 2\norders: 1002 4 6"_s);
        MergeInput input = story.input();
        QCOMPARE(checkConstraints(input, mergedState(input)).size(), 1);
        decide(input, *story.find(input, u"customers 4"_s), SameEntity{RowKey{{Value::integer(3)}}});
        QCOMPARE(checkConstraints(input, mergedState(input)).size(), 0);
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.b, u"customers"_s), u"1 a@x 1; 2 b@x 2; 3 new@x 1"_s);
        QCOMPARE(story.text(merged.b, u"orders"_s), u"1000 1 10; 1001 3 5; 1002 3 6"_s);
        QCOMPARE(mergedState(input).keyMap.size(), 1);
    }

    void constraintConflictsAreAllListed()
    {
        Story story = shopStory();
        story.put(Version::A, u"customers: 3 same@x 1; 5 five@x 1"_s);
        story.put(Version::B, u"customers: 4 same@x 2\norders: 1001 2 1; 1002 2 1"_s);
        story.drop(Version::A, u"customers: 2"_s); // B takes orders for a customer that A deleted
        const MergeInput input = story.input();
        QStringList kinds;
        for (const ConstraintConflict &conflict : checkConstraints(input, mergedState(input))) {
            kinds.append(kindName(conflict.kind));
            QCOMPARE(conflict.differences.size(), 2);
            QVERIFY(!conflict.message.isEmpty());
            QCOMPARE(conflict.choices.size(), 3);
        }
        QCOMPARE(kinds, QStringList({u"unique"_s, u"foreign key"_s, u"foreign key"_s}));
    }

    void theParentBroughtBackSettlesTheForeignKey()
    {
        Story story = shopStory();
        story.put(Version::B, u"orders: 1001 2 1"_s);
        story.drop(Version::A, u"customers: 2"_s);
        MergeInput input = story.input();
        QCOMPARE(checkConstraints(input, mergedState(input)).size(), 1);
        decide(input, *story.find(input, u"customers 2"_s), Take{Version::Baseline});
        QCOMPARE(checkConstraints(input, mergedState(input)).size(), 0);
        const Merged merged = mergeBoth(story, input, ForeignKeyTiming::Immediate);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.a, u"orders"_s), u"1000 1 10; 1001 2 1"_s);
    }

    void skippedRowsStayAsTheyAre()
    {
        Story story = shopStory();
        story.put(Version::A, u"orders: 1000 1 99"_s);
        story.put(Version::B, u"orders: 1000 1 98"_s);
        MergeInput input = story.input();
        decide(input, *story.find(input, u"orders 1000"_s), Skip{});
        const Merged merged = mergeBoth(story, input);
        QCOMPARE(merged.wrong, QString());
        QCOMPARE(story.text(merged.a, u"orders"_s), u"1000 1 99"_s);
        QCOMPARE(story.text(merged.b, u"orders"_s), u"1000 1 98"_s);
    }
};

/// In key order; where there are too few, the rest lies above all of them.
void RekeyTest::reservedNumbersComeFirst()
{
    Story story = shopStory();
    story.put(Version::A, u"orders: 1001 1 11; 1002 1 12; 1003 1 13"_s);
    story.put(Version::B, u"orders: 1001 2 21; 1002 2 22; 1003 2 23"_s);
    MergeInput input = story.input();
    const int orders = input.alignment.tableIndex(u"orders"_s);
    input.reserved.resize(input.alignment.tables.size());
    input.reserved[orders] = {{5001, 5001}, {5005, 5015, 10}};
    const QHash<int, qint64> numbers = reservedNumbers(input);
    QList<qint64> given;
    for (int i = 0; i < input.differences.size(); ++i) {
        if (numbers.contains(i))
            given += numbers[i];
    }
    QCOMPARE(given, (QList<qint64>{5001, 5005, 5015}));
    input.reserved[orders] = {{5001, 5002}};
    acceptAll(input);
    const MergedState merged = mergedState(input);
    QList<qint64> moved;
    for (const KeyMapEntry &entry : merged.keyMap)
        moved += entry.newKey.values.first().toInteger().value_or(0);
    QCOMPARE(moved, (QList<qint64>{5001, 5002, 5003}));
}

QTEST_GUILESS_MAIN(RekeyTest)
#include "tst_rekey.moc"

#include "tests/contract/rekeysuite.h"

#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

void RekeySuite::writeRules(const QByteArray &rules) const
{
    QFile file(rulesFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(rules), rules.size());
}

void RekeySuite::decide(int exit, const QStringList &arguments)
{
    expect(exit, QStringList{u"resolve"_s, m_project} + arguments);
}

void RekeySuite::scriptAndMerge()
{
    expect(0, {u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    thereAndBackAndThere();
}

/// Both servers gave out order 101; its shipment is noted without a foreign key.
void RekeySuite::makeShop()
{
    QStringList rows;
    for (int number = 1; number <= 100; ++number)
        rows += u"(%1, 'old')"_s.arg(number);
    runEverywhere(
        {u"CREATE TABLE orders (order_id {generated key}, status {text})"_s,
         u"INSERT INTO orders (order_id, status) VALUES %1"_s.arg(rows.join(u", "_s)),
         u"CREATE TABLE shipments (shipment_id {generated key}, order_no {reference}, parcels {integer}, "
         "note {text})"_s,
         u"INSERT INTO shipments (shipment_id, order_no, parcels) VALUES (1, 7, 1), (2, 9, 2), (3, 100, 3)"_s});
    run(Version::A, {u"INSERT INTO orders (order_id, status) VALUES (101, 'of A')"_s,
                     u"INSERT INTO shipments (shipment_id, order_no, parcels) VALUES (4, 101, 1)"_s});
    run(Version::B,
        {u"INSERT INTO orders (order_id, status) VALUES (101, 'of B')"_s,
         u"INSERT INTO shipments (shipment_id, order_no, parcels, note) VALUES (4, 101, 2, 'order 101')"_s});
}

void RekeySuite::undeclaredReferencesFollowOnceConfirmed()
{
    makeShop();
    makeProject();
    expect(2, {u"compare"_s, m_project});
    const CommandRun checked = rejoin({u"check"_s, m_project, u"--json"_s});
    EXPECT_EXIT(checked, 0);
    const QJsonArray proposals = checked.json().value("relationProposals"_L1).toArray();
    const QString schema =
        m_engine.words().value(u"schema"_s).isEmpty() ? QString() : m_engine.words().value(u"schema"_s) + u'.';
    const QString relation = u"%1shipments.order_no=%1orders.order_id"_s.arg(schema);
    QCOMPARE(proposals.size(), 1);
    const QJsonObject proposal = proposals.first().toObject();
    QCOMPARE(proposal.value("relation"_L1).toString(), relation);
    QVERIFY(proposal.value("strong"_L1).toBool());
    QCOMPARE(proposal.value("rekeyed"_L1).toInteger(), 2); // seen on A and on B

    // not followed unasked, and said so
    decide(1, {u"--accept-suggestions"_s});
    const CommandRun written = rejoin({u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    EXPECT_EXIT(written, 0);
    QVERIFY2(written.err.contains(u"--relation "_s + relation), text(written).constData());

    // dismissed by its plain name, it stays so: in the script, in the next comparison, in check
    expect(1, {u"compare"_s, m_project, u"--no-relation"_s, u"shipments.order_no=orders.order_id"_s});
    expect(1, {u"compare"_s, m_project});
    const CommandRun quiet = rejoin({u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    EXPECT_EXIT(quiet, 0);
    QVERIFY2(!quiet.err.contains(u"relation"_s), text(quiet).constData());
    const CommandRun dismissed = rejoin({u"check"_s, m_project});
    EXPECT_EXIT(dismissed, 0);
    QVERIFY2(dismissed.out.contains(u"Dismissed by this project: 1 proposed reference."_s),
             text(dismissed).constData());
    QVERIFY2(!dismissed.out.contains(u"--relation "_s), text(dismissed).constData());
    const CommandRun both = rejoin({u"compare"_s, m_project, u"--relation"_s, relation, u"--no-relation"_s, relation});
    EXPECT_EXIT(both, 10);

    expect(1, {u"compare"_s, m_project, u"--relation"_s, relation});
    const CommandRun again = rejoin({u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    EXPECT_EXIT(again, 0);
    QVERIFY2(!again.err.contains(u"--relation"_s), text(again).constData());
    thereAndBackAndThere();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT s.parcels, o.status FROM shipments s JOIN orders o ON o.order_id = s.order_no "
                            "WHERE s.shipment_id > 3 ORDER BY s.parcels"_s),
                 (QStringList{u"1 of A"_s, u"2 of B"_s}));
}

void RekeySuite::numbersWithinTextsAreTold()
{
    makeShop();
    run(Version::B, {u"UPDATE shipments SET note = '{\"order_id\": 101}' WHERE shipment_id = 4"_s});
    makeProject({u"--relation"_s, u"shipments.order_no=orders.order_id"_s});
    const QString said = expect(2, {u"compare"_s, m_project});
    QVERIFY2(said.contains(u"numbers within its texts would keep the old keys"_s), qPrintable(said));
}

/// ORD-2024-118 was given to two orders of unlike ids, of which one moves; shipments refer to the number.
void RekeySuite::naturalNumbersGoOnBehindTheHighest()
{
    runEverywhere(
        {u"CREATE TABLE orders (order_id {generated key}, order_no varchar(40) NOT NULL UNIQUE, status {text})"_s,
         u"CREATE TABLE order_lines (order_id {reference} NOT NULL REFERENCES orders (order_id), line {integer} NOT "
         u"NULL, "
         "product {text}, PRIMARY KEY (order_id, line))"_s,
         u"CREATE TABLE shipments (shipment varchar(40) NOT NULL PRIMARY KEY, order_no varchar(40))"_s,
         u"INSERT INTO orders (order_id, order_no, status) VALUES (1, 'ORD-2024-001', 'old'), "
         "(2, 'ORD-2024-900', 'imported')"_s,
         u"INSERT INTO order_lines VALUES (1, 1, 'bolt')"_s});
    run(Version::A, {u"INSERT INTO orders (order_id, order_no, status) VALUES (3, 'ORD-2024-118', 'of A')"_s,
                     u"INSERT INTO order_lines VALUES (3, 1, 'nut')"_s});
    run(Version::B, {u"INSERT INTO orders (order_id, order_no, status) VALUES (3, 'ORD-2024-117', 'of B'), "
                     "(4, 'ORD-2024-118', 'of B')"_s,
                     u"INSERT INTO order_lines VALUES (3, 1, 'saw'), (4, 1, 'axe')"_s,
                     u"INSERT INTO shipments VALUES ('S1', 'ORD-2024-118')"_s});
    writeRules(R"([{"name": "numbers", "table": "orders", "renumber": "order_no", "template": "{prefix}{n:3}"}])");
    makeProject({u"--relation"_s, u"shipments.order_no=orders.order_no"_s});
    expect(2, {u"compare"_s, m_project});
    const CommandRun unknown =
        rejoin({u"resolve"_s, m_project, u"--rules"_s, rulesFile(), u"--keep-rules"_s, u"--preview"_s});
    QVERIFY2(unknown.err.contains(u"compare again"_s), text(unknown).constData());
    expect(2, {u"compare"_s, m_project});
    const CommandRun preview = rejoin({u"resolve"_s, m_project, u"--project-rules"_s, u"--preview"_s});
    QVERIFY2(preview.out.contains(u"Rule \"numbers\" would decide 1 row"_s), text(preview).constData());
    decide(1, {u"--project-rules"_s, u"--accept-suggestions"_s});
    scriptAndMerge();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT o.order_no, o.status, l.product FROM orders o JOIN order_lines l ON l.order_id = "
                            "o.order_id ORDER BY o.order_no"_s),
                 (QStringList{u"ORD-2024-001 old bolt"_s, u"ORD-2024-117 of B saw"_s, u"ORD-2024-118 of A nut"_s,
                              u"ORD-2024-901 of B axe"_s}));
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT order_no FROM shipments"_s), (QStringList{u"ORD-2024-901"_s}));
    QFile keyMap(m_bundle + u"/keymap.csv"_s);
    QVERIFY(keyMap.open(QIODevice::ReadOnly));
    QVERIFY(keyMap.readAll().contains("order_no=ORD-2024-118,order_no=ORD-2024-901"));
}

/// The number is the key itself; a line is equal on both by chance and belongs to two orders.
void RekeySuite::naturalKeysAreKeptBoth()
{
    runEverywhere(
        {u"CREATE TABLE orders (order_no varchar(40) NOT NULL PRIMARY KEY, status {text})"_s,
         u"CREATE TABLE order_lines (order_no varchar(40) NOT NULL REFERENCES orders (order_no), line {integer} "
         "NOT NULL, product {text}, PRIMARY KEY (order_no, line))"_s,
         u"INSERT INTO orders VALUES ('ORD-1', 'old')"_s});
    for (const auto &[version, name] : {std::pair(Version::A, u"A"_s), std::pair(Version::B, u"B"_s)})
        run(version, {u"INSERT INTO orders VALUES ('ORD-2', 'of %1')"_s.arg(name),
                      u"INSERT INTO order_lines VALUES ('ORD-2', 1, 'bolt')"_s});
    writeRules(R"([{"name": "numbers", "table": "orders", "renumber": "order_no", "template": "ORD-{n}"}])");
    makeProject();
    expect(2, {u"compare"_s, m_project});
    (void)rejoin({u"resolve"_s, m_project, u"--rules"_s, rulesFile(), u"--keep-rules"_s, u"--preview"_s});
    expect(2, {u"compare"_s, m_project});
    decide(1, {u"--project-rules"_s});
    scriptAndMerge();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT o.order_no, o.status, l.product FROM orders o JOIN order_lines l ON l.order_no = "
                            "o.order_no ORDER BY o.order_no"_s),
                 (QStringList{u"ORD-2 of A bolt"_s, u"ORD-3 of B bolt"_s}));
}

/// A changed the order and a line, B deleted it all but for a line that both changed.
void RekeySuite::anOrderIsDecidedWithItsLines()
{
    runEverywhere(
        {u"CREATE TABLE orders (order_id {generated key}, status {text})"_s,
         u"CREATE TABLE order_lines (order_id {reference} NOT NULL REFERENCES orders (order_id), line {integer} "
         "NOT NULL, qty {integer}, PRIMARY KEY (order_id, line))"_s,
         u"INSERT INTO orders (order_id, status) VALUES (1, 'open'), (2, 'open')"_s,
         u"INSERT INTO order_lines VALUES (1, 1, 10), (1, 2, 20), (1, 3, 30), (2, 1, 10)"_s});
    run(Version::A, {u"UPDATE orders SET status = 'paid'"_s, u"UPDATE order_lines SET qty = 31 WHERE line = 3"_s,
                     u"UPDATE order_lines SET qty = 11 WHERE line = 1 AND order_id = 1"_s});
    run(Version::B, {u"UPDATE orders SET status = 'sent'"_s, u"UPDATE order_lines SET qty = 33 WHERE line = 3"_s,
                     u"DELETE FROM order_lines WHERE line = 2"_s, u"INSERT INTO order_lines VALUES (1, 4, 40)"_s});
    makeProject();
    expect(2, {u"compare"_s, m_project});
    const CommandRun decided = rejoin(
        {u"resolve"_s, m_project, u"--table"_s, u"orders"_s, u"--key"_s, u"1"_s, u"--take"_s, u"a"_s, u"--unit"_s});
    EXPECT_EXIT(decided, 2);
    QVERIFY2(decided.out.contains(u"Decided 1 row. 3 rows that belong to them"_s), text(decided).constData());
    // line 3 has a conflict of its own, and order 2 is another one
    decide(2, {u"--table"_s, u"order_lines"_s, u"--key"_s, u"1,3"_s, u"--take"_s, u"b"_s});
    decide(1, {u"--table"_s, u"orders"_s, u"--key"_s, u"2"_s, u"--take"_s, u"b"_s, u"--unit"_s});
    scriptAndMerge();
    for (const Side side : bothSides) {
        QCOMPARE(rows(side, u"SELECT order_id, line, qty FROM order_lines ORDER BY order_id, line"_s),
                 (QStringList{u"1 1 11"_s, u"1 2 20"_s, u"1 3 33"_s, u"2 1 10"_s}));
        QCOMPARE(rows(side, u"SELECT status FROM orders ORDER BY order_id"_s), (QStringList{u"paid"_s, u"sent"_s}));
    }
}

/// Ann entered on both under two ids, each with an order; Bob deleted on A and given an order on B.
void RekeySuite::makeConflicts()
{
    runEverywhere(
        {u"CREATE TABLE customers (customer_id {generated key}, email varchar(40) UNIQUE, name {text})"_s,
         u"CREATE TABLE orders (order_id {generated key}, customer_id {reference} NOT NULL REFERENCES customers "
         "(customer_id), status {text})"_s,
         u"INSERT INTO customers (customer_id, email, name) VALUES (1, 'old@x', 'Old'), (2, 'bob@x', 'Bob')"_s,
         u"INSERT INTO orders (order_id, customer_id, status) VALUES (1, 1, 'old')"_s});
}

void RekeySuite::constraintChoices_data()
{
    QTest::addColumn<QStringList>("onA");
    QTest::addColumn<QStringList>("onB");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("decision");
    QTest::addColumn<QStringList>("customers");
    QTest::addColumn<QStringList>("orders");

    const QStringList annA{u"INSERT INTO customers (customer_id, email, name) VALUES (11, 'ann@x', 'Ann')"_s,
                           u"INSERT INTO orders (order_id, customer_id, status) VALUES (11, 11, 'of A')"_s};
    const QStringList annB{u"INSERT INTO customers (customer_id, email, name) VALUES (12, 'ann@x', 'Anna')"_s,
                           u"INSERT INTO orders (order_id, customer_id, status) VALUES (12, 12, 'of B')"_s};
    const QStringList both{u"1 old@x Old"_s, u"2 bob@x Bob"_s};
    QTest::newRow("unique: one row, its orders follow")
        << annA << annB << u"one row"_s
        << QStringList{u"--table"_s, u"customers"_s, u"--key"_s, u"12"_s, u"--same-as"_s, u"11"_s}
        << both + QStringList{u"11 ann@x Ann"_s} << QStringList{u"1 1"_s, u"11 11"_s, u"12 11"_s};
    QTest::newRow("unique: another value")
        << annA << annB << u"another value of email"_s
        << QStringList{u"--table"_s, u"customers"_s, u"--key"_s, u"12"_s, u"--set"_s, u"email=anna@x"_s}
        << both + QStringList{u"11 ann@x Ann"_s, u"12 anna@x Anna"_s} << QStringList{u"1 1"_s, u"11 11"_s, u"12 12"_s};
    QTest::newRow("unique: delete one") << annA << QStringList{annB.first()} << u"delete one"_s
                                        << QStringList{u"--table"_s, u"customers"_s, u"--key"_s,
                                                       u"12"_s,      u"--take"_s,    u"delete"_s}
                                        << both + QStringList{u"11 ann@x Ann"_s} << QStringList{u"1 1"_s, u"11 11"_s};

    const QStringList gone{u"DELETE FROM customers WHERE customer_id = 2"_s};
    const QStringList ordered{u"INSERT INTO orders (order_id, customer_id, status) VALUES (12, 2, 'of B')"_s};
    QTest::newRow("foreign key: bring the parent back")
        << gone << ordered << u"back"_s
        << QStringList{u"--table"_s, u"customers"_s, u"--key"_s, u"2"_s, u"--take"_s, u"baseline"_s} << both
        << QStringList{u"1 1"_s, u"12 2"_s};
    QTest::newRow("foreign key: delete the child")
        << gone << ordered << u"delete the row of"_s
        << QStringList{u"--table"_s, u"orders"_s, u"--key"_s, u"12"_s, u"--take"_s, u"delete"_s}
        << QStringList{both.first()} << QStringList{u"1 1"_s};
    QTest::newRow("foreign key: refer to another row")
        << gone << ordered << u"set customer_id"_s
        << QStringList{u"--table"_s, u"orders"_s, u"--key"_s, u"12"_s, u"--set"_s, u"customer_id=1"_s}
        << QStringList{both.first()} << QStringList{u"1 1"_s, u"12 1"_s};
}

void RekeySuite::constraintChoices()
{
    QFETCH(QStringList, onA);
    QFETCH(QStringList, onB);
    QFETCH(QString, choice);
    QFETCH(QStringList, decision);
    QFETCH(QStringList, customers);
    QFETCH(QStringList, orders);
    makeConflicts();
    run(Version::A, onA);
    run(Version::B, onB);
    makeProject();
    expect(2, {u"compare"_s, m_project});
    const QJsonArray conflicts =
        rejoin({u"status"_s, m_project, u"--json"_s}).json().value("constraintConflicts"_L1).toArray();
    QCOMPARE(conflicts.size(), 1);
    QString choices;
    for (const auto &each : conflicts.first().toObject().value("choices"_L1).toArray())
        choices += each.toString() + u'\n';
    QVERIFY2(choices.contains(choice), qPrintable(choices));
    decide(1, decision);
    scriptAndMerge();
    for (const Side side : bothSides) {
        QCOMPARE(rows(side, u"SELECT customer_id, email, name FROM customers ORDER BY customer_id"_s), customers);
        QCOMPARE(rows(side, u"SELECT order_id, customer_id FROM orders ORDER BY order_id"_s), orders);
    }
}

/// A's columns are narrower than those of the split and of B: each case brings one value that A does not hold.
void RekeySuite::valueChoices_data()
{
    QTest::addColumn<QString>("columnOnA");
    QTest::addColumn<QString>("columnElsewhere");
    QTest::addColumn<QString>("onB");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QStringList>("decision");
    QTest::addColumn<QStringList>("codes");

    const QString inserted = u"INSERT INTO codes (code_id, code) VALUES (9, %1)"_s;
    const QString updated = u"UPDATE codes SET code = %1 WHERE code_id = 1"_s;
    const QStringList another{u"--key"_s, u"9"_s, u"--set"_s, u"code=77"_s};
    const QStringList dropped{u"--key"_s, u"9"_s, u"--take"_s, u"delete"_s};
    const QStringList asOnA{u"--key"_s, u"1"_s, u"--take"_s, u"a"_s};
    const QStringList kept{u"1 11"_s, u"2 22"_s};
    struct Kind
    {
        const char *name;
        QString onA;
        QString elsewhere;
        QString value;
        QString kind;
        QString message;
    };
    QList<Kind> kinds{{"not null", u"{text} NOT NULL"_s, u"{text}"_s, u"NULL"_s, u"not null"_s,
                       u"code is NULL, which A does not take"_s}};
    if (m_engine.engine() != Engine::Sqlite) { // whose columns take texts of any length and values of any type
        kinds.append({"length", u"varchar(5)"_s, u"varchar(40)"_s, u"'much too long'"_s, u"too long"_s,
                      u"code has 13 characters, A takes 5"_s});
        kinds.append({"type", u"{integer}"_s, u"varchar(40)"_s, u"'K7'"_s, u"type"_s, u"code is 'K7', which is no"_s});
    }
    for (const Kind &each : std::as_const(kinds)) {
        const auto add = [&](const char *choice, const QString &onB, const QStringList &decision,
                             const QStringList &codes) {
            QTest::addRow("%s: %s", each.name, choice)
                << each.onA << each.elsewhere << onB << each.kind << each.message << decision << codes;
        };
        add("another value", inserted.arg(each.value), another, kept + QStringList{u"9 77"_s});
        add("delete the row", inserted.arg(each.value), dropped, kept);
        add("another version of the row", updated.arg(each.value), asOnA, kept);
    }
}

void RekeySuite::valueChoices()
{
    QFETCH(QString, columnOnA);
    QFETCH(QString, columnElsewhere);
    QFETCH(QString, onB);
    QFETCH(QString, kind);
    QFETCH(QString, message);
    QFETCH(QStringList, decision);
    QFETCH(QStringList, codes);
    for (const Version version : allVersions)
        run(version, {u"CREATE TABLE codes (code_id {generated key}, code %1)"_s.arg(
                          version == Version::A ? columnOnA : columnElsewhere),
                      u"INSERT INTO codes (code_id, code) VALUES (1, '11'), (2, '22')"_s});
    run(Version::B, {onB});
    makeProject();
    expect(2, {u"compare"_s, m_project});
    const QJsonArray conflicts =
        rejoin({u"status"_s, m_project, u"--json"_s}).json().value("constraintConflicts"_L1).toArray();
    QCOMPARE(conflicts.size(), 1);
    const QJsonObject conflict = conflicts.first().toObject();
    QCOMPARE(conflict.value("kind"_L1).toString(), kind);
    QVERIFY2(conflict.value("message"_L1).toString().contains(message),
             qPrintable(conflict.value("message"_L1).toString()));
    const CommandRun early = rejoin({u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    EXPECT_EXIT(early, 2); // no script before somebody chose
    decide(1, QStringList{u"--table"_s, u"codes"_s} + decision);
    scriptAndMerge();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT code_id, code FROM codes ORDER BY code_id"_s), codes);
}

/// B's customer 12 is A's customer 11, and A's customer 12 is another one: it stays.
void RekeySuite::oneOfTwoRowsUnderAKeyIsJoined()
{
    makeConflicts();
    run(Version::A,
        {u"INSERT INTO customers (customer_id, email, name) VALUES (11, 'ann@x', 'Ann'), (12, 'cyd@x', 'Cyd')"_s,
         u"INSERT INTO orders (order_id, customer_id, status) VALUES (11, 11, 'a'), (12, 12, 'a')"_s});
    run(Version::B,
        {u"INSERT INTO customers (customer_id, email, name) VALUES (11, 'dan@x', 'Dan'), (12, 'ann@x', 'Anna')"_s,
         u"INSERT INTO orders (order_id, customer_id, status) VALUES (11, 11, 'b'), (12, 12, 'b')"_s});
    makeProject();
    expect(2, {u"compare"_s, m_project});
    decide(2, {u"--accept-suggestions"_s}); // ann@x would be there twice
    const QStringList same{u"resolve"_s, m_project, u"--table"_s,   u"customers"_s,
                           u"--key"_s,   u"12"_s,   u"--same-as"_s, u"11"_s};
    const CommandRun refused = rejoin(same);
    EXPECT_EXIT(refused, 10);
    QVERIFY2(refused.err.contains(u"say whose is meant"_s), text(refused).constData());
    expect(1, same + QStringList{u"--of"_s, u"b"_s});
    scriptAndMerge();
    for (const Side side : bothSides) {
        QCOMPARE(rows(side, u"SELECT customer_id, name FROM customers WHERE customer_id > 2 ORDER BY customer_id"_s),
                 (QStringList{u"11 Ann"_s, u"12 Cyd"_s, u"13 Dan"_s}));
        QCOMPARE(rows(side, u"SELECT o.status, c.name FROM orders o JOIN customers c ON c.customer_id = o.customer_id "
                            "WHERE o.order_id > 1 ORDER BY o.order_id"_s),
                 (QStringList{u"a Ann"_s, u"a Cyd"_s, u"b Dan"_s, u"b Ann"_s}));
    }
}

} // namespace Rejoin::Testing

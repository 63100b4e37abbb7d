#include "tests/contract/driftsuite.h"

#include "diffcore/script/bundle.h"
#include "tests/contract/workbench.h"
#include "tests/support/commandline.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Rejoin::Testing {

/// orders of three shapes, each with the four rows of the split.
void DriftSuite::split(const PerVersion<QString> &columns, const QStringList &rows)
{
    for (const Version version : allVersions) {
        QStringList statements{
            u"CREATE TABLE orders (order_id {generated key}, customer {text} NOT NULL, %1)"_s.arg(columns[version])};
        for (const QString &row : rows)
            statements += u"INSERT INTO orders %1"_s.arg(row);
        run(version, statements);
    }
}

void DriftSuite::split(const PerVersion<QString> &columns)
{
    split(columns, {u"(customer) VALUES ('Ann')"_s, u"(customer) VALUES ('Bob')"_s, u"(customer) VALUES ('Cyd')"_s,
                    u"(customer) VALUES ('Dan')"_s});
}

QString DriftSuite::said(int exit, const QStringList &arguments) const
{
    const QString schema = m_engine.words().value(u"schema"_s);
    const QString text = expect(exit, arguments);
    return schema.isEmpty() ? text : QString(text).remove(schema + u'.');
}

/// With a checkpoint that was taken at the split in place of the baseline.
void DriftSuite::makeProjectOf(const QStringList &options)
{
    switch (m_by) {
    case By::Baseline: makeProject(options); return;
    case By::Checkpoint: break;
    }
    const auto where = [this](Version version) { return m_engine.connection(databaseOf(version)).saved(); };
    const QString atSplit = m_project + u".at-split.rejoin"_s;
    const QString checkpoint = m_project + u".checkpoint"_s;
    expect(0, {u"init"_s, atSplit, u"--a"_s, where(Version::Baseline), u"--b"_s, where(Version::A)});
    expect(0, {u"checkpoint"_s, atSplit, u"--side"_s, u"a"_s, u"--out"_s, checkpoint});
    expect(0, QStringList{u"init"_s, m_project, u"--a"_s, where(Version::A), u"--b"_s, where(Version::B),
                          u"--checkpoint"_s, checkpoint} +
                  options);
}

QString DriftSuite::compare(const QStringList &options, int exit)
{
    makeProjectOf(options);
    return said(exit, {u"compare"_s, m_project});
}

void DriftSuite::decide(const QStringList &arguments, int exit)
{
    expect(exit, QStringList{u"resolve"_s, m_project} + arguments);
}

QString DriftSuite::mergeBothWays()
{
    expect(0, {u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    thereAndBackAndThere();
    return said(0, {u"verify"_s, m_project});
}

/// The outcomes of the rows of a table, the suggestion being to keep both: "1 OnlyA", in the order of keys.
QStringList DriftSuite::outcomes(const QString &table) const
{
    const QJsonArray rows =
        rejoin({u"show"_s, m_project, u"--table"_s, table, u"--json"_s}).json().value(u"rows"_s).toArray();
    QStringList told;
    for (const QJsonValue &row : rows) {
        const QJsonObject key = row[u"key"_s].toObject();
        told += key.begin()->toString() + u' ' + row[u"outcome"_s].toString();
    }
    return told;
}

void DriftSuite::addedOnOneSide()
{
    split({u"note {text}"_s, u"note {text}, channel {text} DEFAULT 'web'"_s, u"note {text}"_s});
    run(Version::A, {u"UPDATE orders SET note = 'urgent' WHERE order_id = 1"_s,
                     u"INSERT INTO orders (customer, channel) VALUES ('Eve', 'shop')"_s});
    run(Version::B, {u"INSERT INTO orders (customer) VALUES ('Fay')"_s});
    const QString compared = compare({u"--live"_s, u"a"_s}, 2);
    QVERIFY2(compared.contains(u"orders: not compared: channel (not on B)"_s), qPrintable(compared));
    QVERIFY2(compared.contains(u"1 row of A has a value in channel, which B has no column for"_s),
             qPrintable(compared));
    decide({u"--accept-suggestions"_s}, 1);
    const QString verified = mergeBothWays();
    QVERIFY2(verified.contains(u"orders: channel (not on B)"_s), qPrintable(verified));
    QCOMPARE(rows(Side::A, u"SELECT order_id, customer, note, channel FROM orders ORDER BY order_id"_s),
             (QStringList{u"1 Ann urgent web"_s, u"2 Bob NULL web"_s, u"3 Cyd NULL web"_s, u"4 Dan NULL web"_s,
                          u"5 Eve NULL shop"_s, u"6 Fay NULL web"_s}));
    QCOMPARE(rows(Side::B, u"SELECT order_id, customer, note FROM orders ORDER BY order_id"_s),
             (QStringList{u"1 Ann urgent"_s, u"2 Bob NULL"_s, u"3 Cyd NULL"_s, u"4 Dan NULL"_s, u"5 Eve NULL"_s,
                          u"6 Fay NULL"_s}));
}

void DriftSuite::addedOnBothAndFilledAlike()
{
    const QString upgraded = u"note {text}, channel {text} DEFAULT 'web'"_s;
    split({u"note {text}"_s, upgraded, upgraded});
    for (const Version version : {Version::A, Version::B})
        run(version, {u"UPDATE orders SET channel = 'shop' WHERE order_id <= 3"_s});
    run(Version::A, {u"UPDATE orders SET note = 'urgent' WHERE order_id = 1"_s});
    run(Version::B, {u"UPDATE orders SET channel = 'phone' WHERE order_id = 4"_s});
    const QString compared = compare({}, 1);
    QVERIFY2(!compared.contains(u"not compared"_s), qPrintable(compared));
    QCOMPARE(outcomes(u"orders"_s), (QStringList{u"1 OnlyA"_s, u"4 OnlyB"_s}));
    mergeBothWays();
    for (const Side side : bothSides) {
        QCOMPARE(rows(side, u"SELECT customer, note, channel FROM orders ORDER BY order_id"_s),
                 (QStringList{u"Ann urgent shop"_s, u"Bob NULL shop"_s, u"Cyd NULL shop"_s, u"Dan NULL phone"_s}));
    }
}

void DriftSuite::addedOnBothAndFilledOnOne()
{
    const QString upgraded = u"note {text}, channel {text} DEFAULT 'web'"_s;
    split({u"note {text}"_s, upgraded, upgraded});
    run(Version::B, {u"UPDATE orders SET channel = 'shop' WHERE order_id <= 2"_s});
    run(Version::A, {u"UPDATE orders SET note = 'urgent' WHERE order_id = 2"_s,
                     u"UPDATE orders SET note = 'gift', channel = 'phone' WHERE order_id = 3"_s});
    const QString compared = compare({}, 1);
    QVERIFY2(compared.contains(u"orders: back-fill: 1 row changed only in channel, on B"_s), qPrintable(compared));
    QCOMPARE(outcomes(u"orders"_s), (QStringList{u"1 OnlyB"_s, u"2 CellMerge"_s, u"3 OnlyA"_s}));
    mergeBothWays();
    for (const Side side : bothSides) {
        QCOMPARE(rows(side, u"SELECT customer, note, channel FROM orders ORDER BY order_id"_s),
                 (QStringList{u"Ann NULL shop"_s, u"Bob urgent shop"_s, u"Cyd gift phone"_s, u"Dan NULL web"_s}));
    }
}

void DriftSuite::oneDecisionKeepsABackfillOff()
{
    const QString upgraded = u"note {text}, channel {text} DEFAULT 'web'"_s;
    split({u"note {text}"_s, upgraded, upgraded});
    run(Version::B, {u"UPDATE orders SET channel = 'shop'"_s, u"UPDATE orders SET note = 'gift' WHERE order_id = 4"_s});
    const QString compared = compare({}, 1);
    QVERIFY2(compared.contains(u"orders: back-fill: 3 rows changed only in channel, on B"_s), qPrintable(compared));
    QVERIFY2(compared.contains(u"--table orders --column channel --take a --redecide"_s), qPrintable(compared));
    decide({u"--table"_s, u"orders"_s, u"--column"_s, u"channel"_s, u"--take"_s, u"a"_s, u"--redecide"_s}, 1);
    mergeBothWays();
    for (const Side side : bothSides) {
        QCOMPARE(rows(side, u"SELECT customer, note, channel FROM orders ORDER BY order_id"_s),
                 (QStringList{u"Ann NULL web"_s, u"Bob NULL web"_s, u"Cyd NULL web"_s, u"Dan gift web"_s}));
    }
}

void DriftSuite::addedOnBothAndFilledUnlike()
{
    const QString upgraded = u"note {text}, channel {text} DEFAULT 'web'"_s;
    split({u"note {text}"_s, upgraded, upgraded});
    run(Version::A, {u"UPDATE orders SET channel = 'store' WHERE order_id <= 2"_s});
    run(Version::B, {u"UPDATE orders SET channel = 'shop' WHERE order_id <= 2"_s});
    const QString compared = compare({}, 2);
    QVERIFY2(compared.contains(u"orders: 2 rows differ only in channel, and nothing tells which is right"_s),
             qPrintable(compared));
    QCOMPARE(outcomes(u"orders"_s), (QStringList{u"1 CellConflict"_s, u"2 CellConflict"_s}));
    decide({u"--table"_s, u"orders"_s, u"--column"_s, u"channel"_s, u"--take"_s, u"b"_s}, 1);
    mergeBothWays();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT channel FROM orders ORDER BY order_id"_s),
                 (QStringList{u"shop"_s, u"shop"_s, u"web"_s, u"web"_s}));
}

void DriftSuite::droppedOnOneSide()
{
    split({u"note {text}, phone {text}"_s, u"note {text}, phone {text}"_s, u"note {text}"_s});
    run(Version::A, {u"UPDATE orders SET phone = '044' WHERE order_id = 1"_s,
                     u"INSERT INTO orders (customer, phone) VALUES ('Eve', '043')"_s});
    run(Version::B, {u"UPDATE orders SET note = 'gift' WHERE order_id = 1"_s});
    const QString compared = compare({}, 1);
    QVERIFY2(compared.contains(u"orders: not compared: phone (not on B)"_s), qPrintable(compared));
    QVERIFY2(compared.contains(u"1 row of A has a value in phone, which B has no column for"_s), qPrintable(compared));
    QVERIFY2(
        compared.contains(u"1 row of A changed in phone, which was dropped on B, so that B does not get it: orders "
                          "order_id=1"_s),
        qPrintable(compared));
    mergeBothWays();
    QCOMPARE(rows(Side::A, u"SELECT customer, note, phone FROM orders ORDER BY order_id"_s).first(), u"Ann gift 044"_s);
    QCOMPARE(rows(Side::B, u"SELECT customer, note FROM orders ORDER BY order_id"_s),
             (QStringList{u"Ann gift"_s, u"Bob NULL"_s, u"Cyd NULL"_s, u"Dan NULL"_s, u"Eve NULL"_s}));
}

/// The edit would be lost with the row; that the row got its default is no edit.
void DriftSuite::deletedHereChangedThereInAnAddedColumn()
{
    const QString upgraded = u"note {text}, channel {text} DEFAULT 'web'"_s;
    split({u"note {text}"_s, upgraded, upgraded});
    run(Version::A, {u"DELETE FROM orders WHERE order_id IN (2, 3)"_s});
    run(Version::B, {u"UPDATE orders SET channel = 'phone' WHERE order_id = 2"_s});
    compare({}, 2);
    QCOMPARE(outcomes(u"orders"_s), (QStringList{u"2 DeleteUpdate"_s, u"3 OnlyA"_s}));
    decide({u"--table"_s, u"orders"_s, u"--key"_s, u"2"_s, u"--take"_s, u"b"_s}, 1);
    mergeBothWays();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT customer, channel FROM orders ORDER BY order_id"_s),
                 (QStringList{u"Ann web"_s, u"Bob phone"_s, u"Dan web"_s}));
}

void DriftSuite::aRenameIsProposed()
{
    split({u"note {text}"_s, u"note {text}"_s, u"remark {text}"_s});
    run(Version::B, {u"INSERT INTO orders (customer, remark) VALUES ('Fay', 'gift')"_s});
    const QString compared = compare({}, 1);
    QVERIFY2(compared.contains(u"orders: not compared: note (not on B), remark (not on A)"_s), qPrintable(compared));
    QVERIFY2(compared.contains(u"1 row of B has a value in remark, which A has no column for"_s), qPrintable(compared));
    const QString checked = said(0, {u"check"_s, m_project});
    QVERIFY2(checked.contains(u"orders: note on A may be remark on B: both are "_s), qPrintable(checked));
    QVERIFY2(checked.contains(u"--rename orders.note=remark"_s), qPrintable(checked));
}

void DriftSuite::renamed()
{
    split({u"note {text}"_s, u"note {text}"_s, u"remark {text}"_s});
    run(Version::A, {u"UPDATE orders SET note = 'urgent' WHERE order_id = 1"_s,
                     u"INSERT INTO orders (customer, note) VALUES ('Eve', 'card')"_s});
    run(Version::B, {u"UPDATE orders SET remark = 'late' WHERE order_id = 2"_s,
                     u"INSERT INTO orders (customer, remark) VALUES ('Fay', 'gift')"_s});
    const QString compared = compare({u"--rename"_s, u"orders.note=remark"_s, u"--live"_s, u"a"_s}, 2);
    QVERIFY2(!compared.contains(u"not compared"_s), qPrintable(compared));
    QCOMPARE(outcomes(u"orders"_s), (QStringList{u"1 OnlyA"_s, u"2 OnlyB"_s, u"5 KeyCollision"_s}));
    decide({u"--accept-suggestions"_s}, 1);
    mergeBothWays();
    const QStringList merged{u"Ann urgent"_s, u"Bob late"_s, u"Cyd NULL"_s,
                             u"Dan NULL"_s,   u"Eve card"_s, u"Fay gift"_s};
    QCOMPARE(rows(Side::A, u"SELECT customer, note FROM orders ORDER BY order_id"_s), merged);
    QCOMPARE(rows(Side::B, u"SELECT customer, remark FROM orders ORDER BY order_id"_s), merged);
    const QString checked = said(0, {u"check"_s, m_project});
    QVERIFY2(checked.contains(u"renamed on B"_s), qPrintable(checked));
}

/// What the upgrade of one server made of a number.
void DriftSuite::retyped()
{
    const QStringList before{u"(customer, code) VALUES ('Ann', 1)"_s, u"(customer, code) VALUES ('Bob', 2)"_s,
                             u"(customer, code) VALUES ('Cyd', 3)"_s};
    split({u"code {integer}"_s, u"code {integer}"_s, u"code varchar(20)"_s}, before);
    run(Version::A, {u"UPDATE orders SET code = 30 WHERE order_id = 3"_s,
                     u"INSERT INTO orders (customer, code) VALUES ('Eve', 5)"_s});
    run(Version::B, {u"UPDATE orders SET code = '20' WHERE order_id = 2"_s,
                     u"INSERT INTO orders (customer, code) VALUES ('Fay', '6')"_s});
    compare({u"--live"_s, u"a"_s}, 2);
    QCOMPARE(outcomes(u"orders"_s), (QStringList{u"2 OnlyB"_s, u"3 OnlyA"_s, u"4 KeyCollision"_s}));
    decide({u"--accept-suggestions"_s}, 1);
    mergeBothWays();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT customer, code FROM orders ORDER BY order_id"_s),
                 (QStringList{u"Ann 1"_s, u"Bob 20"_s, u"Cyd 30"_s, u"Eve 5"_s, u"Fay 6"_s}));
    QCOMPARE(rows(Side::A, u"SELECT sum(code + 1) FROM orders"_s), QStringList{u"67"_s});
}

void DriftSuite::retypedSoThatValuesDoNotFit()
{
    const QStringList before{u"(customer, code) VALUES ('Ann', 1)"_s, u"(customer, code) VALUES ('Bob', 2)"_s};
    split({u"code {integer}"_s, u"code {integer}"_s, u"code varchar(20)"_s}, before);
    run(Version::B, {u"UPDATE orders SET code = 'K7' WHERE order_id = 2"_s});
    if (m_engine.engine() == Engine::Sqlite) { // whose columns hold everything
        compare({}, 1);
    } else {
        const QString compared = compare({}, 2);
        QVERIFY2(compared.contains(u"type conflict: orders order_id=2 (A and B): code is 'K7', which is no "_s),
                 qPrintable(compared));
        decide({u"--table"_s, u"orders"_s, u"--key"_s, u"2"_s, u"--set"_s, u"code=7"_s, u"--redecide"_s}, 1);
    }
    mergeBothWays();
    const QString code = m_engine.engine() == Engine::Sqlite ? u"K7"_s : u"7"_s;
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT code FROM orders ORDER BY order_id"_s), (QStringList{u"1"_s, code}));
}

void DriftSuite::madeNotNull()
{
    const QStringList before{u"(customer, note) VALUES ('Ann', 'old')"_s, u"(customer, note) VALUES ('Bob', 'old')"_s};
    split({u"note {text}"_s, u"note {text}"_s, u"note {text} NOT NULL"_s}, before);
    run(Version::A, {u"INSERT INTO orders (customer) VALUES ('Eve')"_s});
    run(Version::B, {u"UPDATE orders SET note = 'new' WHERE order_id = 1"_s});
    const QString compared = compare({}, 2);
    QVERIFY2(compared.contains(u"not null conflict: orders order_id=3 (A): note is NULL, which B does not take"_s),
             qPrintable(compared));
    decide({u"--table"_s, u"orders"_s, u"--key"_s, u"3"_s, u"--set"_s, u"note=none"_s, u"--redecide"_s}, 1);
    mergeBothWays();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT note FROM orders ORDER BY order_id"_s),
                 (QStringList{u"new"_s, u"old"_s, u"none"_s}));
}

void DriftSuite::tableAddedOnOneSide()
{
    split({u"note {text}"_s, u"note {text}"_s, u"note {text}"_s});
    run(Version::A, {u"CREATE TABLE tags (tag_id {generated key}, tag {text})"_s,
                     u"INSERT INTO tags (tag) VALUES ('new')"_s, u"INSERT INTO orders (customer) VALUES ('Eve')"_s});
    const QString compared = compare({}, 1);
    QVERIFY2(compared.contains(u"tags: not on B"_s), qPrintable(compared));
    const QString checked = said(13, {u"check"_s, m_project});
    QVERIFY2(checked.contains(u"tags is not on B and not in the baseline"_s), qPrintable(checked));
    expect(0, {u"script"_s, m_project, u"--target"_s, u"both"_s, u"--out"_s, m_bundle});
    for (const BundleTarget &target : must(openBundle(m_bundle)).targets)
        expect(0, {u"apply"_s, m_bundle, u"--approve"_s, target.mergeHash});
    const QString verified = said(1, {u"verify"_s, m_project}); // its rows are on A alone
    QVERIFY2(verified.contains(u"tags: not comparable, not on B"_s), qPrintable(verified));
    QCOMPARE(rows(Side::B, u"SELECT customer FROM orders WHERE order_id = 5"_s), QStringList{u"Eve"_s});
}

void DriftSuite::tableAddedOnBoth()
{
    split({u"note {text}"_s, u"note {text}"_s, u"note {text}"_s});
    for (const Version version : {Version::A, Version::B})
        run(version,
            {u"CREATE TABLE tags (tag_id {generated key}, tag {text})"_s, u"INSERT INTO tags (tag) VALUES ('both')"_s,
             u"INSERT INTO tags (tag) VALUES ('%1')"_s.arg(version == Version::A ? u"a"_s : u"b"_s)});
    const QString compared = compare({u"--live"_s, u"a"_s}, 2);
    QCOMPARE(outcomes(u"tags"_s), QStringList{u"2 KeyCollision"_s});
    decide({u"--accept-suggestions"_s}, 1);
    mergeBothWays();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT tag FROM tags ORDER BY tag_id"_s), (QStringList{u"both"_s, u"a"_s, u"b"_s}));
}

/// One price for an item becomes one for each region of it.
void DriftSuite::prices(const PerVersion<QString> &keys)
{
    for (const Version version : allVersions)
        run(version, {u"CREATE TABLE prices (item {integer} NOT NULL, region {integer} NOT NULL, price {integer}, "
                      "PRIMARY KEY (%1))"_s.arg(keys[version]),
                      u"INSERT INTO prices VALUES (1, 1, 10)"_s, u"INSERT INTO prices VALUES (2, 1, 20)"_s});
}

void DriftSuite::keyWidenedOnOneSide()
{
    prices({u"item"_s, u"item"_s, u"item, region"_s});
    run(Version::A, {u"INSERT INTO prices VALUES (8, 1, 80)"_s, u"UPDATE prices SET price = 11 WHERE item = 1"_s});
    run(Version::B, {u"INSERT INTO prices VALUES (9, 1, 90)"_s, u"UPDATE prices SET price = 21 WHERE item = 2"_s});
    compare({}, 1);
    QCOMPARE(outcomes(u"prices"_s), (QStringList{u"1 OnlyA"_s, u"2 OnlyB"_s, u"8 OnlyA"_s, u"9 OnlyB"_s}));
    mergeBothWays();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT item, region, price FROM prices ORDER BY item"_s),
                 (QStringList{u"1 1 11"_s, u"2 1 21"_s, u"8 1 80"_s, u"9 1 90"_s}));
}

void DriftSuite::aKeyThatTheOtherSideCannotHoldIsFound()
{
    prices({u"item"_s, u"item"_s, u"item, region"_s});
    run(Version::A, {u"UPDATE prices SET price = 11 WHERE item = 1"_s});
    run(Version::B, {u"INSERT INTO prices VALUES (1, 2, 15)"_s});
    const QString compared = compare({}, 2);
    QVERIFY2(compared.contains(u"unique conflict: item '1' is in 2 rows of prices"_s), qPrintable(compared));
}

void DriftSuite::keyWidenedOnBoth()
{
    prices({u"item"_s, u"item, region"_s, u"item, region"_s});
    run(Version::A, {u"INSERT INTO prices VALUES (1, 2, 15)"_s});
    run(Version::B, {u"INSERT INTO prices VALUES (1, 3, 16)"_s, u"DELETE FROM prices WHERE item = 2"_s});
    compare({}, 1);
    QCOMPARE(outcomes(u"prices"_s), (QStringList{u"1 OnlyA"_s, u"1 OnlyB"_s, u"2 OnlyB"_s}));
    mergeBothWays();
    for (const Side side : bothSides)
        QCOMPARE(rows(side, u"SELECT item, region, price FROM prices ORDER BY region"_s),
                 (QStringList{u"1 1 10"_s, u"1 2 15"_s, u"1 3 16"_s}));
}

/// A moment kept to the microsecond here, to the second there.
void DriftSuite::coarserTimesAreTheSame()
{
    if (lacks(u"coarser times"_s))
        return;
    const QStringList before{u"(customer, at) VALUES ('Ann', '2026-11-22 10:00:00.25')"_s,
                             u"(customer, at) VALUES ('Bob', '2026-11-22 10:00:01.5')"_s};
    split({u"at {fine time}"_s, u"at {fine time}"_s, u"at {coarse time}"_s}, before);
    run(Version::B, {u"UPDATE orders SET at = '2026-11-22 10:07:00' WHERE order_id = 2"_s});
    compare({}, 1);
    QCOMPARE(outcomes(u"orders"_s), QStringList{u"2 OnlyB"_s});
    mergeBothWays();
}

/// No drift, but a person's word on when values are the same: those of one server stay as they are there.
void DriftSuite::equalByRule()
{
    const QStringList before{u"(customer, note) VALUES ('Ann', 'old')"_s, u"(customer, note) VALUES ('Bob', 'old')"_s,
                             u"(customer, note) VALUES ('Cyd', 'old')"_s};
    split({u"note {text}"_s, u"note {text}"_s, u"note {text}"_s}, before);
    run(Version::A, {u"UPDATE orders SET note = ' old ' WHERE order_id = 1"_s,
                     u"UPDATE orders SET note = 'new' WHERE order_id = 2"_s});
    run(Version::B, {u"UPDATE orders SET note = ' new' WHERE order_id = 2"_s,
                     u"UPDATE orders SET note = 'newer' WHERE order_id = 3"_s});
    const QString compared = compare({u"--equal"_s, u"orders.note=trim"_s}, 1);
    QVERIFY2(compared.contains(u"orders: rows that are equal only by a rule that was asked for: 2"_s),
             qPrintable(compared));
    QCOMPARE(outcomes(u"orders"_s), QStringList{u"3 OnlyB"_s});
    mergeBothWays();
    QCOMPARE(rows(Side::A, u"SELECT note FROM orders ORDER BY order_id"_s),
             (QStringList{u" old "_s, u"new"_s, u"newer"_s}));
    QCOMPARE(rows(Side::B, u"SELECT note FROM orders ORDER BY order_id"_s),
             (QStringList{u"old"_s, u" new"_s, u"newer"_s}));
}

} // namespace Rejoin::Testing

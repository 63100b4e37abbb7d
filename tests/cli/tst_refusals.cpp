#include "tests/support/commandline.h"
#include "tests/support/demomerge.h"
#include "tests/support/sqliteshell.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Rejoin;
using namespace Rejoin::Testing;

/// What must not be done is not done: one line says why, and nothing was changed.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisionsThatCannotBe_data();
    void decisionsThatCannotBe();
    void aRowThatMoved_data();
    void aRowThatMoved();
    void aChangedBundle_data();
    void aChangedBundle();
    void whatWasNotApproved();
    void aCancelledCommand();
};

void TestRefusals::decisionsThatCannotBe_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing given") << QStringList{} << u"--table is missing"_s;
    QTest::newRow("no decision") << QStringList{u"--table"_s, u"orders"_s} << u"nothing says how"_s;
    QTest::newRow("no such table") << QStringList{u"--table"_s, u"ordres"_s, u"--take"_s, u"a"_s} << u"'ordres'"_s;
    QTest::newRow("no such side") << QStringList{u"--table"_s, u"orders"_s, u"--take"_s, u"left"_s} << u"'left'"_s;
    QTest::newRow("no such row") << QStringList{u"--table"_s, u"orders"_s, u"--key"_s, u"7"_s, u"--take"_s, u"a"_s}
                                 << u"order_id=7"_s;
    QTest::newRow("half a key") << QStringList{u"--table"_s, u"order_lines"_s, u"--key"_s,
                                               u"1001"_s,    u"--take"_s,      u"a"_s}
                                << u"order_id=…,line_no=…"_s;
    QTest::newRow("no such column") << QStringList{u"--table"_s, u"orders"_s, u"--key"_s,
                                                   u"1001"_s,    u"--set"_s,  u"colour=red"_s}
                                    << u"'colour'"_s;
    QTest::newRow("no assignment") << QStringList{u"--table"_s, u"orders"_s, u"--set"_s, u"note"_s} << u"'note'"_s;
    QTest::newRow("two ways at once") << QStringList{u"--accept-suggestions"_s, u"--take"_s, u"a"_s}
                                      << u"does not go with"_s;
    QTest::newRow("both of one") << QStringList{u"--table"_s,    u"settings"_s, u"--key"_s,
                                                u"mail.limit"_s, u"--take"_s,   u"both"_s}
                                 << u"both"_s;
    QTest::newRow("keyless by key") << QStringList{u"--table"_s, u"audit_log"_s, u"--key"_s,
                                                   u"1"_s,       u"--take"_s,    u"a"_s}
                                    << u"--id N"_s;
    QTest::newRow("rules that are not there")
        << QStringList{u"--rules"_s, u"/nowhere/rules.json"_s} << u"/nowhere/rules.json"_s;
}

void TestRefusals::decisionsThatCannotBe()
{
    static DemoMerge merge;
    if (merge.files().project.isEmpty()) {
        REQUIRE(merge.make());
        EXPECT_EXIT(rejoin({u"compare"_s, merge.files().project}), 2);
    }
    QFETCH(QStringList, options);
    QFETCH(QString, says);
    const QJsonObject before = rejoin({u"show"_s, merge.files().project, u"--json"_s}).json();
    const CommandRun run = rejoin(QStringList{u"resolve"_s, merge.files().project} + options);
    EXPECT_EXIT(run, 10);
    QCOMPARE(run.err.count(u'\n'), 1);
    QVERIFY2(run.err.contains(says), text(run).constData());
    QCOMPARE(rejoin({u"show"_s, merge.files().project, u"--json"_s}).json(), before);
}

void TestRefusals::aRowThatMoved_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("names");
    QTest::newRow("updated") << u"UPDATE customers SET phone = '0' WHERE customer_id = 24"_s << u"customer_id=24"_s;
    QTest::newRow("deleted") << u"DELETE FROM settings WHERE name = 'stock.enabled'"_s << u"stock.enabled"_s;
    QTest::newRow("key taken") << u"INSERT INTO orders (order_id, customer_id, ordered_at, updated_at) VALUES "
                                  "(1026, 1, '2026-11-22 10:50:00', '2026-11-22 10:50:00')"_s
                               << u"order_id=1026"_s;
}

void TestRefusals::aRowThatMoved()
{
    QFETCH(QString, change);
    QFETCH(QString, names);
    DemoMerge merge;
    REQUIRE(merge.make());
    REQUIRE(merge.decide());
    REQUIRE(merge.script());
    QCOMPARE(runSqlite(merge.files().a, change.toUtf8() + ";\n").exitCode, 0);
    const QStringList before = content(merge.files().a);
    const CommandRun run = rejoin({u"apply"_s, merge.bundle(), u"--approve"_s, merge.hash(Side::A, u"merge.sql"_s)});
    EXPECT_EXIT(run, 3);
    QCOMPARE(run.err.count(u'\n'), 1);
    QVERIFY2(run.err.contains(names), text(run).constData());
    QCOMPARE(content(merge.files().a), before);
}

void TestRefusals::aChangedBundle_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("merge.sql") << u"a/merge.sql"_s;
    QTest::newRow("undo.sql") << u"b/undo.sql"_s;
    QTest::newRow("report") << u"report.html"_s;
}

void TestRefusals::aChangedBundle()
{
    QFETCH(QString, name);
    DemoMerge merge;
    REQUIRE(merge.make(60));
    REQUIRE(merge.decide());
    REQUIRE(merge.script());
    const QString approved = merge.hash(Side::B, u"merge.sql"_s);
    QFile file(merge.bundle() + u'/' + name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    file.seek(0);
    file.write(bytes);
    file.close();
    const CommandRun run = rejoin({u"apply"_s, merge.bundle(), u"--approve"_s, approved});
    EXPECT_EXIT(run, 10);
    QCOMPARE(run.err.count(u'\n'), 1);
    QVERIFY2(run.err.contains(name), text(run).constData());
    QCOMPARE(content(merge.files().b), content(merge.original(Side::B)));
}

void TestRefusals::whatWasNotApproved()
{
    DemoMerge merge;
    REQUIRE(merge.make(60));
    REQUIRE(merge.decide());
    REQUIRE(merge.script());
    for (const QString &hash : {QString(64, u'a'), merge.hash(Side::A, u"undo.sql"_s)}) {
        const CommandRun run = rejoin({u"apply"_s, merge.bundle(), u"--approve"_s, hash});
        EXPECT_EXIT(run, 10);
        QCOMPARE(run.err.count(u'\n'), 1);
    }
    QCOMPARE(content(merge.files().a), content(merge.original(Side::A)));
}

void TestRefusals::aCancelledCommand()
{
    DemoMerge merge;
    REQUIRE(merge.make(60));
    REQUIRE(merge.decide());
    REQUIRE(merge.script());
    const QStringList apply{u"apply"_s, merge.bundle(), u"--approve"_s, merge.hash(Side::A, u"merge.sql"_s)};
    for (const QStringList &arguments : {QStringList{u"compare"_s, merge.files().project}, apply}) {
        const CommandRun run = rejoinCancelled(arguments);
        EXPECT_EXIT(run, 130);
        QCOMPARE(run.err.count(u'\n'), 1);
    }
    QCOMPARE(content(merge.files().a), content(merge.original(Side::A)));
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
